import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// The assignments of an UPDATE or a DO UPDATE: PostgreSQL makes them all at once, MySQL from left to right.
struct AssignmentList {
  struct Assignment {
    let column: Column
    let columnNode: NodeID
    let value: NodeID
    /// Columns of the changed table that the value reads.
    let reads: Set<String>
  }

  let owner: NodeID
  let relation: Relation
  let assignments: [Assignment]
  private let isFlat: Bool

  /// Nil after declining.
  init?(_ owner: NodeID, relation: Relation, in context: inout RewriteContext) {
    (self.owner, self.relation) = (owner, relation)
    var found: [Assignment] = []
    var isFlat = true
    for node in context.tree.children(of: owner, .assignment) {
      guard let pairs = Self.pairs(of: node, in: &context) else { return nil }
      isFlat = isFlat && context.tree[node].kind == .assignment
      for (target, value) in pairs {
        guard let name = context.tree.child(of: target, .name), !context.tree.containsHole(name), context.tree.children(of: target, .index).isEmpty,
          context.tree.children(of: target, .name).count == 1,
          let column = relation.columns.first(where: { $0.name == context.tree.name(of: name) })
        else {
          context.declineUnknown(target, "the column is not known")
          return nil
        }
        guard context.checkAssignment(value, to: column) else { return nil }
        found.append(Assignment(column: column, columnNode: target, value: value, reads: context.columnsRead(by: value, of: relation)))
      }
    }
    guard !found.isEmpty else {
      context.declineUnknown(owner, "its assignments are put in at run time")
      return nil
    }
    (assignments, self.isFlat) = (found, isFlat)
  }

  /// One assignment, or those of `(a, b) = (x, y)`.
  private static func pairs(of node: NodeID, in context: inout RewriteContext) -> [(NodeID, NodeID)]? {
    let targets = context.tree.children(of: node, .column)
    guard let value = context.tree.child(of: node, .value) else { return nil }
    if context.tree[node].kind == .assignment { return targets.first.map { [($0, value)] } }
    let values = context.tree[value].kind == .rowConstructor ? context.tree.children(of: value, .item) : []
    guard values.count == targets.count else {
      context.decline("row-assignment", at: node, "MySQL cannot set several columns from one subquery", help: "write a subquery for each column")
      return nil
    }
    return Array(zip(targets, values))
  }

  /// Whether the order must change so that each column is read before it is set.
  var orderMatters: Bool {
    var set: Set<String> = []
    for assignment in assignments {
      if !assignment.reads.isDisjoint(with: set) { return true }
      set.insert(assignment.column.name)
    }
    return false
  }

  /// An order in which every column is read before it is set; nil where there is none.
  func ordered(lastColumns: Set<String> = []) -> [Assignment]? {
    var rest = assignments
    var result: [Assignment] = []
    while !rest.isEmpty {
      let next = rest.firstIndex { candidate in
        !rest.contains { $0.column.name != candidate.column.name && $0.reads.contains(candidate.column.name) }
          && (!lastColumns.contains(candidate.column.name) || rest.allSatisfy { lastColumns.contains($0.column.name) })
      }
      guard let next else { return nil }
      result.append(rest.remove(at: next))
    }
    return result
  }

  /// `a = x, b = y` in an order that MySQL's left-to-right evaluation allows; nil after declining.
  func pieces(qualifier: String? = nil, condition: NodeID? = nil, in context: inout RewriteContext) -> [Piece]? {
    if condition == nil, qualifier == nil, isFlat, !orderMatters {
      let nodes = context.tree.children(of: owner, .assignment)
      guard let first = nodes.first, let last = nodes.last else { return nil }
      return context.copy(owner, within: ByteRange(context.tree[first].range.start, context.tree[last].range.end))
    }
    let test = condition.flatMap { context.tree.child(of: $0, .condition) }
    let conditionColumns = test.map { context.namesRead(by: $0) } ?? []
    let assigned = Set(assignments.map(\.column.name))
    let tested = conditionColumns.intersection(assigned)
    guard tested.count <= 1, let ordered = ordered(lastColumns: tested) else {
      context.decline(
        "assignment-order", at: owner, "MySQL makes assignments from left to right, and no order reads every column before it is set",
        help: "read the old values from a derived table")
      return nil
    }
    if let test, !context.isRepeatable(test), ordered.count > 1 {
      context.decline("upsert-condition", at: test, "the condition cannot be written once for each assignment")
      return nil
    }
    let parts = ordered.map { part($0, qualifier: qualifier, test: test, in: &context) }
    return .joined(parts, by: ", ")
  }

  private func part(_ assignment: Assignment, qualifier: String?, test: NodeID?, in context: inout RewriteContext) -> [Piece] {
    var pieces: [Piece] = qualifier.map { [.text($0 + ".")] } ?? []
    pieces += context.convert(assignment.columnNode).pieces + [.text(" = ")]
    let value = context.convert(assignment.value).pieces
    guard let test else { return pieces + value }
    let column = ReservedWords.written(assignment.column.name, target: context.target)
    pieces += [.text(context.keyword("IF") + "(")] + context.convert(test).pieces + [.text(", ")] + value
    return pieces + [.text(", \(ReservedWords.written(relation.name, target: context.target)).\(column))")]
  }
}

/// One assignment, where its list is copied as it stands.
struct AssignmentRule: ConversionRule {
  static let id = "assignments"
  static let help = RuleHelp(
    why: """
      PostgreSQL makes the assignments of an UPDATE all at once from the old row, MySQL from left to right: they are put in an order in \
      which each column is read before it is set. A row assignment becomes one for each column.
      """,
    example: "UPDATE item SET price = price * 2, old_price = price WHERE id = $1",
    manual: ["PostgreSQL: UPDATE", "MySQL: UPDATE Statement"])
  static let kinds: [NodeKind] = [.assignment]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? { context.copied(node) }
}

extension RewriteContext {
  /// Names of the columns of a table that an expression reads.
  func columnsRead(by node: NodeID, of relation: Relation) -> Set<String> {
    Set(columnReferences(in: node).compactMap { reference in
      guard case .relation(let read)? = columnSource(reference)?.origin, read.oid == relation.oid else { return nil }
      return lastName(of: reference)
    })
  }

  /// Names of all columns that an expression reads, but those of `excluded`.
  func namesRead(by node: NodeID) -> Set<String> {
    Set(columnReferences(in: node).filter { !isExcluded($0) }.compactMap { lastName(of: $0) })
  }

  /// Whether a reference is to a column of ON CONFLICT's `excluded`.
  func isExcluded(_ reference: NodeID) -> Bool {
    if case .excluded? = columnSource(reference)?.origin { true } else { false }
  }
}
