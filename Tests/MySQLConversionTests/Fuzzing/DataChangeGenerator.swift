import TestSupport

/// INSERT, UPDATE and DELETE on the table `w`.
extension ExpressionGenerator {
  private static let writable: [String: [String]] = [
    "int4": ["v", "id"], "varchar": ["code"], "numeric": ["n"], "float8": ["x"], "date": ["d"], "timestamp": ["ts"], "mood": ["m"], "bool": ["flag"], "text": ["note"], "jsonb": ["jb"],
    "_text": ["tags"],
  ]
  private static let targets: [(type: String, column: String)] = [
    ("int4", "v"), ("varchar", "code"), ("numeric", "n"), ("float8", "x"), ("date", "d"), ("timestamp", "ts"), ("mood", "m"), ("bool", "flag"), ("text", "note"), ("jsonb", "jb"),
    ("_text", "tags"),
  ]

  mutating func change(_ depth: Int) -> FuzzStatement {
    let tree: GrownText
    switch random.below(12) {
    case 7...: tree = written(depth)
    case 0, 1: tree = update(depth)
    case 2: columns = Self.writable; tree = "DELETE FROM w WHERE \(expression("bool", depth))"
    case 3: tree = insert(depth)
    case 4:
      let (a, b) = (random.choice(Self.targets), random.choice(Self.targets))
      guard a.column != b.column, a.column != "code", b.column != "code" else { tree = insert(depth); break }
      tree = "INSERT INTO w (id, \(a.column), \(b.column)) SELECT id + 100, \(expression(a.type, depth)), \(expression(b.type, 1)) FROM t WHERE \(expression("bool", 1))"
    case 5: tree = conflict(depth)
    default:
      columns = ["int4": ["w.v", "g.qty"], "text": ["w.note", "g.name"], "numeric": ["w.n", "g.price"], "timestamp": ["g.at", "w.ts"]]
      let target = random.choice(Self.targets.filter { ["v", "note", "n", "ts"].contains($0.column) })
      tree = random.chance(50)
        ? "UPDATE w SET \(target.column) = \(expression(target.type, depth)) FROM g WHERE g.id = w.id AND \(expression("bool", 1))"
        : "DELETE FROM w USING g WHERE g.id = w.id AND \(expression("bool", depth))"
    }
    return FuzzStatement(tree: Grown("statement", tree.parts), isChange: true)
  }

  private mutating func update(_ depth: Int) -> GrownText {
    columns = Self.writable
    let first = random.choice(Self.targets)
    let second = random.choice(Self.targets.filter { $0.column != first.column })
    let more = random.chance(40) ? made("assignment", "", ", \(second.column) = \(expression(second.type, 1))") : Grown("assignment", [])
    return "UPDATE w SET \(first.column) = \(expression(first.type, depth))\(optional(more)) WHERE \(expression("bool", 1))"
  }

  private func optional(_ node: Grown) -> Grown {
    var node = node
    node.isOptional = true
    return node
  }

  private mutating func insert(_ depth: Int) -> GrownText {
    columns = [:]
    let (a, b) = (random.choice(Self.targets), random.choice(Self.targets))
    guard a.column != b.column else { return "INSERT INTO w (id, \(a.column)) VALUES (50, \(expression(a.type, depth)))" }
    let more = random.chance(30) ? made("row", "", ", (51, DEFAULT, \(expression(b.type, 1)))") : Grown("row", [])
    return "INSERT INTO w (id, \(a.column), \(b.column)) VALUES (50, \(expression(a.type, depth)), \(expression(b.type, 1)))\(optional(more))"
  }

  private mutating func conflict(_ depth: Int) -> GrownText {
    columns = [:]
    let target = random.choice(Self.targets.filter { $0.column != "code" })
    let id = pick("1", "5", "60")
    let value = expression(target.type, depth)
    if random.chance(50) { return "INSERT INTO w (id, \(target.column)) VALUES (\(id), \(value)) ON CONFLICT\(pick("", " (id)")) DO NOTHING" }
    columns = ["int4": ["excluded.id", "w.v"]]
    columns[target.type] = ["w.\(target.column)", "excluded.\(target.column)"]
    return "INSERT INTO w (id, \(target.column)) VALUES (\(id), \(value)) ON CONFLICT (id) DO UPDATE SET \(target.column) = \(expression(target.type, 1))"
  }

  /// Changes with subqueries, of several tables, and of whole rows.
  private mutating func written(_ depth: Int) -> GrownText {
    let target = random.choice(Self.targets.filter { $0.column != "code" })
    let both = ["int4": ["w.v", "g.qty", "w.id"], "text": ["w.note", "g.name"], "numeric": ["w.n", "g.price"], "timestamp": ["g.at", "w.ts"], "bool": ["w.flag"], "date": ["w.d"]]
    let alias = random.chance(50)
    switch random.below(14) {
    case 0:
      columns = Self.writable
      return "UPDATE w SET \(target.column) = (SELECT \(expression(target.type, 1)) FROM g WHERE g.t_id = w.id ORDER BY g.id LIMIT 1) WHERE \(expression("bool", 1))"
    case 1:
      columns = ["int4": ["t.i4", "t.id"], "text": ["t.s"], "numeric": ["t.n"], "date": ["t.d"], "timestamp": ["t.ts"], "bool": ["t.b"], "jsonb": ["t.jb"], "_text": ["t.ta"], "float8": ["t.f"], "mood": ["t.m"]]
      return "UPDATE w\(alias ? " AS x" : "") SET \(target.column) = \(expression(target.type, depth)) FROM t \(pick("LEFT JOIN", "JOIN")) g ON g.t_id = t.id AND g.id < 4 WHERE t.id = \(alias ? "x" : "w").id AND (g.id IS NULL OR g.id = 1)"
    case 2:
      columns = Self.writable
      return "DELETE FROM w WHERE \(pick("id", "v")) \(pick("IN", "NOT IN")) (SELECT \(pick("g.t_id", "g.qty")) FROM g WHERE \(pick("g.qty > 0", "g.t_id IS NOT NULL AND g.qty IS NOT NULL", "g.name LIKE 'a%'")))\(optional(made("and", "", " AND \(expression("bool", 1))")))"
    case 3:
      columns = ["int4": ["a.v", "a.id", "b.v"], "text": ["a.note"], "numeric": ["a.n", "b.n"]]
      return "DELETE FROM w AS a USING w AS b WHERE a.id \(pick("> b.id", "= b.id + 1")) AND \(expression("bool", depth))"
    case 4:
      columns = Self.writable
      return "UPDATE w SET \(target.column) = \(expression(target.type, 1)) WHERE id IN (SELECT id FROM w WHERE \(expression("bool", 1)) ORDER BY id LIMIT 3)"
    case 5: return "UPDATE w SET (v, note) = (SELECT max(g.qty), \(pick("min(g.name)", "max(g.name)")) FROM g WHERE g.t_id = w.id)"
    case 6:
      columns = Self.writable
      return "UPDATE w SET (v, note) = (\(expression("int4", depth)), \(expression("text", 1))), d = \(expression("date", 1)) WHERE \(expression("bool", 1))"
    case 7:
      columns = ["int4": ["q.total"], "int8": ["q.total"]]
      return "WITH q AS (SELECT t_id, sum(qty) AS total, count(*) AS n FROM g GROUP BY t_id) UPDATE w SET v = q.total::int FROM q WHERE q.t_id = w.id AND q.n \(pick("> 0", "= 1"))"
    case 8:
      columns = Self.tableColumns
      return "INSERT INTO w (id, v, note, \(pick("flag", "flag"))) SELECT 100 + min(id), count(*), max(s), bool_or(b) FROM t WHERE \(expression("bool", 1)) GROUP BY m HAVING count(*) > 1"
    case 9:
      columns = [:]
      return "INSERT INTO w (id, \(target.column), code) VALUES (70, \(expression(target.type, depth)), 'n1'), (71, \(expression(target.type, 1)), NULL), (72, NULL, DEFAULT)"
    case 10:
      columns = both
      return "UPDATE w SET v = w.v + \(expression("int4", 1)), note = \(expression("text", depth)) FROM g WHERE g.id = w.id AND \(expression("bool", 1))"
    case 11:
      columns = both
      return "DELETE FROM w USING g, t WHERE g.id = w.id AND t.id = g.t_id AND \(expression("bool", depth))"
    case 12:
      columns = [:]
      let value = expression(target.type, depth)
      columns = ["int4": ["excluded.id", "w.v"]]
      columns[target.type, default: []] += ["w.\(target.column)", "excluded.\(target.column)"]
      return "INSERT INTO w (id, \(target.column), v) SELECT id, \(value), i4 FROM t WHERE id IN (3, 5, 40) ON CONFLICT (id) DO UPDATE SET v = coalesce(w.v, 0) + 1, \(target.column) = \(expression(target.type, 1))\(optional(made("where", "", " WHERE \(expression("bool", 1))")))"
    default:
      columns = Self.writable
      return "WITH gone AS (SELECT id FROM g WHERE qty \(pick("> 0", "IS NULL"))) DELETE FROM w WHERE \(pick("", "NOT "))EXISTS (SELECT 1 FROM gone WHERE gone.id = w.id) AND \(expression("bool", 1))"
    }
  }
}
