/// Where the facts about the PostgreSQL schema come from that statements are checked against.
package enum CatalogSource: Hashable, Sendable {
  /// Nothing is known: only syntax is checked.
  case none
  /// A live server, as a libpq connection string: statements are checked by the server itself.
  case server(String)
  /// Files and folders of DDL, applied in order: statements are checked by analysis.
  case definitions([String])
  /// A snapshot file: statements are checked by analysis.
  case snapshot(String)
  /// Files and folders of DDL, loaded into a private PostgreSQL that is thrown away after: statements are checked by that server.
  case ephemeral([String])

  /// The server that is named; nil for every other source.
  package var database: String? { if case .server(let target) = self { target } else { nil } }
}
