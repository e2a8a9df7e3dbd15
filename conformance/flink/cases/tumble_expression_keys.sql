-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT UPPER(k) AS u, n > 5 AS is_large, window_start, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '1' MINUTE)) GROUP BY UPPER(k), n > 5, window_start, window_end;
