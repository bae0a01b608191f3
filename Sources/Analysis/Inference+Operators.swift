import PostgresCatalog
import PostgresSyntax
import SourceText

extension Inference {
  /// Resolves an operator over two analysed operands, has them coerced and notes operator and result type on `id`.
  ///
  /// - Parameters:
  ///   - isImplied: The operator is not the node's own: its result is not the node's type.
  ///   - isLeftUntyped: The left operand has no type of its own; one that another comparison gave it does not count, for PostgreSQL reads
  ///     such an operand anew for each comparison.
  func resolveOperator(
    _ id: NodeID, _ name: (schema: String?, name: String), _ left: NodeID?, _ right: NodeID, isImplied: Bool = false,
    isLeftUntyped: Bool = false, shown: String? = nil
  ) {
    let shownName = (schema: name.schema, name: shown ?? name.name)
    let (leftType, rightType) = (isLeftUntyped ? .unknown : left.map { type(of: $0) } ?? 0, type(of: right))
    if rightType == 0 || (left != nil && leftType == 0) {
      let agreed = analyzer.operators.agreedResult(
        name.name, schema: name.schema, left: leftType, right: rightType, isPrefix: left == nil)
      if !isImplied { set(id, agreed) }
      if let left, (leftType == 0) != (rightType == 0) {
        demand(leftType == 0 ? left : right, analyzer.operators.demandedOperand(name.name, schema: name.schema, left: leftType, right: rightType))
      }
      return resolve(id, .unresolved("the type of an operand is not known"))
    }
    switch cache.operator(name.name, schema: name.schema, left: leftType, right: rightType) {
    case .found(let found):
      if let left, !isLeftUntyped || type(of: left) == .unknown { coerce(left, to: found.left) }
      coerce(right, to: found.right)
      resolve(id, .operator(found.row))
      if !isImplied { set(id, found.result) }
    case .ambiguous: failedOperator(id, shownName, left: left == nil ? nil : leftType, right: rightType, isAmbiguous: true)
    case .none: failedOperator(id, shownName, left: left == nil ? nil : leftType, right: rightType, isAmbiguous: false)
    }
  }

  /// Resolves an operator by types alone: for comparisons that PostgreSQL implies.
  func operatorRow(_ name: (schema: String?, name: String), _ left: OID, _ right: OID) -> ResolvedOperator? {
    guard left != 0, right != 0 else { return nil }
    guard case .found(let found) = cache.operator(name.name, schema: name.schema, left: left, right: right) else { return nil }
    return found
  }

  func failedOperator(_ id: NodeID, _ name: (schema: String?, name: String), left: OID?, right: OID, isAmbiguous: Bool) {
    let shown = (kind(id) == .binaryOperation || kind(id) == .unaryOperation ? name.schema.map { $0 + "." } ?? "" : "") + name.name
    let operands = (left.map { display($0) + " " } ?? "") + "\(shown) \(display(right))"
    let what = isAmbiguous ? "operator is not unique: \(operands)" : "operator does not exist: \(operands)"
    resolve(id, .unresolved(what))
    guard isKnownForCertain(left ?? right), isKnownForCertain(right), !analyzer.index.catalog.operators.isEmpty else { return }
    if let schema = name.schema, isMissing(schema: schema) {
      return report("3F000", "schema \"\(schema)\" does not exist", in: operatorRange(id))
    }
    let hint =
      isAmbiguous
      ? "Could not choose a best candidate operator. You might need to add explicit type casts."
      : "No operator matches the given name and argument \(left == nil ? "type" : "types"). "
        + "You might need to add \(left == nil ? "an explicit type cast" : "explicit type casts")."
    report(isAmbiguous ? "42725" : "42883", what, hint: hint, in: operatorRange(id))
  }

  /// Where PostgreSQL points to: the operator, or the words LIKE, IN, BETWEEN, IS… behind the left operand.
  func operatorRange(_ id: NodeID) -> ByteRange {
    if let written = child(id, .operator) { return tree[written].range }
    guard let left = child(id, .left) ?? child(id, .operand), kind(id) != .unaryOperation else { return tree[id].range }
    return tree.tokens(in: ByteRange(tree[left].range.end, tree[id].range.end)).first?.range ?? tree[id].range
  }

  /// Whether a type is one for which failing to find a function or operator is proof that there is none.
  func isCertain(_ oid: OID) -> Bool {
    if oid == .unknown { return true }
    guard let kind = types[oid]?.kind else { return false }
    return kind != .pseudo && kind != .composite
  }

  /// Whether a type is known as far as look-ups of functions and operators go: composite types, `record` and `void` are types like others.
  func isKnownForCertain(_ oid: OID) -> Bool {
    guard oid != .unknown, oid != .record, oid != .void else { return true }
    guard let kind = types[oid]?.kind else { return false }
    return kind != .pseudo
  }

  func unaryOperation(_ id: NodeID) {
    guard let operatorNode = child(id, .operator), let operand = child(id, .operand) else { return }
    expression(operand)
    guard let name = operatorName(operatorNode) else { return resolve(id, .unresolved("the operator is a hole")) }
    let inner = unparenthesized(operand)
    if name.name == "-", kind(inner) == .integerLiteral || kind(inner) == .numericLiteral {
      // The grammar makes one negative constant of it: -2147483648 is an integer.
      let type = numberType(inner, isNegative: true)
      if let found = analyzer.operators.row(prefix: "-", type) { resolve(id, .operator(found)) }
      return set(id, type)
    }
    resolveOperator(id, name, nil, operand)
  }

  func binaryOperation(_ id: NodeID) {
    guard let left = child(id, .left), let right = child(id, .right) else { return }
    expression(left)
    if let subquery = rowSubquery(left, right) { query(subquery) } else { expression(right) }
    guard let operatorNode = child(id, .operator), let name = operatorName(operatorNode) else {
      return resolve(id, .unresolved("the operator is a hole"))
    }
    if compareRows(id, name, left, right) { return }
    resolveOperator(id, name, left, right)
  }

  func isDistinctFrom(_ id: NodeID) {
    guard let left = child(id, .left), let right = child(id, .right) else { return }
    expression(left)
    expression(right)
    set(id, .bool)
    if compareRows(id, (nil, "="), left, right) { return }
    if isNullConstant(left) || isNullConstant(right) { return }
    resolveOperator(id, (nil, "="), left, right)
    set(id, .bool)
  }

  /// IS DISTINCT FROM NULL is a test for NULL, without an operator.
  private func isNullConstant(_ id: NodeID) -> Bool { kind(unparenthesized(id)) == .nullLiteral }

  /// The subquery that a row is compared with, marked as read.
  func rowSubquery(_ left: NodeID, _ right: NodeID) -> NodeID? {
    guard kind(unparenthesized(left)) == .rowConstructor, kind(unparenthesized(right)) == .scalarSubquery else { return nil }
    var current = right
    while true {
      isDone[Int(current.index)] = true
      set(current, .record)
      guard kind(current) == .parenthesized, let next = child(current, .operand) else { return child(current, .subquery) }
      current = next
    }
  }

  /// Compares two rows, or a row and a subquery, column by column.
  func compareRows(_ id: NodeID, _ name: (schema: String?, name: String), _ left: NodeID, _ right: NodeID) -> Bool {
    let (leftRow, rightRow) = (unparenthesized(left), unparenthesized(right))
    guard kind(leftRow) == .rowConstructor else { return false }
    let items = children(leftRow, .item)
    if kind(rightRow) == .rowConstructor {
      comparePairs(id, name, items, children(rightRow, .item))
    } else if kind(rightRow) == .scalarSubquery, let subquery = child(rightRow, .subquery) {
      compare(id, name, items, typed.outputs[subquery] ?? [], subquery)
    } else {
      return false
    }
    set(id, .bool)
    return true
  }

  func comparePairs(
    _ id: NodeID, _ name: (schema: String?, name: String), _ left: [NodeID], _ right: [NodeID]
  ) {
    if left.count != right.count, !(left + right).contains(where: { kind($0) == .hole }) {
      return report("42601", "unequal number of entries in row expressions", in: operatorRange(id))
    }
    if left.isEmpty { return report("0A000", "cannot compare rows of zero length", in: operatorRange(id)) }
    for (left, right) in zip(left, right) {
      guard let found = pairOperator(id, name, type(of: left), type(of: right)) else { continue }
      coerce(left, to: found.left)
      coerce(right, to: found.right)
      if found.result != .bool, found.result != 0 {
        report("42804", "row comparison operator must yield type boolean, not type \(display(found.result))", in: operatorRange(id))
      }
      if left == right || typed[id].resolution.isNone { resolve(id, .operator(found.row)) }
    }
  }

  /// The operator of one pair; reported where there is none.
  func pairOperator(_ id: NodeID, _ name: (schema: String?, name: String), _ left: OID, _ right: OID) -> ResolvedOperator? {
    guard left != 0, right != 0 else { return nil }
    switch cache.operator(name.name, schema: name.schema, left: left, right: right) {
    case .found(let found): return found
    case .ambiguous: failedOperator(id, name, left: left, right: right, isAmbiguous: true)
    case .none: failedOperator(id, name, left: left, right: right, isAmbiguous: false)
    }
    return nil
  }

  /// Compares values with the columns of a subquery.
  func compare(
    _ id: NodeID, _ name: (schema: String?, name: String), _ values: [NodeID], _ columns: [OutputColumn], _ subquery: NodeID
  ) {
    let isKnown = !incompleteQueries.contains(subquery) && !values.contains { kind($0) == .hole }
    if isKnown, values.count != columns.count {
      let problem = columns.count < values.count ? "few" : "many"
      return report("42601", "subquery has too \(problem) columns", in: operatorRange(id))
    }
    for (value, column) in zip(values, columns) {
      guard let found = pairOperator(id, name, type(of: value), isKnown ? column.type?.oid ?? 0 : 0) else { continue }
      coerce(value, to: found.left)
      if typed[id].resolution.isNone { resolve(id, .operator(found.row)) }
    }
  }
}

extension Resolution {
  var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
