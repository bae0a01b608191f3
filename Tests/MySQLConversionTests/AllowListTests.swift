import MySQLConversion
import PostgresServer
import ServerComparison
import Testing

/// What no rule and no table names is declined: operators, functions, casts, types and aggregates that nobody can know, for the test makes them
/// up, and many of which have the names of known ones.
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct AllowListTests {
  @Test func whatIsMadeUpIsDeclined() async throws {
    try await PairedDatabase.with("sqlferry_allow", scripts: [Self.inventions]) { pair in
      let runner = try await StatementRunner(pair)
      for sql in Self.statements {
        guard case .accepted(let description)? = await StatementValidator(pair.postgres).validate([ValidationRequest(sql)]).first else {
          Issue.record("PostgreSQL refuses \(sql)")
          continue
        }
        let rewrite = try runner.rewrite(sql, description)
        #expect(rewrite.conversion.status == .manual, "\(sql) → \(rewrite.text)")
        #expect(rewrite.conversion.findings.contains { $0.severity == .error && !$0.message.isEmpty && !$0.help.isEmpty }, "\(sql) has no help: \(rewrite.conversion.findings)")
      }
    }
  }

  /// Every operator symbol of some letters, over built-in types for which pg_catalog has none.
  private static let symbols = ["===", "<~>", "@@@@", "##>", "~=~", "<#>#", "|+|", "&&&", "%%%", "^^"]
  private static let names = ["lower", "upper", "length", "concat", "coalesce_all", "now", "abs", "substr", "round", "md5", "to_char", "json_build", "ifnull", "if", "date_format", "group_concat", "rand", "uuid"]

  private static let inventions =
    "CREATE TYPE money_amount AS (units int, cents int); CREATE TYPE shade AS ENUM ('dark', 'light'); CREATE DOMAIN score AS int CHECK (VALUE >= 0);"
    + "CREATE TABLE x (id int PRIMARY KEY, s text, n numeric(10,2), d date, a money_amount, p point, sh shade, sc score);"
    + names.enumerated().map { "CREATE FUNCTION \($1)(point, int) RETURNS text LANGUAGE sql AS 'SELECT ''\($0)''';" }.joined()
    + "CREATE FUNCTION lower(int) RETURNS int LANGUAGE sql AS 'SELECT -1'; CREATE FUNCTION ifnull(text, text) RETURNS text LANGUAGE sql AS 'SELECT $2';"
    + "CREATE FUNCTION pick(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1'; CREATE FUNCTION truth(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT false';"
    + symbols.map { "CREATE OPERATOR \($0) (FUNCTION = truth, LEFTARG = text, RIGHTARG = text);" }.joined()
    + "CREATE OPERATOR + (FUNCTION = pick, LEFTARG = text, RIGHTARG = text); CREATE OPERATOR ! (FUNCTION = lower, RIGHTARG = int);"
    + "CREATE FUNCTION bigger(money_amount, money_amount) RETURNS boolean LANGUAGE sql AS 'SELECT ($1).units > ($2).units'; CREATE OPERATOR >> (FUNCTION = bigger, LEFTARG = money_amount, RIGHTARG = money_amount);"
    + "CREATE AGGREGATE longest(text) (SFUNC = pick, STYPE = text); CREATE AGGREGATE string_agg(text) (SFUNC = pick, STYPE = text);"
    + "CREATE FUNCTION rows_of(int) RETURNS SETOF int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION unnest(text) RETURNS SETOF text LANGUAGE sql AS 'SELECT $1';"
    + "CREATE FUNCTION as_money(int) RETURNS money_amount LANGUAGE sql AS 'SELECT ROW($1, 0)::money_amount'; CREATE CAST (int AS money_amount) WITH FUNCTION as_money(int);"
    + "CREATE SCHEMA other; CREATE FUNCTION other.lower(text) RETURNS text LANGUAGE sql AS 'SELECT ''no''';"

  private static let statements =
    names.map { "SELECT \($0 == "if" ? "\"if\"" : $0)(p, id) FROM x" } + symbols.map { "SELECT id FROM x WHERE s \($0) 'a'" }
    + [
      "SELECT lower(id) FROM x", "SELECT ifnull(s, 'a') FROM x", "SELECT other.lower(s) FROM x", "SELECT s + s FROM x", "SELECT ! id FROM x", "SELECT s OPERATOR(public.+) 'b' FROM x",
      "SELECT id FROM x WHERE a >> a", "SELECT longest(s) FROM x", "SELECT string_agg(s) FROM x", "SELECT string_agg(s ORDER BY id) FROM x GROUP BY d",
      "SELECT longest(s) OVER (ORDER BY id) FROM x", "SELECT * FROM rows_of(3)", "SELECT rows_of(id) FROM x", "SELECT * FROM unnest('a'::text)", "SELECT unnest(s) FROM x",
      "SELECT id::money_amount FROM x", "SELECT (a).units FROM x", "SELECT a FROM x", "SELECT a = a FROM x", "SELECT p FROM x", "SELECT p ~= p FROM x", "SELECT x FROM x", "SELECT row_to_json(x)::text FROM x",
      "SELECT count(a) FROM x WHERE a IS NULL", "SELECT id FROM x ORDER BY s USING ~<~", "SELECT id FROM x ORDER BY a", "SELECT DISTINCT a FROM x", "SELECT s FROM x GROUP BY s, a",
      "SELECT id FROM x TABLESAMPLE SYSTEM (10)", "SELECT id FROM ONLY x WHERE xmin = '1'", "SELECT ctid FROM x", "SELECT tableoid FROM x",
      "UPDATE x SET a.units = 1", "UPDATE x SET s = pick(s, 'y')", "INSERT INTO x (id, a) VALUES (1, ROW(1, 2))", "DELETE FROM x WHERE truth(s, 'z')",
      "SELECT CASE WHEN s === 'a' THEN 1 END FROM x", "SELECT sum(lower(id)) FILTER (WHERE s <~> 'b') FROM x", "SELECT coalesce(ifnull(s, s), 'c') FROM x", "SELECT s FROM x WHERE id IN (SELECT lower(id) FROM x)",
      "SELECT id FROM x WHERE id = ANY (ARRAY(SELECT rows_of(1)))", "SELECT max(p::text) FROM x",
    ]
}
