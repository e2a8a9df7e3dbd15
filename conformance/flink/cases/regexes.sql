-- compare: exact
CREATE TABLE clicks (
  user_id STRING, page STRING, action STRING, price DECIMAL(10, 2), event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/clicks.json', 'format' = 'json');
SELECT page, REGEXP_EXTRACT(page, '/([a-z]+)', 1) AS g, REGEXP_REPLACE(page, '[aeiou]', '.') AS r FROM clicks WHERE action = 'click';
