-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT k, TUMBLE_START(at_time, INTERVAL '2' MINUTE) AS ws, TUMBLE_END(at_time, INTERVAL '2' MINUTE) AS we, AVG(amount) AS a FROM readings GROUP BY TUMBLE(at_time, INTERVAL '2' MINUTE), k HAVING COUNT(*) > 1;
