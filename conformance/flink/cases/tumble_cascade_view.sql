-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
CREATE TEMPORARY VIEW small AS SELECT k, window_time AS wt, SUM(amount) AS s FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '1' MINUTE)) GROUP BY k, window_start, window_end, window_time;
SELECT window_start, COUNT(*) AS ks, SUM(s) AS s, MAX(s) AS m FROM TABLE(TUMBLE(TABLE small, DESCRIPTOR(wt), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end;
