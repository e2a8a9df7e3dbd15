-- compare: exact
CREATE TABLE orders (id INT, customer STRING, amount INT, price DECIMAL(10, 2))
WITH ('connector' = 'filesystem', 'path' = '${INPUTS}/orders.json', 'format' = 'json');
SELECT id, price + 1 AS p1, price * price AS sq, price / 3 AS third, price - amount AS diff, price / amount AS ratio, ROUND(price, 1) AS r, FLOOR(price) AS fl, CEIL(price) AS ce, price % 2 AS m FROM orders;
