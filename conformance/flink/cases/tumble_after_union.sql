-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
CREATE TEMPORARY VIEW both_parts AS SELECT id, at_time FROM readings WHERE id < 9 UNION ALL SELECT id, at_time FROM readings WHERE id > 5;
SELECT window_start, MIN(id) AS f, COUNT(DISTINCT id) AS c FROM TABLE(TUMBLE(TABLE both_parts, DESCRIPTOR(at_time), INTERVAL '10' MINUTE)) GROUP BY window_start, window_end;
