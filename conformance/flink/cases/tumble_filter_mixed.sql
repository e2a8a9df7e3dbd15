-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT k, window_start, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '1' MINUTE)) WHERE window_end < TIMESTAMP '2026-03-20 12:06:00' AND ok AND window_start <> TIMESTAMP '2026-03-20 12:01:00' GROUP BY k, window_start, window_end;
