/// A piece of generated SQL: a tree, so that a failing statement can be made smaller part by part.
struct Grown: Sendable {
  enum Part: Sendable {
    case text(String)
    case node(Grown)
    case parameter(BoundValue)
  }

  /// The value of a parameter.
  struct BoundValue: Sendable {
    /// In PostgreSQL's text form; nil is NULL.
    var text: String?
    /// The name of the type that it is a value of.
    var type: String
  }

  /// A type's name for an expression, else the name of a clause: nodes of one sort can stand for each other.
  var sort: String
  /// What made it: `lower(text)`, `CASE`. Empty for leaves.
  var production: String
  var parts: [Part]
  /// Whether the statement is still one without it.
  var isOptional = false

  init(_ sort: String, _ production: String, _ parts: [Part]) { (self.sort, self.production, self.parts) = (sort, production, parts) }

  init(_ sort: String, _ parts: [Part], isOptional: Bool = false) {
    (self.sort, self.production, self.parts, self.isOptional) = (sort, "", parts, isOptional)
  }

  /// The text, and the values of its parameters in order.
  func rendered() -> (sql: String, parameters: [BoundValue]) {
    var (sql, parameters) = ("", [BoundValue]())
    render(&sql, &parameters)
    return (sql, parameters)
  }

  private func render(_ sql: inout String, _ parameters: inout [BoundValue]) {
    for part in parts {
      switch part {
      case .text(let text): sql += text
      case .node(let node): node.render(&sql, &parameters)
      case .parameter(let value):
        parameters.append(value)
        sql += "$\(parameters.count)"
      }
    }
  }

  /// The productions in it.
  var productions: [String] {
    parts.reduce(into: production.isEmpty ? [] : [production]) { list, part in
      if case .node(let node) = part { list += node.productions }
    }
  }

  var isLeaf: Bool { !parts.contains { if case .node = $0 { true } else { false } } }
}

// MARK: smaller forms

extension Grown {
  /// Trees with one part made smaller, the boldest first.
  ///
  /// - Parameter leaves: The simplest expressions of a type.
  func smaller(_ leaves: (String) -> [Grown]) -> [Grown] {
    var result: [Grown] = []
    if isOptional, !parts.isEmpty { result.append(Grown(sort, [])) }
    if !isLeaf {
      result += descendants.filter { $0.sort == sort }
      result += leaves(sort)
    }
    for (index, part) in parts.enumerated() {
      guard case .node(let node) = part else {
        if case .parameter = part, parts.count == 1 { result += leaves(sort) }
        continue
      }
      for replacement in node.smaller(leaves) {
        var copy = self
        copy.parts[index] = .node(replacement)
        result.append(copy)
      }
    }
    return result
  }

  private var descendants: [Grown] {
    parts.flatMap { part -> [Grown] in if case .node(let node) = part { [node] + node.descendants } else { [] } }
  }
}

/// `Grown` written as a string: `"lower(\(x))"`, where `x` is a node.
struct GrownText: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Grown.Part] = []
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }
    mutating func appendInterpolation(_ node: Grown) { parts.append(.node(node)) }
    mutating func appendInterpolation(_ text: GrownText) { parts += text.parts }
    mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    mutating func appendInterpolation(list: [Grown], _ separator: String = ", ") {
      for (index, node) in list.enumerated() { parts += (index > 0 ? [.text(separator)] : []) + [.node(node)] }
    }
  }

  let parts: [Grown.Part]
  init(stringLiteral text: String) { parts = [.text(text)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
}
