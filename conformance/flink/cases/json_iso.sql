-- compare: exact
SET 'table.local-time-zone' = 'UTC';
CREATE TABLE iso (id INT, ts TIMESTAMP(3), ltz TIMESTAMP_LTZ(3))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/iso.json', 'format' = 'json', 'json.timestamp-format.standard' = 'ISO-8601');
SELECT id, ts, CAST(ltz AS TIMESTAMP(3)) AS l FROM iso;
