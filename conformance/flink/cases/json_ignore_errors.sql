-- compare: exact
CREATE TABLE bad (id INT, n INT, ts TIMESTAMP(3))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/bad.json', 'format' = 'json', 'json.ignore-parse-errors' = 'true');
SELECT * FROM bad;
