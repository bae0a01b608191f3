-- Sales figures, one statement after another; the shop's cron job runs them.

-- How much was ordered on each day, without carts.
SELECT CAST(placed_at AS date) AS day, count(*) AS orders, sum(total) AS total
FROM orders
WHERE status <> 'cart'
GROUP BY CAST(placed_at AS date)
ORDER BY day;

/* Customers and what they bought;
   those without orders come last. */
SELECT c.id, c.full_name, sum(o.total) AS spent
FROM customers AS c
LEFT OUTER JOIN orders AS o ON o.customer_id = c.id AND o.status IN ('paid', 'shipped')
GROUP BY c.id, c.full_name
ORDER BY sum(o.total) DESC NULLS LAST, c.id;

-- The semicolons and quotes below are text.
SELECT sku || '; ' || name AS "label; text", 'it''s; -- no comment' AS remark
FROM products
WHERE description LIKE '%;%' OR description LIKE '%''%'
ORDER BY sku;

SELECT o.id, o.note
FROM orders o
WHERE o.note ~ '^[A-Z]:\\';

SELECT status, count(*) FROM orders GROUP BY status HAVING sum(total) > 10 ORDER BY count(*) DESC, status DESC;

SELECT id, total, total > 100 AS large, round(total * 0.19, 2) AS tax FROM orders WHERE NOT gift AND total BETWEEN 0.01 AND 1000000 ORDER BY id DESC;

SELECT coalesce(coupon_code, '(none)') AS coupon, count(DISTINCT customer_id) AS customers
FROM orders
GROUP BY coupon_code
ORDER BY coupon_code;

SELECT p.sku FROM products p WHERE (p.category_id, p.condition) IN (SELECT category_id, condition FROM products WHERE NOT active) ORDER BY p.sku OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY;

SELECT 7 / 2 AS three, -7 / 2 AS minus_three, -7 % 3 AS minus_one, 7.0 / 2 AS three_and_a_half, 2 ^ 10 AS kilo, '5'::int + 1 AS six;

SELECT 'a' || 'b' || 'c' AS abc, 'x' = 'X' AS same, E'tab\there' AS tab, 'back\slash' AS slash, $$it's dollar-quoted$$ AS dollars;

SELECT name, price FROM products WHERE name = 'Pot' OR name = 'Gartenstuhl grün' ORDER BY price DESC, name LIMIT ALL;

SELECT sku FROM products WHERE released_on > DATE '2020-02-29' + 365 ORDER BY released_on;

(SELECT full_name AS name FROM customers WHERE vip) UNION (SELECT name FROM warehouse.locations) ORDER BY name;
