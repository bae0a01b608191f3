import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Rewrites typed PostgreSQL statements into MySQL.
///
///     let converter = Converter(catalog: index, target: .standard)
///     let conversion = converter.convert(typedTree, host: ConversionHost(driver: "pgx"))
///
/// Whatever no rule and no table of equal constructs names is declined: status `manual`, with a finding that says why. A status of
/// `unchanged` or `converted` claims that MySQL gives the same result in the session that `MySQLTarget` assumes. A change of
/// placeholders alone is left to the planning of host edits: the status is `unchanged` then.
package struct Converter: Sendable {
  private let catalog: CatalogIndex
  private let target: Target
  private let registry = RuleRegistry()

  private let sessionIsUTC: Bool

  package init(catalog: CatalogIndex, target: Target) {
    (self.catalog, self.target) = (catalog, target)
    sessionIsUTC = Self.namesOfUTC.contains(catalog.catalog.timeZone)
  }

  private static let namesOfUTC: Set<String> = ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "UCT", "Zulu", "Etc/UCT", "Etc/Zulu", "GMT0", "Universal", "Etc/Universal"]

  /// The MySQL form of one statement.
  package func convert(_ typed: TypedTree, host: ConversionHost = ConversionHost()) -> Conversion {
    var context = RewriteContext(typed: typed, catalog: catalog, target: target, host: host, registry: registry, sessionIsUTC: sessionIsUTC)
    let tree = typed.tree
    let root = tree[tree.root].range
    if !catalog.catalog.standardConformingStrings {
      context.decline("string-escapes", at: tree.root, "this database has standard_conforming_strings off: backslashes in its literals are escapes")
    }
    TriviaCheck.run(in: &context)
    NullCalls.fold(in: &context)
    let pieces = context.convert(tree.root).pieces
    let changed = context.status == .manual ? [] : context.checkResult()
    guard context.status != .manual else { return Conversion(status: .manual, findings: context.findings, nameHoles: context.nameHoles) }
    let written = ([.source(ByteRange(0, root.start))] + pieces + [.source(ByteRange(root.end, tree.text.bytes.count))]).compacted()
    context.noteExtensionFunctions(in: written)
    guard var whole = SQLModeText.adapted(written, to: target.sqlModes) else {
      context.decline("sql-mode", at: tree.root, "the rewrite cannot be written for the target's sql_mode", help: "use the default sql_mode")
      return Conversion(status: .manual, findings: context.findings, nameHoles: context.nameHoles)
    }
    if let same = Self.same(whole, as: tree.text.bytes) { whole = same }
    let isUntouched = whole.allSatisfy { if case .text = $0 { false } else { true } } && Self.isInOrder(whole, count: tree.text.bytes.count)
    let atBest = isUntouched ? StatementStatus.unchanged : .converted
    return Conversion(
      status: max(context.status, atBest), boundStatus: max(context.boundStatus, atBest), pieces: whole, findings: context.findings, changedColumns: changed,
      bindings: context.bindings.values.sorted { $0.parameter < $1.parameter }, nameHoles: context.nameHoles)
  }

  /// The pieces with the source in the place of text that says what stands there anyway; nil where some text does not.
  private static func same(_ pieces: [Piece], as source: [UInt8]) -> [Piece]? {
    var result: [Piece] = []
    var offset = 0
    for piece in pieces {
      switch piece {
      case .source(let range), .placeholder(_, let range):
        guard range.start == offset else { return nil }
        offset = range.end
        result.append(piece)
      case .text(let text):
        let end = offset + text.utf8.count
        guard end <= source.count, source[offset..<end].elementsEqual(text.utf8) else { return nil }
        result.append(.source(ByteRange(offset, end)))
        offset = end
      }
    }
    return offset == source.count ? result.compacted() : nil
  }

  /// Whether the pieces are the whole source, each byte once and in order.
  private static func isInOrder(_ pieces: [Piece], count: Int) -> Bool {
    var offset = 0
    for piece in pieces {
      let range: ByteRange
      switch piece {
      case .source(let found): range = found
      case .placeholder(_, let found): range = found
      case .text: return false
      }
      guard range.start == offset else { return false }
      offset = range.end
    }
    return offset == count
  }
}

extension RewriteContext {
  /// Says which functions of the extension pack the rewrite calls, in order of their names.
  fileprivate mutating func noteExtensionFunctions(in pieces: [Piece]) {
    guard !extensionFunctions.isEmpty else { return }
    let called = extensionFunctions.sorted().filter { name in
      let call = "\(target.extensionDatabaseName).\(name)("
      return pieces.contains { if case .text(let text) = $0 { text.contains(call) } else { false } }
    }
    for name in called {
      let counterpart = ExtensionPack.byName[name]?.counterpart ?? name
      note(
        "extension-pack", at: tree.root, "the rewrite calls \(target.extensionDatabaseName).\(name), the extension pack's form of \(counterpart)",
        help: "install it: sqlferry schema --extension-pack --used-by PATH | mysql")
    }
  }
}
