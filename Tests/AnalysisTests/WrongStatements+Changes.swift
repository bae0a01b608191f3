extension WrongStatements {
  static let ordering = #"""
    SELECT id FROM customer ORDER BY 2
    SELECT id FROM customer ORDER BY 0
    SELECT id FROM customer ORDER BY -1 + true
    SELECT id FROM customer ORDER BY 'x'
    SELECT id FROM customer ORDER BY 1.5
    SELECT id FROM customer ORDER BY NULL
    SELECT id FROM customer ORDER BY nosuch DESC
    SELECT id FROM customer ORDER BY c.id
    SELECT id AS a, name AS a FROM customer ORDER BY a
    SELECT DISTINCT id FROM customer ORDER BY name
    SELECT DISTINCT name FROM customer ORDER BY lower(name)
    SELECT DISTINCT name FROM customer ORDER BY 1, id
    SELECT DISTINCT ON (name) id FROM customer ORDER BY id
    SELECT DISTINCT ON (name) id, name FROM customer ORDER BY id, name
    SELECT DISTINCT ON (name, nick) id FROM customer ORDER BY name, id
    SELECT DISTINCT ON (3) id FROM customer
    SELECT DISTINCT ON (nosuch) id FROM customer
    SELECT DISTINCT ON (raw) id FROM customer
    SELECT DISTINCT raw FROM customer
    SELECT DISTINCT * FROM customer
    SELECT id FROM customer ORDER BY raw
    SELECT id FROM customer ORDER BY home USING +
    SELECT id FROM customer ORDER BY id USING +
    SELECT id FROM customer ORDER BY id USING =
    SELECT id FROM customer ORDER BY id USING ###
    SELECT count(*) FROM customer GROUP BY raw
    SELECT NULL::point AS p FROM customer ORDER BY p
    SELECT array_agg(id ORDER BY raw) FROM customer
    SELECT rank() OVER (ORDER BY raw) FROM customer
    SELECT rank() OVER (PARTITION BY raw) FROM customer
    SELECT id, id FROM customer ORDER BY nosuch, 3
    """#

  static let commonTables = #"""
    WITH t AS (SELECT 1 AS a) SELECT b FROM t
    WITH t AS (SELECT 1 AS a) SELECT t.b FROM t
    WITH t AS (SELECT 1 AS a) SELECT a FROM u
    WITH t AS (SELECT 1), t AS (SELECT 2) SELECT 1
    WITH t (a, b) AS (SELECT 1) SELECT * FROM t
    WITH t (a) AS (SELECT 1, 2) SELECT b FROM t
    WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT 1
    WITH t AS (SELECT nosuch FROM customer) SELECT 1
    WITH t AS (DELETE FROM customer) SELECT * FROM t
    WITH t AS (INSERT INTO category VALUES (1, 1, 'a')) SELECT * FROM t
    WITH t AS (SELECT 1 AS a) INSERT INTO t VALUES (2)
    WITH t AS (SELECT 1 AS a) UPDATE t SET a = 2
    WITH t AS (SELECT 1 AS a) DELETE FROM t
    SELECT * FROM (WITH t AS (DELETE FROM customer RETURNING *) SELECT * FROM t) AS x
    WITH RECURSIVE t AS (SELECT * FROM t) SELECT * FROM t
    WITH RECURSIVE t AS (SELECT 1 UNION ALL SELECT * FROM t UNION ALL SELECT * FROM t) SELECT * FROM t
    WITH RECURSIVE t AS (SELECT n FROM t UNION ALL SELECT 1) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 'a'::varchar(5) UNION ALL SELECT (n || 'x')::varchar FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT 'x'::text FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 INTERSECT SELECT n FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 EXCEPT SELECT n FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT t.n FROM t, t AS u) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n FROM customer LEFT JOIN t ON true) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n FROM t RIGHT JOIN customer ON true) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n FROM t FULL JOIN customer ON true) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT id FROM customer WHERE id IN (SELECT n FROM t)) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t ORDER BY 1) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t LIMIT 5) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t OFFSET 5) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t FOR UPDATE) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT count(*) FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n, n FROM t) SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM t) SELECT * FROM t
    WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) CYCLE m SET c USING p SELECT * FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SEARCH DEPTH FIRST BY m SET o SELECT * FROM t
    WITH t AS (SELECT 1 AS a) CYCLE a SET c USING p SELECT * FROM t
    WITH RECURSIVE t AS (DELETE FROM customer WHERE id IN (SELECT id FROM t) RETURNING id) SELECT * FROM t
    WITH t AS (SELECT 1 AS a) SELECT * FROM t, t
    WITH t AS (SELECT 1 AS a, 2 AS a) SELECT a FROM t
    WITH t AS (SELECT * FROM t) SELECT * FROM t
    SELECT * FROM (WITH t AS (SELECT 1 AS a) SELECT a FROM t) AS x, t
    WITH t AS (SELECT id FROM customer) SELECT t.name FROM t JOIN customer USING (id)
    """#

  static let inserts = #"""
    INSERT INTO category VALUES (1, 2, 'a', 4)
    INSERT INTO category (id, title) VALUES (1)
    INSERT INTO category (id) VALUES (1, 2)
    INSERT INTO category (id, title) VALUES (1, 'a'), (2)
    INSERT INTO category (id, title) VALUES (1, 'a'), (2, 'b', 3)
    INSERT INTO category (id, nosuch) VALUES (1, 'a')
    INSERT INTO category (id, titel) VALUES (1, 'a')
    INSERT INTO category (id, id) VALUES (1, 2)
    INSERT INTO category (ctid) VALUES ('(0,1)')
    INSERT INTO category (category.id) VALUES (1)
    INSERT INTO category (id) VALUES ('2024-01-01'::date)
    INSERT INTO category (id) VALUES (true)
    INSERT INTO category (title) VALUES (nosuch)
    INSERT INTO category (title) VALUES (title)
    INSERT INTO category (title) VALUES (category.title)
    INSERT INTO category (id, title) SELECT name, id FROM customer
    INSERT INTO category (id, title) SELECT id FROM customer
    INSERT INTO category (id) SELECT id, name FROM customer
    INSERT INTO category SELECT id, id, name, nick FROM customer
    INSERT INTO category (id, title) SELECT id, nosuch FROM customer
    INSERT INTO category (id, title) SELECT 1 UNION SELECT 2
    INSERT INTO customer (born) VALUES (5)
    INSERT INTO customer (born) VALUES ('x'::text)
    INSERT INTO customer (active) VALUES (1)
    INSERT INTO customer (tags) VALUES ('x'::text)
    INSERT INTO customer (profile) VALUES ('{}'::text)
    INSERT INTO customer (profile) VALUES (5)
    INSERT INTO customer (token) VALUES ('x'::text)
    INSERT INTO customer (mood) VALUES ('sad'::text)
    INSERT INTO customer (mood) SELECT name FROM customer
    INSERT INTO customer (home) VALUES (5)
    INSERT INTO customer (home) VALUES (ROW(1, 2))
    INSERT INTO customer (home.nosuch) VALUES (5)
    INSERT INTO customer (name.x) VALUES (5)
    INSERT INTO customer (home.zip) VALUES ('x'::text)
    INSERT INTO customer (scores[1]) VALUES ('x'::text)
    INSERT INTO customer (scores[1]) VALUES (ARRAY[1])
    INSERT INTO customer (name[1]) VALUES ('x')
    INSERT INTO customer (quantity) VALUES ('x'::text)
    INSERT INTO customer (avatar) VALUES ('x'::text)
    INSERT INTO customer (balance) VALUES (born)
    INSERT INTO numbered VALUES (1, 2)
    INSERT INTO numbered (id) VALUES (1)
    INSERT INTO numbered (id, n) VALUES (1, 2), (3, 4)
    INSERT INTO numbered (id, n) SELECT 1, 2
    INSERT INTO numbered (n, twice) VALUES (1, 2)
    INSERT INTO numbered (twice) SELECT 1
    INSERT INTO numbered (id, twice) OVERRIDING SYSTEM VALUE VALUES (1, 2)
    INSERT INTO audit.event (id, kind) VALUES (1, 'insert')
    INSERT INTO audit.event VALUES (1)
    INSERT INTO product (id, sku, title, price, doubled) VALUES (1, 'a', 'b', 2, 4)
    INSERT INTO product SELECT * FROM product
    INSERT INTO named_customer (id, name, loud) VALUES (1, 'a', 'A')
    INSERT INTO named_customer (loud) VALUES ('A')
    INSERT INTO order_summary VALUES (1, 'x', 'y', 2)
    INSERT INTO order_summary (id) VALUES (1)
    INSERT INTO city VALUES ('x')
    INSERT INTO generate_series(1, 2) VALUES (1)
    INSERT INTO category VALUES (1, 1, 'a') RETURNING nosuch
    INSERT INTO category VALUES (1, 1, 'a') RETURNING customer.id
    INSERT INTO category AS c VALUES (1, 1, 'a') RETURNING category.id
    INSERT INTO category VALUES (1, 1, 'a') RETURNING excluded.id
    INSERT INTO category (id, title) VALUES (DEFAULT, DEFAULT || 'x')
    INSERT INTO category (id, title) VALUES (1, lower(DEFAULT))
    INSERT INTO category (id, title) SELECT 1, DEFAULT
    INSERT INTO category (id, title) VALUES ((1, 'a'))
    INSERT INTO category (id, title) VALUES (generate_series(1, 2), 'a'), (generate_series(1, 2), 'b')
    INSERT INTO category (id, title) (SELECT id, name FROM nowhere)
    INSERT INTO "Mixed Case" ("Id", Select_) VALUES (1, 2)
    INSERT INTO "Mixed Case" (id) VALUES (1)
    """#

  static let conflicts = #"""
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (nosuch) DO NOTHING
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT nosuch DO NOTHING
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT DO UPDATE SET title = 'x'
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET nosuch = 'x'
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = excluded.nosuch
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = title
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET id = excluded.title
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = 'x' WHERE title = 'y'
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = 'x' WHERE category.id
    INSERT INTO category AS c (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = category.title
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET title = count(*)::text
    INSERT INTO keys (a, b, c) VALUES (1, 2, 'x') ON CONFLICT (lower(nosuch)) DO NOTHING
    INSERT INTO numbered (n) VALUES (1) ON CONFLICT (id) DO UPDATE SET twice = 2
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id COLLATE "nosuch") DO NOTHING
    INSERT INTO category (id, title) VALUES (1, 'a') ON CONFLICT (id nosuch_ops) DO NOTHING
    """#

  static let updates = #"""
    UPDATE customer SET nosuch = 1
    UPDATE customer SET nme = 'x'
    UPDATE customer c SET c.name = 'x'
    UPDATE customer SET customer.name = 'x'
    UPDATE customer SET ctid = '(0,1)'
    UPDATE customer SET name = 'a', name = 'b'
    UPDATE customer SET (name, name) = ('a', 'b')
    UPDATE customer SET name = nosuch
    UPDATE customer SET name = c.name
    UPDATE customer c SET name = customer.name
    UPDATE customer SET born = 5
    UPDATE customer SET active = 1
    UPDATE customer SET active = name
    UPDATE customer SET tags = name
    UPDATE customer SET profile = name
    UPDATE customer SET mood = name
    UPDATE customer SET token = name
    UPDATE customer SET id = name
    UPDATE customer SET balance = active
    UPDATE customer SET scores[1] = name
    UPDATE customer SET scores['x'] = 1
    UPDATE customer SET name[1] = 'x'
    UPDATE customer SET home.nosuch = 'x'
    UPDATE customer SET home.zip = name
    UPDATE customer SET name.x = 'x'
    UPDATE customer SET (name, nick) = ('a')
    UPDATE customer SET (name, nick) = ('a', 'b', 'c')
    UPDATE customer SET (name, nick) = ROW('a')
    UPDATE customer SET (name, nick) = (SELECT 'a')
    UPDATE customer SET (name, nick) = (SELECT 'a', 'b', 'c')
    UPDATE customer SET (name, id) = (SELECT 'a', 'b'::text)
    UPDATE customer SET (name, nick) = 5
    UPDATE customer SET (name, nick) = customer
    UPDATE customer SET (name, nosuch) = ('a', 'b')
    UPDATE customer SET name = (SELECT id, name FROM category)
    UPDATE customer SET name = 'x' WHERE nosuch = 1
    UPDATE customer SET name = 'x' WHERE id
    UPDATE customer SET name = 'x' FROM orders WHERE id = 1
    UPDATE customer SET name = 'x' FROM customer WHERE true
    UPDATE customer SET name = 'x' FROM orders customer WHERE true
    UPDATE customer SET name = orders.note WHERE orders.id = 1
    UPDATE customer SET name = 'x' RETURNING nosuch
    UPDATE customer SET name = 'x' FROM nowhere
    UPDATE customer SET nosuch = 1 WHERE nosuch2 = 1 RETURNING nosuch3
    UPDATE numbered SET id = 5
    UPDATE numbered SET twice = 5
    UPDATE numbered SET n = 1, twice = 5
    UPDATE product SET doubled = price
    UPDATE audit.event SET id = 1
    UPDATE order_summary SET status = 'x'
    UPDATE city SET name = 'x'
    UPDATE named_customer SET loud = 'X'
    DELETE FROM order_summary
    DELETE FROM city
    DELETE FROM customer WHERE nosuch = 1
    DELETE FROM customer c WHERE customer.id = 1
    DELETE FROM customer USING orders WHERE id = 1
    DELETE FROM customer USING customer WHERE true
    DELETE FROM customer USING nowhere
    DELETE FROM customer WHERE orders.id = 1
    DELETE FROM customer WHERE id RETURNING id
    DELETE FROM customer RETURNING c.id
    UPDATE customer SET name = DEFAULT || 'x'
    UPDATE customer SET name = generate_series(1, 2)::text
    DELETE FROM customer WHERE generate_series(1, 2) = 1
    DELETE FROM customer RETURNING generate_series(1, 2)
    """#

  static let merges = #"""
    MERGE INTO nowhere USING customer c ON true WHEN MATCHED THEN DELETE
    MERGE INTO category USING nowhere ON true WHEN MATCHED THEN DELETE
    MERGE INTO category c USING product p ON c.nosuch = p.id WHEN MATCHED THEN DELETE
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED AND id = 1 THEN DELETE
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED AND p.title THEN DELETE
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED THEN UPDATE SET nosuch = 1
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED THEN UPDATE SET id = p.title
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED THEN UPDATE SET title = title
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN NOT MATCHED THEN INSERT VALUES (1, 2, 'a', 4)
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN NOT MATCHED THEN INSERT (id, title) VALUES (1)
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN NOT MATCHED THEN INSERT (id, nosuch) VALUES (1, 2)
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN NOT MATCHED THEN INSERT (id, title) VALUES (p.id, c.title)
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN NOT MATCHED THEN INSERT (id, title) VALUES (p.title, p.title)
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN NOT MATCHED AND c.id = 1 THEN DO NOTHING
    MERGE INTO category c USING product c ON true WHEN MATCHED THEN DELETE
    MERGE INTO category USING category ON true WHEN MATCHED THEN DELETE
    MERGE INTO category c USING product p ON c.id = max(p.id) WHEN MATCHED THEN DELETE
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING
    MERGE INTO order_summary s USING orders o ON s.id = o.id WHEN MATCHED THEN DELETE
    MERGE INTO totals t USING orders o ON true WHEN MATCHED THEN DELETE
    MERGE INTO numbered n USING plain p ON n.id = p.a WHEN MATCHED THEN UPDATE SET twice = 1
    MERGE INTO numbered n USING plain p ON n.id = p.a WHEN NOT MATCHED THEN INSERT (id, n) VALUES (1, 2)
    """#

  static let parameters = #"""
    SELECT $1 IS NULL
    SELECT $2
    SELECT $1, $3
    SELECT NULL = $2
    SELECT $1 IS NOT NULL AND $1 = 1
    SELECT $1::int + $1::date
    SELECT name FROM customer WHERE id = $1 AND name = $1
    SELECT name FROM customer WHERE id = $1 OR created_at > $1
    SELECT name FROM customer WHERE $1 IS NULL OR name = $2
    SELECT name FROM customer WHERE id = $1 AND $2 IS NULL
    SELECT count($1)
    SELECT jsonb_build_object('a', $1)
    SELECT concat($1, 'x')
    SELECT format('%s', $1)
    SELECT ROW($1, 2)
    SELECT array_agg($1)
    SELECT json_agg($1)
    SELECT to_jsonb($1)
    SELECT pg_typeof($1)
    SELECT array_length($1, 1)
    SELECT unnest($1)
    SELECT CASE WHEN $1 THEN $1 ELSE 1 END
    SELECT $0
    INSERT INTO category (id, title) VALUES ($1, $1)
    UPDATE customer SET id = $1, name = $1
    UPDATE customer SET born = $1 WHERE name = $1
    SELECT $1 BETWEEN 1 AND 'x'::text
    SELECT date_part('year', $1)
    SELECT extract(year FROM $1)
    SELECT $1 -> 'a'
    SELECT $1 @> $2
    """#

  static let places = #"""
    SELECT name FROM customer WHERE generate_series(1, 2) = 1
    SELECT name FROM customer WHERE unnest(tags) = 'a'
    SELECT count(*) FROM customer HAVING generate_series(1, 2) = 1
    SELECT 1 FROM customer JOIN orders ON generate_series(1, 2) = 1
    SELECT 1 LIMIT generate_series(1, 2)
    SELECT CASE WHEN true THEN generate_series(1, 2) END
    SELECT COALESCE(generate_series(1, 2), 1)
    SELECT CASE generate_series(1, 2) WHEN 1 THEN 2 END
    SELECT sum(id) FILTER (WHERE generate_series(1, 2) = 1) FROM customer
    SELECT sum(id) OVER (ORDER BY id ROWS generate_series(1, 2) PRECEDING) FROM customer
    VALUES (generate_series(1, 2)), (1)
    SELECT * FROM lower(generate_series(1, 2)::text)
    SELECT * FROM generate_series(1, generate_series(1, 2))
    SELECT 1 FROM customer GROUP BY name HAVING unnest(ARRAY[true])
    SELECT DEFAULT
    SELECT 1 + DEFAULT
    SELECT * FROM nothing
    SELECT * FROM rows_of('x')
    SELECT * FROM rows_of('x') AS t
    SELECT * FROM rows_of('x') AS t (a, b)
    SELECT * FROM rows_of('x') AS t (a integer, b nosuch)
    SELECT * FROM twice(1) AS t (a integer)
    SELECT * FROM generate_series(1, 2) AS g (a, b)
    SELECT * FROM customers_named('x') AS t (a integer)
    SELECT * FROM count(*)
    SELECT * FROM sum(1)
    SELECT * FROM row_number() OVER ()
    SELECT * FROM archive(1)
    SELECT * FROM nosuch(1)
    SELECT * FROM unnest(1)
    SELECT * FROM unnest(ARRAY[1], 2)
    SELECT * FROM jsonb_to_record('{}')
    SELECT * FROM json_populate_record(NULL, '{}')
    SELECT * FROM ROWS FROM (generate_series(1, 2), nosuch(1))
    SELECT * FROM orders WHERE CURRENT OF
    UPDATE order_summary SET status = 'x' WHERE CURRENT OF c
    SELECT merge_action()
    SELECT nothing() + 1
    SELECT name FROM customer WHERE nothing()
    """#

  static let rows = #"""
    SELECT (1, 2) IS NOT DISTINCT FROM (1, 2, 3)
    SELECT ROW(1, 2) = 5
    SELECT (1, 2) = 5
    SELECT ROW(1, name) = ROW(1, 2) FROM customer
    SELECT (1, 2) = ANY (ARRAY[1])
    SELECT (c).* FROM orders o
    SELECT (id).* FROM orders
    SELECT (1).*
    SELECT (ROW(1, 2)).* = 5
    SELECT (SELECT c) = 5 FROM customer c
    SELECT c.name.x FROM customer c
    SELECT c.*.name FROM customer c
    SELECT customer + 1 FROM customer
    SELECT lower(customer) FROM customer
    SELECT (span_of()).nosuch
    SELECT (order_stats(1)).nosuch
    SELECT (customers_named('x')).nosuch
    """#

  static let limitsAndLocks = #"""
    SELECT 1 LIMIT 'a'::text
    SELECT 1 LIMIT true
    SELECT 1 LIMIT now()
    SELECT 1 OFFSET 'a'::text
    SELECT 1 OFFSET 'x'
    SELECT name FROM customer LIMIT id
    SELECT name FROM customer OFFSET id
    SELECT name FROM customer LIMIT nosuch
    SELECT name FROM customer LIMIT (SELECT 1, 2)
    SELECT name FROM customer FETCH FIRST 2 ROWS WITH TIES
    SELECT name FROM customer ORDER BY 1 FETCH FIRST NULL ROWS WITH TIES
    SELECT count(*) FROM customer FOR UPDATE
    SELECT name FROM customer GROUP BY name FOR UPDATE
    SELECT DISTINCT name FROM customer FOR UPDATE
    SELECT name FROM customer HAVING true FOR SHARE
    SELECT row_number() OVER () FROM customer FOR UPDATE
    SELECT generate_series(1, 2) FROM customer FOR UPDATE
    SELECT id FROM customer UNION SELECT id FROM orders FOR UPDATE
    SELECT id FROM customer FOR UPDATE OF orders
    SELECT id FROM customer c FOR UPDATE OF customer
    SELECT id FROM customer FOR UPDATE OF public.customer
    SELECT * FROM generate_series(1, 2) AS g FOR UPDATE OF g
    SELECT * FROM customer c JOIN orders o ON true FOR UPDATE OF nosuch
    WITH t AS (SELECT 1) SELECT * FROM t FOR UPDATE OF t
    VALUES (1) FOR UPDATE
    SELECT * FROM (customer c JOIN orders o ON true) AS j FOR UPDATE OF j
    SELECT * FROM (SELECT count(*) FROM customer) AS t FOR UPDATE
    """#

  static let constructs = #"""
    SELECT xmlconcat(1)
    SELECT xmlserialize(CONTENT 5 AS text)
    SELECT normalize(5)
    SELECT normalize('a', nosuch)
    SELECT current_timestamp(-1)
    EXPLAIN SELECT nosuch FROM customer
    EXPLAIN DELETE FROM nowhere
    CREATE TABLE x AS SELECT nosuch FROM customer
    CREATE TABLE x AS SELECT name, count(*) FROM customer
    DECLARE c CURSOR FOR SELECT nosuch FROM customer
    SELECT a INTO TEMP x FROM nowhere
    CALL nosuch(1)
    CALL archive('x'::text)
    CALL archive(1, 2)
    CALL twice(1)
    SELECT position('a' IN b) FROM customer
    SELECT overlay('a' PLACING nosuch FROM 1) FROM customer
    SELECT 1 FROM customer WHERE id IN (1, 2) AND name IN (1, 2)
    SELECT 1 WHERE 1 = 1 AND 'a' = 1
    SELECT CASE 1 WHEN true THEN 2 END
    SELECT 1 = NULL::text
    SELECT id FROM customer WHERE created_at > now() - interval '1 dya'
    SELECT id FROM customer WHERE created_at BETWEEN '2024-01-01' AND '2024-02-30'
    SELECT id FROM customer WHERE created_at::date = 5
    SELECT id FROM customer WHERE profile ->> 'a' = 5
    SELECT id FROM customer WHERE (profile ->> 'a')::nosuch = 5
    """#
}
