-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT page, HOP_START(event_time, INTERVAL '30' SECOND, INTERVAL '1' MINUTE) AS ws, HOP_END(event_time, INTERVAL '30' SECOND, INTERVAL '1' MINUTE) AS we, COUNT(*) AS c FROM clicks GROUP BY page, HOP(event_time, INTERVAL '30' SECOND, INTERVAL '1' MINUTE);
