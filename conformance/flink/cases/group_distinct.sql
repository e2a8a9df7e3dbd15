-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT COUNT(DISTINCT customer) AS dc, SUM(DISTINCT amount) AS ds, COUNT(DISTINCT amount) FILTER (WHERE amount > 0) AS df FROM orders;
