import PostgresCatalog
import Testing

@testable import MySQLConversion

/// Every expression that is converted has the same value on both servers, for rows that are chosen to tell differences.
@Suite(.enabled(if: TestPair.isWanted)) struct ExpressionServerTests {
  static let table = """
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
    CREATE TABLE t (id integer PRIMARY KEY, i integer, j integer, n numeric(10,2), f double precision, s text, v varchar(20), c char(4), b boolean, d date,
      e date, ts timestamp, ct time, u uuid, x bytea, o jsonb, a integer[], m mood);
    """
  static let rows = [
    "(1, 7, 2, 1.50, 0.5, 'abc', 'ABC', 'ab', true, '2024-02-29', '2023-03-01', '2024-02-29 23:59:59.999999', '10:20:30.5', '7f000001-1111-4222-8333-444455556666', 'AB', '{\"a\": 1}', 'A1', 'ok')",
    "(2, -7, 2, -1.50, -0.5, '', ' x ', '', false, '1999-12-31', '2000-01-01', '1999-12-31 00:00:00', '00:00:00', NULL, '', '[]', 'A0', 'sad')",
    "(3, 0, -3, 0.00, 0, 'Äß 名💡', 'a''b', 'ABCD', NULL, '2000-01-01', NULL, '2000-01-01 12:00:00', '23:59:59', NULL, 'xyz', '\"t\"', 'A3', 'happy')",
    "(4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    "(5, 2147483647, 1, 99999999.99, 1e300, '  a%b_c  ', 'a%b_c', 'a b', true, '9998-12-31', '1000-01-01', '9998-12-31 23:59:59', '24:00:00', '00000000-0000-0000-0000-000000000000', '', 'null', 'A0', 'ok')",
    "(6, 5, 5, 2.50, 2.5, 'line\nbreak', 'abc\n', 'a1', false, '2024-01-31', '2024-03-31', '2024-01-31 08:09:10', '08:09:10', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'x', 'true', 'A1', 'happy')",
  ]

  static let expressions = [
    "i + j * 2", "i - j", "-i", "i / 2", "i / j", "i % 3", "i % j", "n * 2", "n + i", "n - 0.005", "-n", "f * 2", "abs(i)", "abs(n)", "ceil(n)", "floor(n)", "round(n)", "round(n, 1)",
    "sign(n)", "mod(i, 4)", "n::integer", "i::numeric", "i::double precision", "(i)::numeric > 1.5", "i::text", "(i = 7)::integer", "b::integer", "b::text",
    "i = j", "i <> j", "i < j", "i >= 0", "n > 1.5", "n <= (0)::numeric", "f > 0.25::double precision", "s = 'abc'", "s <> 'ABC'", "s < 'b'", "s >= v", "s = v::text", "v = 'a''b'::character varying",
    "c = 'ab'", "c <> 'ABCD'::bpchar", "b", "NOT b", "b = true", "b <> false", "b IS TRUE", "b IS NOT TRUE", "b IS FALSE", "b IS UNKNOWN", "i IS NULL", "s IS NOT NULL", "(i IS NULL) = (s IS NULL)",
    "b AND i > 0", "b OR i > 0", "NOT (b AND i > 0)", "(b OR i < 0) AND n > 0", "i IS DISTINCT FROM j", "i IS NOT DISTINCT FROM j", "s IS DISTINCT FROM v::text", "i BETWEEN 0 AND 5", "i NOT BETWEEN 0 AND 5",
    "i IN (7, 5)", "i NOT IN (7, 5)", "s = ANY (ARRAY['abc', ''])", "v::text = ANY ((ARRAY['ABC'::character varying, 'x'::character varying])::text[])", "s <> ALL (ARRAY['abc'])", "s = ANY ('{abc,\"Äß 名💡\",\"\"}'::text[])",
    "i > ALL (ARRAY[1, 2])", "i > ANY (ARRAY[1, 100])", "s LIKE 'a%'", "s NOT LIKE 'a%'", "v LIKE '%\\%%'", "s LIKE '%\\_c%'", "s LIKE '_b_'", "s ILIKE 'A%'", "v ILIKE 'abc'", "s LIKE ''", "v LIKE 'abc_'",
    "s ~ '^a'", "s ~ 'c$'", "v ~ 'c$'", "v ~ '^abc$'", "s ~ '^[a-z]+$'", "s !~ '[0-9]'", "s ~ 'line.break'", "s ~* '^ABC$'", "v ~* '^a[b-c]+$'", "s ~ '^(abc|line)'", "v ~ '^\\S*$'", "s ~ '^.{3}$'", "c ~ '^[A-Z]+$'", "c ~ '^a.{3}$'",
    "s ~ '^[^ ]*$'", "v ~ 'a\\%b'", "s ~ '\\d'", "c ~ '\\d'", "v ~ '[a%_-]'", "v ~ '[]a]'", "v ~ '^[[:digit:]]*$'", "s ~* 'ä'", "s ~ 'ß'", "s ~ 'a{1,2}b?c'", "s ~ 'x*'", "v ~ '#|&|~|-'", "v ~ '['", "s ~ '(?i)ABC'", "s ~ '\\mabc'", "s ~ ''",
    "length(s)", "char_length(v)", "octet_length(s)", "length(x)", "octet_length(x)", "lower(s)", "upper(s)", "lower(v) = s", "btrim(s)", "trim(s)", "ltrim(s)", "rtrim(s)", "trim(both 'a' from v)", "trim(leading 'A' from v)", "trim(both 'ab' from s)",
    "s || v", "s || '-' || v", "i || s", "u || s", "concat(s, v, i)", "coalesce(s, 'none')", "coalesce(i, j, 0)", "coalesce(s, v::text)", "nullif(i, 5)", "nullif(s, '')", "greatest(i, 5)", "least(i, j)", "greatest(i, j, 1)", "greatest(s, v::text)", "greatest(n, 2)",
    "strpos(s, 'b')", "position('b' in s)", "substring(s from 2)", "substring(s from 1 for 2)", "substring(v, 2, 3)", "substr(s, 2)", "left(s, 2)", "right(s, 2)", "left(s, -1)", "substring(s from 0 for 2)", "replace(s, 'b', 'x')", "replace(s, '', 'x')", "reverse(s)", "starts_with(s, 'ab')", "starts_with(s, '')",
    "num_nulls(i, s, b)", "num_nonnulls(i, j)", "cardinality(a)", "d = e", "d < e", "d - e", "d + 1", "d - 1", "d > '2000-01-01'::date", "d = '2024-02-29'", "ts > '2000-01-01 00:00:00'::timestamp without time zone", "d = ts", "d < ts", "ts::date", "ts::time",
    "d::timestamp", "ts + '1 day'::interval", "ts - '1 mon 2 days 03:04:05'::interval", "d + '1 mon'::interval", "d - '1 year'::interval", "extract(year from d)", "extract(month from ts)", "extract(day from d)", "extract(hour from ts)", "extract(minute from ct)", "extract(quarter from d)", "extract(dow from d)", "extract(epoch from ts)",
    "date_part('year', d)", "ct > '10:00:00'::time without time zone", "ct = '24:00:00'::time", "u = '7f000001-1111-4222-8333-444455556666'::uuid", "u < 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid", "u::text", "x = '\\x4142'::bytea", "x < '\\x79'::bytea",
    "jsonb_typeof(o) = 'object'", "jsonb_typeof(o) = 'array'", "jsonb_typeof(o) = 'string'", "jsonb_typeof(o) = 'boolean'", "jsonb_typeof(o) = 'null'", "jsonb_typeof(o) <> 'object'", "jsonb_typeof(o) = 'number'",
    "m = 'ok'", "m <> 'sad'::mood", "m IN ('ok', 'happy')", "m > 'sad'", "m::text", "m::text || '!'", "CASE WHEN i > 0 THEN 'pos' WHEN i < 0 THEN 'neg' ELSE 'zero' END", "CASE i WHEN 7 THEN 1 WHEN 5 THEN 2 END", "CASE WHEN b THEN n ELSE i END",
    "v::varchar(2)", "s::varchar(3)", "c::text", "c::text || '|'", "n::numeric(5,1)", "i::boolean", "s COLLATE \"C\" < 'b'", "a[1]", "o -> 'a'", "o ->> 'a'", "row(i, j) = row(1, 2)", "s SIMILAR TO 'a%'", "to_char(d, 'YYYY')", "md5(s)", "i # j", "i ^ 2", "i | 1", "(SELECT 1)", "now()", "f / 2", "n / 2",
    "NOT (s LIKE 'a%' OR v IS NULL) AND i > 0", "(i + j) * (i - j)", "i - (j - 1)", "- (i + 1)", "NOT i = j", "i = j IS TRUE", "1 - -i", "i::boolean = b", "NOT i::boolean", "(i / 2) * 2 = i", "(i % 2) + 1", "n::numeric(5,1) * 2", "(d - e) / 2", "(s || v) LIKE '%c'", "(CASE WHEN b THEN 1 ELSE 0 END) + i", "coalesce(i, 0) - (j - i)",
    "(b AND i > 0) = (j > 0)", "(i > 0 OR b) IS TRUE", "(b IS NULL) IS NOT FALSE", "NOT (NOT b)", "(i = j) <> b", "v ~* '[x-z ]'", "length(s || v) > 5", "upper(lower(s)) = upper(s)", "left(reverse(s), 1)",
  ]

  @Test func sameValues() async throws {
    try await TestPair.with(Self.table) { pair in
      for row in Self.rows {
        let postgres = row.replacing("'A0'", with: "'{}'").replacing("'A1'", with: "'{1}'").replacing("'A3'", with: "'{1,2,3}'")
        let mysql = row.replacing("'A0'", with: "'[]'").replacing("'A1'", with: "'[1]'").replacing("'A3'", with: "'[1, 2, 3]'")
        _ = try await pair.postgres.query("INSERT INTO t VALUES \(postgres)")
        _ = try await pair.mysql.query("INSERT INTO t VALUES \(mysql)")
      }
      let relation = try #require(pair.catalog.relation(named: "t"))
      let scope = TablePlanner.scope(of: TablePlanner(catalog: pair.catalog, target: .standard).plan(relation), catalog: pair.catalog)
      var declined: [String] = []
      for expression in Self.expressions {
        guard let converted = try? ExpressionConverter.convert(expression, in: scope) else {
          declined.append(expression)
          continue
        }
        try await compare(expression, converted, pair)
      }
      #expect(declined == Self.declined)
    }
  }

  private func compare(_ expression: String, _ converted: MySQLExpression, _ pair: TestPair) async throws {
    for id in 1...Self.rows.count {
      let a = try? await pair.postgres.query("SELECT \(expression) FROM t WHERE id = \(id)")
      let b = await Result { try await pair.mysql.query("SELECT \(converted.sql) FROM t WHERE id = \(id)") }
      // Where PostgreSQL raises an error, a check refuses the row on either server or not: no claim is made.
      guard let a else { continue }
      let left = SharedForm.postgres(a[0, 0], converted.kind)
      switch b {
      case .success(let rowset): #expect(left == SharedForm.mysql(rowset.rows.first?.first ?? nil, converted.kind), "\(expression) → \(converted.sql), row \(id)")
      case .failure(let error): Issue.record("\(expression) → \(converted.sql): \(error)")
      }
      if a[0, 0] == nil { #expect(converted.isNullable, "\(expression)") }
      if let length = converted.maximumLength, let text = a[0, 0], converted.kind == .text { #expect(text.unicodeScalars.count <= length, "\(expression)") }
    }
  }

  /// What has no certain equal, in the order above.
  static let declined = [
    "v ~ '['", "s ~ ''", "trim(both 'ab' from s)",
    "greatest(i, j, 1)", "greatest(s, v::text)", "left(s, -1)", "substring(s from 0 for 2)", "extract(dow from d)",
    "extract(epoch from ts)", "jsonb_typeof(o) = 'number'", "m > 'sad'", "s COLLATE \"C\" < 'b'", "a[1]", "o -> 'a'", "o ->> 'a'",
    "row(i, j) = row(1, 2)", "s SIMILAR TO 'a%'", "to_char(d, 'YYYY')", "md5(s)", "i # j", "i ^ 2", "i | 1", "(SELECT 1)",
    "now()", "f / 2", "n / 2",
  ]
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
