-- compare: bag
CREATE TABLE readings (
  id INT, k STRING, n INT, amount DECIMAL(10, 2), x DOUBLE, at_time TIMESTAMP(3), ok BOOLEAN,
  WATERMARK FOR at_time AS at_time - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/readings.json', 'format' = 'json');
CREATE TEMPORARY VIEW fine AS SELECT * FROM readings WHERE ok IS TRUE;
SELECT window_start, COUNT(*) AS c FROM TABLE(TUMBLE(TABLE fine, DESCRIPTOR(at_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
