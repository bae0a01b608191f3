import TestSupport

/// A generated statement and what of its result can be compared.
struct FuzzStatement: Sendable {
  var tree: Grown
  /// Whether ORDER BY leaves no ties.
  var isOrdered = false
  /// Whether it writes to the table `w`.
  var isChange = false
  /// The same expression for the row `$n` alone: what is tried where PostgreSQL raises an error on some row.
  var rowwise: Grown?
}

extension ExpressionGenerator {
  mutating func statement() -> FuzzStatement {
    columns = Self.tableColumns
    let depth = random.choice([1, 1, 2, 2, 3])
    if focus.contains("sets"), random.chance(80) { return sets(depth) }
    if focus.contains("changes"), random.chance(80) { return change(depth) }
    if focus.contains("shapes") ? random.chance(80) : random.chance(15) { return shaped(depth) }
    switch random.below(100) {
    case ..<46: return scalar(depth)
    case ..<58: return filter(depth)
    case ..<65: return grouping(depth)
    case ..<73: return aggregate(depth)
    case ..<78: return sorting(depth)
    case ..<81: return window(depth)
    case ..<84: return neighbours(depth)
    case ..<88: return composed(depth)
    case ..<91: return ranked(depth)
    case ..<94: return sets(depth)
    default: return change(depth)
    }
  }

  private mutating func anyType() -> String { random.choice(Productions.types) }

  func query(_ text: GrownText) -> Grown { Grown("statement", text.parts) }

  private mutating func scalar(_ depth: Int) -> FuzzStatement {
    let value = expression(anyType(), depth)
    return FuzzStatement(
      tree: query("SELECT id, \(value) FROM t ORDER BY id"), isOrdered: true,
      rowwise: Grown("statement", GrownText("SELECT id, \(value) FROM t WHERE t.id = ").parts + [.parameter(.init(text: "0", type: "int4"))]))
  }

  private mutating func filter(_ depth: Int) -> FuzzStatement {
    FuzzStatement(tree: query("SELECT id FROM t WHERE \(expression("bool", depth)) ORDER BY id"), isOrdered: true)
  }

  private mutating func grouping(_ depth: Int) -> FuzzStatement {
    let value = expression(anyType(), depth)
    let having = random.chance(30) ? Grown("having", [.text(" HAVING count(*) > 1")], isOptional: true) : Grown("having", [])
    return switch random.below(3) {
    case 0: FuzzStatement(tree: query("SELECT DISTINCT \(value) FROM t"))
    case 1: FuzzStatement(tree: query("SELECT \(value) AS e, count(*) FROM t GROUP BY \(value)\(having) ORDER BY 2, 1"))
    default: FuzzStatement(tree: query("SELECT \(value) AS e, count(*), max(i4) FROM t GROUP BY e\(having)"))
    }
  }

  private mutating func aggregate(_ depth: Int) -> FuzzStatement {
    let name = pick(
      "sum", "avg", "min", "max", "count", "bool_or", "bool_and", "every", "string_agg", "array_agg", "jsonb_agg", "json_agg", "stddev", "var_pop", "bit_and", "bit_or")
    let types: [String: [String]] = [
      "sum": ["int4", "int8", "numeric", "float8", "int2", "interval"], "avg": ["int4", "numeric", "float8", "int8"],
      "min": ["text", "date", "numeric", "int4", "timestamp", "mood", "time", "float8"], "max": ["text", "date", "numeric", "int4", "timestamp", "mood", "varchar", "bpchar"],
      "bool_or": ["bool"], "bool_and": ["bool"], "every": ["bool"], "string_agg": ["text"], "stddev": ["int4", "float8", "numeric"], "var_pop": ["int4", "numeric"],
      "bit_and": ["int4"], "bit_or": ["int4"],
    ]
    let value = expression(random.choice(types[name] ?? Productions.types), depth - 1)
    let argument: Grown
    switch name {
    case "string_agg": argument = made("argument", "", "\(random.chance(20) ? "DISTINCT " : "")\(value), '\(pick(",", "", "; "))'\(random.chance(80) ? " ORDER BY id" : "")")
    case "array_agg", "jsonb_agg", "json_agg": argument = made("argument", "", "\(value) ORDER BY \(pick("id", "id DESC", "i4, id", "s DESC NULLS LAST, id"))")
    default: argument = made("argument", "", "\(["count", "sum", "avg"].contains(name) ? pick("DISTINCT ", "", "", "") : "")\(value)")
    }
    let filter = random.chance(25) ? Grown("filter", GrownText(" FILTER (WHERE \(expression("bool", depth - 1)))").parts, isOptional: true) : Grown("filter", [])
    let call = made("aggregate", "\(name) \(value.sort)", "\(name)(\(argument))\(filter)")
    return switch random.below(5) {
    case 0, 1: FuzzStatement(tree: query("SELECT bn, \(call) FROM t GROUP BY bn"))
    case 2: FuzzStatement(tree: query("SELECT m, \(call), count(*) FROM t WHERE id < 20 GROUP BY m HAVING count(*) > 1"))
    case 3: FuzzStatement(tree: query("SELECT \(call) FROM t WHERE id < 0"))
    default: FuzzStatement(tree: query("SELECT \(call) FROM t"))
    }
  }

  private mutating func sorting(_ depth: Int) -> FuzzStatement {
    let type = pick("int4", "text", "date", "numeric", "bool", "mood", "timestamp", "uuid", "float8", "bpchar", "jsonb", "time")
    let key = random.chance(50) ? expression(type, depth - 1) : Grown(type, [.text(random.choice(columns[type] ?? ["id"]))])
    let limit = random.chance(50) ? Grown("limit", [.text(pick(" LIMIT 7", " LIMIT 5 OFFSET 3", " OFFSET 30", " FETCH FIRST 3 ROWS ONLY"))], isOptional: true) : Grown("limit", [])
    let node = made("key", "ORDER BY \(type)", "\(key)\(pick("", " DESC", " ASC"))\(pick("", "", " NULLS FIRST", " NULLS LAST"))")
    return FuzzStatement(tree: query("SELECT id FROM t ORDER BY \(node), id\(limit)"), isOrdered: true)
  }

  private mutating func window(_ depth: Int) -> FuzzStatement {
    let call: GrownText
    switch random.below(8) {
    case 0: call = "row_number() OVER (ORDER BY \(random.choice(columns[pick("int4", "text", "date")] ?? ["id"])), id)"
    case 1: call = "rank() OVER (PARTITION BY bn ORDER BY \(expression("int4", 1)))"
    case 2: call = "sum(\(expression("int4", 1))) OVER (ORDER BY id)"
    case 3: call = "lag(\(expression("text", 1))) OVER (ORDER BY id)"
    case 4: call = "count(*) OVER (PARTITION BY \(expression("text", 1)))"
    case 5: call = "first_value(\(expression("date", 1))) OVER (PARTITION BY bn ORDER BY id)"
    case 6: call = "dense_rank() OVER (ORDER BY \(random.choice(columns[pick("mood", "numeric", "timestamp")] ?? ["id"])) DESC)"
    default: call = "max(\(expression("numeric", 1))) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"
    }
    return FuzzStatement(tree: query("SELECT id, \(made("window", "window", call)) FROM t ORDER BY id"), isOrdered: true)
  }

  /// Joins, derived tables, WITH and set operations.
  private mutating func composed(_ depth: Int) -> FuzzStatement {
    let type = anyType()
    switch random.below(5) {
    case 0:
      columns = ["int4": ["t.i4", "g.qty", "t.id"], "text": ["g.name", "t.s", "t.sn"], "numeric": ["g.price", "t.n"], "timestamp": ["g.at", "t.ts"], "bool": ["t.b"], "mood": ["t.m"]]
      let (value, condition) = (expression(pick("int4", "text", "numeric", "timestamp", "bool"), depth), expression("bool", depth - 1))
      return FuzzStatement(tree: query("SELECT t.id, g.id, \(value) FROM t \(pick("JOIN", "LEFT JOIN", "RIGHT JOIN")) g ON g.t_id = t.id AND \(condition)"))
    case 1:
      let (x, y) = (expression(type, depth), expression("int4", 1))
      columns = ["int4": ["q.y", "q.id"]]
      columns[type] = ["q.x"]
      return FuzzStatement(tree: query("SELECT q.id, \(expression(type, 1)) FROM (SELECT id, \(x) AS x, \(y) AS y FROM t) AS q WHERE \(expression("bool", 1))"))
    case 2:
      let (x, y) = (expression(type, depth), expression("int4", 1))
      columns = ["int4": ["y", "id"]]
      columns[type] = ["x"]
      return FuzzStatement(tree: query("WITH q AS (SELECT id, \(x) AS x, \(y) AS y FROM t WHERE id < 30) SELECT id, \(expression("int4", 1)), x FROM q ORDER BY id"), isOrdered: true)
    case 3:
      let word = pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT")
      return FuzzStatement(tree: query("SELECT \(expression(type, depth)) FROM t \(word) SELECT \(expression(type, depth)) FROM t WHERE id > 20"))
    default:
      let value = expression(type, 1)
      return FuzzStatement(tree: query("SELECT (SELECT \(value) FROM t WHERE t.id = g.t_id), g.id FROM g ORDER BY g.id"), isOrdered: true)
    }
  }
}
