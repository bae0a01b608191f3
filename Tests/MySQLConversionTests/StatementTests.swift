import Testing

/// Clauses and statements: the text and, on both servers, rows, counts and table contents.
extension ConversionTests {
  @Suite struct StatementTests {
  @Test(arguments: [
    Rewriting("SELECT id FROM item ORDER BY cost, id", becomes: "SELECT id FROM item ORDER BY cost IS NULL, cost, id"),
    Rewriting("SELECT id FROM item ORDER BY cost DESC, id", becomes: "SELECT id FROM item ORDER BY cost IS NULL DESC, cost DESC, id"),
    Rewriting("SELECT id FROM item ORDER BY cost NULLS FIRST, id", becomes: "SELECT id FROM item ORDER BY cost, id"),
    Rewriting("SELECT id FROM item ORDER BY cost DESC NULLS LAST, id ASC NULLS LAST", becomes: "SELECT id FROM item ORDER BY cost DESC, id ASC"),
    Rewriting("SELECT id FROM item ORDER BY price DESC NULLS LAST, id", becomes: "SELECT id FROM item ORDER BY price DESC, id"),
    Rewriting("select note as n, id from item order by n, 2", becomes: "select note as n, id from item order by note is null, n, 2"),
    Rewriting("SELECT note, id FROM item ORDER BY 1, 2", becomes: "SELECT note, id FROM item ORDER BY note IS NULL, 1, 2"),
    Rewriting("SELECT id, -qty AS cost FROM item ORDER BY cost, id"),
    Rewriting("SELECT id, price::text FROM item ORDER BY price, id", becomes: "SELECT id, CAST(price AS CHAR) AS price FROM item ORDER BY price, id"),
    Rewriting("SELECT DISTINCT cost FROM item ORDER BY cost", becomes: "SELECT DISTINCT cost FROM item ORDER BY cost IS NULL, cost"),
    Rewriting("SELECT kind, id FROM item ORDER BY kind, id", becomes: "SELECT kind, id FROM item ORDER BY kind IS NULL, kind, id"),
    Rewriting("SELECT id FROM item ORDER BY coalesce(kind, 'ok'), id", declinedBy: "enum-order"),
    Rewriting("SELECT id, note FROM item WHERE note IS NOT NULL ORDER BY note, id"),
    Rewriting("SELECT i.id, c.title FROM item i LEFT JOIN category c ON c.id = i.id ORDER BY c.title, i.id", becomes: "SELECT i.id, c.title FROM item i LEFT JOIN category c ON c.id = i.id ORDER BY c.title IS NULL, c.title, i.id"),
    Rewriting("SELECT id, row_number() OVER (ORDER BY cost DESC, id) FROM item ORDER BY id", becomes: "SELECT id, row_number() OVER (ORDER BY cost IS NULL DESC, cost DESC, id) FROM item ORDER BY id"),
    Rewriting("SELECT id, sum(qty) OVER (PARTITION BY active ORDER BY id) FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item ORDER BY 2::int, id", declinedBy: "constant-key"),
    Rewriting("SELECT id, rank() OVER (PARTITION BY 1 ORDER BY id) FROM item", declinedBy: "constant-key"),
    Rewriting("SELECT id, rank() OVER (ORDER BY '7'::int) FROM item", declinedBy: "constant-key"),
    Rewriting("SELECT id, lag(qty, 1) OVER (ORDER BY id), first_value(name) OVER (ORDER BY id) FROM item ORDER BY id"),
  ])
  func ordering(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT id FROM item ORDER BY id LIMIT 2"),
    Rewriting("SELECT id FROM item ORDER BY id LIMIT $1 OFFSET $2", reviewed: "limit-null", with: ["2", "1"]),
    Rewriting("SELECT id FROM item ORDER BY id LIMIT 3 OFFSET $1", with: ["1"], [nil]),
    Rewriting("SELECT id FROM item ORDER BY id OFFSET 1 LIMIT 2", becomes: "SELECT id FROM item ORDER BY id LIMIT 2 OFFSET 1"),
    Rewriting("SELECT id FROM item ORDER BY id OFFSET 3", becomes: "SELECT id FROM item ORDER BY id LIMIT 18446744073709551615 OFFSET 3"),
    Rewriting("SELECT id FROM item ORDER BY id LIMIT ALL", becomes: "SELECT id FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item ORDER BY id FETCH FIRST 2 ROWS ONLY", becomes: "SELECT id FROM item ORDER BY id LIMIT 2"),
    Rewriting("select id from item order by id offset 1 row fetch next row only", becomes: "select id from item order by id limit 1 offset 1"),
    Rewriting("SELECT id FROM item ORDER BY id LIMIT $1::int", reviewed: "limit-null", as: "SELECT id FROM item ORDER BY id LIMIT ?", with: ["2"]),
    Rewriting("SELECT id FROM item ORDER BY id LIMIT 1 + 1", declinedBy: "limit-not-constant"),
    Rewriting("SELECT id FROM item ORDER BY qty FETCH FIRST 2 ROWS WITH TIES", becomes: "SELECT id FROM (SELECT id, RANK() OVER (ORDER BY qty) AS row_rank, qty AS sort_key_1 FROM item) AS ranked_rows WHERE row_rank <= 2 ORDER BY sort_key_1"),
    Rewriting("SELECT DISTINCT qty FROM item ORDER BY qty FETCH FIRST 2 ROWS WITH TIES", declinedBy: "with-ties"),
    Rewriting("SELECT id FROM item WHERE id IN (SELECT id FROM category LIMIT 1)", declinedBy: "limit-in-subquery"),
    Rewriting("SELECT id FROM item WHERE id = 1 FOR UPDATE"),
  ])
  func limits(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT \"Group\", rank FROM item ORDER BY id", becomes: "SELECT `Group`, `rank` FROM item ORDER BY id"),
    Rewriting("SELECT I.Name, i.rank FROM item I ORDER BY i.ID", becomes: "SELECT i.Name, i.rank FROM item i ORDER BY i.ID"),
    Rewriting("SELECT \"name\" AS \"Title\" FROM \"item\" ORDER BY \"id\"", becomes: "SELECT name AS Title FROM item ORDER BY id"),
    Rewriting("SELECT Item.id FROM ITEM ORDER BY id", becomes: "SELECT item.id FROM item ORDER BY id"),
    Rewriting("SELECT id AS key FROM item ORDER BY id", becomes: "SELECT id AS `key` FROM item ORDER BY id"),
    Rewriting("SELECT ctid FROM item", declinedBy: "system-column"),
    Rewriting("SELECT item FROM item", declinedBy: "whole-row"),
    Rewriting("SELECT relname FROM pg_class", declinedBy: "system-catalog"),
    Rewriting("SELECT id FROM item --comment\nORDER BY id", declinedBy: "comment-form"),
    Rewriting("SELECT id /*! hidden */ FROM item", declinedBy: "comment-form"),
    Rewriting("SELECT /* a */ id -- b\nFROM item ORDER BY id"),
  ])
  func names(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT count(*), count(cost), sum(qty), sum(price), min(price), max(name), count(DISTINCT active) FROM item"),
    Rewriting("SELECT count (*) FROM item", becomes: "SELECT count(*) FROM item"),
    Rewriting("SELECT active, count(*) FROM item GROUP BY active HAVING count(*) > 1 ORDER BY active"),
    Rewriting("SELECT round(avg(price), 2), round(avg(qty), 2) FROM item", becomes: "SELECT round(avg(CAST(price AS DECIMAL(65,20))), 2), round(avg(CAST(qty AS DECIMAL(65,20))), 2) FROM item"),
    Rewriting("SELECT avg(qty), round(avg(price), 9) FROM item", becomes: "SELECT @numeric_div(SUM(qty), 0, COUNT(qty), 0), round(@numeric_div(SUM(price), 2, COUNT(price), 0), 9) FROM item"),
    Rewriting("SELECT avg(price) FILTER (WHERE active) FROM item", becomes: "SELECT @numeric_div(SUM(CASE WHEN active THEN price END), 2, COUNT(CASE WHEN active THEN price END), 0) FROM item"),
    Rewriting("SELECT avg(plain) FROM item WHERE id < 0", reviewed: "mean-digits"),
    Rewriting("SELECT count(*) FILTER (WHERE active), sum(qty) FILTER (WHERE qty > 0) FROM item", becomes: "SELECT count(CASE WHEN active THEN 1 END), sum(CASE WHEN qty > 0 THEN qty END) FROM item"),
    Rewriting("SELECT max(kind) FROM item", becomes: "SELECT ELT(MAX(NULLIF(FIELD(kind, 'sad', 'ok', 'happy'), 0)), 'sad', 'ok', 'happy') FROM item"),
    Rewriting("SELECT string_agg(name, ',') FROM item", reviewed: "aggregate-order"),
    Rewriting("SELECT string_agg(note, ', ' ORDER BY note DESC NULLS LAST, id) FROM item", becomes: "SELECT GROUP_CONCAT(note ORDER BY note IS NULL, note DESC, id SEPARATOR ', ') FROM item"),
    Rewriting("SELECT count(DISTINCT (SELECT max(parent) FROM category WHERE parent > 9)) FROM item", declinedBy: "function-not-converted"),
    Rewriting("SELECT qty + 1 AS q, count(*) FROM item GROUP BY q ORDER BY q"),
    Rewriting("SELECT active, sum(cost) AS s FROM item GROUP BY active ORDER BY s DESC", becomes: "SELECT active, sum(cost) AS s FROM item GROUP BY active ORDER BY s IS NULL DESC, s DESC"),
    Rewriting("SELECT date_trunc('month', at) AS month, count(*) FROM item GROUP BY month ORDER BY month", becomes: "SELECT CAST(DATE(at) - INTERVAL (DAYOFMONTH(at) - 1) DAY AS DATETIME(6)) AS month, count(*) FROM item GROUP BY month ORDER BY month IS NULL, month"),
    Rewriting("SELECT at::date AS day, count(*) FROM item GROUP BY 1 ORDER BY 1 DESC", declinedBy: "group-order"),
    Rewriting("SELECT at::date AS d, count(*) FROM item GROUP BY 1 ORDER BY 1 DESC", becomes: "SELECT CAST(at AS DATE) AS d, count(*) FROM item GROUP BY 1 ORDER BY d IS NULL DESC, 1 DESC"),
    Rewriting("SELECT count(*) FROM item GROUP BY 1::int", declinedBy: "constant-key"),
    Rewriting("SELECT name IN (SELECT title FROM category) AS e, count(*) FROM item GROUP BY name IN (SELECT title FROM category)", declinedBy: "group-by-subquery"),
    Rewriting("SELECT count(*) FROM item GROUP BY ROLLUP (active)", becomes: "SELECT count(*) FROM item GROUP BY active WITH ROLLUP"),
    Rewriting("SELECT count(*) FROM item GROUP BY CUBE (active, flag)", declinedBy: "grouping-sets"),
    Rewriting("SELECT lower(name), count(*) FROM item GROUP BY lower(name) HAVING lower(name) > 'a'", becomes: "SELECT lower(name), count(*) FROM item GROUP BY lower(name) HAVING MIN(lower(name)) > 'a'"),
    Rewriting("SELECT data - 'a', count(*) FROM item GROUP BY id HAVING data ? 'a'", declinedBy: "having-expression"),
    Rewriting("SELECT DISTINCT ON (active) id FROM item ORDER BY active, id", becomes: "SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY active ORDER BY id) AS row_rank, active AS sort_key_1 FROM item) AS ranked_rows WHERE row_rank = 1 ORDER BY sort_key_1"),
  ])
  func aggregates(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("select distinct on (flag)\n  flag, name -- newest\nfrom item\norder by flag, at desc nulls last, id limit 2", becomes: "select flag, name from (select flag, name, row_number() over (partition by flag order by at desc, id) as row_rank -- newest\nfrom item) as ranked_rows where row_rank = 1 order by flag is null, flag limit 2"),
    Rewriting("SELECT DISTINCT ON (c.id) c.id, i.id FROM category c LEFT JOIN item i ON i.id = c.id ORDER BY c.id DESC", becomes: "SELECT column_1 AS id, column_2 AS id FROM (SELECT c.id, i.id, ROW_NUMBER() OVER (PARTITION BY c.id) FROM category c LEFT JOIN item i ON i.id = c.id) AS ranked_rows (column_1, column_2, row_rank) WHERE row_rank = 1 ORDER BY column_1 DESC"),
    Rewriting("SELECT DISTINCT ON (a) * FROM pair ORDER BY a, b DESC", becomes: "SELECT a, b, n FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC) AS row_rank FROM pair) AS ranked_rows WHERE row_rank = 1 ORDER BY a"),
    Rewriting("SELECT DISTINCT ON (active) active, qty FROM item ORDER BY active, qty", becomes: "SELECT active, qty FROM (SELECT active, qty, ROW_NUMBER() OVER (PARTITION BY active ORDER BY qty) AS row_rank FROM item) AS ranked_rows WHERE row_rank = 1 ORDER BY active"),
    Rewriting("SELECT DISTINCT ON (active) active, name FROM item ORDER BY active, qty", reviewed: "distinct-on-order"),
    Rewriting("SELECT DISTINCT ON (active) active, name FROM item", reviewed: "distinct-on-order"),
    Rewriting("SELECT DISTINCT ON (i.id) i.id, c.title FROM item i JOIN category c ON c.parent = i.id ORDER BY i.id", reviewed: "distinct-on-order"),
    Rewriting("SELECT DISTINCT ON (c.parent) c.parent, i.name FROM category c JOIN item i ON i.id = c.parent ORDER BY c.parent, c.id", becomes: "SELECT parent, name FROM (SELECT c.parent, i.name, ROW_NUMBER() OVER (PARTITION BY c.parent ORDER BY c.id) AS row_rank FROM category c JOIN item i ON i.id = c.parent) AS ranked_rows WHERE row_rank = 1 ORDER BY parent"),
    Rewriting("SELECT DISTINCT ON (data) id FROM item", declinedBy: "group-by-type"),
    Rewriting("SELECT DISTINCT ON (random()) id FROM item", declinedBy: "order-repeat"),
    Rewriting("SELECT DISTINCT ON (active) id FROM item WHERE id > $1 ORDER BY active, id LIMIT $2", reviewed: "limit-null", as: "SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY active ORDER BY id) AS row_rank, active AS sort_key_1 FROM item WHERE id > ?) AS ranked_rows WHERE row_rank = 1 ORDER BY sort_key_1 LIMIT ?", with: ["1", "1"]),
    Rewriting("SELECT id FROM item ORDER BY active OFFSET 1 ROW FETCH NEXT $1 ROWS WITH TIES", becomes: "SELECT id FROM (SELECT id, RANK() OVER (ORDER BY active) AS row_rank, active AS sort_key_1 FROM item) AS ranked_rows WHERE row_rank <= ? + 1 ORDER BY sort_key_1 LIMIT 18446744073709551615 OFFSET 1", with: ["4"]),
  ])
  func rankedRows(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT active, sum(qty) FROM item GROUP BY active, ROLLUP (flag)", becomes: "SELECT active, sum(qty) FROM item GROUP BY active, flag WITH ROLLUP HAVING GROUPING(active) = 0"),
    Rewriting("SELECT active, sum(qty) FROM item GROUP BY ROLLUP ((active, flag)) HAVING count(*) > 1 OR sum(qty) > 0", becomes: "SELECT active, sum(qty) FROM item GROUP BY active, flag WITH ROLLUP HAVING GROUPING(active) = GROUPING(flag) AND (count(*) > 1 OR sum(qty) > 0)"),
    Rewriting("select grouping(flag), count(*) from item group by rollup (flag) order by grouping(flag), flag", becomes: "select grouping(flag), count(*) from item group by flag with rollup order by grouping(flag), flag is null, flag"),
    Rewriting("SELECT flag, note, count(*) FROM item GROUP BY ROLLUP (flag, note) ORDER BY flag DESC, note NULLS FIRST, count(*)", becomes: "SELECT flag, note, count(*) FROM item GROUP BY flag, note WITH ROLLUP ORDER BY flag IS NULL DESC, flag DESC, note, count(*)"),
    Rewriting("SELECT uid, day, max(qty) FROM item GROUP BY ROLLUP (uid, day) ORDER BY uid, day DESC NULLS LAST, max(qty)", becomes: "SELECT uid, day, max(qty) FROM item GROUP BY uid, day WITH ROLLUP ORDER BY uid IS NULL, uid, day DESC, max(qty) IS NULL, max(qty)"),
    Rewriting("SELECT kind, count(*) FROM item GROUP BY ROLLUP (kind) ORDER BY kind", declinedBy: "enum-order"),
    Rewriting("SELECT active, rank() OVER (ORDER BY sum(qty)) FROM item GROUP BY ROLLUP (active)", declinedBy: "grouping-sets"),
    Rewriting("SELECT active, grouping(active) FROM item GROUP BY active", declinedBy: "grouping-sets"),
    Rewriting("SELECT count(DISTINCT (flag, qty)) FROM item", becomes: "SELECT COUNT(DISTINCT flag IS NULL, COALESCE(flag, 0), qty) FROM item"),
    Rewriting("SELECT sum(cost)::text, max(stock)::text FROM item", becomes: "SELECT CAST(sum(cost) AS CHAR), CAST(max(stock) AS CHAR) FROM item"),
    Rewriting("SELECT regr_count(qty, cost) FROM item", becomes: "SELECT COUNT(CASE WHEN qty IS NOT NULL AND cost IS NOT NULL THEN 1 END) FROM item"),
    Rewriting("SELECT corr(qty, weight) FROM item WHERE weight = 1.5", reviewed: "float-order"),
    Rewriting("SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY qty) FROM item WHERE active", becomes: "SELECT MAX(CASE WHEN row_1 = position_1 THEN value_1 END) FROM (SELECT *, qty AS value_1, ROW_NUMBER() OVER (ORDER BY qty) AS row_1, GREATEST(CEIL(0.5e0 * COUNT(qty) OVER ()), 1) AS position_1 FROM item WHERE active) AS item"),
    Rewriting("SELECT active, percentile_cont(0.5) WITHIN GROUP (ORDER BY cost DESC) FROM item GROUP BY active ORDER BY 1", becomes: "SELECT active, MAX(CASE WHEN row_1 = FLOOR(position_1) + 1 THEN value_1 END) + MAX(position_1 - FLOOR(position_1)) * (MAX(CASE WHEN row_1 = CEIL(position_1) + 1 THEN value_1 END) - MAX(CASE WHEN row_1 = FLOOR(position_1) + 1 THEN value_1 END)) FROM (SELECT *, CAST(cost AS DOUBLE) AS value_1, ROW_NUMBER() OVER (PARTITION BY active ORDER BY cost IS NULL, cost DESC) AS row_1, 0.5e0 * (COUNT(cost) OVER (PARTITION BY active) - 1) AS position_1 FROM item) AS item GROUP BY active ORDER BY 1"),
    Rewriting("SELECT i.active, mode() WITHIN GROUP (ORDER BY c.title) FROM item i JOIN category c ON c.id = i.id GROUP BY i.active", becomes: "SELECT active, MAX(CASE WHEN row_1 = 1 THEN value_1 END) FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY active ORDER BY value_1 IS NULL, position_1 DESC, value_1) AS row_1 FROM (SELECT i.active, c.title, c.title AS value_1, COUNT(*) OVER (PARTITION BY i.active, c.title) AS position_1 FROM item i JOIN category c ON c.id = i.id) AS numbered_rows) AS numbered_rows GROUP BY active"),
    Rewriting("SELECT id, name, mode() WITHIN GROUP (ORDER BY qty) FROM item GROUP BY id", declinedBy: "ordered-set"),
    Rewriting("SELECT percentile_cont(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY qty) FROM item", declinedBy: "ordered-set"),
  ])
  func groupings(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT id, count(*) OVER (ORDER BY day RANGE BETWEEN interval '1 year' PRECEDING AND CURRENT ROW) FROM item ORDER BY id", becomes: "SELECT id, count(*) OVER (ORDER BY day RANGE BETWEEN INTERVAL 1 YEAR PRECEDING AND CURRENT ROW) FROM item ORDER BY id"),
    Rewriting("SELECT id, sum(qty) OVER (ORDER BY cost RANGE 1.5 PRECEDING) FROM item ORDER BY id"),
    Rewriting("SELECT id, sum(qty) OVER (ORDER BY cost RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) FROM item ORDER BY id", declinedBy: "window-frame"),
    Rewriting("SELECT id, count(*) OVER (ORDER BY day RANGE BETWEEN interval '1 month 1 day' PRECEDING AND CURRENT ROW) FROM item", declinedBy: "window-frame"),
    Rewriting("SELECT id, sum(qty) OVER (ORDER BY flag GROUPS 1 PRECEDING) FROM item ORDER BY id", becomes: "SELECT id, sum(qty) OVER (ORDER BY peers_1 RANGE 1 PRECEDING) FROM (SELECT *, CAST(DENSE_RANK() OVER (ORDER BY flag IS NULL, flag) AS SIGNED) AS peers_1 FROM item) AS item ORDER BY id"),
    Rewriting("SELECT *, sum(qty) OVER (ORDER BY active GROUPS 1 PRECEDING) FROM item", declinedBy: "window-frame"),
    Rewriting("SELECT active, sum(count(*)) OVER (ORDER BY active GROUPS 1 PRECEDING) FROM item GROUP BY active", declinedBy: "window-frame"),
    Rewriting("SELECT id, sum(qty) OVER (ORDER BY active GROUPS UNBOUNDED PRECEDING) FROM item ORDER BY id", becomes: "SELECT id, sum(qty) OVER (ORDER BY active RANGE UNBOUNDED PRECEDING) FROM item ORDER BY id"),
    Rewriting("SELECT id, count(*) OVER (ORDER BY id ROWS 1 + 1 PRECEDING) FROM item", declinedBy: "window-frame"),
    Rewriting("SELECT id, count(*) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM item ORDER BY id", becomes: "SELECT id, COUNT(*) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) - 1 FROM item ORDER BY id"),
    Rewriting("SELECT id, min(qty) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM item", declinedBy: "window-frame"),
    Rewriting("SELECT id, count(*) FILTER (WHERE active) OVER (PARTITION BY flag) FROM item ORDER BY id", becomes: "SELECT id, count(CASE WHEN active THEN 1 END) OVER (PARTITION BY flag) FROM item ORDER BY id"),
    Rewriting("SELECT id, bool_or(active) OVER (ORDER BY id), bit_or(qty) OVER w FROM item WINDOW w AS (ORDER BY id) ORDER BY id", becomes: "SELECT id, MAX(active) OVER (ORDER BY id), IF(COUNT(qty) OVER w = 0, NULL, CAST(BIT_OR(qty) OVER w AS SIGNED)) FROM item WINDOW w AS (ORDER BY id) ORDER BY id"),
    Rewriting("SELECT id, jsonb_agg(name) OVER (ORDER BY id) FROM item ORDER BY id", becomes: "SELECT id, JSON_ARRAYAGG(name) OVER (ORDER BY id) FROM item ORDER BY id"),
    Rewriting("SELECT id, jsonb_agg(name) OVER (ORDER BY active) FROM item ORDER BY id", reviewed: "aggregate-order"),
    Rewriting("SELECT id, nth_value(name, 2) OVER (ORDER BY id), lag(cost, 1, 0) OVER (ORDER BY id) FROM item ORDER BY id"),
    Rewriting("SELECT id, nth_value(name, qty) OVER (ORDER BY id) FROM item", declinedBy: "function-not-converted"),
    Rewriting("SELECT count(*) OVER (PARTITION BY data) FROM item", declinedBy: "group-by-type"),
  ])
  func windows(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT i.name, c.title FROM item i JOIN category c ON c.id = i.id, pair p WHERE p.a = i.id ORDER BY i.id, p.b"),
    Rewriting("SELECT * FROM category JOIN (SELECT id, count(*) FROM item GROUP BY id) AS x USING (id) ORDER BY id", becomes: "SELECT * FROM category JOIN (SELECT id, count(*) AS count FROM item GROUP BY id) AS x USING (id) ORDER BY id"),
    Rewriting("SELECT x.count FROM (SELECT count(*) FROM item) x", becomes: "SELECT x.count FROM (SELECT count(*) AS count FROM item) x"),
    Rewriting("SELECT c.id, x.n FROM category c LEFT JOIN LATERAL (SELECT count(*) AS n FROM item i WHERE i.id <= c.id) x ON true ORDER BY c.id"),
    Rewriting("SELECT id FROM item FULL JOIN category USING (id)", declinedBy: "full-join"),
    Rewriting("SELECT i.id FROM item i LEFT JOIN category c ON c.id = i.id AND EXISTS (SELECT 1 FROM pair p WHERE p.a = c.id)", declinedBy: "outer-join-subquery"),
    Rewriting("SELECT weight FROM item UNION SELECT -weight FROM item", reviewed: "float-zero"),
    Rewriting("SELECT v.a, v.b FROM (VALUES (1, 'x'), (2, NULL)) AS v(a, b) ORDER BY v.a", becomes: "SELECT v.a, v.b FROM (VALUES ROW(1, 'x'), ROW(2, NULL)) AS v(a, b) ORDER BY v.a"),
    Rewriting("WITH big AS MATERIALIZED (SELECT id FROM item WHERE price > 2) SELECT count(*) FROM big", becomes: "WITH big AS (SELECT id FROM item WHERE price > 2) SELECT count(*) FROM big"),
    Rewriting("WITH Big AS (SELECT id FROM item) SELECT b.id FROM Big b ORDER BY b.id", becomes: "WITH big AS (SELECT id FROM item) SELECT b.id FROM big b ORDER BY b.id"),
    Rewriting("SELECT id FROM item UNION SELECT id FROM category ORDER BY id"),
    Rewriting("SELECT id FROM item EXCEPT SELECT id FROM category ORDER BY 1"),
    Rewriting("SELECT cost AS c FROM item UNION ALL SELECT price FROM item ORDER BY c", becomes: "SELECT cost AS c FROM item UNION ALL SELECT price FROM item ORDER BY c IS NULL, c"),
    Rewriting("SELECT id FROM item i WHERE EXISTS (SELECT 1 FROM category c WHERE c.id = i.id) ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE id NOT IN (SELECT parent FROM category) ORDER BY id"),
    Rewriting("SELECT id, (SELECT title FROM category c WHERE c.id = i.id) FROM item i ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE price > ALL (SELECT cost FROM item WHERE cost IS NOT NULL) ORDER BY id"),
  ])
  func queries(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("INSERT INTO category (id, title) VALUES ($1, 'C:\\x'), (51, DEFAULT)", becomes: "INSERT INTO category (id, title) VALUES (?, 'C:\\\\x'), (51, DEFAULT)", with: ["50"]),
    Rewriting("INSERT INTO category VALUES (60, 'a', NULL)"),
    Rewriting("INSERT INTO category VALUES (60, 'a')", declinedBy: "insert-columns"),
    Rewriting("INSERT INTO category (id, title) SELECT id + 100, name FROM item ORDER BY id"),
    Rewriting("WITH x AS (SELECT 70 AS i) INSERT INTO category (id) SELECT i FROM x", becomes: "INSERT INTO category (id) WITH x AS (SELECT 70 AS i) SELECT i FROM x"),
    Rewriting("INSERT INTO item (name, price, qty, active) VALUES ('n', 1.005, 1, true) RETURNING id", declinedBy: "returning"),
    Rewriting("INSERT INTO category (id, title) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING", becomes: "INSERT INTO category (id, title) SELECT * FROM (VALUES ROW(?, ?)) AS excluded(id, title) WHERE NOT EXISTS (SELECT 1 FROM category WHERE category.id = CAST(excluded.id AS SIGNED)) ON DUPLICATE KEY UPDATE id = category.id", with: ["1", "x"], ["80", "y"], ["81", nil]),
    Rewriting("INSERT INTO pair (a, b, n) VALUES (1, $1, 5) ON CONFLICT DO NOTHING", becomes: "INSERT INTO pair (a, b, n) SELECT * FROM (VALUES ROW(1, ?, 5)) AS excluded(a, b, n) WHERE NOT EXISTS (SELECT 1 FROM pair WHERE pair.a = CAST(excluded.a AS SIGNED) AND pair.b = CAST(excluded.b AS SIGNED)) ON DUPLICATE KEY UPDATE a = pair.a", with: ["1"], ["9"]),
    Rewriting("INSERT INTO twokeys (id, u, v) VALUES ($1, $2, 3) ON CONFLICT (id) DO NOTHING", becomes: "INSERT INTO twokeys (id, u, v) SELECT * FROM (VALUES ROW(?, ?, 3)) AS excluded(id, u, v) WHERE NOT EXISTS (SELECT 1 FROM twokeys WHERE twokeys.id = CAST(excluded.id AS SIGNED))", with: ["1", "99"], ["5", "50"]),
    Rewriting("INSERT INTO twokeys (id, u, v) VALUES ($1, $2, 3) ON CONFLICT (id) DO UPDATE SET v = excluded.v", declinedBy: "on-conflict-keys"),
    Rewriting("INSERT INTO pair (a, b, n) VALUES ($1, 1, 7) ON CONFLICT (a, b) DO UPDATE SET n = pair.n + excluded.n", reviewed: "upsert-row-count", as: "INSERT INTO pair (a, b, n) VALUES (?, 1, 7) AS excluded ON DUPLICATE KEY UPDATE n = pair.n + excluded.n", with: ["1"], ["8"]),
    Rewriting("INSERT INTO pair (a, b, n) VALUES (1, 1, 7) ON CONFLICT (a, b) DO UPDATE SET n = excluded.n WHERE pair.n < excluded.n", reviewed: "upsert-row-count"),
    Rewriting("INSERT INTO pair AS p (a, b, n) VALUES (1, 1, 7) ON CONFLICT (a, b) DO UPDATE SET n = p.n + EXCLUDED.n", reviewed: "upsert-row-count", as: "INSERT INTO pair (a, b, n) VALUES (1, 1, 7) AS excluded ON DUPLICATE KEY UPDATE n = pair.n + excluded.n"),
    Rewriting("INSERT INTO category (id) SELECT id FROM item ON CONFLICT (id) DO UPDATE SET title = 'again'", reviewed: "upsert-row-count"),
  ])
  func inserts(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("UPDATE item SET note = 'x', price = price * 2 WHERE id = $1", with: ["2"], ["99"]),
    Rewriting("UPDATE item SET qty = id, rank = qty WHERE id = 1", becomes: "UPDATE item SET `rank` = qty, qty = id WHERE id = 1"),
    Rewriting("UPDATE item SET qty = id, stock = qty, rank = stock WHERE id > 1", becomes: "UPDATE item SET `rank` = stock, stock = qty, qty = id WHERE id > 1"),
    Rewriting("UPDATE item SET qty = rank, rank = qty WHERE id = 1", declinedBy: "assignment-order"),
    Rewriting("UPDATE item SET (qty, note) = (1, 'y') WHERE id = 2", becomes: "UPDATE item SET qty = 1, note = 'y' WHERE id = 2"),
    Rewriting("UPDATE item AS i SET seen = now() - interval '1 day', note = DEFAULT WHERE i.id = 99", becomes: "UPDATE item AS i SET seen = now(6) - INTERVAL 1 DAY, note = DEFAULT WHERE i.id = 99"),
    Rewriting("UPDATE item SET note = c.title FROM category c WHERE c.id = item.id AND c.parent = 1", becomes: "UPDATE item, category c SET item.note = c.title WHERE c.id = item.id AND c.parent = 1"),
    Rewriting("UPDATE item SET qty = p.n FROM pair p WHERE p.a = item.id", reviewed: "update-from-many"),
    Rewriting("UPDATE item SET qty = (SELECT max(qty) FROM item)", declinedBy: "reads-changed-table"),
    Rewriting("UPDATE item SET qty = 1 RETURNING id", declinedBy: "returning"),
    Rewriting("UPDATE item SET kind = 'sad', uid = $1, day = '2024-02-29', raw = '\\x41' WHERE id = 5", becomes: "UPDATE item SET kind = 'sad', uid = BIN_TO_UUID(UUID_TO_BIN(?)), day = '2024-02-29', raw = X'41' WHERE id = 5", with: ["A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"]),
    Rewriting("UPDATE item SET data = $1 WHERE id = 5", with: ["{\"z\": [1, true]}"]),
    Rewriting("DELETE FROM item WHERE note IS NULL OR qty < $1", with: ["0"]),
    Rewriting("DELETE FROM item AS i WHERE i.id = 1"),
    Rewriting("DELETE FROM pair USING category c WHERE c.id = pair.a AND c.title = 'root'", becomes: "DELETE FROM pair USING pair, category c WHERE c.id = pair.a AND c.title = 'root'"),
    Rewriting("DELETE FROM pair p USING category c WHERE c.id = p.a", becomes: "DELETE FROM p USING pair AS p, category c WHERE c.id = p.a"),
    Rewriting("DELETE FROM item WHERE id IN (SELECT min(id) FROM item)", declinedBy: "reads-changed-table"),
  ])
  func changes(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("CREATE TABLE x (id int)", declinedBy: "schema-statement"),
    Rewriting("LISTEN jobs", declinedBy: "utility-statement"),
    Rewriting("SET work_mem = '1GB'", declinedBy: "utility-statement"),
  ])
  func utilities(_ row: Rewriting) async throws { try await expectRewriting(row) }
}
}
