import MySQLTarget
import Testing

@Suite struct AssumedSessionTests {
  @Test func everyMendableCheckIsMended() {
    for check in AssumedSession.checks where check.scope != .server { #expect(!check.mending.isEmpty, "\(check.variable)") }
    #expect(Set(AssumedSession.checks.map(\.variable)).count == AssumedSession.checks.count)
  }

  @Test func comparing() throws {
    let mode = try #require(AssumedSession.checks.first { $0.variable == "sql_mode" })
    #expect(mode.holds(AssumedSession.sqlModes.reversed().joined(separator: ",")))
    #expect(!mode.holds("") && !mode.holds(AssumedSession.sqlModes.joined(separator: ",") + ",ANSI_QUOTES"))
    let zone = try #require(AssumedSession.checks.first { $0.variable == "time_zone" })
    #expect(zone.holds("+00:00") && zone.holds("UTC") && !zone.holds("SYSTEM"))
  }

  @Test func modesBesideTheDefaultOnes() throws {
    var unknown: String?
    #expect(SQLModes(list: "ansi_quotes, NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES", unknown: &unknown) == [.ansiQuotes, .noBackslashEscapes])
    #expect(SQLModes(list: "ANSI", unknown: &unknown) == .ansi && unknown == nil)
    #expect(SQLModes(list: "", unknown: &unknown) == [] && unknown == nil)
    _ = SQLModes(list: "ORACLE", unknown: &unknown)
    #expect(unknown == "ORACLE")

    let mode = try #require(AssumedSession.checks(with: .ansi).first { $0.variable == "sql_mode" })
    #expect(mode.holds("REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ANSI," + AssumedSession.sqlMode()))
    #expect(!mode.holds(AssumedSession.sqlMode()))
    #expect(AssumedSession.statements(with: .pipesAsConcat).contains { $0.contains("PIPES_AS_CONCAT,ONLY_FULL_GROUP_BY") })
  }

  @Test func literals() {
    #expect(MySQLLiteral.string(#"it's \ ok"#) == #"'it''s \\ ok'"#)
    #expect(MySQLLiteral.bytes([0, 255]) == "x'00ff'")
  }
}
