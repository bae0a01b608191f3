/// The queries that read a whole catalog, one set at a time. Every name is qualified, so that nothing in the database's search path
/// takes the place of a system function or table.
struct CatalogQueries {
  /// As `server_version_num`: what later versions added is left out for older ones.
  var version: Int

  /// In the order in which `CatalogReader` takes the results.
  var all: [String] {
    [
      settings, schemas, relations, columns, constraints, indexes, triggers, types, functions, operators, casts, extensions,
      sequences, inheritance, domainChecks, extensionMembers,
    ]
  }

  var settings: String {
    let locale = version >= 170000 ? "d.datlocale, " : version >= 150000 ? "d.daticulocale, " : ""
    return """
      SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.current_setting('server_version'), d.datname,
        pg_catalog.pg_encoding_to_char(d.encoding), coalesce(\(locale)d.datcollate), d.datctype, pg_catalog.current_setting('TimeZone'),
        pg_catalog.current_setting('standard_conforming_strings') = 'on', pg_catalog.current_schemas(false)
      FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
      """
  }

  var schemas: String {
    """
    SELECT n.oid, n.nspname, pg_catalog.has_schema_privilege(n.oid, 'USAGE') FROM pg_catalog.pg_namespace n
    WHERE \(Self.isOrdinary) ORDER BY n.nspname
    """
  }

  var relations: String {
    """
    SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltype, d.description,
      EXISTS (SELECT FROM pg_catalog.pg_rewrite w WHERE w.ev_class = c.oid AND w.rulename <> '_RETURN'), c.relrowsecurity,
      EXISTS (SELECT FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class k ON k.oid = i.inhrelid
              WHERE i.inhparent = c.oid AND NOT k.relispartition),
      CASE WHEN c.relkind IN ('v', 'm') AND \(Self.isUsers) THEN pg_catalog.pg_get_viewdef(c.oid) END,
      pg_catalog.has_table_privilege(c.oid, 'SELECT')
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S') AND \(Self.isOrdinary) ORDER BY n.nspname, c.relname
    """
  }

  /// A column is serial when its default draws from a sequence that it owns.
  var columns: String {
    """
    SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull,
      CASE WHEN \(Self.isUsers) THEN pg_catalog.pg_get_expr(e.adbin, e.adrelid) END, a.attidentity,
      \(version >= 120000 ? "a.attgenerated <> ''" : "false"),
      EXISTS (SELECT FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_depend u ON u.refobjid = o.objid AND u.refclassid = o.classid
              WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype = 'a'
                AND u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND u.objid = e.oid),
      CASE WHEN a.attcollation <> t.typcollation THEN pg_catalog.quote_ident(m.nspname) || '.' || pg_catalog.quote_ident(l.collname) END,
      \(version >= 120000 ? "coalesce(l.collisdeterministic, true)" : "true"), d.description
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
    LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
    LEFT JOIN pg_catalog.pg_namespace m ON m.oid = l.collnamespace
    LEFT JOIN pg_catalog.pg_description d
      ON d.objoid = a.attrelid AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S') AND \(Self.isOrdinary)
    ORDER BY a.attrelid, a.attnum
    """
  }

  var constraints: String {
    """
    SELECT k.conrelid, k.conname, k.contype, \(Self.names(of: "k.conkey", in: "k.conrelid")), pg_catalog.pg_get_constraintdef(k.oid),
      k.condeferrable, k.convalidated, f.nspname, r.relname, \(Self.names(of: "k.confkey", in: "k.confrelid")), k.confdeltype,
      k.confupdtype, CASE k.contype WHEN 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END, k.conindid
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid LEFT JOIN pg_catalog.pg_namespace f ON f.oid = r.relnamespace
    WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND \(Self.isUsers) AND \(Self.isOrdinary) ORDER BY k.conrelid, k.conname
    """
  }

  var indexes: String {
    """
    SELECT i.indrelid, i.indexrelid, x.relname, m.amname, i.indisunique, i.indisprimary, i.indisvalid,
      \(version >= 150000 ? "i.indnullsnotdistinct" : "false"), i.indnkeyatts,
      ARRAY(SELECT a.attname FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k(number, place)
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number > 0 ORDER BY k.place),
      ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, k.place::pg_catalog.int4, false)
            FROM pg_catalog.generate_series(1, i.indnkeyatts) k(place) ORDER BY k.place),
      i.indoption, pg_catalog.pg_get_expr(i.indpred, i.indrelid), pg_catalog.pg_get_indexdef(i.indexrelid)
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = x.relam
    JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE \(Self.isUsers) AND \(Self.isOrdinary) ORDER BY i.indrelid, x.relname
    """
  }

  var triggers: String {
    """
    SELECT t.tgrelid, t.tgname, pg_catalog.pg_get_triggerdef(t.oid) FROM pg_catalog.pg_trigger t
    WHERE NOT t.tgisinternal ORDER BY t.tgrelid, t.tgname
    """
  }

  var types: String {
    """
    SELECT t.oid, n.nspname, t.typname, t.typtype, t.typcategory, t.typispreferred, t.typelem, t.typarray, t.typbasetype, t.typtypmod,
      t.typnotnull, t.typrelid,
      CASE t.typtype WHEN 'e' THEN ARRAY(SELECT e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum e
                                         WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) END
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE \(Self.isOrdinary) ORDER BY t.oid
    """
  }

  var functions: String {
    """
    SELECT p.oid, n.nspname, p.proname, p.prokind, p.proargtypes, p.proargnames, p.proargmodes::pg_catalog.text[], p.proallargtypes,
      p.pronargdefaults, p.provariadic, p.prorettype, p.proretset, p.proisstrict, p.provolatile
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE \(Self.isOrdinary) ORDER BY p.oid
    """
  }

  var operators: String {
    """
    SELECT o.oid, n.nspname, o.oprname, o.oprleft, o.oprright, o.oprresult, o.oprcode::pg_catalog.oid
    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
    WHERE o.oprright <> 0 AND \(Self.isOrdinary) ORDER BY o.oid
    """
  }

  var casts: String {
    """
    SELECT k.castsource, k.casttarget, k.castcontext, k.castfunc, k.castmethod = 'b' FROM pg_catalog.pg_cast k
    ORDER BY k.castsource, k.casttarget
    """
  }

  var extensions: String { "SELECT x.extname FROM pg_catalog.pg_extension x ORDER BY x.extname" }

  /// Those that a column owns: dependencies of kind `a` are serial, of kind `i` identity.
  var sequences: String {
    """
    SELECT c.oid, x.nspname, r.relname, a.attname, o.deptype, s.seqstart, s.seqincrement, s.seqcycle
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_depend o ON o.objid = s.seqrelid AND o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
    JOIN pg_catalog.pg_class r ON r.oid = o.refobjid JOIN pg_catalog.pg_namespace x ON x.oid = r.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
    WHERE \(Self.isUsers) AND \(Self.isOrdinary)
    """
  }

  /// Every table that is a child, with its parent, and every partitioned table.
  var inheritance: String {
    """
    SELECT c.oid, m.nspname, p.relname, c.relispartition,
      CASE c.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
    LEFT JOIN pg_catalog.pg_namespace m ON m.oid = p.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f') AND (c.relkind = 'p' OR i.inhrelid IS NOT NULL) AND \(Self.isUsers) AND \(Self.isOrdinary)
    ORDER BY c.oid, i.inhseqno
    """
  }

  var domainChecks: String {
    """
    SELECT t.oid, t.typdefault, k.conname, pg_catalog.pg_get_expr(k.conbin, 0)
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'
    WHERE t.typtype = 'd' AND \(Self.isUsers) AND \(Self.isOrdinary) ORDER BY t.oid, k.conname
    """
  }

  var extensionMembers: String {
    """
    SELECT d.objid, x.extname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension x ON x.oid = d.refobjid WHERE d.deptype = 'e'
      AND d.classid IN ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
                        'pg_catalog.pg_proc'::pg_catalog.regclass)
    ORDER BY d.objid
    """
  }

  /// Leaves out the schemas of other sessions' temporary tables and of oversized values.
  private static let isOrdinary = "n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp\\_%'"
  /// Of the system's own relations the names, columns and types are enough.
  private static let isUsers = "n.nspname NOT IN ('pg_catalog', 'information_schema')"

  private static func names(of numbers: String, in relation: String) -> String {
    """
    ARRAY(SELECT a.attname FROM pg_catalog.unnest(\(numbers)) WITH ORDINALITY q(number, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = \(relation) AND a.attnum = q.number ORDER BY q.place)
    """
  }
}
