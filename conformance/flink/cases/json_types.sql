-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, b, ti, si, i, bi, f, d, `dec`, s, dt, tm, ts FROM t;
