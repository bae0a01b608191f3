import Analysis
import MySQLConversion
import MySQLServer
import MySQLTarget
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import ServerComparison
import SourceText
import Testing

/// One row of a table of rewritings.
struct Rewriting: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// `unchanged`, or `converted` to a text.
    case same
    case text(String)
    /// `converted`, whatever the text.
    case changed
    /// `review` with the text and the rule of the caveat.
    case review(String?, String)
    /// `manual` with the rule that declines.
    case declined(String)
  }

  let sql: String
  let outcome: Outcome
  let sets: [[String?]]
  let isOrdered: Bool
  /// Off where the two servers give different values, which the caveat says.
  var isCompared = true

  /// A statement that stays as it is but for its placeholders.
  init(_ sql: String, with sets: [String?]...) { self.init(sql, .same, sets) }
  init(_ sql: String, becomes text: String, with sets: [String?]...) { self.init(sql, .text(text), sets) }
  init(_ sql: String, reviewed rule: String, as text: String? = nil, with sets: [String?]...) { self.init(sql, .review(text, rule), sets) }
  init(_ sql: String, otherValue rule: String, as text: String) {
    self.init(sql, .review(text, rule), [])
    isCompared = false
  }
  init(converted sql: String, with sets: [String?]...) { self.init(sql, .changed, sets) }
  init(_ sql: String, declinedBy rule: String) { self.init(sql, .declined(rule), []) }

  private init(_ sql: String, _ outcome: Outcome, _ sets: [[String?]]) {
    (self.sql, self.outcome, self.sets) = (sql, outcome, sets)
    isOrdered = sql.uppercased().contains("ORDER BY")
  }

  var testDescription: String { sql }
}

/// Converts the row's statement over the live catalog, compares the text, and runs original and rewrite on both servers.
///
/// - Parameter modes: What MySQL's session has beside the default modes.
func expectRewriting(_ row: Rewriting, modes: SQLModes = [], location: SourceLocation = #_sourceLocation) async throws {
  let servers = try await ConversionFixture.shared.servers()
  let text = Placeholders.locate(in: SQLText(row.sql), style: .dollar)
  let validations = await StatementValidator(servers.postgres).validate([ValidationRequest(row.sql)])
  guard case .accepted(let description)? = validations.first else {
    Issue.record("PostgreSQL refuses: \(String(describing: validations.first)) \(row.sql)", sourceLocation: location)
    return
  }
  let tree = try Parser.parseStatement(text)
  let types = Dictionary(uniqueKeysWithValues: description.parameters.enumerated().map { ($0 + 1, TypeReference($1)) })
  let typed = Analyzer(catalog: servers.index).analyze(tree, parameterTypes: types)
  var target = servers.target
  target.sqlModes = modes
  let converter = modes.isEmpty ? servers.converter : Converter(catalog: servers.index, target: target)
  let conversion = converter.convert(typed)
  let rewritten = render(conversion.pieces, of: text)
  // A call of the extension pack is written @name(.
  let shown = rewritten.replacing(/conversion_\d+\.(?=\w+\()/, with: "@")
  let findings = conversion.findings.map { "\($0.rule): \($0.message)" }.joined(separator: "; ")
  switch row.outcome {
  case .same:
    #expect(conversion.status == .unchanged, "\(findings) \(rewritten)", sourceLocation: location)
    guard conversion.status == .unchanged else { return }
  case .text(let expected):
    #expect(shown == expected, "\(conversion.status) \(findings)", sourceLocation: location)
    #expect(conversion.status == .converted, "\(findings)", sourceLocation: location)
  case .changed:
    #expect(conversion.status == .converted, "\(findings) \(rewritten)", sourceLocation: location)
  case .review(let expected, let rule):
    #expect(conversion.status == .review && conversion.findings.contains { $0.rule == rule }, "\(conversion.status) \(findings)", sourceLocation: location)
    if let expected { #expect(shown == expected, sourceLocation: location) }
  case .declined(let rule):
    #expect(conversion.status == .manual && conversion.findings.contains { $0.rule == rule }, "\(conversion.status) \(findings) \(rewritten)", sourceLocation: location)
    return
  }
  guard conversion.status < .manual, row.isCompared else { return }
  let sets = row.sets.isEmpty ? [[]] : row.sets
  _ = try await servers.mysql.query("SET sql_mode = '\(AssumedSession.sqlMode(with: modes))'")
  for values in sets { try await compare(row, rewritten, conversion, description, values, servers, location) }
  _ = try await servers.mysql.query("SET sql_mode = '\(AssumedSession.sqlMode())'")
}

private func compare(
  _ row: Rewriting, _ rewritten: String, _ conversion: Conversion, _ description: StatementDescription, _ values: [String?],
  _ servers: ConversionFixture.Servers, _ location: SourceLocation
) async throws {
  let tables = ["item", "category", "pair", "twokeys"]
  _ = try await servers.postgres.query("BEGIN")
  _ = try await servers.mysql.query("START TRANSACTION")
  func kind(_ type: OID) -> ValueKind { ValueKind(servers.index.type(servers.index.baseType(of: type))?.name ?? "text") }
  do {
    let result = try await servers.postgres.query(row.sql, parameters: values)
    let order = conversion.pieces.compactMap { piece -> Int? in if case .placeholder(let number, _) = piece { number } else { nil } }
    let arguments = try order.map { try MySQLValue(postgres: values[$0 - 1], kind: kind(description.parameters[$0 - 1])) }
    let answer = try await servers.mysql.execute(rewritten, arguments)
    let kinds = result.columns.map { kind($0.type) }
    var (original, rewrite) = (ComparableRows.of(result, kinds), ComparableRows.of(answer, kinds))
    if !row.isOrdered { (original, rewrite) = (ComparableRows.sorted(original), ComparableRows.sorted(rewrite)) }
    let difference = ComparableRows.difference(original, rewrite)
    #expect(difference == nil, "\(rewritten) with \(values)", sourceLocation: location)
    if result.columns.isEmpty, conversion.status != .review { #expect((result.affected ?? 0) == answer.affected, "row count of \(rewritten) with \(values)", sourceLocation: location) }
    for table in tables where result.columns.isEmpty {
      let left = try await servers.postgres.query("SELECT * FROM \(table) ORDER BY 1, 2")
      let right = try await servers.mysql.execute("SELECT * FROM \(table) ORDER BY 1, 2")
      let kinds = left.columns.map { kind($0.type) }
      let difference = ComparableRows.difference(ComparableRows.of(left, kinds), ComparableRows.of(right, kinds))
      #expect(difference == nil, "\(table) after \(rewritten) with \(values)", sourceLocation: location)
    }
  } catch {
    Issue.record("\(error): \(rewritten) with \(values)", sourceLocation: location)
  }
  _ = try await servers.postgres.query("ROLLBACK")
  _ = try await servers.mysql.query("ROLLBACK")
}

private func render(_ pieces: [Piece], of text: SQLText) -> String {
  pieces.map { piece in
    switch piece {
    case .source(let range): text.string(in: range)
    case .placeholder: "?"
    case .text(let new): new
    }
  }.joined()
}
