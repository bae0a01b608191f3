import PostgresCatalog
import PostgresSyntax

/// Parameters whose type nothing tells, or several places tell otherwise (`parse_param.c`).
extension Inference {
  /// A parameter that was seen without a type twice before one was given to it.
  func conflictingParameter(_ id: NodeID, _ number: Int, _ known: TypeReference, _ target: OID) {
    guard known.oid != target, known.oid != 0 else { return }
    report(
      "42P08", "inconsistent types deduced for parameter $\(number)", detail: "\(display(known.oid)) versus \(display(target))", at: id)
  }

  func checkParameters() {
    guard typed.errors.isEmpty, tree[tree.root].kind != .fragment, !tree.containsHole(tree.root), !analyzer.index.catalog.types.isEmpty else {
      return
    }
    let places = tree.ids.filter { kind($0) == .placeholder }.compactMap { id in parameter(of: id).map { (id, $0) } }
    guard let last = places.map(\.1).max(), last <= Int(UInt16.max), places.allSatisfy({ isCertain(around: $0.0) }) else { return }
    if let (id, number) = places.first(where: { $0.1 == 0 }) {
      return report("42P02", "there is no parameter $\(number)", at: id)
    }
    // One that stayed without a type where it stands, though another place gave it one.
    if let (id, number) = places.first(where: { isDone[Int($0.0.index)] && type(of: $0.0) == .unknown && parameters[$0.1] != nil }) {
      return report("42P08", "could not determine data type of parameter $\(number)", at: id)
    }
    rewriteChanges()
    guard typed.errors.isEmpty else { return }
    for number in 1...max(last, 1) where (parameters[number]?.oid ?? .unknown) == .unknown {
      return reportWithoutPlace("42P18", "could not determine data type of parameter $\(number)")
    }
  }

  /// Whether everything that a parameter is part of was understood, so that no place can have given it a type unseen.
  private func isCertain(around id: NodeID) -> Bool {
    var current: NodeID? = id
    while let node = current {
      if case .unresolved = typed[node].resolution { return false }
      switch kind(node) {
      case .specialFunction, .specialTable, .other: return false
      default: break
      }
      if kind(node).isUtility { return false }
      current = tree.parent(of: node)
    }
    return isDone[Int(id.index)]
  }
}
