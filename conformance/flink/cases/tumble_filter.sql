-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT COUNT(*) FILTER (WHERE action = 'view') AS viewed, COUNT(*) FILTER (WHERE action = 'click') AS presses, COUNT(DISTINCT user_id) FILTER (WHERE price > 2) AS u, SUM(price) FILTER (WHERE page IS NULL) AS s, TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS ws FROM clicks GROUP BY TUMBLE(event_time, INTERVAL '1' MINUTE);
