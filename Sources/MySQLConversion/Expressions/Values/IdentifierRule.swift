import MySQLTarget
import PostgresSyntax
import SourceText

/// Identifiers: quoting by MySQL's reserved words, and PostgreSQL's case folding where MySQL heeds case.
struct IdentifierRule: ConversionRule {
  static let id = "identifiers"
  static let help = RuleHelp(
    why: """
      PostgreSQL folds unquoted names to lower case and quotes with "; MySQL quotes with ` and compares names of tables, \
      databases and aliases by case on Linux, names of columns never. A name is quoted only where MySQL reserves it.
      """,
    example: #"SELECT "rank", u.Name FROM Users u"#,
    manual: ["PostgreSQL: Identifiers and Key Words", "MySQL: Schema Object Names", "MySQL: Keywords and Reserved Words"])
  static let kinds: [NodeKind] = [.identifier, .columnReference, .qualifiedName, .star]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .identifier: Output(context.identifierPieces(node, isCaseSensitive: false, at: Self.position(of: node, in: context)))
    case .columnReference: columnReference(node, in: &context)
    case .star: context.qualified(node, isColumn: true)
    default: context.qualified(node, isColumn: false)
    }
  }

  /// Where a lone identifier stands: an alias of a result column, a column after INSERT's or SET's keyword.
  private static func position(of node: NodeID, in context: RewriteContext) -> ReservedWords.Position {
    switch context.tree.parent(of: node).map({ context.tree[$0].kind }) {
    case .resultTarget: .columnLabel
    case .commonTableExpression: .commonTable
    default: .anywhere
    }
  }

  private func columnReference(_ node: NodeID, in context: inout RewriteContext) -> Output {
    if case .column(let source, let column) = context.typed[node].resolution, let name = context.columnSubstitutes[SourceColumn(source: source, column: column)] {
      return Output(name)
    }
    switch context.typed[node].resolution {
    case .column(let source, let column):
      if let row = scalarRow(node, source, column, in: context) { return row }
      return context.qualified(node, isColumn: true)
    case .output: return context.qualified(node, isColumn: true)
    case .row, .star:
      return context.decline(
        "whole-row", at: node, "\(context.tree.string(of: node)) is a whole row; MySQL has no row values of tables",
        help: "name the columns")
    case .unresolved(let reason): return unresolved(node, reason, in: &context)
    case .none, .function, .operator: return context.declineUnknown(node, "the name is not resolved")
    }
  }

  /// `e` of `FROM jsonb_array_elements(x) AS e` is the one column of it.
  private func scalarRow(_ node: NodeID, _ source: Int, _ column: Int, in context: RewriteContext) -> Output? {
    guard let name = context.nameOfScalarRow(node, source, column), let table = context.typed.sources[source].name else { return nil }
    return Output(ReservedWords.written(table, target: context.target) + "." + ReservedWords.written(name, at: .afterPeriod, target: context.target))
  }

  private func unresolved(_ node: NodeID, _ reason: String, in context: inout RewriteContext) -> Output {
    let name = context.tree.children(of: node, .name).last.map { context.tree.name(of: $0) } ?? ""
    guard ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"].contains(name) else { return context.declineUnknown(node, reason) }
    return context.decline("system-column", at: node, "\(name) is a system column, which MySQL's tables do not have")
  }
}

extension RewriteContext {
  /// The column's own name where a reference to it is the name of its table.
  func nameOfScalarRow(_ reference: NodeID, _ source: Int, _ column: Int) -> String? {
    guard typed.sources.indices.contains(source), tree[typed.sources[source].node].kind == .functionTable, typed.sources[source].columns.indices.contains(column) else { return nil }
    let name = typed.sources[source].columns[column].name
    return lastName(of: reference) == name ? nil : name
  }

  /// As `qualifiedPieces`; as it is where MySQL reads every name as it is written.
  mutating func qualified(_ node: NodeID, isColumn: Bool) -> Output {
    let isPlain = renamedQualifiers.isEmpty && isPlain(tree.children(of: node, .name), isColumn: isColumn, isStar: tree[node].kind == .star)
    return isPlain ? Output(source: tree[node].range) : Output(qualifiedPieces(node, isColumn: isColumn))
  }

  /// `a.b` with each name as MySQL reads it: all but a column's own name are names of tables or schemas.
  mutating func qualifiedPieces(_ node: NodeID, isColumn: Bool) -> [Piece] {
    let names = tree.children(of: node, .name)
    let isStar = tree[node].kind == .star
    var replacements: [NodeID: [Piece]] = [:]
    for (index, name) in names.enumerated() where tree[name].kind == .identifier {
      let isQualifier = isStar || !isColumn || index < names.count - 1
      let first: ReservedWords.Position = !isQualifier ? .columnReference : isColumn || isStar ? .anywhere : .beforeParenthesis
      if isColumn, index == 0, names.count == 2, let renamed = renamedQualifiers[tree.name(of: name)] {
        replacements[name] = [.text(renamed)]
        continue
      }
      replacements[name] = identifierPieces(name, isCaseSensitive: isQualifier, at: index > 0 ? .afterPeriod : first)
    }
    guard let start = startAfterDefaultSchema(of: names, isColumn: isColumn && !isStar) else { return copy(node, replacing: replacements) }
    if let table = names.dropFirst().first, tree[table].kind == .identifier {
      replacements[table] = identifierPieces(table, isCaseSensitive: true, at: isColumn || isStar ? .anywhere : .beforeParenthesis)
    }
    return copy(node, within: ByteRange(start, tree[node].range.end), replacing: replacements)
  }

  /// Whether MySQL reads every name of `a.b` as it is written.
  private func isPlain(_ names: [NodeID], isColumn: Bool, isStar: Bool) -> Bool {
    guard let first = names.first, names.count < (isColumn ? 3 : 2) else { return false }
    let position: ReservedWords.Position = names.count == 1 && isColumn && !isStar ? .columnReference : isColumn || isStar ? .anywhere : .beforeParenthesis
    return tree[first].kind == .identifier && ReservedWords.isPlain(tree.text.bytes[tree[first].range.range], at: position)
      && names.dropFirst().allSatisfy { tree[$0].kind == .identifier && ReservedWords.isPlain(tree.text.bytes[tree[$0].range.range], at: .afterPeriod) }
  }

  /// Where a name starts after the name of the schema that is the connection's database; nil where it has none.
  private func startAfterDefaultSchema(of names: [NodeID], isColumn: Bool) -> Int? {
    guard names.count == (isColumn ? 3 : 2), tree[names[0]].kind == .identifier,
      tree.name(of: names[0]) == catalog.catalog.searchPath.first
    else { return nil }
    return tree[names[1]].range.start
  }

  /// One identifier; one that a host expression is a part of is declined.
  mutating func identifierPieces(_ node: NodeID, isCaseSensitive: Bool, at position: ReservedWords.Position) -> [Piece] {
    let range = tree[node].range
    if ReservedWords.isPlain(tree.text.bytes[range.range], at: position) { return [.source(range)] }
    guard !tree.containsHole(node) else {
      decline("hole-in-name", at: node, "the name \(tree.string(of: node)) holds a host expression")
      return [.source(range)]
    }
    let name = tree.name(of: node)
    if let objection = ReservedWords.objection(to: name) {
      decline("name-too-long", at: node, "MySQL cannot hold the name \"\(name)\": \(objection.rawValue)")
      return [.source(range)]
    }
    return spelling(of: name, as: tree.string(of: node), isCaseSensitive: isCaseSensitive, at: position).map { [.text($0)] } ?? [.source(range)]
  }

  /// How MySQL must read a name, or nil when the source's own spelling does.
  private func spelling(of name: String, as source: String, isCaseSensitive: Bool, at position: ReservedWords.Position) -> String? {
    let isQuoted = source.utf8.last == 0x22
    // Under ANSI_QUOTES "x" is a name in MySQL, too; a literal that can hold the source's quotes can hold others.
    if target.sqlModes.contains(.ansiQuotes) {
      if isQuoted, source.utf8.first == 0x22 { return nil }
      if ReservedWords.needsQuoting(name, at: position, target: target) { return ReservedWords.quoted(name, by: "\"") }
    }
    if ReservedWords.needsQuoting(name, at: position, target: target) { return ReservedWords.quoted(name) }
    if isQuoted { return name }
    return isCaseSensitive && source != name ? name : nil
  }
}
