-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT window_start, AVG(n) AS an, AVG(amount) AS aa, AVG(x) AS ax, SUM(amount) AS sa, MIN(amount) AS mi, MAX(x) AS mx FROM TABLE(HOP(TABLE readings, DESCRIPTOR(at_time), INTERVAL '15' SECOND, INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
