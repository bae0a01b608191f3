extension WrongStatements {
  /// Wrong, or not, only when planned.
  static let planned = lines(
    #"""
    INSERT INTO totals VALUES (1, 2)
    INSERT INTO counter VALUES (1)
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (title) DO NOTHING
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id, title) DO NOTHING
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT category_parent_id_fkey DO NOTHING
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = excluded.id
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (a) DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (c) DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (d) DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (d) WHERE c = 'x' DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (a, b, c) DO NOTHING
    INSERT INTO plain VALUES (1, 'a', NULL) ON CONFLICT (a) DO NOTHING
    INSERT INTO plain VALUES (1, 'a', NULL) ON CONFLICT (a) DO UPDATE SET b = 'x'
    INSERT INTO customer (id, email, name) VALUES (1, 'a', 'b') ON CONFLICT (name) DO NOTHING
    INSERT INTO customer (id, email, name) VALUES (1, 'a', 'b') ON CONFLICT (id, email) DO NOTHING
    INSERT INTO order_item (order_id, line, product_id, price) VALUES (1, 1, 1, 1) ON CONFLICT (order_id) DO NOTHING
    UPDATE totals SET total = 1
    UPDATE counter SET last_value = 1
    DELETE FROM totals
    DELETE FROM counter
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (b, a) DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (lower(c)) DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (d) WHERE c IS NOT NULL DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT ON CONSTRAINT keys_a_b_key DO NOTHING
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT ON CONSTRAINT keys_c DO NOTHING
    INSERT INTO customer (id, email, name) VALUES (1, 'a', 'b') ON CONFLICT (email) DO UPDATE SET name = excluded.name
    """#)

  /// What has to be told from the errors of the other families.
  static let accepted = lines(
    #"""
    SELECT twice($1)
    SELECT twice(NULL)
    SELECT avatar || name FROM customer
    SELECT GREATEST(raw, raw) FROM customer
    SELECT (SELECT sum(c.id) FROM orders WHERE sum(c.id) > 1) FROM customer c
    SELECT row_number(*) OVER () FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS 1.5 PRECEDING) FROM customer
    INSERT INTO customer (tags) VALUES (ARRAY[1])
    INSERT INTO category (id, title) SELECT id, name FROM customer GROUP BY id, nick
    MERGE INTO category c USING product p ON c.id WHEN MATCHED THEN DELETE
    SELECT $1 + 1, $1 || 'a'
    SELECT $1::int, $1::text
    SELECT coalesce($1, $2) IS NULL
    SELECT array_append($1, $2)
    SELECT $1 = ANY ($2)
    SELECT name FROM customer LIMIT $1 OFFSET $1::int
    SELECT * FROM (VALUES (1)) AS v FOR UPDATE OF v
    SELECT collation for (5)
    SELECT c.name, count(*) FROM customer c GROUP BY c.id
    SELECT c.id, c.name, c.email, sum(o.total) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.name
    SELECT i.price FROM order_item i GROUP BY i.order_id, i.line
    SELECT upper(name), count(*) FROM customer GROUP BY upper(name) HAVING count(*) > 1 ORDER BY upper(customer.name)
    SELECT date_trunc('day', created_at) AS d, count(*) FROM customer GROUP BY 1 ORDER BY d
    SELECT extract(year FROM born), count(*) FROM customer GROUP BY extract(year FROM born)
    SELECT name, nick, count(*) FROM customer GROUP BY ROLLUP (name, nick)
    SELECT (SELECT max(o.total) FROM orders o WHERE o.customer_id = c.id) FROM customer c GROUP BY c.id
    SELECT max((SELECT o.total FROM orders o LIMIT 1)) FROM customer
    SELECT status, rank() OVER (ORDER BY sum(total)) FROM orders GROUP BY status
    SELECT sum(count(*)) OVER () FROM orders GROUP BY status
    SELECT DISTINCT ON (status) id, total FROM orders ORDER BY status, total DESC
    SELECT DISTINCT lower(name) FROM customer ORDER BY lower(name)
    SELECT DISTINCT status AS s FROM orders ORDER BY s
    SELECT id FROM customer FOR UPDATE OF customer SKIP LOCKED
    SELECT * FROM customer c JOIN LATERAL (SELECT * FROM orders o WHERE o.customer_id = c.id) AS o ON true
    SELECT * FROM customer c, generate_series(1, c.id) AS g
    SELECT generate_series(1, 3) ORDER BY 1
    SELECT id + 1 AS a FROM customer GROUP BY a, id
    SELECT id FROM customer ORDER BY -id
    SELECT 1 FROM customer GROUP BY ()
    VALUES (1), (2) ORDER BY column1 + 1
    VALUES (1, 'a'), (2, NULL)
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
    WITH RECURSIVE t (id, path) AS (SELECT id, ARRAY[id] FROM category WHERE parent_id IS NULL UNION ALL SELECT c.id, t.path || c.id FROM category c JOIN t ON c.parent_id = t.id) SELECT * FROM t
    WITH RECURSIVE a AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT * FROM b
    INSERT INTO numbered (id, n) VALUES (DEFAULT, 1), (DEFAULT, 2)
    INSERT INTO numbered (id, n) OVERRIDING SYSTEM VALUE VALUES (1, 2)
    INSERT INTO numbered (id, n) OVERRIDING USER VALUE SELECT 1, 2
    UPDATE numbered SET twice = DEFAULT, n = 2
    INSERT INTO named_customer (id, name) VALUES (1, 'a')
    UPDATE named_customer SET name = 'x' WHERE loud = 'X'
    DELETE FROM named_customer WHERE id = 1
    UPDATE customer SET scores[1] = 1, scores[2] = 2
    UPDATE customer SET home.city = 'x', home.zip = 1
    UPDATE customer SET (name, nick) = (SELECT title, 'x' FROM category LIMIT 1)
    SELECT count(*) FILTER (WHERE active) FROM customer
    SELECT string_agg(DISTINCT name, ',' ORDER BY name) FROM customer
    SELECT string_agg(name, ',' ORDER BY id) FROM customer
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY balance) FROM customer
    SELECT rank(5) WITHIN GROUP (ORDER BY id) FROM customer
    SELECT sum(total) OVER w, rank() OVER (w ORDER BY id) FROM orders WINDOW w AS (PARTITION BY status)
    SELECT sum(total) OVER (ORDER BY placed_at RANGE BETWEEN '1 day' PRECEDING AND CURRENT ROW) FROM orders
    SELECT sum(id) OVER (ORDER BY id RANGE 1 PRECEDING) FROM orders
    SELECT * FROM jsonb_to_record('{}') AS t (a integer, b text)
    SELECT * FROM rows_of('x') AS t (a integer, b text)
    SELECT (home).city, (c.home).zip FROM customer c
    SELECT customer FROM customer
    SELECT c.id FROM customer c JOIN orders USING (id) GROUP BY c.id, id
    SELECT id, count(*) FROM customer JOIN orders USING (id) GROUP BY id
    SELECT id FROM customer FULL JOIN orders USING (id) GROUP BY id
    SELECT name FROM customer GROUP BY customer.id, name HAVING max(id) > 1 ORDER BY count(*) DESC, customer.email
    SELECT CASE WHEN status = 'x' THEN 1 ELSE 2 END AS k, count(*) FROM orders GROUP BY CASE WHEN status = 'x' THEN 1 ELSE 2 END
    SELECT coalesce(note, '') AS n, count(*) FROM orders GROUP BY coalesce(note, '') ORDER BY n
    SELECT count(*) FROM customer HAVING count(*) > 0
    SELECT grouping(name), name FROM customer GROUP BY CUBE (name)
    SELECT o.*, sum(i.price) FROM orders o LEFT JOIN order_item i ON i.order_id = o.id GROUP BY o.id
    SELECT '2024-02-29'::date, 'now'::timestamp, '2024-01-01 24:00'::timestamp, '1 day 2 hours ago'::interval, 'P1Y2M'::interval, 'infinity'::date
    SELECT ' 5 '::int, '-0'::bigint, '1e3'::numeric, 'NaN'::float8, '.5'::numeric, 'Infinity'::numeric, 't'::bool, ' YES '::bool
    SELECT '{1,NULL,3}'::int[], '{{1,2},{3,4}}'::int[], '[2:3]={1,2}'::int[], '{"a b",c}'::text[], '{}'::int[], '(a,,5)'::address, '[1,5)'::int4range, 'empty'::int4range
    SELECT '{"a": [1, 2.5e3, true, null, "x\u00e9"]}'::jsonb, '"s"'::json, '\xDEADbeef'::bytea, '10.0.0.0/8'::inet, '::1'::inet, '{A0EEBC99-9C0B4EF8BB6D6BB9BD380A11}'::uuid, '1010'::bit(4)
    SELECT 'customer'::regclass, 'int4'::regtype, 'integer'::regtype, 'public.customer'::regclass
    SELECT name FROM customer WHERE id = $1 OR $1 IS NULL
    SELECT $1::int IS NULL, $2 || 'a', $3 LIKE 'x'
    SELECT name FROM customer WHERE name ILIKE '%' || $1 || '%' LIMIT $2 OFFSET $3
    INSERT INTO category (id, title) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET title = excluded.title
    SELECT coalesce($1, 'x'), nullif($2, 5)
    SELECT * FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
    SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()
    SELECT name COLLATE "C" FROM customer ORDER BY name COLLATE "C"
    SELECT id FROM customer UNION SELECT id FROM orders ORDER BY id
    SELECT id AS a FROM customer UNION ALL SELECT 1 ORDER BY a LIMIT 1
    CALL archive(1)
    CALL archive($1)
    EXPLAIN SELECT name FROM customer GROUP BY id
    SELECT nextval('counter')
    SELECT x.* FROM (SELECT count(*) AS n FROM customer) AS x WHERE x.n > 1
    SELECT (SELECT c.name) FROM customer c GROUP BY c.id
    SELECT array(SELECT id FROM orders ORDER BY id)
    SELECT row_to_json(c) FROM customer c GROUP BY c.id
    """#)
}
