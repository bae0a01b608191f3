import Testing

/// Expressions: the text and, on both servers, the values.
extension ConversionTests {
  @Suite struct ExpressionTests {
  @Test(arguments: [
    Rewriting("SELECT id, name FROM item WHERE id = $1", with: ["1"], ["99"]),
    Rewriting("SELECT id FROM item WHERE name = 'Anna' OR note <> 'x' AND NOT active ORDER BY id"),
    Rewriting("SELECT id, to_jsonb(2::float8) FROM item", declinedBy: "function-not-converted"),
    Rewriting("SELECT id, coalesce(qty + NULL::int, 5), coalesce(abs(NULL::int), qty) FROM item ORDER BY id", becomes: "SELECT id, coalesce(qty + CAST(NULL AS SIGNED), 5), coalesce(abs(CAST(NULL AS SIGNED)), qty) FROM item ORDER BY id"),
    Rewriting("SELECT id, coalesce(qty * NULL, qty), NULL::int, coalesce(NULL::int, qty) FROM item ORDER BY id", becomes: "SELECT id, coalesce(qty * CAST(NULL AS SIGNED), qty), NULL, coalesce(CAST(NULL AS SIGNED), qty) FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE price >= 1.05 AND price < 100 ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE stock = '9007199254740993'", becomes: "SELECT id FROM item WHERE stock = 9007199254740993"),
    Rewriting("SELECT id FROM item WHERE day = '2024-02-29'"),
    Rewriting("SELECT id FROM item WHERE at > '2023-01-01' ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE seen >= '2024-02-29T13:00:00+02:00'", becomes: "SELECT id FROM item WHERE seen >= '2024-02-29 11:00:00'"),
    Rewriting("SELECT id FROM item WHERE seen < timestamptz '2000-01-01 00:00:00+00'", becomes: "SELECT id FROM item WHERE seen < TIMESTAMP '2000-01-01 00:00:00'"),
    Rewriting("SELECT id FROM item WHERE uid = 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'", becomes: "SELECT id FROM item WHERE uid = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"),
    Rewriting("SELECT id FROM item WHERE uid = $1", becomes: "SELECT id FROM item WHERE uid = BIN_TO_UUID(UUID_TO_BIN(?))", with: ["{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}"], [nil]),
    Rewriting("SELECT id FROM item WHERE kind = 'ok' ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE kind > 'sad' ORDER BY id", becomes: "SELECT id FROM item WHERE NULLIF(FIELD(kind, 'sad', 'ok', 'happy'), 0) > 1 ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE raw = '\\x00ff'", becomes: "SELECT id FROM item WHERE raw = X'00ff'"),
    Rewriting("SELECT id FROM item WHERE active = 't' AND flag", becomes: "SELECT id FROM item WHERE active = TRUE AND flag"),
    Rewriting("SELECT id, active, price > 2 FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE flag IS NOT TRUE ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE (flag IS TRUE) = active ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE flag IS TRUE = active ORDER BY id", becomes: "SELECT id FROM item WHERE (flag IS TRUE) = active ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE active = name LIKE 'A%' ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE note ISNULL OR cost NOTNULL ORDER BY id", becomes: "SELECT id FROM item WHERE note IS NULL OR cost IS NOT NULL ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE id IN (1, 2, $1) ORDER BY id", with: ["4"], [nil]),
    Rewriting("SELECT id FROM item WHERE code NOT IN ('A-1', 'Z') ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE price BETWEEN $1 AND 11 ORDER BY id", with: ["1.05"]),
    Rewriting("SELECT id FROM item WHERE price BETWEEN SYMMETRIC 11 AND 1", declinedBy: "between-symmetric"),
    Rewriting("SELECT id FROM item WHERE (id, qty) IN ((1, 7), (2, 0)) ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE (id, qty) = (1, 7)"),
    Rewriting("SELECT id FROM item WHERE id = ANY (ARRAY[1, 2]) ORDER BY id", becomes: "SELECT id FROM item WHERE id IN (1, 2) ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE id = ANY ($1)", reviewed: "array-parameter", as: "SELECT id FROM item WHERE id IN (SELECT array_element FROM JSON_TABLE(?, '$[*]' COLUMNS (array_element BIGINT PATH '$')) AS array_elements)", with: ["{1,4}"], ["{}"], [nil]),
    Rewriting("SELECT id FROM item WHERE tags && ARRAY['a']", becomes: "SELECT id FROM item WHERE JSON_OVERLAPS(tags, JSON_ARRAY('a'))"),
    Rewriting("SELECT id FROM item WHERE cost IS DISTINCT FROM price ORDER BY id", becomes: "SELECT id FROM item WHERE NOT (cost <=> price) ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE note IS NOT DISTINCT FROM $1 ORDER BY id", becomes: "SELECT id FROM item WHERE note <=> ? ORDER BY id", with: [nil], [""]),
    Rewriting("SELECT (note, cost) IS DISTINCT FROM (name, price) FROM item ORDER BY id", becomes: "SELECT NOT ((note, cost) <=> (name, price)) FROM item ORDER BY id"),
  ])
  func comparisons(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT id, qty + 1, qty - id, qty * 2, -qty, qty % 4 FROM item ORDER BY id"),
    Rewriting("SELECT qty / 2, (qty + 1)/2 FROM item ORDER BY id", becomes: "SELECT qty DIV 2, (qty + 1) DIV 2 FROM item ORDER BY id"),
    Rewriting("SELECT qty/2*2 FROM item ORDER BY id", becomes: "SELECT qty DIV 2*2 FROM item ORDER BY id"),
    Rewriting("SELECT 7 % qty, 7 / nullif(qty, 0) FROM item WHERE qty <> 0 ORDER BY id", becomes: "SELECT 7 % qty, 7 DIV nullif(qty, 0) FROM item WHERE qty <> 0 ORDER BY id"),
    Rewriting("SELECT price * qty, price + 1.005, price % 3 FROM item WHERE id <> 3 ORDER BY id"),
    Rewriting("SELECT price * 1e2 FROM item ORDER BY id", becomes: "SELECT price * 100 FROM item ORDER BY id"),
    Rewriting("SELECT round(price / 3, 2) FROM item ORDER BY id", becomes: "SELECT round(CAST(price AS DECIMAL(65,20)) / 3, 2) FROM item ORDER BY id"),
    Rewriting("SELECT round(100.0 * qty / 7, 1) FROM item ORDER BY id", becomes: "SELECT round(CAST(100.0 * qty AS DECIMAL(65,20)) / 7, 1) FROM item ORDER BY id"),
    Rewriting("SELECT price / 4 FROM item ORDER BY id", reviewed: "quotient-digits"),
    Rewriting("SELECT weight / 2, weight * qty, weight - 1.5 FROM item ORDER BY id"),
    Rewriting("SELECT plain * plain FROM item", reviewed: "product-scale"),
    Rewriting("SELECT - -qty FROM item ORDER BY id", becomes: "SELECT - (-qty) FROM item ORDER BY id"),
    Rewriting("SELECT 2 ^ qty FROM item ORDER BY id", becomes: "SELECT POW(2, qty) FROM item ORDER BY id"),
    Rewriting("SELECT qty # 3 FROM item ORDER BY id", becomes: "SELECT CAST(qty ^ 3 AS SIGNED) FROM item ORDER BY id"),
    Rewriting("SELECT price + $1 FROM item ORDER BY id", becomes: "SELECT price + CAST(? AS DECIMAL(65,30)) FROM item ORDER BY id", with: ["0.1"]),
    Rewriting("SELECT qty + $1 FROM item ORDER BY id", with: ["5"], [nil]),
  ])
  func arithmetic(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT name || '-' || note FROM item ORDER BY id", becomes: "SELECT CONCAT(name, '-', note) FROM item ORDER BY id"),
    Rewriting("SELECT 'n=' || qty || active FROM item ORDER BY id", becomes: "SELECT CONCAT('n=', qty, CASE WHEN active THEN 'true' WHEN NOT active THEN 'false' END) FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE name LIKE $1 || '%' ORDER BY id", becomes: "SELECT id FROM item WHERE name LIKE CONCAT(?, '%') ORDER BY id", with: ["A"], ["e\\%"]),
    Rewriting("SELECT 'x' || at FROM item ORDER BY id", becomes: "SELECT CONCAT('x', TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT(at, '%Y-%m-%d %H:%i:%s.%f')))) FROM item ORDER BY id"),
    Rewriting("SELECT 'x' || weight FROM item", declinedBy: "text-form"),
    Rewriting("SELECT tags || 'c'::text FROM item", reviewed: "array-result", as: "SELECT JSON_ARRAY_APPEND(COALESCE(tags, JSON_ARRAY()), '$', 'c') FROM item"),
    Rewriting("SELECT id FROM item WHERE name LIKE 'e\\%\\_%' ORDER BY id", becomes: "SELECT id FROM item WHERE name LIKE 'e\\\\%\\\\_%' ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE name LIKE 'e!%%' ESCAPE '!' ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE name ILIKE 'an%' ORDER BY id", becomes: "SELECT id FROM item WHERE LOWER(name) LIKE LOWER('an%') ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE name NOT ILIKE $1 ORDER BY id", becomes: "SELECT id FROM item WHERE LOWER(name) NOT LIKE LOWER(?) ORDER BY id", with: ["É%"]),
    Rewriting("SELECT id FROM item WHERE note = 'C:\\new'", becomes: "SELECT id FROM item WHERE note = 'C:\\\\new'"),
    Rewriting("SELECT E'a\\tb\\'c', U&'d\\0061t', $$it's$$", becomes: "SELECT 'a\tb''c', 'dat', 'it''s'"),
    Rewriting("SELECT lower(name), upper(name), length(name), char_length(note), octet_length(name) FROM item ORDER BY id", becomes: "SELECT lower(name), upper(name), char_length(name), char_length(note), octet_length(name) FROM item ORDER BY id"),
    Rewriting("SELECT strpos(name, 'n'), position('a' in name) FROM item ORDER BY id", becomes: "SELECT LOCATE('n', name), LOCATE('a', name) FROM item ORDER BY id"),
    Rewriting("SELECT left(name, 2), right(name, 1), substr(name, 2, 3), substring(name from 2 for 1), substring(name, 3) FROM item ORDER BY id", becomes: "SELECT left(name, 2), right(name, 1), substr(name, 2, 3), SUBSTRING(name, 2, 1), SUBSTRING(name, 3) FROM item ORDER BY id"),
    Rewriting("SELECT left(name, -1) FROM item ORDER BY id", becomes: "SELECT LEFT(name, GREATEST(CHAR_LENGTH(name) + (-1), 0)) FROM item ORDER BY id"),
    Rewriting("SELECT left(name, $1) FROM item ORDER BY id", becomes: "SELECT IF(? < 0, LEFT(name, GREATEST(CHAR_LENGTH(name) + ?, 0)), LEFT(name, ?)) FROM item ORDER BY id", with: ["2"], ["-2"], ["0"], [nil]),
    Rewriting("SELECT replace(name, 'n', 'N'), reverse(name), repeat(code, 2), trim(name), btrim(name), ltrim(note), rtrim(note) FROM item ORDER BY id", becomes: "SELECT replace(name, 'n', 'N'), reverse(name), repeat(code, 2), trim(name), trim(name), ltrim(note), rtrim(note) FROM item ORDER BY id"),
    Rewriting("SELECT lpad(code, 6), rpad(code, 6) FROM item ORDER BY id", becomes: "SELECT lpad(code, 6, ' '), rpad(code, 6, ' ') FROM item ORDER BY id"),
    Rewriting("SELECT concat(note, '-', qty), concat_ws('/', code, note) FROM item ORDER BY id", becomes: "SELECT concat(COALESCE(note, ''), '-', qty), concat_ws('/', code, note) FROM item ORDER BY id"),
    Rewriting("SELECT to_char(at, 'YYYY') FROM item ORDER BY id", becomes: "SELECT DATE_FORMAT(at, '%Y') FROM item ORDER BY id"),
    Rewriting("SELECT to_char(at, 'TMMonth') FROM item", declinedBy: "format-template"),
    Rewriting("SELECT data #>> '{0}' FROM item", reviewed: "json-number-text"),
    Rewriting("SELECT rtrim(NULL::text) ~ 'a.c'", becomes: "SELECT REGEXP_LIKE(rtrim(CAST(NULL AS CHAR)), 'a.c', 'cn')"),
    Rewriting("SELECT abs(qty), round(price), round(price, 1), ceil(price), floor(weight), trunc(price, 1), sign(price), mod(qty, 3) FROM item ORDER BY id", becomes: "SELECT abs(qty), round(price), round(price, 1), ceil(price), floor(weight), truncate(price, 1), sign(price), mod(qty, 3) FROM item ORDER BY id"),
    Rewriting("SELECT round(weight) FROM item ORDER BY id"),
  ])
  func text(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT coalesce(note, 'none'), coalesce(cost, 0), coalesce(cost, price), nullif(note, '') FROM item ORDER BY id"),
    Rewriting("SELECT CASE WHEN qty > 2 THEN 'many' WHEN qty < 0 THEN note ELSE name END FROM item ORDER BY id"),
    Rewriting("SELECT CASE kind WHEN 'ok' THEN 1 ELSE 2.5 END FROM item ORDER BY id"),
    Rewriting("SELECT greatest(qty, id), least(price, 5) FROM item ORDER BY id"),
    Rewriting("SELECT greatest(cost, price) FROM item ORDER BY id", becomes: "SELECT COALESCE(greatest(cost, price), price) FROM item ORDER BY id"),
    Rewriting("SELECT least(cost, price, $1) FROM item ORDER BY id", becomes: "SELECT COALESCE(least(cost, price, ?), LEAST(cost, price), LEAST(price, ?), price) FROM item ORDER BY id", with: ["1.00"], [nil]),
    Rewriting("SELECT greatest(day, '2000-01-01') FROM item ORDER BY id", becomes: "SELECT COALESCE(greatest(day, DATE '2000-01-01'), DATE '2000-01-01') FROM item ORDER BY id"),
    Rewriting("SELECT greatest(kind, 'sad') FROM item", declinedBy: "greatest-types"),
  ])
  func conditionals(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT id::text, price::text, uid::text, kind::text, active::text, day::text FROM item ORDER BY id"  , becomes: "SELECT CAST(id AS CHAR) AS id, CAST(price AS CHAR), CAST(uid AS CHAR), CAST(kind AS CHAR), (CASE WHEN active THEN 'true' WHEN NOT active THEN 'false' END), CAST(day AS CHAR) FROM item ORDER BY id"),
    Rewriting("SELECT name::varchar(2), CAST(code AS varchar(10)) FROM item ORDER BY id", becomes: "SELECT LEFT(name, 2), LEFT(code, 10) FROM item ORDER BY id"),
    Rewriting("SELECT price::int, weight::int, qty::bigint, active::int, qty::boolean FROM item ORDER BY id", becomes: "SELECT CAST(price AS SIGNED), CAST(weight AS SIGNED), qty, active, qty <> 0 FROM item ORDER BY id"),
    Rewriting("SELECT qty::numeric, qty::numeric(10,2), price::numeric(10,1), qty::float8, price::double precision FROM item ORDER BY id", becomes: "SELECT qty, CAST(qty AS DECIMAL(10,2)), CAST(price AS DECIMAL(10,1)), CAST(qty AS DOUBLE), CAST(price AS DOUBLE) FROM item ORDER BY id"),
    Rewriting("SELECT at::date, day::timestamp, seen::date, seen::timestamp FROM item ORDER BY id", becomes: "SELECT CAST(at AS DATE), CAST(day AS DATETIME(6)), CAST(seen AS DATE), seen FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE kind = 'ok'::mood AND uid IS DISTINCT FROM $1::uuid ORDER BY id", becomes: "SELECT id FROM item WHERE kind = 'ok' AND NOT (uid <=> BIN_TO_UUID(UUID_TO_BIN(?))) ORDER BY id", with: [nil]),
    Rewriting("SELECT $1::int + 1, $2::text, $3::date, $4::numeric(10,2)", becomes: "SELECT CAST(? AS SIGNED) + 1, CAST(? AS CHAR), CAST(? AS DATE), CAST(? AS DECIMAL(10,2))", with: ["4", "é", "2024-02-29", "1.005"]),
    Rewriting("SELECT '42'::int, '1.50'::numeric, 't'::bool, '2024-02-29'::date, '2024-01-01 10:00'::timestamp", becomes: "SELECT 42, 1.50, TRUE, DATE '2024-02-29', TIMESTAMP '2024-01-01 10:00:00'"),
    Rewriting("SELECT timestamp '2024-02-29', '2024-02-29'::timestamp, coalesce(at, '2024-02-29') FROM item ORDER BY id", becomes: "SELECT TIMESTAMP '2024-02-29 00:00:00', TIMESTAMP '2024-02-29 00:00:00', coalesce(at, TIMESTAMP '2024-02-29 00:00:00') FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE date(at) = '2024-02-29' ORDER BY id", becomes: "SELECT id FROM item WHERE date(at) = DATE '2024-02-29' ORDER BY id"),
    Rewriting("SELECT -1::int, - '3'::int, 2 - '-3'::int", becomes: "SELECT -1, - 3, 2 - -3"),
    Rewriting("SELECT at::text FROM item ORDER BY id", becomes: "SELECT TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT(at, '%Y-%m-%d %H:%i:%s.%f'))) FROM item ORDER BY id"),
    Rewriting("SELECT weight::text FROM item", declinedBy: "text-form"),
    Rewriting("SELECT data::text FROM item", reviewed: "json-number-text"),
    Rewriting("SELECT 'yesterday'::date", becomes: "SELECT CURRENT_DATE - INTERVAL 1 DAY"),
    Rewriting("SELECT 'item'::regclass", declinedBy: "cast-not-converted"),
  ])
  func casts(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT day + 1, day - 1, day - date '2024-01-01', 2 + day FROM item ORDER BY id", becomes: "SELECT day + INTERVAL 1 DAY, day - INTERVAL 1 DAY, DATEDIFF(day, DATE '2024-01-01'), day + INTERVAL 2 DAY FROM item ORDER BY id"),
    Rewriting("SELECT at + interval '1 month', at - interval '1 month 2 days 03:04:05.5', day + interval '1 day' FROM item ORDER BY id", becomes: "SELECT at + INTERVAL 1 MONTH, at - INTERVAL 1 MONTH - INTERVAL 2 DAY - INTERVAL 11045500000 MICROSECOND, CAST(day AS DATETIME(6)) + INTERVAL 1 DAY FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE seen > now() - interval '7 days'", becomes: "SELECT id FROM item WHERE seen > NOW(6) - INTERVAL 7 DAY"),
    Rewriting("SELECT id FROM item WHERE seen > now() - '90 minutes'::interval", becomes: "SELECT id FROM item WHERE seen > NOW(6) - INTERVAL 90 MINUTE"),
    Rewriting("SELECT id FROM item WHERE day > current_date - 30"  , becomes: "SELECT id FROM item WHERE day > current_date - INTERVAL 30 DAY"),
    Rewriting("SELECT at + qty * interval '1 day' FROM item ORDER BY id", becomes: "SELECT at + INTERVAL qty DAY FROM item ORDER BY id"),
    Rewriting("SELECT at + make_interval(days => $1) FROM item ORDER BY id", becomes: "SELECT at + INTERVAL ? DAY FROM item ORDER BY id", with: ["3"], ["-40"]),
    Rewriting("SELECT at + interval '-1 year -2 days' FROM item ORDER BY id", becomes: "SELECT at - INTERVAL 1 YEAR - INTERVAL 2 DAY FROM item ORDER BY id"),
    Rewriting("SELECT at - at FROM item", reviewed: "interval-text"),
    Rewriting("select id from item where seen > now() - interval '1 day' * 2", becomes: "select id from item where seen > now(6) - interval 2 day"),
    Rewriting("SELECT extract(YEAR FROM day), date_part('month', at) / 2 FROM item ORDER BY id", becomes: "SELECT extract(YEAR FROM day), (MONTH(at) + 0e0) / 2 FROM item ORDER BY id"),
    Rewriting("SELECT date_part('year', age(day)) > 18 FROM item ORDER BY id", becomes: "SELECT (TIMESTAMPDIFF(YEAR, day, CURRENT_DATE) + 0e0) > 18 FROM item ORDER BY id"),
    Rewriting("SELECT justify_days(interval '65 days')::text, (interval '1 day' * 1.5)::text FROM item", becomes: "SELECT '2 mons 5 days', ('1 day 12:00:00') FROM item"),
    Rewriting("SELECT id FROM item WHERE day >= 'today' AND at < 'now'", becomes: "SELECT id FROM item WHERE day >= CURRENT_DATE AND at < NOW(6)"),
    Rewriting("SELECT extract(year from at), extract(dow from at), extract(epoch from at), extract(week from day), date_part('isodow', at) FROM item ORDER BY id", becomes: "SELECT extract(year from at), (DAYOFWEEK(at) - 1), (TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', at) * 0.000001), WEEK(day, 3), ((WEEKDAY(at) + 1) + 0e0) FROM item ORDER BY id"),
    Rewriting("SELECT date_trunc('month', at), date_trunc('hour', at), date_trunc('week', at), date_trunc('quarter', at), date_trunc('second', at), date_trunc('minute', at) FROM item ORDER BY id", becomes: "SELECT CAST(DATE(at) - INTERVAL (DAYOFMONTH(at) - 1) DAY AS DATETIME(6)), CAST(DATE(at) + INTERVAL HOUR(at) HOUR AS DATETIME(6)), CAST(DATE(at) - INTERVAL WEEKDAY(at) DAY AS DATETIME(6)), CAST(MAKEDATE(YEAR(at), 1) + INTERVAL (QUARTER(at) - 1) QUARTER AS DATETIME(6)), CAST(at - INTERVAL MICROSECOND(at) MICROSECOND AS DATETIME(6)), CAST(DATE(at) + INTERVAL (HOUR(at) * 60 + MINUTE(at)) MINUTE AS DATETIME(6)) FROM item ORDER BY id"),
    Rewriting("SELECT extract(epoch from at - timestamp '2020-01-01 00:00:00'), extract(day from (seen - seen)) FROM item ORDER BY id", becomes: "SELECT (TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '2020-01-01 00:00:00', at) * 0.000001), TIMESTAMPDIFF(DAY, seen, seen) FROM item ORDER BY id"),
    Rewriting("SELECT count(DISTINCT (id, qty)) FROM item", becomes: "SELECT COUNT(DISTINCT id, qty) FROM item"),
    Rewriting("SELECT at AT TIME ZONE 'UTC', seen AT TIME ZONE 'UTC' FROM item ORDER BY id", becomes: "SELECT at, seen FROM item ORDER BY id"),
    Rewriting("SELECT id FROM item WHERE seen < CURRENT_TIMESTAMP AND at < LOCALTIMESTAMP ORDER BY id", becomes: "SELECT id FROM item WHERE seen < CURRENT_TIMESTAMP(6) AND at < LOCALTIMESTAMP(6) ORDER BY id"),
  ])
  func dates(_ row: Rewriting) async throws { try await expectRewriting(row) }
}
}
