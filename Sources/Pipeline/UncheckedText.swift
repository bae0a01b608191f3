import PostgresSyntax
import SourceText

/// What a statement holds that PostgreSQL looks at only when it runs: text inside the statement, or a name that lives in the session.
struct UncheckedText {
  /// One sentence for a finding.
  var message: String
  var range: ByteRange

  /// The first such part of a utility statement; nil where there is none.
  init?(in tree: SyntaxTree) {
    var id = tree.root
    if tree[id].kind == .explainStatement, let inner = tree.child(of: id, .statement) { id = inner }
    let name = tree.child(of: id, .name)
    switch tree[id].kind {
    case .doStatement: self.init("the block's body is checked only when it runs", at: tree.child(of: id, .value), in: tree)
    case .createFunctionStatement:
      let text = tree.child(of: id, .body).flatMap { tree.child(of: $0, .value) }
      guard let text, tree[text].kind == .stringLiteral else { return nil }
      self.init("the routine's body is text, which is not checked here", at: text, in: tree)
    case .executeStatement, .deallocateStatement:
      guard let name else { return nil }
      self.init("the statement that \(tree.string(of: name)) names is prepared elsewhere in the session", at: name, in: tree)
    case .fetchStatement, .closeStatement:
      guard let name else { return nil }
      self.init("the cursor \(tree.string(of: name)) is opened elsewhere in the session", at: name, in: tree)
    default: return nil
    }
  }

  private init?(_ message: String, at id: NodeID?, in tree: SyntaxTree) {
    guard let id else { return nil }
    (self.message, range) = (message, tree[id].range)
  }
}
