import TestSupport

/// Grows random expressions of a type over the columns in scope.
struct ExpressionGenerator {
  var random: RandomSource
  /// Columns by type name; an aggregate query's inner expressions use the same.
  var columns: [String: [String]]
  let productions: Productions
  /// Names of functions and operators to prefer.
  var focus: Set<String> = []
  /// How many statements with a production were offered, and how many of them were converted.
  var experience: [String: (offered: Int, kept: Int)] = [:]

  static let tableColumns: [String: [String]] = [
    "bool": ["b", "bn"], "int2": ["i2"], "int4": ["i4", "i4n", "id"], "int8": ["i8"], "numeric": ["n", "nn"], "float8": ["f"], "float4": ["r"],
    "text": ["s", "sn"], "varchar": ["v"], "bpchar": ["c"], "date": ["d", "dn"], "timestamp": ["ts"], "timestamptz": ["tz"], "time": ["tm"],
    "interval": ["iv"], "json": ["j"], "jsonb": ["jb", "jo"], "uuid": ["u"], "bytea": ["by"], "_int4": ["ia"], "_text": ["ta"], "mood": ["m"],
  ]

  init(seed: UInt64, productions: Productions) {
    random = RandomSource(mixing: seed)
    self.productions = productions
    columns = Self.tableColumns
  }

  // MARK: leaves

  mutating func leaf(_ type: String) -> Grown {
    let dice = random.below(100)
    if dice < 66, let list = columns[type] { return Grown(type, [.text(random.choice(list))]) }
    if dice < 69 { return Grown(type, [.text("NULL::\(type)")]) }
    if dice < 78, let values = Self.parameters[type] { return Grown(type, [.parameter(.init(text: random.chance(8) ? nil : random.choice(values), type: type))]) }
    if dice < 84, let list = Self.untyped[type] { return Grown(type, [.text(random.choice(list))]) }
    return Grown(type, [.text(random.choice(Self.constants[type] ?? ["NULL::\(type)"]))])
  }

  /// The simplest expressions of a type, for making a failure smaller.
  static func simplest(_ type: String) -> [Grown] {
    guard Productions.types.contains(type) else { return [] }
    let list = (tableColumns[type] ?? []) + (constants[type] ?? []).prefix(3) + ["NULL::\(type)"]
    return list.map { Grown(type, [.text($0)]) }
  }

  // MARK: growing

  mutating func expression(_ type: String, _ depth: Int) -> Grown {
    guard depth > 0 else { return leaf(type) }
    for _ in 0..<8 {
      let node = attempt(type, depth)
      let known = experience[node.production] ?? (0, 0)
      // What never passed is offered ever more rarely, so that most statements are worth running.
      let odds = max(2, 100 * (known.kept * 4 + 4) / (known.offered + 4))
      if node.production.isEmpty || random.below(100) < odds { return node }
    }
    return leaf(type)
  }

  private mutating func attempt(_ type: String, _ depth: Int) -> Grown {
    let dice = random.below(100)
    if dice < 14 { return leaf(type) }
    if !focus.isEmpty, dice < 70, let groups = productions.calls[type]?.filter({ focus.contains($0[0].name) }), !groups.isEmpty {
      return call(random.choice(random.choice(groups)), type, depth)
    }
    if dice < 56, let groups = productions.calls[type], !groups.isEmpty { return call(random.choice(random.choice(groups)), type, depth) }
    if dice < 64, let sources = productions.casts[type] { return cast(type, from: random.choice(sources), depth) }
    return special(type, depth)
  }

  private mutating func call(_ call: Productions.Call, _ type: String, _ depth: Int) -> Grown {
    let arguments = call.arguments.map { expression($0, depth - 1) }
    let text: GrownText
    switch (call.isOperator, arguments.count) {
    case (true, 1): text = "(\(call.name) \(arguments[0]))"
    case (true, _): text = "(\(arguments[0]) \(call.name) \(arguments[1]))"
    default: text = "\(call.name)(\(list: arguments))"
    }
    return Grown(type, call.signature, text.parts)
  }

  private mutating func cast(_ type: String, from source: String, _ depth: Int) -> Grown {
    let operand = expression(source, depth - 1)
    let widths = ["numeric": "numeric(10,2)", "varchar": "varchar(5)", "bpchar": "char(4)", "timestamp": "timestamp(0)"]
    let target = random.chance(30) ? widths[type] ?? type : type
    let text: GrownText = random.chance(50) ? "CAST(\(operand) AS \(target))" : "(\(operand))::\(target)"
    return Grown(type, "\(source)::\(target)", text.parts)
  }
}
