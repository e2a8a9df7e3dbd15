-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT VAR_POP(amount) AS vp, STDDEV_POP(CAST(amount AS DOUBLE)) AS sd FROM orders WHERE customer = 'a';
