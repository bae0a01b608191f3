import PostgresCatalog
import PostgresSyntax
import SourceText

/// Casts, choices, constructors, elements and fields, subqueries as values.
extension Inference {
  func typeCast(_ id: NodeID) {
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
      coerce(operand, to: target.oid, modifier: target.oid == .interval ? target.modifier : -1, .explicit)
      return
    }
    if source == .record, types.isComposite(target.oid) { coerceFields(operand, to: target.oid, .explicit) }
    if case .function(let oid) = analyzer.coercion.path(from: source, to: target.oid, .explicit) {
      if let function = analyzer.index.function(oid) { resolve(id, .function(function)) }
    } else if !analyzer.coercion.canCoerce(source, to: target.oid, .explicit), isKnownForCertain(source), isKnownForCertain(target.oid),
      !(types.isComposite(source) && types.isComposite(target.oid))
    {
      let place = kind(id) == .typeCast ? operatorRange(id) : tree[id].range
      report("42846", "cannot cast type \(display(source)) to \(display(target.oid))", in: place)
    }
    castRow(operand, to: target.oid, at: kind(id) == .typeCast ? operatorRange(id) : tree[id].range, .explicit)
  }

  /// ROW(…) made a composite value field by field (`coerce_record_to_complex`).
  func castRow(_ operand: NodeID, to target: OID, at place: ByteRange, _ context: CoercionContext) {
    let row = unparenthesized(operand)
    guard kind(row) == .rowConstructor, let relation = types[types.base(of: target)]?.relation, relation != 0,
      let columns = analyzer.index.relation(relation)?.columns
    else { return }
    let items = children(row, .item)
    guard !items.contains(where: { kind($0) == .hole || kind($0) == .star }) else { return }
    let message = "cannot cast type record to \(display(target))"
    for (number, column) in columns.enumerated() {
      guard number < items.count else { return report("42846", message, detail: "Input has too few columns.", in: place) }
      let source = type(of: items[number])
      if !coerce(items[number], to: column.type, modifier: column.typeModifier, context) {
        let detail = "Cannot cast type \(display(source)) to \(display(column.type)) in column \(number + 1)."
        return report("42846", message, detail: detail, at: items[number])
      }
    }
    if items.count > columns.count { report("42846", message, detail: "Input has too many columns.", in: place) }
  }

  /// CASE: each WHEN of the operand form is an `=`; the ELSE counts as the first of the results (`transformCaseExpr`).
  func caseExpression(_ id: NodeID) {
    let operand = child(id, .operand)
    let earlier = scopes[scope].lastSetReturning
    defer { refuseSets(in: "CASE", since: earlier) }
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

  func choice(_ id: NodeID, _ construct: String) {
    let arguments = children(id, .argument)
    let earlier = scopes[scope].lastSetReturning
    for argument in arguments { expression(argument) }
    set(id, unify(arguments, construct))
    if construct == "COALESCE" { refuseSets(in: construct, since: earlier) }
  }

  /// NULLIF is an `=` whose value is the first argument as that operator takes it.
  func nullif(_ id: NodeID) {
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
    // A domain over an array counts as an element.
    let isNested = items.contains { types[type(of: $0)]?.element ?? 0 != 0 }
    if array != 0 {
      let wanted = isNested ? array : types.element(of: array)
      for item in items {
        let source = type(of: item)
        if !coerce(item, to: wanted, .explicit) {
          report("42846", "cannot cast type \(display(source)) to \(display(wanted))", at: item)
        }
      }
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

  func rowConstructor(_ id: NodeID) {
    for item in each(id, .item) { expression(item) }
    set(id, .record)
  }

  /// `a[i]`, `a[i:j]`: several in a row address one value of as many dimensions.
  func subscripted(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    var (container, isSlice) = (operand, kind(id) == .slice)
    var count = 0
    while kind(container) == .subscript || kind(container) == .slice, let next = child(container, .operand) {
      isSlice = isSlice || kind(container) == .slice
      (container, count) = (next, count + 1)
      guard count <= Self.subscriptLimit else { return }
    }
    let containerType = types.base(of: type(of: container))
    if container == operand { refuseSubscripts(of: container) }
    for index in [child(id, .index), child(id, .low), child(id, .high)].compactMap({ $0 }) { subscriptIndex(index, containerType) }
    if containerType == .jsonb, kind(id) == .slice, let bound = child(id, .high) ?? child(id, .low) {
      report("42804", "jsonb subscript does not support slices", at: bound)
    }
    if containerType == .jsonb { return set(id, .jsonb) }
    let element = types.element(of: containerType)
    let fixed = element != 0 ? element : analyzer.index.type(containerType)?.element ?? 0
    set(id, isSlice ? containerType : fixed, modifier: modifier(of: container))
  }

  /// `(expression).field`.
  func fieldSelection(_ id: NodeID) {
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    let inner = unparenthesized(operand)
    if kind(inner) == .star, let names = names(inner), let table = names.last,
      let item = item(named: table, schema: names.count > 1 ? names[names.count - 2] : nil), item.bindings == nil
    {
      resolve(inner, .row(source: item.source))
    }
    if has(id, .star) { return report("0A000", "row expansion via \"*\" is not supported here", at: operand) }
    guard let nameNode = child(id, .name), let name = name(nameNode) else { return resolve(id, .unresolved("the field is a hole")) }
    resolve(id, .unresolved("a field of a row"))
    if let field = field(named: name, of: operand) { return set(id, field) }
    // `x.f` may stand for f(x).
    guard type(of: operand) != 0 else { return }
    if case .found(let found) = cache.function(name, CallShape(types: [type(of: operand)])) {
      set(id, found.result)
      return resolve(id, .function(found.row))
    }
    unknownField(name, of: operand)
  }

  /// `unknown_attribute`.
  private func unknownField(_ name: String, of operand: NodeID) {
    if case .row(let source) = typed[unparenthesized(operand)].resolution {
      let item = typed.sources[source]
      guard !item.origin.isUnknown else { return }
      return report("42703", "column \(item.name ?? "unnamed_join").\(name) does not exist", at: operand)
    }
    let type = type(of: operand)
    if type == .record {
      report("42703", "could not identify column \"\(name)\" in record data type", at: operand)
    } else if types.isComposite(type) {
      report("42703", "column \"\(name)\" not found in data type \(display(type))", at: operand)
    } else if isCertain(type) {
      report("42809", "column notation .\(name) applied to type \(display(type)), which is not a composite type", at: operand)
    }
  }

  /// Objects to subscripts of a type that has none.
  func refuseSubscripts(of container: NodeID) {
    let type = types.base(of: type(of: container))
    if type == .unknown { return report("42804", "cannot subscript type unknown because it does not support subscripting", at: container) }
    guard let found = analyzer.index.type(type), found.element == 0, found.schema == "pg_catalog" || found.kind != .base,
      type != .jsonb, found.kind != .pseudo
    else { return }
    report("42804", "cannot subscript type \(display(type)) because it does not support subscripting", at: container)
  }

  /// An index or bound: an integer, of jsonb also text.
  func subscriptIndex(_ index: NodeID, _ container: OID) {
    expression(index)
    let given = type(of: index)
    guard container == .jsonb else {
      if !coerce(index, to: .int4, .assignment) { report("42804", "array subscript must have type integer", at: index) }
      return
    }
    if given == .unknown { return _ = coerce(index, to: .text) }
    guard given != 0, !analyzer.coercion.canCoerce(given, to: .int4), !analyzer.coercion.canCoerce(given, to: .text) else { return }
    report(
      "42804", "subscript type \(display(given)) is not supported",
      hint: "jsonb subscript must be coercible to either integer or text.", at: index)
  }

  /// The type of a field of a composite value or whole row.
  func field(named name: String, of operand: NodeID) -> TypeReference? {
    if case .row(let source) = typed[unparenthesized(operand)].resolution {
      return typed.sources[source].columns.first { $0.name == name }?.type
    }
    return compositeColumns(type(of: operand), operand)?.first { $0.name == name }?.type
  }

  func subqueryExpression(_ id: NodeID) {
    guard let subquery = child(id, .subquery) else { return }
    let columns = query(subquery)
    switch kind(id) {
    case .exists: set(id, .bool)
    case .arraySubquery:
      refuseColumnCount(id, columns, subquery)
      guard let element = columns.first?.type else { return }
      let array = types[element.oid]?.element ?? 0 != 0 ? element.oid : types.array(of: element.oid)
      set(id, array, modifier: element.modifier)
    default:
      refuseColumnCount(id, columns, subquery)
      if let type = columns.first?.type { set(id, type) }
    }
  }

  private func refuseColumnCount(_ id: NodeID, _ columns: [OutputColumn], _ subquery: NodeID) {
    guard columns.count != 1, !incompleteQueries.contains(subquery) else { return }
    report("42601", "subquery must return only one column", at: id)
  }

  /// A bare `query` where an expression may stand: its first column.
  func queryExpression(_ id: NodeID) {
    isDone[Int(id.index)] = false
    if let type = query(id).first?.type { set(id, type) }
  }
}
