import PostgresSyntax
import SourceText

/// Names that scanned statements themselves create: temporary tables, migrations. A statement that uses one is not invalid merely
/// because the connected database does not have it.
struct CreatedNames: Sendable {
  enum Kind: Hashable, Sendable { case relation, type, routine, schema, column }

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
    var reader = TokenReader(tokens: tree.tokens, text: text)
    while !reader.isAtEnd {
      let isFirst = reader.position == 0
      if isFirst, reader.take("create") {
        create(&reader)
      } else if isFirst, reader.take("alter", "table") {
        alterTable(&reader)
        return
      } else if reader.take("into"), reader.isSelect {
        reader.skip("temporary", "temp", "unlogged", "table", "local", "global")
        insert(.relation, reader.takeName())
      } else {
        reader.advance()
      }
    }
  }

  /// Whether one of the words is there at all, to parse only then.
  private static func mayCreate(_ text: SQLText) -> Bool {
    text.bytes.lazy.split(whereSeparator: { !(0x41...0x5A).contains($0 & 0xDF) }).contains { word in
      guard (4...6).contains(word.count) else { return false }
      let lower = word.map { $0 | 0x20 }
      return lower.elementsEqual("create".utf8) || lower.elementsEqual("alter".utf8) || lower.elementsEqual("into".utf8)
    }
  }

  private mutating func create(_ reader: inout TokenReader) {
    reader.skip("or", "replace", "global", "local", "temporary", "temp", "unlogged", "recursive", "materialized", "foreign", "constraint")
    let kinds: [(String, Kind)] = [
      ("table", .relation), ("view", .relation), ("sequence", .relation), ("type", .type), ("domain", .type),
      ("function", .routine), ("procedure", .routine), ("aggregate", .routine), ("schema", .schema),
    ]
    for (word, kind) in kinds where reader.take(word) {
      reader.skip("if", "not", "exists")
      insert(kind, reader.takeName())
      if word == "table" { columns(&reader) }
      return
    }
  }

  /// The columns that `CREATE TABLE … (` defines: the first word of each part at the outermost level.
  private mutating func columns(_ reader: inout TokenReader) {
    guard reader.takeText("(") else { return }
    var depth = 1
    var startsPart = true
    while depth > 0, !reader.isAtEnd {
      if startsPart, depth == 1, !reader.isAny("constraint", "primary", "unique", "check", "foreign", "exclude", "like") {
        insert(.column, reader.name)
      }
      startsPart = false
      switch reader.string {
      case "(": depth += 1
      case ")": depth -= 1
      case ",": startsPart = depth == 1
      default: break
      }
      reader.advance()
    }
  }

  private mutating func alterTable(_ reader: inout TokenReader) {
    while !reader.isAtEnd {
      if reader.take("add") {
        reader.skip("column", "if", "not", "exists")
        if !reader.isAny("constraint", "primary", "unique", "check", "foreign", "exclude") { insert(.column, reader.name) }
      } else if reader.take("rename", "to") {
        insert(.relation, reader.takeName())
      } else if reader.take("rename") {
        reader.skip("column")
        reader.advance()
        if reader.take("to") { insert(.column, reader.name) }
      } else {
        reader.advance()
      }
    }
  }
}

/// Walks a statement's tokens by their words.
struct TokenReader {
  private let tokens: [Token]
  private let text: SQLText
  private(set) var position = 0

  init(tokens: [Token], text: SQLText, offset: Int = 0) {
    (self.tokens, self.text) = (tokens, text)
    position = tokens.firstIndex { $0.range.end > offset } ?? tokens.count
  }

  var isAtEnd: Bool { position >= tokens.count || tokens[position].kind == .end }
  var string: String { isAtEnd ? "" : text.string(in: tokens[position].range) }
  var range: ByteRange? { isAtEnd ? nil : tokens[position].range }

  /// Whether the statement reads: INTO then names a new table, not the target of an INSERT.
  var isSelect: Bool {
    guard let first = tokens.first(where: { text.string(in: $0.range) != "(" }) else { return false }
    return ["select", "with"].contains(text.string(in: first.range).lowercased()) && !isAfterInsert
  }

  private var isAfterInsert: Bool {
    position >= 2 && text.string(in: tokens[position - 2].range).lowercased() == "insert"
  }

  /// The identifier at the reader as the server stores it: folded, or without its quotes; nil where none stands.
  var name: String? {
    guard !isAtEnd else { return nil }
    let string = self.string
    switch tokens[position].kind {
    case .identifier, .keyword: return Self.folded(string)
    case .quotedIdentifier where string.hasPrefix("\"") && string.utf8.count >= 2:
      return string.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    default: return nil
    }
  }

  /// Whether a string constant stands at the reader.
  var holdsString: Bool { !isAtEnd && tokens[position].kind == .string }

  /// Only ASCII letters fold, as the server does it in a multi-byte encoding.
  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  mutating func advance() { position += 1 }

  func isAny(_ words: String...) -> Bool { words.contains(string.lowercased()) }

  mutating func take(_ words: String...) -> Bool {
    let start = position
    for word in words {
      guard !isAtEnd, string.lowercased() == word else {
        position = start
        return false
      }
      advance()
    }
    return true
  }

  mutating func takeText(_ text: String) -> Bool {
    guard string == text else { return false }
    advance()
    return true
  }

  mutating func skip(_ words: String...) {
    while !isAtEnd, words.contains(string.lowercased()) { advance() }
  }

  /// The last part of a dotted name.
  mutating func takeName() -> String? {
    var last = name
    guard last != nil else { return nil }
    advance()
    while string == "." {
      advance()
      guard let next = name else { break }
      last = next
      advance()
    }
    return last
  }
}
