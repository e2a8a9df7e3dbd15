-- compare: exact
CREATE TABLE m (id INT, nothing STRING, customer STRING)
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT * FROM m;
