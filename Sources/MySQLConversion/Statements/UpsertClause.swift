import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// ON CONFLICT, checked against the table's unique keys.
struct OnConflictRule: ConversionRule {
  static let id = "on-conflict"
  static let help = RuleHelp(
    why: """
      MySQL's ON DUPLICATE KEY UPDATE acts on a conflict with any unique key, so that no other key of the table may be able to conflict. \
      DO NOTHING inserts only the rows whose key is not there yet, which keeps the row count; DO UPDATE is counted as two rows where it \
      changes one: a caveat.
      """,
    example: "INSERT INTO item (code, name) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET name = excluded.name",
    manual: ["PostgreSQL: INSERT, ON CONFLICT Clause", "MySQL: INSERT ... ON DUPLICATE KEY UPDATE Statement"])
  static let kinds: [NodeKind] = [.onConflict]

  /// The clause is part of its INSERT.
  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? { nil }
}

/// An ON CONFLICT clause of an insertion.
struct UpsertClause {
  let node: NodeID
  let insertion: Insertion

  init(_ node: NodeID, insertion: Insertion) { (self.node, self.insertion) = (node, insertion) }

  /// The source of the rows and what follows it, in MySQL; nil after declining.
  func pieces(source: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard context.target.version >= .init(8, 0, 19) else {
      context.decline("on-conflict-version", at: node, "\(context.target.name) has no alias of the new row (8.0.19)")
      return nil
    }
    guard let arbiters = arbiters(in: &context) else { return nil }
    let others = UniqueKey.plain(of: insertion.relation)
      .filter { key in !arbiters.contains(key) && key.canConflict(inserting: insertion.columns, into: insertion.relation) }
    let isExclusive = others.isEmpty && !UniqueKey.hasOthers(insertion.relation)
    if context.tree[node].attributes.contains(.doNothing) {
      return doNothing(source, arbiters, isExclusive: isExclusive, in: &context)
    }
    guard isExclusive else {
      context.decline(
        "on-conflict-keys", at: node, "\(insertion.relation.name) has other unique keys, and MySQL's ON DUPLICATE KEY UPDATE acts on a conflict with any of them",
        help: "update first and insert when no row was changed, in one transaction")
      return nil
    }
    return doUpdate(source, in: &context)
  }

  /// The keys whose conflicts the clause handles; nil after declining.
  private func arbiters(in context: inout RewriteContext) -> [UniqueKey]? {
    let keys = UniqueKey.plain(of: insertion.relation)
    guard let target = context.tree.child(of: node, .conflictTarget) else {
      guard !UniqueKey.hasOthers(insertion.relation) else {
        context.decline("on-conflict-keys", at: node, "\(insertion.relation.name) has a partial or expression key, whose conflicts count too")
        return nil
      }
      return keys.filter { $0.canConflict(inserting: insertion.columns, into: insertion.relation) }
    }
    guard context.tree.child(of: target, .whereClause) == nil else {
      context.decline("on-conflict-partial", at: target, "the conflict target is a partial key")
      return nil
    }
    let found: UniqueKey?
    if let name = context.tree.child(of: target, .name) {
      found = keys.first { $0.name == context.tree.name(of: name) }
    } else {
      let names = context.tree.children(of: target, .item).map { columnName(of: $0, in: context) }
      guard names.allSatisfy({ $0 != nil }) else {
        context.decline("on-conflict-expression", at: target, "the conflict target is an expression key")
        return nil
      }
      found = keys.first { Set($0.columns) == Set(names.compactMap { $0 }) }
    }
    guard let found else {
      context.decline("on-conflict-keys", at: target, "no plain unique key of \(insertion.relation.name) is the conflict target")
      return nil
    }
    return [found]
  }

  private func columnName(of element: NodeID, in context: RewriteContext) -> String? {
    let value = context.tree[element].kind == .indexElement ? context.tree.child(of: element, .value) : element
    guard let value else { return nil }
    switch context.tree[value].kind {
    case .identifier: return context.tree.name(of: value)
    case .columnReference: return context.tree.children(of: value, .name).last.map { context.tree.name(of: $0) }
    default: return nil
    }
  }

  // MARK: DO NOTHING

  /// `SELECT * FROM (VALUES ROW(…)) AS excluded(a, b) WHERE NOT EXISTS (…) ON DUPLICATE KEY UPDATE a = t.a`.
  ///
  /// The guard keeps PostgreSQL's row count; the last part, where no other key can conflict, keeps two sessions that insert the
  /// same key at once from failing.
  private func doNothing(_ source: NodeID, _ keys: [UniqueKey], isExclusive: Bool, in context: inout RewriteContext) -> [Piece]? {
    guard !keys.isEmpty else {
      context.note("on-conflict-never", at: node, "no key of \(insertion.relation.name) can conflict")
      return context.convert(source).pieces
    }
    guard checkRepeatable(source, in: &context), checkKeys(keys, in: &context) else { return nil }
    let table = ReservedWords.written(insertion.relation.name, target: context.target)
    guard let derived = derivedSource(source, in: &context) else { return nil }
    var pieces = derived
    let tests = keys.map { key in
      key.columns.map { "\(table).\($0.asName(in: context)) = \(excludedValue($0, in: context))" }.joined(separator: context.keyword(" AND "))
    }
    for (index, test) in tests.enumerated() {
      let word = context.keyword(index == 0 ? " WHERE" : " AND")
      pieces.append(
        .text("\(word) \(context.keyword("NOT EXISTS")) (\(context.keyword("SELECT")) 1 \(context.keyword("FROM")) \(qualifiedTable(in: context)) \(context.keyword("WHERE")) \(test))"))
    }
    if isExclusive {
      let column = keys[0].columns[0].asName(in: context)
      pieces.append(.text(" \(context.keyword("ON DUPLICATE KEY UPDATE")) \(column) = \(table).\(column)"))
    } else {
      context.note("on-conflict-race", at: node, "two sessions that insert the same key at once: the second gets error 1062")
    }
    return pieces
  }

  private func qualifiedTable(in context: RewriteContext) -> String {
    let relation = insertion.relation
    let name = ReservedWords.written(relation.name, target: context.target)
    return relation.schema == context.catalog.catalog.searchPath.first ? name : ReservedWords.written(relation.schema, target: context.target) + "." + name
  }

  /// A number that a driver sends as text would be compared as a floating-point number.
  private func excludedValue(_ column: String, in context: RewriteContext) -> String {
    let value = "excluded." + column.asName(in: context)
    let type = insertion.relation.columns.first { $0.name == column }?.type
    return type.map { context.catalog.family(of: $0) } == .integer ? "\(context.keyword("CAST"))(\(value) \(context.keyword("AS")) SIGNED)" : value
  }

  /// The guard compares the new row's keys with the table's: only types that compare alike through a derived table will do.
  private func checkKeys(_ keys: [UniqueKey], in context: inout RewriteContext) -> Bool {
    for name in Set(keys.flatMap(\.columns)).sorted() {
      guard let column = insertion.relation.columns.first(where: { $0.name == name }) else { continue }
      guard column.hasDeterministicCollation, comparesInGuard(column, in: context) else {
        context.decline(
          "on-conflict-type", at: node, "the key column \(name) (\(context.catalog.displayName(of: column.type, modifier: column.typeModifier))) is not compared alike",
          help: "insert in a transaction, and catch error 1062")
        return false
      }
    }
    return true
  }

  private func comparesInGuard(_ column: Column, in context: RewriteContext) -> Bool {
    switch context.catalog.family(of: column.type) {
    case .integer, .text, .boolean, .date, .timestamp, .timestamptz, .uuid, .enumeration: true
    // A number that a driver sends as text is compared as a floating-point number: exact for so many digits.
    case .decimal: context.numericShape(column.typeModifier).map { $0.precision <= 15 } ?? false
    default: false
    }
  }

  private func checkRepeatable(_ source: NodeID, in context: inout RewriteContext) -> Bool {
    for column in insertion.columns where [.bytea, .json].contains(context.catalog.family(of: column.type)) {
      context.decline("on-conflict-type", at: node, "\(column.name) cannot pass through a derived table")
      return false
    }
    let body = context.tree.child(of: source, .body)
    let rows = body.map { context.tree.children(of: $0, .item) } ?? []
    guard let body, context.tree[body].kind == .valuesClause, rows.count == 1 else {
      context.caution("on-conflict-rows", at: node, "rows of the statement that conflict with each other are counted otherwise in MySQL")
      return true
    }
    if context.tree.children(of: rows[0], .item).contains(where: { context.tree[$0].kind == .defaultValue }) {
      context.decline("on-conflict-default", at: node, "DEFAULT cannot stand in a derived table", help: "leave the column out")
      return false
    }
    return true
  }

  /// `SELECT * FROM (VALUES ROW(…)) AS excluded(a, b)`.
  private func derivedSource(_ source: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard let body = context.tree.child(of: source, .body) else { return nil }
    var inner: [Piece]
    if context.tree[body].kind == .valuesClause {
      var replacements: [NodeID: [Piece]] = [:]
      for row in context.tree.children(of: body, .item) { replacements[row] = [.text(context.keyword("ROW"))] + context.convert(row).pieces }
      inner = context.copy(body, replacing: replacements)
    } else {
      inner = context.convert(source).pieces
    }
    let names = insertion.columns.map { $0.name.asName(in: context) }.joined(separator: ", ")
    inner = [.text("\(context.keyword("SELECT")) * \(context.keyword("FROM")) (")] + inner
    return inner + [.text(") \(context.keyword("AS")) excluded(\(names))")]
  }

  // MARK: DO UPDATE

  private func doUpdate(_ source: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard checkExcluded(in: &context), let list = AssignmentList(node, relation: insertion.relation, in: &context) else { return nil }
    context.caution(
      "upsert-row-count", at: node, "MySQL counts an updated row as two, PostgreSQL as one; the rows are the same",
      help: "see whether the calling code uses the row count")
    let body = context.tree.child(of: source, .body)
    let isValues = body.map { context.tree[$0].kind == .valuesClause } ?? false
    guard var pieces = isValues ? context.convert(source).pieces : derivedSource(source, in: &context) else { return nil }
    if isValues, !excludedReferences(in: context).isEmpty { pieces.append(.text(context.keyword(" AS ") + "excluded")) }
    guard let assignments = list.pieces(condition: context.tree.child(of: node, .whereClause), in: &context) else { return nil }
    return pieces + [.text(" \(context.keyword("ON DUPLICATE KEY UPDATE")) ")] + assignments
  }

  private func excludedReferences(in context: RewriteContext) -> [NodeID] {
    context.columnReferences(in: node).filter { context.isExcluded($0) }
  }

  /// MySQL's row alias has only the columns that the statement lists.
  private func checkExcluded(in context: inout RewriteContext) -> Bool {
    for reference in excludedReferences(in: context) {
      guard let name = context.lastName(of: reference) else { continue }
      guard insertion.columns.contains(where: { $0.name == name }) else {
        context.decline("excluded-column", at: reference, "\(name) is not among the inserted columns, and MySQL's row alias has only those", help: "list the column with DEFAULT")
        return false
      }
    }
    return true
  }
}

extension String {
  /// A column's name as MySQL reads it.
  func asName(in context: RewriteContext) -> String { ReservedWords.written(self, target: context.target) }
}
