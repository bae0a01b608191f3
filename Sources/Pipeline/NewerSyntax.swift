import PostgresSyntax
import SourceText

/// Syntax that came to PostgreSQL with a certain release ("Release Notes"), so that an older server calls it a syntax error.
enum NewerSyntax {
  struct Feature: Hashable, Sendable {
    var name: String
    /// As `server_version_num`.
    var version: Int
  }

  /// The first feature of a statement that a server of that version lacks, nil where there is none.
  static func feature(of tree: SyntaxTree, missingIn serverVersion: Int) -> Feature? {
    var reader = TokenReader(tokens: tree.tokens, text: tree.text)
    while !reader.isAtEnd {
      if let feature = feature(at: &reader), feature.version / 10_000 > serverVersion / 10_000 { return feature }
      reader.advance()
    }
    return nil
  }

  private static func feature(at reader: inout TokenReader) -> Feature? {
    if let version = words[reader.string.lowercased()], reader.isCall {
      return Feature(name: reader.string.uppercased(), version: version)
    }
    if reader.position == 0, reader.isAny("merge") { return Feature(name: "MERGE", version: 150_000) }
    if reader.take("is", "json") { return Feature(name: "IS JSON", version: 160_000) }
    if reader.take("nulls", "not", "distinct") { return Feature(name: "NULLS NOT DISTINCT", version: 150_000) }
    if reader.take("matched", "by", "source") { return Feature(name: "WHEN NOT MATCHED BY SOURCE", version: 170_000) }
    if reader.isGroupedNumber { return Feature(name: "the number \(reader.string)", version: 160_000) }
    return nil
  }

  private static let words: [String: Int] = [
    "json_array": 160_000, "json_arrayagg": 160_000, "json_exists": 170_000, "json_object": 160_000, "json_objectagg": 160_000,
    "json_query": 170_000, "json_scalar": 170_000, "json_serialize": 170_000, "json_table": 170_000, "json_value": 170_000,
  ]
}

extension TokenReader {
  /// Whether an opening parenthesis follows the word.
  fileprivate var isCall: Bool {
    var next = self
    next.advance()
    return next.string == "("
  }

  /// `1_000`, `0x1F`, `0b11`, `0o17`.
  fileprivate var isGroupedNumber: Bool {
    let bytes = Array(string.utf8)
    guard bytes.count >= 3, (0x30...0x39).contains(bytes[0]) else { return false }
    return bytes.contains(UInt8(ascii: "_")) || (bytes[0] == 0x30 && "xXbBoO".utf8.contains(bytes[1]))
  }
}
