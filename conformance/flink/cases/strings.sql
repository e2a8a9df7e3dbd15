-- compare: exact
CREATE TABLE t (
  id INT, b BOOLEAN, ti TINYINT, si SMALLINT, i INT, bi BIGINT, f FLOAT, d DOUBLE, `dec` DECIMAL(10, 2), s STRING,
  dt DATE, tm TIME(0), ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3)
) WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/types.json', 'format' = 'json');
SELECT id, CHAR_LENGTH(s) AS l, UPPER(s) AS u, SUBSTRING(s, 2, 3) AS sub, s || '!' AS ex, TRIM(s) AS tr, REPLACE(s, 'l', 'L') AS re, POSITION('l' IN s) AS po, REVERSE(s) AS rv, LPAD(s, 8, '*') AS lp, CONCAT_WS('-', s, 'x') AS cw, SPLIT_INDEX(s, 'l', 0) AS si FROM t;
