import PostgresSyntax
import SourceText

/// Names that scanned statements themselves create: temporary tables, migrations. A statement that uses one is not invalid merely
/// because the connected database does not have it.
struct CreatedNames: Sendable {
  enum Kind: Hashable, Sendable { case relation, index, trigger, type, routine, schema, column }

  private struct Entry: Hashable {
    var kind: Kind
    /// The last part of the name, folded as the server folds it.
    var name: String
  }

  private var entries: [Entry: Int] = [:]

  init() {}

  /// Whether a statement other than the one asking creates it.
  ///
  /// - Parameter own: What the asking statement creates itself.
  func contain(_ kind: Kind, _ name: String, outside own: CreatedNames) -> Bool {
    let entry = Entry(kind: kind, name: name)
    return (entries[entry] ?? 0) > (own.entries[entry] ?? 0)
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Whether a relation with named columns is among them.
  var createsTable: Bool { entries.keys.contains { $0.kind == .relation } && entries.keys.contains { $0.kind == .column } }

  mutating func formUnion(_ other: CreatedNames) { entries.merge(other.entries, uniquingKeysWith: +) }

  private mutating func insert(_ kind: Kind, _ name: String?) {
    guard let name else { return }
    entries[Entry(kind: kind, name: name), default: 0] += 1
  }
}

extension CreatedNames {
  /// The names that one statement creates; none where it cannot be parsed.
  init(_ text: SQLText) {
    guard Self.mayCreate(text), let tree = try? Parser.parseStatement(text) else { return }
    for id in tree.ids { insertNames(of: id, in: tree) }
  }

  /// Whether one of the words is there at all, to parse only then.
  private static func mayCreate(_ text: SQLText) -> Bool {
    text.bytes.lazy.split(whereSeparator: { !(0x41...0x5A).contains($0 & 0xDF) }).contains { word in
      guard (4...6).contains(word.count) else { return false }
      let lower = word.map { $0 | 0x20 }
      return lower.elementsEqual("create".utf8) || lower.elementsEqual("alter".utf8) || lower.elementsEqual("into".utf8)
    }
  }

  private mutating func insertNames(of id: NodeID, in tree: SyntaxTree) {
    let name = tree.child(of: id, .name).flatMap { tree.qualifiedName(of: $0).last }
    switch tree[id].kind {
    case .createTableStatement, .createTableAsStatement, .createViewStatement, .createSequenceStatement, .intoClause:
      insert(.relation, name)
      for column in tree.children(of: id, .column) { insert(.column, tree.name(of: column)) }
    case .columnDefinition where tree[id].role == .element: insert(.column, name)
    case .createEnumStatement, .createCompositeTypeStatement, .createRangeStatement, .createDomainStatement: insert(.type, name)
    case .createStatement where tree[id].detail == .type: insert(.type, name)
    case .createFunctionStatement: insert(.routine, name)
    case .createStatement where tree[id].detail == .aggregate: insert(.routine, name)
    case .createSchemaStatement: insert(.schema, name)
    case .createIndexStatement: insert(.index, name)
    case .createTriggerStatement: insert(.trigger, name)
    case .renameStatement:
      guard let renamed = tree.child(of: id, .newName).map({ tree.name(of: $0) }) else { return }
      switch tree[id].detail {
      case .table, .view, .materializedView, .foreignTable, .sequence: insert(.relation, renamed)
      case .column: insert(.column, renamed)
      case .index: insert(.index, renamed)
      case .trigger: insert(.trigger, renamed)
      case .type, .domain: insert(.type, renamed)
      case .function, .procedure, .routine, .aggregate: insert(.routine, renamed)
      case .schema: insert(.schema, renamed)
      default: return
      }
    default: return
    }
  }
}

/// Reads the name that begins at an offset of a statement, such as the place of an error.
struct NameReader {
  private let tree: SyntaxTree
  private var position: Int

  init(_ tree: SyntaxTree, at offset: Int) {
    self.tree = tree
    position = tree.tokens.firstIndex { $0.range.end > offset } ?? tree.tokens.count
  }

  private var token: Token? { position < tree.tokens.count && tree.tokens[position].kind != .end ? tree.tokens[position] : nil }

  /// The token at the offset; nil at the statement's end.
  var range: ByteRange? { token?.range }

  /// The identifier at the reader as the server stores it: folded, or without its quotes; nil where none stands.
  private var part: String? {
    guard let token else { return nil }
    let string = tree.text.string(in: token.range)
    switch token.kind {
    case .identifier, .keyword: return Self.folded(string)
    case .quotedIdentifier where string.hasPrefix("\"") && string.utf8.count >= 2:
      return string.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    default: return nil
    }
  }

  /// Only ASCII letters fold, as the server does it in a multi-byte encoding.
  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The parts of a dotted name; none where no name stands.
  var parts: [String] {
    var (reader, parts) = (self, [String]())
    while let next = reader.part {
      parts.append(next)
      reader.position += 1
      guard reader.token?.symbol == .dot else { break }
      reader.position += 1
    }
    return parts
  }

  /// The last part of a dotted name.
  var name: String? { parts.last }
}
