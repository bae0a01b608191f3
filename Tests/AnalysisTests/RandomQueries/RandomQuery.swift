import TestSupport

/// A generator of valid statements over `RandomSchema`: joins, derived and common tables, grouping, windows, set operations, changes.
struct RandomQuery {
  typealias Kind = RandomSchema.Kind

  /// Something that an expression may name.
  struct Name {
    var text: String
    var kind: Kind
  }

  var random: RandomSource
  private var names = 0

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  mutating func freshName() -> String {
    names += 1
    return "z\(names)"
  }

  mutating func statement() -> String {
    names = 0
    switch random.below(12) {
    case 0: return change()
    case 1: return setOperation(depth: 2)
    case 2: return commonTables()
    case 3: return recursive()
    default: return query(kinds(), depth: 2).text
    }
  }

  private mutating func kinds() -> [Kind] { (0..<(3 + random.below(5))).map { _ in random.choice(Kind.allCases) } }

  // MARK: SELECT

  /// A SELECT whose output columns are `o1`, `o2`… of these types.
  mutating func query(_ kinds: [Kind], depth: Int, outer: [Name] = []) -> (text: String, names: [Name]) {
    let (from, own) = self.from(depth: depth, outer)
    let scope = own + outer
    let filter = random.chance(65) ? " WHERE \(condition(scope, 2))" : ""
    let names = kinds.enumerated().map { Name(text: "o\($0 + 1)", kind: $1) }
    if random.chance(30) { return (grouped(kinds, from + filter, own, scope), names) }
    let isWindowed = random.chance(20)
    let items = kinds.enumerated().map { number, kind in
      let value = isWindowed && random.chance(50) ? window(kind, scope) : expression(kind, scope, 2)
      return "\(value) AS o\(number + 1)"
    }
    return ("SELECT \(items.joined(separator: ", ")) FROM \(from)\(filter)" + tail(), names)
  }

  private mutating func tail() -> String { random.chance(10) ? " LIMIT \(1 + random.below(4))" : "" }

  private mutating func from(depth: Int, _ outer: [Name]) -> (text: String, names: [Name]) {
    var (text, names) = source(depth: depth, [])
    for _ in 0..<random.choice([0, 0, 1, 1, 2]) {
      let isLateral = random.chance(25) && depth > 0
      let kind = random.choice(isLateral ? ["JOIN", "LEFT JOIN"] : ["JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS JOIN"])
      var (right, others) = source(depth: depth, isLateral ? names + outer : [])
      if !isLateral, random.chance(15) {
        let (inner, more) = source(depth: 0, [])
        right = "(\(right) \(random.choice(["JOIN", "LEFT JOIN"])) \(inner) ON \(condition(others + more, 1)))"
        others += more
      }
      // FULL JOIN takes merge or hash conditions only.
      let on =
        kind == "CROSS JOIN" ? "" : kind == "FULL JOIN" ? " ON \(equality(names, others))" : " ON \(condition(names + others, 1))"
      text = "\(text) \(kind) \(right)\(on)"
      names += others
    }
    return (text, names)
  }

  private mutating func equality(_ left: [Name], _ right: [Name]) -> String {
    let pairs = left.flatMap { a in right.filter { $0.kind == a.kind && a.kind != .json }.map { (a.text, $0.text) } }
    guard !pairs.isEmpty else { return "true" }
    let pair = random.choice(pairs)
    return "(\(pair.0) = \(pair.1))"
  }

  private mutating func source(depth: Int, _ outer: [Name]) -> (text: String, names: [Name]) {
    let alias = freshName()
    if depth > 0, !outer.isEmpty || random.chance(30) {
      let kinds = kinds()
      let inner = query(kinds, depth: depth - 1, outer: outer)
      let names = inner.names.map { Name(text: "\(alias).\($0.text)", kind: $0.kind) }
      return ("\(outer.isEmpty ? "" : "LATERAL ")(\(inner.text)) \(alias)", names)
    }
    switch random.below(10) {
    case 0: return ("(VALUES (1, 'a'), (NULL, 'b'), (2, \(random.choice(["NULL", "'c'"])))) \(alias) (i, s)", [Name(text: "\(alias).i", kind: .int), Name(text: "\(alias).s", kind: .text)])
    case 1: return ("unnest(ARRAY[1, 2, NULL], ARRAY['a']) WITH ORDINALITY \(alias) (i, s, p)", [Name(text: "\(alias).i", kind: .int), Name(text: "\(alias).s", kind: .text)])
    case 2: return ("generate_series(1, \(random.below(3))) \(alias) (i)", [Name(text: "\(alias).i", kind: .int)])
    default:
      let table = random.choice(["a", "b", "c", "ONLY a", "a_view", "a_child"])
      return ("\(table) \(alias)", RandomSchema.columns.map { Name(text: "\(alias).\($0.name)", kind: $0.kind) })
    }
  }

  // MARK: Grouping and windows

  private mutating func grouped(_ kinds: [Kind], _ from: String, _ own: [Name], _ scope: [Name]) -> String {
    let keys = (0..<(random.below(3))).map { _ in random.choice(own.filter { $0.kind != .json }.isEmpty ? own : own.filter { $0.kind != .json }) }
    let items = kinds.enumerated().map { number, kind in
      let value = random.chance(35) ? expression(kind, keys, 1) : aggregate(kind, own, keys)
      return "\(value) AS o\(number + 1)"
    }
    let list = keys.map(\.text).joined(separator: ", ")
    let group =
      keys.isEmpty
      ? random.choice(["", "", " GROUP BY ()", " GROUP BY GROUPING SETS ((), ())"])
      : random.choice([" GROUP BY \(list)", " GROUP BY \(list)", " GROUP BY ROLLUP (\(list))", " GROUP BY CUBE (\(list))", " GROUP BY GROUPING SETS ((\(list)), ())"])
    let having = random.chance(25) ? " HAVING \(condition(keys.isEmpty ? [Name(text: "count(*)", kind: .int)] : keys, 1))" : ""
    return "SELECT \(items.joined(separator: ", ")) FROM \(from)\(group)\(having)"
  }

  private mutating func aggregate(_ kind: Kind, _ scope: [Name], _ keys: [Name]) -> String {
    let value = expression(kind, scope, 1)
    let filter = random.chance(20) ? " FILTER (WHERE \(condition(scope, 1)))" : ""
    let call =
      switch kind {
      case .int: random.choice(["max(\(value))", "min(\(value))", "sum(\(value))::integer", "count(\(value))::integer", "count(*)::integer"])
      case .numeric: random.choice(["sum(\(value))", "avg(\(value))", "max(\(value))"])
      case .text: random.choice(["max(\(value))", "string_agg(\(value), ',')"])
      case .bool: random.choice(["bool_and(\(value))", "bool_or(\(value))"])
      case .date: random.choice(["min(\(value))", "max(\(value))"])
      case .json: random.choice(["jsonb_agg(\(value))", "jsonb_agg(\(expression(.int, scope, 1)))"])
      case .array: random.choice(["array_agg(\(expression(.int, scope, 1)))", "max(\(value))"])
      case .range: random.choice(["range_intersect_agg(\(value))", "range_intersect_agg(\(value))"])
      }
    if call.hasSuffix("::integer") { return "(\(call.dropLast(9))\(filter))::integer" }
    return call + filter
  }

  private mutating func window(_ kind: Kind, _ scope: [Name]) -> String {
    let value = expression(kind, scope, 1)
    let order = scope.filter { $0.kind == .int || $0.kind == .text }
    let by = order.isEmpty ? "" : "ORDER BY \(random.choice(order).text)"
    let part = order.isEmpty || random.chance(50) ? "" : "PARTITION BY \(random.choice(order).text) "
    let frame = by.isEmpty || random.chance(60) ? "" : random.choice([" ROWS 1 PRECEDING", " ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING", " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING", " ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW"])
    let over = "OVER (\(part)\(by)\(frame))"
    switch random.below(9) {
    case 0: return "lag(\(value)) \(over)"
    case 1: return "lead(\(value), 1, \(expression(kind, scope, 0))) \(over)"
    case 2: return "first_value(\(value)) \(over)"
    case 3: return "last_value(\(value)) \(over)"
    case 4: return "nth_value(\(value), 2) \(over)"
    case 5 where kind == .int: return "(\(random.choice(["row_number()", "rank()", "count(*)", "ntile(2)", "ntile(\(scope.first { $0.kind == .int }?.text ?? "1") * 0 + 1)"])) \(over))::integer"
    case 6 where kind == .int || kind == .numeric: return "(sum(\(value)) \(over))::\(RandomSchema.type(kind))"
    case 7 where kind != .bool && kind != .json && kind != .range: return "max(\(value)) \(over)"
    default: return kind == .array ? "array_agg(\(expression(.int, scope, 0))) \(over)" : "first_value(\(value)) \(over)"
    }
  }

  // MARK: Combinations

  private mutating func setOperation(depth: Int) -> String {
    let kinds = kinds().filter { $0 != .json }
    let word = random.choice(["UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL"])
    let wanted = kinds.isEmpty ? [Kind.int] : kinds
    return "(\(query(wanted, depth: 1).text)) \(word) (\(query(wanted, depth: 1).text))"
  }

  private mutating func commonTables() -> String {
    let (first, second) = (kinds(), kinds())
    let (one, two) = (query(first, depth: 1), query(second, depth: 1))
    let scope = one.names.map { Name(text: "w1.\($0.text)", kind: $0.kind) } + two.names.map { Name(text: "w2.\($0.text)", kind: $0.kind) }
    let items = scope.map(\.text) + [expression(.int, scope, 2), expression(.text, scope, 2)]
    let join = random.choice(["JOIN", "LEFT JOIN", "RIGHT JOIN"])
    return "WITH w1 AS (\(one.text)), w2 AS (\(two.text)) SELECT \(items.joined(separator: ", ")) FROM w1 \(join) w2 ON \(condition(scope, 1))"
  }

  private mutating func recursive() -> String {
    let names = [Name(text: "w.n", kind: .int), Name(text: "w.s", kind: .text), Name(text: "w.k", kind: .int)]
    let (s, k) = (expression(.text, names, 1), expression(.int, names, 1))
    return """
      WITH RECURSIVE w (n, s, k) AS (SELECT 1, \(random.choice(["'a'::text", "NULL::text"])), \(random.choice(["1", "NULL::integer"])) UNION ALL \
      SELECT w.n + 1, \(s), \(k) FROM w WHERE w.n < 4\(random.chance(50) ? " AND \(condition(names, 1))" : "")) \
      SELECT n, s, k, \(expression(.int, names, 1)) FROM w\(random.chance(50) ? " WHERE \(condition(names, 1))" : "")
      """
  }

  /// A change with RETURNING.
  private mutating func change() -> String {
    let names = RandomSchema.columns.map { Name(text: "z.\($0.name)", kind: $0.kind) }
    let nullable = RandomSchema.columns.filter { !$0.isNotNull }
    let column = random.choice(nullable)
    let list = names.map(\.text).joined(separator: ", ") + ", " + expression(.text, names, 1)
    let filter = random.chance(70) ? " WHERE \(condition(names, 2))" : ""
    switch random.below(4) {
    case 0: return "UPDATE a z SET \(column.name) = \(expression(column.kind, names, 1))\(filter) RETURNING \(list)"
    case 1:
      let (source, own) = source(depth: 1, [])
      let all = names + own
      return "UPDATE b z SET \(column.name) = \(expression(column.kind, all, 1)) FROM \(source) WHERE \(condition(all, 2)) RETURNING \(list), \(own.map(\.text).joined(separator: ", "))"
    case 2: return "DELETE FROM a z\(filter) RETURNING \(list)"
    default:
      return """
        INSERT INTO c AS z (id, i, m, s, f, d, x, u, r, \(column.name)) SELECT id, i, m, s, f, d, x, u, r, \(column.name) FROM b \
        ON CONFLICT (id) DO UPDATE SET \(column.name) = \(expression(column.kind, names, 1))\(filter) RETURNING \(list)
        """
    }
  }
}
