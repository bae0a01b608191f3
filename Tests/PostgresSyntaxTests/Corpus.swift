/// Statements that PostgreSQL 15 accepts or refuses, for the judge and the robustness tests.
enum Corpus {
  static let expressions = lines(
    #"""
    1 + 2 * 3 - 4 / 5 % 6 ^ 7
    -1
    - - 1
    +a
    -9223372036854775808
    1.5e10
    a.b.c.d
    t.*
    (t).*
    (t).a.b
    (f(x)).y
    (f(x))[1]
    a[1]
    a[1][2]
    a[1:2]
    a[:]
    a[1:]
    a[:2]
    a[1].b
    a.b[1].c.*
    $1
    $1.a
    $1[2]
    'it''s'
    E'a\'b'
    U&'d\0061ta'
    U&'d!0061ta' UESCAPE '!'
    $$a'b$$
    $x$a$$b$x$
    'a'\n'b'
    B'0101'
    X'ff'
    N'abc'
    TRUE
    NULL
    a AND b AND c
    a OR b OR c
    a AND (b AND c)
    (a AND b) AND c
    a OR b AND NOT c OR d
    NOT NOT a
    NOT a = b
    a = b IS NULL
    a IS NULL IS NULL
    a IS NOT NULL
    a ISNULL
    a NOTNULL
    a IS TRUE
    a IS NOT FALSE
    a IS UNKNOWN
    a IS DISTINCT FROM b
    a IS NOT DISTINCT FROM b + c
    a IS DOCUMENT
    a IS NORMALIZED
    a IS NOT NFKC NORMALIZED
    a BETWEEN 1 AND 2
    a NOT BETWEEN SYMMETRIC b + 1 AND c - 1 AND d
    a BETWEEN ASYMMETRIC 1 AND 2
    a BETWEEN b IS DISTINCT FROM c AND d
    a IN (1, 2, 3)
    a NOT IN (1)
    a IN (SELECT b)
    a NOT IN (SELECT b UNION SELECT c)
    a IN ((SELECT 1))
    a IN ((SELECT 1), 2)
    a IN ((SELECT 1) + 1)
    (a, b) IN ((1, 2), (3, 4))
    (a, b) IN (SELECT 1, 2)
    a LIKE 'x%'
    a NOT LIKE b || '%' ESCAPE '!'
    a ILIKE b
    a NOT ILIKE b
    a SIMILAR TO b
    a NOT SIMILAR TO b ESCAPE c
    a LIKE ANY (ARRAY['x', 'y'])
    a NOT LIKE ALL (b)
    a ILIKE SOME (SELECT b)
    a = ANY (b)
    a = ANY ((b))
    a <> ALL (SELECT 1)
    a = SOME (ARRAY[1, 2])
    a = ANY ((SELECT b))
    a + b = ANY (c) AND d
    a OPERATOR(pg_catalog.+) b
    a OPERATOR(pg_catalog.=) ANY (b)
    OPERATOR(pg_catalog.-) a
    a || b || c
    a -> 'b' ->> 'c'
    a #>> '{b,c}'
    a @> b
    a ? b
    a ?| b
    a && b
    @ a
    |/ a
    ~ a
    a ~ b
    a !~* b
    a << 2 | 3
    a != b
    a::int
    a::int::text
    -a::int
    a::numeric(10, 2)[]
    a::timestamp(3) with time zone
    a::double precision
    a::character varying(20)
    a::interval day to second(3)
    a::s.t
    a::"T"
    a::text[][3]
    a::int ARRAY[4]
    a::bit varying(3)
    CAST(a AS varchar)
    CAST(a + b AS interval(2))
    CAST('x' AS char(3))
    TREAT(a AS int)
    date '2024-01-01'
    timestamp '2024-01-01'
    timestamp(3) '2024-01-01'
    timestamp with time zone '2024-01-01'
    time without time zone '12:00'
    interval '1'
    interval '1' day
    interval '1-2' year to month
    interval '1' second(2)
    interval(3) '1 day'
    int '1'
    numeric(5, 2) '1.5'
    float(3) '1'
    double precision '1'
    char(3) 'x'
    national character varying(3) 'x'
    bit '101'
    boolean 't'
    s.t 'x'
    myfunc(1, 2) 'x'
    point '(1,2)'
    a AT TIME ZONE 'UTC'
    a AT TIME ZONE b AT TIME ZONE c
    a COLLATE "C"
    a || b COLLATE pg_catalog."de_DE"
    now()
    f(a, b + 1)
    s.f(a)
    a.b.f(c)
    f(VARIADIC a)
    f(a, VARIADIC b)
    f(ALL a)
    f(x => 1, y := 2)
    count(*)
    count(DISTINCT a)
    string_agg(a, ',' ORDER BY b DESC, c NULLS FIRST)
    sum(a) FILTER (WHERE b > 0)
    percentile_cont(0.5) WITHIN GROUP (ORDER BY a)
    rank() OVER ()
    rank() OVER w
    rank() OVER (w PARTITION BY a, b ORDER BY c)
    sum(a) OVER (ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    sum(a) OVER (ORDER BY b RANGE BETWEEN '1 day' PRECEDING AND '1 day' FOLLOWING EXCLUDE TIES)
    sum(a) OVER (ORDER BY b GROUPS 1 PRECEDING EXCLUDE CURRENT ROW)
    sum(a) FILTER (WHERE b) OVER (ROWS UNBOUNDED PRECEDING EXCLUDE NO OTHERS)
    sum(a) OVER (ROWS 1 + 1 PRECEDING)
    CASE WHEN a THEN 1 END
    CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' ELSE 'z' END
    CASE a + 1 WHEN b OR c THEN d END
    COALESCE(a, b, 0)
    NULLIF(a, '')
    GREATEST(a, b)
    LEAST(a, b, c)
    extract(year FROM a)
    extract(epoch FROM a - b)
    extract('month' FROM a)
    position('a' IN b)
    position(a + b IN c || d)
    substring(a FROM 1 FOR 2)
    substring(a FOR 2)
    substring(a FOR 2 FROM 1)
    substring(a FROM 'x')
    substring(a SIMILAR b ESCAPE c)
    substring(a, 1, 2)
    overlay(a PLACING b FROM 1 FOR 2)
    overlay(a, b, 1)
    trim(a)
    trim(BOTH FROM a)
    trim(LEADING 'x' FROM a)
    trim(TRAILING FROM a)
    trim('x' FROM a)
    trim(a, b)
    normalize(a, NFC)
    collation for (a)
    current_date
    current_timestamp
    current_timestamp(3)
    localtime(0)
    current_user
    session_user
    user
    current_schema
    current_schema()
    current_catalog
    ARRAY[1, 2, 3]
    ARRAY[[1, 2], [3, 4]]
    ARRAY[]::int[]
    ARRAY(SELECT a FROM b)
    (ARRAY[1, 2])[1]
    ROW(1, 2)
    ROW()
    (1, 2)
    (a, b) = (c, d)
    ROW(a, b) < ROW(c, d)
    (ROW(1, 2)).f1
    (a, b) OVERLAPS (c, d)
    ROW(a, b) OVERLAPS (c, d) AND e
    EXISTS (SELECT 1)
    NOT EXISTS (SELECT 1 FROM t WHERE a = b)
    (SELECT 1)
    ((SELECT 1))
    ((SELECT 1) + 1)
    ((SELECT 1) UNION SELECT 2)
    (SELECT a).b
    (SELECT array_agg(x))[1]
    (((1)))
    ((1 + 2)) * 3
    grouping(a, b)
    left(a, 1)
    right(a, 1)
    like(a, b)
    "left"
    int
    coalesce
    values
    name
    date
    time
    position
    a AS select
    a "B c"
    a value
    xmlelement(name foo, xmlattributes(a AS b, c), 'x')
    xmlforest(a, b AS c)
    xmlparse(document a preserve whitespace)
    xmlserialize(content a AS text)
    xmlpi(name php, 'x')
    xmlroot(a, version no value, standalone yes)
    xmlexists('//x' PASSING BY REF a)
    xmlconcat(a, b)
    json_build_object('a', 1)
    json_object('{a,b}')
    a < b AND c > d
    a < b = ANY (c) IS NULL OR TRUE
    """#.replacing("a < b = ANY (c) IS NULL OR TRUE", with: "a + b < c IS NULL OR TRUE"))

  static let queries = lines(
    #"""
    SELECT
    SELECT 1;
    SELECT *
    SELECT ALL a FROM t
    SELECT DISTINCT a, b FROM t
    SELECT DISTINCT ON (a, b + 1) * FROM t ORDER BY a, b + 1
    SELECT a AS x, b y, c "z" FROM t AS u
    SELECT FROM t
    SELECT a INTO b FROM t
    SELECT a INTO TEMP TABLE b FROM t
    SELECT a INTO UNLOGGED b FROM t
    SELECT * FROM a, b c, d AS e(f, g)
    SELECT * FROM ONLY a, ONLY (b) c, d *
    SELECT * FROM s.t, d.s.t
    SELECT * FROM a JOIN b ON a.x = b.x
    SELECT * FROM a LEFT OUTER JOIN b USING (x, y) AS j RIGHT JOIN c ON TRUE FULL JOIN d ON a OR b
    SELECT * FROM a CROSS JOIN b NATURAL JOIN c NATURAL LEFT JOIN d INNER JOIN e USING (f)
    SELECT * FROM a JOIN b JOIN c ON x ON y
    SELECT * FROM a JOIN b CROSS JOIN c ON y
    SELECT * FROM (a JOIN b ON x) JOIN c ON y
    SELECT * FROM (a JOIN b ON x) AS j(k, l)
    SELECT * FROM ((a JOIN b ON x))
    SELECT * FROM ((a CROSS JOIN b) CROSS JOIN c) d
    SELECT * FROM (SELECT 1) AS x
    SELECT * FROM ((SELECT 1)) x
    SELECT * FROM ((SELECT 1) UNION (SELECT 2)) x
    SELECT * FROM ((SELECT 1) x JOIN b ON c)
    SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, name)
    SELECT * FROM (TABLE t) x
    SELECT * FROM LATERAL (SELECT a.b) x, LATERAL f(a) y
    SELECT * FROM f(1) WITH ORDINALITY AS t(a, n)
    SELECT * FROM f(1) AS t(a int, b text COLLATE "C")
    SELECT * FROM f(1) t(a int)
    SELECT * FROM f(1) AS (a int, b text[])
    SELECT * FROM ROWS FROM (f(1), g(2) AS (a int)) WITH ORDINALITY x
    SELECT * FROM current_date, coalesce(1, 2) c, cast(1 AS int) d
    SELECT * FROM generate_series(1, 10) i
    SELECT * FROM t TABLESAMPLE system (10) REPEATABLE (5)
    SELECT * FROM t x TABLESAMPLE s.bernoulli (10)
    SELECT * FROM xmltable('/a' PASSING x COLUMNS id int PATH '@id' NOT NULL, n FOR ORDINALITY, d text DEFAULT 'x') t
    SELECT * FROM t WHERE a = 1 AND b IN (2, 3)
    SELECT a, count(*) FROM t GROUP BY a HAVING count(*) > 1
    SELECT a FROM t GROUP BY DISTINCT a, (b, c), (), ROLLUP (d, e), CUBE (f), GROUPING SETS ((a), (), ROLLUP (b))
    SELECT a FROM t GROUP BY ALL a
    SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b), v AS (w ORDER BY c)
    SELECT a FROM t ORDER BY a ASC, b DESC NULLS LAST, c USING >, d USING OPERATOR(s.<) NULLS FIRST
    SELECT a FROM t LIMIT 10
    SELECT a FROM t LIMIT 10 OFFSET 5
    SELECT a FROM t OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY
    SELECT a FROM t OFFSET 5 LIMIT ALL
    SELECT a FROM t FETCH FIRST ROW ONLY
    SELECT a FROM t ORDER BY a FETCH FIRST (1 + 1) ROWS WITH TIES
    SELECT a FROM t FETCH FIRST +5 ROWS ONLY
    SELECT a FROM t LIMIT (SELECT 1) OFFSET b + 1
    SELECT a FROM t FOR UPDATE
    SELECT a FROM t FOR NO KEY UPDATE OF t, u NOWAIT FOR SHARE SKIP LOCKED FOR KEY SHARE
    SELECT a FROM t FOR UPDATE LIMIT 1
    SELECT a FROM t LIMIT 1 FOR UPDATE
    SELECT a FROM t FOR READ ONLY
    SELECT 1 UNION SELECT 2
    SELECT 1 UNION ALL SELECT 2 EXCEPT DISTINCT SELECT 3 INTERSECT SELECT 4
    SELECT 1 INTERSECT SELECT 2 UNION SELECT 3
    (SELECT 1) UNION (SELECT 2 ORDER BY 1) ORDER BY 1 LIMIT 1
    (SELECT 1 ORDER BY 1) LIMIT 2
    ((SELECT 1))
    (SELECT 1) UNION ((SELECT 2) EXCEPT SELECT 3)
    VALUES (1)
    VALUES (1, 2), (3, DEFAULT) ORDER BY 1
    TABLE t
    TABLE ONLY s.t
    TABLE a UNION VALUES (1)
    WITH a AS (SELECT 1) SELECT * FROM a
    WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a WHERE n < 10) SELECT * FROM a
    WITH a AS MATERIALIZED (SELECT 1), b AS NOT MATERIALIZED (TABLE c) (SELECT 2) UNION TABLE a
    WITH a AS (INSERT INTO t VALUES (1) RETURNING *), b AS (UPDATE t SET a = 1 RETURNING a), c AS (DELETE FROM t) SELECT * FROM a, b
    WITH a AS (WITH b AS (SELECT 1) SELECT * FROM b) SELECT * FROM a ORDER BY 1
    WITH RECURSIVE a AS (SELECT 1) SEARCH DEPTH FIRST BY x, y SET o CYCLE x SET c TO 'y' DEFAULT 'n' USING p SELECT 1
    WITH RECURSIVE a AS (SELECT 1) CYCLE x SET c USING p TABLE a
    SELECT (SELECT a FROM b LIMIT 1) AS c, EXISTS (SELECT 1 FROM d) FROM e
    SELECT u.id, u.name, count(o.id) AS orders FROM users u LEFT JOIN orders o ON o.user_id = u.id AND o.status <> 'void' WHERE u.created_at >= now() - interval '30 days' GROUP BY u.id, u.name HAVING count(o.id) > 0 ORDER BY orders DESC, u.name LIMIT 20 OFFSET 40
    SELECT date_trunc('month', created_at) AS month, sum(total)::numeric(12, 2) FROM orders WHERE total BETWEEN 1 AND 100 GROUP BY 1 ORDER BY 1
    SELECT p.*, row_number() OVER (PARTITION BY p.category_id ORDER BY p.price DESC NULLS LAST) AS rn FROM products p WHERE p.tags @> ARRAY['new']::text[] AND p.attrs ->> 'color' = 'red'
    SELECT /* a comment */ a -- and another
    SELECT a FROM b WHERE c = $1 AND d = ANY ($2::int[]) AND e ILIKE '%' || $3 || '%'
    SELECT "Order"."Id" FROM "Order" WHERE "Order"."Select" IS NOT NULL
    SELECT a, b FROM t ORDER BY CASE WHEN a IS NULL THEN 1 ELSE 0 END, lower(b) COLLATE "C"
    SELECT set, of, type FROM key AS value
    SELECT a AND, b IS FROM t
    SELECT a + 1 BETWEEN
    SELECT a::double, b IN UNION SELECT c LIKE, d
    SELECT a FROM t WHERE (a, b) > ($1, $2) ORDER BY a, b
    """#)

  static let changes = lines(
    #"""
    INSERT INTO t VALUES (1, 'a')
    INSERT INTO t (a, b) VALUES (1, DEFAULT), (2, NULL)
    INSERT INTO s.t AS x (a) SELECT b FROM c
    INSERT INTO t DEFAULT VALUES
    INSERT INTO t (SELECT 1)
    INSERT INTO t ((SELECT 1))
    INSERT INTO t (a) (SELECT 1) UNION SELECT 2
    INSERT INTO t TABLE u
    INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (1)
    INSERT INTO t (a) OVERRIDING USER VALUE SELECT 1
    INSERT INTO t (a[1], b.c, d[1:2].e) VALUES (1, 2, 3)
    INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x
    INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING
    INSERT INTO t VALUES (1) ON CONFLICT (a, lower(b), (c || d)) DO NOTHING
    INSERT INTO t VALUES (1) ON CONFLICT (a COLLATE "C" text_ops) WHERE b > 0 DO UPDATE SET a = excluded.a, (b, c) = (1, 2) WHERE t.a <> excluded.a RETURNING id, a AS b
    INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT t_key DO UPDATE SET a = 1
    INSERT INTO t (a) VALUES ($1) RETURNING *
    WITH x AS (SELECT 1 AS a) INSERT INTO t SELECT * FROM x RETURNING t.*
    UPDATE t SET a = 1
    UPDATE ONLY t AS x SET a = x.a + 1, b = DEFAULT WHERE c
    UPDATE t x SET a[1] = 2, b.c = 3, d[1:2] = '{1,2}'
    UPDATE t SET (a, b) = (SELECT 1, 2), (c, d) = ROW(3, 4), (e) = (SELECT 5)
    UPDATE t SET a = b.c FROM b JOIN d ON b.x = d.x WHERE t.id = b.id RETURNING t.a
    UPDATE t SET a = 1 WHERE CURRENT OF c
    UPDATE t * SET set = 1
    WITH x AS (SELECT 1) UPDATE t SET a = (SELECT * FROM x)
    DELETE FROM t
    DELETE FROM ONLY s.t AS x USING a, b WHERE x.id = a.id AND NOT b.c RETURNING *
    DELETE FROM t WHERE CURRENT OF c
    DELETE FROM t uses USING u
    WITH x AS (DELETE FROM a RETURNING *) DELETE FROM b USING x WHERE b.id = x.id
    MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = s.a WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id, s.a)
    MERGE INTO ONLY t AS x USING (SELECT 1 AS id) AS s ON x.id = s.id WHEN MATCHED AND s.id > 1 THEN DELETE WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED AND TRUE THEN INSERT DEFAULT VALUES
    MERGE INTO t USING a JOIN b ON c ON d WHEN NOT MATCHED THEN INSERT OVERRIDING SYSTEM VALUE VALUES (1, DEFAULT) WHEN NOT MATCHED THEN DO NOTHING
    WITH x AS (SELECT 1) MERGE INTO t USING x ON TRUE WHEN NOT MATCHED THEN INSERT VALUES (1)
    """#)

  static let utilities = lines(
    #"""
    BEGIN
    BEGIN ISOLATION LEVEL SERIALIZABLE, READ ONLY
    START TRANSACTION READ WRITE
    COMMIT
    COMMIT AND CHAIN
    END
    ROLLBACK TO SAVEPOINT a
    SAVEPOINT a
    RELEASE SAVEPOINT a
    PREPARE TRANSACTION 'x'
    COMMIT PREPARED 'x'
    ABORT
    SET search_path TO a, b
    SET LOCAL timezone = 'UTC'
    SET TIME ZONE LOCAL
    SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED
    SET ROLE none
    SET a.b = DEFAULT
    SET CONSTRAINTS ALL DEFERRED
    RESET ALL
    SHOW search_path
    SHOW TIME ZONE
    EXPLAIN SELECT 1
    EXPLAIN ANALYZE VERBOSE SELECT a + b * c FROM t
    EXPLAIN (ANALYZE, FORMAT json, BUFFERS off) UPDATE t SET a = 1
    EXPLAIN (SELECT 1)
    PREPARE p (int, text) AS SELECT $1 + $2 * 3
    EXECUTE p (1, 'x')
    DEALLOCATE ALL
    DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT a FROM t
    FETCH FORWARD 5 FROM c
    MOVE NEXT IN c
    CLOSE ALL
    COPY t FROM STDIN
    COPY s.t (a, b) TO '/tmp/x' WITH (FORMAT csv, HEADER, DELIMITER ';')
    COPY (SELECT a FROM t WHERE b OR c) TO STDOUT CSV HEADER
    COPY t FROM PROGRAM 'cat' WHERE a > 1
    TRUNCATE TABLE a, ONLY b RESTART IDENTITY CASCADE
    LOCK TABLE a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT
    VACUUM (FULL, ANALYZE) t (a, b)
    VACUUM FULL VERBOSE t
    ANALYZE t (a)
    CLUSTER t USING i
    REINDEX INDEX CONCURRENTLY i
    CHECKPOINT
    LISTEN a
    NOTIFY a, 'x'
    UNLISTEN *
    DISCARD ALL
    LOAD 'x'
    DO $$ BEGIN END $$
    DO LANGUAGE plpgsql 'x'
    CALL s.p(1, a => 2)
    CREATE TABLE t (a int PRIMARY KEY, b text NOT NULL DEFAULT 'x' COLLATE "C", c numeric(10, 2) CHECK (c > 0 AND c < 10), UNIQUE (a, b))
    CREATE TABLE IF NOT EXISTS s.t (id bigserial, u int REFERENCES users (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED)
    CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START WITH 5), b int GENERATED BY DEFAULT AS IDENTITY, c int GENERATED ALWAYS AS (a + b) STORED)
    CREATE TABLE t (LIKE u INCLUDING ALL EXCLUDING INDEXES, CONSTRAINT k FOREIGN KEY (a, b) REFERENCES v (c, d) MATCH FULL NOT VALID)
    CREATE TABLE t (EXCLUDE USING gist (a WITH =, b WITH &&) WHERE (c > 0))
    CREATE TABLE t PARTITION OF u FOR VALUES FROM (1, MINVALUE) TO (2, MAXVALUE)
    CREATE TABLE t PARTITION OF u FOR VALUES IN ('a', 'b') PARTITION BY HASH (c)
    CREATE TABLE t PARTITION OF u DEFAULT
    CREATE TABLE t (a int) PARTITION BY RANGE (a, lower(b), (c + 1))
    CREATE TEMP TABLE t (a int) ON COMMIT DROP
    CREATE UNLOGGED TABLE t () INHERITS (u, v) WITH (fillfactor = 70) TABLESPACE x
    CREATE TABLE t OF ty (a WITH OPTIONS PRIMARY KEY)
    CREATE TABLE t AS SELECT a + b AS c FROM u WITH NO DATA
    CREATE TEMPORARY TABLE IF NOT EXISTS t (a, b) ON COMMIT PRESERVE ROWS AS VALUES (1, 2)
    CREATE TABLE t AS EXECUTE p (1)
    CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s.t USING btree (a DESC NULLS LAST, lower(b) text_pattern_ops, (c || d) COLLATE "C") INCLUDE (e) WITH (fillfactor = 70) WHERE f IS NULL
    CREATE INDEX ON t (a)
    CREATE OR REPLACE VIEW v (a, b) AS SELECT 1, 2 WITH CASCADED CHECK OPTION
    CREATE TEMP RECURSIVE VIEW v (n) AS VALUES (1)
    CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH DATA
    REFRESH MATERIALIZED VIEW CONCURRENTLY m WITH NO DATA
    CREATE SEQUENCE s AS bigint START 10 INCREMENT BY 5 MINVALUE 1 NO MAXVALUE CACHE 1 CYCLE OWNED BY t.a
    CREATE SCHEMA IF NOT EXISTS s AUTHORIZATION u
    CREATE SCHEMA s CREATE TABLE t (a int) CREATE VIEW v AS SELECT 1
    CREATE TYPE e AS ENUM ('a', 'b')
    CREATE TYPE c AS (a int, b text COLLATE "C")
    CREATE TYPE r AS RANGE (subtype = float8)
    CREATE TYPE t
    CREATE DOMAIN d AS text DEFAULT 'x' NOT NULL CHECK (VALUE <> '')
    CREATE FUNCTION f(a int, OUT b text, VARIADIC c int[] DEFAULT '{}') RETURNS SETOF record LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT 1 $$
    CREATE OR REPLACE FUNCTION f() RETURNS TABLE (a int, b text) AS $$ x $$ LANGUAGE plpgsql SECURITY DEFINER SET search_path = a COST 10
    CREATE FUNCTION f(a int) RETURNS int RETURN a + 1
    CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2 + 3 * 4; END
    CREATE PROCEDURE p(INOUT a int) LANGUAGE sql AS 'x', 'y'
    CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a, b ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f('x', 1)
    CREATE CONSTRAINT TRIGGER tr AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE PROCEDURE f()
    CREATE TRIGGER tr AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f()
    CREATE RULE r AS ON INSERT TO t WHERE a > 0 DO INSTEAD NOTHING
    CREATE OR REPLACE RULE r AS ON UPDATE TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM v)
    CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public VERSION '1.0' CASCADE
    CREATE ROLE r WITH LOGIN PASSWORD 'x' CONNECTION LIMIT 5 IN ROLE a, b
    CREATE USER u CREATEDB NOSUPERUSER VALID UNTIL 'infinity'
    CREATE DATABASE d WITH OWNER = u TEMPLATE template0 ENCODING 'UTF8'
    CREATE AGGREGATE a (int) (sfunc = f, stype = int)
    CREATE OPERATOR === (leftarg = int, rightarg = int, function = f)
    CREATE CAST (int AS text) WITH FUNCTION f(int) AS IMPLICIT
    CREATE COLLATION c (provider = icu, locale = 'und')
    CREATE STATISTICS s (dependencies) ON a, (b + c) FROM t
    CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT TO public USING (a = 1) WITH CHECK (b > 2)
    CREATE PUBLICATION p FOR TABLE t (a, b) WHERE (a > 1), TABLES IN SCHEMA s
    CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (enabled = false)
    CREATE EVENT TRIGGER e ON ddl_command_start WHEN tag IN ('x') EXECUTE FUNCTION f()
    CREATE FOREIGN TABLE t (a int OPTIONS (x 'y') NOT NULL) SERVER s OPTIONS (z '1')
    CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (a 'b')
    CREATE TEXT SEARCH CONFIGURATION c (copy = english)
    CREATE OPERATOR CLASS c DEFAULT FOR TYPE int USING btree AS OPERATOR 1 <, FUNCTION 1 f(int, int)
    CREATE TABLESPACE x LOCATION '/x'
    CREATE LANGUAGE l
    CREATE ACCESS METHOD m TYPE INDEX HANDLER h
    ALTER TABLE t ADD COLUMN IF NOT EXISTS a int DEFAULT 1 NOT NULL, DROP COLUMN b CASCADE, ALTER COLUMN c TYPE text USING c::text || 'x'
    ALTER TABLE ONLY t ALTER a SET DEFAULT 1 + 2, ALTER b DROP NOT NULL, ADD CONSTRAINT k CHECK (a > 0) NOT VALID
    ALTER TABLE IF EXISTS s.t RENAME COLUMN a TO b
    ALTER TABLE t RENAME TO u
    ALTER TABLE t SET SCHEMA s
    ALTER TABLE t OWNER TO CURRENT_USER
    ALTER TABLE t ENABLE ROW LEVEL SECURITY, DISABLE TRIGGER ALL, CLUSTER ON i, SET (a = 1), RESET (b)
    ALTER TABLE t ADD PRIMARY KEY USING INDEX i, VALIDATE CONSTRAINT c, INHERIT u, REPLICA IDENTITY FULL
    ALTER TABLE t ATTACH PARTITION p FOR VALUES WITH (MODULUS 4, REMAINDER 1)
    ALTER TABLE t DETACH PARTITION p CONCURRENTLY
    ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY, ALTER b SET STATISTICS 5, ALTER c SET STORAGE external
    ALTER SEQUENCE s RESTART WITH 5 OWNED BY NONE
    ALTER INDEX i RENAME TO j
    ALTER VIEW v ALTER COLUMN a SET DEFAULT 1
    ALTER TYPE e ADD VALUE IF NOT EXISTS 'c' BEFORE 'b'
    ALTER TYPE e RENAME VALUE 'a' TO 'b'
    ALTER TYPE c ADD ATTRIBUTE d int CASCADE
    ALTER DOMAIN d DROP CONSTRAINT IF EXISTS c
    ALTER FUNCTION f(int) RENAME TO g
    ALTER FUNCTION f(int, text) STRICT SECURITY INVOKER
    ALTER ROLE r SET a TO b
    ALTER DATABASE d SET a = 1
    ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO r
    ALTER SYSTEM SET a = 'b'
    ALTER EXTENSION e UPDATE TO '2'
    ALTER POLICY p ON t USING (a)
    ALTER SCHEMA s OWNER TO r
    ALTER TRIGGER a ON t RENAME TO b
    DROP TABLE IF EXISTS a, s.b CASCADE
    DROP VIEW v RESTRICT
    DROP INDEX CONCURRENTLY i
    DROP FUNCTION f(int, OUT text), g
    DROP AGGREGATE a(*)
    DROP OPERATOR + (int, int), - (NONE, int)
    DROP CAST (int AS text)
    DROP TRIGGER IF EXISTS a ON t
    DROP SCHEMA a, b
    DROP TYPE t CASCADE
    DROP ROLE a, b
    DROP DATABASE d WITH (FORCE)
    DROP EXTENSION e
    DROP OWNED BY a CASCADE
    REASSIGN OWNED BY a TO b
    GRANT SELECT, UPDATE (a, b) ON TABLE t, u TO r, PUBLIC WITH GRANT OPTION
    GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA s TO GROUP g
    GRANT a, b TO c WITH ADMIN OPTION
    GRANT EXECUTE ON FUNCTION f(int) TO r
    REVOKE GRANT OPTION FOR USAGE ON SCHEMA s FROM r CASCADE
    COMMENT ON TABLE t IS 'x'
    COMMENT ON COLUMN s.t.a IS NULL
    COMMENT ON FUNCTION f(int) IS 'y'
    COMMENT ON CONSTRAINT c ON DOMAIN d IS 'z'
    SECURITY LABEL FOR x ON TABLE t IS 'y'
    IMPORT FOREIGN SCHEMA s LIMIT TO (a, b) FROM SERVER x INTO y
    """#)

  static let refused = lines(
    #"""
    SELEC 1
    SELECT a b c
    SELECT 1 FROM
    SELECT , FROM t
    SELECT a, FROM t
    SELECT * FROM t WHERE
    SELECT * FROM t WHERE a =
    SELECT * FROM t WHERE a = = b
    SELECT * FROM t ORDER a
    SELECT * FROM t ORDER BY
    SELECT * FROM t GROUP BY
    SELECT * FROM t LIMIT
    SELECT * FROM t LIMIT 1, 2
    SELECT * FROM t LIMIT 1 LIMIT 2
    SELECT * FROM t HAVING
    SELECT * FROM t WHERE a ORDER BY b WHERE c
    SELECT * FROM (SELECT 1
    SELECT * FROM a JOIN b
    SELECT * FROM a CROSS JOIN b ON c
    SELECT * FROM (a)
    SELECT * FROM ((a JOIN b ON c) d)
    SELECT (1
    SELECT 1)
    SELECT f(
    SELECT f(a,)
    SELECT f(a b)
    SELECT f(DISTINCT *)
    SELECT f(VARIADIC a, b)
    SELECT f()[1]
    SELECT ARRAY[1][1]
    SELECT a < b < c
    SELECT a = b = c
    SELECT a LIKE b LIKE c
    SELECT a BETWEEN 1
    SELECT a BETWEEN 1 AND
    SELECT a BETWEEN NOT b AND c
    SELECT a IN ()
    SELECT a IN b
    SELECT a NOT b
    SELECT a IS b
    SELECT a IS NOT
    SELECT a IS 1
    SELECT CASE END
    SELECT CASE WHEN a END
    SELECT CASE a ELSE b END
    SELECT CAST(a, int)
    SELECT CAST(a AS)
    SELECT a::
    SELECT extract(1 FROM a)
    SELECT extract(year, a)
    SELECT position(a, b)
    SELECT position(a AND b IN c)
    SELECT coalesce()
    SELECT nullif(a)
    SELECT a.*.b
    SELECT a[1
    SELECT a[]
    SELECT interval '1' day to year
    SELECT select
    SELECT from
    SELECT a AS
    SELECT a over
    SELECT left
    SELECT values(1)
    SELECT int(1)
    SELECT 'abc
    SELECT "abc
    SELECT ""
    SELECT $a$ b
    SELECT 1 /* x
    SELECT 12abc
    SELECT a $ b
    SELECT a \ b
    SELECT a FROM t FOR
    SELECT a FROM t FOR UPDATE OF
    SELECT a FROM t FOR READ
    SELECT a FROM t FETCH FIRST 1 ROW
    SELECT a FROM t FETCH FIRST 1 + 1 ROWS ONLY
    SELECT a UNION
    SELECT a UNION b
    SELECT a ORDER BY b UNION SELECT c
    SELECT rank() OVER
    SELECT rank() OVER (ORDER a)
    SELECT sum(a) OVER (ROWS UNBOUNDED FOLLOWING)
    SELECT sum(a) OVER (ROWS BETWEEN CURRENT ROW AND 1 PRECEDING)
    SELECT f(a ORDER BY b) WITHIN GROUP (ORDER BY c)
    SELECT (a, b) OVERLAPS (c)
    SELECT (a, b, c) OVERLAPS (d, e)
    SELECT * FROM t TABLESAMPLE system
    SELECT * FROM f() AS (a, b)
    SELECT DISTINCT FROM t
    SELECT DISTINCT ON a FROM t
    (SELECT 1 ORDER BY 1) ORDER BY 1
    (SELECT 1 LIMIT 1) LIMIT 1
    (SELECT 1 OFFSET 1) OFFSET 1
    WITH a AS (SELECT 1)
    WITH a (SELECT 1) SELECT 1
    WITH a AS SELECT 1 SELECT 2
    WITH a AS (SELECT 1) (WITH b AS (SELECT 1) SELECT 2)
    VALUES
    VALUES ()
    VALUES 1
    TABLE
    INSERT t VALUES (1)
    INSERT INTO t
    INSERT INTO t () VALUES (1)
    INSERT INTO t (a) VALUES
    INSERT INTO t (a b) VALUES (1)
    INSERT INTO t x VALUES (1)
    INSERT INTO t VALUES (1) ON CONFLICT
    INSERT INTO t VALUES (1) ON CONFLICT (a)
    INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE
    INSERT INTO t VALUES (1) ON CONFLICT (a + b) DO NOTHING
    INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = 1
    INSERT INTO t VALUES (1) RETURNING
    UPDATE t
    UPDATE t SET
    UPDATE t SET a
    UPDATE t SET a = 1,
    UPDATE t SET a = 1 b = 2
    UPDATE t SET t.a = = 1
    UPDATE t SET a = 1 LIMIT 1
    UPDATE t JOIN u ON a SET b = 1
    DELETE t
    DELETE FROM
    DELETE FROM t WHERE CURRENT OF
    DELETE FROM t LIMIT 1
    MERGE INTO t USING s ON a
    MERGE INTO t USING s ON a WHEN MATCHED THEN INSERT VALUES (1)
    MERGE INTO t USING s ON a WHEN NOT MATCHED THEN DELETE
    SELECT a FETCH FIRST 1 ROW WITH TIES
    CREATE
    CREATE foo
    CREATE TABLE
    CREATE TABLE t (a int b)
    CREATE TABLE t (a int NOT NUL)
    CREATE TABLE t (a int,)
    CREATE TABLE t (a int PRIMARY)
    CREATE TABLE t (a int) WITH
    CREATE TABLE t (CHECK a > 0)
    CREATE TABLE t AS
    CREATE VIEW v
    CREATE VIEW v AS DELETE FROM t
    CREATE INDEX i ON t
    CREATE INDEX i ON t (a + b)
    CREATE FUNCTION f
    CREATE FUNCTION f() RETURNS
    CREATE FUNCTION f() RETURNS int RETURN
    CREATE TYPE e AS ENUM (a)
    CREATE TRIGGER t BEFORE SELECT ON u EXECUTE FUNCTION f()
    ALTER TABLE
    ALTER TABLE t
    ALTER TABLE t ADD
    ALTER TABLE t MODIFY a int
    ALTER TABLE t RENAME a
    ALTER TABLE t ALTER a TYPE
    DROP
    DROP TABLE
    DROP TABLE a b
    DROP FUNCTION 1()
    DROP TABLE a CASCADE RESTRICT
    BEGIN x
    COMMIT AND
    SET
    SET a
    SET a TO
    SHOW
    EXPLAIN
    EXPLAIN BEGIN
    EXPLAIN (ANALYZE SELECT 1
    PREPARE p AS DROP TABLE t
    COPY t
    COPY t FROM x
    COPY (DROP TABLE t) TO STDOUT
    GRANT SELECT ON t
    GRANT SELECT ON t TO
    REVOKE ALL ON t TO u
    COMMENT ON TABLE t
    COMMENT ON TABLE t IS 1
    VACUUM (
    LOCK
    DO
    CALL f
    hello
    42
    'x'
    """#)
}
