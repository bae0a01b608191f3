import MySQLServer
import PostgresServer
import Results
import ServerComparison
import SourceText

/// Runs a statement on PostgreSQL and its rewrite on MySQL, with the same values, and says where they disagree.
///
/// Both run in a transaction that is rolled back, in which `now()` is the same instant on both servers.
struct Truth {
  let shop: PairedDatabase

  /// How a statement is run.
  struct Case {
    var parameters: [ParameterValue]
    /// Texts for holes by host expression.
    var holes: [String: String] = [:]
    var hasPartialOrder = false
    /// Whether PostgreSQL may refuse these values; then there is nothing to compare.
    var mayBeRefused = false
  }

  enum Outcome {
    case agreement
    /// PostgreSQL refuses the values, which `Case.mayBeRefused` allows.
    case refused
    case disagreement(String)
  }

  func outcome(of statement: StatementResult, _ example: Case) async throws -> Outcome {
    let holes = example.holes
    let original = try original(statement, holes: holes)
    let rewrite = try rewrite(statement, holes: holes)
    if original.uppercased().contains("INSERT") { try await shop.alignNumbering() }
    try await begin()
    let outcome: Outcome
    do {
      outcome = try await compare(statement, original, rewrite, example)
    } catch {
      try await rollback()
      throw error
    }
    try await rollback()
    guard case .disagreement(let text) = outcome else { return outcome }
    return .disagreement("\(text)\n  PostgreSQL: \(original)\n  MySQL:      \(rewrite)\n  parameters: \(example.parameters)")
  }

  private func compare(
    _ statement: StatementResult, _ original: String, _ rewrite: String, _ example: Case
  ) async throws -> Outcome {
    let parameters = example.parameters
    let expected: Rowset
    do {
      expected = try await shop.postgres.query(original, parameters: parameters.map(\.postgres))
    } catch {
      return example.mayBeRefused ? .refused : .disagreement("PostgreSQL itself refuses these values, choose others: \(error)")
    }
    let got: MySQLRowset
    do {
      got = try await run(rewrite, try bindings(statement, parameters))
    } catch {
      return .disagreement("MySQL refuses the rewrite: \(error)")
    }
    if expected.columns.count != got.columns.count {
      return .disagreement("\(expected.columns.count) columns on PostgreSQL, \(got.columns.count) on MySQL")
    }
    let kinds = expected.columns.map { shop.kind($0.type) }
    var (left, right) = (ComparableRows.of(expected, kinds), ComparableRows.of(got, kinds))
    if example.hasPartialOrder || !Self.hasOrder(original) { (left, right) = (ComparableRows.sorted(left), ComparableRows.sorted(right)) }
    if let difference = ComparableRows.difference(left, right) { return .disagreement(difference) }
    guard expected.columns.isEmpty else { return .agreement }
    if let affected = expected.affected, affected != got.affected {
      return .disagreement("\(affected) rows affected on PostgreSQL, \(got.affected) on MySQL")
    }
    for table in shop.tables {
      let contents = try await shop.contents(of: table)
      if let difference = ComparableRows.difference(contents.postgres, contents.mysql) { return .disagreement("afterwards, table \(table.name): \(difference)") }
    }
    return .agreement
  }

  /// BEGIN and the like cannot be prepared (error 1295).
  private func run(_ sql: String, _ values: [MySQLValue]) async throws -> MySQLRowset {
    do {
      return try await shop.mysql.execute(sql, values)
    } catch {
      guard case .refused(let refusal) = error, refusal.code == 1295, values.isEmpty else { throw error }
      return try await shop.mysql.query(sql)
    }
  }
}

// MARK: transactions

extension Truth {
  private func begin() async throws {
    _ = try await shop.postgres.query("BEGIN")
    let now = try await shop.postgres.query("SELECT (extract(epoch FROM now()) * 1000000)::bigint")
    let microseconds = Int(now[0, 0] ?? "") ?? 0
    let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
    _ = try await shop.mysql.query("SET timestamp = \(microseconds / 1_000_000).\(fraction)")
    _ = try await shop.mysql.query("START TRANSACTION")
  }

  private func rollback() async throws {
    _ = try await shop.postgres.query("ROLLBACK")
    _ = try await shop.mysql.query("ROLLBACK")
  }
}

// MARK: texts

extension Truth {
  /// The statement with `$n` for placeholders and texts for holes.
  private func original(_ statement: StatementResult, holes: [String: String]) throws -> String {
    var bytes: [UInt8] = []
    var end = 0
    for atom in statement.sql.atoms {
      bytes += statement.sql.bytes[end..<atom.range.start]
      end = atom.range.end
      switch atom.kind {
      case .placeholder: bytes += Array("$\(atom.parameter ?? 0)".utf8)
      case .hole:
        // Without its brackets.
        let host = statement.sql.string(in: atom.range).dropFirst().dropLast()
        guard let text = holes[String(host)] else { throw ComparisonError(description: "no text for the hole \(host)") }
        bytes += Array(text.utf8)
      }
    }
    bytes += statement.sql.bytes[end...]
    return String(decoding: bytes, as: UTF8.self)
  }

  private func rewrite(_ statement: StatementResult, holes: [String: String]) throws -> String {
    guard var text = statement.rewritten else { throw ComparisonError(description: "no rewritten text") }
    for (host, replacement) in holes { text = text.replacing("⟦\(host)⟧", with: replacement) }
    return text
  }

  private func bindings(_ statement: StatementResult, _ parameters: [ParameterValue]) throws -> [MySQLValue] {
    try (statement.parameters ?? []).map { number in
      guard parameters.indices.contains(number - 1) else { throw ComparisonError(description: "no value for parameter \(number)") }
      let types = statement.validation.parameters
      let kind = types.indices.contains(number - 1) ? ValueKind(types[number - 1]) : .text
      return try parameters[number - 1].mysql(kind)
    }
  }

  /// Whether the statement itself, not a part in parentheses, says ORDER BY.
  static func hasOrder(_ sql: String) -> Bool {
    var outside = ""
    var depth = 0
    var quote: Character?
    for character in sql {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "'", "\"": quote = character
      case "(": depth += 1
      case ")": depth -= 1
      default: if depth == 0 { outside.append(character.isWhitespace ? " " : character) }
      }
    }
    return outside.uppercased().split(separator: " ").joined(separator: " ").contains("ORDER BY")
  }
}
