/// What every PostgreSQL database has before anything is created in it: `pg_catalog` and `information_schema`.
///
///     var catalog = BuiltinCatalog.catalog          // an empty database of PostgreSQL 15
///     catalog.relations += tablesOfTheSchema
///     let index = CatalogIndex(catalog)
///
/// For analysis without a server: types, functions, operators, casts, aggregates, system tables and views, generated from a real
/// server by `Tests/Tools/builtin-catalog` into `Data/` (compact rows in static strings, decoded once, in milliseconds). A live
/// server's own catalog holds all of this already and is used instead.
///
/// Oids below 12,000 are PostgreSQL's own on every server of the version; those from there to 16,383 (the views of
/// `information_schema` and the like) differ from server to server. Whoever adds objects takes oids from `firstFreeOID` on.
package enum BuiltinCatalog {
  /// The first oid that PostgreSQL gives to what users create (`FirstNormalObjectId`).
  package static let firstFreeOID: OID = 16_384

  /// The catalog of an empty UTF-8 database of the version that the data was made from, decoded when it is first asked for.
  ///
  /// `searchPath` is `["public"]`; what depends on how the server was set up (collation, time zone) is left empty.
  package static let catalog: Catalog = BuiltinDecoder.decode()

  /// The catalog of an empty database of a later version: `catalog` and, of the functions that later versions added, those that
  /// applications call (`LaterFunctions`).
  ///
  /// - Parameter version: As `server_version_num`: 170002. Of a version before that of the data the data itself is given.
  package static func catalog(version: Int) -> Catalog {
    var catalog = catalog
    guard version / 10_000 > catalog.serverVersion / 10_000 else { return catalog }
    catalog.serverVersion = version
    catalog.serverVersionText = "\(version / 10_000).\(version % 10_000)"
    catalog.functions += LaterFunctions.added(by: version)
    return catalog
  }

  /// The release (16, 17…) above that of the data which brought a function of that name, or another form of it; nil where none did.
  package static func release(ofFunction name: String) -> Int? { LaterFunctions.release(of: name) }
}
