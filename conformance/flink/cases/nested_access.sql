-- compare: exact
CREATE TABLE n (id INT, loc ROW<lat DOUBLE, lon DOUBLE, tags ARRAY<STRING>>, props MAP<STRING, STRING>, nums ARRAY<INT>)
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/nested.json', 'format' = 'json');
SELECT id, n.loc.lat, n.loc.tags[1] AS t1, n.loc.tags[9] AS t9, props['k'] AS k, nums[2] AS n2, CARDINALITY(nums) AS c FROM n;
