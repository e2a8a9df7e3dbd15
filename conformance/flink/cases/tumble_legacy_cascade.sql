-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT TUMBLE_START(rt, INTERVAL '5' MINUTE) AS ws, SUM(c) AS c, COUNT(*) AS w FROM (SELECT TUMBLE_ROWTIME(at_time, INTERVAL '1' MINUTE) AS rt, COUNT(*) AS c FROM readings GROUP BY TUMBLE(at_time, INTERVAL '1' MINUTE)) GROUP BY TUMBLE(rt, INTERVAL '5' MINUTE);
