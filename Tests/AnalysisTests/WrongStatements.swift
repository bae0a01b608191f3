/// Statements over `ShopSchema` and `objects` that PostgreSQL rejects, one a line, by family of error.
enum WrongStatements {
  /// What `ShopSchema` lacks.
  static let objects = [
    "CREATE TABLE plain (a integer, b text, c timestamp)",
    "CREATE TABLE keys (a integer NOT NULL, b integer NOT NULL, c text, d date, UNIQUE (a, b), CONSTRAINT keys_c CHECK (c <> ''))",
    "CREATE UNIQUE INDEX keys_lower ON keys (lower(c))",
    "CREATE UNIQUE INDEX keys_partial ON keys (d) WHERE c IS NOT NULL",
    "CREATE TABLE numbered (id integer GENERATED ALWAYS AS IDENTITY, n integer, twice integer GENERATED ALWAYS AS (n * 2) STORED)",
    "CREATE VIEW named_customer AS SELECT id, name, upper(name) AS loud FROM customer",
    "CREATE VIEW city AS SELECT DISTINCT (home).city AS name FROM customer",
    "CREATE MATERIALIZED VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id",
    "CREATE SEQUENCE counter",
    "CREATE PROCEDURE archive(who integer) LANGUAGE sql AS 'DELETE FROM orders WHERE customer_id = who'",
    "CREATE FUNCTION twice(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a * 2'",
    "CREATE FUNCTION twice(a text) RETURNS text LANGUAGE sql AS 'SELECT a || a'",
    "CREATE FUNCTION nothing() RETURNS void LANGUAGE sql AS ''",
    "CREATE FUNCTION rows_of(wanted text) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, wanted'",
  ]

  static let all: [String] = [
    names, columns, functions, operators, types, literals, aggregates, grouping, windows, sets, subqueries, joins, ordering, commonTables,
    inserts, conflicts, updates, merges, parameters, places, rows, limitsAndLocks, constructs,
  ].flatMap(lines)

  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  private static let names = #"""
    SELECT * FROM custmer
    SELECT * FROM public.custmer
    SELECT * FROM nosuch.customer
    SELECT * FROM audit.customer
    SELECT * FROM "Customer"
    SELECT * FROM customer, nowhere
    SELECT * FROM other.public.customer
    SELECT customer.id FROM customer c
    SELECT cutomer.id FROM customer
    SELECT o.id FROM customer c
    SELECT audit.customer.id FROM customer
    SELECT public.orders.id FROM customer
    SELECT nosuch.customer.id FROM customer
    SELECT other.public.customer.id FROM customer
    SELECT a.b.c.d.e FROM customer
    SELECT c.* FROM customer
    SELECT orders.* FROM customer
    SELECT * FROM customer, customer
    SELECT * FROM customer c, orders c
    SELECT * FROM customer c JOIN orders c ON true
    SELECT * FROM customer JOIN orders AS customer ON true
    SELECT id FROM customer AS c, (SELECT 1) AS c
    UPDATE nowhere SET a = 1
    DELETE FROM audit.nowhere
    INSERT INTO nosuch.customer VALUES (1)
    TABLE nowhere
    SELECT 1 FROM city.name
    SELECT * FROM counter.x
    SELECT * FROM keys_lower
    INSERT INTO keys_lower VALUES (1)
    UPDATE keys_lower SET a = 1
    SELECT *
    SELECT * WHERE true
    SELECT count(*), *
    TABLE mood
    SELECT 'ü', nosuch FROM customer
    SELECT 'ü€😀' || name || nosuch FROM customer
    SELECT *, 1 AS a FROM nowhere n WHERE n.a = 1
    """#

  private static let columns = #"""
    SELECT emial FROM customer
    SELECT customer.emial FROM customer
    SELECT c.nam FROM customer c
    SELECT nme FROM customer
    SELECT custmer_id FROM orders o JOIN customer c ON c.id = o.customer_id
    SELECT x FROM customer
    SELECT "Name" FROM customer
    SELECT "ID" FROM customer
    SELECT Id FROM "Mixed Case"
    SELECT value FROM "Mixed Case"
    SELECT id FROM customer, orders
    SELECT name FROM customer c JOIN named_customer n ON c.id = n.id
    SELECT id FROM customer JOIN orders ON id = customer_id
    SELECT name FROM customer WHERE cust_id = 1
    SELECT name FROM customer WHERE nme = 'x'
    SELECT name FROM customer WHERE status = 'x'
    SELECT name FROM customer GROUP BY emial
    SELECT name FROM customer ORDER BY emial
    SELECT name AS n FROM customer WHERE n = 'x'
    SELECT name AS n FROM customer GROUP BY n HAVING n > 'x'
    SELECT balance + 1 AS b FROM customer ORDER BY b + 1
    SELECT count(emial) FROM customer
    SELECT lower(emial) FROM customer
    SELECT t.b FROM (SELECT a FROM plain) AS t
    SELECT t.a FROM (SELECT a AS x FROM plain) AS t
    SELECT b FROM (SELECT a FROM plain) AS t
    SELECT a FROM plain AS t (x, y, z)
    SELECT 1 FROM plain AS t (x, y, z, w)
    SELECT 1 FROM (SELECT 1, 2) AS t (a, b, c)
    SELECT (home).street_name FROM customer
    SELECT (home).zip.code FROM customer
    SELECT (name).x FROM customer
    SELECT home.city FROM customer
    SELECT (c).nosuch FROM customer c
    SELECT (c.*).nosuch FROM customer c
    SELECT c.ctidd FROM customer c
    SELECT ctid FROM order_summary
    SELECT xmin FROM (SELECT 1 AS a) AS t
    SELECT ROW(1, 2).f1
    SELECT (ROW(1, 2)).f3
    SELECT (id).x FROM orders
    SELECT (nosuch).x FROM orders
    SELECT (SELECT nosuch) FROM customer
    SELECT (SELECT c.nosuch) FROM customer c
    SELECT EXISTS (SELECT 1 FROM orders WHERE customer.emial = 1) FROM customer
    SELECT g.x FROM generate_series(1, 3) AS g
    SELECT generate FROM generate_series(1, 3)
    SELECT key, val FROM jsonb_each('{}')
    SELECT ordinal FROM unnest(ARRAY[1]) WITH ORDINALITY
    """#

  private static let functions = #"""
    SELECT nosuch(1)
    SELECT nosuch()
    SELECT nosuch(id, name, 'x', NULL, $1) FROM customer
    SELECT public.nosuch(1)
    SELECT audit.twice(1)
    SELECT missing.twice(1)
    SELECT other.public.twice(1)
    SELECT lower(5)
    SELECT lower()
    SELECT lower('a', 'b')
    SELECT substr('abc')
    SELECT twice(born) FROM customer
    SELECT twice()
    SELECT twice(1, 2)
    SELECT add_tax()
    SELECT add_tax('x'::text)
    SELECT add_tax(rte => 1)
    SELECT add_tax(price => 1, price => 2)
    SELECT add_tax(price => 1, 2)
    SELECT add_tax(1, price => 2)
    SELECT greet(VARIADIC 'a')
    SELECT greet(VARIADIC 1)
    SELECT greet(1, 2)
    SELECT concat(VARIADIC 'a'::text)
    SELECT archive(1)
    SELECT max(1, 2)
    SELECT sum('a'::text)
    SELECT sum(name) FROM customer
    SELECT avg(born) FROM customer
    SELECT count(1, 2)
    SELECT count()
    SELECT min()
    SELECT min(*) FROM customer
    SELECT lower(*) FROM customer
    SELECT coalesce()
    SELECT round(1.5::float8, 2)
    SELECT date_trunc('day', 5)
    SELECT date_trunc(5, now())
    SELECT to_char('2024-01-01', 'YYYY')
    SELECT age('x'::text)
    SELECT extract(year FROM 5)
    SELECT extract(year FROM name) FROM customer
    SELECT extract(nosuch FROM 'a'::text)
    SELECT position(1 IN 'abc')
    SELECT substring(5 FROM 1)
    SELECT substring('abc' FROM 1.5)
    SELECT overlay(1 PLACING 'b' FROM 1)
    SELECT trim(5)
    SELECT trim(BOTH 1 FROM 'a')
    SELECT pick(1, 'a'::text)
    SELECT pick('a', 'b')
    SELECT array_append(ARRAY[1], 'a'::text)
    SELECT array_length('{1}', 1)
    SELECT array_length(5, 1)
    SELECT unnest(5)
    SELECT array_position(ARRAY[1, 2], 'a'::text)
    SELECT name FROM customer WHERE nosuch(name)
    SELECT upper(name, 1) FROM customer
    SELECT jsonb_set(profile, 'a', 'b', 'c', 'd') FROM customer
    SELECT jsonb_build_object(VARIADIC 1)
    SELECT lower(DISTINCT name) FROM customer
    SELECT lower(name ORDER BY name) FROM customer
    SELECT lower(name) FILTER (WHERE true) FROM customer
    SELECT lower(name) OVER () FROM customer
    SELECT lower(name) WITHIN GROUP (ORDER BY name) FROM customer
    SELECT integer('x', 2)
    SELECT text(1, 2)
    SELECT now(1)
    SELECT random('x')
    SELECT Lower(5), Nosuch(1)
    SELECT "Lower"('a')
    SELECT address(1)
    SELECT mood(1)
    """#

  private static let operators = #"""
    SELECT name + 1 FROM customer
    SELECT name + name FROM customer
    SELECT id || balance FROM customer
    SELECT id LIKE 'a' FROM customer
    SELECT id NOT LIKE 'a' FROM customer
    SELECT name ILIKE 5 FROM customer
    SELECT id SIMILAR TO 'a' FROM customer
    SELECT id ~ 'a' FROM customer
    SELECT born + born FROM customer
    SELECT now() + now()
    SELECT now() + 1
    SELECT now() - 1
    SELECT born - 'x'::text FROM customer
    SELECT born = 5 FROM customer
    SELECT id = name FROM customer
    SELECT id = 'a'::text FROM customer
    SELECT id <> true FROM customer
    SELECT active = 1 FROM customer
    SELECT active > 0 FROM customer
    SELECT token = name FROM customer
    SELECT token = 1 FROM customer
    SELECT mood = name FROM customer
    SELECT mood = 'ok'::audit.kind FROM customer
    SELECT raw = raw FROM customer
    SELECT raw = '{}' FROM customer
    SELECT profile ->> true FROM customer
    SELECT profile -> 'a' > 5 FROM customer
    SELECT profile ->> 'a' > 5 FROM customer
    SELECT name -> 'a' FROM customer
    SELECT tags @> 'a'::text FROM customer
    SELECT tags && ARRAY[1] FROM customer
    SELECT tags || 5 FROM customer
    SELECT scores @> ARRAY['a'::text] FROM customer
    SELECT - name FROM customer
    SELECT - true
    SELECT + 'a'::text
    SELECT @ name FROM customer
    SELECT ~ 1.5
    SELECT 1 ### 2
    SELECT ### 2
    SELECT 1 OPERATOR(pg_catalog.###) 2
    SELECT 1 OPERATOR(nosuch.+) 2
    SELECT 1 OPERATOR(public.+) 2
    SELECT 'a' + 'b'
    SELECT 'a' - NULL
    SELECT $1 + $2
    SELECT - $1
    SELECT ~ $1
    SELECT @ 'x'
    SELECT id BETWEEN 'a'::text AND 'b'::text FROM customer
    SELECT id BETWEEN 1 AND 'b'::text FROM customer
    SELECT born BETWEEN 1 AND 2 FROM customer
    SELECT id BETWEEN SYMMETRIC 1 AND 'b'::text FROM customer
    SELECT id IN ('a'::text) FROM customer
    SELECT id IN (1, 'a'::text) FROM customer
    SELECT id IN (1, 2, name) FROM customer
    SELECT id NOT IN (true, false) FROM customer
    SELECT born IN (1, 2) FROM customer
    SELECT id = ANY (ARRAY['a']) FROM customer
    SELECT id = ANY (tags) FROM customer
    SELECT id = ANY (1) FROM customer
    SELECT id = ANY (name) FROM customer
    SELECT id + ANY (ARRAY[1]) FROM customer
    SELECT name LIKE ANY (ARRAY[1]) FROM customer
    SELECT id = ALL (tags) FROM customer
    SELECT id IS DISTINCT FROM name FROM customer
    SELECT NULLIF(id, name) FROM customer
    SELECT CASE id WHEN 'a'::text THEN 1 END FROM customer
    SELECT CASE name WHEN 1 THEN 1 END FROM customer
    SELECT (1, 2) = (1, 'a'::text)
    SELECT (1, 2) = (1, 2, 3)
    SELECT (1, 2) < (1, true)
    SELECT (1, 2) + (3, 4)
    SELECT ROW() = ROW()
    SELECT (1, 2) LIKE (3, 4)
    SELECT (1, 2) IN ((1, 2, 3))
    SELECT (id, name) IN ((1, 2)) FROM customer
    SELECT 1 AT TIME ZONE 'UTC'
    SELECT now() AT TIME ZONE 5
    SELECT name AT TIME ZONE 'UTC' FROM customer
    SELECT (1, 2) OVERLAPS (3, 4)
    SELECT (born, born) OVERLAPS (1, 2) FROM customer
    SELECT home = name FROM customer
    SELECT home + 1 FROM customer
    SELECT c = 1 FROM customer c
    SELECT addr + addr FROM customer
    SELECT wake + wake FROM customer
    SELECT span * span FROM customer
    SELECT cost + 1 FROM product
    SELECT flags = 1 FROM product
    SELECT during @> 5 FROM product
    SELECT a.kind = 'sad'::mood FROM audit.event a
    """#

  private static let types = #"""
    SELECT 'a'::nosuch
    SELECT CAST(1 AS nosuch)
    SELECT 'a'::public.nosuch
    SELECT 'a'::missing.mood
    SELECT 'a'::nosuch[]
    SELECT 'a'::varchr(20)
    SELECT nosuch '5'
    SELECT born::int FROM customer
    SELECT CAST(born AS integer) FROM customer
    SELECT active::date FROM customer
    SELECT 5::boolean::date
    SELECT id::uuid FROM customer
    SELECT balance::boolean FROM customer
    SELECT true::numeric
    SELECT now()::int
    SELECT name::int[]::text::int::date FROM customer
    SELECT ARRAY[1]::int
    SELECT 1::int[]
    SELECT ARRAY[1]::uuid[]
    SELECT ROW(1, 2)::address
    SELECT ROW(1, 2, 3, 4)::address
    SELECT ROW('a', 'b', 'c'::date)::address
    SELECT home::int FROM customer
    SELECT 1::address
    SELECT profile::uuid FROM customer
    SELECT profile::date FROM customer
    SELECT 1::mood
    SELECT 'a'::varchar(0)
    SELECT 'a'::varchar(-1)
    SELECT 1::numeric(2000)
    SELECT 1::numeric(5, 2000)
    SELECT 'x'::text(5)
    SELECT 1::int(5)
    SELECT 'x'::varchar(1, 2)
    SELECT 'x'::bit(0)
    SELECT now()::timestamp(1, 2)
    SELECT 'x'::date(3)
    SELECT 'a' COLLATE nosuch
    SELECT name FROM customer ORDER BY name COLLATE "xx_XX"
    SELECT 'a' COLLATE missing."C"
    SELECT 5 COLLATE "C"
    SELECT id COLLATE "C" FROM customer
    SELECT name FROM customer WHERE id
    SELECT name FROM customer WHERE name
    SELECT name FROM customer WHERE NULL::text
    SELECT name FROM customer WHERE 5
    SELECT name FROM customer WHERE id AND true
    SELECT name FROM customer WHERE true OR name
    SELECT NOT 5
    SELECT NOT name FROM customer
    SELECT name IS TRUE FROM customer
    SELECT 5 IS NOT FALSE
    SELECT name IS UNKNOWN FROM customer
    SELECT 1 FROM customer JOIN orders ON customer.id
    SELECT count(*) FROM customer HAVING 5
    SELECT count(*) FILTER (WHERE id) FROM customer
    SELECT CASE WHEN id THEN 1 END FROM customer
    SELECT CASE WHEN 'x'::text THEN 1 END
    SELECT CASE WHEN true THEN 1 ELSE 'a'::text END
    SELECT CASE WHEN true THEN 1 WHEN false THEN now() END
    SELECT CASE WHEN true THEN name ELSE id END FROM customer
    SELECT COALESCE(1, 'a'::text)
    SELECT COALESCE(name, id) FROM customer
    SELECT COALESCE(born, 5) FROM customer
    SELECT COALESCE(born, 'x'::text) FROM customer
    SELECT GREATEST(1, 'a'::text)
    SELECT LEAST(born, id) FROM customer
    SELECT ARRAY[]
    SELECT ARRAY[1, 'a'::text]
    SELECT ARRAY[1, now()]
    SELECT ARRAY[ARRAY[1], 2]
    SELECT ARRAY[[1], [true]]
    SELECT id IS DOCUMENT FROM customer
    SELECT id IS NORMALIZED FROM customer
    SELECT name[1] FROM customer
    SELECT id[1] FROM customer
    SELECT scores['a'] FROM customer
    SELECT scores[true] FROM customer
    SELECT scores[now()] FROM customer
    SELECT scores[1]['x'::text] FROM customer
    SELECT profile[true] FROM customer
    SELECT profile[1:2] FROM customer
    SELECT (scores[1]).x FROM customer
    SELECT (1)[1]
    SELECT ARRAY[1][1][1][1][1][1][1]
    """#

  private static let literals = #"""
    SELECT 'abc'::int
    SELECT CAST('abc' AS integer)
    SELECT int '12x'
    SELECT ''::int
    SELECT '1.5'::int
    SELECT '99999999999'::int
    SELECT '99999'::smallint
    SELECT '99999999999999999999'::bigint
    SELECT 'abc'::bigint
    SELECT 'abc'::numeric
    SELECT '1,5'::numeric
    SELECT 'abc'::float8
    SELECT '1e999'::float8
    SELECT '1e99'::real
    SELECT 'abc'::real
    SELECT 'maybe'::boolean
    SELECT ''::boolean
    SELECT 'abc'::uuid
    SELECT '12345678-1234-1234-1234-12345678901'::uuid
    SELECT 'angry'::mood
    SELECT 'SAD'::mood
    SELECT ''::audit.kind
    SELECT 'abc'::date
    SELECT '2024-13-01'::date
    SELECT '2024-02-30'::date
    SELECT '2023-02-29'::date
    SELECT date '2024-01-01x'
    SELECT ''::date
    SELECT '2024-01-01 25:00'::timestamp
    SELECT timestamp 'yesterdayish'
    SELECT '25:00'::time
    SELECT time '10:61'
    SELECT 'x'::time
    SELECT interval 'abc'
    SELECT interval '1 fortnight'
    SELECT '1 dya'::interval
    SELECT '{'::json
    SELECT 'abc'::jsonb
    SELECT '{"a": }'::jsonb
    SELECT ''::jsonb
    SELECT '1,2'::int[]
    SELECT '{1,a}'::int[]
    SELECT '{1,2'::int[]
    SELECT 'abc'::inet
    SELECT '300.1.1.1'::inet
    SELECT '(1,2'::address
    SELECT '(a,b,c)'::address
    SELECT '(1)'::point
    SELECT '\xZZ'::bytea
    SELECT '\x123'::bytea
    SELECT '102'::bit(3)
    SELECT '[2,1]'::int4range
    SELECT '[1,a)'::int4range
    SELECT 'x'::positive
    SELECT 'x'::money
    SELECT 'nosuch'::regclass
    SELECT 'nosuch'::regtype
    SELECT 'x'::oid
    SELECT name FROM customer WHERE id = 'abc'
    SELECT name FROM customer WHERE id IN (1, 'x')
    SELECT name FROM customer WHERE id BETWEEN 1 AND 'x'
    SELECT name FROM customer WHERE mood = 'angry'
    SELECT name FROM customer WHERE mood IN ('sad', 'angry')
    SELECT name FROM customer WHERE born > 'yes'
    SELECT name FROM customer WHERE born = '2024-02-31'
    SELECT name FROM customer WHERE created_at < 'x'
    SELECT name FROM customer WHERE token = 'x'
    SELECT name FROM customer WHERE active = 'maybe'
    SELECT name FROM customer WHERE active AND 'maybe'
    SELECT name FROM customer WHERE 'x'
    SELECT name FROM customer WHERE balance > 'x'
    SELECT name FROM customer WHERE profile @> 'x'
    SELECT name FROM customer WHERE profile = '{a: 1}'
    SELECT name FROM customer WHERE scores = '1'
    SELECT name FROM customer WHERE tags @> '{a'
    SELECT name FROM customer WHERE addr = 'x'
    SELECT 1 + 'x'
    SELECT id + 'x' FROM customer
    SELECT id * '1.5' FROM customer
    SELECT born + 'x' FROM customer
    SELECT born - '2024-02-30' FROM customer
    SELECT now() + '1 dya'
    SELECT COALESCE(id, 'x') FROM customer
    SELECT COALESCE(born, '') FROM customer
    SELECT CASE WHEN true THEN 1 ELSE 'x' END
    SELECT ARRAY[1, 'x']
    SELECT 1 UNION SELECT 'x'
    SELECT 'x' UNION SELECT 1
    SELECT 'x' UNION ALL SELECT born FROM customer
    SELECT generate_series(1, 'x')
    SELECT abs('x')
    SELECT NULLIF(id, 'x') FROM customer
    SELECT GREATEST(1, 'x')
    SELECT scores['x'] FROM customer
    SELECT name FROM customer LIMIT 'x'
    INSERT INTO category VALUES ('x', 1, 'a')
    INSERT INTO customer (email, name, born) VALUES ('a@b', 'n', 'x')
    INSERT INTO customer (email, name, mood) VALUES ('a@b', 'n', 'angry')
    INSERT INTO customer (email, name, profile) VALUES ('a@b', 'n', '{')
    INSERT INTO customer (email, name, tags) VALUES ('a@b', 'n', 'x')
    INSERT INTO category (id, title) SELECT 'x', 'y'
    UPDATE customer SET id = 'x'
    UPDATE customer SET born = '2024-13-13'
    UPDATE customer SET active = 'maybe'
    UPDATE customer SET scores[1] = 'x'
    UPDATE customer SET (id, name) = ('x', 'y')
    SELECT id FROM customer WHERE (id, name) = ('x', 'y')
    SELECT id FROM customer WHERE id = ANY ('x')
    SELECT id FROM customer WHERE id = ANY ('{1,x}')
    VALUES (1), ('x')
    """#
}
