CREATE TABLE clickstream (
  user_id VARCHAR,
  page VARCHAR,
  action VARCHAR,
  event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'filesystem',
  'path' = '{path}',
  'format' = 'json'
)
