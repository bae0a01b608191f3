import PostgresCatalog

/// Polymorphic argument and result types ("Extending SQL", Polymorphic Types; `parse_coerce.c`).
struct Polymorphism: Sendable {
  /// What the polymorphic names of one call stand for; 0 where nothing tells.
  struct Solution: Equatable {
    var element: OID = 0
    var array: OID = 0
    var range: OID = 0
    var compatible: OID = 0
    var compatibleRange: OID = 0
    var multirange: OID = 0
  }

  let coercion: Coercion

  func isConsistent(_ inputs: [OID], _ declared: [OID]) -> Bool { solve(inputs, declared) != nil }

  /// Makes the declared argument types and the result type concrete.
  ///
  /// - Returns: nil where the arguments contradict each other; a type that nothing determines comes out as 0.
  func resolve(inputs: [OID], declared: [OID], result: OID) -> (arguments: [OID], result: OID)? {
    guard declared.contains(where: TypeTable.isPolymorphic) else { return (declared, result) }
    guard let solution = solve(inputs, declared) else { return nil }
    return (declared.map { concrete($0, solution) }, concrete(result, solution))
  }

  private func solve(_ inputs: [OID], _ declared: [OID]) -> Solution? {
    var solution = Solution()
    var compatible: [OID] = []
    for (input, declared) in zip(inputs, declared) where input != .unknown && input != 0 {
      guard TypeTable.isPolymorphic(declared) else { continue }
      if TypeTable.isCompatiblePolymorphic(declared) {
        guard let inner = inner(of: input, declared) else { return nil }
        compatible.append(inner)
        if declared == .anycompatiblerange { solution.compatibleRange = coercion.types.base(of: input) }
      } else if !join(&solution, input, declared) {
        return nil
      }
    }
    guard complete(&solution) else { return nil }
    if declared.contains(where: TypeTable.isCompatiblePolymorphic) {
      guard let common = coercion.commonType(of: compatible) else { return nil }
      guard compatible.allSatisfy({ coercion.canCoerce($0, to: common) }) else { return nil }
      solution.compatible = common
    }
    return solution
  }

  /// The element that an `anycompatible…` argument contributes.
  private func inner(of input: OID, _ declared: OID) -> OID? {
    let base = coercion.types.base(of: input)
    switch declared {
    case .anycompatiblearray: return nonzero(coercion.types.element(of: base))
    case .anycompatiblerange: return coercion.types.isRange(base) ? coercion.types.subtype(of: base) : nil
    case .anycompatiblemultirange:
      guard coercion.types.isMultirange(base) else { return nil }
      return coercion.types.subtype(of: base).flatMap { coercion.types.subtype(of: $0) }
    case .anycompatiblenonarray: return coercion.types.element(of: base) == 0 ? input : nil
    default: return input
    }
  }

  private func join(_ solution: inout Solution, _ input: OID, _ declared: OID) -> Bool {
    let types = coercion.types
    let base = types.base(of: input)
    switch declared {
    case .anyarray:
      if input == .anyarray { return true }
      guard types.element(of: base) != 0 else { return false }
      return agree(&solution.array, base)
    case .anyrange: return types.isRange(base) && agree(&solution.range, base)
    case .anymultirange: return types.isMultirange(base) && agree(&solution.multirange, base)
    case .anynonarray: return types.element(of: base) == 0 && agree(&solution.element, input)
    case .anyenum: return types.isEnum(base) && agree(&solution.element, input)
    default: return agree(&solution.element, input)
    }
  }

  private func agree(_ slot: inout OID, _ type: OID) -> Bool {
    if slot == 0 { slot = type }
    return slot == type
  }

  /// Derives elements from arrays and ranges and the reverse.
  private func complete(_ solution: inout Solution) -> Bool {
    if solution.multirange != 0, let range = coercion.types.subtype(of: solution.multirange) {
      guard agree(&solution.range, range) else { return false }
    }
    if solution.array != 0 {
      let element = coercion.types.element(of: solution.array)
      if solution.element == 0 { solution.element = element } else if solution.element != element { return false }
    }
    if solution.range != 0, let element = coercion.types.subtype(of: solution.range) {
      if solution.element == 0 { solution.element = element } else if solution.element != element { return false }
    }
    return true
  }

  private func concrete(_ declared: OID, _ solution: Solution) -> OID {
    switch declared {
    case .anyelement, .anynonarray, .anyenum: solution.element
    case .anyarray: solution.array != 0 ? solution.array : coercion.types.array(of: solution.element)
    case .anyrange: solution.range != 0 ? solution.range : containing(solution.element)
    case .anymultirange: solution.multirange != 0 ? solution.multirange : containing(solution.range)
    case .anycompatible, .anycompatiblenonarray: solution.compatible
    case .anycompatiblearray: coercion.types.array(of: solution.compatible)
    case .anycompatiblerange: solution.compatibleRange
    case .anycompatiblemultirange: containing(solution.compatibleRange)
    default: declared
    }
  }

  private func containing(_ subtype: OID) -> OID { subtype == 0 ? 0 : coercion.types.type(withSubtype: subtype) ?? 0 }
  private func nonzero(_ oid: OID) -> OID? { oid == 0 ? nil : oid }
}
