import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// The state of converting one statement: what is known, and what came of it so far.
///
/// Rules ask it for facts, have it convert the nodes inside theirs, and tell it what they cannot do.
package struct RewriteContext {
  package let typed: TypedTree
  package let catalog: CatalogIndex
  package let target: Target
  package let host: ConversionHost
  let registry: RuleRegistry
  /// Whether the keyword that starts the statement is written in lower case.
  package let writesLowerCase: Bool
  /// Whether the source's sessions run in UTC, as the target's do.
  let sessionIsUTC: Bool

  package private(set) var findings: [Finding] = []
  package private(set) var status = StatementStatus.unchanged
  /// The status but for parameters that must be passed in another form.
  private(set) var boundStatus = StatementStatus.unchanged
  package var nameHoles: Set<ByteRange> = []
  /// Parameters that must be passed in another form, by number.
  package private(set) var bindings: [Int: Conversion.Binding] = [:]
  /// Qualifiers that MySQL does not have, and the table's name to write instead: the alias of INSERT's table.
  var renamedQualifiers: [String: String] = [:]
  /// What stands in the place of a node, where the clause around it decides that.
  var substitutions: [NodeID: Output] = [:]
  /// The names of columns in a derived table that takes the place of a query's sources.
  var columnSubstitutes: [SourceColumn: String] = [:]
  /// The functions of the extension pack that some template called.
  var extensionFunctions: Set<String> = []
  /// What stands for a set-returning call of a select list, and for `*` beside one.
  var setColumns: [NodeID: Output] = [:]
  /// What ORDER BY sorts by last.
  var orderSuffixes: [NodeID: String] = [:]
  var usedSetNames: Set<String> = []
  /// Subqueries that are kept from being made a semijoin.
  var guardedSubqueries: Set<NodeID> = []
  private var depth = 0

  init(typed: TypedTree, catalog: CatalogIndex, target: Target, host: ConversionHost, registry: RuleRegistry, sessionIsUTC: Bool) {
    self.sessionIsUTC = sessionIsUTC
    (self.typed, self.catalog, self.target, self.host, self.registry) = (typed, catalog, target, host, registry)
    let first = typed.tree.tokens.first { $0.kind == .keyword }
    writesLowerCase = first.map { (0x61...0x7A).contains(typed.tree.text.bytes[$0.range.start]) } ?? false
  }

  package var tree: SyntaxTree { typed.tree }

  // MARK: - Findings

  /// Declines the statement: it will be `manual` and keep its text.
  @discardableResult
  package mutating func decline(_ rule: String, at node: NodeID, _ message: String, help: String = "") -> Output {
    let advice = help.isEmpty ? "rewrite this part by hand" : help
    report(Finding(rule: rule, severity: .error, message: message, help: advice, range: tree[node].range), lowersTo: .manual)
    return Output(source: tree[node].range)
  }

  /// Adds a caveat that a person must judge: the statement will be `review` at best.
  package mutating func caution(_ rule: String, at node: NodeID, _ message: String, help: String = "") {
    report(Finding(rule: rule, severity: .warning, message: message, help: help, range: tree[node].range), lowersTo: .review)
  }

  /// Adds a remark that does not change the status.
  package mutating func note(_ rule: String, at node: NodeID, _ message: String, help: String = "") {
    report(Finding(rule: rule, severity: .info, message: message, help: help, range: tree[node].range), lowersTo: .unchanged)
  }

  /// Says that a parameter must be passed in another form: for a person to do, unless the calling code can be edited.
  mutating func bind(_ placeholder: NodeID, as form: String) {
    guard let parameter = tree.parameter(of: placeholder), let type = type(of: placeholder) else { return }
    let was = catalog.shortName(of: type.oid)
    bindings[parameter] = Conversion.Binding(parameter: parameter, was: was, as: form, element: elementFamily(of: placeholder) ?? .other)
    let status = boundStatus
    caution(Conversion.Binding.rule, at: placeholder, "the \(was) parameter must be passed as the text of a JSON array", help: "encode the values as JSON in the calling code: [1, 2, 3]")
    boundStatus = status
  }

  package mutating func report(_ finding: Finding, lowersTo lowest: StatementStatus) {
    status = max(status, lowest)
    boundStatus = max(boundStatus, lowest)
    if !findings.contains(finding) { findings.append(finding) }
  }

  // MARK: - Converting

  /// The MySQL form of a node: the first rule of its kind that takes it, else a copy where the tables of equal constructs
  /// allow one, else declined.
  package mutating func convert(_ node: NodeID) -> Output {
    guard depth < Self.maximumDepth else {
      return decline("nested-too-deeply", at: node, "this expression is nested more than \(Self.maximumDepth) levels deep")
    }
    if let output = substitutions[node] { return output }
    depth += 1
    defer { depth -= 1 }
    var output = converted(node)
    if losesBlanks(node) { output = fill("RTRIM({0})", with: [output]) }
    return becomesCaseSensitive(node) ? caseSensitive(output) : output
  }

  /// The MySQL form of a node, whatever its place coerces it to.
  mutating func converted(_ node: NodeID) -> Output {
    let kind = tree[node].kind
    for rule in registry.rules(for: kind, named: RuleRegistry.hasNames(kind) ? resolvedName(of: node) : nil) {
      if let output = rule.rewrite(node, in: &self) { return output }
    }
    return EqualConstructs.convert(node, in: &self)
  }

  /// The name of the function or operator behind a node.
  private func resolvedName(of node: NodeID) -> String? {
    switch typed.facts[Int(node.index)].resolution {
    case .function(let function): function.name
    case .operator(let found): found.name
    default: nil
    }
  }

  /// The MySQL form of a node as an operand that needs at least a precedence.
  package mutating func convert(_ node: NodeID, atLeast required: Precedence) -> [Piece] {
    convert(node).parenthesized(below: required)
  }

  /// The node's own text with its children converted; each child in parentheses where its role in this kind needs them.
  ///
  /// - Parameter replacements: What is written for some children.
  mutating func copied(_ node: NodeID, _ precedence: Precedence = .primary, replacing replacements: [NodeID: [Piece]] = [:]) -> Output {
    copy(children: tree.children(of: node), of: node, within: tree[node].range, replacing: replacements, precedence)
  }

  /// As `copied`: the pieces alone.
  package mutating func copy(_ node: NodeID, replacing replacements: [NodeID: [Piece]] = [:]) -> [Piece] { copied(node, replacing: replacements).pieces }

  /// The text of a range of a node with those children converted that lie in it.
  package mutating func copy(_ node: NodeID, within range: ByteRange, replacing replacements: [NodeID: [Piece]] = [:]) -> [Piece] {
    let tree = tree
    return copy(children: tree.children(of: node).lazy.filter { range.contains(tree[$0].range) }, of: node, within: range, replacing: replacements, .primary).pieces
  }

  private mutating func copy(
    children: some Sequence<NodeID>, of node: NodeID, within range: ByteRange, replacing replacements: [NodeID: [Piece]], _ precedence: Precedence
  ) -> Output {
    let tree = tree
    let kind = tree[node].kind
    var pieces: [Piece] = []
    // From here on the source is not yet written.
    var offset = range.start
    for child in children {
      let childRange = tree[child].range
      if let replacement = replacements[child] {
        pieces.add(.source(ByteRange(offset, childRange.start)))
        for piece in replacement { pieces.add(piece) }
      } else {
        let output = convert(child)
        let required = OperandPrecedence.required(of: kind, tree[child].role)
        if output.source == childRange, output.precedence >= required { continue }
        pieces.add(.source(ByteRange(offset, childRange.start)))
        for piece in output.parenthesized(below: required) { pieces.add(piece) }
      }
      offset = childRange.end
    }
    if pieces.isEmpty, offset == range.start { return Output(source: range, precedence) }
    pieces.add(.source(ByteRange(offset, range.end)))
    return Output(pieces, precedence)
  }

  /// Levels of nodes below each other that are converted; a frame of the conversion is small, but there may be several per level.
  static let maximumDepth = 600
}

// MARK: - Facts

extension RewriteContext {
  /// The type of a node, nil where it is unknown.
  package func type(of node: NodeID) -> TypeReference? { typed.facts[Int(node.index)].type }

  /// The family of a node's own type; nil where it is unknown.
  package func family(of node: NodeID) -> TypeFamily? { type(of: node).map { catalog.family(of: $0.oid) } }

  /// The family of the type that the node's place coerces it to, or of its own.
  package func coercedFamily(of node: NodeID) -> TypeFamily? {
    (coercion(of: node) ?? type(of: node)).map { catalog.family(of: $0.oid) }
  }

  /// The type that the node's place coerces it to, where it is another than its own.
  func coercion(of node: NodeID) -> TypeReference? { typed.facts[Int(node.index)].coercedTo }

  package func isNullable(_ node: NodeID) -> Bool { typed.facts[Int(node.index)].isNullable }

  /// The type's name as a person writes it: `character varying(20)`.
  package func typeName(_ node: NodeID) -> String {
    typed[node].type.map { catalog.displayName(of: $0.oid, modifier: $0.modifier) } ?? "unknown"
  }

  /// The node without the parentheses around it.
  package func unwrapped(_ node: NodeID) -> NodeID { tree.unparenthesized(node) }

  /// The decoded text of a constant string that no atom is part of: a literal, a typed literal's or a cast's literal.
  package func constantString(_ node: NodeID) -> String? {
    var node = unwrapped(node)
    // As views print them: 'YYYY'::text.
    if tree[node].kind == .typeCast, type(of: node) == TypeReference(.text), let operand = tree.child(of: node, .operand) { node = unwrapped(operand) }
    guard tree[node].kind == .stringLiteral, let bytes = tree.stringValue(of: node) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The value of an integer constant, with a sign.
  package func constantInteger(_ node: NodeID) -> Int? {
    let node = unwrapped(node)
    switch tree[node].kind {
    case .integerLiteral: return Int(tree.string(of: node))
    case .unaryOperation:
      guard let name = tree.child(of: node, .operator), let operand = tree.child(of: node, .operand), tree.string(of: name) == "-",
        tree[unwrapped(operand)].kind == .integerLiteral
      else { return nil }
      return Int(tree.string(of: unwrapped(operand))).map { -$0 }
    default: return nil
    }
  }

  /// The function that a node was resolved to, as `name(type,type)`, where it is of pg_catalog.
  package func builtIn(_ node: NodeID) -> Function? {
    guard case .function(let function) = typed.facts[Int(node.index)].resolution, function.schema == "pg_catalog" else { return nil }
    return function
  }

  /// The operator that a node was resolved to, where it is of pg_catalog.
  package func builtInOperator(_ node: NodeID) -> Operator? {
    guard case .operator(let found) = typed.facts[Int(node.index)].resolution, found.schema == "pg_catalog" else { return nil }
    return found
  }

  /// Whether the node may stand twice in the output: no volatile function, no subquery, no hole.
  package func isRepeatable(_ node: NodeID) -> Bool {
    guard !tree.containsHole(node), !containsSubquery(node) else { return false }
    return tree.descendants(of: node).allSatisfy { next in
      guard tree[next].kind == .functionCall else { return true }
      guard case .function(let function) = typed[next].resolution else { return false }
      return function.volatility != .volatile
    }
  }

  /// Whether the node contains, or is, a query.
  func containsSubquery(_ node: NodeID) -> Bool {
    tree.descendants(of: node).contains { [.scalarSubquery, .exists, .inSubquery, .arraySubquery, .query].contains(tree[$0].kind) }
  }

  /// Whether the node contains a placeholder.
  package func containsPlaceholder(_ node: NodeID) -> Bool { tree.descendants(of: node).contains { tree[$0].kind == .placeholder } }

  /// The source that a node's column belongs to; nil where the node is no resolved column.
  func columnSource(_ node: NodeID) -> ColumnSource? {
    guard case .column(let number, _) = typed[node].resolution, typed.sources.indices.contains(number) else { return nil }
    return typed.sources[number]
  }

  /// Whether a source is a join: its columns are merged ones of its sides.
  func isMerged(_ source: Int) -> Bool {
    guard typed.sources.indices.contains(source) else { return false }
    if case .join = typed.sources[source].origin { return true }
    return false
  }

  /// The references to columns in a node.
  func columnReferences(in node: NodeID) -> [NodeID] { tree.descendants(of: node).filter { tree[$0].kind == .columnReference } }

  /// The column's own name in a reference, without its qualifiers.
  func lastName(of reference: NodeID) -> String? { tree.children(of: reference, .name).last.map { tree.name(of: $0) } }

  /// A keyword or function name in the statement's case.
  package func keyword(_ word: String) -> String { writesLowerCase ? word.lowercased() : word }

  /// The collation by which the database sorts text is by code point, as utf8mb4_0900_bin.
  package var sortsByCodePoint: Bool {
    ["C", "POSIX", "C.UTF-8", "C.UTF8", "C.utf8", "ucs_basic"].contains(catalog.catalog.collation)
  }
}

/// A column of one of the statement's sources.
struct SourceColumn: Hashable {
  let source, column: Int
}
