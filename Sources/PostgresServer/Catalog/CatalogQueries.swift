/// The queries that read a whole catalog, one set at a time; `CatalogReader` takes their columns in the order of the SELECT list.
///
/// Every name is qualified, so that nothing in the database's search path takes the place of a system function or table. Keys are
/// read as column numbers and put into names by the reader: a subquery for each key would cost more than the rest. Rows that go
/// with a relation come in any order.
struct CatalogQueries {
  /// As `server_version_num`: what later versions added is left out for older ones.
  var version: Int

  /// `expression` where the server is new enough, else `fallback`.
  func since(_ major: Int, _ expression: String, else fallback: String) -> String { version >= major * 10_000 ? expression : fallback }

  var settings: String {
    let locale = version >= 170_000 ? "d.datlocale, " : version >= 150_000 ? "d.daticulocale, " : ""
    return """
      SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.current_setting('server_version'), d.datname,
        pg_catalog.shobj_description(d.oid, 'pg_database'), pg_catalog.pg_encoding_to_char(d.encoding),
        coalesce(\(locale)d.datcollate), d.datctype, \(since(15, "d.datlocprovider", else: "'c'")),
        pg_catalog.current_setting('TimeZone'), pg_catalog.current_setting('lc_monetary'), pg_catalog.current_setting('lc_numeric'),
        pg_catalog.current_setting('standard_conforming_strings') = 'on',
        pg_catalog.current_schemas(false)
      FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
      """
  }

  /// The objects that extensions made, of the kinds that a catalog lists.
  var extensionMembers: String {
    """
    SELECT d.classid::pg_catalog.regclass::pg_catalog.text, d.objid, x.extname
    FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension x ON x.oid = d.refobjid
    WHERE d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.classid IN (
      'pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_proc'::pg_catalog.regclass,
      'pg_catalog.pg_operator'::pg_catalog.regclass, 'pg_catalog.pg_opclass'::pg_catalog.regclass,
      'pg_catalog.pg_cast'::pg_catalog.regclass, 'pg_catalog.pg_collation'::pg_catalog.regclass,
      'pg_catalog.pg_namespace'::pg_catalog.regclass)
    """
  }

  var extensions: String {
    """
    SELECT x.extname, x.extversion, n.nspname, d.description
    FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace \(comment("x.oid", "pg_extension"))
    ORDER BY x.extname
    """
  }

  var schemas: String {
    """
    SELECT n.oid, n.nspname, pg_catalog.has_schema_privilege(n.oid, 'USAGE'), d.description
    FROM pg_catalog.pg_namespace n \(comment("n.oid", "pg_namespace")) AND \(Self.isUsers) WHERE \(Self.isOrdinary) ORDER BY n.nspname
    """
  }

  var collations: String {
    let locale = version >= 170_000 ? "c.colllocale" : version >= 150_000 ? "c.colliculocale" : "CASE c.collprovider WHEN 'i' THEN c.collcollate END"
    let libc = version >= 150_000 ? "true" : "c.collprovider <> 'i'"
    return """
      SELECT c.oid, n.nspname, c.collname, c.collprovider, \(since(12, "c.collisdeterministic", else: "true")),
        CASE WHEN \(libc) THEN c.collcollate END, CASE WHEN \(libc) THEN c.collctype END, \(locale), \(since(16, "c.collicurules", else: "NULL")),
        CASE WHEN c.collencoding >= 0 THEN pg_catalog.pg_encoding_to_char(c.collencoding) END, d.description
      FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
        \(comment("c.oid", "pg_collation")) AND \(Self.isUsers)
      WHERE \(Self.isOrdinary) ORDER BY n.nspname, c.collname, c.collencoding
      """
  }

  // MARK: Parts of queries

  /// Leaves out the schemas of temporary tables and of oversized values.
  static let isOrdinary = "n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp\\_%'"
  /// Of the system's own objects definitions and comments are left out.
  static let isUsers = "n.nspname NOT IN ('pg_catalog', 'information_schema')"

  /// Joins the comment on an object as `d.description`.
  func comment(_ oid: String, _ table: String, part: String = "0") -> String {
    """
    LEFT JOIN pg_catalog.pg_description d
      ON d.objoid = \(oid) AND d.classoid = 'pg_catalog.\(table)'::pg_catalog.regclass AND d.objsubid = \(part)
    """
  }
}
