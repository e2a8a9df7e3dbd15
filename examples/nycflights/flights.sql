-- Departures from each New York airport, hour by hour, while the flights come in.
CREATE TABLE flights (
  carrier VARCHAR,
  flight INT,
  origin VARCHAR,
  dest VARCHAR,
  time_hour TIMESTAMP(3),
  WATERMARK FOR time_hour AS time_hour - INTERVAL '1' HOUR
) WITH (
  'connector' = 'kinesis',
  'stream' = 'flights',
  'aws.region' = 'us-east-1',
  'scan.stream.initpos' = 'TRIM_HORIZON',
  'format' = 'json'
);

CREATE TABLE departures_per_hour (
  origin VARCHAR,
  hour_start TIMESTAMP(3),
  departures BIGINT,
  carriers BIGINT
) WITH (
  'connector' = 'kinesis',
  'stream' = 'departures-per-hour',
  'aws.region' = 'us-east-1',
  'format' = 'json'
);

INSERT INTO departures_per_hour
SELECT
  origin,
  TUMBLE_START(time_hour, INTERVAL '1' HOUR) AS hour_start,
  COUNT(*) AS departures,
  COUNT(DISTINCT carrier) AS carriers
FROM flights
WHERE origin <> 'END'
GROUP BY
  origin,
  TUMBLE(time_hour, INTERVAL '1' HOUR);
