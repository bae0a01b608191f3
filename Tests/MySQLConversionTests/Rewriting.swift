import Analysis
import MySQLConversion
import MySQLServer
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

/// One row of a table of rewritings.
struct Rewriting: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// `unchanged`, or `converted` to a text.
    case same
    case text(String)
    /// `review` with the text and the rule of the caveat.
    case review(String?, String)
    /// `manual` with the rule that declines.
    case declined(String)
  }

  let sql: String
  let outcome: Outcome
  let sets: [[String?]]
  let isOrdered: Bool

  /// A statement that stays as it is but for its placeholders.
  init(_ sql: String, with sets: [String?]...) { self.init(sql, .same, sets) }
  init(_ sql: String, becomes text: String, with sets: [String?]...) { self.init(sql, .text(text), sets) }
  init(_ sql: String, reviewed rule: String, as text: String? = nil, with sets: [String?]...) { self.init(sql, .review(text, rule), sets) }
  init(_ sql: String, declinedBy rule: String) { self.init(sql, .declined(rule), []) }

  private init(_ sql: String, _ outcome: Outcome, _ sets: [[String?]]) {
    (self.sql, self.outcome, self.sets) = (sql, outcome, sets)
    isOrdered = sql.uppercased().contains("ORDER BY")
  }

  var testDescription: String { sql }
}

/// Converts the row's statement over the live catalog, compares the text, and runs original and rewrite on both servers.
func expectRewriting(_ row: Rewriting, location: SourceLocation = #_sourceLocation) async throws {
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
  let conversion = servers.converter.convert(typed)
  let rewritten = render(conversion.pieces, of: text)
  let findings = conversion.findings.map { "\($0.rule): \($0.message)" }.joined(separator: "; ")
  switch row.outcome {
  case .same:
    #expect(conversion.status == .unchanged, "\(findings) \(rewritten)", sourceLocation: location)
    guard conversion.status == .unchanged else { return }
  case .text(let expected):
    #expect(rewritten == expected, "\(conversion.status) \(findings)", sourceLocation: location)
    #expect(conversion.status == .converted, "\(findings)", sourceLocation: location)
  case .review(let expected, let rule):
    #expect(conversion.status == .review && conversion.findings.contains { $0.rule == rule }, "\(conversion.status) \(findings)", sourceLocation: location)
    if let expected { #expect(rewritten == expected, sourceLocation: location) }
  case .declined(let rule):
    #expect(conversion.status == .manual && conversion.findings.contains { $0.rule == rule }, "\(conversion.status) \(findings) \(rewritten)", sourceLocation: location)
    return
  }
  guard conversion.status < .manual else { return }
  let sets = row.sets.isEmpty ? [[]] : row.sets
  for values in sets { try await compare(row, rewritten, conversion, description, values, servers, location) }
}

private func compare(
  _ row: Rewriting, _ rewritten: String, _ conversion: Conversion, _ description: StatementDescription, _ values: [String?],
  _ servers: ConversionFixture.Servers, _ location: SourceLocation
) async throws {
  let tables = ["item", "category", "pair", "twokeys"]
  _ = try await servers.postgres.query("BEGIN")
  _ = try await servers.mysql.query("START TRANSACTION")
  var original: [[String]] = []
  var rewrite: [[String]] = []
  do {
    let result = try await servers.postgres.query(row.sql, parameters: values)
    original = rows(of: result)
    let order = conversion.pieces.compactMap { piece -> Int? in if case .placeholder(let number, _) = piece { number } else { nil } }
    let arguments = order.map { mysqlValue(values[$0 - 1], of: description.parameters[$0 - 1]) }
    let answer = try await servers.mysql.execute(rewritten, arguments)
    rewrite = rows(of: answer, as: result)
    #expect(row.isOrdered ? original == rewrite : original.sorted { $0.lexicographicallyPrecedes($1) } == rewrite.sorted { $0.lexicographicallyPrecedes($1) }, "\(rewritten) with \(values)", sourceLocation: location)
    if result.columns.isEmpty, conversion.status != .review { #expect((result.affected ?? 0) == answer.affected, "row count of \(rewritten) with \(values)", sourceLocation: location) }
    for table in tables where result.columns.isEmpty {
      let left = try await servers.postgres.query("SELECT * FROM \(table) ORDER BY 1, 2")
      let right = try await servers.mysql.query("SELECT * FROM \(table) ORDER BY 1, 2")
      #expect(rows(of: left) == rows(of: right, as: left), "\(table) after \(rewritten) with \(values)", sourceLocation: location)
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

private func mysqlValue(_ value: String?, of type: OID) -> MySQLValue {
  guard let value else { return .null }
  switch type {
  case .int2, .int4, .int8: return Int64(value).map { .int($0) } ?? .text(value)
  case .float8: return Double(value).map { .double($0) } ?? .text(value)
  case .numeric: return .decimal(value)
  case .bool: return .int(value.hasPrefix("t") ? 1 : 0)
  default: return .text(value)
  }
}

private func rows(of result: Rowset) -> [[String]] {
  (0..<result.count).map { row in result.columns.indices.map { normal(result[row, $0], result.columns[$0].type) } }
}

private func rows(of answer: MySQLRowset, as result: Rowset) -> [[String]] {
  answer.rows.map { row in
    row.enumerated().map { column, bytes in
      guard result.columns.indices.contains(column), let bytes else { return bytes == nil ? "NULL" : "?" }
      let type = result.columns[column].type
      if type == .bytea { return "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
      return normal(String(decoding: bytes, as: UTF8.self), type)
    }
  }
}

private func normal(_ value: String?, _ type: OID) -> String {
  guard let value else { return "NULL" }
  switch type {
  case .bool: return ["t": "1", "f": "0"][value] ?? value
  case .numeric, .int2, .int4, .int8: return value.contains(".") ? trimmed(value) : value == "-0" ? "0" : value
  case .float8: return Double(value).map { "\($0)" } ?? value
  case .timestamp, .timestamptz:
    let text = value.hasSuffix("+00") ? String(value.dropLast(3)) : value
    return text.contains(".") ? trimmed(text) : text
  case .jsonb: return value.filter { $0 != " " }
  case .bpchar: return trimmedBlanks(value)
  case .textArray: return value.filter { !"{}[]\" ".contains($0) }
  default: return value
  }
}

private func trimmedBlanks(_ value: String) -> String { String(value.reversed().drop { $0 == " " }.reversed()) }

private func trimmed(_ value: String) -> String {
  var text = String(value.reversed().drop { $0 == "0" }.reversed())
  if text.hasSuffix(".") { text.removeLast() }
  return text == "-0" ? "0" : text
}
