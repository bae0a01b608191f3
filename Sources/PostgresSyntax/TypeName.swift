import SourceText

/// A type as the grammar understands its name.
package struct TypeName: Hashable, Sendable {
  /// As written; `pg_catalog` for a type named by the grammar's keywords, whatever the search path holds.
  package var schema: String?
  /// As `pg_type.typname`: `int4`, `varchar`, `timestamptz`, `float8`, `bool`, `bpchar`, `interval`…; else as written, folded.
  package var name: String
  /// As PostgreSQL hands them to the type: a length, a precision and a scale; for an interval a mask of fields (32767 for all) and a
  /// precision. Empty for none, and where one is no integer.
  package var modifiers: [Int]
  /// 0 for no array.
  package var arrayDimensions: Int
  package var isSetOf: Bool

  package init(schema: String? = nil, name: String, modifiers: [Int] = [], arrayDimensions: Int = 0, isSetOf: Bool = false) {
    (self.schema, self.name, self.modifiers) = (schema, name, modifiers)
    (self.arrayDimensions, self.isSetOf) = (arrayDimensions, isSetOf)
  }
}

extension SyntaxTree {
  /// What a `typeName` node names; also for the `type` of a cast or typed literal.
  package func typeName(of id: NodeID) -> TypeName {
    let node = self[id].kind == .typeName ? id : child(of: id, .type) ?? id
    var result: TypeName
    let modifiers = children(of: node, .modifier)
    let values = modifiers.compactMap { integerModifier($0) }
    if let name = child(of: node, .name), self[name].firstChild < 0, self[name].kind == .qualifiedName {
      result = keywordType(node, modifiers: values)
    } else {
      let parts = child(of: node, .name).map { qualifiedName(of: $0) } ?? []
      result = TypeName(
        schema: parts.count > 1 ? parts[parts.count - 2] : nil, name: parts.last ?? "",
        modifiers: values.count == modifiers.count ? values : [])
    }
    result.isSetOf = self[node].attributes.contains(.setOf)
    result.arrayDimensions = arrayDimensions(node)
    return result
  }

  private func integerModifier(_ id: NodeID) -> Int? {
    if let value = integerValue(of: id) { return value }
    guard self[id].kind == .unaryOperation, operatorName(of: id) == "-", let operand = child(of: id, .operand) else { return nil }
    return integerValue(of: operand).map { -$0 }
  }

  private func arrayDimensions(_ node: NodeID) -> Int {
    guard self[node].attributes.contains(.array) else { return 0 }
    // ARRAY[n] is one; brackets outside parentheses each one.
    let brackets = tokens(in: self[node].range).count { $0.symbol == .leftBracket }
    return max(brackets, 1)
  }

  /// A type whose name is made of keywords (`Numeric`, `Bit`, `Character`, `ConstDatetime`, `ConstInterval` of gram.y).
  private func keywordType(_ node: NodeID, modifiers: [Int]) -> TypeName {
    let words = tokens(in: self[node].range).compactMap(\.keyword)
    let isVarying = words.contains(.varying)
    let isLiteral = parent(of: node).map { self[$0].kind == .typedLiteral } ?? false
    var (name, modifiers) = ("", modifiers)
    switch words.first {
    case .int, .integer: name = "int4"
    case .smallint: name = "int2"
    case .bigint: name = "int8"
    case .real: name = "float4"
    case .double: name = "float8"
    case .float:
      name = (modifiers.first ?? 53) <= 24 ? "float4" : "float8"
      modifiers = []
    case .decimal, .dec, .numeric: name = "numeric"
    case .boolean: name = "bool"
    case .varchar: name = "varchar"
    case .character, .char, .national, .nchar:
      name = isVarying ? "varchar" : "bpchar"
      if !isVarying, modifiers.isEmpty, !isLiteral { modifiers = [1] }
    case .bit:
      name = isVarying ? "varbit" : "bit"
      if !isVarying, modifiers.isEmpty, !isLiteral { modifiers = [1] }
    case .timestamp: name = words.contains(.with) ? "timestamptz" : "timestamp"
    case .time: name = words.dropFirst().first == .with ? "timetz" : "time"
    case .interval: (name, modifiers) = ("interval", intervalModifiers(node, precision: modifiers.first))
    default: name = string(of: node).lowercased()
    }
    return TypeName(schema: "pg_catalog", name: name, modifiers: modifiers)
  }

  /// `opt_interval`'s mask of fields (`INTERVAL_MASK` of `timestamp.h`), and the precision.
  private func intervalModifiers(_ node: NodeID, precision: Int?) -> [Int] {
    // In a literal the fields follow the value, outside of the type.
    var range = self[node].range
    if let parent = parent(of: node), self[parent].kind == .typedLiteral { range = self[parent].range }
    let words = tokens(in: range).compactMap(\.keyword)
    let fields: [Keyword: Int] = [.year: 2, .month: 1, .day: 3, .hour: 10, .minute: 11, .second: 12]
    let order: [Keyword] = [.year, .month, .day, .hour, .minute, .second]
    let named = order.indices.filter { words.contains(order[$0]) }
    var precision = precision
    if let parent = parent(of: node), self[parent].kind == .typedLiteral {
      precision = precision ?? children(of: parent, .modifier).compactMap { integerModifier($0) }.first
    }
    guard let first = named.first, let last = named.last else { return precision.map { [32767, $0] } ?? [] }
    let mask = order[first...last].reduce(0) { $0 | 1 << (fields[$1] ?? 0) }
    return precision.map { [mask, $0] } ?? [mask]
  }
}
