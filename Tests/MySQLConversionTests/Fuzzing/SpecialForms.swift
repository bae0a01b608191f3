import TestSupport

/// The constructs that are no plain calls, by result type.
extension ExpressionGenerator {
  mutating func special(_ type: String, _ depth: Int) -> Grown {
    var forms = Self.general + Self.writtenValues
    switch type {
    case "bool": forms += Self.conditions + Self.writtenConditions + Self.writtenConditions + Self.rangeConditions
    case "text": forms += Self.textForms + Self.textForms
    case "int4": forms += Self.integerForms
    case "int8", "numeric": forms += Self.numberForms
    case "date", "timestamp", "timestamptz": forms += Self.momentForms
    case "interval": forms += Self.intervalForms + Self.intervalForms
    case "jsonb", "_text", "_int4": forms += Self.documentForms
    default: break
    }
    if ["int4", "numeric", "date", "timestamp"].contains(type) { forms += Self.rangeBounds }
    let form = random.choice(forms)
    guard let node = form(&self, type, depth - 1) else { return leaf(type) }
    return random.chance(70) ? node : Grown(type, node.production, [.text("(")] + node.parts + [.text(")")])
  }

  typealias Form = @Sendable (inout ExpressionGenerator, String, Int) -> Grown?

  static let general: [Form] = [
    { g, t, d in g.made(t, "CASE", "CASE WHEN \(g.expression("bool", d)) THEN \(g.expression(t, d)) ELSE \(g.expression(t, d)) END") },
    { g, t, d in g.made(t, "CASE", "CASE WHEN \(g.expression("bool", d)) THEN \(g.expression(t, d)) END") },
    { g, t, d in
      let u = g.random.choice(["int4", "text", "date", "mood"])
      return g.made(t, "CASE \(u)", "CASE \(g.expression(u, d)) WHEN \(g.leaf(u)) THEN \(g.expression(t, d)) ELSE \(g.expression(t, d)) END")
    },
    { g, t, d in g.made(t, "coalesce \(t)", "coalesce(\(g.expression(t, d)), \(g.expression(t, d)))") },
    { g, t, d in g.made(t, "nullif \(t)", "nullif(\(g.expression(t, d)), \(g.expression(t, d)))") },
    { g, t, d in g.made(t, "greatest \(t)", "\(g.random.choice(["greatest", "least"]))(\(g.expression(t, d)), \(g.expression(t, d)))") },
  ]

  func made(_ type: String, _ production: String, _ text: GrownText) -> Grown { Grown(type, production, text.parts) }

  mutating func pick(_ list: String...) -> String { random.choice(list) }

  static let conditions: [Form] = [
    { g, t, d in
      let u = g.random.choice(Productions.types)
      let o = g.pick("=", "<>", "<", ">", "<=", ">=")
      return g.made(t, "\(o) \(u)", "(\(g.expression(u, d)) \(o) \(g.expression(u, d)))")
    },
    { g, t, d in
      let u = g.pick("int4", "text", "date", "numeric", "mood", "uuid", "varchar", "timestamp")
      let items = (0...g.random.below(3)).map { _ in g.expression(u, d) }
      return g.made(t, "IN \(u)", "\(g.expression(u, d)) \(g.pick("IN", "NOT IN")) (\(list: items))")
    },
    { g, t, d in
      let u = g.pick("int4", "text", "date", "numeric", "timestamp", "mood")
      let word = g.pick("BETWEEN", "NOT BETWEEN", "BETWEEN SYMMETRIC")
      return g.made(t, "\(word) \(u)", "\(g.expression(u, d)) \(word) \(g.expression(u, d)) AND \(g.expression(u, d))")
    },
    { g, t, d in g.made(t, "AND", "\(g.expression("bool", d)) \(g.pick("AND", "OR")) \(g.expression("bool", d))") },
    { g, t, d in g.made(t, "NOT", "NOT \(g.expression("bool", d))") },
    { g, t, d in
      let u = g.random.choice(Productions.types)
      return g.made(t, "IS NULL \(u)", "\(g.expression(u, d)) \(g.pick("IS NULL", "IS NOT NULL"))")
    },
    { g, t, d in g.made(t, "IS TRUE", "\(g.expression("bool", d)) \(g.pick("IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE", "IS UNKNOWN"))") },
    { g, t, d in
      let u = g.pick("int4", "text", "date", "bool", "numeric", "jsonb", "mood")
      return g.made(t, "DISTINCT \(u)", "\(g.expression(u, d)) IS \(g.pick("", "NOT "))DISTINCT FROM \(g.expression(u, d))")
    },
    { g, t, d in
      let word = g.pick("LIKE", "NOT LIKE", "ILIKE", "NOT ILIKE")
      let pattern = g.random.chance(75) ? Grown("text", [.text(g.pick("'a%'", "'%b'", "'a\\_b'", "'%\\\\%'", "'é%'", "'_'", "''", "'%\n%'", "'A_C'"))]) : g.expression("text", d)
      return g.made(t, word, "\(g.expression("text", d)) \(word) \(pattern)")
    },
    { g, t, d in
      let word = g.pick("~", "!~", "~*", "!~*")
      let pattern = g.pick(
        "^a", "b$", "[0-9]+", "a|b", "\\d", "\\s", "^$", "a{2}", "^\\w+@\\w+", "[^a-z]", "a.c", "(a|b)+$", "\\.", "[[:alpha:]]", "^.$", "x*y?", "é", "")
      return g.made(t, "\(word) \(pattern)", "\(g.expression("text", d)) \(word) '\(pattern)'")
    },
    { g, t, d in
      let pattern = g.pick("a%", "(a|b)%", "a.c", "[a-c]{2,3}_?", "%\\%%", "_", "")
      return g.made(t, "SIMILAR \(pattern)", "\(g.expression("text", d)) \(g.pick("SIMILAR TO", "NOT SIMILAR TO")) '\(pattern)'")
    },
    { g, t, d in g.made(t, "= ANY int4", "\(g.expression("int4", d)) \(g.pick("= ANY", "<> ALL", "> ALL", "< ANY")) (\(g.expression("_int4", d)))") },
    { g, t, d in g.made(t, "= ANY text", "\(g.expression("text", d)) \(g.pick("= ANY", "<> ALL")) (\(g.expression("_text", d)))") },
    { g, t, d in g.made(t, "ANY ARRAY", "\(g.expression("text", d)) \(g.pick("= ANY", "<> ALL", "<> ANY", "= ALL", "LIKE ANY")) (ARRAY[\(g.leaf("text")), \(g.leaf("text"))])") },
    { g, t, d in g.made(t, "EXISTS", "EXISTS (SELECT 1 FROM g WHERE g.t_id = \(g.columns["int4"]?.last ?? "id") AND \(g.pick("g.qty > 0", "g.name LIKE 'a%'", "g.price < 2", "g.at IS NULL")))") },
    { g, t, d in
      let (u, c) = g.random.choice([("int4", "qty"), ("text", "name"), ("numeric", "price"), ("timestamp", "at")])
      return g.made(t, "IN query", "\(g.expression(u, d)) \(g.pick("IN", "NOT IN")) (SELECT g.\(c) FROM g WHERE \(g.pick("true", "g.qty > 0", "g.name IS NOT NULL")))")
    },
    { g, t, d in
      let (u, v) = (g.pick("int4", "text"), g.pick("int4", "date"))
      return g.made(t, "row \(u) \(v)", "(\(g.expression(u, d)), \(g.expression(v, d))) \(g.pick("=", "<", ">=", "<>")) (\(g.expression(u, d)), \(g.expression(v, d)))")
    },
    { g, t, d in
      let u = g.pick("_int4", "_text")
      return g.made(t, "array op", "\(g.expression(u, d)) \(g.pick("@>", "<@", "&&", "=", "<>", "<", "<=", ">", ">=")) \(g.expression(u, d))")
    },
    { g, t, d in g.made(t, "jsonb op", "\(g.expression("jsonb", d)) \(g.pick("@>", "<@", "=", "<>")) \(g.expression("jsonb", d))") },
    { g, t, d in
      let (o, path) = g.random.choice([
        ("@?", "$.a"), ("@?", "$.a.b"), ("@?", "$[*]"), ("@?", "$.a[*]"), ("@?", "$.a[*] ? (@ > 1)"), ("@?", "$ ? (@.a == 1 || @.b == null)"), ("@@", "$.a > 1"), ("@@", "$.a == \"x\""),
        ("@@", "$[*] != 1"), ("@@", "exists($.a.b)"), ("@@", "$.a == true"), ("@@", "$.b != null"),
      ])
      return g.made(t, "\(o) \(path)", "\(g.expression("jsonb", d)) \(o) '\(path)'")
    },
    { g, t, d in g.made(t, "jsonb keys op", "\(g.expression("jsonb", d)) \(g.pick("?|", "?&")) \(g.expression("_text", d))") },
    { g, t, d in
      let word = g.pick("'x'", "'1'", "'true'", "''", "'2024-01-01'", "'y'", "'-3'", "'100'", "'1.5'", "'zz'")
      return g.made(t, "->> word", "\(g.random.chance(50) ? "lower" : "coalesce")(jb \(g.pick("->> 'a'", "->> 'b'", "#>> '{a,b}'", "-> 'a' ->> 'b'", "->> 0"))) \(g.pick("=", "<>", "<", ">=", "LIKE", "IS DISTINCT FROM")) \(word)")
    },
    { g, t, d in g.made(t, "?", "\(g.expression("jsonb", d)) ? '\(g.pick("a", "b", "x", "é"))'") },
    { g, t, d in g.made(t, "@>", "\(g.expression("jsonb", d)) @> '\(g.pick(#"{"a": 1}"#, "[]", "{}", #"{"a": "x"}"#, "1", #"["a"]"#))'") },
    { g, t, d in
      let (u, v) = (g.pick("date", "timestamp", "time", "timestamptz"), g.random.chance(25))
      return g.made(t, "OVERLAPS \(u)", "(\(g.leaf(u)), \(g.leaf(v ? "interval" : u))) OVERLAPS (\(g.leaf(u)), \(g.leaf(u)))")
    },
    { g, t, d in g.made(t, "interval BETWEEN", "\(g.expression("interval", d)) \(g.pick("BETWEEN", "NOT BETWEEN")) \(g.expression("interval", d)) AND \(g.leaf("interval"))") },
    { g, t, d in g.made(t, "interval IN", "\(g.expression("interval", d)) IN (\(g.leaf("interval")), \(g.leaf("interval")))") },
    { g, t, d in g.made(t, "->> =", "\(g.expression("jsonb", d)) ->> '\(g.pick("a", "b", "é"))' \(g.pick("=", "<>", "IN", "LIKE")) ('\(g.pick("x", "1", "y", "true", ""))')") },
    { g, t, d in
      let word = g.pick("LIKE ANY", "LIKE ALL", "NOT LIKE ALL", "ILIKE ANY", "NOT LIKE ANY")
      return g.made(t, word, "\(g.expression("text", d)) \(word) (ARRAY[\(g.pick("'a%'", "'%b'", "'_'", "NULL")), \(g.expression("text", d))])")
    },
    { g, t, d in g.made(t, "row IS NULL", "(\(g.expression("int4", d)), \(g.expression("text", d))) \(g.pick("IS NULL", "IS NOT NULL"))") },
    { g, t, d in
      let (u, v) = (g.pick("bpchar", "varchar", "text"), g.pick("bpchar", "varchar"))
      return g.made(t, "\(u) \(v)", "\(g.expression(u, d)) \(g.pick("=", "<>", "IS DISTINCT FROM")) \(g.expression(v, d))")
    },
    { g, t, d in g.made(t, "bpchar LIKE", "\(g.expression("bpchar", d)) \(g.pick("LIKE", "NOT LIKE", "~", "!~")) '\(g.pick("a%", "a_", "% ", "a", "b$", "^a"))'") },
    { g, t, d in g.made(t, "bytea LIKE", "\(g.expression("bytea", d)) LIKE '\\x\(g.pick("6125", "255f", "25", "c325"))'::bytea") },
    { g, t, d in g.made(t, "starts_with", "starts_with(\(g.expression("text", d)), \(g.expression("text", d)))") },
    { g, t, d in g.made(t, "mood <", "\(g.leaf("mood")) \(g.pick("<", ">=", "=", "<>")) \(g.expression("mood", d))") },
  ]

  static let textForms: [Form] = [
    { g, t, d in
      let pattern = g.pick("(\\w)(\\w)?", "^(.*?),(.*)$", "([a-z]+)|([0-9]+)", "(a)(b)?", "[^ ]+", "(.)$", "^(\\s*)(\\S*)")
      return g.made(t, "regexp_match \(pattern)", "(regexp_match(\(g.expression("text", d)), '\(pattern)'))[\(g.pick("1", "2"))]")
    },
    { g, t, d in
      let pattern = g.pick("a", "[0-9]+", "\\w+", "^.", ".$", "foo|fo", "a|ab|abc")
      return g.made(t, "regexp_substr \(pattern)", "regexp_substr(\(g.expression("text", d)), '\(pattern)', \(g.pick("1", "2", "3")), \(g.pick("1", "2"))\(g.pick("", ", 'i'", ", 'n'")))")
    },
    { g, t, d in
      let pattern = g.pick("^\\s+|\\s+$", "[^a-z]+", "a|ab", "^.", "(a)|b", "b$")
      return g.made(t, "regexp_replace \(pattern)", "regexp_replace(\(g.expression("text", d)), '\(pattern)', '\(g.pick("", "-", "<\\&>"))', \(g.pick("'g'", "'gn'", "'gi'", "2", "1, 2", "2, 0, 'p'")))")
    },
    { g, t, d in g.made(t, "format width", "format('\(g.pick("|%5s|%-4s|", "%1$3s%1$-3s%2$s", "%-6L%s"))', \(g.expression("text", d)), \(g.expression(g.pick("int4", "text", "date", "bpchar"), d)))") },
    { g, t, d in g.made(t, "hash", "\(g.pick("md5", "md5"))(\(g.expression("text", d)))") },
    { g, t, d in g.made(t, "hash hex", "encode(\(g.pick("sha256", "sha512"))(\(g.expression("bytea", d))), 'hex')") },
    { g, t, d in g.made(t, "char(n)", "\(g.expression("text", d))::char(\(g.pick("1", "3")))::text") },
    { g, t, d in g.made(t, "concat bpchar", "\(g.pick("concat", "concat_ws"))(\(g.expression(g.pick("bpchar", "text"), d)), \(g.expression("bpchar", d)))") },
    { g, t, d in g.made(t, "substring", "substring(\(g.expression("text", d)) from \(g.expression("int4", d)) for \(g.expression("int4", d)))") },
    { g, t, d in g.made(t, "substring regex", "substring(\(g.expression("text", d)) from '\(g.pick("a.", "[0-9]+", "b+", "a(.)", "^.", "\\w+$"))')") },
    { g, t, d in g.made(t, "trim", "trim(\(g.pick("both", "leading", "trailing")) \(g.random.chance(70) ? Grown("text", [.text(g.pick("'x'", "'ab'", "' '", "'a'", "'-]^'"))]) : g.expression("text", d)) from \(g.expression("text", d)))") },
    { g, t, d in g.made(t, "overlay", "overlay(\(g.expression("text", d)) placing \(g.expression("text", d)) from \(g.expression("int4", d)) for \(g.expression("int4", d)))") },
    { g, t, d in
      let u = g.pick("text", "int4", "varchar", "date", "bool", "numeric", "bpchar", "timestamp", "float8", "uuid", "mood", "int8")
      return g.made(t, "|| \(u)", "\(g.expression("text", d)) || \(g.expression(u, d))")
    },
    { g, t, d in
      let u = g.pick("text", "int4", "bool", "numeric", "date", "timestamp")
      return g.made(t, "concat \(u)", "concat(\(g.expression(u, d)), \(g.expression("text", d)))")
    },
    { g, t, d in
      let u = g.pick("text", "int4", "bool")
      return g.made(t, "concat_ws \(u)", "concat_ws(\(g.expression("text", d)), \(g.expression("text", d)), \(g.expression(u, d)))")
    },
    { g, t, d in g.made(t, "format", "format('\(g.pick("%s-%s", "%s: %s", "%%%s%s", "%2$s %1$s"))', \(g.expression("text", d)), \(g.expression(g.pick("int4", "text", "bool", "date"), d)))") },
    { g, t, d in g.made(t, "string_agg sub", "(SELECT string_agg(g.name, ',' ORDER BY g.id) FROM g WHERE g.t_id = \(g.columns["int4"]?.last ?? "id"))") },
    { g, t, d in
      let pattern = g.pick(
        "YYYY-MM-DD", "HH24:MI", "Mon DD", "DDD", "IYYY-IW", "Day", "Q", "FMMonth", "YYYYMMDDHH24MISS", "MS", "US", "Dy", "W", "AM", "DD/MM/YYYY", "FMDD FMMon YYYY",
        "HH12:MI:SS AM", "YY", "D", "ID", "WW", "\"Day\" DD", "Month", "HH:MI pm", "TMMonth", "J", "YYYY-MM-DD\"T\"HH24:MI:SS.US")
      return g.made(t, "to_char '\(pattern)'", "to_char(\(g.expression(g.pick("timestamp", "date", "timestamptz"), d)), '\(pattern)')")
    },
    { g, t, d in
      let pattern = g.pick("999", "FM999", "000", "9999.99", "FM0.00", "9,999", "FM999,999,990.00", "S999", "FM99.9", "L999")
      return g.made(t, "to_char '\(pattern)'", "to_char(\(g.expression(g.pick("int4", "numeric", "float8"), d)), '\(pattern)')")
    },
    { g, t, d in
      let pattern = g.pick("HH24:MI:SS", "HH12:MI AM", "MI", "SS", "FMHH24", "DD HH24:MI", "SSSS", "MS")
      return g.made(t, "to_char time '\(pattern)'", "to_char(\(g.expression(g.pick("time", "interval"), d)), '\(pattern)')")
    },
    { g, t, d in g.made(t, "to_char any", "to_char(\(g.expression(g.pick("timestamp", "date", "timestamptz"), d)), \(g.expression("text", d)))") },
    { g, t, d in g.made(t, "interval::text", "(\(g.expression("interval", d)))::text") },
    { g, t, d in g.made(t, "->>", "\(g.expression("jsonb", d)) ->> '\(g.pick("a", "b", "é", "a b", "x\"y"))'") },
    { g, t, d in g.made(t, "->> int", "\(g.expression("jsonb", d)) ->> \(g.pick("0", "1", "-1"))") },
    { g, t, d in g.made(t, "#>>", "\(g.expression("jsonb", d)) #>> '{\(g.pick("a", "a,b", "0", "a,b,1"))}'") },
    { g, t, d in
      let u = g.pick("int4", "text", "-", "numeric")
      let n = g.pick("1", "2", "3", "-1", "-2", "7")
      return g.made(t, "split_part", u == "-" ? "split_part(\(g.expression("text", d)), '\(g.pick(",", " ", "a", "ab", "."))', \(n))" : "split_part(\(g.expression("text", d)), \(g.leaf("text")), \(n))")
    },
    { g, t, d in g.made(t, "regexp_replace", "regexp_replace(\(g.expression("text", d)), '\(g.pick("a", "[0-9]+", "(.)b", "^\\s+", "\\W", "b*"))', '\(g.pick("", "X", "\\1", "\\&", "$1", "a\\\\b"))'\(g.pick("", ", 'g'", ", 'gi'", ", 'i'")))") },
    { g, t, d in g.made(t, "array_to_string", "array_to_string(\(g.expression(g.pick("_text", "_int4"), d)), '\(g.pick(",", "", "; "))')") },
    { g, t, d in g.made(t, "lpad", "\(g.pick("lpad", "rpad"))(\(g.expression("text", d)), \(g.random.chance(70) ? Grown("int4", [.text(g.pick("3", "0", "-1", "8"))]) : g.expression("int4", d)), \(g.random.chance(70) ? Grown("text", [.text(g.pick("'0'", "'xy'", "''", "' '"))]) : g.expression("text", d)))") },
    { g, t, d in g.made(t, "left", "\(g.pick("left", "right"))(\(g.expression("text", d)), \(g.pick("0", "1", "2", "-1", "-2", "100")))") },
    { g, t, d in g.made(t, "ta[i]", "(\(g.expression("_text", d)))[\(g.expression("int4", d))]") },
    { g, t, d in g.made(t, "array_to_string null", "array_to_string(\(g.expression(g.pick("_text", "_int4"), d)), \(g.leaf("text")), \(g.leaf("text")))") },
    { g, t, d in g.made(t, "jsonb_pretty", "jsonb_pretty(\(g.pick("jsonb_build_object", "jsonb_build_array"))('a', \(g.expression(g.pick("text", "int4", "bool"), d))))") },
    { g, t, d in g.made(t, "build ->>", "jsonb_build_object('k', \(g.expression(g.pick("text", "int4", "bool", "date", "_int4"), d))) ->> 'k'") },
    { g, t, d in g.made(t, "ta[]", "(\(g.expression("_text", d)))[\(g.pick("1", "2", "0"))]") },
    { g, t, d in g.made(t, "translate", "translate(\(g.expression("text", d)), '\(g.pick("ab", "abc", "é", " ", "aa"))', '\(g.pick("", "xy", "ba", "x"))')") },
    { g, t, d in g.made(t, "encode", "encode(\(g.expression("bytea", d)), '\(g.pick("hex", "base64", "escape"))')") },
  ]

  static let integerForms: [Form] = [
    { g, t, d in g.made(t, "position", "position(\(g.expression("text", d)) in \(g.expression("text", d)))") },
    { g, t, d in g.made(t, "->>::int", "(\(g.expression("jsonb", d)) ->> '\(g.pick("a", "b", "n"))')::int") },
    { g, t, d in g.made(t, "ia[]", "(\(g.expression("_int4", d)))[\(g.pick("1", "2", "0"))]") },
    { g, t, d in g.made(t, "ia[i]", "(\(g.expression("_int4", d)))[\(g.expression("int4", d))]") },
    { g, t, d in g.made(t, "array_position", "array_position(\(g.expression("_int4", d)), \(g.expression("int4", d))\(g.pick("", ", 1", ", 2")))") },
    { g, t, d in g.made(t, "array_length", "array_length(\(g.expression(g.pick("_int4", "_text"), d)), 1)") },
    { g, t, d in g.made(t, "cardinality", "cardinality(\(g.expression(g.pick("_int4", "_text"), d)))") },
    { g, t, d in g.made(t, "extract::int", "extract(\(g.field()) from \(g.expression(g.pick("timestamp", "date", "timestamptz"), d)))::int") },
    { g, t, d in g.made(t, "max sub", "(SELECT \(g.pick("max", "min"))(g.qty) FROM g WHERE g.t_id = \(g.columns["int4"]?.last ?? "id"))") },
    { g, t, d in g.made(t, "date - date", "\(g.expression("date", d)) - \(g.expression("date", d))") },
  ]

  mutating func field() -> String {
    pick("year", "month", "day", "hour", "minute", "second", "dow", "isodow", "doy", "week", "quarter", "epoch", "century", "isoyear", "decade", "millisecond", "microsecond")
  }

  static let numberForms: [Form] = [
    { g, t, d in
      let call = t == "int8" ? g.pick("count(*)", "count(g.name)", "count(DISTINCT g.qty)", "sum(g.qty)") : g.pick("sum(g.price)", "avg(g.price)", "avg(g.qty)", "max(g.price)", "round(avg(g.price), 3)")
      return g.made(t, "sub \(call)", "(SELECT \(call) FROM g WHERE g.t_id = \(g.columns["int4"]?.last ?? "id"))")
    },
    { g, t, d in
      guard t == "numeric" else { return nil }
      let (field, u) = (g.field(), g.pick("timestamp", "date", "timestamptz", "interval", "time"))
      return g.made(t, "extract \(field) \(u)", "extract(\(field) from \(g.expression(u, d)))")
    },
    { g, t, d in t == "numeric" ? g.made(t, "round", "round(\(g.expression("numeric", d)), \(g.pick("0", "1", "2", "-1", "5")))") : nil },
    { g, t, d in t == "numeric" ? g.made(t, "->>::numeric", "(\(g.expression("jsonb", d)) ->> '\(g.pick("a", "k"))')::numeric") : nil },
  ]

  static let momentForms: [Form] = [
    { g, t, d in
      guard t != "date" else { return g.made(t, "date + int", "\(g.expression("date", d)) \(g.pick("+", "-")) \(g.expression("int4", d))") }
      let unit = g.pick("year", "month", "day", "hour", "week", "quarter", "minute", "second", "decade", "century", "milliseconds")
      if t == "timestamptz", g.random.chance(20) { return g.made(t, "date_trunc \(unit) zone", "date_trunc('\(unit)', \(g.expression(t, d)), '\(g.pick("+02", "UTC", "-05:30"))')") }
      if g.random.chance(15) { return g.made(t, "date_bin \(t)", "date_bin('\(g.pick("15 minutes", "1 day", "7 seconds", "36:00", "2 weeks"))', \(g.expression(t, d)), \(g.leaf(t)))") }
      return g.made(t, "date_trunc \(unit) \(t)", "date_trunc('\(unit)', \(g.expression(t, d)))")
    },
    { g, t, d in
      guard t != "date" else { return g.made(t, "date", "date(\(g.expression("timestamp", d)))") }
      let interval = g.pick(
        "interval '1 day'", "interval '1 month'", "interval '90 minutes'", "interval '-1 hour'", "interval '1 year 2 months'", "interval '1 day 02:03:04.5'", "'1 week'::interval",
        "make_interval(days => \(g.pick("1", "-3", "i2")))", "i2 * interval '1 minute'", "interval '1.5 days'", "iv")
      return g.made(t, "\(t) + interval", "\(g.expression(t, d)) \(g.pick("+", "-")) \(interval)")
    },
    { g, t, d in
      switch t {
      case "timestamp": return g.made(t, "AT TIME ZONE", "\(g.expression("timestamptz", d)) AT TIME ZONE '\(g.pick("UTC", "+02", "EST", "-03:30", "Europe/Berlin"))'")
      case "timestamptz": return g.made(t, "AT TIME ZONE tz", "\(g.expression("timestamp", d)) AT TIME ZONE '\(g.pick("UTC", "+02", "EST", "-03:30", "Europe/Berlin"))'")
      default: return g.made(t, "make_date", "make_date(\(g.pick("2024", "2023")), \(g.pick("1", "2", "12")), \(g.pick("1", "28")))")
      }
    },
    { g, t, d in
      let text = g.pick("'2024-02-29'", "'2021-12-31'", "s")
      return t == "timestamptz" ? g.made(t, "to_timestamp", "to_timestamp(\(g.expression("float8", d)))") : t == "date" ? g.made(t, "to_date", "to_date(\(text), 'YYYY-MM-DD')") : nil
    },
  ]

  static let intervalForms: [Form] = [
    { g, t, d in
      let u = g.pick("timestamp", "timestamptz", "time")
      return g.made(t, "\(u) - \(u)", "(\(g.expression(u, d)) - \(g.expression(u, d)))")
    },
    { g, t, d in g.made(t, "age", g.random.chance(70) ? "age(\(g.expression("timestamp", d)), \(g.expression("timestamp", d)))" : "age(\(g.leaf("timestamp")))") },
    { g, t, d in g.made(t, "n * interval", "\(g.expression(g.pick("int4", "int2", "numeric"), d)) * interval '\(g.pick("1 day", "1 month", "00:00:01", "1 year 3 days"))'") },
    { g, t, d in g.made(t, "||::interval", "(\(g.expression("int2", d)) || '\(g.pick(" days", " hours", "mon", " years 2 days"))')::interval") },
    { g, t, d in g.made(t, "make_interval", "make_interval(\(g.pick("days", "hours", "months", "secs", "weeks")) => \(g.expression("int2", d)), \(g.pick("years", "mins")) => \(g.leaf("int2")))") },
    { g, t, d in g.made(t, "time::interval", "(\(g.expression("time", d)))::interval") },
    { g, t, d in g.made(t, "date_trunc interval", "date_trunc('\(g.pick("hour", "day", "month", "minute", "year"))', \(g.expression("interval", d)))") },
    { g, t, d in
      let call = g.pick("sum", "avg")
      return g.made(t, "sub \(call) interval", "(SELECT \(call)(g.at - \(g.columns["timestamp"]?.last ?? "timestamp '2020-01-01'")) FROM g WHERE g.qty > 0)")
    },
  ]

  static let documentForms: [Form] = [
    { g, t, d in
      switch t {
      case "jsonb": g.made(t, "->", "\(g.expression("jsonb", d)) -> \(g.pick("'a'", "'b'", "'é'", "0", "-1"))")
      case "_text": g.made(t, "ARRAY text", "ARRAY[\(g.expression("text", d)), \(g.expression("text", d))]")
      default: g.made(t, "ARRAY int4", "ARRAY[\(g.expression("int4", d)), \(g.expression("int4", d))]")
      }
    },
    { g, t, d in
      switch t {
      case "jsonb":
        let u = g.random.choice(Productions.types)
        return g.made(t, "build_object \(u)", "jsonb_build_object('k', \(g.expression(u, d)), 'm', \(g.leaf("int4")))")
      case "_text": return g.made(t, "string_to_array", "string_to_array(\(g.expression("text", d)), '\(g.pick(",", "", "a", " "))')")
      default: return g.made(t, "array_agg sub", "(SELECT array_agg(g.qty ORDER BY g.id) FROM g WHERE g.t_id = \(g.columns["int4"]?.last ?? "id"))")
      }
    },
    { g, t, d in
      switch t {
      case "jsonb":
        let u = g.random.choice(Productions.types)
        return g.made(t, "build_array \(u)", "jsonb_build_array(\(g.expression(u, d)), \(g.leaf("text")))")
      case "_text": return g.made(t, "array_append text", "array_append(\(g.expression("_text", d)), \(g.expression("text", d)))")
      default: return g.made(t, "array_append int4", "array_append(\(g.expression("_int4", d)), \(g.expression("int4", d)))")
      }
    },
    { g, t, d in
      switch t {
      case "jsonb":
        let u = g.random.choice(Productions.types)
        return g.made(t, "to_jsonb \(u)", "to_jsonb(\(g.expression(u, d)))")
      case "_text": return g.made(t, "array_remove", "array_remove(\(g.expression("_text", d)), \(g.expression("text", d)))")
      default: return g.made(t, "array || int4", "\(g.expression("_int4", d)) || \(g.expression("_int4", d))")
      }
    },
    { g, t, d in t == "jsonb" ? g.made(t, "jsonb_set", "jsonb_set(\(g.expression("jsonb", d)), '{\(g.pick("a", "b", "a,b"))}', \(g.expression("jsonb", d)))") : nil },
    { g, t, d in
      switch t {
      case "jsonb":
        let call = g.pick("jsonb_set", "jsonb_insert")
        return g.made(t, "\(call) path", "\(call)(\(g.expression("jsonb", d)), '{\(g.pick("0", "a,0", "-1", "a,b,1", "a,-1", "b,1,c", "z", "7"))}', \(g.expression("jsonb", d))\(g.pick("", ", true", ", false")))")
      case "_text":
        let call = g.pick("array_replace", "array_cat", "array_prepend")
        return switch call {
        case "array_replace": g.made(t, call, "array_replace(\(g.expression("_text", d)), \(g.expression("text", d)), \(g.expression("text", d)))")
        case "array_cat": g.made(t, call, "array_cat(\(g.expression("_text", d)), \(g.expression("_text", d)))")
        default: g.made(t, call, "array_prepend(\(g.expression("text", d)), \(g.expression("_text", d)))")
        }
      default: return g.made(t, "array_positions", "array_positions(\(g.expression("_text", d)), \(g.expression("text", d)))")
      }
    },
    { g, t, d in
      switch t {
      case "jsonb": return g.made(t, "#> path", "\(g.expression("jsonb", d)) #> '{\(g.pick("0", "a,0", "-1", "a,b,1", "a,-1", "b,1", "a,0,b"))}'")
      default: return g.made(t, "slice \(t)", "(\(g.expression(t, d)))[\(g.pick("1", "2", "0", "", "i2", "-1")):\(g.pick("1", "2", "", "i2", "3"))]")
      }
    },
    { g, t, d in
      switch t {
      case "jsonb": return g.made(t, "|| build", "\(g.expression("jsonb", d)) || jsonb_build_object('\(g.pick("a", "z"))', \(g.expression(g.random.choice(Productions.types), d)))")
      case "_text": return g.made(t, "string_to_array null", "string_to_array(\(g.expression("text", d)), \(g.random.chance(50) ? g.leaf("text") : Grown("text", [.text(g.pick("','", "''", "NULL", "'a'"))])), \(g.leaf("text")))")
      default: return g.made(t, "trim_array", "trim_array(\(g.expression("_int4", d)), \(g.pick("0", "1", "2")))")
      }
    },
    { g, t, d in
      t == "jsonb" ? g.made(t, "path query", "\(g.pick("jsonb_path_query_first", "jsonb_path_query_array"))(\(g.expression("jsonb", d)), '\(g.pick("$.a", "$.a.b", "$[*]", "$.a[*]", "$[0]", "$[last]", "$.a.b[*].c", "$.a[*] ? (@ > 1)", "$[*] ? (@ == \"a\")"))')") : g.made(t, "array_fill", "array_fill(\(t == "_int4" ? g.expression("int4", d) : g.expression("text", d)), ARRAY[\(g.pick("0", "1", "3"))])")
    },
    { g, t, d in t == "jsonb" ? g.made(t, "jsonb - key", "\(g.expression("jsonb", d)) - '\(g.pick("a", "b"))'") : nil },
    { g, t, d in t == "jsonb" ? g.made(t, "jsonb_agg sub", "(SELECT jsonb_agg(\(g.pick("g.qty", "g.name", "g.price")) ORDER BY g.id) FROM g WHERE g.t_id = \(g.columns["int4"]?.last ?? "id"))") : nil },
  ]
}
