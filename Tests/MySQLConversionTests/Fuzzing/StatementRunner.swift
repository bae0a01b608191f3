import Analysis
import MySQLConversion
import MySQLServer
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import ServerComparison
import SourceText

/// Converts statements and runs original and rewrite side by side.
struct StatementRunner {
  let pair: PairedDatabase
  let index: CatalogIndex
  let converter: Converter
  private let analyzer: Analyzer
  private let written: PairedDatabase.Table?

  /// What became of a statement.
  enum Outcome {
    /// PostgreSQL does not take it.
    case rejected(String)
    /// `review` or `manual`, with the rules that say so.
    case declined(StatementStatus, [String])
    /// PostgreSQL raises an error on these rows or values, where nothing is promised.
    case raised
    case agreement(StatementStatus)
    /// A broken promise: its sort (for telling failures apart), and what was seen.
    case failure(String, String)
  }

  init(_ pair: PairedDatabase) async throws {
    self.pair = pair
    index = CatalogIndex(try await CatalogLoader.load(pair.postgres))
    analyzer = Analyzer(catalog: index)
    converter = Converter(catalog: index, target: pair.target)
    written = pair.tables.first { $0.name == "w" }
    _ = try await pair.postgres.query("SET statement_timeout = 3000")
    _ = try await pair.mysql.query("SET max_execution_time = 5000")
    _ = try await pair.mysql.query("SET SESSION group_concat_max_len = 4294967295")
  }

  /// What a statement became: its rewrite, and the parameters in the rewrite's order.
  struct Rewrite {
    var conversion: Conversion
    var text: String
    var order: [Int]
  }

  /// Whether the same result is promised. What the calling code must do with an array is its own affair: the values are promised.
  static func isClaimed(_ conversion: Conversion) -> Bool {
    guard conversion.status <= .review else { return false }
    return conversion.findings.allSatisfy { $0.severity == .info || ["array-result", "array-parameter"].contains($0.rule) }
  }

  func rewrite(_ sql: String, _ description: StatementDescription) throws -> Rewrite {
    let text = Placeholders.locate(in: SQLText(sql), style: .dollar)
    let tree = try Parser.parseStatement(text)
    let types = Dictionary(uniqueKeysWithValues: description.parameters.enumerated().map { ($0 + 1, TypeReference($1)) })
    let conversion = converter.convert(analyzer.analyze(tree, parameterTypes: types))
    var order: [Int] = []
    let output = conversion.pieces.map { piece in
      switch piece {
      case .source(let range): return text.string(in: range)
      case .text(let new): return new
      case .placeholder(let number, _):
        order.append(number)
        return "?"
      }
    }.joined()
    return Rewrite(conversion: conversion, text: output, order: order)
  }

  /// - Parameter atOneInstant: Whether `now()` is made the same on both servers.
  func outcome(of statement: FuzzStatement, atOneInstant: Bool = false) async -> Outcome {
    let (sql, parameters) = statement.tree.rendered()
    if atOneInstant { await begin() }
    let outcome = await self.outcome(of: statement, sql, parameters)
    if atOneInstant {
      _ = try? await pair.postgres.query("ROLLBACK")
      _ = try? await pair.mysql.query("SET timestamp = DEFAULT")
    }
    return outcome
  }

  /// A transaction on PostgreSQL, in which `now()` stands still, and the same instant on MySQL.
  private func begin() async {
    _ = try? await pair.postgres.query("BEGIN")
    let now = try? await pair.postgres.query("SELECT (extract(epoch FROM now()) * 1000000)::bigint")
    let microseconds = Int(now?[0, 0] ?? "") ?? 0
    let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
    _ = try? await pair.mysql.query("SET timestamp = \(microseconds / 1_000_000).\(fraction)")
  }

  private func outcome(of statement: FuzzStatement, _ sql: String, _ parameters: [Grown.BoundValue]) async -> Outcome {
    guard let validation = await StatementValidator(pair.postgres).validate([ValidationRequest(sql)]).first else { return .rejected("") }
    return await outcome(of: statement, sql, parameters, validation)
  }

  func outcome(of statement: FuzzStatement, _ sql: String, _ parameters: [Grown.BoundValue], _ validation: Validation) async -> Outcome {
    guard case .accepted(let description) = validation else {
      if case .rejected(let error) = validation { return .rejected(error.message) }
      return .rejected("")
    }
    // A program sends values of the types that PostgreSQL describes.
    guard zip(description.parameters, parameters).allSatisfy({ index.type($0)?.name == $1.type }) else { return .rejected("a value of another type") }
    let rewrite: Rewrite
    do { rewrite = try self.rewrite(sql, description) } catch { return .failure("syntax", "the parser refuses it: \(error)") }
    guard Self.isClaimed(rewrite.conversion) else {
      return .declined(rewrite.conversion.status, rewrite.conversion.findings.map(\.rule))
    }
    let outcome = await compare(statement, sql, parameters, description, rewrite)
    if case .raised = outcome, let rowwise = statement.rowwise { return await rowByRow(statement, rowwise) }
    return outcome
  }

  /// Where PostgreSQL raises an error on some row, the other rows still count.
  private func rowByRow(_ statement: FuzzStatement, _ rowwise: Grown) async -> Outcome {
    let sql = rowwise.rendered().sql
    var parameters = rowwise.rendered().parameters
    guard case .accepted(let description)? = await StatementValidator(pair.postgres).validate([ValidationRequest(sql)]).first,
      let rewrite = try? self.rewrite(sql, description), Self.isClaimed(rewrite.conversion)
    else { return .raised }
    for id in stride(from: 1, through: Lab.rowCount, by: 1) {
      parameters[parameters.count - 1].text = "\(id)"
      let outcome = await compare(FuzzStatement(tree: rowwise, isOrdered: true), sql, parameters, description, rewrite)
      if case .failure = outcome { return outcome }
    }
    return .raised
  }
}

// MARK: running

extension StatementRunner {
  private func compare(
    _ statement: FuzzStatement, _ sql: String, _ parameters: [Grown.BoundValue], _ description: StatementDescription, _ rewrite: Rewrite
  ) async -> Outcome {
    guard statement.isChange else { return await compareOnce(statement, sql, parameters, description, rewrite) }
    do {
      _ = try await pair.postgres.query("BEGIN")
      _ = try await pair.mysql.query("START TRANSACTION")
      let outcome = await compareOnce(statement, sql, parameters, description, rewrite)
      _ = try await pair.postgres.query("ROLLBACK")
      _ = try await pair.mysql.query("ROLLBACK")
      return outcome
    } catch {
      return .failure("connection", "\(error)")
    }
  }

  private func compareOnce(
    _ statement: FuzzStatement, _ sql: String, _ parameters: [Grown.BoundValue], _ description: StatementDescription, _ rewrite: Rewrite
  ) async -> Outcome {
    let status = rewrite.conversion.status
    let expected: Rowset
    do { expected = try await pair.postgres.query(sql, parameters: parameters.map(\.text)) } catch { return .raised }
    let got: MySQLRowset
    do {
      let values = try rewrite.order.map { try MySQLValue(postgres: parameters[$0 - 1].text, kind: pair.kind(description.parameters[$0 - 1])) }
      got = try await execute(rewrite.text, values)
    } catch {
      if let error = error as? MySQLFailure, case .refused(let refusal) = error {
        // What is outside the digits of the target's DECIMAL is loud, and said.
        if refusal.code == 1690, rewrite.conversion.findings.contains(where: { $0.rule == "decimal-range" }) { return .raised }
        if await raisesUnderGenericPlan(sql, parameters) { return .raised }
        return .failure("refused \(refusal.code)", "MySQL refuses it: \(refusal)")
      }
      return .failure("refused", "\(error)")
    }
    let kinds = expected.columns.map { pair.kind($0.type) }
    guard kinds.count == got.columns.count else { return .failure("columns", "\(kinds.count) columns on PostgreSQL, \(got.columns.count) on MySQL") }
    var (left, right) = (ComparableRows.of(expected, kinds), ComparableRows.of(got, kinds))
    if !statement.isOrdered { (left, right) = (ComparableRows.sorted(left), ComparableRows.sorted(right)) }
    if let difference = ComparableRows.difference(left, right) {
      return Self.leavesMySQLsYears(left, right, statement, rewrite.conversion) ? .raised : .failure("difference", difference)
    }
    // NULL is NULL, whatever its type.
    for (number, kind) in kinds.enumerated() where !Self.arrivesAlike(kind, got.columns[number].type) && left.contains(where: { $0[number] != .null }) {
      return .failure("type", "column \(number + 1) is \(kind) on PostgreSQL and arrives as \(got.columns[number].type)")
    }
    guard statement.isChange, let written else { return .agreement(status) }
    if let affected = expected.affected, affected != got.affected { return .failure("count", "\(affected) rows on PostgreSQL, \(got.affected) on MySQL") }
    do {
      let contents = try await pair.contents(of: written)
      if let difference = ComparableRows.difference(contents.postgres, contents.mysql) { return .failure("contents", "table w afterwards: \(difference)") }
    } catch { return .failure("contents", "\(error)") }
    return .agreement(status)
  }

  /// Once more where MySQL asks for that (ER_NEED_REPREPARE).
  private func execute(_ text: String, _ values: [MySQLValue]) async throws -> MySQLRowset {
    do { return try await pair.mysql.execute(text, values) } catch {
      guard case MySQLFailure.refused(let refusal) = error, refusal.code == 1615 else { throw error }
    }
    return try await pair.mysql.execute(text, values)
  }

  /// Whether PostgreSQL gives no result of its own either: knowing that a parameter is NULL it may leave out what fails beside it, but once a
  /// statement has been executed some times it plans without its parameters ("PREPARE", Notes).
  private func raisesUnderGenericPlan(_ sql: String, _ parameters: [Grown.BoundValue]) async -> Bool {
    guard parameters.contains(where: { $0.text == nil }) else { return false }
    do {
      _ = try await pair.postgres.query("SET plan_cache_mode = force_generic_plan")
      _ = try await pair.postgres.query(sql, parameters: parameters.map(\.text))
      _ = try await pair.postgres.query("RESET plan_cache_mode")
      return false
    } catch {
      // In a transaction that failed the setting goes with it.
      _ = try? await pair.postgres.query("RESET plan_cache_mode")
      return true
    }
  }

  /// Whether the results differ in NULLs only, or in a few rows, where MySQL has no such date and gives NULL, or what is made of it: a finding says so.
  private static func leavesMySQLsYears(_ left: [[ComparableValue]], _ right: [[ComparableValue]], _ statement: FuzzStatement, _ conversion: Conversion) -> Bool {
    guard conversion.findings.contains(where: { $0.rule == "date-range" }) else { return false }
    guard statement.isOrdered, left.count == right.count else { return true }
    let differing = zip(left, right).filter { $0 != $1 }
    if differing.count <= max(2, left.count / 4) { return true }
    return differing.allSatisfy { row in zip(row.0, row.1).allSatisfy { $0 == $1 || $1 == .null } }
  }

  /// Whether a driver gives the program a value of the same sort: a number that turns floating loses digits, a text that turns number its
  /// zeros.
  static func arrivesAlike(_ kind: ValueKind, _ type: MySQLColumnType) -> Bool {
    switch kind {
    case .integer, .decimal, .boolean: type != .double && type != .float
    case .date: type == .date || type == .null
    case .timestamp, .timestamptz: type == .datetime || type == .timestamp || type == .null
    default: true
    }
  }
}
