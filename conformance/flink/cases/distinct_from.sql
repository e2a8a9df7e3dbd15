-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT id, customer IS DISTINCT FROM 'a' AS d, amount IS NOT DISTINCT FROM 20 AS n FROM orders;
