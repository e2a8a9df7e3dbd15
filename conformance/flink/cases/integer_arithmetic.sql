-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, i + 2147483647 AS wrap, bi + 1 AS bw, i / 2 AS half, i % 3 AS m, -i AS neg, ABS(i) AS ab, i * bi AS p FROM t WHERE i IS NOT NULL;
