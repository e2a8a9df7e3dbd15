-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, d / 3 AS q, f * 2 AS f2, SQRT(ABS(d)) AS r, POWER(2, i) AS pw, ROUND(d, 1) AS rd, SIGN(d) AS sg FROM t WHERE d IS NOT NULL;
