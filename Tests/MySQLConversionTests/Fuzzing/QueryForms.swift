/// The shapes of queries that applications write: CTEs, derived and lateral tables, set operations, grouped reports, keyset pages, joins of
/// every sort, named windows.
extension ExpressionGenerator {
  mutating func shaped(_ depth: Int) -> FuzzStatement {
    let form = random.choice(Self.queryForms)
    let statement = form(&self, min(depth, 2))
    columns = Self.tableColumns
    return statement
  }

  typealias QueryForm = @Sendable (inout ExpressionGenerator, Int) -> FuzzStatement

  private static let plainTypes = ["int4", "text", "numeric", "date", "timestamp", "bool", "mood", "int8", "varchar", "uuid", "float8"]
  private static let groupTypes = ["int4", "text", "date", "bool", "mood", "varchar", "numeric", "uuid"]

  private mutating func plainType() -> String { random.choice(Self.plainTypes) }
  mutating func clause(_ percent: Int, _ sort: String, _ text: GrownText) -> Grown {
    random.chance(percent) ? Grown(sort, text.parts, isOptional: true) : Grown(sort, [])
  }

  /// Runs with other columns in scope, some of one type perhaps.
  private mutating func scoped<Result>(_ scope: KeyValuePairs<String, [String]>, _ body: (inout ExpressionGenerator) -> Result) -> Result {
    let outer = columns
    columns = Dictionary(scope.map { ($0.key, $0.value) }, uniquingKeysWith: +)
    defer { columns = outer }
    return body(&self)
  }

  static let joined: KeyValuePairs<String, [String]> = [
    "int4": ["t.i4", "t.i4n", "g.qty", "t.id"], "text": ["g.name", "t.s", "t.sn"], "numeric": ["g.price", "t.n"], "timestamp": ["g.at", "t.ts"], "bool": ["t.b", "t.bn"],
    "mood": ["t.m"], "date": ["t.d", "t.dn"], "jsonb": ["t.jb"], "varchar": ["t.v"], "uuid": ["t.u"],
  ]

  private static let queryForms: [QueryForm] = [
    // CTEs
    { g, d in
      let (a, b) = (g.plainType(), g.random.choice(groupTypes))
      let inner = g.made("cte", "WITH", "SELECT id, \(g.expression(a, d)) AS x, \(g.expression(b, 1)) AS k FROM t\(g.clause(50, "where", " WHERE \(g.expression("bool", 1))"))")
      return g.scoped([a: ["q.x"], b: ["q.k"], "int4": ["q.id"]]) { g in
        FuzzStatement(tree: g.query("WITH q AS \(g.pick("", "MATERIALIZED ", "NOT MATERIALIZED "))(\(inner)), r AS (SELECT k, count(*) AS n, max(id) AS top FROM q GROUP BY k) SELECT q.id, q.x, r.n, r.top FROM q \(g.pick("JOIN", "LEFT JOIN")) r ON r.k = q.k\(g.clause(40, "where", " WHERE \(g.expression("bool", 1))"))"))
      }
    },
    { g, d in
      let step = g.pick("1", "2", "3")
      let value = g.scoped(["int4": ["n"], "int8": ["n"]]) { $0.expression("int4", d) }
      return FuzzStatement(tree: g.query("WITH RECURSIVE c(n) AS (SELECT \(g.pick("1", "0", "-2")) UNION ALL SELECT n + \(step) FROM c WHERE n < \(g.pick("5", "10"))) SELECT n, \(value) FROM c"))
    },
    { g, d in
      let keep = g.scoped(["int4": ["p.level", "p.id"], "text": ["p.path"]]) { $0.expression("text", 1) }
      return FuzzStatement(tree: g.query("WITH RECURSIVE p AS (SELECT id, sn::text AS path, 0 AS level FROM t WHERE id = \(g.pick("1", "7")) UNION ALL SELECT t.id, p.path || '/' || t.sn, p.level + 1 FROM t JOIN p ON t.id = p.id + 3 WHERE p.level < 4) SELECT id, level, \(keep) FROM p"))
    },
    // Derived and lateral tables
    { g, d in
      let (type, key) = (g.pick("int4", "numeric", "date", "text"), g.random.choice(groupTypes))
      let call = g.pick("max", "min", "count")
      let sub = g.made("derived", "derived \(call)", "SELECT \(g.expression(key, 1)) AS k, \(call)(\(g.expression(type, d))) AS a FROM t GROUP BY 1")
      return g.scoped([key: ["q.k"], call == "count" ? "int8" : type: ["q.a"]]) { g in
        FuzzStatement(tree: g.query("SELECT q.k, q.a, \(g.expression("bool", 1)) FROM (\(sub)) AS q\(g.clause(50, "where", " WHERE q.a \(g.pick("IS NOT NULL", "IS NULL", "= q.a"))"))"))
      }
    },
    { g, d in
      let type = g.plainType()
      let inner = g.scoped(joined) { $0.expression(type, d) }
      return FuzzStatement(tree: g.query("SELECT t.id, x.* FROM t \(g.pick("CROSS JOIN LATERAL", "LEFT JOIN LATERAL", ","))\(g.pick(" ", " "))\(g.made("lateral", "LATERAL", "(SELECT g.id AS gid, \(inner) AS e FROM g WHERE g.t_id = t.id ORDER BY g.id\(g.pick("", " DESC")) LIMIT \(g.pick("1", "2")))")) AS x\(g.pick(" ON true", ""))"))
    },
    { g, d in
      let (a, b) = (g.pick("int4", "numeric"), g.pick("text", "varchar", "date"))
      return FuzzStatement(tree: g.query("SELECT v.a, v.b, count(t.id) FROM (VALUES (\(g.leaf(a)), \(g.leaf(b))), (\(g.leaf(a)), NULL), (NULL, \(g.leaf(b)))) AS v(a, b) LEFT JOIN t ON t.\(a == "int4" ? "i4" : "n") = v.a GROUP BY v.a, v.b"))
    },
    // Set operations
    { g, d in
      let (a, b) = (g.plainType(), g.plainType())
      let (x, y) = (g.pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL", "INTERSECT ALL"), g.pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT"))
      let arm: (inout ExpressionGenerator) -> Grown = { g in g.made("arm", "", "SELECT \(g.expression(a, d)), \(g.expression(b, 1)) FROM t WHERE \(g.expression("bool", 1))") }
      let (p, q) = (arm(&g), arm(&g))
      let last = g.random.chance(40) ? Grown("third", GrownText(" \(y) \(arm(&g))").parts, isOptional: true) : Grown("third", [])
      return FuzzStatement(tree: g.query("\(p) \(x) \(q)\(last)\(g.clause(40, "order", " ORDER BY 1, 2"))"))
    },
    { g, d in
      let pair = g.random.choice([("int4", "numeric"), ("int4", "int8"), ("text", "varchar"), ("numeric", "float8"), ("date", "timestamp"), ("int2", "int4"), ("varchar", "bpchar")])
      return FuzzStatement(tree: g.query("SELECT \(g.made("union", "UNION \(pair.0) \(pair.1)", "\(g.expression(pair.0, d))")) AS x FROM t \(g.pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT")) SELECT \(g.expression(pair.1, d)) FROM t"))
    },
    { g, d in
      let type = g.plainType()
      return FuzzStatement(tree: g.query("(SELECT id, \(g.expression(type, d)) AS x FROM t ORDER BY id LIMIT 3) UNION ALL (SELECT id, \(g.expression(type, 1)) FROM t ORDER BY id DESC LIMIT 2)\(g.clause(50, "order", " ORDER BY id, x"))"))
    },
    { g, d in
      let type = g.random.choice(groupTypes)
      return FuzzStatement(tree: g.query("SELECT count(*) FROM (SELECT \(g.pick("DISTINCT ", ""))\(g.expression(type, d)) AS x FROM t \(g.pick("UNION", "UNION ALL", "EXCEPT")) SELECT \(g.expression(type, 1)) FROM t) AS q\(g.clause(30, "where", " WHERE x IS NOT NULL"))"))
    },
    // Reports
    { g, d in
      let key = g.random.choice(groupTypes)
      let k = g.expression(key, 1)
      let sums = g.report(d)
      let having = g.clause(40, "having", " HAVING \(g.pick("count(*) > 1", "sum(i4) > 0", "max(n) IS NOT NULL", "count(DISTINCT s) >= 2", "bool_or(b)", "min(d) < date '2020-01-01'", "avg(nn) > 1.5"))")
      return FuzzStatement(tree: g.query("SELECT \(k) AS k, \(sums) FROM t\(g.clause(40, "where", " WHERE \(g.expression("bool", 1))")) GROUP BY \(g.pick("1", "k"))\(having)\(g.clause(30, "order", " ORDER BY count(*) DESC, 1"))"))
    },
    { g, d in
      let (sums, more) = (g.report(d), g.report(1))
      return FuzzStatement(tree: g.query("SELECT bn, m, \(sums), \(more) FROM t GROUP BY bn, m\(g.clause(30, "having", " HAVING count(*) > 1 AND NOT bn"))\(g.clause(50, "order", " ORDER BY m \(g.pick("", "DESC ", "NULLS FIRST", "DESC NULLS LAST")), bn"))"))
    },
    { g, d in
      let sums = g.scoped(joined) { g in g.made("sums", "", "count(g.id), coalesce(sum(g.qty), 0), sum(CASE WHEN \(g.expression("bool", d)) THEN 1 ELSE 0 END), max(\(g.expression(g.pick("int4", "numeric", "timestamp", "text"), d)))") }
      return FuzzStatement(tree: g.query("SELECT t.id, t.sn, \(sums) FROM t LEFT JOIN g ON g.t_id = t.id GROUP BY t.id\(g.pick("", ", t.sn"))\(g.clause(30, "having", " HAVING count(g.id) \(g.pick("> 0", "= 0", "BETWEEN 1 AND 2"))"))"))
    },
    // Pages
    { g, d in
      let (u, v) = (g.pick("int4", "date", "text", "timestamp", "numeric"), "int4")
      let column = g.random.choice(g.columns[u] ?? ["id"])
      let value = g.made("row", "row > \(u)", "(\(column), id) \(g.pick(">", "<", ">=", "<=")) (\(g.leaf(u)), \(g.leaf(v)))")
      return FuzzStatement(tree: g.query("SELECT id, \(column) FROM t WHERE \(value) ORDER BY \(column)\(g.pick("", " DESC")), id\(g.pick("", " DESC")) LIMIT \(g.pick("3", "10"))"), isOrdered: true)
    },
    { g, d in
      let type = g.plainType()
      let (count, skip) = (Grown("count", [.parameter(.init(text: g.pick("0", "3", "10"), type: "int8"))]), Grown("count", [.parameter(.init(text: g.pick("0", "2"), type: "int8"))]))
      return FuzzStatement(tree: g.query("SELECT id, \(g.expression(type, d)) AS x FROM t\(g.clause(50, "where", " WHERE \(g.expression("bool", 1))")) ORDER BY x\(g.pick("", " DESC", " NULLS FIRST", " DESC NULLS LAST")), id LIMIT \(count) OFFSET \(skip)"), isOrdered: true)
    },
    { g, d in
      let type = g.pick("int4", "text", "mood", "bool", "date")
      return FuzzStatement(tree: g.query("SELECT id FROM t ORDER BY CASE \(g.random.choice(g.columns[type] ?? ["id"])) WHEN \(g.leaf(type)) THEN \(g.pick("1", "'b'")) WHEN \(g.leaf(type)) THEN \(g.pick("0", "'a'").replacing("'", with: ""))::text::\(g.pick("text", "text")) END, \(g.expression("bool", 1)) DESC, id"), isOrdered: true)
    },
    // Joins
    { g, d in
      let value = g.scoped(joined) { $0.expression($0.pick("int4", "text", "numeric", "bool"), d) }
      let join = g.pick("JOIN g ON t.id = g.t_id", "LEFT JOIN g ON g.t_id = t.id", "LEFT JOIN g ON g.t_id = t.id AND g.qty > 0", "FULL JOIN g ON g.t_id = t.id", "RIGHT OUTER JOIN g ON t.id = g.t_id", "CROSS JOIN g", "INNER JOIN g USING (id)", "LEFT JOIN g USING (id)", "NATURAL JOIN g", "FULL JOIN g USING (id)")
      let condition = g.scoped(joined) { $0.clause(50, "where", " WHERE \($0.expression("bool", 1))") }
      return FuzzStatement(tree: g.query("SELECT \(g.pick("t.id", "g.id", "coalesce(t.id, g.id)")), \(g.made("join", join, "\(value)")) FROM t \(join)\(condition)"))
    },
    { g, d in
      let type = g.pick("int4", "text", "date", "mood")
      return FuzzStatement(tree: g.query("SELECT a.id, b.id FROM t AS a JOIN t AS b ON b.id = a.id + 1 \(g.pick("LEFT JOIN", "JOIN")) (g JOIN t AS c ON c.id = g.t_id) ON g.t_id = b.id WHERE a.\(g.random.choice(tableColumns[type] ?? ["id"])) \(g.pick("=", "<>", "<", "IS DISTINCT FROM")) b.\(g.random.choice(tableColumns[type] ?? ["id"]))"))
    },
    { g, d in
      let type = g.pick("int4", "text", "numeric", "timestamp")
      let inner = g.scoped(joined) { $0.expression(type, 1) }
      let column = g.random.choice(g.columns[type] ?? ["id"])
      let test = g.pick("= ANY", "> ALL", "<> ALL", "IN", "NOT IN", ">= ANY")
      return FuzzStatement(tree: g.query("SELECT t.id FROM t WHERE \(g.made("bool", "\(test) query \(type)", "t.\(column) \(test) (SELECT \(inner) FROM g WHERE g.t_id \(g.pick("= t.id", "IS NOT NULL", "> t.id"))\(g.pick("", " AND g.qty > 0")))"))"))
    },
    // Windows
    { g, d in
      let type = g.pick("int4", "numeric", "text", "date")
      let call = g.pick("row_number()", "rank()", "dense_rank()", "ntile(3)", "percent_rank()", "cume_dist()", "count(*)", "sum(i4)", "avg(nn)", "max(s)", "first_value(id)", "last_value(id)", "lag(id, 2, 0)", "lead(sn)", "min(d)")
      let value = g.expression(type, d)
      let frame = call.hasPrefix("last") || call.hasPrefix("first") || call.hasPrefix("sum") ? g.pick("", " ROWS UNBOUNDED PRECEDING", " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING", " RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW") : ""
      return FuzzStatement(tree: g.query("SELECT id, \(g.made("window", call, "\(call) OVER w")), count(*) OVER (PARTITION BY bn) FROM t WINDOW w AS (PARTITION BY \(g.pick("bn", "m", "b, m")) ORDER BY \(value)\(g.pick("", " DESC", " NULLS FIRST")), id\(frame)) ORDER BY id"), isOrdered: true)
    },
    { g, d in
      let key = g.random.choice(groupTypes)
      return FuzzStatement(tree: g.query("SELECT \(g.expression(key, 1)) AS k, count(*), \(g.made("window", "over groups", g.random.chance(50) ? "sum(count(*)) OVER ()" : "rank() OVER (ORDER BY count(*) DESC)")) FROM t GROUP BY 1"))
    },
    { g, d in
      let type = g.plainType()
      return FuzzStatement(tree: g.query("SELECT * FROM (SELECT id, \(g.expression(type, d)) AS x, row_number() OVER (PARTITION BY m ORDER BY \(g.random.choice(g.columns["int4"] ?? ["id"])) DESC, id) AS n FROM t) AS ranked WHERE n <= \(g.pick("1", "2"))"))
    },
    // Names
    { g, d in
      let type = g.plainType()
      return FuzzStatement(tree: g.query("SELECT id AS \"order\", \(g.expression(type, d)) AS \"Group\", s AS \"a b\" FROM t AS \"from\" WHERE \"from\".id < 9 ORDER BY \"order\" DESC"), isOrdered: true)
    },
    { g, d in FuzzStatement(tree: g.query("SELECT DISTINCT \(g.expression(g.random.choice(groupTypes), d)) AS x, \(g.expression(g.random.choice(groupTypes), 1)) AS y FROM t ORDER BY x\(g.pick("", " DESC")), y NULLS FIRST"), isOrdered: true) },
  ]

  /// Several aggregates as reports combine them.
  private mutating func report(_ depth: Int) -> Grown {
    let condition = expression("bool", depth - 1)
    let number = expression(pick("int4", "numeric", "int8", "float8"), depth - 1)
    let calls: [GrownText] = [
      "count(*) FILTER (WHERE \(condition))", "sum(CASE WHEN \(condition) THEN 1 ELSE 0 END)", "coalesce(sum(\(number)), 0)", "round(avg(i4), 2)", "sum(nn) / nullif(count(*), 0)",
      "max(\(number)) - min(\(number))", "count(DISTINCT \(number))", "count(CASE WHEN \(condition) THEN id END)", "sum((\(condition))::int)", "100.0 * count(\(number)) / count(*)",
      "bool_and(\(condition))", "avg(\(number))", "min(coalesce(s, ''))", "string_agg(sn, ',' ORDER BY id)", "array_agg(id ORDER BY id) FILTER (WHERE \(condition))",
      "sum(\(number)) FILTER (WHERE \(condition))", "count(*) * 2", "jsonb_agg(i4 ORDER BY id)", "jsonb_object_agg(id::text, sn)", "max(d)::text", "avg(i4)::int",
    ]
    return made("report", "report", random.choice(calls))
  }
}
