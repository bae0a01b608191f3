/// Finds the part of a migration file that goes forward, where one file holds both ways.
///
/// The marks are comments at the start of a line. Formats: goose, sql-migrate, dbmate, rambler, node-pg-migrate, Play evolutions, MyBatis
/// Migrations, shmig; and Liquibase's formatted SQL, whose change sets may be for other databases only.
enum MigrationSections {
  /// The file's bytes with what is not to be run turned into blanks, so that every offset, line and column stays.
  ///
  /// - Complexity: O(*n*) in the count of bytes.
  static func forward(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { for place in 0..<3 { result[place] = 0x20 } }
    var (isForward, start) = (true, 0)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if let mark = mark(in: bytes[start..<end]) {
        isForward = mark.isForward
        blank(&result, start..<end)
      } else if !isForward {
        blank(&result, start..<end)
      }
      start = end
    }
    return result
  }

  private static func blank(_ bytes: inout [UInt8], _ range: Range<Int>) {
    for place in range where bytes[place] != 0x0A && bytes[place] != 0x0D { bytes[place] = 0x20 }
  }

  private struct Mark { var isForward: Bool }

  /// The longest line that can be a mark, in bytes.
  private static let longestMark = 400

  private static func mark(in line: ArraySlice<UInt8>) -> Mark? {
    let line = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard let first = line.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "#"), line.count <= longestMark else { return nil }
    // `// @UNDO`, `-- ==== UP ====`, `# --- !Ups`: what decorates the words says nothing.
    let words = String(decoding: line, as: UTF8.self).lowercased().split { $0.isWhitespace || "-#=/".contains($0) }
    guard let word = words.first else { return nil }
    let second = words.count > 1 ? words[1] : ""
    switch word {
    case "+goose", "+migrate", "rambler":
      if second == "up" { return Mark(isForward: true) }
      return second == "down" ? Mark(isForward: false) : nil
    case "migrate:up", "!ups": return Mark(isForward: true)
    case "migrate:down", "!downs", "@undo": return Mark(isForward: false)
    case "up", "down":
      guard words.count == 1 ? line.contains(UInt8(ascii: "=")) : second == "migration" else { return nil }
      return Mark(isForward: word == "up")
    case "changeset": return Mark(isForward: isForPostgres(words.dropFirst()))
    default: return nil
    }
  }

  /// Liquibase's `dbms:postgresql,h2`, `dbms:!mysql`.
  private static func isForPostgres(_ words: ArraySlice<Substring>) -> Bool {
    guard let attribute = words.first(where: { $0.hasPrefix("dbms:") }) else { return true }
    let names = attribute.dropFirst(5).filter { $0 != "\"" }.split(separator: ",")
    if names.contains("!postgresql") || names.contains("none") { return false }
    return names.contains("postgresql") || names.contains("all") || names.allSatisfy { $0.hasPrefix("!") }
  }
}
