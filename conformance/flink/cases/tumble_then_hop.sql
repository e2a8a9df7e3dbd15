-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
CREATE TEMPORARY VIEW minutes AS SELECT window_time AS wt, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(at_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, window_time;
SELECT window_start, window_end, SUM(c) AS c FROM TABLE(HOP(TABLE minutes, DESCRIPTOR(wt), INTERVAL '1' MINUTE, INTERVAL '2' MINUTE)) GROUP BY window_start, window_end;
