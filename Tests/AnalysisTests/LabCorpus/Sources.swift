extension LabCorpus {
  static let joins = Family("joins", #"""
    SELECT s.name, r.value FROM station s JOIN reading r ON r.station_id = s.id
    SELECT s.name, r.value FROM station s LEFT JOIN reading r ON r.station_id = s.id AND r.ok
    SELECT * FROM station s RIGHT JOIN reading r ON r.station_id = s.id
    SELECT * FROM station s FULL JOIN visit v ON v.station_id = s.id
    SELECT * FROM station CROSS JOIN visit
    SELECT * FROM reading JOIN visit USING (station_id)
    SELECT station_id, reading.station_id, visit.station_id FROM reading JOIN visit USING (station_id)
    SELECT station_id + 1, value, fee FROM reading LEFT JOIN visit USING (station_id)
    SELECT station_id, value, fee FROM reading RIGHT JOIN visit USING (station_id)
    SELECT station_id, value, fee FROM reading FULL JOIN visit USING (station_id)
    SELECT * FROM reading FULL JOIN visit USING (station_id)
    SELECT j.station_id, value FROM reading JOIN visit USING (station_id) AS j
    SELECT j.*, value FROM reading LEFT JOIN visit USING (station_id) AS j
    SELECT * FROM station NATURAL JOIN sample
    SELECT id FROM station NATURAL JOIN sample
    SELECT id, station.id, sample.id FROM station NATURAL LEFT JOIN sample
    SELECT * FROM base NATURAL FULL JOIN derived
    SELECT id, kind, size FROM base NATURAL FULL JOIN derived
    SELECT * FROM base NATURAL JOIN reading
    SELECT id FROM base JOIN reading USING (id)
    SELECT id, base.id, reading.id FROM base FULL JOIN reading USING (id)
    SELECT * FROM (SELECT 1 AS x, 'a' AS y) a JOIN (SELECT 2.5 AS x, 'b'::varchar(3) AS y) b USING (x)
    SELECT x, a.x, b.x FROM (SELECT 1 AS x) a JOIN (SELECT 2.5 AS x) b USING (x)
    SELECT x, y FROM (SELECT 1::int2 AS x, 'a'::varchar(3) AS y) a FULL JOIN (SELECT 2::int8 AS x, 'b'::varchar(3) AS y) b USING (x, y)
    SELECT x, y FROM (SELECT 'a'::varchar(3) AS x, now() AS y) a JOIN (SELECT 'b'::varchar(4) AS x, current_date AS y) b USING (x, y)
    SELECT x FROM (SELECT 1::numeric(5,2) AS x) a JOIN (SELECT 1::numeric(5,2) AS x) b USING (x)
    SELECT x FROM (SELECT 1::numeric(5,2) AS x) a FULL JOIN (SELECT 1::numeric(5,2) AS x) b USING (x)
    SELECT x FROM (SELECT 'a' AS x) a NATURAL JOIN (SELECT 'b'::text AS x) b
    SELECT * FROM (SELECT 1 AS a, 2 AS b) x JOIN (SELECT 1 AS b, 2 AS c) y USING (b) JOIN (SELECT 2 AS c, 3 AS d) z USING (c)
    SELECT * FROM (SELECT 1 AS a) x NATURAL JOIN (SELECT 1 AS a) y NATURAL JOIN (SELECT 1.5 AS a) z
    SELECT a, x.a, z.a FROM (SELECT 1 AS a) x FULL JOIN (SELECT 1 AS a) y USING (a) FULL JOIN (SELECT 1.5 AS a) z USING (a)
    SELECT s.id, t.id, u.id FROM station s JOIN (station t JOIN station u ON u.parent = t.id) ON t.parent = s.id
    SELECT j.key, j.title FROM (station s JOIN reading r ON r.station_id = s.id) AS j (key, title)
    SELECT j.* FROM (station s LEFT JOIN reading r ON r.station_id = s.id) AS j
    SELECT j.* FROM (reading r JOIN visit v USING (station_id)) AS j (a, b, c)
    SELECT s.name, p.name AS parent, coalesce(p.name, 'none') FROM station s LEFT JOIN station p ON p.id = s.parent
    SELECT s.id FROM station s, reading r, visit v WHERE s.id = r.station_id AND v.station_id = s.id AND v.day = r.taken::date
    SELECT s.*, r.id AS reading_id, r.* FROM station s, reading r
    SELECT a.id, b.id FROM station a JOIN station b ON a.parent IS NOT DISTINCT FROM b.parent AND a.id < b.id
    SELECT s.id, x.m FROM station s LEFT JOIN (SELECT station_id, max(value) AS m FROM reading GROUP BY station_id) x ON x.station_id = s.id
    SELECT s.id, x.* FROM station s CROSS JOIN LATERAL (SELECT max(value) AS top, count(*) AS n FROM reading r WHERE r.station_id = s.id) x
    SELECT s.id, x.value FROM station s LEFT JOIN LATERAL (SELECT value FROM reading r WHERE r.station_id = s.id ORDER BY taken DESC LIMIT 1) x ON true
    SELECT s.id, g, g * s.seats FROM station s, generate_series(1, s.seats) g
    SELECT s.id, t FROM station s, LATERAL unnest(s.tags) t
    SELECT s.id, x.y FROM station s, LATERAL (SELECT s.name || 'x' AS y, s.seats + 1) x
    SELECT s.id, y.c FROM station s, LATERAL (SELECT s.id AS b) x, LATERAL (SELECT x.b + s.seats AS c) y
    SELECT v.upper_name, v.more_seats + 1, v.nothing, v.* FROM station_view v JOIN monthly m ON m.station_id = v.id
    SELECT m.month, m.mean * 2, m.n FROM monthly m WHERE m.month > now() - interval '1 year'
    SELECT b.*, d.* FROM base b JOIN derived d USING (id)
    SELECT * FROM base UNION ALL SELECT id, kind, size FROM derived
    SELECT * FROM ONLY base
    SELECT * FROM base*
    SELECT p.k, p.v, l.w FROM parted p JOIN parted_low l ON l.k = p.k
    SELECT l.at, l.state = 'on', l.amount + 1, l.body ->> 'a' FROM lab.log l WHERE l.state IN ('on', 'off')
    SELECT lab.log.id, log.at FROM lab.log
    SELECT s.key FROM station AS s (key, title) JOIN reading r ON r.station_id = s.key WHERE false
    SELECT key, title, code FROM station AS s (key, title)
    SELECT * FROM station AS s (a, b, c)
    SELECT c.relname, n.nspname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attnum > 0
    SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'
    SELECT * FROM station s TABLESAMPLE BERNOULLI (10) REPEATABLE (5)
    SELECT * FROM station s TABLESAMPLE SYSTEM (1.5)
    SELECT s.id FROM station s JOIN reading r ON s.id = r.station_id FOR UPDATE OF s SKIP LOCKED
    """#)

  static let subqueries = Family("subqueries", #"""
    SELECT (SELECT 1), (SELECT 'x'), (SELECT NULL), (SELECT max(i4) FROM sample), (SELECT vc FROM sample LIMIT 1), (SELECT n2 FROM sample LIMIT 1), (SELECT ts3 FROM sample LIMIT 1)
    SELECT (SELECT 'x') || 'y', (SELECT 1) + 1.5, (SELECT NULL) IS NULL, coalesce((SELECT vc FROM sample LIMIT 1), 'x'), ((SELECT i4s FROM sample LIMIT 1))[1], ((SELECT pr FROM sample LIMIT 1)).a
    SELECT i4 = (SELECT 1), i4 > (SELECT max(i8) FROM sample), t = (SELECT vc FROM sample LIMIT 1), d < (SELECT now()), (SELECT 1) = ANY (i4s), i4 IN (SELECT i8 FROM sample), t NOT IN (SELECT name FROM station), i4 = ANY (SELECT n FROM sample), vc = SOME (SELECT t FROM sample), i4 <> ALL (SELECT 1.5) FROM sample
    SELECT EXISTS (SELECT 1), NOT EXISTS (SELECT * FROM sample WHERE false), EXISTS (SELECT FROM station), EXISTS (TABLE station), EXISTS (VALUES (1))
    SELECT id FROM station s WHERE EXISTS (SELECT 1 FROM reading WHERE station_id = s.id AND value > seats)
    SELECT id FROM station WHERE id IN (SELECT station_id FROM reading WHERE value > 5) AND name NOT IN ('a', 'b')
    SELECT id FROM station WHERE (id, name) IN (SELECT station_id, guide FROM visit)
    SELECT id FROM station WHERE id = (SELECT station_id FROM visit WHERE visit.station_id = station.id LIMIT 1)
    SELECT x.a FROM (SELECT 1 AS a) x
    SELECT a + 1, b || 'x', c FROM (SELECT 1 AS a, 'y' AS b, NULL AS c) x
    SELECT * FROM (SELECT id, name AS title, seats * 2 AS double, 'k' AS kind FROM station) x WHERE double > 5 AND kind = 'k'
    SELECT * FROM (SELECT * FROM (SELECT * FROM station) a) b
    SELECT x.* FROM (SELECT s.*, r.value FROM station s JOIN reading r ON r.station_id = s.id) x
    SELECT p, q FROM (SELECT id, name FROM station) AS x (p, q)
    SELECT p, name FROM (SELECT id, name FROM station) AS x (p)
    SELECT count(*) FROM (SELECT DISTINCT vc FROM sample) x
    SELECT x.n2, x.vc, x.ts3, x.ivd, x.bt, x.c FROM (SELECT n2, vc, ts3, ivd, bt, c FROM sample) x
    SELECT x.a, x.b FROM (SELECT n2::numeric(6,1) AS a, vc::varchar(5) AS b FROM sample) x
    SELECT x.* FROM (SELECT CASE WHEN b THEN n2 ELSE n2 END, coalesce(vc, vc), greatest(n2, n2), (n2), n2 + 0, max(n2) OVER () FROM sample) x (a, b, c, d, e, f)
    SELECT (SELECT (SELECT s.i4)) FROM sample s
    SELECT (SELECT max(x.i4 + s.i4) FROM sample x WHERE x.id = s.id) FROM sample s
    SELECT (SELECT x FROM (SELECT s.t AS x) y) FROM sample s
    SELECT ARRAY(SELECT r.value FROM reading r WHERE r.station_id = s.id ORDER BY r.taken), (SELECT string_agg(guide, ',') FROM visit WHERE station_id = s.id) FROM station s
    SELECT CASE WHEN EXISTS (SELECT 1 FROM visit v WHERE v.station_id = s.id) THEN 'yes' ELSE 'no' END FROM station s
    SELECT s.id FROM station s WHERE s.seats > (SELECT avg(seats) FROM station) ORDER BY (SELECT count(*) FROM visit v WHERE v.station_id = s.id)
    SELECT s.id FROM station s LIMIT (SELECT 5) OFFSET (SELECT count(*) FROM visit)
    SELECT ROW(1, 2) = (SELECT 1, 2), (SELECT ROW(1, 'x')), (SELECT s FROM station s LIMIT 1), ((SELECT s FROM station s LIMIT 1)).name
    SELECT (SELECT fee FROM visit LIMIT 0) IS NULL FROM (SELECT 1) x WHERE false
    SELECT x FROM (SELECT now() AS x UNION SELECT current_date) y
    SELECT 1 IN (SELECT 1 UNION SELECT 2.5), 'a' IN (SELECT 'b'), NULL IN (SELECT 1), 1 = ALL (SELECT i2 FROM sample), '1' IN (SELECT 1), (1, 'a') IN (SELECT i4, t FROM sample), '2024-01-01' IN (SELECT d FROM sample)
    SELECT (SELECT lower(vc) FROM sample LIMIT 1), (SELECT count(*) FROM sample) * 2, (SELECT array_agg(vc) FROM sample), (SELECT jb -> 'a' FROM sample LIMIT 1) ->> 'b', -(SELECT i4 FROM sample LIMIT 1), NOT (SELECT b FROM sample LIMIT 1), (SELECT d FROM sample LIMIT 1) + 1
    SELECT TABLE_NAME FROM (SELECT 'x' AS table_name) x
    TABLE station
    TABLE lab.log
    TABLE station_view ORDER BY 2 LIMIT 1
    """#)

  static let commonTables = Family("common tables", #"""
    WITH a AS (SELECT 1 AS x) SELECT x, x + 1 FROM a
    WITH a (x, y) AS (SELECT 1, 'b') SELECT y || 'c', x FROM a
    WITH a (x) AS (SELECT n2, vc FROM sample) SELECT x, vc, a.* FROM a
    WITH a AS (SELECT 'x' AS s, NULL AS n) SELECT s || 'y', n FROM a
    WITH a AS (VALUES (1, 'a'), (2.5, NULL)) SELECT column1 * 2, column2 FROM a
    WITH a AS (SELECT * FROM station), b AS (SELECT id, name FROM a WHERE closed IS NULL) SELECT b.name, a.opened FROM a JOIN b USING (id)
    WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1.5 AS y FROM a) SELECT a.x, b.y FROM a, b
    WITH a AS (SELECT 1 AS x) SELECT (SELECT x FROM a), EXISTS (SELECT 1 FROM a WHERE a.x = 1), ARRAY(SELECT x FROM a)
    WITH a AS (SELECT 1 AS x) SELECT * FROM (WITH b AS (SELECT x + 1 AS y FROM a) SELECT y FROM b) z
    WITH a AS (SELECT 1 AS x) SELECT * FROM (WITH a AS (SELECT 'z' AS x) SELECT x FROM a) z, a
    WITH station AS (SELECT 1 AS only_this) SELECT only_this FROM station
    WITH a AS MATERIALIZED (SELECT vc FROM sample), b AS NOT MATERIALIZED (SELECT n2 FROM sample) SELECT * FROM a, b
    WITH a AS (SELECT x.* FROM (SELECT 1 AS p, 'q'::varchar(3) AS r) x) SELECT r, p FROM a
    WITH a AS (SELECT id, name FROM station) SELECT a FROM a
    WITH a AS (SELECT id, name FROM station) SELECT count(a), row_to_json(a) FROM a GROUP BY a.*
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
    WITH RECURSIVE t (n) AS (VALUES (1) UNION SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t
    WITH RECURSIVE t AS (SELECT id, parent, name, 0 AS depth FROM station WHERE parent IS NULL UNION ALL SELECT s.id, s.parent, s.name, t.depth + 1 FROM station s JOIN t ON s.parent = t.id) SELECT * FROM t
    WITH RECURSIVE t (id, path, label) AS (SELECT id, ARRAY[id], name::text FROM station UNION ALL SELECT s.id, t.path || s.id, t.label || '/' || s.name FROM station s, t WHERE s.parent = t.id) SELECT id, path, label FROM t
    WITH RECURSIVE t AS (SELECT 'a' AS s, NULL::int AS n UNION ALL SELECT s || 'b', 1 FROM t WHERE length(s) < 5) SELECT * FROM t
    WITH RECURSIVE t (a, b) AS (SELECT 1::numeric, 'x'::text UNION ALL SELECT a * 2, b FROM t WHERE a < 100) SELECT a, b FROM t ORDER BY a DESC
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5), u AS (SELECT n, n * 2.5 AS m FROM t) SELECT * FROM u
    WITH RECURSIVE u AS (SELECT 1 AS x), t (n) AS (SELECT x FROM u UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t, u
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL (SELECT n + 1 FROM t WHERE n < 3 LIMIT 5)) SELECT n FROM t
    WITH RECURSIVE t (id) AS (SELECT id FROM station UNION ALL SELECT s.id FROM station s JOIN t ON s.parent = t.id) SEARCH DEPTH FIRST BY id SET seq SELECT id, seq FROM t ORDER BY seq
    WITH RECURSIVE t (id, parent) AS (SELECT id, parent FROM station UNION ALL SELECT s.id, s.parent FROM station s JOIN t ON s.parent = t.id) SEARCH BREADTH FIRST BY id SET seq SELECT * FROM t
    WITH RECURSIVE t (id) AS (SELECT id FROM station UNION ALL SELECT s.id FROM station s JOIN t ON s.parent = t.id) CYCLE id SET is_cycle USING path SELECT * FROM t
    WITH RECURSIVE t (id) AS (SELECT id FROM station UNION ALL SELECT s.id FROM station s JOIN t ON s.parent = t.id) CYCLE id SET mark TO 'Y' DEFAULT 'N' USING path SELECT id, mark || 'x', path FROM t
    WITH RECURSIVE t (id) AS (SELECT id FROM station UNION ALL SELECT s.id FROM station s JOIN t ON s.parent = t.id) SEARCH DEPTH FIRST BY id SET o CYCLE id SET c USING p SELECT * FROM t
    WITH ins AS (INSERT INTO station (id, name, opened) VALUES (1, 'x', now()) RETURNING id, name, tags) SELECT id + 1, name || 'x', tags[1] FROM ins
    WITH upd AS (UPDATE station SET seats = seats + 1 RETURNING *) SELECT upd.name, count(*) FROM upd GROUP BY 1
    WITH del AS (DELETE FROM visit WHERE day < '2020-01-01' RETURNING station_id, fee AS paid) SELECT station_id, sum(paid) FROM del GROUP BY station_id
    WITH del AS (DELETE FROM visit RETURNING *), ins AS (INSERT INTO lab.log (body) SELECT to_jsonb(del) FROM del RETURNING id) SELECT count(*), max(ins.id) FROM ins
    WITH a AS (SELECT 1 AS x) INSERT INTO base (id, kind) SELECT x, 'k' FROM a RETURNING *
    WITH a AS (SELECT id, max(value) AS m FROM reading GROUP BY id) UPDATE station SET seats = a.m FROM a WHERE a.id = station.id RETURNING station.id, a.m
    WITH a AS (SELECT station_id FROM visit WHERE fee IS NULL) DELETE FROM reading USING a WHERE a.station_id = reading.station_id RETURNING reading.*, a.station_id
    WITH a AS (SELECT 1 AS x) SELECT x FROM a UNION ALL SELECT x + 1 FROM a ORDER BY x
    WITH a AS (SELECT 1 AS x), b AS (SELECT 2.5 AS x) SELECT * FROM a UNION SELECT * FROM b
    SELECT * FROM (WITH a AS (SELECT 1 AS x) SELECT * FROM a) s JOIN (WITH a AS (SELECT 1.5 AS x) SELECT * FROM a) t USING (x)
    SELECT (WITH a AS (SELECT i4 AS x) SELECT x + 1 FROM a) FROM sample
    """#)

  static let setOperations = Family("set operations", #"""
    SELECT 1 UNION SELECT 2
    SELECT 1 UNION ALL SELECT 2.5
    SELECT i2 FROM sample UNION SELECT i8 FROM sample
    SELECT i4 FROM sample UNION SELECT n FROM sample
    SELECT n FROM sample UNION SELECT f8 FROM sample
    SELECT f4 FROM sample UNION SELECT f8 FROM sample
    SELECT vc FROM sample UNION SELECT vc FROM sample
    SELECT vc FROM sample UNION SELECT t FROM sample
    SELECT vc FROM sample UNION SELECT v FROM sample
    SELECT vc FROM sample UNION SELECT 'x'
    SELECT 'x' UNION SELECT vc FROM sample
    SELECT c FROM sample UNION SELECT vc FROM sample
    SELECT c FROM sample UNION ALL SELECT c FROM sample
    SELECT nm FROM sample UNION SELECT t FROM sample
    SELECT n2 FROM sample UNION SELECT n2 FROM sample
    SELECT n2 FROM sample UNION SELECT 5
    SELECT n2 FROM sample UNION SELECT NULL
    SELECT NULL UNION SELECT n2 FROM sample
    SELECT d FROM sample UNION SELECT ts FROM sample
    SELECT d FROM sample UNION SELECT '2024-01-01'
    SELECT ts3 FROM sample UNION SELECT ts3 FROM sample
    SELECT ts FROM sample UNION SELECT tt FROM sample
    SELECT pe FROM sample UNION SELECT pe FROM sample
    SELECT pe FROM sample UNION SELECT n FROM sample
    SELECT lb FROM sample UNION SELECT sl FROM sample
    SELECT lb FROM sample UNION SELECT 'x'
    SELECT sc FROM sample UNION SELECT vc FROM sample
    SELECT i4s FROM sample UNION SELECT '{1}'
    SELECT jb FROM sample UNION SELECT '{}'
    SELECT col FROM sample UNION SELECT 'red'
    SELECT pr FROM sample UNION SELECT pr FROM sample
    SELECT ROW(1, 'x') UNION ALL SELECT ROW(2, 'y')
    SELECT NULL UNION SELECT NULL
    SELECT NULL UNION ALL SELECT 1
    SELECT NULL UNION SELECT NULL UNION SELECT 'a'
    SELECT 'a' UNION SELECT 'b' UNION SELECT vc FROM sample
    SELECT 1 UNION SELECT 2 UNION ALL SELECT 3.5
    SELECT 1 UNION (SELECT 2 UNION SELECT 3.5)
    (SELECT 1 UNION SELECT 2.5) INTERSECT SELECT 3
    SELECT i4 FROM sample INTERSECT SELECT i8 FROM sample
    SELECT i4 FROM sample EXCEPT SELECT n FROM sample
    SELECT i4 FROM sample EXCEPT ALL SELECT 5
    SELECT 1, 'a', NULL UNION SELECT 2.5, 'b', 5
    SELECT i4, vc, n2, ts3 FROM sample UNION ALL SELECT i4, vc, n2, ts3 FROM sample
    SELECT i4 AS a, t AS b FROM sample UNION SELECT id, name FROM station ORDER BY a, b DESC
    SELECT i4 FROM sample UNION SELECT 5 ORDER BY 1 LIMIT 3 OFFSET 1
    SELECT id, name FROM station UNION SELECT 0, 'none' ORDER BY name
    SELECT * FROM visit UNION SELECT * FROM visit
    SELECT * FROM (SELECT 1 AS x, 'a' AS y UNION ALL SELECT 2.5, NULL) u WHERE y = 'a'
    SELECT x || 'z' FROM (SELECT 'a' AS x UNION SELECT 'b') u
    SELECT x + 1 FROM (SELECT NULL AS x UNION SELECT 1) u
    VALUES (1, 'a') UNION ALL VALUES (2.5, 'b')
    VALUES (1) UNION SELECT i8 FROM sample
    TABLE base UNION ALL SELECT id, kind, size FROM derived
    SELECT 'a'::varchar(3) UNION SELECT 'b'::varchar(3)
    SELECT 'a'::varchar(3) UNION SELECT 'b'::varchar(4)
    SELECT 'a'::char(3) UNION SELECT 'b'
    SELECT count(*) FROM sample UNION ALL SELECT sum(i4) FROM sample
    SELECT max(vc), avg(n2) FROM sample UNION SELECT 'x', 1
    (SELECT i4 FROM sample ORDER BY id LIMIT 1) UNION ALL (SELECT i8 FROM sample ORDER BY id LIMIT 1)
    ((SELECT 1 AS x)) UNION ((SELECT 2)) ORDER BY x
    SELECT 1 AS x FROM (SELECT 1 UNION SELECT 2) y
    SELECT EXISTS (SELECT 1 UNION SELECT 2), (SELECT 1 UNION SELECT 1.5 LIMIT 1), ARRAY(SELECT 'a' UNION SELECT 'b')
    SELECT ARRAY[1] UNION SELECT ARRAY[2.5]::numeric[]::int[]
    SELECT date_trunc('day', now()) UNION SELECT current_date
    SELECT i4, NULL::text FROM sample UNION ALL SELECT NULL, t FROM sample
    SELECT i4, NULL FROM sample UNION ALL SELECT NULL, t FROM sample
    SELECT * FROM (SELECT id, 'a' AS kind FROM station UNION ALL SELECT id::int, 'b' FROM reading) u WHERE u.kind IN ('a', 'b')
    SELECT iv FROM sample UNION SELECT '1 day'
    SELECT ivd FROM sample UNION ALL SELECT ivd FROM sample
    SELECT bt FROM sample UNION SELECT bt FROM sample
    SELECT bt FROM sample UNION SELECT vb FROM sample
    SELECT u FROM sample UNION SELECT gen_random_uuid()
    SELECT m FROM sample UNION SELECT '5'
    SELECT ip FROM sample UNION SELECT ci FROM sample
    SELECT b FROM sample UNION SELECT 't'
    SELECT i4 IS NULL FROM sample UNION SELECT NULL
    """#)

  /// Set-returning functions in FROM and in the select list.
  static let sets = Family("sets", #"""
    SELECT * FROM generate_series(1, 3)
    SELECT generate_series FROM generate_series(1, 3)
    SELECT g, g + 1, g.g FROM generate_series(1, 3) g
    SELECT x FROM generate_series(1, 10, 2) AS g (x)
    SELECT g FROM generate_series(now(), now() + '1 day', '1 hour') g
    SELECT g::int, g + 1.5 FROM generate_series(1.0, 2) g, (SELECT 1) x WHERE false OR g > 1 AND 1 = 2 IS NULL AND false
    SELECT * FROM generate_series(1, 3) WITH ORDINALITY
    SELECT n, o FROM generate_series(1, 3) WITH ORDINALITY AS t (n, o)
    SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b'])
    SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b']) WITH ORDINALITY AS u (a, b, c)
    SELECT * FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) AS r (a, b)
    SELECT * FROM ROWS FROM (generate_series(1, 2), counts()) WITH ORDINALITY
    SELECT * FROM ROWS FROM (anything(1) AS (a integer, b text), generate_series(1, 2)) AS r
    SELECT * FROM counts()
    SELECT c.day, c.n + 1 FROM counts('2024-01-01') c
    SELECT * FROM counts() AS c (d)
    SELECT d, n FROM counts() AS c (d)
    SELECT * FROM stations_of('red')
    SELECT s.name FROM stations_of('red') s JOIN reading r ON r.station_id = s.id
    SELECT * FROM pairs()
    SELECT a, b || 'x' FROM pairs()
    SELECT * FROM bounds()
    SELECT low, high FROM bounds()
    SELECT * FROM only_out()
    SELECT answer + 1 FROM only_out()
    SELECT * FROM only_out() AS o
    SELECT o FROM only_out() AS o
    SELECT o.x FROM only_out() AS o (x)
    SELECT * FROM twice(1)
    SELECT * FROM twice('x'::varchar) AS t
    SELECT * FROM in_out(1, 2)
    SELECT x FROM in_out(1, 2)
    SELECT * FROM anything(1) AS t (a integer, b varchar(5))
    SELECT * FROM each_of('{a,b}'::text[])
    SELECT e FROM each_of(ARRAY[1.5]) e
    SELECT * FROM lower('X')
    SELECT l, l || 'x' FROM lower('X') l
    SELECT * FROM now()
    SELECT * FROM current_date
    SELECT x FROM current_timestamp AS x
    SELECT * FROM scaled(5) s
    SELECT * FROM make_pair(1, 'x')
    SELECT p, p.a FROM make_pair(1, 'x') p
    SELECT * FROM json_each('{}')
    SELECT * FROM jsonb_each_text('{}') AS e (k)
    SELECT * FROM regexp_matches('a', 'b') m
    SELECT m[1] FROM regexp_matches('a', 'b', 'g') m
    SELECT * FROM regexp_split_to_table('a b', ' ') WITH ORDINALITY
    SELECT * FROM string_to_table('a,b', ',') AS s
    SELECT * FROM pg_get_keywords()
    SELECT word, catcode FROM pg_get_keywords() k WHERE k.catcode = 'R'
    SELECT * FROM pg_show_all_settings() AS s
    SELECT generate_series(1, 2), generate_series(1, 3) * 2, unnest(ARRAY['a', 'b']) || 'x'
    SELECT id, unnest(tags), unnest(tags) || name FROM station
    SELECT id, generate_series(1, seats) AS n FROM station ORDER BY n
    SELECT count(*) FROM (SELECT unnest(i4s) AS e FROM sample) x WHERE e > 1
    SELECT DISTINCT unnest(tx) FROM sample
    SELECT unnest(i4s) AS e, count(*) FROM sample GROUP BY e
    SELECT s.id, f.* FROM station s, counts(s.opened) f
    SELECT s.id, f.n FROM station s LEFT JOIN LATERAL counts(s.opened) AS f ON f.n > s.seats
    SELECT s.id, (counts(s.opened)).* FROM station s
    SELECT (each_of(i4s)), each_of(tx) || 'x' FROM sample
    SELECT jsonb_array_elements(jb) ->> 'a', (jsonb_each(jb)).value -> 'b', json_array_elements_text(j) || 'x' FROM sample
    SELECT CASE WHEN id > 1 THEN 'a' END, generate_series(1, 2) FROM station
    SELECT x.y FROM (SELECT generate_series(1, 2) AS y) x WHERE x.y > 1
    SELECT generate_series(1, (SELECT 3)), ARRAY(SELECT generate_series(1, 2)), (SELECT unnest(ARRAY[1]) LIMIT 1), 1 IN (SELECT generate_series(1, 2)), EXISTS (SELECT generate_series(1, 2))
    SELECT u.* FROM sample, unnest(i4s, tx, n2s) WITH ORDINALITY AS u (a, b, c, d)
    SELECT u.a FROM sample, unnest(prs) AS u
    SELECT * FROM sample s, unnest(s.prs) u (x, y)
    SELECT * FROM unnest('{[1,2)}'::int4multirange) r
    """#)
}
