-- compare: bag
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT COUNT(*) c, COUNT(price) cp, SUM(price) s, MIN(price) mn, MAX(price) mx, AVG(price) av, MIN(user_id) mu, MAX(event_time) me, TUMBLE_END(event_time, INTERVAL '1' MINUTE) we FROM clicks GROUP BY TUMBLE(event_time, INTERVAL '1' MINUTE);
