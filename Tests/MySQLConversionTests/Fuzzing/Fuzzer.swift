import Foundation
import PostgresServer

/// Runs generated statements until the time is up and makes each failure small.
struct Fuzzer {
  let runner: StatementRunner
  var generator: ExpressionGenerator
  var tally = Tally()

  struct Tally: CustomStringConvertible {
    var offered = 0, rejected = 0, declined = 0, raised = 0, agreed = 0, failed = 0
    var description: String {
      "\(offered) statements: \(agreed) agree, \(raised) raise an error on PostgreSQL, \(declined) declined, \(rejected) no PostgreSQL, \(failed) broken promises"
    }
  }

  /// A broken promise in its smallest form.
  struct Failure: CustomStringConvertible {
    var sort: String
    var text: String
    var sql: String
    var parameters: [Grown.BoundValue]
    var rewritten: String
    var description: String {
      "\(sort): \(text)\n  PostgreSQL: \(sql)\n  MySQL:      \(rewritten)\n  parameters: \(parameters.map { $0.text ?? "NULL" })"
    }
  }

  init(_ runner: StatementRunner, seed: UInt64, productions: Productions) {
    self.runner = runner
    generator = ExpressionGenerator(seed: seed, productions: productions)
  }

  /// - Parameter limit: Failures after which it stops.
  mutating func run(until deadline: ContinuousClock.Instant, limit: Int) async -> [Failure] {
    var failures: [Failure] = []
    var seen: Set<String> = []
    while ContinuousClock.now < deadline, failures.count < limit {
      let batch = (0..<64).map { _ in generator.statement() }.filter { $0.tree.rendered().sql.utf8.count < 1200 }
      let rendered = batch.map { $0.tree.rendered() }
      let validations = await StatementValidator(runner.pair.postgres).validate(rendered.map { ValidationRequest($0.sql) })
      for (number, statement) in batch.enumerated() {
        let outcome = await runner.outcome(of: statement, rendered[number].sql, rendered[number].parameters, validations[number])
        count(outcome, statement)
        guard case .failure(let sort, _) = outcome else { continue }
        let failure = await smallest(statement, sort)
        if seen.insert(failure.sql).inserted { failures.append(failure) }
        if ContinuousClock.now > deadline || failures.count >= limit { break }
      }
    }
    return failures
  }

  private mutating func count(_ outcome: StatementRunner.Outcome, _ statement: FuzzStatement) {
    tally.offered += 1
    var isKept = false
    switch outcome {
    case .rejected: tally.rejected += 1
    case .declined: tally.declined += 1
    case .raised: tally.raised += 1; isKept = true
    case .agreement: tally.agreed += 1; isKept = true
    case .failure: tally.failed += 1; isKept = true
    }
    for production in Set(statement.tree.productions) {
      let known = generator.experience[production] ?? (0, 0)
      generator.experience[production] = (known.offered + 1, known.kept + (isKept ? 1 : 0))
    }
  }

  /// The smallest statement that fails in the same way.
  private func smallest(_ statement: FuzzStatement, _ sort: String) async -> Failure {
    var best = statement
    var tries = 0
    var isSmaller = true
    while isSmaller, tries < 600 {
      isSmaller = false
      let length = best.tree.rendered().sql.utf8.count
      for tree in best.tree.smaller(ExpressionGenerator.simplest) where tree.rendered().sql.utf8.count < length {
        tries += 1
        guard tries < 600 else { break }
        var candidate = best
        candidate.tree = tree
        candidate.rowwise = Self.rowwise(tree)
        guard case .failure(sort, _) = await runner.outcome(of: candidate) else { continue }
        best = candidate
        isSmaller = true
        break
      }
    }
    return await described(best, sort)
  }

  /// `SELECT id, x FROM t ORDER BY id` for one row.
  static func rowwise(_ tree: Grown) -> Grown? {
    guard case .text("SELECT id, ")? = tree.parts.first, case .text(" FROM t ORDER BY id")? = tree.parts.last, tree.parts.count == 3 else { return nil }
    return Grown("statement", [tree.parts[0], tree.parts[1], .text(" FROM t WHERE t.id = "), .parameter(.init(text: "0", type: "int4"))])
  }

  private func described(_ statement: FuzzStatement, _ sort: String) async -> Failure {
    let (sql, parameters) = statement.tree.rendered()
    var failure = Failure(sort: sort, text: "", sql: sql, parameters: parameters, rewritten: "")
    if case .failure(_, let text) = await runner.outcome(of: statement) { failure.text = text }
    if case .accepted(let description)? = await StatementValidator(runner.pair.postgres).validate([ValidationRequest(sql)]).first {
      failure.rewritten = (try? runner.rewrite(sql, description).text) ?? ""
    }
    return failure
  }
}
