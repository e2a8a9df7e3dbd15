-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT k, window_end, MIN(n) AS mi, MAX(amount) AS ma, MIN(at_time) AS first_at FROM TABLE(CUMULATE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '20' SECOND, INTERVAL '2' MINUTE)) WHERE k IS NOT NULL GROUP BY k, window_start, window_end;
