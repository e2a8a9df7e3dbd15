-- compare: bag
CREATE TABLE c (user_id STRING, event_time STRING, price DECIMAL(10, 2), ts AS TO_TIMESTAMP(event_time), doubled AS price * 2,
  WATERMARK FOR ts AS ts - INTERVAL '1' SECOND)
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT TUMBLE_START(ts, INTERVAL '1' MINUTE) AS ws, COUNT(*) AS c, SUM(doubled) AS s FROM c GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);
