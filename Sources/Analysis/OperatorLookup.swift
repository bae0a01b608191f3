import PostgresCatalog

/// An operator as a particular expression uses it: polymorphic types made concrete.
struct ResolvedOperator: Sendable {
  var row: Operator
  /// 0 for a prefix operator.
  var left: OID
  var right: OID
  var result: OID
}

/// Finds the operator that an expression means ("Operator Type Resolution"; `parse_oper.c`).
struct OperatorLookup: Sendable {
  enum Outcome: Sendable {
    case found(ResolvedOperator)
    case ambiguous
    case none
  }

  private struct Signature: Hashable {
    var name: String
    var left: OID
    var right: OID
  }

  let selection: CandidateSelection
  /// Operators that the search path finds, by name.
  private let visible: [String: [Operator]]
  private let exact: [Signature: Operator]

  init(selection: CandidateSelection) {
    self.selection = selection
    let index = selection.coercion.index
    var visible: [String: [Operator]] = [:]
    var exact: [Signature: Operator] = [:]
    for name in Set(index.catalog.operators.map(\.name)) {
      let operators = index.operators(named: name)
      visible[name] = operators
      for found in operators { exact[Signature(name: name, left: found.left, right: found.right)] = found }
    }
    (self.visible, self.exact) = (visible, exact)
  }

  /// - Parameters:
  ///   - schema: From `OPERATOR(schema.+)`.
  ///   - left: The type of the left operand, 0 for a prefix operator; `unknown` where none is known yet.
  func find(_ name: String, schema: String? = nil, left: OID, right: OID) -> Outcome {
    if let found = exactly(name, schema, left, right) { return concrete(found, left, right) }
    let candidates = self.candidates(name, schema).filter { ($0.left == 0) == (left == 0) }
    let inputs = left == 0 ? [right] : [left, right]
    switch selection.choose(inputs: inputs, among: candidates.map { left == 0 ? [$0.right] : [$0.left, $0.right] }) {
    case .one(let number): return concrete(candidates[number], left, right)
    case .ambiguous: return .ambiguous
    case .none: return .none
    }
  }

  /// The prefix operator of exactly this operand type.
  func row(prefix name: String, _ operand: OID) -> Operator? { row(name, nil, 0, operand) }

  /// The result type on which all operators agree that could be meant when one operand's type (0) is not known; 0 where they differ.
  func agreedResult(_ name: String, schema: String? = nil, left: OID, right: OID, isPrefix: Bool) -> OID {
    let coercion = selection.coercion
    func fits(_ input: OID, _ declared: OID) -> Bool { input == 0 || coercion.canCoerce(input, to: declared) }
    var agreed: OID = 0
    for candidate in candidates(name, schema) where (candidate.left == 0) == isPrefix {
      guard fits(left, candidate.left), fits(right, candidate.right) else { continue }
      if agreed != 0, agreed != candidate.result { return 0 }
      agreed = candidate.result
    }
    return TypeTable.isPolymorphic(agreed) ? 0 : agreed
  }

  /// The one type that the operand of unknown type (0) can have beside the other's; 0 where several do.
  ///
  /// Operators that take the known operand as it is go before those that it would have to be cast for.
  func demandedOperand(_ name: String, schema: String? = nil, left: OID, right: OID) -> OID {
    let coercion = selection.coercion
    let known = left == 0 ? right : left
    guard known != 0, known != .unknown else { return 0 }
    let pairs = candidates(name, schema).filter { $0.left != 0 }.map { left == 0 ? ($0.right, $0.left) : ($0.left, $0.right) }
    let exact = pairs.filter { $0.0 == coercion.types.base(of: known) }
    let others = Set((exact.isEmpty ? pairs.filter { coercion.canCoerce(known, to: $0.0) } : exact).map(\.1))
    guard others.count == 1, let only = others.first, !TypeTable.isPolymorphic(only) else { return 0 }
    return only
  }

  private func candidates(_ name: String, _ schema: String?) -> [Operator] {
    schema == nil ? visible[name] ?? [] : selection.coercion.index.operators(named: name, schema: schema)
  }

  /// An operator of exactly these types; an unknown operand is first taken to be of the other's type (`binary_oper_exact`).
  private func exactly(_ name: String, _ schema: String?, _ left: OID, _ right: OID) -> Operator? {
    if left == 0 { return row(name, schema, 0, right) }
    let (first, second) = (left == .unknown ? right : left, right == .unknown ? left : right)
    if let found = row(name, schema, first, second) { return found }
    guard left == .unknown || right == .unknown, first != .unknown else { return nil }
    let base = selection.coercion.types.base(of: first)
    return base == first ? nil : row(name, schema, base, base)
  }

  private func row(_ name: String, _ schema: String?, _ left: OID, _ right: OID) -> Operator? {
    let found = exact[Signature(name: name, left: left, right: right)]
    guard let schema else { return found }
    if found?.schema == schema { return found }
    return candidates(name, schema).first { $0.left == left && $0.right == right }
  }

  private func concrete(_ found: Operator, _ left: OID, _ right: OID) -> Outcome {
    let inputs = left == 0 ? [right] : [left, right]
    let declared = left == 0 ? [found.right] : [found.left, found.right]
    let polymorphism = selection.polymorphism
    guard let types = polymorphism.resolve(inputs: inputs, declared: declared, result: found.result) else { return .none }
    let last = types.arguments[types.arguments.count - 1]
    return .found(ResolvedOperator(row: found, left: left == 0 ? 0 : types.arguments[0], right: last, result: types.result))
  }
}
