// Writes Sources/PostgresCatalog/Builtin/Data: pg_catalog and information_schema as a PostgreSQL server has them.
//
//   swift run builtin-catalog postgresql://postgres@127.0.0.1/template1        (in the package's folder)
//
// The connection string is one for libpq; the database should be one as initdb or CREATE DATABASE makes it. The version of the server is
// the version that the data is for: regenerate on the newest minor release of that version. For another version, run it on a server
// of that one and review the difference; the decoder (BuiltinDecoder) and the tests follow `BuiltinData.serverVersion`. Functions of
// versions above it stand in Builtin/LaterFunctions.swift, written by hand: what the data then contains has to go from there.

import Foundation
import PostgresCatalog
import PostgresServer

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: builtin-catalog CONNECTION-STRING\n".utf8))
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
