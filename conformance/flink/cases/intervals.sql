-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, ts + INTERVAL '1' DAY AS d1, ts - INTERVAL '2' HOUR AS h2, dt + INTERVAL '1' MONTH AS m1, ts + INTERVAL '1 02:03:04' DAY TO SECOND AS c FROM t WHERE ts IS NOT NULL;
