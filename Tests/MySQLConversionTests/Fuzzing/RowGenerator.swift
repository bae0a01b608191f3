import TestSupport

/// Statements that choose among rows (DISTINCT ON, WITH TIES), group them in several ways (ROLLUP, ordered sets), or look at their neighbours.
extension ExpressionGenerator {
  private static let keys = ["int4", "text", "date", "numeric", "bool", "mood", "timestamp", "uuid", "float8", "varchar", "time", "timestamptz", "int8", "bytea"]

  private mutating func key(_ depth: Int) -> Grown {
    let type = random.choice(Self.keys)
    return random.chance(50) ? Grown(type, [.text(random.choice(columns[type] ?? ["id"]))]) : expression(type, depth)
  }

  private mutating func direction() -> String { pick("", " DESC", " ASC", " NULLS FIRST", " DESC NULLS LAST") }

  mutating func ranked(_ depth: Int) -> FuzzStatement {
    switch random.below(6) {
    case 0, 1:
      let (first, second, value) = (key(depth - 1), key(0), expression(random.choice(Self.keys), depth - 1))
      let node = made("ranked", "DISTINCT ON \(first.sort)", "SELECT DISTINCT ON (\(first)) \(value) AS x, id FROM t ORDER BY \(first)\(direction()), \(second)\(direction()), id")
      let limit = random.chance(30) ? Grown("limit", [.text(" LIMIT 3 OFFSET 1")], isOptional: true) : Grown("limit", [])
      return FuzzStatement(tree: query("\(node)\(limit)"))
    case 2:
      let node = made("ranked", "TIES", "SELECT id, \(expression(random.choice(Self.keys), depth - 1)) FROM t ORDER BY \(key(depth - 1))\(direction()) FETCH FIRST \(pick("1", "3", "10")) ROWS WITH TIES")
      return FuzzStatement(tree: query("\(node)"))
    case 3, 4: return FuzzStatement(tree: query("\(rolledUp(depth))"))
    default: return FuzzStatement(tree: query("\(orderedSet(depth))"))
    }
  }

  private mutating func rolledUp(_ depth: Int) -> Grown {
    let type = random.choice(Self.keys)
    let (a, b) = (key(0), Grown(type, [.text(random.choice(columns[type] ?? ["id"]))]))
    let sum = expression("int4", depth - 1)
    var inner = self
    // What is made of a key, NULL where it is rolled up.
    inner.columns = [type: b.parts.compactMap { if case .text(let text) = $0 { text } else { nil } }]
    let made = inner.expression(random.choice([type, "text", "bool"]), depth - 1)
    random = inner.random
    let order = pick("", " ORDER BY \(b.rendered().sql)", " HAVING count(*) > 1", " HAVING \(b.rendered().sql) IS NULL")
    return switch random.below(4) {
    case 0: self.made("rolled", "ROLLUP", "SELECT \(a), \(b), \(made) AS x, sum(\(sum)), count(\(a)) FROM t GROUP BY ROLLUP (\(a), \(b))\(order)")
    case 1: self.made("rolled", "ROLLUP partial", "SELECT \(a), \(b), \(made) AS x, max(\(sum)) FROM t GROUP BY \(a), ROLLUP (\(b))\(order)")
    case 2: self.made("rolled", "ROLLUP pairs", "SELECT bn, \(b), \(made) AS x, count(*) FROM t GROUP BY ROLLUP ((bn, \(b)), m)\(order)")
    default: self.made("rolled", "GROUPING", "SELECT grouping(\(b), bn), \(b), bn, \(made) AS x FROM t GROUP BY ROLLUP (\(b), bn)\(order)")
    }
  }

  private mutating func orderedSet(_ depth: Int) -> Grown {
    let name = pick("percentile_cont", "percentile_disc", "mode")
    let type = name == "percentile_cont" ? pick("int4", "numeric", "float8", "int8", "int2") : random.choice(Self.keys)
    let value = random.chance(50) ? Grown(type, [.text(random.choice(columns[type] ?? ["id"]))]) : expression(type, depth - 1)
    let share = name == "mode" ? "" : pick("0", "0.1", "0.25", "0.5", "0.75", "0.9", "0.999", "1", "1e-3")
    let filter = random.chance(25) ? Grown("filter", GrownText(" FILTER (WHERE \(expression("bool", depth - 1)))").parts, isOptional: true) : Grown("filter", [])
    let call = made("aggregate", "\(name) \(type)", "\(name)(\(share)) WITHIN GROUP (ORDER BY \(value)\(pick("", " DESC")))\(filter)")
    let group = key(0)
    return switch random.below(4) {
    case 0: made("set", "", "SELECT \(call) FROM t")
    case 1: made("set", "", "SELECT bn, \(call), count(*) FROM t WHERE id < 30 GROUP BY bn HAVING count(*) > 1")
    case 2: made("set", "", "SELECT \(group) AS k, \(call) FROM t GROUP BY \(group) ORDER BY 1")
    default: made("set", "", "SELECT t.bn, max(g.qty), \(call) FROM t LEFT JOIN g ON g.t_id = t.id GROUP BY t.bn")
    }
  }

  /// Frames, filters and defaults of window functions.
  mutating func neighbours(_ depth: Int) -> FuzzStatement {
    let filter = random.chance(40) ? Grown("filter", GrownText(" FILTER (WHERE \(expression("bool", depth - 1)))").parts, isOptional: true) : Grown("filter", [])
    let type = pick("int4", "numeric", "float8", "date", "timestamp", "timestamptz", "int8", "int2")
    let column = Grown(type, [.text(random.choice(columns[type] ?? ["id"]))])
    let isMoment = ["date", "timestamp", "timestamptz"].contains(type)
    let distance = isMoment ? pick("'1 day'", "interval '1 month'", "'1 year'::interval", "interval '90 minutes'", "interval '31 days'") : pick("0", "1", "10", "1000")
    let partition = pick("", "PARTITION BY bn ", "PARTITION BY m ")
    let value = expression("int4", depth - 1)
    let call: GrownText
    switch random.below(8) {
    case 0, 1: call = "\(pick("count", "sum", "max"))(\(value))\(filter) OVER (\(partition)ORDER BY \(column)\(direction()) RANGE BETWEEN \(distance) PRECEDING AND \(pick("CURRENT ROW", "\(distance) FOLLOWING", "UNBOUNDED FOLLOWING")))"
    case 2: call = "\(pick("bool_and", "bool_or", "every"))(\(expression("bool", depth - 1)))\(filter) OVER (\(partition)ORDER BY id)"
    case 3: call = "\(pick("bit_and", "bit_or"))(\(value))\(filter) OVER (\(partition)ORDER BY id)"
    case 4: call = "jsonb_agg(\(expression(random.choice(Self.keys), depth - 1))) OVER (\(partition)ORDER BY \(key(0))\(direction()), id)"
    case 5:
      let (kept, other) = (expression(type, depth - 1), expression(type, depth - 1))
      call = "\(pick("lag", "lead"))(\(kept), \(pick("1", "2", "0")), \(other)) OVER (\(partition)ORDER BY id)"
    case 6: call = "nth_value(\(expression(random.choice(Self.keys), depth - 1)), \(pick("1", "2", "5"))) OVER (\(partition)ORDER BY id)"
    default: call = "\(pick("count", "sum"))(\(value))\(filter) OVER (\(partition)ORDER BY id ROWS BETWEEN \(pick("1 PRECEDING", "UNBOUNDED PRECEDING", "CURRENT ROW")) AND \(pick("CURRENT ROW", "2 FOLLOWING", "UNBOUNDED FOLLOWING")) EXCLUDE \(pick("CURRENT ROW", "NO OTHERS")))"
    }
    return FuzzStatement(tree: query("SELECT id, \(made("window", "neighbours", call)) FROM t ORDER BY id"), isOrdered: true)
  }
}
