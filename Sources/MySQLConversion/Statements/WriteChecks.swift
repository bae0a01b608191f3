import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

extension RewriteContext {
  /// The table that a statement changes; nil after declining.
  mutating func writtenTable(_ statement: NodeID) -> Relation? {
    guard let name = tree.child(of: statement, .name), !tree.containsHole(name) else {
      declineUnknown(statement, "the table's name is put in at run time")
      return nil
    }
    let names = tree.qualifiedName(of: name)
    guard let table = names.last, let relation = catalog.relation(named: table, schema: names.dropLast().last) else {
      declineUnknown(name, "the table is not known")
      return nil
    }
    guard relation.kind == .table || relation.kind == .partitionedTable else {
      decline("relation-kind", at: name, "\(relation.name) is no table")
      return nil
    }
    checkHiddenEffects(relation, at: name)
    return relation
  }

  /// What a write sets off in PostgreSQL that the statement does not say.
  private mutating func checkHiddenEffects(_ relation: Relation, at node: NodeID) {
    let help = "see that it has an equal in MySQL"
    if let trigger = relation.triggers.first { caution("trigger", at: node, "\(relation.name) has the trigger \(trigger.name)", help: help) }
    if relation.hasRules { caution("rules", at: node, "\(relation.name) has rules, which MySQL does not have", help: help) }
    if relation.hasRowSecurity { caution("row-security", at: node, "\(relation.name) is under row-level security", help: help) }
    if relation.hasInheritanceChildren { caution("inheritance", at: node, "\(relation.name) has child tables, which it changes too", help: help) }
    for constraint in relation.constraints where constraint.isDeferrable || constraint.kind == .exclusion {
      let what = constraint.kind == .exclusion ? "exclusion" : "deferrable"
      caution("constraint", at: node, "\(relation.name) has the \(what) constraint \(constraint.name), which MySQL does not have", help: help)
    }
  }

  /// MySQL refuses a subquery on the table that an UPDATE or DELETE changes (error 1093).
  mutating func checkTargetIsNotRead(_ relation: Relation, by statement: NodeID) {
    for source in typed.sources where tree[source.node].kind == .tableReference {
      guard case .relation(let read) = source.origin, read.oid == relation.oid, isInsideQuery(source.node, of: statement) else { continue }
      decline(
        "reads-changed-table", at: source.node, "MySQL refuses a subquery on \(relation.name), which the statement changes",
        help: "wrap the subquery: SELECT … FROM (subquery) AS q")
    }
  }

  private func isInsideQuery(_ node: NodeID, of statement: NodeID) -> Bool {
    tree.ancestors(of: node).prefix { $0 != statement }.contains { tree[$0].kind == .query }
  }

  /// Whether MySQL stores a value in a column as PostgreSQL does; declines where it does not.
  mutating func checkAssignment(_ value: NodeID, to column: Column) -> Bool {
    let inner = unwrapped(value)
    if [.defaultValue, .nullLiteral, .hole].contains(tree[inner].kind) { return true }
    guard let from = family(of: value) else {
      declineUnknown(value, "its type is not known")
      return false
    }
    if from == .printed, type(of: value)?.oid == catalog.baseType(of: column.type) { return true }
    return checkAssignment(from: from, element: elementFamily(of: value), to: column, at: value)
  }

  /// As above, for a value of a type.
  mutating func checkAssignment(from type: OID, to column: Column, at node: NodeID) -> Bool {
    checkAssignment(from: catalog.family(of: type), element: elementFamily(ofArray: type), to: column, at: node)
  }

  private mutating func checkAssignment(from: TypeFamily, element: TypeFamily?, to column: Column, at node: NodeID) -> Bool {
    let to = catalog.family(of: column.type)
    let isSameArray = from == .array && to == .array && element != nil && element == elementFamily(ofArray: column.type)
    guard isSameArray || Self.assignsAlike(from, to, isUTC: sessionIsUTC) else {
      decline(
        "assignment-types", at: node,
        "MySQL does not store this value in \(column.name) (\(catalog.displayName(of: column.type, modifier: column.typeModifier))) as PostgreSQL does")
      return false
    }
    return true
  }

  private static func assignsAlike(_ from: TypeFamily, _ to: TypeFamily, isUTC: Bool) -> Bool {
    switch (from, to) {
    case (.integer, .integer), (.integer, .decimal), (.integer, .double), (.decimal, .decimal), (.decimal, .double), (.double, .double),
      (.decimal, .integer): true
    case (.caseless, .caseless), (.text, .caseless), (.caseless, .text): true
    case (.text, .text), (.text, .blankPadded), (.blankPadded, .blankPadded), (.integer, .text), (.uuid, .uuid), (.boolean, .boolean): true
    case (.date, .date), (.time, .time), (.timestamp, .timestamp), (.timestamptz, .timestamptz), (.date, .timestamp): true
    case (.timestamptz, .timestamp), (.timestamp, .timestamptz), (.date, .timestamptz): isUTC
    case (.money, .money), (.integer, .money), (.decimal, .money), (.bytea, .bytea), (.jsonb, .jsonb), (.json, .json), (.enumeration, .enumeration): true
    default: false
    }
  }
}
