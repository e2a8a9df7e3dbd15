-- compare: bag
SET 'table.local-time-zone' = 'Asia/Kolkata';
CREATE TABLE readings (
  id INT, k STRING, n INT, at_ltz TIMESTAMP_LTZ(3),
  WATERMARK FOR at_ltz AS at_ltz - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT CAST(window_start AS STRING) AS ws, CAST(window_end AS STRING) AS we, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_ltz), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;
