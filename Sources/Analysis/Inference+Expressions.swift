import PostgresCatalog
import PostgresSyntax
import SourceText

extension Inference {
  /// Finds the type of an expression and of all within it; does nothing where that was done before.
  ///
  /// The left spine (`a + b + c…`) is walked by a loop, for it may be as long as the statement; everything else recurses, as deep as
  /// the parser lets expressions nest.
  func expression(_ id: NodeID) {
    guard !isDone[Int(id.index)] else { return }
    depth += 1
    defer { depth -= 1 }
    isDone[Int(id.index)] = true
    guard depth <= Self.depthLimit, var node = leftmost(of: id) else {
      return resolve(id, .unresolved("the expression is too deep to be analysed"))
    }
    while true {
      isDone[Int(node.index)] = true
      analyze(node)
      guard node != id else { return }
      node = NodeID(Int(tree.nodes[Int(node.index)].parent))
    }
  }

  /// The leftmost of the operands within each other that are not analysed; nil beyond the limit.
  private func leftmost(of id: NodeID) -> NodeID? {
    var (node, count) = (id, 1)
    while let next = leftOperand(node), !isDone[Int(next.index)] {
      guard count < Self.chainLimit else { return nil }
      (node, count) = (next, count + 1)
    }
    return node
  }

  /// The operand that is analysed first and stands first, of the kinds that can form chains.
  private func leftOperand(_ id: NodeID) -> NodeID? {
    switch kind(id) {
    case .binaryOperation, .like, .ilike, .similarTo, .isDistinctFrom: child(id, .left)
    case .typeCast, .castExpression:
      // ARRAY takes its element type from a cast around it.
      child(id, .operand).flatMap { kind(unparenthesized($0)) == .arrayConstructor ? nil : $0 }
    case .unaryOperation, .parenthesized, .isNull, .isTrue, .isFalse, .isUnknown, .isOther, .between, .subscript, .slice, .atTimeZone,
      .collate, .not:
      child(id, .operand)
    default: nil
    }
  }

  /// Dispatches one node whose left operand, for chains, is done.
  private func analyze(_ id: NodeID) {
    switch kind(id) {
    case .integerLiteral, .numericLiteral: set(id, numberType(id, isNegative: false))
    case .stringLiteral, .nullLiteral: set(id, .unknown)
    case .bitStringLiteral: set(id, .bit)
    case .booleanLiteral: set(id, .bool)
    case .typedLiteral: typedLiteral(id)
    case .placeholder: placeholder(id)
    case .columnReference, .identifier: columnReference(id)
    case .parenthesized: parenthesized(id)
    case .collate: collate(id)
    case .unaryOperation: unaryOperation(id)
    case .binaryOperation: binaryOperation(id)
    case .and: junction(id, "AND")
    case .or: junction(id, "OR")
    case .not: junction(id, "NOT")
    case .isTrue: junction(id, has(id, .negated) ? "IS NOT TRUE" : "IS TRUE")
    case .isFalse: junction(id, has(id, .negated) ? "IS NOT FALSE" : "IS FALSE")
    case .isUnknown: junction(id, has(id, .negated) ? "IS NOT UNKNOWN" : "IS UNKNOWN")
    case .isNull: test(id)
    case .isOther: otherTest(id)
    case .isDistinctFrom: isDistinctFrom(id)
    default: analyzeFurther(id)
    }
  }

  private func analyzeFurther(_ id: NodeID) {
    switch kind(id) {
    case .between: between(id)
    case .inList: inList(id)
    case .inSubquery: inSubquery(id)
    case .like, .ilike, .similarTo: pattern(id)
    case .anyComparison, .allComparison: quantifiedComparison(id)
    case .functionCall: functionCall(id)
    case .typeCast, .castExpression: typeCast(id)
    case .caseExpression: caseExpression(id)
    case .coalesce: choice(id, "COALESCE")
    case .greatest: choice(id, "GREATEST")
    case .least: choice(id, "LEAST")
    case .nullif: nullif(id)
    case .arrayConstructor: arrayConstructor(id, array: 0)
    case .rowConstructor: rowConstructor(id)
    case .subscript, .slice: subscripted(id)
    case .fieldSelection: fieldSelection(id)
    case .scalarSubquery, .arraySubquery, .exists: subqueryExpression(id)
    case .sqlValueFunction, .extract, .position, .substring, .overlay, .trim, .atTimeZone, .overlaps, .specialFunction:
      specialExpression(id)
    default: others(id)
    }
  }

  /// Nodes that are no expressions of their own, or whose meaning only their parent knows: their parts are still analysed.
  private func others(_ id: NodeID) {
    switch kind(id) {
    case .query: queryExpression(id)
    case .star: wholeRowStar(id)
    case .defaultValue: report("42601", "DEFAULT is not allowed in this context", at: id)
    case .hole, .operatorName, .typeName, .qualifiedName, .currentOf: break
    case .namedArgument:
      if let value = child(id, .value) {
        expression(value)
        set(id, reference(of: value))
      }
    default: for part in each(id) { expression(part) }
    }
  }
}

// MARK: - Literals, parameters and what passes its operand through

extension Inference {
  /// int4, int8 or numeric, by the value ("Numeric Constants").
  func numberType(_ id: NodeID, isNegative: Bool) -> OID {
    let range = tree[id].range
    let written = tree.text.bytes[max(0, range.start)..<min(range.end, tree.text.bytes.count)]
    // Eight digits are within every limit.
    if 1...8 ~= written.count, written.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) { return .int4 }
    var digits = written.filter { $0 != UInt8(ascii: "_") }[...]
    var radix: UInt64 = 10
    if digits.count > 2, digits.first == UInt8(ascii: "0"), let letter = digits.dropFirst().first {
      switch letter | 0x20 {
      case UInt8(ascii: "x"): radix = 16
      case UInt8(ascii: "o"): radix = 8
      case UInt8(ascii: "b"): radix = 2
      default: break
      }
      if radix != 10 { digits = digits.dropFirst(2) }
    }
    guard let value = Self.integer(digits, radix) else { return .numeric }
    if value <= (isNegative ? 1 << 31 : (1 << 31) - 1) { return .int4 }
    return value <= (isNegative ? 1 << 63 : (1 << 63) - 1) ? .int8 : .numeric
  }

  /// The value of digits; nil for anything else and for more than 64 bits.
  private static func integer(_ digits: ArraySlice<UInt8>, _ radix: UInt64) -> UInt64? {
    var value: UInt64 = 0
    for byte in digits {
      let digit: UInt64
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f") where radix == 16: digit = UInt64(byte - UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F") where radix == 16: digit = UInt64(byte - UInt8(ascii: "A")) + 10
      default: return nil
      }
      let (product, first) = value.multipliedReportingOverflow(by: radix)
      let (sum, second) = product.addingReportingOverflow(digit)
      if first || second { return nil }
      value = sum
    }
    return digits.isEmpty ? nil : value
  }

  private func typedLiteral(_ id: NodeID) {
    let target = child(id, .type).flatMap { typeReference($0) }
    if let value = child(id, .value) {
      expression(value)
      if let target { coerce(value, to: target.oid, modifier: target.oid == .interval ? target.modifier : -1) }
    }
    if let target { set(id, target) }
  }

  private func placeholder(_ id: NodeID) {
    guard let number = parameter(of: id) else { return set(id, .unknown) }
    set(id, parameters[number] ?? TypeReference(.unknown))
  }

  private func parenthesized(_ id: NodeID) {
    guard let operand = child(id, .operand) ?? firstChild(id) else { return }
    expression(operand)
    set(id, reference(of: operand))
  }

  private func collate(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    set(id, reference(of: operand))
    if let name = child(id, .name) { collation(id, name, type(of: operand)) }
  }

  private func junction(_ id: NodeID, _ construct: String) {
    for part in each(id) { condition(part, construct) }
    set(id, .bool)
  }

  /// IS DOCUMENT, and IS NORMALIZED, which is a function.
  private func otherTest(_ id: NodeID) {
    let operand = child(id, .operand)
    if let operand { expression(operand) }
    defer { set(id, .bool) }
    guard let operand else { return }
    if isDocumentTest(id) { return coerceArgument(operand, to: .xml, of: "IS DOCUMENT") }
    let words = tree.tokens(in: ByteRange(tree[operand].range.end, tree[id].range.end))
    if words.contains(where: { $0.keyword == .normalized }) { systemCall(id, "is_normalized", [operand]) }
  }

  /// Whether a test that is neither of NULL nor of truth is IS DOCUMENT.
  func isDocumentTest(_ id: NodeID) -> Bool {
    guard let operand = child(id, .operand) else { return false }
    return tree.tokens(in: ByteRange(tree[operand].range.end, tree[id].range.end)).contains { $0.keyword == .document }
  }

  private func test(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return set(id, .bool) }
    expression(operand)
    set(id, .bool)
  }
}
