import PostgresCatalog
import PostgresSyntax
import SourceText

extension EphemeralServer {
  /// Runs the statements of files, in order, each on its own: what fails is reported and the rest goes on.
  ///
  /// Each file has a session's settings for itself (`SET search_path` ends with it). Transactions are not followed; statements that
  /// change rows, owners or privileges, and those on databases, are left out; a role that a statement names and nobody made is made.
  ///
  /// - Parameter scripts: Forward parts only, as `MigrationOrder` gives them.
  /// - Returns: What the server refused, with its words and place.
  package func load(_ scripts: [SchemaFile]) async -> [Diagnostic] {
    do {
      let loading = ScriptLoading(
        owner: try await PostgresConnection.open(target, options: writing),
        administrator: try await PostgresConnection.open(administratorTarget, options: writing), ownerName: Self.owner)
      var diagnostics: [Diagnostic] = []
      for script in scripts { diagnostics += await loading.load(script) }
      await loading.close()
      return diagnostics
    } catch {
      return [Diagnostic(rule: "private-server-lost", severity: .error, message: "the private PostgreSQL server cannot be reached: \(error)")]
    }
  }
}

/// Sends the statements of a script to a private server.
private struct ScriptLoading {
  let owner: PostgresConnection
  let administrator: PostgresConnection
  let ownerName: String

  func close() async {
    await owner.close()
    await administrator.close()
  }

  func load(_ script: SchemaFile) async -> [Diagnostic] {
    let text = SQLText(bytes: script.bytes)
    var (lines, diagnostics) = (LineMap?.none, [Diagnostic]())
    await reset()
    for range in Parser.split(text) {
      guard let error = await run(range, of: text) else { continue }
      let map = lines ?? LineMap(script.bytes)
      lines = map
      let start = range.start + (error.offset ?? 0)
      let place = ByteRange(min(start, range.end), range.end)
      diagnostics.append(
        Diagnostic(
          file: script.name, range: map.range(of: place), rule: "schema-statement", severity: .error,
          message: "\(error.message) (SQLSTATE \(error.sqlstate))", help: [error.detail, error.hint].filter { !$0.isEmpty }.joined(separator: "; ")))
    }
    return diagnostics
  }

  /// A session like new, but for the settings that `PostgresConnection` gave it.
  private func reset() async {
    for connection in [owner, administrator] {
      for statement in ["RESET SESSION AUTHORIZATION", "RESET search_path", "RESET check_function_bodies"] {
        _ = try? await connection.query(statement)
      }
    }
  }

  /// What to do with a statement.
  private enum Route { case skip, owner, administrator, both }

  private func run(_ range: ByteRange, of text: SQLText) async -> PostgresError? {
    let statement = String(decoding: text.bytes[range.range], as: UTF8.self)
    let words = LeadingWords(text.bytes[range.range])
    switch Self.route(words) {
    case .skip: return nil
    case .owner: return await run(statement, words, on: owner, mayMakeRoles: true)
    case .administrator:
      // What the owner may make belongs to it: trusted extensions above all.
      let error = await run(statement, words, on: owner, mayMakeRoles: true)
      return error?.sqlstate == "42501" ? await run(statement, words, on: administrator, mayMakeRoles: true) : error
    case .both:
      let sent = words.isLocalSetting ? words.withoutLocal(statement) : statement
      let error = await run(sent, words, on: owner, mayMakeRoles: true)
      if words.first == "set" || words.first == "select" { _ = await run(sent, words, on: administrator, mayMakeRoles: false) }
      // Settings of other versions, and roles that may not be taken, change nothing in the catalog.
      return words.first == "set" ? nil : error
    }
  }

  private static func route(_ words: LeadingWords) -> Route {
    switch words.first {
    case "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "prepare", "lock", "copy", "insert", "update",
      "delete", "merge", "truncate", "vacuum", "analyze", "analyse", "cluster", "reindex", "checkpoint", "listen", "notify", "unlisten",
      "explain", "show", "discard", "load", "values", "fetch", "move", "declare", "close", "execute", "deallocate", "grant", "revoke", "reassign": return .skip
    case "set", "reset": return words.second == "role" || words.second == "session" || words.second == "transaction" ? .skip : .both
    case "select": return .both
    case "create", "alter", "drop", "comment":
      let kinds = words.objectKind
      if ["database", "tablespace", "system", "default"].contains(kinds) || words.givesAway { return .skip }
      return ["extension", "operator class", "operator family", "access", "language", "cast"].contains(kinds) ? .administrator : .owner
    default: return .owner
    }
  }

  private func run(
    _ statement: String, _ words: LeadingWords, on connection: PostgresConnection, mayMakeRoles: Bool
  ) async -> PostgresError? {
    for _ in 0..<8 {
      do throws(PostgresFailure) {
        _ = try await connection.query(statement)
        return nil
      } catch {
        switch error {
        case .refused(let error):
          if mayMakeRoles, let role = Self.missingRole(error), await make(role) { continue }
          return words.isRepetition(error) ? nil : error
        case .lost(let reason):
          do { try await connection.connect() } catch {}
          return PostgresError(sqlstate: "08006", message: "the private server ended this statement's session: \(reason)")
        }
      }
    }
    return PostgresError(sqlstate: "42704", message: "the statement names more roles that do not exist than are made for it")
  }

  private func make(_ role: String) async -> Bool {
    let name = Identifier.quoted(role)
    do throws(PostgresFailure) {
      _ = try await administrator.query("CREATE ROLE \(name)")
      _ = try await administrator.query("GRANT \(name) TO \(Identifier.quoted(ownerName))")
      return true
    } catch {
      return false
    }
  }

  /// `role "app" does not exist`.
  private static func missingRole(_ error: PostgresError) -> String? {
    let (start, end) = ("role \"", "\" does not exist")
    guard error.sqlstate == "42704", error.message.hasPrefix(start), error.message.hasSuffix(end) else { return nil }
    return String(error.message.dropFirst(start.count).dropLast(end.count))
  }
}

/// The words that a statement begins with, in lower case.
private struct LeadingWords {
  private let words: [String]
  /// Whether it is ALTER … OWNER TO: an owner may only be one who could make the object, and nothing here depends on it.
  let givesAway: Bool

  init(_ statement: ArraySlice<UInt8>) {
    words = Parser.leadingWords(of: statement)
    let last = String(decoding: statement.suffix(200), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).suffix(3)
    givesAway = words.first == "alter" && last.count == 3 && last.starts(with: ["owner", "to"])
  }

  var first: String { words.first ?? "" }
  var second: String { words.count > 1 ? words[1] : "" }

  /// SET LOCAL lasts until the transaction's end; here there is none.
  var isLocalSetting: Bool { first == "set" && second == "local" }

  func withoutLocal(_ statement: String) -> String {
    guard let range = statement.lowercased().firstRange(of: "local") else { return statement }
    let offset = statement.lowercased().distance(from: statement.startIndex, to: range.lowerBound)
    return String(statement.prefix(offset)) + String(statement.dropFirst(offset + 5))
  }

  /// What CREATE, ALTER, DROP or COMMENT ON is about: `table`, `operator class`.
  var objectKind: String {
    let rest = words.dropFirst().drop { ["or", "replace", "on", "trusted", "procedural", "if", "not", "exists"].contains($0) }
    guard let kind = rest.first else { return "" }
    let next = rest.dropFirst().first ?? ""
    return kind == "operator" && (next == "class" || next == "family") ? "operator \(next)" : kind
  }

  /// What every database has already: `CREATE SCHEMA public`.
  func isRepetition(_ error: PostgresError) -> Bool {
    error.sqlstate == "42P06" && error.message.contains("\"public\"") || error.sqlstate == "42710" && objectKind == "language"
  }
}
