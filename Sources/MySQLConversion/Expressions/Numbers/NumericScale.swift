import PostgresSyntax
import SourceText

/// The digits after the point that PostgreSQL writes of a numeric expression, the same for every row.
struct NumericScale: Equatable {
  var digits: Int
  /// Whether MySQL's value of the converted expression has as many.
  var isKept: Bool
}

extension RewriteContext {
  /// The scale of an integer or numeric expression; nil where it depends on the row, or is not known.
  func numericScale(of node: NodeID) -> NumericScale? {
    let node = unwrapped(node)
    guard let type = type(of: node) else { return nil }
    switch catalog.family(of: type.oid) {
    case .integer: return NumericScale(digits: 0, isKept: true)
    case .decimal: break
    default: return nil
    }
    if let shape = numericShape(type.modifier) { return shape.scale <= 30 ? NumericScale(digits: shape.scale, isKept: true) : nil }
    switch tree[node].kind {
    case .numericLiteral:
      return DecimalText(tree.string(of: node)).map { NumericScale(digits: $0.fractionDigits, isKept: true) }
    case .unaryOperation: return tree.child(of: node, .operand).flatMap { numericScale(of: $0) }
    case .binaryOperation: return scaleOfOperation(node)
    case .functionCall: return scaleOfCall(node)
    case .typeCast, .castExpression: return scaleOfCast(node)
    case .extract: return decimalShape(of: node).map { NumericScale(digits: $0.scale, isKept: true) }
    case .coalesce, .greatest, .least: return common(tree.children(of: node, .argument))
    case .nullif: return tree.children(of: node, .argument).first.flatMap { numericScale(of: $0) }
    case .caseExpression:
      return common(tree.children(of: node, .when).compactMap { tree.child(of: $0, .result) } + tree.children(of: node, .else))
    default: return nil
    }
  }

  /// The scale that all values have.
  private func common(_ values: [NodeID]) -> NumericScale? {
    let values = values.filter { tree[unwrapped($0)].kind != .nullLiteral }
    guard let first = values.first.flatMap({ numericScale(of: $0) }), first.isKept, values.allSatisfy({ numericScale(of: $0) == first }) else { return nil }
    return first
  }

  private func scaleOfOperation(_ node: NodeID) -> NumericScale? {
    guard let name = operatorName(node), builtInOperator(node) != nil, let (left, right) = operands(of: node),
      let a = numericScale(of: left), let b = numericScale(of: right)
    else { return nil }
    switch name {
    case "+", "-", "%": return NumericScale(digits: max(a.digits, b.digits), isKept: a.isKept && b.isKept)
    case "*": return a.digits + b.digits <= 30 ? NumericScale(digits: a.digits + b.digits, isKept: a.isKept && b.isKept) : nil
    default: return nil
    }
  }

  /// Without a precision a cast keeps the digits that the value has.
  private func scaleOfCast(_ node: NodeID) -> NumericScale? {
    guard let operand = tree.child(of: node, .operand) else { return nil }
    if let text = constantString(operand) { return DecimalText(text).map { NumericScale(digits: $0.fractionDigits, isKept: true) } }
    return numericScale(of: operand)
  }

  private func scaleOfCall(_ node: NodeID) -> NumericScale? {
    guard let function = builtIn(node), let argument = tree.children(of: node, .argument).first, let inner = numericScale(of: argument) else { return nil }
    let arguments = tree.children(of: node, .argument)
    switch (function.name, arguments.count) {
    case ("abs", 1), ("sum", 1), ("min", 1), ("max", 1): return inner
    case ("ceil", 1), ("ceiling", 1), ("floor", 1), ("round", 1), ("trunc", 1), ("sign", 1), ("div", 2): return NumericScale(digits: 0, isKept: true)
    case ("round", 2), ("trunc", 2):
      guard let digits = constantInteger(arguments[1]), (-30...30).contains(digits) else { return nil }
      return NumericScale(digits: max(digits, 0), isKept: digits <= inner.digits && inner.isKept)
    case ("mod", 2):
      return numericScale(of: arguments[1]).map { NumericScale(digits: max(inner.digits, $0.digits), isKept: inner.isKept && $0.isKept) }
    default: return nil
    }
  }

  /// Whether a call rounds its value at a scale that is constant: its text is known whatever the value's own scale is.
  func roundedScale(of node: NodeID) -> Int? {
    let node = unwrapped(node)
    guard tree[node].kind == .functionCall, let function = builtIn(node), function.name == "round" || function.name == "trunc", family(of: node) == .decimal
    else { return nil }
    let arguments = tree.children(of: node, .argument)
    if arguments.count == 1 { return 0 }
    return arguments.count == 2 ? constantInteger(arguments[1]).flatMap { (-30...30).contains($0) ? max($0, 0) : nil } : nil
  }

  /// The text of a numeric value with all the digits that PostgreSQL writes; nil where they are not known.
  mutating func numericText(of node: NodeID) -> [Piece]? {
    if let scale = numericScale(of: node) {
      return scale.isKept ? convert(node).pieces : fill(Template("CAST({0} AS DECIMAL(65,\(scale.digits)))"), with: [node])?.pieces
    }
    if let scale = roundedScale(of: node) { return fill(Template("CAST({0} AS DECIMAL(65,\(scale)))"), with: [node])?.pieces }
    return trimmedText(of: unwrapped(node))
  }

  /// COALESCE and CASE of values with different scales: each value's own text.
  mutating func conditionalText(of node: NodeID) -> [Piece]? {
    let node = unwrapped(node)
    var texts: [NodeID: [Piece]] = [:]
    let values: [NodeID]
    switch tree[node].kind {
    case .coalesce: values = tree.children(of: node, .argument)
    case .caseExpression: values = tree.children(of: node, .when).compactMap { tree.child(of: $0, .result) } + tree.children(of: node, .else)
    default: return nil
    }
    for value in values where tree[unwrapped(value)].kind != .nullLiteral {
      guard let family = family(of: value), family == .integer || family == .decimal, let text = numericText(of: value) else { return nil }
      let opening = Piece.text(keyword("CAST") + "(")
      texts[value] = [opening] + text + [.text(keyword(" AS CHAR") + ")")]
    }
    guard tree[node].kind == .caseExpression else { return copy(node, replacing: texts) }
    // The results lie one level below, in the branches.
    var replacements: [NodeID: [Piece]] = [:]
    for child in tree.children(of: node) {
      if let text = texts[child] { replacements[child] = text } else if tree[child].kind == .whenClause { replacements[child] = copy(child, replacing: texts) }
    }
    return copy(node, replacing: replacements)
  }

  /// `trim_scale(x)` as text.
  private mutating func trimmedText(of node: NodeID) -> [Piece]? {
    guard tree[node].kind == .functionCall, let function = builtIn(node), function.name == "trim_scale", let argument = tree.children(of: node, .argument).first,
      let scale = numericScale(of: argument), scale.isKept
    else { return nil }
    return fill(scale.digits > 0 ? "TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST({0} AS CHAR)))" : "CAST({0} AS CHAR)", with: [argument])?.pieces
  }
}
