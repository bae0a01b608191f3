import PostgresCatalog
import PostgresSyntax

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
    guard depth <= Self.depthLimit, let spine = spine(from: id) else {
      return resolve(id, .unresolved("the expression is too deep to be analysed"))
    }
    for node in spine.reversed() {
      isDone[Int(node.index)] = true
      analyze(node)
    }
  }

  /// The node and its leftmost operands, outermost first; nil beyond the limit.
  private func spine(from id: NodeID) -> [NodeID]? {
    var spine = [id]
    while let next = leftOperand(spine[spine.count - 1]), !isDone[Int(next.index)] {
      guard spine.count < Self.chainLimit else { return nil }
      spine.append(next)
    }
    return spine
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
    case .isNull, .isOther: test(id)
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
    case .hole, .defaultValue, .operatorName, .typeName, .qualifiedName, .star, .currentOf: break
    case .namedArgument:
      if let value = child(id, .value) {
        expression(value)
        set(id, reference(of: value))
      }
    default: for part in children(id) { expression(part) }
    }
  }
}

// MARK: - Literals, parameters and what passes its operand through

extension Inference {
  /// int4, int8 or numeric, by the value ("Numeric Constants").
  func numberType(_ id: NodeID, isNegative: Bool) -> OID {
    let range = tree[id].range
    var digits = tree.text.bytes[max(0, range.start)..<min(range.end, tree.text.bytes.count)].filter { $0 != UInt8(ascii: "_") }[...]
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
      if let target { coerce(value, to: target.oid) }
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
  }

  private func junction(_ id: NodeID, _ construct: String) {
    for part in children(id) { condition(part, construct) }
    set(id, .bool)
  }

  private func test(_ id: NodeID) {
    if let operand = child(id, .operand) { expression(operand) }
    set(id, .bool)
  }
}

// MARK: - Casts, choices, constructors

extension Inference {
  private func typeCast(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    let target = child(id, .type).flatMap { typeReference($0) }
    let inner = unparenthesized(operand)
    if let target, kind(inner) == .arrayConstructor, !isDone[Int(inner.index)], types.element(of: target.oid) != 0 {
      isDone[Int(inner.index)] = true
      arrayConstructor(inner, array: types.base(of: target.oid))
    }
    expression(operand)
    guard let target else { return resolve(id, .unresolved("the type is not known")) }
    cast(id, operand, to: target)
  }

  /// Notes that `id` is its operand cast to `target` by an explicit cast.
  func cast(_ id: NodeID, _ operand: NodeID, to target: TypeReference) {
    let source = type(of: operand)
    set(id, target)
    guard source != 0 else { return }
    if source == .unknown {
      coerce(operand, to: target.oid, .explicit)
      return
    }
    if case .function(let oid) = analyzer.coercion.path(from: source, to: target.oid, .explicit) {
      if let function = analyzer.index.function(oid) { resolve(id, .function(function)) }
    } else if !analyzer.coercion.canCoerce(source, to: target.oid, .explicit), isScalar(source), isScalar(target.oid) {
      report("42846", "cannot cast type \(display(source)) to \(display(target.oid))", at: id)
    }
  }

  private func isScalar(_ oid: OID) -> Bool {
    guard let kind = types[oid]?.kind else { return false }
    return kind != .pseudo && kind != .composite && types.element(of: oid) == 0
  }

  /// CASE: each WHEN of the operand form is an `=`; the ELSE counts as the first of the results (`transformCaseExpr`).
  private func caseExpression(_ id: NodeID) {
    let operand = child(id, .operand)
    if let operand {
      expression(operand)
      if type(of: operand) == .unknown { coerce(operand, to: .text) }
    }
    let whens = children(id, .when)
    for when in whens { whenClause(when, operand) }
    var results = whens.compactMap { child($0, .result) }
    let fallback = child(id, .else)
    if let fallback {
      expression(fallback)
      results.insert(fallback, at: 0)
    }
    var common = unify(results, "CASE")
    // A missing ELSE is a NULL without a modifier.
    if fallback == nil { common.modifier = -1 }
    set(id, common)
  }

  private func whenClause(_ when: NodeID, _ operand: NodeID?) {
    if let condition = child(when, .condition) {
      if let operand {
        expression(condition)
        resolveOperator(when, ("pg_catalog", "="), operand, condition, isImplied: true)
      } else {
        self.condition(condition, "CASE/WHEN")
      }
    }
    isDone[Int(when.index)] = true
    if let result = child(when, .result) { expression(result) }
  }

  private func choice(_ id: NodeID, _ construct: String) {
    let arguments = children(id, .argument)
    for argument in arguments { expression(argument) }
    set(id, unify(arguments, construct))
  }

  /// NULLIF is an `=` whose value is the first argument as that operator takes it.
  private func nullif(_ id: NodeID) {
    let arguments = children(id, .argument)
    for argument in arguments { expression(argument) }
    guard arguments.count == 2 else { return }
    resolveOperator(id, (nil, "="), arguments[0], arguments[1])
    guard case .operator = typed[id].resolution else { return set(id, 0) }
    set(id, typed[arguments[0]].coercedTo ?? reference(of: arguments[0]))
  }

  /// - Parameter array: The array type that a cast around it demands, else 0.
  func arrayConstructor(_ id: NodeID, array: OID) {
    let items = children(id, .item)
    for item in items {
      let inner = unparenthesized(item)
      if array != 0, kind(inner) == .arrayConstructor, !isDone[Int(inner.index)] {
        isDone[Int(inner.index)] = true
        depth += 1
        if depth <= Self.depthLimit { arrayConstructor(inner, array: array) }
        depth -= 1
      }
      expression(item)
    }
    let isNested = items.contains { types.element(of: type(of: $0)) != 0 }
    if array != 0 {
      let wanted = isNested ? array : types.element(of: array)
      for item in items { coerce(item, to: wanted, .explicit) }
      return set(id, array)
    }
    guard !items.isEmpty else {
      return report(
        "42P18", "cannot determine type of empty array", hint: "Explicitly cast to the desired type, for example ARRAY[]::integer[].",
        at: id)
    }
    let common = unify(items, "ARRAY")
    guard common.oid != 0 else { return }
    set(id, isNested ? common.oid : types.array(of: common.oid), modifier: common.modifier)
  }

  private func rowConstructor(_ id: NodeID) {
    for item in children(id, .item) { expression(item) }
    set(id, .record)
  }

  /// `a[i]`, `a[i:j]`: several in a row address one value of as many dimensions.
  private func subscripted(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    var (container, isSlice) = (operand, kind(id) == .slice)
    while kind(container) == .subscript || kind(container) == .slice, let next = child(container, .operand) {
      isSlice = isSlice || kind(container) == .slice
      container = next
    }
    let containerType = types.base(of: type(of: container))
    for index in [child(id, .index), child(id, .low), child(id, .high)].compactMap({ $0 }) {
      expression(index)
      if containerType == .jsonb {
        if type(of: index) == .unknown { coerce(index, to: .text) }
      } else {
        coerce(index, to: .int4, .assignment)
      }
    }
    if containerType == .jsonb { return set(id, .jsonb) }
    let element = types.element(of: containerType)
    let fixed = element != 0 ? element : analyzer.index.type(containerType)?.element ?? 0
    set(id, isSlice ? containerType : fixed, modifier: modifier(of: container))
  }

  /// `(expression).field`.
  private func fieldSelection(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    guard let nameNode = child(id, .name), let name = name(nameNode) else { return resolve(id, .unresolved("the field is a hole")) }
    resolve(id, .unresolved("a field of a row"))
    if let field = field(named: name, of: operand) { return set(id, field) }
    // `x.f` may stand for f(x).
    guard type(of: operand) != 0 else { return }
    if case .found(let found) = analyzer.functions.find(name, CallShape(types: [type(of: operand)])) {
      set(id, found.result)
      resolve(id, .function(found.row))
    }
  }

  /// The type of a field of a composite value or whole row.
  func field(named name: String, of operand: NodeID) -> TypeReference? {
    if case .row(let source) = typed[unparenthesized(operand)].resolution {
      return typed.sources[source].columns.first { $0.name == name }?.type
    }
    return compositeColumns(type(of: operand), operand)?.first { $0.name == name }?.type
  }

  private func subqueryExpression(_ id: NodeID) {
    guard let subquery = child(id, .subquery) else { return }
    let columns = query(subquery)
    switch kind(id) {
    case .exists: set(id, .bool)
    case .arraySubquery:
      guard let element = columns.first?.type else { return }
      let array = types.element(of: element.oid) != 0 ? element.oid : types.array(of: element.oid)
      set(id, array, modifier: element.modifier)
    default: if let type = columns.first?.type { set(id, type) }
    }
  }

  /// A bare `query` where an expression may stand: its first column.
  private func queryExpression(_ id: NodeID) {
    isDone[Int(id.index)] = false
    if let type = query(id).first?.type { set(id, type) }
  }
}
