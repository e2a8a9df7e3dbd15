-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
CREATE TEMPORARY VIEW per_minute AS SELECT page, window_time AS wt, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY page, window_start, window_end, window_time;
SELECT window_start, window_end, MAX(c) AS m, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE per_minute, DESCRIPTOR(wt), INTERVAL '3' MINUTE)) GROUP BY window_start, window_end;
