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

  @Test func literals() {
    #expect(MySQLLiteral.string(#"it's \ ok"#) == #"'it''s \\ ok'"#)
    #expect(MySQLLiteral.bytes([0, 255]) == "x'00ff'")
  }
}
