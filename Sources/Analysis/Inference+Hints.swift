import PostgresCatalog
import PostgresSyntax

/// What PostgreSQL adds to its messages on names that are not found (`errorMissingRTE`, `errorMissingColumn`).
extension Inference {
  /// `missing FROM-clause entry`, or `invalid reference` where a table of that name is there but has an alias or cannot be seen.
  func missingItem(_ table: String, schema: String?, at id: NodeID) {
    guard let entry = entry(for: table, schema) else {
      return report("42P01", "missing FROM-clause entry for table \"\(table)\"", at: id)
    }
    let name = entry.name ?? table
    let isAliased = name != table && item(named: name)?.source == entry.source
    report(
      "42P01", "invalid reference to FROM-clause entry for table \"\(table)\"",
      hint: isAliased
        ? "Perhaps you meant to reference the table alias \"\(name)\"."
        : "There is an entry for table \"\(name)\", but it cannot be referenced from this part of the query.", at: id)
  }

  private func entry(for table: String, _ schema: String?) -> NamespaceItem? {
    let relation = analyzer.index.relation(named: table, schema: schema)?.oid
    var level: Int? = scope
    while let number = level {
      let found = scopes[number].entries.first { entry in
        if let relation, entry.source >= 0, typed.sources[entry.source].relation?.oid == relation { return true }
        return entry.name == table
      }
      if let found { return found }
      level = scopes[number].parent
    }
    return nil
  }

  /// The nearest column names, or where the very name would be if it could be seen (`searchRangeTableForCol`).
  func columnHint(_ name: String, table: String?) -> String {
    var search = NearestColumns()
    var level: Int? = scope
    while let number = level {
      for entry in scopes[number].entries {
        guard let owner = entry.name else { continue }
        let penalty = table.map { EditDistance.between($0, owner, limit: NearestColumns.limit + 1) } ?? 0
        for binding in bindings(of: entry) {
          if penalty == 0, binding.name == name {
            return "There is a column named \"\(name)\" in table \"\(owner)\", but it cannot be referenced from this part of the query."
          }
          search.offer(owner, binding.name, for: name, penalty)
        }
      }
      level = scopes[number].parent
    }
    return search.hint
  }
}

extension Inference {
  /// Whether a LATERAL item may not refer to an item that it sees; reported then (`check_lateral_ref_ok`).
  func refuses(_ item: NamespaceItem, _ id: NodeID) -> Bool {
    guard item.isLateralOnly, !item.isLateralAllowed else { return false }
    refuseLateral(item, at: id)
    return true
  }

  func refuseLateral(_ item: NamespaceItem, at id: NodeID) {
    resolve(id, .unresolved("a LATERAL reference that is not allowed"))
    let name = item.name ?? "unnamed_join"
    let owner = tree[typed.sources[max(item.source, 0)].node].kind
    let isTarget = owner == .updateStatement || owner == .deleteStatement
    report(
      "42P10", "invalid reference to FROM-clause entry for table \"\(name)\"",
      detail: isTarget ? "" : "The combining JOIN type must be INNER or LEFT for a LATERAL reference.",
      hint: isTarget ? "There is an entry for table \"\(name)\", but it cannot be referenced from this part of the query." : "", at: id)
  }
}

/// The one or two columns nearest to a name (`updateFuzzyAttrMatchState`).
struct NearestColumns {
  /// `MAX_FUZZY_DISTANCE`.
  static let limit = 3

  private var distance = limit + 1
  private var first: String?
  private var second: String?

  mutating func offer(_ owner: String, _ column: String, for name: String, _ penalty: Int) {
    guard penalty <= distance else { return }
    let own = EditDistance.between(name, column, limit: distance + 1 - penalty)
    guard own <= name.utf8.count / 2 else { return }
    let total = own + penalty
    if total < distance {
      (distance, first, second) = (total, "\(owner).\(column)", nil)
    } else if total == distance {
      if second != nil {
        (first, second, distance) = (nil, nil, total - 1)
      } else if first != nil {
        second = "\(owner).\(column)"
      } else if distance <= Self.limit {
        first = "\(owner).\(column)"
      }
    }
  }

  var hint: String {
    guard let first else { return "" }
    guard let second else { return "Perhaps you meant to reference the column \"\(first)\"." }
    return "Perhaps you meant to reference the column \"\(first)\" or the column \"\(second)\"."
  }
}
