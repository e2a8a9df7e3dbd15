-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT HOP_START(at_time, INTERVAL '2' MINUTE, INTERVAL '1' MINUTE) AS ws, COUNT(*) AS c FROM readings GROUP BY HOP(at_time, INTERVAL '2' MINUTE, INTERVAL '1' MINUTE);
