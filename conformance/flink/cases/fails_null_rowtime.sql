-- compare: bag
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3), WATERMARK FOR ts AS ts
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT COUNT(*) FROM t GROUP BY TUMBLE(ts, INTERVAL '1' DAY);
