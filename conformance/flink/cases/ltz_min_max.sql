-- compare: bag
SET 'table.local-time-zone' = 'Asia/Tokyo';
CREATE TABLE readings (
  id INT, k STRING, n INT, at_ltz TIMESTAMP_LTZ(3),
  WATERMARK FOR at_ltz AS at_ltz - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT CAST(MIN(at_ltz) AS STRING) AS f, CAST(MAX(at_ltz) AS STRING) AS l FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_ltz), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end;
