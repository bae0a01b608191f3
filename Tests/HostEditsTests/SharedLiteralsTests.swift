import HostLanguages
import SourceText
import Testing

@testable import HostEdits

@Suite struct SharedLiteralsTests {
  /// Two statements of one file whose literals and edits are given as ranges.
  private func statement(_ literals: [ByteRange], parameters: [ByteRange]? = nil) -> EmbeddedStatement {
    EmbeddedStatement(
      language: "go", text: SQLText("x"), map: SourceMap(),
      literals: literals.map { EmbeddedLiteral(range: $0, body: $0, form: .goInterpreted) }, range: literals[0], kind: .statement,
      confidence: .certain, driver: .fixture(.dollar, .question),
      callSite: parameters.map { values in
        CallSite(
          callee: "run", range: ByteRange(0, 100), arguments: [], statementArgument: 0, parameters: values.map { HostArgument(range: $0) })
      })
  }

  private func plan(_ edits: [(Int, Int, String)]) -> HostEditPlan {
    HostEditPlan(edits: edits.map { TextEdit(ByteRange($0.0, $0.1), with: Array($0.2.utf8)) })
  }

  private func reconciled(_ plans: [HostEditPlan], _ statements: [EmbeddedStatement]) -> [[String]] {
    var plans = plans
    SharedLiterals.reconcile(&plans, of: statements)
    return plans.map { $0.findings.map(\.rule) }
  }

  @Test func equalEditsStay() {
    let shared = statement([ByteRange(0, 10)])
    #expect(reconciled([plan([(1, 2, "a")]), plan([(1, 2, "a")])], [shared, shared]) == [[], []])
  }

  @Test func otherEditsGoWithOtherLiterals() {
    let a = statement([ByteRange(0, 10), ByteRange(20, 30)])
    let b = statement([ByteRange(0, 10), ByteRange(40, 50)])
    #expect(reconciled([plan([(1, 2, "a"), (21, 22, "b")]), plan([(1, 2, "a"), (41, 41, "c")])], [a, b]) == [[], []])
  }

  @Test(arguments: [[(1, 2, "b")], [], [(1, 3, "a")], [(1, 2, "a"), (4, 5, "")]])
  func differentEditsRefuseBoth(other: [(Int, Int, String)]) {
    let shared = statement([ByteRange(0, 10)])
    #expect(reconciled([plan([(1, 2, "a")]), plan(other)], [shared, shared]) == [["shared-literal"], ["shared-literal"]])
  }

  @Test func refusalsSpread() {
    // The first and the second are at odds; then the third cannot keep its edit of the literal that it shares with the second.
    let a = statement([ByteRange(0, 10)])
    let b = statement([ByteRange(0, 10), ByteRange(20, 30)])
    let c = statement([ByteRange(20, 30)])
    let d = statement([ByteRange(60, 70)])
    let rules = reconciled(
      [plan([(1, 2, "a")]), plan([(1, 2, "b"), (21, 22, "c")]), plan([(21, 22, "c")]), plan([(61, 62, "d")])], [a, b, c, d])
    #expect(rules == [["shared-literal"], ["shared-literal"], ["shared-literal"], []])
  }

  @Test func valuesOfOneCallAreShared() {
    let a = statement([ByteRange(0, 10)], parameters: [ByteRange(50, 51), ByteRange(53, 54)])
    let b = statement([ByteRange(20, 30)], parameters: [ByteRange(50, 51), ByteRange(53, 54)])
    let swap = [(50, 51, "b"), (53, 54, "a")]
    #expect(reconciled([plan([(1, 2, "a")] + swap), plan([(21, 22, "b")] + swap)], [a, b]) == [[], []])
    #expect(reconciled([plan([(1, 2, "a")] + swap), plan([(21, 22, "b")])], [a, b]) == [["shared-literal"], ["shared-literal"]])
  }

  @Test func theSameLiteralTwiceInAStatement() throws {
    // A constant named twice: `cond + " OR " + cond`, whose two places come from the same bytes.
    let host = Array(#"run("a::int", " OR ")"#.utf8)
    let (constant, other) = (ByteRange(5, 11), ByteRange(15, 19))
    func literal(_ body: ByteRange) -> EmbeddedLiteral {
      EmbeddedLiteral(range: ByteRange(body.start - 1, body.end + 1), body: body, form: .goInterpreted)
    }
    let statement = EmbeddedStatement(
      language: "go", text: SQLText("a::int OR a::int"),
      map: SourceMap(segments: [
        .init(sql: ByteRange(0, 6), host: constant, literal: 0, kind: .verbatim),
        .init(sql: ByteRange(6, 10), host: other, literal: 1, kind: .verbatim),
        .init(sql: ByteRange(10, 16), host: constant, literal: 2, kind: .verbatim),
      ]), literals: [literal(constant), literal(other), literal(constant)], range: ByteRange(4, 20), kind: .statement, confidence: .certain,
      driver: .fixture(.dollar, .question))
    let both = HostEditPlanner.plan(
      pieces: [.source(ByteRange(0, 1)), .source(ByteRange(6, 11))], for: statement, in: host)
    #expect(both.ceiling == nil)
    #expect(both.edits == [TextEdit(ByteRange(6, 11), with: [])])
    let one = HostEditPlanner.plan(pieces: [.source(ByteRange(0, 1)), .source(ByteRange(6, 16))], for: statement, in: host)
    #expect(one.findings.map(\.rule) == ["shared-literal"])
  }
}

@Suite struct RescanCheckTests {
  private let host = Array("run(\"SELECT $1\", a)\nrun(\"SELECT $2, $1\", a, b)\nrun('x', \"SELECT 3\")\n".utf8)
  private var statements: [EmbeddedStatement] { HostFixture.go.statements(in: host) }

  private func plans() -> [HostEditPlan] {
    statements.map { HostEditPlanner.plan(pieces: [.source(ByteRange(0, $0.text.bytes.count))], for: $0, in: host) }
  }

  private func checked(_ plans: [HostEditPlan], rescan: @escaping RescanCheck.Rescan) -> [[String]] {
    var plans = plans
    RescanCheck(original: host, statements: statements, rescan: rescan).check(&plans)
    return plans.map { $0.findings.map(\.rule) }
  }

  @Test func whatReadsBackStays() {
    #expect(checked(plans()) { HostFixture.go.statements(in: $0) } == [[], []])
  }

  @Test func oneBadPlanDoesNotTakeTheOthersAlong() {
    var bad = plans()
    bad[0].decoded = Array("SELECT 9".utf8)
    bad[0].replacement = bad[0].decoded
    #expect(checked(bad) { HostFixture.go.statements(in: $0) } == [["rescan-differs"], []])
    var wrongValues = plans()
    wrongValues[1].arguments = [[0x62], [0x62]]
    #expect(checked(wrongValues) { HostFixture.go.statements(in: $0) } == [[], ["rescan-differs"]])
  }

  @Test func anythingElseThatChangesIsSeen() {
    #expect(checked(plans()) { Array(HostFixture.go.statements(in: $0).dropLast()) } == [["rescan-differs"], ["rescan-differs"]])
    var broken = plans()
    broken[0].edits.append(TextEdit(ByteRange(19, 19), with: Array("\nrun(\"SELECT 9\")".utf8)))
    #expect(checked(broken) { HostFixture.go.statements(in: $0) } == [["rescan-differs"], []])
    var outside = plans()
    outside[0].edits.append(TextEdit(ByteRange(900, 901), with: []))
    #expect(checked(outside) { HostFixture.go.statements(in: $0) } == [["rescan-differs"], []])
  }

  @Test(.timeLimit(.minutes(20))) func badOnesAmongManyAreFound() {
    let host = Array((0..<400).map { "run(\"SELECT $1, \($0)\", a)\n" }.joined().utf8)
    let statements = HostFixture.go.statements(in: host)
    var plans = statements.map { HostEditPlanner.plan(pieces: [.source(ByteRange(0, $0.text.bytes.count))], for: $0, in: host) }
    for bad in [3, 200, 399] {
      plans[bad].decoded = [1]
      plans[bad].replacement = [1]
    }
    RescanCheck(original: host, statements: statements) { HostFixture.go.statements(in: $0) }.check(&plans)
    #expect(plans.indices.filter { plans[$0].ceiling == .manual } == [3, 200, 399])
  }

  @Test(.timeLimit(.minutes(20))) func manyEditsInOneLongLiteral() throws {
    let terms = (0..<40_000).map { "a\($0)::int" }
    let host = Array("run(`SELECT \(terms.joined(separator: " + "))`)".utf8)
    let statement = try #require(HostFixture.go.statements(in: host).first)
    var pieces: [Piece] = []
    var position = 0
    for (offset, byte) in statement.text.bytes.enumerated() where byte == UInt8(ascii: ":") && statement.text.bytes[offset + 1] == byte {
      pieces += [.source(ByteRange(position, offset)), .text("+0")]
      position = offset + 5
    }
    let plan = HostEditPlanner.plan(pieces: pieces + [.source(ByteRange(position, statement.text.bytes.count))], for: statement, in: host)
    #expect(plan.edits.count == 40_000 && plan.ceiling == nil)
  }

  @Test func offsetsMove() {
    let moved = MovedOffsets([TextEdit(ByteRange(2, 4), with: [1]), TextEdit(ByteRange(6, 6), with: [1, 2, 3])])
    #expect(moved.outer(ByteRange(0, 2)) == ByteRange(0, 2))
    #expect(moved.outer(ByteRange(1, 5)) == ByteRange(1, 4))
    #expect(moved.outer(ByteRange(4, 6)) == ByteRange(3, 8), "an insertion at the end is inside")
    #expect(moved.outer(ByteRange(6, 7)) == ByteRange(5, 9), "and one at the start as well")
    #expect(moved.outer(ByteRange(7, 9)) == ByteRange(9, 11))
  }
}

@Suite struct HostPlacesTests {
  @Test(arguments: [
    (HostFixture.go, #"run("SELECT «a»")"#, "a"), (.go, #"run("x\t«\"é\"» y")"#, "\"é\""), (.go, #"run("a «b" + "c» d")"#, "bc"),
    (.java, "run(\"\"\"\n    a\n    «b\n      c»\n    \"\"\")", "b\n  c"), (.javascript, "run(`a «${t}» b`)", "⟦t⟧"), (.go, #"run("a\n«b»")"#, "b"),
    (.go, #"run("a«\n»b")"#, "\n"),
  ])
  func hostRangeOfSQL(fixture: HostFixture, marked: String, sql: String) throws {
    let host = Array(marked.replacing("«", with: "").replacing("»", with: "").utf8)
    let start = marked.utf8.count - marked[(marked.firstIndex(of: "«") ?? marked.startIndex)...].utf8.count
    let end = marked.utf8.count - marked[(marked.firstIndex(of: "»") ?? marked.startIndex)...].utf8.count - "«".utf8.count
    let statement = try #require(fixture.statements(in: host).first)
    let from = try #require(statement.text.bytes.indices.first { statement.text.bytes[$0...].starts(with: sql.utf8) })
    #expect(statement.hostRange(of: ByteRange(from, from + sql.utf8.count)) == ByteRange(start, end))
  }

  @Test func rangesOutsideTheText() throws {
    let statement = try #require(HostFixture.go.statement(in: #"run("SELECT 1")"#))
    #expect(statement.hostRange(of: ByteRange(-4, 99)) == ByteRange(5, 13))
    #expect(statement.hostRange(of: ByteRange(8, 8)) == ByteRange(13, 13))
    #expect(statement.hostRange(of: ByteRange(7, 7)) == ByteRange(12, 12))
  }
}
