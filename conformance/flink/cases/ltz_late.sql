-- compare: bag
SET 'table.local-time-zone' = 'Asia/Tokyo';
CREATE TABLE readings (
  id INT, k STRING, n INT, at_ltz TIMESTAMP_LTZ(3),
  WATERMARK FOR at_ltz AS at_ltz - INTERVAL '0' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT CAST(window_start AS STRING) AS ws, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_ltz), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
