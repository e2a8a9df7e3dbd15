-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT customer, COUNT(*) AS c FROM orders GROUP BY customer HAVING COUNT(*) < 3;
