extension WrongStatements {
  static let aggregates = #"""
    SELECT name FROM customer WHERE count(*) > 1
    SELECT name FROM customer WHERE sum(id) = 1
    SELECT name FROM customer WHERE id = max(id)
    SELECT sum(count(*)) FROM customer
    SELECT max(min(id)) FROM customer
    SELECT count(*) FILTER (WHERE count(*) > 1) FROM customer
    SELECT 1 FROM customer JOIN orders ON count(*) > 1
    SELECT 1 FROM customer GROUP BY count(*)
    SELECT 1 FROM generate_series(1, count(*))
    SELECT 1 FROM customer, generate_series(1, max(customer.id))
    SELECT 1 FROM customer c, LATERAL (SELECT max(c.id)) AS t
    SELECT 1 FROM customer LIMIT count(*)
    SELECT 1 FROM customer LIMIT max(id)
    SELECT 1 OFFSET sum(1)
    INSERT INTO category VALUES (count(*), 1, 'a')
    INSERT INTO category (id, title) VALUES (max(1), 'a')
    VALUES (count(*))
    UPDATE customer SET id = count(*)
    UPDATE customer SET id = max(id)
    DELETE FROM customer WHERE max(id) = 1
    DELETE FROM customer RETURNING count(*)
    INSERT INTO category VALUES (1, 1, 'a') RETURNING max(id)
    SELECT string_agg(name) FROM customer
    SELECT string_agg(id, ',') FROM customer
    SELECT string_agg(DISTINCT name, ',' ORDER BY id) FROM customer
    SELECT count(DISTINCT *) FROM customer
    SELECT array_agg(DISTINCT id ORDER BY name) FROM customer
    SELECT count(DISTINCT raw) FROM customer
    SELECT percentile_cont(0.5) FROM customer
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY name) FROM customer
    SELECT percentile_cont(balance) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT percentile_cont(0.5, 1) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT mode() FROM customer
    SELECT mode(id) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT sum(id) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT rank() WITHIN GROUP (ORDER BY id) FROM customer
    SELECT rank(1, 2) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT rank(DISTINCT 1) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT sum(generate_series(1, 3))
    SELECT sum(unnest(scores)) FROM customer
    SELECT sum(row_number() OVER ()) FROM customer
    SELECT sum(id ORDER BY count(*)) FROM customer
    SELECT id FROM customer c WHERE EXISTS (SELECT 1 FROM orders WHERE max(c.id) = 1)
    SELECT grouping(id) FROM customer
    SELECT grouping(name) FROM customer GROUP BY id
    SELECT grouping(id + 1) FROM customer GROUP BY id
    SELECT id FROM customer WHERE grouping(id) = 1 GROUP BY id
    WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT max(n) + 1 FROM t) SELECT * FROM t
    SELECT sum(DISTINCT) FROM customer
    SELECT every(id) FROM customer
    SELECT bool_or(name) FROM customer
    SELECT json_object_agg(id) FROM customer
    """#

  static let grouping = #"""
    SELECT name, count(*) FROM customer
    SELECT name, sum(balance) FROM customer
    SELECT *, count(*) FROM customer
    SELECT c.*, count(*) FROM customer c
    SELECT name FROM customer GROUP BY email
    SELECT c.name FROM customer c GROUP BY c.email
    SELECT name, nick FROM customer GROUP BY name
    SELECT name, count(*) FROM customer GROUP BY nick
    SELECT upper(name) FROM customer GROUP BY lower(name)
    SELECT name || nick FROM customer GROUP BY name
    SELECT name FROM customer GROUP BY upper(name)
    SELECT id + 1 FROM customer GROUP BY id + 2
    SELECT 1 FROM customer GROUP BY name HAVING nick = 'x'
    SELECT count(*) FROM customer HAVING name = 'x'
    SELECT name FROM customer HAVING true
    SELECT name FROM customer HAVING count(*) > 1
    SELECT count(*) FROM customer ORDER BY name
    SELECT name FROM customer GROUP BY name ORDER BY id
    SELECT name FROM customer GROUP BY name ORDER BY balance + 1
    SELECT o.status, c.name FROM orders o JOIN customer c ON c.id = o.customer_id GROUP BY o.id
    SELECT c.name, sum(o.total) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY o.customer_id
    SELECT i.price FROM order_item i GROUP BY i.order_id
    SELECT i.price FROM order_item i GROUP BY i.line
    SELECT a, b FROM plain GROUP BY a
    SELECT a, b, c FROM keys GROUP BY a, b
    SELECT n.name FROM named_customer n GROUP BY n.id
    SELECT t.name FROM (SELECT id, name FROM customer) AS t GROUP BY t.id
    SELECT (SELECT c.name) FROM customer c GROUP BY c.email
    SELECT (SELECT max(o.total) FROM orders o WHERE o.customer_id = c.balance) FROM customer c GROUP BY c.email
    SELECT (SELECT o.id FROM orders o WHERE o.note = c.nick LIMIT 1) FROM customer c GROUP BY c.email
    SELECT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.small) FROM customer c GROUP BY c.email
    SELECT CASE WHEN name = 'x' THEN 1 END, count(*) FROM customer
    SELECT date_trunc('day', created_at), count(*) FROM customer
    SELECT date_trunc('day', created_at), count(*) FROM customer GROUP BY date_trunc('month', created_at)
    SELECT extract(year FROM born), count(*) FROM customer GROUP BY extract(month FROM born)
    SELECT name, count(*) FROM customer GROUP BY 2
    SELECT name, count(*) FROM customer GROUP BY 1, 2
    SELECT name FROM customer GROUP BY 2
    SELECT name FROM customer GROUP BY 0
    SELECT name FROM customer GROUP BY -1
    SELECT name FROM customer GROUP BY 'x'
    SELECT name FROM customer GROUP BY 1.5
    SELECT name FROM customer GROUP BY NULL
    SELECT name FROM customer GROUP BY true
    SELECT name, nick FROM customer GROUP BY ROLLUP (name)
    SELECT name, nick FROM customer GROUP BY GROUPING SETS ((name), ())
    SELECT name, nick FROM customer GROUP BY CUBE (name), nick HAVING id = 1
    SELECT id, name FROM customer GROUP BY ROLLUP (id)
    SELECT c FROM customer c GROUP BY c.email
    SELECT c.ctid FROM customer c GROUP BY c.email
    SELECT ROW(name, nick) FROM customer GROUP BY name
    SELECT DISTINCT name FROM customer GROUP BY email
    SELECT count(*), sum(o.total) OVER (ORDER BY o.id) FROM orders o
    SELECT name, rank() OVER (ORDER BY balance) FROM customer GROUP BY name
    SELECT name, count(*) OVER (PARTITION BY nick) FROM customer GROUP BY name
    SELECT name, count(*) OVER w FROM customer GROUP BY name WINDOW w AS (ORDER BY nick)
    SELECT customer_id, status FROM orders WHERE total > 1 GROUP BY customer_id HAVING count(*) > 1 ORDER BY 1
    SELECT json_agg(name), nick FROM customer
    SELECT name, array_agg(DISTINCT id), max(balance) FROM customer
    SELECT count(*) FROM customer GROUP BY name, emial
    SELECT raw FROM customer GROUP BY raw
    SELECT max(id) FROM customer GROUP BY scores[1] HAVING scores[2] = 1
    SELECT scores[1] FROM customer GROUP BY scores[2]
    SELECT home FROM customer GROUP BY (home).city
    SELECT id FROM orders JOIN order_item ON order_id = id GROUP BY order_id
    SELECT c.id, o.id FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id
    SELECT id FROM customer JOIN category USING (id) GROUP BY title
    SELECT * FROM customer GROUP BY name
    SELECT count(*), (SELECT name) FROM customer
    SELECT a FROM plain GROUP BY b ORDER BY a
    SELECT a AS x FROM plain GROUP BY b
    SELECT b AS a FROM plain GROUP BY a
    """#

  static let windows = #"""
    SELECT name FROM customer WHERE row_number() OVER () = 1
    SELECT name FROM customer WHERE rank() OVER (ORDER BY id) < 3
    SELECT count(*) FROM customer GROUP BY row_number() OVER ()
    SELECT count(*) FROM customer HAVING row_number() OVER () = 1
    SELECT row_number() FROM customer
    SELECT rank() FROM customer
    SELECT lag(id) FROM customer
    SELECT ntile(4) FROM customer
    SELECT row_number(1) OVER () FROM customer
    SELECT sum(id) OVER w FROM customer
    SELECT sum(id) OVER w FROM customer WINDOW x AS (ORDER BY id)
    SELECT sum(id) OVER (w ORDER BY id) FROM customer WINDOW w AS (ORDER BY name)
    SELECT sum(id) OVER (w PARTITION BY id) FROM customer WINDOW w AS (ORDER BY name)
    SELECT sum(id) OVER (w) FROM customer WINDOW w AS (ORDER BY name ROWS 1 PRECEDING)
    SELECT sum(id) OVER (w ORDER BY id) FROM customer WINDOW w AS (PARTITION BY name ROWS 1 PRECEDING)
    SELECT 1 FROM customer WINDOW w AS (ORDER BY id), w AS (ORDER BY name)
    SELECT sum(sum(id) OVER ()) OVER () FROM customer
    SELECT row_number() OVER (ORDER BY rank() OVER ()) FROM customer
    SELECT sum(id) OVER (PARTITION BY row_number() OVER ()) FROM customer
    SELECT count(DISTINCT id) OVER () FROM customer
    SELECT sum(id ORDER BY id) OVER () FROM customer
    SELECT rank() FILTER (WHERE true) OVER (ORDER BY id) FROM customer
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY id) OVER () FROM customer
    SELECT row_number() WITHIN GROUP (ORDER BY id) FROM customer
    SELECT row_number() FILTER (WHERE true) FROM customer
    SELECT sum(id) OVER (ORDER BY nosuch) FROM customer
    SELECT sum(id) OVER (PARTITION BY nosuch) FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS 'x' PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS name PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS id PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS true PRECEDING) FROM customer
    SELECT sum(id) OVER (RANGE 1 PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY id, name RANGE 1 PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY name RANGE 1 PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY born RANGE 1 PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY born RANGE 'x' PRECEDING) FROM customer
    SELECT sum(id) OVER (GROUPS 1 PRECEDING) FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS sum(1) PRECEDING) FROM customer
    UPDATE customer SET id = row_number() OVER ()
    DELETE FROM customer WHERE row_number() OVER () > 1
    INSERT INTO category VALUES (row_number() OVER (), 1, 'a')
    DELETE FROM customer RETURNING row_number() OVER ()
    SELECT 1 FROM customer JOIN orders ON row_number() OVER () = 1
    SELECT 1 FROM customer LIMIT row_number() OVER ()
    SELECT 1 FROM generate_series(1, row_number() OVER ())
    VALUES (row_number() OVER ())
    SELECT sum(id) FILTER (WHERE row_number() OVER () = 1) FROM customer
    SELECT generate_series(1, 3) OVER ()
    SELECT nosuch(1) OVER ()
    SELECT first_value() OVER () FROM customer
    SELECT lag(id, 'x') OVER () FROM customer
    SELECT lag(id, 1, 'x'::text) OVER () FROM customer
    """#

  static let sets = #"""
    SELECT 1 UNION SELECT 'a'::text
    SELECT 1, 2 UNION SELECT 3
    SELECT 1 UNION SELECT 2, 3
    SELECT id FROM customer INTERSECT SELECT name FROM customer
    SELECT id, name FROM customer EXCEPT SELECT name, id FROM customer
    SELECT 1 UNION SELECT 2 UNION SELECT true
    SELECT 1 UNION SELECT 2 UNION SELECT 3, 4
    SELECT 1 UNION ALL (SELECT 2 UNION SELECT 'a'::text)
    SELECT * FROM customer UNION SELECT * FROM orders
    SELECT * FROM category UNION SELECT id, title FROM category
    SELECT born FROM customer UNION SELECT id FROM customer
    SELECT raw FROM customer UNION SELECT raw FROM customer
    SELECT raw FROM customer INTERSECT SELECT raw FROM customer
    SELECT NULL::point UNION SELECT NULL::point
    SELECT 1 UNION SELECT nosuch
    SELECT id FROM customer UNION SELECT id FROM orders ORDER BY name
    SELECT id FROM customer UNION SELECT id FROM orders ORDER BY id + 1
    SELECT id FROM customer UNION SELECT id FROM orders ORDER BY customer.id
    SELECT id FROM customer UNION SELECT id FROM orders ORDER BY 2
    SELECT id FROM customer UNION SELECT id FROM orders ORDER BY lower('x')
    SELECT id AS a FROM customer UNION SELECT id AS b FROM orders ORDER BY b
    SELECT 1 AS a UNION SELECT 2 FOR UPDATE
    SELECT 1 INTO TEMP x UNION SELECT 2 INTO TEMP y
    SELECT 1 UNION SELECT 2 LIMIT 'a'::text
    VALUES (1, 2), (3)
    VALUES (1), (2, 3)
    VALUES (1), ('a'::text)
    VALUES (1, 'a'), (2, 3), (3, true)
    SELECT * FROM (VALUES (1, 2), (3)) AS v
    SELECT * FROM (VALUES (1), (true)) AS v (a)
    SELECT v.b FROM (VALUES (1)) AS v (a)
    SELECT v.a FROM (VALUES (1)) AS v (a, b)
    VALUES (DEFAULT)
    VALUES (nosuch)
    SELECT * FROM (VALUES (1) UNION SELECT 'a'::text) AS v
    VALUES (1), (2) ORDER BY column2
    """#

  static let subqueries = #"""
    SELECT (SELECT 1, 2)
    SELECT (SELECT id, name FROM customer)
    SELECT (SELECT * FROM customer)
    SELECT (SELECT)
    SELECT ARRAY(SELECT 1, 2)
    SELECT id IN (SELECT id, name FROM customer) FROM customer
    SELECT id IN (SELECT name FROM customer) FROM customer
    SELECT (id, name) IN (SELECT id FROM customer) FROM customer
    SELECT (id, name) IN (SELECT name, id FROM customer) FROM customer
    SELECT id = (SELECT name FROM customer LIMIT 1) FROM customer
    SELECT id = ANY (SELECT name FROM customer) FROM customer
    SELECT id > ALL (SELECT id, name FROM customer) FROM customer
    SELECT (id, name) = (SELECT id FROM customer) FROM customer
    SELECT (id, name) = (SELECT id, name, nick FROM customer) FROM customer
    SELECT id + (SELECT true) FROM customer
    SELECT id FROM customer WHERE (SELECT 5)
    SELECT id FROM customer WHERE (SELECT id, name FROM customer)
    SELECT * FROM (SELECT 1, 2)
    SELECT * FROM customer, (SELECT customer.id) AS t
    SELECT * FROM customer c, (SELECT c.id) AS t
    SELECT * FROM customer, (SELECT name) AS t
    SELECT * FROM customer c JOIN (SELECT * FROM orders o WHERE o.customer_id = c.id) AS o ON true
    SELECT * FROM customer c LEFT JOIN (SELECT c.id AS x) AS t ON t.x = c.id
    SELECT * FROM (SELECT o.id) AS t, orders o
    SELECT * FROM LATERAL (SELECT o.id) AS t, orders o
    SELECT * FROM customer c RIGHT JOIN LATERAL (SELECT c.id) AS t ON true
    SELECT * FROM customer c FULL JOIN LATERAL (SELECT c.id) AS t ON true
    SELECT * FROM customer c RIGHT JOIN LATERAL (SELECT c.nosuch) AS t ON true
    SELECT * FROM customer c RIGHT JOIN LATERAL (SELECT nick) AS t ON true
    SELECT * FROM customer c, orders o WHERE o.id = (SELECT p.id FROM product p WHERE p.id = q.id)
    SELECT * FROM customer c WHERE c.id = (SELECT o.id FROM orders o WHERE o.custmer_id = c.id)
    SELECT (SELECT x.id FROM orders o) FROM customer c
    SELECT o.id FROM customer c WHERE EXISTS (SELECT 1 FROM orders o)
    SELECT t.id FROM customer c WHERE id IN (SELECT t.id FROM orders t)
    SELECT * FROM generate_series(1, c.id) AS g, customer c
    SELECT * FROM customer c RIGHT JOIN generate_series(1, c.id) AS g ON true
    SELECT id FROM customer WHERE id IN (SELECT)
    SELECT id FROM customer WHERE EXISTS (SELECT nosuch FROM orders)
    SELECT id FROM customer WHERE NOT EXISTS (SELECT 1 FROM nowhere)
    SELECT (SELECT 1 UNION SELECT 'a'::text)
    SELECT (SELECT count(*) FROM orders GROUP BY customer.id HAVING customer.nosuch = 1) FROM customer
    """#

  static let joins = #"""
    SELECT * FROM customer JOIN orders USING (customer_id)
    SELECT * FROM customer JOIN orders USING (nosuch)
    SELECT * FROM customer JOIN orders USING (status)
    SELECT * FROM customer JOIN orders USING (id, nosuch)
    SELECT * FROM customer JOIN orders USING (id, id)
    SELECT * FROM plain JOIN customer ON plain.nosuch = customer.id
    SELECT * FROM plain JOIN customer ON a = x.id
    SELECT * FROM plain JOIN customer ON id = b
    SELECT * FROM customer c JOIN orders o ON c.id = p.id JOIN product p ON true
    SELECT * FROM a JOIN b ON true
    SELECT * FROM (customer JOIN orders ON true) JOIN product USING (id)
    SELECT * FROM customer c JOIN (orders o JOIN product p ON o.customer_id = c.id) ON true
    SELECT id FROM customer JOIN product USING (id) JOIN orders ON true
    SELECT x.status FROM customer JOIN orders USING (id) AS x
    SELECT * FROM customer c JOIN orders o USING (id) AS o
    SELECT * FROM customer JOIN plain ON customer.name = plain.c
    SELECT * FROM category JOIN product ON title = title
    SELECT c.name FROM (customer c JOIN orders o ON true) AS j
    SELECT j.nosuch FROM (customer c JOIN orders o ON true) AS j
    SELECT j.id FROM (customer c JOIN orders o ON true) AS j
    SELECT 1 FROM product p NATURAL JOIN plain NATURAL JOIN nowhere
    SELECT 1 FROM (SELECT 1 AS id) AS a NATURAL JOIN (SELECT true AS id) AS b
    SELECT 1 FROM (SELECT 1 AS id) AS a JOIN (SELECT 'x'::text AS id) AS b USING (id)
    SELECT 1 FROM (SELECT 1 AS id, 2 AS id) AS a JOIN customer USING (id)
    SELECT 1 FROM customer LEFT JOIN orders ON orders.customer_id = customer.id AND orders.nosuch
    SELECT 1 FROM customer TABLESAMPLE nosuch (10)
    SELECT 1 FROM customer TABLESAMPLE bernoulli ('x'::text)
    SELECT 1 FROM customer TABLESAMPLE bernoulli (1, 2)
    SELECT 1 FROM order_summary TABLESAMPLE system (10)
    """#
}
