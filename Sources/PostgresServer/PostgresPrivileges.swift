import PostgresCatalog

/// Whether the connected role has one kind of privilege that reading a database needs.
package struct PostgresPrivilege: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case connect = "CONNECT on the database", usage = "USAGE on the schema"
    case tables = "SELECT on all tables", sequences = "SELECT on all sequences"
  }

  package var kind: Kind
  /// The database's name for `connect`, else the schema's.
  package var name: String
  /// How many objects were looked at.
  package var count: Int
  /// The objects without the privilege, qualified and quoted, sorted.
  package var missing: [String]
  /// Whether there is such a database or schema at all.
  package var exists: Bool
  /// The statements that mend it, for the owner or a superuser to run; empty where all is granted.
  package var grants: [String]

  package var isGranted: Bool { exists && missing.isEmpty }
}

/// The privileges on PostgreSQL that a scan needs (AWS SCT's guide asks for the same on a PostgreSQL source): CONNECT on the database,
/// USAGE on each schema, SELECT on all its tables and sequences.
package enum PostgresPrivileges {
  /// With more objects than this missing, one GRANT for all of a schema is proposed.
  private static let fewEnough = 3

  /// - Parameter schemas: Names as the catalog stores them; nil for all but the system's own.
  /// - Returns: `connect` first, then for each schema `usage`, `tables` and `sequences`.
  package static func check(
    _ connection: PostgresConnection, schemas: [String]? = nil
  ) async throws(PostgresFailure) -> [PostgresPrivilege] {
    var results: [PostgresPrivilege] = []
    let database = try await connection.query(
      "SELECT current_database(), pg_catalog.has_database_privilege(current_database(), 'CONNECT'), current_user")
    let (name, role) = (database[0, 0] ?? "", Identifier.quoted(database[0, 2] ?? ""))
    let connects = database[0, 1] == "t"
    let quotedName = Identifier.quoted(name)
    results.append(
      PostgresPrivilege(
        kind: .connect, name: name, count: 1, missing: connects ? [] : [quotedName], exists: true,
        grants: connects ? [] : ["GRANT CONNECT ON DATABASE \(quotedName) TO \(role);"]))
    let found = try await connection.query(schemaQuery)
    let usable = Dictionary(found.rows.map(schemaRow), uniquingKeysWith: { first, _ in first })
    let names = schemas ?? found.rows.map(schemaRow).map(\.0).filter { $0 != "information_schema" && !$0.hasPrefix("pg_") }
    let objects = Dictionary(grouping: try await connection.query(objectQuery).rows.map(objectRow)) { $0.schema }
    for schema in names { results += self.results(schema, usable[schema], objects[schema] ?? [], role) }
    return results
  }

  private static let schemaQuery = """
    SELECT n.nspname, pg_catalog.has_schema_privilege(n.oid, 'USAGE') FROM pg_catalog.pg_namespace n ORDER BY n.nspname
    """

  private static let objectQuery = """
    SELECT n.nspname, c.relname, c.relkind = 'S',
      CASE c.relkind WHEN 'S' THEN pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
                     ELSE pg_catalog.has_table_privilege(c.oid, 'SELECT') END
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY n.nspname, c.relname
    """

  private struct Object {
    var schema: String
    var name: String
    var isSequence: Bool
    var isGranted: Bool
  }

  private static func schemaRow(_ row: Rowset.Row) -> (String, Bool) {
    var row = row
    return (row.string(), row.bool())
  }

  private static func objectRow(_ row: Rowset.Row) -> Object {
    var row = row
    return Object(schema: row.string(), name: row.string(), isSequence: row.bool(), isGranted: row.bool())
  }

  private static func results(_ schema: String, _ isUsable: Bool?, _ objects: [Object], _ role: String) -> [PostgresPrivilege] {
    let quotedSchema = Identifier.quoted(schema)
    let usage = PostgresPrivilege(
      kind: .usage, name: schema, count: 1, missing: isUsable == true ? [] : [quotedSchema], exists: isUsable != nil,
      grants: isUsable == false ? ["GRANT USAGE ON SCHEMA \(quotedSchema) TO \(role);"] : [])
    guard isUsable != nil else { return [usage] }
    func reading(_ kind: PostgresPrivilege.Kind, _ objects: [Object], _ word: String) -> PostgresPrivilege {
      let missing = objects.filter { !$0.isGranted }.map { "\(quotedSchema).\(Identifier.quoted($0.name))" }
      let each = missing.map { "GRANT SELECT ON \(word == "TABLES" ? "" : "SEQUENCE ")\($0) TO \(role);" }
      return PostgresPrivilege(
        kind: kind, name: schema, count: objects.count, missing: missing, exists: true,
        grants: missing.count > fewEnough ? ["GRANT SELECT ON ALL \(word) IN SCHEMA \(quotedSchema) TO \(role);"] : each)
    }
    return [
      usage, reading(.tables, objects.filter { !$0.isSequence }, "TABLES"),
      reading(.sequences, objects.filter(\.isSequence), "SEQUENCES"),
    ]
  }
}
