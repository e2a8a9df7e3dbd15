-- compare: bag
SET 'table.local-time-zone' = 'Europe/Berlin';
CREATE TABLE readings (
  id INT, k STRING, n INT, at_ltz TIMESTAMP_LTZ(3),
  WATERMARK FOR at_ltz AS at_ltz - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/days.json', 'format' = 'json');
SELECT CAST(TUMBLE_START(at_ltz, INTERVAL '1' DAY) AS STRING) AS ws, CAST(TUMBLE_END(at_ltz, INTERVAL '1' DAY) AS STRING) AS we, COUNT(*) AS c, SUM(n) AS s FROM readings GROUP BY TUMBLE(at_ltz, INTERVAL '1' DAY);
