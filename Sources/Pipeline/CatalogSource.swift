/// Where the facts about the PostgreSQL schema come from that statements are checked against.
package enum CatalogSource: Hashable, Sendable {
  /// Nothing is known: only syntax is checked.
  case none
  /// A live server, as a libpq connection string: statements are checked by the server itself.
  case server(String)
  /// DDL, applied in order: statements are checked by analysis.
  case definitions(Definitions)
  /// A snapshot file: statements are checked by analysis.
  case snapshot(String)
  /// DDL, loaded into a private PostgreSQL that is thrown away after: statements are checked by that server.
  case ephemeral(Definitions)

  /// The server that is named; nil for every other source.
  package var database: String? { if case .server(let target) = self { target } else { nil } }
}

/// A database as its DDL describes it.
package struct Definitions: Hashable, Sendable {
  /// Files and folders, in the order in which they count.
  package var paths: [String]
  /// What DDL does not say: by what the database orders text and folds its case (`SHOW lc_collate`); nil where it is not known.
  package var collation: String?
  /// And the time zone of its sessions (`SHOW timezone`).
  package var timeZone: String?

  package init(_ paths: [String], collation: String? = nil, timeZone: String? = nil) {
    (self.paths, self.collation, self.timeZone) = (paths, collation, timeZone)
  }
}
