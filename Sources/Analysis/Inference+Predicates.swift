import PostgresCatalog
import PostgresSyntax

/// BETWEEN, IN, LIKE, ANY and ALL.
extension Inference {
  /// `x >= low AND x <= high`; the node's operator is the `>=`.
  func between(_ id: NodeID) {
    guard let operand = child(id, .operand), let low = child(id, .low), let high = child(id, .high) else { return }
    expression(operand)
    // A parameter keeps the type that the first comparison gave it.
    let isUntyped = type(of: operand) == .unknown && kind(unparenthesized(operand)) != .placeholder
    expression(low)
    resolveOperator(id, (nil, ">="), operand, low)
    expression(high)
    let resolution = typed[id].resolution
    resolveOperator(id, (nil, "<="), operand, high, isLeftUntyped: isUntyped)
    resolve(id, resolution)
    set(id, .bool)
  }

  /// IN over a list: the literals of the list and the operand take one common type if they can (`transformAExprIn`).
  func inList(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    let items = children(id, .item)
    for item in items { expression(item) }
    set(id, .bool)
    let row = unparenthesized(operand)
    if kind(row) == .rowConstructor { return inRows(id, row, items) }
    let isUntyped = type(of: operand) == .unknown
    let constants = items.filter { !refersToColumns($0) }
    if constants.count > 1, inCommonType(id, operand, constants) {
      for item in items where refersToColumns(item) { impliedEquality(id, operand, item, isUntyped) }
    } else {
      for item in items { impliedEquality(id, operand, item, isUntyped) }
    }
  }

  private func inRows(_ id: NodeID, _ row: NodeID, _ items: [NodeID]) {
    let values = children(row, .item)
    for item in items where kind(unparenthesized(item)) == .rowConstructor {
      comparePairs(id, (nil, has(id, .negated) ? "<>" : "="), values, children(unparenthesized(item), .item))
    }
  }

  private func impliedEquality(_ id: NodeID, _ operand: NodeID, _ item: NodeID, _ isUntyped: Bool) {
    let before = typed[id].resolution
    resolveOperator(
      id, (nil, "="), operand, item, isImplied: true, isLeftUntyped: isUntyped, shown: has(id, .negated) ? "<>" : "=")
    if case .operator = before { resolve(id, before) }
  }

  private func inCommonType(_ id: NodeID, _ operand: NodeID, _ constants: [NodeID]) -> Bool {
    let inputs = [type(of: operand)] + constants.map { type(of: $0) }
    guard !inputs.contains(0), let common = analyzer.coercion.commonType(of: inputs), common != .record,
      types.array(of: common) != 0, inputs.allSatisfy({ analyzer.coercion.canCoerce($0, to: common) })
    else { return false }
    for constant in constants { coerce(constant, to: common) }
    guard let found = operatorRow((nil, "="), inputs[0], common) else {
      failedOperator(id, (nil, has(id, .negated) ? "<>" : "="), left: inputs[0], right: common, isAmbiguous: false)
      return true
    }
    coerce(operand, to: found.left)
    for constant in constants { coerce(constant, to: found.right) }
    resolve(id, .operator(found.row))
    return true
  }

  /// Whether an expression reads a column of this level (`contain_vars_of_level`); columns within its subqueries do not count.
  private func refersToColumns(_ id: NodeID) -> Bool {
    var isFound = false
    walk(id) { node in
      if kind(node) == .columnReference { isFound = true }
      return !isFound && kind(node) != .query
    }
    return isFound
  }

  func inSubquery(_ id: NodeID) {
    guard let operand = child(id, .operand), let subquery = child(id, .subquery) else { return }
    expression(operand)
    let columns = query(subquery)
    compare(id, (nil, "="), rowItems(operand), columns, subquery)
    set(id, .bool)
  }

  private func rowItems(_ operand: NodeID) -> [NodeID] {
    let row = unparenthesized(operand)
    return kind(row) == .rowConstructor ? children(row, .item) : [operand]
  }

  /// LIKE, ILIKE, SIMILAR TO are the operators `~~`, `~~*`, `~`; an ESCAPE is a function over the pattern.
  func pattern(_ id: NodeID) {
    guard let left = child(id, .left), let right = child(id, .right) else { return }
    expression(left)
    expression(right)
    let escape = child(id, .escape)
    if let escape { expression(escape) }
    let isSimilar = kind(id) == .similarTo
    let name = isSimilar ? "~" : kind(id) == .like ? "~~" : "~~*"
    defer { set(id, .bool) }
    let negated = has(id, .negated) ? "!" + name : name
    if compareRows(id, ("pg_catalog", negated), left, right) { return }
    guard isSimilar || escape != nil else { return resolveOperator(id, ("pg_catalog", negated), left, right) }
    let arguments = [right] + (escape.map { [$0] } ?? [])
    let call = CallShape(types: arguments.map { type(of: $0) })
    let function = isSimilar ? "similar_to_escape" : "like_escape"
    guard !call.types.contains(0), case .found(let found) = cache.function(function, schema: "pg_catalog", call) else {
      return resolve(id, .unresolved("the type of an operand is not known"))
    }
    for (argument, declared) in zip(arguments, found.arguments) { coerce(argument, to: declared) }
    guard let row = pairOperator(id, ("pg_catalog", negated), type(of: left), found.result) else { return }
    coerce(left, to: row.left)
    resolve(id, .operator(row.row))
  }

  /// `x = ANY (array)`, `x = ANY (subquery)`.
  func quantifiedComparison(_ id: NodeID) {
    guard let left = child(id, .left), let right = child(id, .right) else { return }
    expression(left)
    set(id, .bool)
    let name = child(id, .operator).flatMap { operatorName($0) }
    let inner = unparenthesized(right)
    let subquery = kind(inner) == .query ? inner : kind(inner) == .scalarSubquery ? child(inner, .subquery) : nil
    if let subquery {
      let columns = query(subquery)
      if let name { compare(id, name, rowItems(left), columns, subquery) }
      return
    }
    expression(right)
    if let name { compareElements(id, name, left, right) }
  }

  private func compareElements(_ id: NodeID, _ name: (schema: String?, name: String), _ left: NodeID, _ right: NodeID) {
    let array = type(of: right)
    let element = array == .unknown ? .unknown : types.element(of: array)
    guard array != 0, element != 0 else {
      // A hole for an array still gives the left side's type to nothing; the array's is demanded all the same.
      let demanded = types.array(of: types.base(of: type(of: left)))
      if array == 0, demanded != 0 { coerce(right, to: demanded) }
      if array != 0, isKnownForCertain(array) {
        report("42809", "op ANY/ALL (array) requires array on right side", in: operatorRange(id))
      }
      return resolve(id, .unresolved("the type of the array is not known"))
    }
    guard let found = operatorRow(name, type(of: left), element) else {
      if type(of: left) != 0 { failedOperator(id, name, left: type(of: left), right: element, isAmbiguous: false) }
      return
    }
    coerce(left, to: found.left)
    if found.result != .bool, found.result != 0 {
      report("42809", "op ANY/ALL (array) requires operator to yield boolean", in: operatorRange(id))
    }
    let wanted = types.array(of: found.right)
    if wanted != 0 { coerce(right, to: wanted) }
    resolve(id, .operator(found.row))
  }
}
