import PostgresSyntax

/// Where the text of a JSON value goes, and whether the ways to write a number make a difference there.
///
/// PostgreSQL keeps 1.50 and 100.0, and writes all digits; MySQL writes the shortest text of a floating-point number: 1.5, 100.0, 1e22.
extension RewriteContext {
  /// Whether the place of a JSON value's text gives the same result for every way to write a number with a fraction.
  ///
  /// - Parameter isStored: Whether the document is a column of jsonb, in which PostgreSQL keeps no exponents: then no number of another form is
  ///   the text of an integer.
  func isReadApartFromNumbers(_ node: NodeID, isStored: Bool) -> Bool {
    var node = node
    while let parent = tree.parent(of: node) {
      guard passesOn(node, parent) else { return judges(node, parent, isStored: isStored) }
      node = parent
    }
    return false
  }

  /// Whether the parent gives the text of a number as it is.
  private func passesOn(_ node: NodeID, _ parent: NodeID) -> Bool {
    switch tree[parent].kind {
    case .parenthesized, .coalesce: return true
    case .typeCast, .castExpression: return family(of: parent) == .text && (type(of: parent)?.modifier ?? 0) < 0
    case .whenClause: return tree[node].role == .result
    case .caseExpression: return tree[node].role != .operand
    case .trim: return tree[node].role == .argument && tree.child(of: parent, .character) == nil
    case .functionCall:
      guard let function = builtIn(parent), ["lower", "upper", "btrim", "ltrim", "rtrim"].contains(function.name) else { return false }
      return tree.children(of: parent, .argument).count == 1
    default: return false
    }
  }

  private func judges(_ node: NodeID, _ parent: NodeID, isStored: Bool) -> Bool {
    func isWord(_ other: NodeID) -> Bool { constantText(other).map { JSONNumberText.isNoNumber($0, orInteger: isStored) } ?? (tree[unwrapped(other)].kind == .nullLiteral) }
    switch tree[parent].kind {
    case .isNull: return true
    case .binaryOperation:
      guard let name = operatorName(parent), let other = otherOperand(of: parent, than: node) else { return false }
      if ComparisonRule.equality.contains(name) { return isWord(other) }
      if ComparisonRule.order.contains(name) { return constantText(other).map(JSONNumberText.isBesideNumbers) ?? false }
      return ["~~", "!~~", "~~*", "!~~*"].contains(name) && tree[node].role == .left && constantText(other).map(JSONNumberText.isPatternApartFromNumbers) ?? false
    case .like, .ilike:
      guard tree[node].role == .left, tree.child(of: parent, .escape) == nil, let pattern = tree.child(of: parent, .right) else { return false }
      return constantText(pattern).map(JSONNumberText.isPatternApartFromNumbers) ?? false
    case .isDistinctFrom: return otherOperand(of: parent, than: node).map(isWord) ?? true
    case .inList: return tree[node].role == .operand && tree.children(of: parent, .item).allSatisfy(isWord)
    case .anyComparison, .allComparison:
      guard tree[node].role == .left, let name = operatorName(parent), ComparisonRule.equality.contains(name), let list = tree.child(of: parent, .right) else { return false }
      return constantTexts(list)?.allSatisfy { JSONNumberText.isNoNumber($0, orInteger: isStored) } ?? false
    case .caseExpression:
      return tree.children(of: parent, .when).compactMap { tree.child(of: $0, .condition) }.allSatisfy(isWord)
    // PostgreSQL reads no number with a fraction as one of these.
    case .typeCast, .castExpression: return [.integer, .boolean, .uuid, .double].contains(family(of: parent))
    default: return false
    }
  }

  /// A constant text, cast to a text type or not.
  private func constantText(_ node: NodeID) -> String? {
    var node = unwrapped(node)
    while tree[node].kind.isCast, family(of: node) == .text, (type(of: node)?.modifier ?? 0) < 0, let operand = tree.child(of: node, .operand) {
      node = unwrapped(operand)
    }
    return constantString(node)
  }

  /// Whether a JSON value comes from a column of type jsonb, member by member.
  func isInStoredDocument(_ node: NodeID) -> Bool {
    var node = unwrapped(node)
    while let name = operatorName(node), ["->", "#>"].contains(name), builtInOperator(node) != nil, let left = tree.child(of: node, .left) { node = unwrapped(left) }
    return tree[node].kind == .columnReference && family(of: node) == .jsonb
  }
}

/// Texts beside the texts of JSON numbers.
enum JSONNumberText {
  /// Whether no number with a fraction or exponent has this text on either server, nor an object or array.
  ///
  /// - Parameter orInteger: Whether the text of an integer is as good, because only that integer has it.
  static func isNoNumber(_ text: String, orInteger: Bool) -> Bool {
    guard let first = text.utf8.first else { return true }
    if first == 0x7B || first == 0x5B { return false }
    if orInteger, text.utf8.count <= 15, let number = Int(text), "\(number)" == text { return true }
    return Double(text) == nil || !text.utf8.allSatisfy(isOfNumbers)
  }

  /// Whether every number, object and array sorts to the same side of it.
  static func isBesideNumbers(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return first != 0x2D && first != 0x7B && first != 0x5B && !first.isDigit
  }

  /// Whether a LIKE pattern matches as well with every number written otherwise: each of its pieces between % has a character that numbers do not
  /// have, and none that they have beside one that can stand before or after a number.
  static func isPatternApartFromNumbers(_ pattern: String) -> Bool {
    guard !pattern.utf8.contains(0x5F), !pattern.utf8.contains(0x5C) else { return false }
    let pieces = pattern.utf8.split(separator: 0x25)
    // An anchored end may be a number's: 'a%' and '%a' are safe because of the character that no number has.
    return pieces.allSatisfy { piece in
      guard piece.contains(where: { !isOfNumbers($0) }) else { return false }
      return !piece.contains(where: isOfNumbers) || !piece.contains(where: { " ,:[]{}".utf8.contains($0) })
    }
  }

  private static func isOfNumbers(_ byte: UInt8) -> Bool { byte.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) }
}
