-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT window_end, COUNT(DISTINCT k) AS ks, COUNT(DISTINCT n) FILTER (WHERE k = 'a') AS ns, COUNT(*) FILTER (WHERE ok IS NULL) AS nulls_of_ok FROM TABLE(CUMULATE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '20' SECOND, INTERVAL '2' MINUTE)) GROUP BY window_start, window_end;
