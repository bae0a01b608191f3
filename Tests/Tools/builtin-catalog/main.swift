// Writes Sources/PostgresCatalog/Builtin/Data, pg_catalog and information_schema as a PostgreSQL server has them, and
// Sources/PostgresCatalog/Extensions/Data, what the extensions of `ExtensionWriter.names` bring.
//
//   swift run builtin-catalog postgresql://postgres@127.0.0.1/template1        (in the package's folder)
//   swift run builtin-catalog --extensions postgresql://postgres@127.0.0.1     (as a superuser; makes databases and drops them)
//
// The connection string is one for libpq; the database should be one as initdb or CREATE DATABASE makes it. The version of the server is
// the version that the data is for: regenerate on the newest minor release of that version. For another version, run it on a server
// of that one and review the difference; the decoder (BuiltinDecoder) and the tests follow `BuiltinData.serverVersion`. Functions of
// versions above it stand in Builtin/LaterFunctions.swift, written by hand: what the data then contains has to go from there.

import Foundation
import PostgresCatalog
import PostgresServer

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--extensions" {
  try await writeExtensions(CommandLine.arguments[2])
  exit(0)
}
guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: builtin-catalog [--extensions] CONNECTION-STRING\n".utf8))
  exit(2)
}
let connection = try await PostgresConnection.open(CommandLine.arguments[1])
let writer = BuiltinWriter(try await CatalogLoader.load(connection))
await connection.close()
let folder = URL(fileURLWithPath: "Sources/PostgresCatalog/Builtin/Data")
for (name, text) in try writer.files() {
  try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  print("\(name): \(text.utf8.count) bytes")
}

/// Makes each extension in a database of its own and writes what came with it.
func writeExtensions(_ server: String) async throws {
  let folder = URL(fileURLWithPath: "Sources/PostgresCatalog/Extensions/Data")
  var options = PostgresConnection.Options()
  options.isReadOnly = false
  let administrator = try await PostgresConnection.open(server, options: options)
  let database = "sqlferry_extension_data_\(getpid())"
  guard var place = URLComponents(string: server) else { return }
  place.path = "/" + database
  var (writers, release) = ([ExtensionWriter](), "")
  for name in ExtensionWriter.names {
    _ = try await administrator.query("CREATE DATABASE \(database) TEMPLATE template0")
    let connection = try await PostgresConnection.open(place.string ?? server, options: options)
    _ = try await connection.query("CREATE SCHEMA members")
    _ = try await connection.query("CREATE EXTENSION \(Identifier.quoted(name)) SCHEMA members")
    let catalog = try await CatalogLoader.load(connection)
    await connection.close()
    _ = try await administrator.query("DROP DATABASE \(database) WITH (FORCE)")
    release = String(catalog.serverVersionText.prefix { $0 != " " })
    let writer = ExtensionWriter(name, schema: "members", catalog)
    let (file, text) = try writer.file()
    try Data(text.utf8).write(to: folder.appendingPathComponent(file))
    print("\(file): \(text.utf8.count) bytes")
    writers.append(writer)
  }
  try Data(ExtensionWriter.registry(writers, release: release).utf8).write(to: folder.appendingPathComponent("ExtensionData+All.swift"))
}
