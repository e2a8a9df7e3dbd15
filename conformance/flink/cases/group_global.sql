-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT COUNT(*) AS c, SUM(price) AS s, AVG(amount) AS a, MIN(amount) AS mn, MAX(price) AS mx FROM orders;
