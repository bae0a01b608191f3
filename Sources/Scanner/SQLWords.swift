/// Words by which SQL is told from other text.
enum SQLWords {
  /// Words that statements begin with.
  static let statements: Set<String> = [
    "ALTER", "ANALYZE", "BEGIN", "CALL", "CLOSE", "CLUSTER", "COMMENT", "COMMIT", "COPY", "CREATE", "DEALLOCATE", "DECLARE", "DELETE",
    "DISCARD", "DO", "DROP", "END", "EXECUTE", "EXPLAIN", "FETCH", "GRANT", "IMPORT", "INSERT", "LISTEN", "LOCK", "MERGE", "MOVE", "NOTIFY",
    "PREPARE", "REASSIGN", "REFRESH", "REINDEX", "RELEASE", "RESET", "REVOKE", "ROLLBACK", "SAVEPOINT", "SECURITY", "SELECT", "SET", "SHOW",
    "START", "TABLE", "TRUNCATE", "UNLISTEN", "UPDATE", "VACUUM", "VALUES", "WITH",
  ]

  /// Of those, the ones that are looked for in text that no known call takes.
  static let core: Set<String> = [
    "ALTER", "COMMENT", "COPY", "CREATE", "DELETE", "DROP", "EXPLAIN", "GRANT", "INSERT", "LOCK", "MERGE", "REFRESH", "REVOKE", "SELECT",
    "TRUNCATE", "UPDATE", "VALUES", "WITH",
  ]

  /// Words that parts of statements begin with.
  static let fragments: Set<String> = [
    "AND", "CROSS", "FETCH", "FOR", "FROM", "FULL", "GROUP", "HAVING", "INNER", "JOIN", "LEFT", "LIMIT", "NATURAL", "OFFSET", "ON", "OR",
    "ORDER", "RETURNING", "RIGHT", "SET", "UNION", "USING", "VALUES", "WHERE", "WINDOW", "EXCEPT", "INTERSECT",
  ]

  /// Words of English prose that would be odd names in SQL.
  static let prose: Set<String> = [
    "a", "all", "an", "any", "are", "at", "be", "below", "by", "each", "every", "for", "has", "have", "if", "into", "is", "it", "its", "more",
    "my", "new", "no", "of", "one", "or", "other", "our", "please", "some", "that", "the", "their", "them", "these", "this", "those", "to",
    "when", "which", "will", "with", "you", "your",
  ]

  /// What CREATE, ALTER and DROP are written with in application code.
  static let objects: Set<String> = [
    "AGGREGATE", "CAST", "COLLATION", "DATABASE", "DOMAIN", "EXTENSION", "FUNCTION", "INDEX", "MATERIALIZED", "POLICY", "PROCEDURE",
    "PUBLICATION", "ROLE", "ROUTINE", "RULE", "SCHEMA", "SEQUENCE", "SERVER", "STATISTICS", "SUBSCRIPTION", "TABLE", "TABLESPACE", "TEMP",
    "TEMPORARY", "TRIGGER", "TYPE", "UNIQUE", "UNLOGGED", "USER", "VIEW",
  ]

  /// The first word of a text in upper case, after white space, comments and opening parentheses; empty where the text begins otherwise.
  static func first(of bytes: some RandomAccessCollection<UInt8>) -> String {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == 0x20 || (0x09...0x0D).contains(byte) || byte == UInt8(ascii: "(") {
        at = bytes.index(after: at)
      } else if let end = commentEnd(at, in: bytes) {
        at = end
      } else {
        break
      }
    }
    return word(at, in: bytes)
  }

  private static func word<Bytes: RandomAccessCollection<UInt8>>(_ start: Bytes.Index, in bytes: Bytes) -> String {
    let letters = bytes[start...].prefix(20).prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    guard !letters.isEmpty else { return "" }
    if letters.endIndex < bytes.endIndex {
      let next = bytes[letters.endIndex]
      if next == UInt8(ascii: "_") || next >= 0x80 && next != 0xE2 || (0x30...0x39).contains(next) { return "" }
    }
    return String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
  }

  private static func commentEnd<Bytes: RandomAccessCollection<UInt8>>(_ start: Bytes.Index, in bytes: Bytes) -> Bytes.Index? {
    let next = bytes.index(after: start)
    guard next < bytes.endIndex else { return nil }
    if bytes[start] == UInt8(ascii: "-"), bytes[next] == UInt8(ascii: "-") {
      return bytes[next...].firstIndex { $0 == 0x0A } ?? bytes.endIndex
    }
    guard bytes[start] == UInt8(ascii: "/"), bytes[next] == UInt8(ascii: "*") else { return nil }
    var at = bytes.index(after: next)
    var previous: UInt8 = 0
    while at < bytes.endIndex {
      if previous == UInt8(ascii: "*"), bytes[at] == UInt8(ascii: "/") { return bytes.index(after: at) }
      previous = bytes[at]
      at = bytes.index(after: at)
    }
    return bytes.endIndex
  }
}
