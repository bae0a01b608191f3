import MySQLServer
import ServerComparison
import Testing

/// A comparison that calls different values equal would prove nothing.
@Suite struct ComparableValueTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var kind: ValueKind
    var postgres: String?
    var mysql: String?
    var isEqual: Bool
    init(_ kind: ValueKind, _ postgres: String?, _ mysql: String?, equal isEqual: Bool) {
      (self.kind, self.postgres, self.mysql, self.isEqual) = (kind, postgres, mysql, isEqual)
    }
    var testDescription: String { "\(kind): \(postgres ?? "NULL") and \(mysql ?? "NULL")" }
  }

  @Test(arguments: [
    Pair(.boolean, "t", "1", equal: true), Pair(.boolean, "f", "1", equal: false), Pair(.boolean, nil, "0", equal: false),
    Pair(.integer, "3", "3.0000", equal: true), Pair(.integer, "3", "3.5000", equal: false),
    Pair(.decimal, "10.50", "10.500000", equal: true), Pair(.decimal, "-0.00", "0", equal: true), Pair(.decimal, "100", "1e2", equal: true),
    Pair(.decimal, "0.1", "0.10000000000000001", equal: false), Pair(.decimal, "-.5", "0.5", equal: false),
    Pair(.float, "1e-05", "0.00001", equal: true), Pair(.float, "0.1", "0.1000000001", equal: false),
    Pair(.text, "a ", "a", equal: false), Pair(.text, "A", "a", equal: false), Pair(.text, "é", "e\u{301}", equal: false),
    Pair(.text, "", nil, equal: false), Pair(.text, "NULL", nil, equal: false), Pair(.paddedText, "a  ", "a", equal: true),
    Pair(.timestamp, "2024-01-31 10:00:00", "2024-01-31 10:00:00.000000", equal: true),
    Pair(.timestamp, "2024-01-31 10:00:00.1", "2024-01-31 10:00:00.10", equal: true),
    Pair(.timestamptz, "2024-01-31 10:00:00+00", "2024-01-31 10:00:00.000000", equal: true),
    Pair(.timestamptz, "2024-01-31 10:00:00+01", "2024-01-31 10:00:00", equal: false),
    Pair(.date, "2024-02-29", "2024-02-29", equal: true), Pair(.date, "2024-02-29", "2024-02-29 00:00:00", equal: false),
    Pair(.json, #"{"b": 1.50, "a": null}"#, #"{"a": null, "b": 1.5}"#, equal: true), Pair(.json, #"{"a": true}"#, #"{"a": 1}"#, equal: false),
    Pair(.json, "null", nil, equal: false), Pair(.json, #""1""#, "1", equal: false),
    Pair(.array(.text), #"{a,"b c",NULL,"q\"x"}"#, #"["a", "b c", null, "q\"x"]"#, equal: true),
    Pair(.array(.integer), "{1,2}", "[2, 1]", equal: false), Pair(.array(.text), "{}", "[]", equal: true),
    Pair(.array(.text), "{1}", "[1]", equal: false), Pair(.bytes, "\\x00ff", "\u{0}", equal: false),
  ])
  func tellsWhatIsEqual(_ pair: Pair) {
    let values = (
      ComparableValue(postgres: pair.postgres, kind: pair.kind), ComparableValue(mysql: pair.mysql.map { Array($0.utf8) }, kind: pair.kind)
    )
    #expect((values.0 == values.1) == pair.isEqual, "\(values)")
  }

  @Test func readsBytes() {
    #expect(ComparableValue(postgres: "\\x00ff", kind: .bytes) == ComparableValue(mysql: [0, 255], kind: .bytes))
  }

  @Test(arguments: [
    ("SELECT 1 ORDER BY 1", true), ("SELECT a FROM (SELECT 1 ORDER BY 1) q", false), ("SELECT 'ORDER BY'", false),
    ("(SELECT 1) UNION (SELECT 2) order\n by 1", true), ("SELECT \"order\" FROM t", false),
  ])
  func seesTheStatementsOwnOrder(_ sql: String, _ isOrdered: Bool) { #expect(Truth.hasOrder(sql) == isOrdered) }
}
