/// Conditions and values as applications write them: lists with NULL, keyset rows, optional parameters, casts of parameters, escapes.
extension ExpressionGenerator {
  /// A parameter with a cast that names its type.
  mutating func castParameter(_ type: String) -> Grown? {
    guard let values = Self.parameters[type] else { return nil }
    let names = ["_int4": "int[]", "_text": "text[]", "int4": "int", "timestamptz": "timestamp with time zone", "float8": "double precision", "int8": "bigint", "bool": "boolean"]
    let name = random.chance(60) ? names[type] ?? type : type
    let value = Grown(type, [.parameter(.init(text: random.chance(10) ? nil : random.choice(values), type: type))])
    let text: GrownText = random.chance(60) ? "\(value)::\(name)" : "CAST(\(value) AS \(name))"
    return Grown(type, "$::\(type)", text.parts)
  }

  static let writtenConditions: [Form] = [
    { g, t, d in
      let u = g.pick("int4", "text", "date", "numeric", "mood", "varchar")
      let (a, b) = (g.leaf(u), g.leaf(u))
      return g.made(t, "IN NULL \(u)", "\(g.expression(u, d)) \(g.pick("IN", "NOT IN")) (\(a), NULL\(g.pick("", ", \(b.rendered().parameters.isEmpty ? b.rendered().sql : "NULL")")))")
    },
    { g, t, d in
      let (u, v) = (g.pick("int4", "text", "varchar"), g.pick("text", "date", "int4"))
      return g.made(t, "row IN \(u) \(v)", "(\(g.expression(u, d)), \(g.expression(v, d))) \(g.pick("IN", "NOT IN")) ((\(g.leaf(u)), \(g.leaf(v))), (\(g.leaf(u)), \(g.leaf(v))))")
    },
    { g, t, d in g.made(t, "row IN query", "(\(g.expression("int4", d)), \(g.expression("text", d))) \(g.pick("IN", "NOT IN")) (SELECT g.qty, g.name FROM g\(g.pick("", " WHERE g.qty IS NOT NULL AND g.name IS NOT NULL")))") },
    { g, t, d in
      let u = g.pick("int4", "text", "date", "bool", "mood", "numeric")
      guard let value = g.castParameter(u) else { return nil }
      return g.made(t, "optional \(u)", "(\(value) IS NULL OR \(g.random.choice(g.columns[u] ?? ["NULL::\(u)"])) \(g.pick("=", "<>", ">=")) \(g.leaf(u)))")
    },
    { g, t, d in
      let u = g.random.choice(["int4", "text", "date", "timestamp", "timestamptz", "numeric", "uuid", "jsonb", "bool", "float8", "int8", "mood", "varchar", "bytea", "time", "interval"])
      guard let value = g.castParameter(u) else { return nil }
      return g.made(t, "= $::\(u)", "\(g.expression(u, d)) \(g.pick("=", "<>", "=", "IS DISTINCT FROM")) \(value)")
    },
    { g, t, d in
      let (pattern, mark) = g.random.choice([("a!%%", "!"), ("%!_%", "!"), ("a#_b", "#"), ("100|%", "|"), ("%\\\\%", "~"), ("_", "!"), ("%~~%", "~"), ("\\", "")])
      return g.made(t, "LIKE ESCAPE", "\(g.expression("text", d)) \(g.pick("LIKE", "NOT LIKE", "ILIKE")) '\(pattern)' ESCAPE '\(mark)'")
    },
    { g, t, d in g.made(t, "LIKE ||", "\(g.expression("text", d)) \(g.pick("LIKE", "ILIKE")) \(g.pick("'%' || ", ""))\(g.leaf("text")) || '%'") },
    { g, t, d in
      let u = g.pick("timestamp", "timestamptz", "date")
      return g.made(t, "\(u)::date", "\(g.expression(u, d))::date \(g.pick("=", "<", ">=", "BETWEEN date '2000-01-01' AND"))  \(g.leaf("date"))")
    },
    { g, t, d in g.made(t, "moment window", "\(g.random.choice(g.columns["timestamp"] ?? ["NULL::timestamp"])) \(g.pick(">=", "<")) date_trunc('\(g.pick("day", "month", "year", "week"))', \(g.expression("timestamp", d))) \(g.pick("", "- interval '1 day'", "+ interval '1 month'"))") },
    { g, t, d in g.made(t, "(->>)::int >", "(\(g.random.choice(g.columns["jsonb"] ?? ["NULL::jsonb"])) ->> '\(g.pick("n", "zz"))')::\(g.pick("int", "numeric", "bigint", "text::int")) \(g.pick(">", "=", "<=")) \(g.leaf("int4"))") },
    { g, t, d in g.made(t, "bool = ", "\(g.expression("bool", d)) \(g.pick("= true", "= false", "<> true", "IS NOT DISTINCT FROM false", "= (1 = 1)"))") },
    { g, t, d in
      let u = g.pick("int4", "text")
      return g.made(t, "ANY parameter \(u)", "\(g.expression(u, d)) \(g.pick("= ANY", "<> ALL")) (\(g.castParameter("_\(u)") ?? g.leaf("_\(u)")))")
    },
    { g, t, d in
      let u = g.pick("int4", "numeric", "date", "text")
      return g.made(t, "CASE bool", "CASE \(g.expression(u, d)) WHEN \(g.leaf(u)) THEN \(g.expression("bool", d)) WHEN \(g.leaf(u)) THEN \(g.leaf("bool")) ELSE \(g.expression("bool", d)) END")
    },
    { g, t, d in g.made(t, "AND OR", "(\(g.expression("bool", d)) OR \(g.leaf("bool"))) AND NOT (\(g.expression("bool", d)) AND \(g.expression("bool", d)))") },
    { g, t, d in
      let u = g.pick("int4", "numeric", "text", "date", "timestamp")
      return g.made(t, "op subquery \(u)", "\(g.expression(u, d)) \(g.pick("=", "<", ">=", "<>")) (SELECT \(g.pick("max", "min"))(\(u == "int4" ? "g.qty" : u == "numeric" ? "g.price" : u == "text" ? "g.name" : u == "date" ? "g.at::date" : "g.at")) FROM g WHERE g.t_id \(g.pick("= 3", "IS NOT NULL", "> 20", "= \(g.columns["int4"]?.last ?? "id")")))")
    },
  ]

  static let writtenValues: [Form] = [
    { g, t, d in g.castParameter(t) },
    { g, t, d in
      guard let value = g.castParameter(t) else { return nil }
      return g.made(t, "coalesce $ \(t)", "coalesce(\(value), \(g.expression(t, d)))")
    },
    { g, t, d in
      let conditions = (0...g.random.below(2)).map { _ in g.made("when", "", " WHEN \(g.expression("bool", d)) THEN \(g.expression(t, d))") }
      return g.made(t, "CASE many", "CASE\(list: conditions, "")\(g.pick("", " ELSE NULL")) END")
    },
    { g, t, d in
      let u = g.pick("int4", "text", "mood", "date", "bool", "numeric", "varchar")
      return g.made(t, "CASE \(u) many", "CASE \(g.expression(u, d)) WHEN \(g.leaf(u)) THEN \(g.expression(t, d)) WHEN \(g.leaf(u)) THEN NULL WHEN NULL THEN \(g.leaf(t)) ELSE \(g.leaf(t)) END")
    },
    { g, t, d in g.made(t, "scalar query", "(SELECT \(g.expression(t, d)))") },
    { g, t, d in g.made(t, "coalesce 3 \(t)", "coalesce(\(g.expression(t, d)), NULL, \(g.expression(t, d)), \(g.leaf(t)))") },
    { g, t, d in
      guard ["int4", "numeric", "date", "text", "timestamp", "float8", "int8"].contains(t) else { return nil }
      return g.made(t, "greatest 3 \(t)", "\(g.pick("greatest", "least"))(\(g.expression(t, d)), \(g.leaf(t)), \(g.leaf(t)))")
    },
    { g, t, d in
      guard t == "text" else { return nil }
      let literal = g.pick(#"E'a\\b\n'"#, #"E'\'q\''"#, #"E'\u00e9\x41\101'"#, #"U&'d\0061t\+00006a'"#, "$$it's \\n$$", #"'C:\new\table'"#, #"'\%'"#, #"E'\\%'"#, "'a' \n 'b'", "$q$a$$b$q$", "'%''%'", #"'back\'"#, "'\u{1F600}\\'")
      return g.made(t, "literal", g.random.chance(50) ? "\(literal)" : "\(literal) || \(g.expression("text", d))")
    },
    { g, t, d in
      guard t == "int4" || t == "numeric" else { return nil }
      return g.made(t, "arithmetic", "\(g.expression(t, d)) \(g.pick("+", "-", "*", "/", "%")) \(g.expression(t, d)) \(g.pick("+", "-", "*")) \(g.leaf(t))")
    },
    { g, t, d in
      guard t == "text" else { return nil }
      return g.made(t, "full name", "trim(coalesce(\(g.expression("text", d)), '') || ' ' || coalesce(\(g.leaf("varchar")), ''))")
    },
  ]
}
