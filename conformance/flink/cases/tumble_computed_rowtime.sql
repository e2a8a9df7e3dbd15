-- compare: bag
CREATE TABLE readings (
  id INT, n INT, at_time STRING, rt AS TO_TIMESTAMP(at_time),
  WATERMARK FOR rt AS rt - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT window_start, SUM(n) AS s FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(rt), INTERVAL '1' MINUTE)) WHERE n < 1000 GROUP BY window_start, window_end;
