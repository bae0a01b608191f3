import ArgumentParser
import CLibPQ
import PostgresServer

/// `validate`: statements per second beside one `PQprepare` after the other.
struct ValidateBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Validates the statements of files and folders on a PostgreSQL server, beside PQprepare.",
    discussion: """
      The server parses and describes every statement once a round, those that it refuses too; rounds take turns. Statements are made \
      distinct by a comment, so that none is saved as a repetition. The peers are libpq's calls as most programs make them: PQprepare, \
      alone and with PQdescribePrepared, one statement after the other.
      """)

  @Argument(help: "SQL files, source files and folders to take statements from.")
  var paths: [String]

  @Option(help: "A PostgreSQL URL.")
  var database: String

  @Option(help: "Rounds to measure; the median counts.")
  var rounds = 7

  @Option(help: "So many statements at least are sent a round.")
  var statements = 4000

  func validate() throws {
    guard rounds > 0, statements > 0 else { throw ValidationError("--rounds and --statements must be at least 1") }
  }

  func run() async throws {
    let found = StatementSource.statements(in: paths).filter { !$0.contains(0) }
    guard !found.isEmpty else { throw ValidationError("no statement found in \(paths.joined(separator: ", "))") }
    let texts = (0..<max(statements, found.count)).map { found[$0 % found.count] + Array(" /* \($0) */".utf8) }
    print("\(texts.count) statements, \(found.count) different ones")
    let connection = try await PostgresConnection.open(database)
    guard let peer = Peer(database) else { throw ValidationError("libpq cannot connect to the database") }
    let (validator, requests) = (StatementValidator(connection), texts.map { ValidationRequest(text: $0) })
    var times: [[Double]] = [[], [], []]
    for round in 0...rounds {
      let own = await Self.seconds { _ = await validator.validate(requests) }
      let prepared = await Self.seconds { for text in peer.terminated(texts) { peer.prepare(text, describes: false) } }
      let described = await Self.seconds { for text in peer.terminated(texts) { peer.prepare(text, describes: true) } }
      guard round > 0 else { continue }
      for (number, seconds) in [own, prepared, described].enumerated() { times[number].append(seconds) }
    }
    let names = ["sqlferry StatementValidator", "PQprepare", "PQprepare, PQdescribePrepared"]
    for (name, seconds) in zip(names, times.map(Contest.median)) {
      print("\(name): \(Int((Double(texts.count) / seconds).rounded())) statements/s")
    }
    await connection.close()
  }

  private static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await work()
    let (whole, atto) = (ContinuousClock.now - start).components
    return Double(whole) + Double(atto) / 1e18
  }

  /// A libpq connection of its own.
  private final class Peer {
    private let handle: OpaquePointer

    init?(_ database: String) {
      guard let handle = PQconnectdb(database) else { return nil }
      self.handle = handle
      if PQstatus(handle) != CONNECTION_OK { return nil }
    }

    deinit { PQfinish(handle) }

    func terminated(_ texts: [[UInt8]]) -> [[CChar]] { texts.map { text in text.map { CChar(bitPattern: $0) } + [0] } }

    func prepare(_ text: [CChar], describes: Bool) {
      let result = PQprepare(handle, "", text, 0, nil)
      let isPrepared = PQresultStatus(result) == PGRES_COMMAND_OK
      PQclear(result)
      if describes, isPrepared { PQclear(PQdescribePrepared(handle, "")) }
    }
  }
}
