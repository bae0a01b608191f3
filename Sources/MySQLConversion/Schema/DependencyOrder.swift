import PostgresCatalog

/// Orders tables so that each follows those that its foreign keys refer to, as far as there is no cycle.
enum DependencyOrder {
  /// - Returns: The same relations; where nothing forces another order, the given one.
  static func sorted(_ relations: [Relation]) -> [Relation] {
    let places = Dictionary(relations.enumerated().map { ([$1.schema, $1.name], $0) }, uniquingKeysWith: { first, _ in first })
    var waiting = relations.enumerated().map { place, relation in
      Set(relation.constraints.filter { $0.kind == .foreignKey }.compactMap { places[[$0.referencedSchema ?? "", $0.referencedTable ?? ""]] }).subtracting([place])
    }
    var (order, done) = ([Int](), Set<Int>())
    while order.count < relations.count {
      let ready = relations.indices.filter { !done.contains($0) && waiting[$0].isEmpty }
      // In a cycle one table must go first; the foreign keys come after all tables anyway.
      let next = ready.isEmpty ? [memberOfCycle(waiting, relations.indices.first { !done.contains($0) } ?? 0)] : ready
      order += next
      done.formUnion(next)
      for place in waiting.indices { waiting[place].subtract(next) }
    }
    return order.map { relations[$0] }
  }

  /// Follows what the tables wait for until a table comes again.
  private static func memberOfCycle(_ waiting: [Set<Int>], _ start: Int) -> Int {
    var (current, seen) = (start, Set<Int>())
    while seen.insert(current).inserted, let next = waiting[current].min() { current = next }
    return current
  }
}
