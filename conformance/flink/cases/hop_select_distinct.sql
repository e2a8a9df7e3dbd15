-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
SELECT DISTINCT window_start, window_end, ok FROM TABLE(HOP(TABLE readings, DESCRIPTOR(at_time), INTERVAL '15' SECOND, INTERVAL '1' MINUTE));
