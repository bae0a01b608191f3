import PostgresCatalog

/// Reads a live server's catalog into a `Catalog`.
///
///     let catalog = try await CatalogLoader.load(connection)
///
/// A fixed number of queries, whatever the size of the database, in one transaction, so that all see the same state; rows are put
/// into the catalog as they come. Schemas without USAGE and relations without SELECT are read like others (the system catalogs
/// show them to everybody) and marked.
package enum CatalogLoader {
  /// In milliseconds, for each query.
  private static let timeout = 120_000

  /// - Throws: `PostgresFailure` when the server refuses a query, is older than PostgreSQL 11, or the connection is lost.
  package static func load(_ connection: PostgresConnection) async throws(PostgresFailure) -> Catalog {
    let version = await connection.serverVersion
    guard version == 0 || version >= 110_000 else {
      let message = "the catalog of PostgreSQL \(version / 10_000) cannot be read; 11 is the oldest that can"
      throw .refused(PostgresError(sqlstate: "0A000", message: message))
    }
    var reader = try await connection.readConsistently(
      steps(CatalogQueries(version: version)), into: CatalogReader(), timeout: timeout)
    return reader.finish()
  }

  /// The order matters: what others refer to comes first.
  private static func steps(_ queries: CatalogQueries) -> [ReadingStep<CatalogReader>] {
    [
      ReadingStep(queries.settings, searchPathFromHere: "''") { $0.readSettings(&$1) },
      ReadingStep(queries.extensionMembers) { $0.readMember(&$1) },
      ReadingStep(queries.extensions) { $0.readExtension(&$1) },
      ReadingStep(queries.schemas) { $0.readSchema(&$1) },
      ReadingStep(queries.collations) { $0.readCollation(&$1) },
      ReadingStep(queries.types) { $0.readType(&$1) },
      ReadingStep(queries.domainChecks) { $0.readDomainCheck(&$1) },
      ReadingStep(queries.functions) { $0.readFunction(&$1) },
      ReadingStep(queries.aggregates) { $0.readAggregate(&$1) },
      ReadingStep(queries.ranges) { $0.readRange(&$1) },
      ReadingStep(queries.operators) { $0.readOperator(&$1) },
      ReadingStep(queries.operatorClasses) { $0.readOperatorClass(&$1) },
      ReadingStep(queries.casts) { $0.readCast(&$1) },
      ReadingStep(queries.relations) { $0.readRelation(&$1) },
      ReadingStep(queries.columns) { $0.readColumn(&$1) },
      ReadingStep(queries.constraints) { $0.readConstraint(&$1) },
      ReadingStep(queries.indexes) { $0.readIndex(&$1) },
      ReadingStep(queries.inheritance) { $0.readInheritance(&$1) },
      ReadingStep(queries.triggers) { $0.readTrigger(&$1) },
      ReadingStep(queries.rules) { $0.readRule(&$1) },
      ReadingStep(queries.policies) { $0.readPolicy(&$1) },
      ReadingStep(queries.sequences) { $0.readSequence(&$1) },
      ReadingStep(queries.drawnSequences) { $0.readDrawnSequence(&$1) },
    ]
  }
}
