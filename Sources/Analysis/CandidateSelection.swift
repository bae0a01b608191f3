import PostgresCatalog

/// Choosing among overloads by the argument types ("Function Type Resolution", "Operator Type Resolution"; `func_select_candidate`).
struct CandidateSelection: Sendable {
  enum Choice: Equatable {
    /// The number of the candidate.
    case one(Int)
    case ambiguous
    case none
  }

  let coercion: Coercion
  let polymorphism: Polymorphism

  /// Picks the candidate for a call whose argument types match none exactly.
  ///
  /// - Parameters:
  ///   - inputs: The types of the arguments, `unknown` for literals and parameters without a type.
  ///   - candidates: Declared argument types, each list at least as long as `inputs`.
  func choose(inputs: [OID], among candidates: [[OID]]) -> Choice {
    let possible = candidates.indices.filter { accepts(inputs, candidates[$0]) }
    if possible.isEmpty { return .none }
    if possible.count == 1 { return .one(possible[0]) }
    return select(inputs, possible, candidates).map { .one($0) } ?? .ambiguous
  }

  private func accepts(_ inputs: [OID], _ declared: [OID]) -> Bool {
    var isGeneric = false
    for (position, input) in inputs.enumerated() {
      guard coercion.canCoerce(input, to: declared[position]) else { return false }
      isGeneric = isGeneric || TypeTable.isPolymorphic(declared[position])
    }
    return !isGeneric || polymorphism.isConsistent(inputs, declared)
  }

  private func select(_ inputs: [OID], _ possible: [Int], _ candidates: [[OID]]) -> Int? {
    let types = coercion.types
    let bases = inputs.map { $0 == .unknown ? $0 : types.base(of: $0) }
    var kept = best(possible) { candidate in
      bases.indices.count(where: { bases[$0] != .unknown && candidates[candidate][$0] == bases[$0] })
    }
    if kept.count == 1 { return kept[0] }
    kept = best(kept) { candidate in
      bases.indices.count(where: { position in
        let declared = candidates[candidate][position]
        guard bases[position] != .unknown else { return false }
        return declared == bases[position]
          || (types.isPreferred(declared) && types.category(of: declared) == types.category(of: bases[position]))
      })
    }
    if kept.count == 1 { return kept[0] }
    guard bases.contains(.unknown) else { return nil }
    if let narrowed = narrowedByCategory(bases, kept, candidates) {
      kept = narrowed
      if kept.count == 1 { return kept[0] }
    }
    return uniqueOfOneKnownType(bases, kept, candidates)
  }

  /// The candidates with the highest score; scores that all are 0 keep all.
  private func best(_ candidates: [Int], score: (Int) -> Int) -> [Int] {
    let scores = candidates.map(score)
    guard let highest = scores.max() else { return candidates }
    return zip(candidates, scores).filter { $0.1 == highest }.map(\.0)
  }

  /// Candidates of the type category that the unknown arguments are taken to be of; nil where no category can be told.
  private func narrowedByCategory(_ bases: [OID], _ kept: [Int], _ candidates: [[OID]]) -> [Int]? {
    let types = coercion.types
    var slots: [(position: Int, category: UInt8, wantsPreferred: Bool)] = []
    for position in bases.indices where bases[position] == .unknown {
      let declared = kept.map { candidates[$0][position] }
      let categories = declared.map { types.category(of: $0) }
      let category = categories.contains(TypeTable.stringCategory) ? TypeTable.stringCategory : categories[0]
      if category != TypeTable.stringCategory, categories.contains(where: { $0 != category }) { return nil }
      let wantsPreferred = zip(declared, categories).contains { $0.1 == category && types.isPreferred($0.0) }
      slots.append((position, category, wantsPreferred))
    }
    let narrowed = kept.filter { candidate in
      slots.allSatisfy { slot in
        let declared = candidates[candidate][slot.position]
        return types.category(of: declared) == slot.category && (!slot.wantsPreferred || types.isPreferred(declared))
      }
    }
    return narrowed.isEmpty ? nil : narrowed
  }

  /// Takes the unknown arguments to be of the type that all known ones have, if that leaves one candidate.
  private func uniqueOfOneKnownType(_ bases: [OID], _ kept: [Int], _ candidates: [[OID]]) -> Int? {
    let known = Set(bases.filter { $0 != .unknown })
    guard known.count == 1, let type = known.first else { return nil }
    let assumed = Array(repeating: type, count: bases.count)
    let fitting = kept.filter { accepts(assumed, candidates[$0]) }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
