-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT id FROM orders WHERE customer IN ('a', 'c') AND amount BETWEEN -5 AND 9 OR id NOT IN (1, 2, 3, 4, 5);
