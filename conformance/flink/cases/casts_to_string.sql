-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, CAST(b AS STRING), CAST(bi AS STRING), CAST(d AS STRING), CAST(f AS STRING), CAST(`dec` AS STRING), CAST(dt AS STRING), CAST(tm AS STRING), CAST(ts AS STRING) FROM t;
