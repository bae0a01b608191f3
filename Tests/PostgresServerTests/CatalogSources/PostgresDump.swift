import Foundation

@testable import PostgresServer

/// `pg_dump` of the test server's databases.
enum PostgresDump {
  /// The definitions of a database as `pg_dump` writes them; with the rows too where `withData`.
  static func text(of database: String, withData: Bool = false) throws -> String {
    let folder = PostgresInstallation.all().map(\.folder).first { FileManager.default.isExecutableFile(atPath: $0 + "/pg_dump") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: (folder ?? "/usr/bin") + "/pg_dump")
    process.arguments = (withData ? [] : ["--schema-only"]) + ["--dbname", try TestServer.url(database: database)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw PostgresDumpError(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }
}

struct PostgresDumpError: Error { var status: Int32 }
