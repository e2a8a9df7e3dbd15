-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT MIN(s) AS m, MAX(s) AS x FROM (SELECT customer, SUM(amount) AS s FROM orders GROUP BY customer);
