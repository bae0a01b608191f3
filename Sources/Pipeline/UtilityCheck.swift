import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Checks what Parse does not look at: whether what a utility statement names is there.
///
///     UtilityCheck(catalog: index).errors(in: tree)
///
/// Only names that must exist for the statement to run; that something exists already is no error here, for migrations are scanned with
/// databases on which they have run. Queries inside a statement are analysed with it, not here.
struct UtilityCheck {
  let catalog: CatalogIndex

  /// The errors that PostgreSQL would raise when the statement runs, in its words.
  func errors(in tree: SyntaxTree) -> [AnalysisError] {
    guard tree[tree.root].kind.isUtility else { return [] }
    var names = UtilityNames(catalog: catalog, tree: tree)
    check(tree.root, tree, &names)
    return names.errors
  }

  private func check(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    switch tree[root].kind {
    case .dropStatement: if !tree[root].words.contains(.ifExists) { drop(root, tree, &names) }
    case .truncateStatement, .lockStatement: for item in tree.children(of: root, .item) { names.relation(item) }
    case .alterTableStatement: alterTable(root, tree, &names)
    case .alterSequenceStatement: if !tree[root].words.contains(.ifExists) { names.relation(ofNamed: root) }
    case .renameStatement: rename(root, tree, &names)
    case .alterEnumStatement, .alterDomainStatement: names.type(ofNamed: root)
    case .createIndexStatement: createIndex(root, tree, &names)
    case .createTableStatement: createTable(root, tree, &names)
    case .createTriggerStatement:
      if names.relation(at: root, .relation), let function = tree.child(of: root, .function) { names.function(function) }
    case .createPolicyStatement, .createRuleStatement: names.relation(at: root, .relation)
    case .commentStatement: comment(root, tree, &names)
    case .grantStatement, .revokeStatement: grant(root, tree, &names)
    case .refreshStatement: names.relation(ofNamed: root)
    case .copyStatement:
      if names.relation(ofNamed: root) { names.columns(tree.children(of: root, .column), ofRelationNamedBy: root) }
    case .utilityStatement where [.vacuum, .analyzeTable, .cluster].contains(tree[root].detail):
      for item in tree.children(of: root, .item) { names.relation(item) }
    default: break
    }
  }

  private func drop(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    switch tree[root].detail {
    case .trigger, .policy, .rule:
      guard names.relation(at: root, .relation), tree[root].detail == .trigger else { return }
      names.trigger(tree.child(of: root, .name), ofRelationNamedBy: tree.child(of: root, .relation))
    default: for name in tree.children(of: root, .name) { names.dropped(name, tree[root].detail) }
    }
  }

  private func alterTable(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    guard !tree[root].words.contains(.ifExists), names.relation(ofNamed: root) else { return }
    let actions = tree.children(of: root, .action)
    let added = actions.filter { tree[$0].kind == .addColumn }.flatMap { tree.children(of: $0, .element) }
      .compactMap { tree.child(of: $0, .name).map { tree.name(of: $0) } }
    for action in actions {
      let columns = tree.children(of: action, .column)
      switch tree[action].kind {
      case .dropColumn, .dropExpression, .dropIdentity:
        if !tree[action].words.contains(.ifExists) { names.columns(columns, ofRelationNamedBy: root, added: added) }
      case .alterColumnType, .setDefault, .dropDefault, .setNotNull, .dropNotNull, .setExpression, .addIdentity, .setIdentity, .alterColumnOption:
        names.columns(columns, ofRelationNamedBy: root, added: added)
        names.types(under: action)
      case .addColumn, .addConstraint: names.references(under: action, of: root)
      case .attachPartition, .detachPartition, .inheritTable: names.relation(ofNamed: action)
      default: break
      }
    }
  }

  private func rename(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    guard !tree[root].words.contains(.ifExists) else { return }
    switch tree[root].detail {
    case .trigger, .policy, .rule: names.relation(at: root, .relation)
    case .type, .domain: names.type(ofNamed: root)
    case .table, .view, .materializedView, .foreignTable, .index, .sequence, .column, .tableConstraint:
      guard names.relation(ofNamed: root) else { return }
      names.columns(tree.children(of: root, .column), ofRelationNamedBy: root, wording: .bare)
    default: break
    }
  }

  private func createIndex(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    guard names.relation(at: root, .relation), let relation = tree.child(of: root, .relation) else { return }
    let parts = [tree.child(of: root, .whereClause)].compactMap { $0 } + tree.children(of: root, .item) + tree.children(of: root, .include)
    for part in parts { names.columns(tree.columnNames(under: part), ofRelationNamedBy: relation, wording: .bare) }
  }

  private func createTable(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    for parent in tree.children(of: root, .inherits) + tree.children(of: root, .parent) { names.relation(parent) }
    for element in tree.children(of: root, .element) where tree[element].kind == .likeClause { names.relation(ofNamed: element) }
    names.references(under: root, of: root)
  }

  private func comment(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    switch tree[root].detail {
    case .table, .view, .materializedView, .foreignTable, .index, .sequence: names.relation(ofNamed: root)
    case .column: names.qualifiedColumn(tree.child(of: root, .name))
    case .type, .domain: names.type(ofNamed: root)
    case .schema: if let name = tree.child(of: root, .name) { names.schema(name) }
    case .trigger, .policy, .rule, .tableConstraint: names.relation(at: root, .relation)
    default: break
    }
  }

  private func grant(_ root: NodeID, _ tree: SyntaxTree, _ names: inout UtilityNames) {
    guard !tree[root].words.contains(.defaultPrivileges) else { return }
    switch tree[root].detail {
    case .table, .sequence, .none:
      guard !tree[root].words.contains(.allInSchema) else { return tree.children(of: root, .schema).forEach { names.schema($0) } }
      for name in tree.children(of: root, .name) { names.relation(name) }
    case .schema: for name in tree.children(of: root, .name) + tree.children(of: root, .schema) { names.schema(name) }
    default: for name in tree.children(of: root, .schema) { names.schema(name) }
    }
  }
}

extension SyntaxTree {
  /// The nodes that name a column alone, without a table, in an expression or index key.
  fileprivate func columnNames(under id: NodeID) -> [NodeID] {
    descendants(of: id).filter { node in
      self[node].kind == .columnReference && qualifiedName(of: node).count == 1
        || self[node].kind == .identifier && self[node].role == .include
    }.sorted()
  }
}
