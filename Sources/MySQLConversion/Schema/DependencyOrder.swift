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
      // A cycle: its first table goes next, the foreign keys come after all tables anyway.
      let next = ready.isEmpty ? relations.indices.filter { !done.contains($0) }.prefix(1).map { $0 } : ready
      order += next
      done.formUnion(next)
      for place in waiting.indices { waiting[place].subtract(next) }
    }
    return order.map { relations[$0] }
  }
}
