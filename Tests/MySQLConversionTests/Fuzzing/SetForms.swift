import TestSupport

/// Set-returning functions: series, arrays and JSON documents in FROM and in select lists, and subqueries over them.
extension ExpressionGenerator {
  mutating func sets(_ depth: Int) -> FuzzStatement {
    let tree: GrownText
    switch random.below(12) {
    case 0:
      let start = expression("int4", 1)
      tree = "SELECT t.id, x.n, x.n - 3 FROM t, \(made("set", "generate_series", "generate_series(\(start), \(start) + \(pick("0", "3", "-2", "7"))\(pick("", "", ", 2", ", -1")))")) AS x(n)"
    case 1:
      let start = expression("timestamp", 1)
      tree = "SELECT t.id, x FROM t, \(made("set", "generate_series timestamp", "generate_series(\(start), \(start) + interval '\(pick("1 day", "3 hours", "0"))', interval '\(pick("5 hours", "90 minutes", "1 day", "1 month"))')")) AS x"
    case 2:
      let array = made("set", "unnest int4", "unnest(\(expression("_int4", depth)))")
      columns["int4"] = ["x.v", "t.i4", "t.id"]
      columns = columns.filter { $0.key == "int4" }
      tree = "SELECT t.id, \(expression("int4", 1)) FROM t \(pick("CROSS JOIN", "CROSS JOIN LATERAL")) \(array) AS x(v) WHERE \(expression("bool", 1))"
    case 3:
      let array = made("set", "unnest text", "unnest(\(expression("_text", depth)))")
      columns = ["text": ["x.v", "t.s"], "int8": ["x.n"]]
      tree = "SELECT t.id, x.n, \(expression("text", 1)), \(expression("int8", 1)) FROM t LEFT JOIN LATERAL \(array) WITH ORDINALITY AS x(v, n) ON \(expression("bool", 1))"
    case 4:
      let (a, b) = (expression("_text", 1), expression("_int4", 1))
      tree = "SELECT t.id, x.* FROM t, \(made("set", "unnest 2", "unnest(\(a), \(b))")) AS x(a, b)"
    case 5, 6:
      let type = pick("int4", "text")
      let array = expression("_\(type)", 1)
      columns = [type: ["x.v", type == "int4" ? "t.i4" : "t.s"]]
      let test = made("bool", "EXISTS unnest", "\(pick("", "NOT "))EXISTS (SELECT 1 FROM unnest(\(array)) AS x(v) WHERE \(expression("bool", 1)))")
      tree = random.chance(50) ? "SELECT t.id FROM t WHERE \(test)" : "SELECT t.id, \(test) FROM t"
    case 7:
      let value = expression("int4", 1)
      let test = made("bool", "IN unnest", "\(value) \(pick("IN", "NOT IN", "= ANY", "> ALL")) (SELECT \(pick("unnest(t.ia)", "x FROM unnest(t.ia) AS x", "g.qty FROM g, unnest(t.ia) AS x WHERE x = g.id")))")
      tree = "SELECT t.id FROM t\(pick("", " JOIN g ON g.t_id = t.id")) WHERE \(test)"
    case 8:
      let set = made("set", "jsonb_array_elements", "jsonb_array_elements(jsonb_build_array(\(expression(pick("int4", "text", "jsonb", "bool"), 1)), \(expression("jsonb", 1))))")
      tree = "SELECT t.id, e \(pick("", "-> 'a'", "->> 'a' IS NULL", "= '1'")) FROM t, \(set) AS e"
    case 9:
      tree = "SELECT t.id, \(pick("e.key", "e.key, e.value", "count(*) OVER (PARTITION BY e.key)")) FROM t, jsonb_each(\(pick("jo", "jo || jsonb_build_object('z', id)"))) AS e"
    case 10:
      tree = random.chance(50)
        ? "SELECT id, \(made("set", "unnest list", "unnest(\(expression("_int4", 1)))")), unnest(ta) FROM t"
        : "SELECT \(made("set", "unnest group", "unnest(\(pick("ta", "ia")))")) AS e, count(*) FROM t GROUP BY e\(pick("", " HAVING count(*) > 1"))"
    default:
      let set = made("set", "string_to_table", "\(pick("string_to_table", "regexp_split_to_table"))(\(expression("text", 1)), '\(pick(",", " ", "a", "b+"))')")
      tree = "SELECT t.id, x FROM t, \(set) AS x"
    }
    return FuzzStatement(tree: Grown("statement", tree.parts))
  }
}
