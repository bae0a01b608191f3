import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// Runs every statement of the corpus over data that has NULL wherever a column allows it: no column that analysis calls not null may
/// ever give one.
@Suite(.enabled(if: TestServer.isWanted)) struct NullabilityTests {
  @Test func noColumnCalledNotNullGivesNull() async throws {
    try await TestServer.withShop(hasData: true) { connection, index in
      let analyzer = Analyzer(catalog: index)
      var (runs, columnsSeen, notNull, failed) = (0, 0, 0, 0)
      for statement in Corpus.queries + Corpus.changes + NullCorpus.statements {
        let text = Placeholders.locate(in: SQLText(statement), style: .dollar)
        guard let tree = try? Parser.parseStatement(text) else { continue }
        let typed = analyzer.analyze(tree)
        let columns = typed.outputs[tree.root] ?? []
        (columnsSeen, notNull) = (columnsSeen + columns.count, notNull + columns.count { !$0.isNullable })
        for round in 0..<3 {
          let values = parameters(of: typed, round, index)
          do {
            let rows = try await run(statement, values, connection)
            runs += 1
            for (number, column) in columns.enumerated() where !column.isNullable {
              if (0..<rows.count).contains(where: { rows[$0, number] == nil }) {
                Issue.record("column \(number + 1), \(column.name), is NULL\n    \(statement)")
              }
            }
          } catch { failed += 1 }
          if values.isEmpty { break }
        }
      }
      print("ran \(runs) statements; \(notNull) of \(columnsSeen) columns not null; \(failed) failed")
      // Some values fit no statement: keys that exist, NULL for NOT NULL, text that is no date.
      #expect(failed < runs / 5)
    }
  }

  /// What is not null must be found to be so: `-` for not null, `?` for what may be NULL, column by column.
  @Test func provesNotNull() async throws {
    try await TestServer.withShop { _, index in
      let analyzer = Analyzer(catalog: index)
      for (flags, sql) in NullCorpus.expected {
        let typed = analyzer.analyze(try Parser.parseStatement(Placeholders.locate(in: SQLText(sql), style: .dollar)))
        let found = (typed.outputs[typed.tree.root] ?? []).map { $0.isNullable ? "?" : "-" }.joined()
        #expect(found == flags, "\(sql)")
      }
    }
  }

  private func run(_ statement: String, _ values: [String?], _ connection: PostgresConnection) async throws -> Rowset {
    _ = try await connection.query("BEGIN")
    do {
      let rows = try await connection.query(statement, parameters: values)
      _ = try await connection.query("ROLLBACK")
      return rows
    } catch {
      _ = try await connection.query("ROLLBACK")
      throw error
    }
  }

  /// Values that fit the parameters' types: two choices, and NULL.
  private func parameters(of typed: TypedTree, _ round: Int, _ index: CatalogIndex) -> [String?] {
    guard let count = typed.parameters.keys.max() else { return [] }
    return (1...count).map { number in
      guard round < 2, let type = typed.parameters[number] else { return nil }
      return Self.values[index.shortName(of: index.baseType(of: type.oid))].map { $0[round] } ?? ["1", "2"][round]
    }
  }

  private static let values: [String: [String]] = [
    "bool": ["t", "f"], "bpchar": ["ab", "x"], "bytea": ["\\x00", "\\x0102"], "date": ["2000-01-05", "2030-01-01"], "inet": ["10.0.0.1", "::1"],
    "interval": ["1 day", "2 hours"], "jsonb": ["{\"a\": 1}", "5"], "mood": ["ok", "sad"], "mood[]": ["{ok}", "{sad,NULL}"],
    "text": ["month", "UTC"], "text[]": ["{a,b}", "{a,NULL}"], "time": ["08:00", "10:00"], "timestamp": ["2024-01-02", "2030-01-01"],
    "timestamptz": ["2024-01-02", "2030-01-01"], "uuid": ["00000000-0000-0000-0000-000000000000", "10000000-0000-0000-0000-000000000000"],
    "varchar": ["sent", "c1@x"], "varchar[]": ["{a,b}", "{Name 1,NULL}"], "int4[]": ["{1,2}", "{1,NULL,3}"], "int8[]": ["{1,2}", "{1,NULL,3}"],
    "bit": ["1010", "0000"], "email": ["a@b", "c@d"], "name": ["a", "b"], "money": ["1", "2"], "numeric[]": ["{1}", "{2}"],
  ]
}

/// Statements made to catch a wrong "not null".
enum NullCorpus {
  static let expected = [
    ("--?-", "SELECT id, name, nick, id + 1 FROM customer"),
    ("--", "SELECT nick, lower(nick) FROM customer WHERE nick IS NOT NULL"),
    ("-?", "SELECT nick, mood FROM customer WHERE nick = $1 OR nick LIKE 'x%'"),
    ("---", "SELECT small, big, vip FROM customer WHERE small BETWEEN big AND 5 AND vip"),
    ("-?-", "SELECT c.id, o.id, COALESCE(o.id, 0) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id"),
    ("--?", "SELECT c.id, o.id, o.note FROM customer c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.status = 'x'"),
    ("--", "SELECT c.nick, o.note FROM customer c JOIN orders o ON o.note = c.nick"),
    ("-?--", "SELECT count(*), sum(id), count(nick), COALESCE(sum(id), 0) FROM customer"),
    ("---?", "SELECT active, sum(id), max(name), max(nick) FROM customer GROUP BY active"),
    ("?-", "SELECT active, count(*) FROM customer GROUP BY ROLLUP (active)"),
    ("-?--", "SELECT EXISTS (SELECT 1), (SELECT max(id) FROM orders), (SELECT count(*) FROM orders), ARRAY(SELECT 1)"),
    ("-?-?", "SELECT CASE WHEN vip THEN 1 ELSE 2 END, CASE WHEN vip THEN 1 END, name IN ('a', 'b'), nick IN ('a') FROM customer"),
    ("--", "SELECT id, title FROM (SELECT id, title FROM category) t"),
    ("--", "WITH t AS (SELECT id, name FROM customer) SELECT * FROM t"),
    ("-", "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t"),
    ("-?", "SELECT id, 1 FROM category UNION SELECT 1, NULL"),
    ("--?", "INSERT INTO category (id, title) VALUES (1, 'x') RETURNING id, title, parent_id"),
    ("-?", "UPDATE customer SET nick = $1 WHERE nick IS NOT NULL RETURNING id, nick"),
    ("--", "DELETE FROM order_item WHERE discount > 1 RETURNING discount, price"),
    ("?-??", "SELECT profile -> 'a', profile @> '{}', scores[1], (home).city FROM customer"),
    ("----", "SELECT now(), current_date, created_at - interval '1 day', date_trunc('day', created_at) FROM customer"),
    ("---?", "SELECT id::text, name::varchar(5), balance::int, $1::int FROM customer"),
    ("-?-", "SELECT row_number() OVER (), lag(id) OVER (ORDER BY id), sum(id) OVER (ORDER BY id) FROM customer"),
    ("--", "SELECT n, o FROM generate_series(1, 3) WITH ORDINALITY AS g (n, o)"),
    ("--?", "SELECT o.id, c.name, o.note FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.active"),
    ("-?-", "SELECT customer_id, o.id, c.name FROM orders o RIGHT JOIN (SELECT id AS customer_id, name FROM customer) c USING (customer_id)"),
    ("---", "SELECT id, title, 'x' FROM category INTERSECT SELECT customer_id, note, note FROM orders"),
    ("--", "SELECT id, name FROM customer EXCEPT SELECT customer_id, note FROM orders"),
    ("----", "SELECT name || 'x', concat(nick), id BETWEEN 1 AND 5, (id, 1) = (1, 2) FROM customer"),
    ("----", "SELECT nick IS NULL, vip IS NOT TRUE, nick IS DISTINCT FROM 'x', coalesce(nick, name) FROM customer"),
    ("---?", "SELECT greatest(nick, name), least(id, small), CASE WHEN vip THEN name ELSE 'x' END, nullif(name, '') FROM customer"),
    ("----", "SELECT ARRAY[nick], ROW(nick), jsonb_build_object('a', nick), to_jsonb(id) FROM customer"),
    ("---", "SELECT x.n, x.total, c.name FROM customer c JOIN LATERAL (SELECT count(*) AS n, coalesce(sum(total), 0) AS total FROM orders o WHERE o.customer_id = c.id) x ON true"),
    ("--?", "SELECT * FROM (VALUES (1, 'a', NULL), (2, 'b', 'c')) v"),
    ("-", "SELECT DISTINCT nick FROM customer WHERE nick <> ''"),
    ("--", "SELECT nick, count(*) FROM customer WHERE nick IS NOT NULL GROUP BY nick"),
    ("---", "SELECT i.order_id, i.line, o.id FROM order_item i JOIN orders o ON o.id = i.order_id"),
    ("-?-", "UPDATE customer c SET balance = 0 FROM orders o WHERE o.customer_id = c.id RETURNING c.id, o.note, o.status"),
    ("--", "WITH gone AS (DELETE FROM order_item RETURNING order_id, quantity) SELECT order_id, sum(quantity) FROM gone GROUP BY order_id"),
    ("--", "SELECT small, -small FROM customer WHERE NOT small > 5"),
    ("--", "SELECT small, big FROM customer WHERE (small = 1 AND big = 2) OR (big > small)"),
    ("--", "SELECT dense_rank() OVER (ORDER BY nick), ntile(4) OVER (ORDER BY id) FROM customer"),
    ("---", "SELECT min(id) FILTER (WHERE active) IS NULL, count(*) FILTER (WHERE vip), array_agg(nick) FROM customer GROUP BY active"),
  ]

  static let statements = #"""
    SELECT extract(month from 'infinity'::timestamp), extract(year from 'infinity'::timestamp), to_char('infinity'::timestamp, 'YYYY'), to_char(5, ''), date_trunc('day', 'infinity'::timestamp)
    SELECT substring('abc' FROM 'x'), substring('abc', 5), substring('abc' SIMILAR 'x' ESCAPE '#'), regexp_match('a', 'b'), split_part('a', ',', 5), array_position(ARRAY[1], 2)
    SELECT '{"a": null}'::jsonb -> 'b', '{"a": null}'::jsonb ->> 'a', '[1]'::jsonb -> 5, jsonb_extract_path_text('{}', 'a'), ('{"a": null}'::jsonb)['a'], '{"a":null}'::jsonb - 'a'
    SELECT lower(daterange(NULL, NULL)), upper(daterange('empty')), lower_inc(daterange('empty')), isempty(daterange(NULL, NULL))
    SELECT NULLIF(1, 1), NULLIF('a', 'b'), (ARRAY[1])[5], (ARRAY[1])[1], array_length('{}'::int[], 1), array_upper('{}'::int[], 1), cardinality('{}'::int[]), ARRAY[NULL], ARRAY[1] || NULL, array_to_string('{}'::int[], ',')
    SELECT 1 = ANY ('{1,NULL}'), 2 = ANY ('{1,NULL}'), 1 = ALL ('{}'::int[]), 2 IN (1, NULL), 2 NOT IN (1, 3), NULL IN (1), 2 = ANY (ARRAY[1, NULL]), 3 = ANY ('{1,2}')
    SELECT id = ANY (scores), small IN (1, 2), id IN (1, small), id BETWEEN small AND 5, (id, small) = (1, 2), (id, 1) = (1, 1), (id, small) IS NULL, ROW(id, small) IS DISTINCT FROM ROW(1, NULL) FROM customer
    SELECT nick FROM customer WHERE (nick = ALL ('{}'::text[])) OR nick = 'x'
    SELECT nick FROM customer WHERE (nick IN (SELECT note FROM orders WHERE false)) = false
    SELECT small FROM customer WHERE (1 BETWEEN 5 AND small) = false
    SELECT small FROM customer WHERE NOT (1 BETWEEN 5 AND small)
    SELECT small FROM customer WHERE NOT (small = ANY ('{}'))
    SELECT small FROM customer WHERE small NOT BETWEEN 5 AND 2
    SELECT small, big FROM customer WHERE NOT (small = 1 AND big = 1)
    SELECT small, big FROM customer WHERE small = 1 OR big = 1 OR (small > 1 AND big > 1)
    SELECT small, big FROM customer WHERE (small = 1 OR big = 1) AND big IS NOT NULL
    SELECT small, nick FROM customer WHERE coalesce(small, 1) = 1 AND concat(nick) <> 'x' AND nick IS DISTINCT FROM 'y'
    SELECT small, nick FROM customer WHERE (small, nick) IS NOT NULL
    SELECT small, nick FROM customer WHERE (small, nick) <> (1, 'x')
    SELECT small, nick FROM customer WHERE (small, nick) < (50, 'x')
    SELECT small, nick FROM customer WHERE (small = 5) IS NOT TRUE AND (nick = 'a') IS NOT FALSE
    SELECT small FROM customer WHERE CASE WHEN small = 1 THEN true ELSE true END
    SELECT limit_amount FROM customer WHERE nick || limit_amount IS NOT NULL
    SELECT vip FROM customer WHERE NOT vip
    SELECT vip FROM customer WHERE vip = ANY (ARRAY[true, false]) OR vip IS NULL
    SELECT nick FROM customer WHERE greet(nick, 'x') IS NOT NULL
    SELECT nick FROM customer WHERE greet(VARIADIC ARRAY[nick]) = 'x' OR length(nick) > 2
    SELECT scores FROM customer WHERE scores[1] = 1
    SELECT home FROM customer WHERE (home).zip = 1 OR (home).zip > 1
    SELECT c.id, o.note, o.status, o.id FROM customer c LEFT JOIN orders o ON o.customer_id = c.id AND o.note = 'x'
    SELECT c.nick, o.note FROM customer c LEFT JOIN orders o ON o.note = c.nick
    SELECT c.nick, o.note FROM customer c LEFT JOIN orders o ON c.nick IS NOT NULL AND o.note IS NOT NULL
    SELECT c.id, o.id, i.line, i.discount FROM customer c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN order_item i ON i.order_id = o.id WHERE i.discount > 0
    SELECT c.id, o.id, i.line FROM customer c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN order_item i ON i.order_id = o.id WHERE o.id > 0
    SELECT c.id, o.id FROM customer c RIGHT JOIN orders o ON o.customer_id = c.id AND false
    SELECT c.id, o.id, p.id FROM customer c FULL JOIN orders o ON o.customer_id = c.id JOIN product p ON p.id = c.id
    SELECT c.id, o.id, p.id FROM product p LEFT JOIN (customer c JOIN orders o ON o.customer_id = c.id AND c.nick = 'z') ON c.id = p.id
    SELECT c.nick, p.id FROM product p LEFT JOIN (customer c JOIN orders o ON o.note = c.nick) ON c.id = p.id
    SELECT x.id, x.nick FROM product p LEFT JOIN (SELECT id, nick FROM customer WHERE nick = 'nick1') x ON x.id = p.id
    SELECT j.id FROM product p LEFT JOIN (customer c JOIN category k USING (id)) AS j ON j.id = -1
    SELECT id FROM product FULL JOIN customer USING (id)
    SELECT id, p.id, c.id FROM product p LEFT JOIN customer c USING (id)
    SELECT id FROM product p RIGHT JOIN customer c USING (id)
    SELECT id FROM product FULL JOIN (SELECT small AS id FROM customer) c USING (id)
    SELECT note FROM (SELECT note FROM orders) a JOIN (SELECT nick AS note FROM customer) b USING (note)
    SELECT parent_id FROM category a NATURAL JOIN (SELECT parent_id FROM category) b
    SELECT c.id, l.total, l.one FROM customer c LEFT JOIN LATERAL (SELECT total, 1 AS one FROM orders o WHERE o.customer_id = c.id AND c.nick = 'q' LIMIT 1) l ON true
    SELECT c.nick, l.one FROM customer c, LATERAL (SELECT 1 AS one WHERE c.nick IS NOT NULL) l
    SELECT c.nick, (SELECT 1 WHERE c.nick = 'x'), EXISTS (SELECT 1 FROM orders WHERE note = c.nick) FROM customer c
    SELECT (SELECT 1), (SELECT 1 WHERE false), (SELECT count(*) FROM orders WHERE false), (SELECT count(*) FROM orders GROUP BY id LIMIT 1), (SELECT count(*) FROM orders HAVING false), (SELECT max(id) FROM orders), (SELECT 1 LIMIT 0), (SELECT generate_series(1, 0)), (SELECT coalesce(max(id), 0) FROM orders), (SELECT count(*) OVER () FROM orders WHERE false)
    SELECT (SELECT count(c.id) FROM orders o LIMIT 1), (SELECT sum(c.id)) FROM customer c WHERE false
    SELECT sum(id), max(name), count(*), array_agg(id), string_agg(name, ','), bool_and(active), avg(balance) FROM customer WHERE false
    SELECT active, sum(small), sum(id), max(nick), array_agg(nick), stddev(id), sum(id) FILTER (WHERE id < 0), count(nick), string_agg(name, nick) FROM customer GROUP BY active
    SELECT id, stddev(id), var_pop(id), variance(id), corr(id, id), min(name), percentile_cont(0.5) WITHIN GROUP (ORDER BY rating), mode() WITHIN GROUP (ORDER BY nick) FROM customer GROUP BY id
    SELECT sum(id) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING), sum(id) OVER (ORDER BY id), max(name) OVER (), lag(id) OVER (ORDER BY id), lag(id, 1, 0) OVER (ORDER BY id), lag(nick, 1, 'x') OVER (ORDER BY id), first_value(name) OVER (ORDER BY id), first_value(name) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING), nth_value(name, 5) OVER (ORDER BY id), row_number() OVER (), last_value(id) OVER w FROM customer WINDOW w AS (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING)
    SELECT sum(id) OVER w, sum(id) OVER (w), count(*) OVER (w) FROM customer WINDOW w AS (ORDER BY id)
    SELECT sum(id) FILTER (WHERE id < 0) OVER () FROM customer
    SELECT active, lower(name), name IS NULL, count(*), sum(id), coalesce(name, 'x'), 'lit' FROM customer GROUP BY ROLLUP (active, name)
    SELECT active, id FROM customer GROUP BY CUBE (active), id
    SELECT lower(name), upper(lower(name)), 1 + 1 FROM customer GROUP BY GROUPING SETS ((lower(name)), ())
    SELECT 1 + 1, true, 'x' || 'y' FROM customer GROUP BY ROLLUP (1 + 1, true, 'x' || 'y')
    SELECT active, (SELECT customer.active), EXISTS (SELECT 1 WHERE customer.active) FROM customer GROUP BY ROLLUP (active)
    SELECT * FROM (SELECT active, count(*) AS n FROM customer GROUP BY ROLLUP (active)) t
    SELECT active AS a, count(*) FROM customer GROUP BY ROLLUP (a) ORDER BY a NULLS LAST
    SELECT c.* FROM (SELECT id, name FROM customer) c GROUP BY ROLLUP (c.id, c.name)
    SELECT active, sum(balance) FROM customer GROUP BY active, ROLLUP (mood)
    SELECT coalesce(nick, small::text), coalesce(nick, 'x'), greatest(small, 1), greatest(small, big), least(id, small), CASE WHEN id > 3 THEN 1 END, CASE WHEN id > 3 THEN nick ELSE 'x' END, CASE id WHEN 1 THEN 2 ELSE 3 END FROM customer
    SELECT id IS NULL, nick IS NULL, vip IS TRUE, nick IS DISTINCT FROM 'x', vip AND true, active AND true, NOT vip, vip OR true, vip IS UNKNOWN FROM customer
    SELECT * FROM (VALUES (1, NULL), (2, 'x')) v
    SELECT id, 1 FROM customer UNION SELECT small, NULL FROM customer
    SELECT id FROM customer EXCEPT SELECT small FROM customer
    SELECT small FROM customer EXCEPT SELECT id FROM customer
    SELECT small FROM customer INTERSECT SELECT small FROM customer
    SELECT small FROM customer INTERSECT SELECT id FROM customer
    WITH RECURSIVE t (n, m) AS (SELECT 1, 1 UNION ALL SELECT n + 1, NULL FROM t WHERE n < 3) SELECT n, m FROM t
    WITH RECURSIVE t (n, m, k) AS (SELECT 1, 2, 3 UNION ALL SELECT m, k, NULL::int FROM t WHERE n < 5) SELECT n, m, k FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n, (SELECT max(n) FROM t) FROM t
    WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT (WITH RECURSIVE b (y) AS (SELECT 1 UNION ALL SELECT NULL::int FROM b WHERE y < 2) SELECT y FROM b ORDER BY y NULLS FIRST LIMIT 1) FROM a WHERE x < 3) SELECT x FROM a
    WITH t AS (SELECT id, nick FROM customer) SELECT t.nick, u.nick FROM t JOIN t u ON t.nick = u.nick
    WITH t AS (SELECT id, nick FROM customer) SELECT t.nick FROM t, (SELECT nick FROM t WHERE nick IS NOT NULL) u
    SELECT g, t.* FROM generate_series(1, 3) g LEFT JOIN unnest(ARRAY[1, NULL, 3]) WITH ORDINALITY AS t (v, o) ON t.o = g + 1
    SELECT * FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) AS r (a, b)
    SELECT generate_series(1, 2), generate_series(1, 3), unnest(ARRAY[1])
    SELECT * FROM jsonb_each_text('{"a": null}'), jsonb_each('{"a": null}') AS e (k, v), jsonb_array_elements('[null]') AS x, jsonb_array_elements_text('[null]') AS y
    SELECT * FROM unnest(ARRAY[1, NULL]) AS u, lower(NULL) AS l, lower('X') AS m, regexp_matches('a', '(a)|(b)') AS r, jsonb_to_record('{}') AS j (a int)
    SELECT * FROM string_to_table('a,b', ',', 'a'), regexp_split_to_table('a b', ' ') AS w, json_object_keys('{"a":1}') AS k, generate_subscripts(ARRAY[1], 1) AS s
    SELECT * FROM span_of(), order_stats(1), customers_named('Name 1') AS c
    SELECT n, amount FROM order_stats(-1)
    SELECT current_schema, current_user, current_date, localtimestamp, current_catalog
    SELECT id, name, amount, status FROM order_summary
    SELECT pick(NULL::int, 1), add_tax(NULL), add_tax(5), greet('a'), greet(NULL)
    SELECT c.*, ctid, o.tableoid FROM customer c LEFT JOIN orders o ON false
    SELECT c, o, (o).id, o.*::orders FROM customer c LEFT JOIN orders o ON false
    SELECT row_to_json(o), to_jsonb(c), row(o.*), ARRAY[o.id] FROM customer c LEFT JOIN orders o ON false
    SELECT 'x' || nick, concat('x', nick), concat_ws(NULL, 'a'), concat_ws(',', nick), format('%s', nick), format(NULL), quote_nullable(nick), quote_literal(nick), nick || '' FROM customer
    SELECT age(born), date_part('month', 'infinity'::date), justify_days(span), span * 2, wake + span, born - 1, created_at - updated_at::timestamptz, created_at::date - 5 FROM customer
    SELECT (date '2024-01-01', NULL::date) OVERLAPS (date '2024-01-01', date '2024-01-02'), (date '2024-01-01', date '2024-01-03') OVERLAPS (date '2024-01-01', date '2024-01-02')
    SELECT to_tsvector('a') @@ to_tsquery('b'), profile @@ '$.a', profile @? '$.a', profile ? 'a', profile @> '{}', profile || '{}', profile #- '{a}' FROM customer
    SELECT point(1, 2) <-> point(3, 4), box '((0,0),(1,1))' # box '((2,2),(3,3))', lseg '((0,0),(1,1))' # lseg '((5,5),(6,7))', point(1,1) ## lseg '((0,0),(2,2))', circle '((0,0),1)' @> point(0,0)
    SELECT 5::bit(4) & B'1111', 5 # 3, inet '10.0.0.1' - 1, inet '10.0.0.1' << inet '10.0.0.0/8', int4range(1, 5) * int4range(7, 9), int4range(1, 5) @> 3, 2 <@ int4range(1, 5), int4range(1,3) << int4range(5,6)
    UPDATE customer SET small = NULL WHERE small = 1 RETURNING small, nick, id
    UPDATE customer SET nick = 'x', small = NULL WHERE small IS NOT NULL AND nick IS NOT NULL AND vip IS NOT NULL RETURNING small, nick, vip
    UPDATE customer c SET small = o.total FROM orders o WHERE o.customer_id = c.id AND o.total IS NOT NULL RETURNING c.small, o.total, o.note
    UPDATE product SET category_id = NULL WHERE category_id IS NOT NULL RETURNING category_id, doubled, attrs
    DELETE FROM order_item WHERE discount > 0 RETURNING discount, quantity, product_id
    INSERT INTO category (id, title) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET title = 'y' WHERE category.parent_id IS NOT NULL OR category.title <> '' RETURNING parent_id, title
    INSERT INTO category (id, title) VALUES (950, 'x') ON CONFLICT (id) DO UPDATE SET title = 'y' WHERE category.parent_id > 0 RETURNING parent_id
    INSERT INTO audit.event (kind) VALUES ('insert') RETURNING *
    SELECT x.a, x.b FROM (SELECT 1 AS a, NULL AS b UNION ALL SELECT NULL, 'x') x
    SELECT id, (SELECT x FROM (SELECT customer.nick AS x) y) FROM customer WHERE nick IS NOT NULL
    SELECT id, (SELECT customer.nick), ARRAY(SELECT customer.nick), (SELECT max(customer.nick) FROM orders) FROM customer WHERE nick = 'nick1'
    SELECT jsonb_path_query_first('{}', '$.a'), nullif(current_setting('no.such', true), ''), obj_description(1), pg_get_serial_sequence('category', 'id'), col_description(1, 1)
    SELECT to_date('', ''), to_timestamp('', ''), to_number('1', '9'), string_to_array('', ','), string_to_array('a', NULL), regexp_split_to_array('a', ''), array_remove(ARRAY[1], 1), array_positions(ARRAY[1], 5), array_ndims('{}'::int[]), array_dims('{}'::int[])
    SELECT '1'::jsonb::int, 'true'::jsonb::bool, '{"a":1}'::jsonb::text, 1::text, 'ok'::mood, '(1,2)'::point, 'a'::email, nick::email FROM customer WHERE nick LIKE '%@%'
    SELECT small::int, id::text, mood::text, small::numeric, date(created_at), text(id), int4(small), "timestamp"(updated_at) FROM customer
    """#.split(separator: "\n").map(String.init)
}
