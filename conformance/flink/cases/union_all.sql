-- compare: bag
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT id, customer FROM orders WHERE id < 3 UNION ALL SELECT id * 100, UPPER(customer) FROM orders WHERE id > 7;
