import PostgresSyntax

/// Constructs that a statement has anywhere.
struct StatementParts: OptionSet, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let placeholder = StatementParts(rawValue: 1)
  static let derivedTable = StatementParts(rawValue: 2)
  /// INSERT, UPDATE, DELETE or MERGE.
  static let dataChange = StatementParts(rawValue: 4)
  static let groupingSet = StatementParts(rawValue: 8)

  init(of tree: SyntaxTree) {
    var found: StatementParts = []
    for node in tree.nodes {
      switch node.kind {
      case .placeholder: found.insert(.placeholder)
      case .derivedTable: found.insert(.derivedTable)
      case .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: found.insert(.dataChange)
      case .groupingSet: found.insert(.groupingSet)
      default: break
      }
    }
    self = found
  }
}
