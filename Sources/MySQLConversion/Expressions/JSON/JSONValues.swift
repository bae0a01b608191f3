import PostgresSyntax
import SourceText

/// How SQL values stand in JSON: what `to_jsonb` makes of them. Floating-point numbers are left out: PostgreSQL writes 2 and all digits
/// of 1e300, MySQL 2.0 and 1e300.
extension RewriteContext {
  /// The value as an argument of JSON_OBJECT or JSON_ARRAY; nil where PostgreSQL writes it in a form that MySQL does not.
  mutating func jsonValue(of node: NodeID) -> Output? {
    guard let family = coercedFamily(of: node) else { return nil }
    if tree[unwrapped(node)].kind == .nullLiteral { return Output(keyword("NULL")) }
    switch family {
    case .record: return rowObject(node)
    // A driver may send a number as text or as floating point.
    case .integer where tree[unwrapped(node)].kind == .placeholder || isTruthAsNumber(node): return fill("CAST({0} AS SIGNED)", with: [node])
    case .array where elementFamily(of: node).map(hasMoments) ?? true: return nil
    case .integer, .decimal, .text, .uuid, .enumeration, .json, .jsonb, .array: return convert(node)
    // A TINYINT would be 1 or 0.
    case .boolean: return fill("CAST(ELT({0} + 1, 'false', 'true') AS JSON)", with: [node])
    default: return jsonString(of: node)
    }
  }

  /// The value as an element of an array: a moment as PostgreSQL's arrays write it, not JSON.
  mutating func arrayItem(of node: NodeID) -> Output? {
    guard let family = coercedFamily(of: node), hasMoments(family) else { return jsonValue(of: node) }
    guard tree[unwrapped(node)].kind != .nullLiteral else { return Output(keyword("NULL")) }
    return self.family(of: node) == family ? textForm(of: node).map { Output($0) } : nil
  }

  /// The same as the text of a JSON document.
  mutating func arrayItemText(of node: NodeID) -> Output? {
    guard let family = coercedFamily(of: node), hasMoments(family) else { return jsonText(of: node) }
    return arrayItem(of: node).map { fill("CAST(JSON_QUOTE({0}) AS CHAR)", with: [$0]) }
  }

  /// Whether the number is made of a boolean, which MySQL's JSON functions write as true or false still.
  private func isTruthAsNumber(_ node: NodeID) -> Bool {
    let node = unwrapped(node)
    guard [.typeCast, .castExpression, .functionCall, .scalarSubquery].contains(tree[node].kind) else { return false }
    return tree.descendants(of: node).contains { next in
      guard let operand = tree.child(of: next, .operand) ?? tree.child(of: next, .argument) else { return false }
      return family(of: next) == .integer && family(of: operand) == .boolean
    }
  }

  func hasMoments(_ family: TypeFamily) -> Bool { family == .timestamp || family == .timestamptz }

  /// The text of a moment in JSON: ISO 8601 with a T.
  private mutating func jsonString(of node: NodeID) -> Output? {
    guard let family = coercedFamily(of: node), let template = jsonMoment(family) else { return nil }
    return fill(template, with: [node])
  }

  func jsonMoment(_ family: TypeFamily) -> Template? {
    switch family {
    case .date: "DATE_FORMAT({0}, '%Y-%m-%d')"
    case .time: "TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM TIME_FORMAT({0}, '%H:%i:%s.%f')))"
    case .timestamp: "TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT({0}, '%Y-%m-%dT%H:%i:%s.%f')))"
    case .timestamptz where sessionIsUTC: "CONCAT(TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT({0}, '%Y-%m-%dT%H:%i:%s.%f'))), '+00:00')"
    default: nil
    }
  }

  /// The value as a JSON document of its own.
  mutating func jsonDocument(of node: NodeID) -> Output? {
    guard let family = coercedFamily(of: node) else { return nil }
    switch family {
    case .array where elementFamily(of: node).map(hasMoments) ?? true: return nil
    case .json, .jsonb, .array: return convert(node)
    case .record: return rowObject(node)
    case .boolean: return jsonValue(of: node)
    case .integer where isTruthAsNumber(node): return fill("CAST(CAST({0} AS SIGNED) AS JSON)", with: [node])
    case .integer, .decimal: return fill("CAST({0} AS JSON)", with: [node])
    case .enumeration where tree[unwrapped(node)].kind != .columnReference: return fill("CAST(JSON_QUOTE(CAST({0} AS CHAR)) AS JSON)", with: [node])
    case .text, .uuid, .enumeration: return fill("CAST(JSON_QUOTE({0}) AS JSON)", with: [node])
    default: return jsonString(of: node).map { fill("CAST(JSON_QUOTE({0}) AS JSON)", with: [$0]) }
    }
  }

  /// The value as the text of a JSON document, for putting several together.
  mutating func jsonText(of node: NodeID) -> Output? {
    guard let family = coercedFamily(of: node) else { return nil }
    switch family {
    case .array where elementFamily(of: node).map(hasMoments) ?? true: return nil
    case .json, .jsonb, .array, .integer, .decimal: return fill("CAST({0} AS CHAR)", with: [node])
    case .boolean: return fill("ELT({0} + 1, 'false', 'true')", with: [node])
    case .record: return rowObject(node).map { fill("CAST({0} AS CHAR)", with: [$0]) }
    case .enumeration where tree[unwrapped(node)].kind != .columnReference: return fill("CAST(JSON_QUOTE(CAST({0} AS CHAR)) AS CHAR)", with: [node])
    case .text, .uuid, .enumeration: return fill("CAST(JSON_QUOTE({0}) AS CHAR)", with: [node])
    default: return jsonString(of: node).map { fill("CAST(JSON_QUOTE({0}) AS CHAR)", with: [$0]) }
    }
  }
}

/// A PostgreSQL array constant: `{a,"b c",NULL}`; nil for other than one dimension and for what is cut short.
enum ArrayConstant {
  static func elements(_ text: String) -> [String?]? {
    var rest = Substring(text.trimmingBlanks())
    guard rest.first == "{", rest.last == "}" else { return nil }
    rest = rest.dropFirst().dropLast()
    if rest.allSatisfy({ $0 == " " }) { return [] }
    var elements: [String?] = []
    while true {
      while rest.first == " " { rest.removeFirst() }
      var (value, isQuoted) = ("", false)
      if rest.first == "\"" {
        isQuoted = true
        rest.removeFirst()
        while let character = rest.popFirst(), character != "\"" {
          if character == "\\" { guard let next = rest.popFirst() else { return nil }; value.append(next) } else { value.append(character) }
        }
        while rest.first == " " { rest.removeFirst() }
      } else {
        while let character = rest.first, character != "," {
          guard !"{}\"\\".contains(character) else { return nil }
          value.append(character)
          rest.removeFirst()
        }
        value = value.trimmingBlanks()
        guard !value.isEmpty else { return nil }
      }
      elements.append(!isQuoted && value.uppercased() == "NULL" ? nil : value)
      guard let separator = rest.popFirst() else { return elements }
      guard separator == "," else { return nil }
    }
  }
}
