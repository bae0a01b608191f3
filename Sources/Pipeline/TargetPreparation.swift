import MySQLServer
import MySQLTarget
import Results
import SourceText

/// Prepares rewrites on a MySQL server, each text once.
struct TargetPreparation: Sendable {
  private enum Answer: Sendable {
    case accepted, notPreparable
    case refused(MySQLError)
  }

  private let database: TargetDatabase
  private let target: Target
  private let count: Counter
  private var answers: [String: Answer] = [:]
  /// Why the server was lost; then it is not asked any more.
  private var lost: String?

  /// "This command is not supported in the prepared statement protocol yet" (ER_UNSUPPORTED_PS): says nothing about the statement.
  private static let notPreparable = 1295
  /// ER_NO_SUCH_TABLE, ER_BAD_DB_ERROR, ER_NO_DB_ERROR.
  private static let missing: Set<Int> = [1146, 1049, 1046]
  /// ER_SP_DOES_NOT_EXIST.
  private static let missingFunction = 1305

  /// - Parameter total: How many statements there will be.
  init(_ database: TargetDatabase, target: Target, total: Int, _ progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in }) {
    (self.database, self.target) = (database, target)
    count = Counter(stage: .preparing, total: total, progress)
  }

  /// `mysql-9.7.4`, for the document's evidence.
  private var name: String { "mysql-\(database.facts.version.prefix { $0.isNumber || $0 == "." })" }

  /// Prepares the rewrites of statements. What MySQL accepts gets the server as evidence; what it refuses becomes `manual`.
  mutating func prepare(_ statements: inout [StatementResult]) async {
    for index in statements.indices {
      guard !Task.isCancelled, lost == nil else { return }
      count.advance()
      guard let text = statements[index].preparableText, let answer = await answer(to: text) else { continue }
      switch answer {
      case .accepted: statements[index].prepared = name
      case .refused(let error): statements[index].withdrawRewrite(error)
      case .notPreparable: break
      }
    }
  }

  private mutating func answer(to text: String) async -> Answer? {
    if let known = answers[text] { return known }
    var answer = Answer.accepted
    do throws(MySQLFailure) {
      _ = try await database.connection.prepare(text)
    } catch {
      switch error {
      case .refused(let refusal): answer = refusal.code == Self.notPreparable ? .notPreparable : .refused(refusal)
      case .lost(let reason):
        lost = reason
        return nil
      }
    }
    answers[text] = answer
    return answer
  }

  /// Adds what is to be said of the server as a whole, after the last statement.
  func report(in document: inout ResultDocument) {
    let facts = database.facts
    if let found = try? facts.target(), !found.isSameRelease(as: target) {
      document.diagnostics.append(
        Diagnostic(
          rule: "target-differs", severity: .warning,
          message: "the MySQL server is \(found.name) (\(facts.version)), the rewrites are for \(target.name)", help: "scan with --target \(found.name)"))
    }
    if let lost {
      document.isIncomplete = true
      document.diagnostics.append(
        Diagnostic(rule: "server-lost", severity: .error, message: "the connection to the MySQL server was lost: \(lost)", help: "verify again"))
    }
    let schema = refusals(Self.missing)
    if schema > 0 {
      document.diagnostics.append(
        Diagnostic(
          rule: "target-schema-missing", severity: .error,
          message: "\(schema) rewritten texts name tables or databases that the MySQL database does not have",
          help: "load the converted schema first: `sqlferry schema`"))
    }
    let pack = refusals([Self.missingFunction])
    guard pack > 0 else { return }
    document.diagnostics.append(
      Diagnostic(
        rule: "extension-pack-missing", severity: .error,
        message: "\(pack) rewritten texts call functions that the MySQL server does not have in the database \(target.extensionDatabase)",
        help: "install the extension pack first: `sqlferry schema --extension-pack`"))
  }

  private func refusals(_ codes: Set<Int>) -> Int {
    answers.values.count { if case .refused(let error) = $0 { codes.contains(error.code) } else { false } }
  }
}

extension StatementResult {
  /// The rewrite where MySQL can be asked about it: a whole statement without holes.
  fileprivate var preparableText: String? {
    guard kind == "statement", !sql.hasHoles, status?.hasRewriting == true else { return nil }
    return rewritten
  }

  fileprivate mutating func withdrawRewrite(_ error: MySQLError) {
    status = .manual
    (rewritten, parameters, replacement, edits, bindings, results) = (nil, nil, nil, [], [], [])
    findings.append(
      PipelineFinding.prepareRefused.finding(
        .error, "MySQL refuses the rewrite: \(error.message) (error \(error.code))", help: "rewrite it by hand",
        at: ByteRange(0, sql.bytes.count)))
  }
}

extension Target {
  /// Whether another target has the same service and release series; patch releases do not matter.
  func isSameRelease(as other: Target) -> Bool {
    service == other.service && (version.major, version.minor) == (other.version.major, other.version.minor)
  }
}
