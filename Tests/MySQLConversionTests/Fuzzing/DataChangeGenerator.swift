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
    switch random.below(7) {
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
}
