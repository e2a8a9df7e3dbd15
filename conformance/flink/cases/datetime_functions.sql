-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, EXTRACT(YEAR FROM ts) AS y, EXTRACT(MONTH FROM ts) AS m, EXTRACT(DAY FROM dt) AS d, EXTRACT(HOUR FROM ts) AS h, EXTRACT(QUARTER FROM dt) AS q, DATE_FORMAT(ts, 'yyyy-MM-dd HH:mm') AS df, FLOOR(ts TO HOUR) AS fl, CEIL(ts TO DAY) AS ce, TIMESTAMPDIFF(DAY, TIMESTAMP '2026-01-01 00:00:00', ts) AS td FROM t WHERE ts IS NOT NULL AND ts > TIMESTAMP '1990-01-01 00:00:00';
