-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, CAST(d AS INT), CAST(d AS BIGINT), CAST(`dec` AS INT), CAST(bi AS TINYINT), CAST(bi AS INT), CAST(i AS DOUBLE), CAST(bi AS DECIMAL(5, 1)), CAST(f AS DECIMAL(6, 2)), CAST(d AS DECIMAL(8, 3)) FROM t;
