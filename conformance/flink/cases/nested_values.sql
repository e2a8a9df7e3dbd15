-- compare: exact
CREATE TABLE n (id INT, loc ROW<lat DOUBLE, lon DOUBLE, tags ARRAY<STRING>>, props MAP<STRING, STRING>, nums ARRAY<INT>)
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/nested.json', 'format' = 'json');
SELECT id, loc.lat AS lat, loc.lon AS lon, props, CARDINALITY(nums) AS c FROM n WHERE id < 3;
