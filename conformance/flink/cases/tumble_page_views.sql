-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT page, COUNT(*) AS view_count, COUNT(DISTINCT user_id) AS unique_users, TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start, TUMBLE_END(event_time, INTERVAL '1' MINUTE) AS window_end FROM clicks WHERE action = 'view' GROUP BY page, TUMBLE(event_time, INTERVAL '1' MINUTE);
