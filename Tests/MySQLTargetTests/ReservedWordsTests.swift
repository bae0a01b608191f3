import MySQLTarget
import Testing

@Suite struct ReservedWordsTests {
  static func target(_ name: String) throws -> Target { try Target(named: name) }

  @Test(arguments: ["order", "ORDER", "rank", "groups", "system", "key", "1e5", "1a", "$x", "a b", "a-b", "", "_utf8mb4", "_BINARY", "💡", "a`b"])
  func quotes(name: String) { #expect(ReservedWords.needsQuoting(name, target: .standard)) }

  @Test(arguments: ["id", "Id", "user", "end", "full", "offset", "array", "member", "a$1", "_x", "_filename", "größe", "名前", "count"])
  func leavesBare(name: String) { #expect(!ReservedWords.needsQuoting(name, target: .standard)) }

  @Test(arguments: [
    ("manual", "mysql-8.0", false), ("manual", "mysql-8.4", true), ("manual", "mysql-9.7", false),
    ("intersect", "mysql-8.0", false), ("intersect", "mysql-8.0.31", true), ("intersect", "mysql-8.4", true),
    ("library", "mysql-8.4", false), ("library", "mysql-9.7", true),
    ("qualify", "mysql-8.0", false), ("qualify", "mysql-8.4", true),
    ("master_bind", "mysql-8.0", true), ("master_bind", "mysql-8.4", false),
  ])
  func byVersion(word: String, target: String, isReserved: Bool) throws {
    #expect(ReservedWords.needsQuoting(word, target: try Self.target(target)) == isReserved)
  }

  @Test(arguments: [
    ("order", ReservedWords.Position.afterPeriod, false), ("a b", .afterPeriod, true),
    ("count", .beforeParenthesis, true), ("count", .columnReference, false),
    ("member", .columnLabel, true), ("rollup", .commonTable, true), ("sql_no_cache", .columnReference, true),
  ])
  func byPosition(name: String, position: ReservedWords.Position, needs: Bool) {
    #expect(ReservedWords.needsQuoting(name, at: position, target: .standard) == needs)
  }

  @Test func writing() {
    #expect(ReservedWords.quoted("a`b``") == "`a``b`````")
    #expect(ReservedWords.written("Order", target: .standard) == "`Order`")
    #expect(ReservedWords.written("total", target: .standard) == "total")
  }

  @Test(arguments: [
    ("a", nil), ("", ReservedWords.NameObjection.empty), ("a ", .trailingSpace), ("💡", .supplementaryCharacter), ("a\0", .null),
    (String(repeating: "é", count: 64), nil), (String(repeating: "a", count: 65), .tooLong),
  ])
  func objections(name: String, objection: ReservedWords.NameObjection?) { #expect(ReservedWords.objection(to: name) == objection) }
}
