import SourceText

/// The state of parsing one text: tokens with a place in them, and the tree as built so far.
///
/// A production reads tokens and leaves exactly one finished node on `pending`, without a role; its caller gives it one. Nodes are
/// appended when finished, so the array is in post-order, and `finish` links the pending nodes from a mark on as children. No
/// production tries and takes back: what stands at `position` decides, with a few tokens of lookahead.
struct Grammar {
  let bytes: [UInt8]
  let tokens: [Token]
  /// Where the lexer stopped, if it did: reported when the grammar gets there.
  let lexicalError: SyntaxError?
  var position = 0
  var nodes: [Node] = []
  /// Finished nodes that wait for their parent.
  var pending: [Int32] = []
  /// Operators that wait for their right operand; each expression works above its own base.
  var operators: [PendingOperator] = []
  var depth = 0
  let depthLimit: Int
  /// Whether the limit was met, even if the rules of a utility statement then tried another way.
  var isTooDeep = false
  /// The base in `operators` of the expression that is a whole target, which a bare label may end; -1 for none.
  var labelBase = -1
  /// The base in `operators` of the expression that is SUBSTRING's first argument; -1 for none.
  var similarBase = -1
  /// Whether the next expression is such an argument.
  var isSimilarNext = false
  /// For the rules of utility statements.
  var furthest = Furthest()
  var open = OpenNode(kind: .utilityStatement)
  /// What the first failed check says of the statement as matched so far.
  var objection: SyntaxError?
  /// Uses of syntax after PostgreSQL 14.
  var features: [FeatureUse] = []

  init(_ text: SQLText, depthLimit: Int) {
    self.depthLimit = depthLimit
    bytes = text.bytes
    (tokens, lexicalError) = Lexer.tokens(of: text)
    nodes.reserveCapacity(tokens.count * 2)
    pending.reserveCapacity(32)
  }

  /// The tree whose root is the last node finished.
  func tree(of text: SQLText) -> SyntaxTree {
    SyntaxTree(
      text: text, tokens: tokens, nodes: nodes, root: NodeID(max(nodes.count - 1, 0)),
      features: (features + tokens.lazy.filter(isNewerNumber).map { FeatureUse(feature: .integerForms, range: $0.range) })
        .sorted { $0.range < $1.range })
  }

  /// `1_000`, `0x1F`, `0o17`, `0b11`.
  private func isNewerNumber(_ token: Token) -> Bool {
    guard token.kind == .integer || token.kind == .numeric, token.range.count > 2 else { return false }
    return bytes[token.range.start + 1] | 0x20 > UInt8(ascii: "a") && bytes[token.range.start + 1] | 0x20 != UInt8(ascii: "e")
      || bytes[token.range.range].contains(UInt8(ascii: "_"))
  }

  // MARK: Tokens

  @inline(__always) var current: Token { tokens[position] }

  /// The token `offset` places ahead; `end` beyond the last.
  @inline(__always) func peek(_ offset: Int) -> Token { tokens[min(position + offset, tokens.count - 1)] }

  @inline(__always) func at(_ keyword: Keyword) -> Bool { tokens[position].keyword == keyword }
  @inline(__always) func at(_ symbol: Symbol) -> Bool { tokens[position].symbol == symbol }
  @inline(__always) func at(_ first: Keyword, _ second: Keyword) -> Bool { at(first) && peek(1).keyword == second }
  func at(any keywords: Keyword...) -> Bool { current.keyword.map(keywords.contains) ?? false }

  @inline(__always) mutating func advance() { position = min(position + 1, tokens.count - 1) }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func accept(_ first: Keyword, _ second: Keyword) -> Bool {
    guard at(first, second) else { return false }
    position += 2
    return true
  }

  mutating func accept(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keyword: Keyword) throws(SyntaxError) {
    guard accept(keyword) else { throw unexpected() }
  }

  mutating func expect(_ symbol: Symbol) throws(SyntaxError) {
    guard accept(symbol) else { throw unexpected() }
  }

  func expectEnd() throws(SyntaxError) {
    guard current.kind == .end, lexicalError == nil else { throw unexpected() }
  }

  /// Whether the current token is an unquoted word of this text, keyword or not; `word` is in lower case.
  func at(word: StaticString) -> Bool {
    guard current.kind == .identifier, current.range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      zip(buffer, bytes[current.range.range]).allSatisfy { $0 == $1 | 0x20 || $0 == $1 }
    }
  }

  func text(of token: Token) -> String { String(decoding: bytes[token.range.range], as: UTF8.self) }

  // MARK: Errors

  /// The error for the current token, as `scanner_yyerror` words it.
  func unexpected() -> SyntaxError { unexpected(at: current) }

  func unexpected(at token: Token) -> SyntaxError {
    if token.kind == .end {
      return lexicalError ?? SyntaxError(message: "syntax error at end of input", range: token.range)
    }
    return failure("syntax error", at: token)
  }

  /// An error in other words about a token, ending in `at or near "…"`.
  func failure(_ message: String, at token: Token) -> SyntaxError {
    SyntaxError(message: "\(message) at or near \"\(text(of: token))\"", range: token.range)
  }

  /// An error that names no token.
  func failure(_ message: String, range: ByteRange, sqlstate: String = "42601") -> SyntaxError {
    SyntaxError(message: message, range: range, sqlstate: sqlstate)
  }

  /// Notes the use of newer syntax at a token.
  mutating func note(_ feature: SyntaxFeature, at token: Token) {
    features.append(FeatureUse(feature: feature, range: token.range))
  }

  /// Counts one level of nesting; every production that may contain itself calls it and, when done, `leave`.
  mutating func enter() throws(SyntaxError) {
    depth += 1
    guard depth <= depthLimit else {
      isTooDeep = true
      throw SyntaxError(
        message: "stack depth limit exceeded: the statement is nested more than \(Parser.maximumDepth) levels deep",
        range: current.range, sqlstate: "54001")
    }
  }

  mutating func leave() { depth -= 1 }

  // MARK: Nodes

  /// Where the children of the next node begin.
  @inline(__always) var mark: Int { pending.count }

  /// The end of the token before the current one.
  var end: Int { position > 0 ? tokens[position - 1].range.end : 0 }

  /// Makes the current token a node without children and moves on.
  mutating func leaf(_ kind: NodeKind, role: Role = .none) {
    append(Node(kind: kind, role: role, range: current.range))
    advance()
  }

  /// Makes a node of the pending ones from `mark` on, from `start` to the end of the last token read.
  mutating func finish(_ kind: NodeKind, from mark: Int, start: Int, attributes: NodeAttributes = []) {
    let number = Int32(nodes.count)
    var node = Node(kind: kind, attributes: attributes, range: ByteRange(start, end))
    if mark < pending.count {
      node.firstChild = pending[mark]
      var previous = -1
      for index in mark..<pending.count {
        let child = Int(pending[index])
        nodes[child].parent = number
        if previous >= 0 { nodes[previous].nextSibling = Int32(child) }
        previous = child
      }
      pending.removeLast(pending.count - mark)
    }
    append(node)
  }

  /// The same, from the start of the first pending node.
  mutating func finish(_ kind: NodeKind, from mark: Int, attributes: NodeAttributes = []) {
    finish(kind, from: mark, start: start(ofPending: mark), attributes: attributes)
  }

  private mutating func append(_ node: Node) {
    pending.append(Int32(nodes.count))
    nodes.append(node)
  }

  /// Where the pending node at an index starts.
  func start(ofPending index: Int) -> Int {
    index < pending.count ? nodes[Int(pending[index])].range.start : current.range.start
  }

  /// Gives the node finished last its role.
  mutating func role(_ role: Role) {
    if let last = pending.last { nodes[Int(last)].role = role }
  }

  mutating func role(_ role: Role, ofPending index: Int) {
    if index < pending.count { nodes[Int(pending[index])].role = role }
  }

  /// The node finished last.
  var lastNode: Node? { pending.last.map { nodes[Int($0)] } }

  // MARK: Holes

  var atHole: Bool { current.symbol == .hole && current.kind == .atom }
  var atAtom: Bool { current.kind == .atom }

  /// Takes the holes that stand between two clauses.
  mutating func parseClauseHoles() {
    while atHole { leaf(.hole, role: .hole) }
  }

  /// `item, item…`, each with a role; a hole after an item, without a comma, is a `.hole` beside it.
  mutating func parseList(_ role: Role, _ item: (inout Grammar) throws(SyntaxError) -> Void) throws(SyntaxError) {
    repeat {
      try item(&self)
      self.role(role)
    } while accept(.comma)
  }
}
