-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT window_start, window_end, SUM(n) AS s FROM TABLE(CUMULATE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '20' SECOND, INTERVAL '2' MINUTE)) WHERE EXTRACT(SECOND FROM window_end) = 0 AND n < 1000 GROUP BY window_start, window_end;
