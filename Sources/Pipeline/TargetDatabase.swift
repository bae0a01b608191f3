import MySQLServer
import MySQLTarget
import Results
import SourceText

/// The MySQL database that rewrites are prepared on.
struct TargetDatabase: Sendable {
  let connection: MySQLConnection
  let facts: MySQLFacts

  static func open(_ url: String) async throws(PipelineError) -> TargetDatabase {
    let connection: MySQLConnection
    do throws(MySQLConnectionError) {
      connection = try await MySQLConnection.open(url)
    } catch {
      throw .target(message: error.message, help: error.help)
    }
    do throws(MySQLFailure) {
      return TargetDatabase(connection: connection, facts: try await connection.facts())
    } catch {
      throw .target(message: "the MySQL server does not say what it is: \(error)", help: "`sqlferry check target` tells what is missing")
    }
  }

  /// `mysql-9.7.4`, for the document's evidence.
  private var name: String { "mysql-\(facts.version.prefix { $0.isNumber || $0 == "." })" }

  /// Prepares every rewrite of a document. What MySQL accepts gets the server as evidence; what it refuses becomes `manual`.
  func prepare(_ document: inout ResultDocument, _ target: Target, _ progress: @Sendable (ProgressEvent) -> Void) async {
    if let found = try? facts.target(), !found.isSameRelease(as: target) {
      document.diagnostics.append(
        Diagnostic(
          rule: "target-differs", severity: .warning,
          message: "the MySQL server is \(found.name) (\(facts.version)), the rewrites are for \(target.name)", help: "scan with --target \(found.name)"))
    }
    var answers: [String: Answer] = [:]
    let count = document.statements.count
    for index in document.statements.indices {
      guard !Task.isCancelled else { return }
      progress(ProgressEvent(.preparing, done: index + 1, of: count))
      guard let text = document.statements[index].preparableText else { continue }
      let answer: Answer
      if let known = answers[text] { answer = known } else { answer = await ask(text) }
      answers[text] = answer
      switch answer {
      case .accepted: document.statements[index].prepared = name
      case .refused(let error): document.statements[index].withdrawRewrite(error)
      case .notPreparable: break
      case .lost(let reason):
        document.isIncomplete = true
        document.diagnostics.append(
          Diagnostic(rule: "server-lost", severity: .error, message: "the connection to the MySQL server was lost: \(reason)", help: "verify again"))
        return
      }
    }
    reportMissingTables(answers, &document)
  }

  private enum Answer {
    case accepted, notPreparable
    case refused(MySQLError)
    case lost(String)
  }

  /// "This command is not supported in the prepared statement protocol yet" (ER_UNSUPPORTED_PS): says nothing about the statement.
  private static let notPreparable = 1295
  /// ER_NO_SUCH_TABLE, ER_BAD_DB_ERROR, ER_NO_DB_ERROR.
  private static let missing: Set<Int> = [1146, 1049, 1046]

  private func ask(_ text: String) async -> Answer {
    do throws(MySQLFailure) {
      _ = try await connection.prepare(text)
      return .accepted
    } catch {
      switch error {
      case .refused(let refusal): return refusal.code == Self.notPreparable ? .notPreparable : .refused(refusal)
      case .lost(let reason): return .lost(reason)
      }
    }
  }

  private func reportMissingTables(_ answers: [String: Answer], _ document: inout ResultDocument) {
    let count = answers.values.count { if case .refused(let error) = $0 { Self.missing.contains(error.code) } else { false } }
    guard count > 0 else { return }
    document.diagnostics.append(
      Diagnostic(
        rule: "target-schema-missing", severity: .error,
        message: "\(count) rewritten texts name tables or databases that the MySQL database does not have",
        help: "load the converted schema first: `sqlferry schema`"))
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
