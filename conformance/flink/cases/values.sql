-- compare: bag
SELECT * FROM (VALUES (1, 'a', TRUE), (2, 'b', FALSE), (3, CAST(NULL AS STRING), CAST(NULL AS BOOLEAN))) AS t(x, y, z);
