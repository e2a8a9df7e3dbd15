-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT page, TUMBLE_START(event_time, INTERVAL '10' SECOND) AS ws, COUNT(*) AS c FROM clicks GROUP BY page, TUMBLE(event_time, INTERVAL '10' SECOND);
