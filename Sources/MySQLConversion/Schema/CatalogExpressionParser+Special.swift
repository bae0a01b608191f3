/// Calls and type names with a grammar of their own.
extension CatalogExpressionParser {
  /// EXTRACT, POSITION, SUBSTRING and TRIM in the standard's syntax, or as ordinary calls of the same name.
  mutating func specialCall(_ word: String) throws(NotConvertible) -> CatalogExpression {
    advance()
    try expect("(")
    switch word {
    case "extract":
      let field: String
      if case .string(let text) = peek {
        advance()
        field = text.lowercased()
      } else {
        field = try identifier()
      }
      try expect(word: "from")
      let operand = try expression(0)
      try expect(")")
      return .extract(field, operand)
    case "position":
      // Above `IN`, which would otherwise be taken as the operator.
      let needle = try expression(7)
      try expect(word: "in")
      let text = try expression(0)
      try expect(")")
      return .call(CatalogFunctionName(schema: nil, name: "strpos"), [text, needle])
    case "substring": return try substring()
    case "trim": return try trim()
    default: throw NotConvertible("calls \(word)")
    }
  }

  private mutating func substring() throws(NotConvertible) -> CatalogExpression {
    let name = CatalogFunctionName(schema: nil, name: "substring")
    var arguments = [try expression(0)]
    if take(.punctuation(",")) { return .call(name, arguments + (try list(until: ")"))) }
    try expect(word: "from")
    arguments.append(try expression(0))
    if take(word: "for") { arguments.append(try expression(0)) }
    try expect(")")
    return .call(name, arguments)
  }

  private mutating func trim() throws(NotConvertible) -> CatalogExpression {
    var side = "both"
    for word in ["both", "leading", "trailing"] where take(word: word) { side = word }
    if take(word: "from") {
      let text = try expression(0)
      try expect(")")
      return .trim(side, nil, text)
    }
    let first = try expression(0)
    guard take(word: "from") else {
      try expect(")")
      return .trim(side, nil, first)
    }
    let text = try expression(0)
    try expect(")")
    return .trim(side, first, text)
  }

  /// A type's name after `::`, in the grammar's spelling or the catalog's.
  mutating func typeName() throws(NotConvertible) -> CatalogTypeName {
    var type: CatalogTypeName
    if case .word(let word) = peek, let spelled = try standardType(word) {
      type = spelled
    } else {
      let name = try name()
      type = CatalogTypeName(schema: name.schema, name: name.name, modifiers: try modifiers())
    }
    while take(.punctuation("[")) {
      try expect("]")
      type.isArray = true
    }
    return type
  }

  private mutating func standardType(_ word: String) throws(NotConvertible) -> CatalogTypeName? {
    func simple(_ name: String) -> CatalogTypeName { CatalogTypeName(name: name) }
    switch word {
    case "integer", "int", "smallint", "bigint", "real", "boolean":
      advance()
      return simple(["integer": "int4", "int": "int4", "smallint": "int2", "bigint": "int8", "real": "float4"][word] ?? "bool")
    case "double":
      advance()
      try expect(word: "precision")
      return simple("float8")
    case "character", "bit":
      advance()
      let name = take(word: "varying") ? (word == "bit" ? "varbit" : "varchar") : (word == "bit" ? "bit" : "bpchar")
      return CatalogTypeName(name: name, modifiers: try modifiers())
    case "decimal", "dec":
      advance()
      return CatalogTypeName(name: "numeric", modifiers: try modifiers())
    case "timestamp", "time":
      advance()
      let modifiers = try modifiers()
      var suffix = ""
      if take(word: "with") { suffix = "tz" } else if !take(word: "without") { return CatalogTypeName(name: word, modifiers: modifiers) }
      try expect(word: "time")
      try expect(word: "zone")
      return CatalogTypeName(name: word + suffix, modifiers: modifiers)
    default: return nil
    }
  }

  private mutating func modifiers() throws(NotConvertible) -> [Int] {
    guard take(.punctuation("(")) else { return [] }
    return try list(until: ")").map { (item) throws(NotConvertible) in
      guard case .number(let text) = item, let value = Int(text) else { throw NotConvertible("has a type modifier that is no number") }
      return value
    }
  }
}
