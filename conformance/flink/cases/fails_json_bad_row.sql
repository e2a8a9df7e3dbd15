-- compare: exact
CREATE TABLE bad (id INT, n INT, ts TIMESTAMP(3))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/bad.json', 'format' = 'json');
SELECT id FROM bad;
