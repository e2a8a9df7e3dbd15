-- compare: exact
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT SUM(amount) AS s, AVG(amount) AS a, SUM(amount * amount) AS q, AVG(CAST(amount AS DECIMAL(38, 18))) AS w FROM readings WHERE id < 6;
