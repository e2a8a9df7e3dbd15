-- Define Kinesis source table
CREATE TABLE clickstream (
user_id VARCHAR,
page VARCHAR,
action VARCHAR,
event_time TIMESTAMP(3),
WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH (
'connector' = 'kinesis',
'stream' = 'clickstream-data',
'aws.region' = 'us-east-1',
'scan.stream.initpos' = 'LATEST',
'format' = 'json'
);

CREATE TABLE events (
  id INT,
  millis BIGINT,
  plain TIMESTAMP(3),
  detail ROW<city STRING, size INT>,
  shard STRING METADATA FROM 'shard-id' VIRTUAL,
  ts AS TO_TIMESTAMP_LTZ(millis, 3),
  p AS PROCTIME(),
  PRIMARY KEY (id) NOT ENFORCED,
  WATERMARK FOR ts AS ts - INTERVAL '1' SECOND
) WITH ('connector' = 'kinesis', 'stream' = 'events', 'format' = 'json');

CREATE TABLE pages (page STRING, hits BIGINT) WITH ('connector' = 'filesystem', 'path' = 's3://b/p', 'format' = 'json');

CREATE TABLE shown (page STRING, hits BIGINT) WITH ('connector' = 'print');
