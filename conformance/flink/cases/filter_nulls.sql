-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT id, amount > 5 AS gt, amount IS NULL AS isn, customer = 'a' OR amount > 6 AS o, NOT (customer = 'a' AND amount > 6) AS na, COALESCE(customer, 'none') AS co, NULLIF(customer, 'a') AS nu FROM orders WHERE amount <> 20 OR amount IS NULL;
