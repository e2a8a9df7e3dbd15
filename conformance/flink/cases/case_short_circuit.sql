-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT id, CASE WHEN amount = 0 THEN 0 WHEN amount > 0 THEN 100 / amount ELSE -1 END AS q, IF(amount > 9, 'big', 'small') AS sz FROM orders;
