-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT TUMBLE_ROWTIME(event_time, INTERVAL '1' MINUTE) AS rt, COUNT(*) AS c FROM clicks GROUP BY TUMBLE(event_time, INTERVAL '1' MINUTE);
