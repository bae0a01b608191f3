/// Relations and what belongs to them.
extension CatalogQueries {
  private static let kinds = "c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S')"

  var relations: String {
    """
    SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltype, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
      c.relispartition, c.reloftype, c.relispopulated, pg_catalog.has_table_privilege(c.oid, 'SELECT'),
      CASE c.relkind WHEN 'v' THEN c.reloptions END,
      CASE WHEN c.relkind IN ('v', 'm') AND \(Self.isUsers) THEN pg_catalog.pg_get_viewdef(c.oid) END,
      CASE c.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
      CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END, s.srvname, f.ftoptions, d.description
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
      \(comment("c.oid", "pg_class")) AND \(Self.isUsers)
    WHERE \(Self.kinds) AND \(Self.isOrdinary) ORDER BY n.nspname, c.relname
    """
  }

  /// The default is printed with its table only where it can name columns: setting up the table's names costs more than the printing.
  ///
  /// From PostgreSQL 18 a column counts as NOT NULL in `pg_attribute` although its constraint is not validated.
  var columns: String {
    let isNotNull = since(
      18, """
        a.attnotnull AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n'
          AND k.conkey[1] = a.attnum AND NOT k.convalidated)
        """, else: "a.attnotnull")
    let isGenerated = since(12, "a.attgenerated <> ''", else: "false")
    return """
      SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, \(isNotNull), a.attidentity,
        \(since(12, "a.attgenerated", else: "''")), a.attislocal, a.attinhcount > 0,
        CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation END,
        CASE WHEN \(Self.isUsers) THEN pg_catalog.pg_get_expr(e.adbin, CASE WHEN \(isGenerated) THEN e.adrelid ELSE 0 END) END,
        a.attfdwoptions, d.description
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
        \(comment("a.attrelid", "pg_class", part: "a.attnum")) AND \(Self.isUsers)
      WHERE a.attnum > 0 AND NOT a.attisdropped AND \(Self.kinds) AND \(Self.isOrdinary)
      """
  }

  /// Every relation and index that is a child, with its parent.
  var inheritance: String {
    """
    SELECT i.inhrelid, i.inhparent FROM pg_catalog.pg_inherits i
    \(since(14, "WHERE NOT i.inhdetachpending", else: "")) ORDER BY i.inhrelid, i.inhseqno
    """
  }

  var constraints: String {
    """
    SELECT k.conrelid, k.conname, k.contype, k.conkey, pg_catalog.pg_get_constraintdef(k.oid), k.condeferrable, k.condeferred,
      k.convalidated, \(since(18, "k.conenforced", else: "true")), k.conislocal, k.coninhcount > 0, k.connoinherit,
      \(since(18, "k.conperiod", else: "false")), k.confrelid, k.confkey, k.confmatchtype, k.confdeltype, k.confupdtype,
      \(since(15, "k.confdelsetcols", else: "NULL")), k.conexclop, k.conindid, d.description
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \(comment("k.oid", "pg_constraint"))
    WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND \(Self.isUsers) AND \(Self.isOrdinary)
    """
  }

  /// An expression key is printed by the server, a column by its number. So is the definition of an index that has no more than keys:
  /// the server would look up a dozen rows for each.
  var indexes: String {
    """
    SELECT i.indrelid, i.indexrelid, x.relname, m.amname, i.indisunique, i.indisprimary, i.indisexclusion, i.indisvalid,
      \(since(15, "i.indnullsnotdistinct", else: "false")), i.indnkeyatts, i.indkey, i.indclass, i.indcollation, i.indoption,
      CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(
        SELECT CASE i.indkey[k.place - 1] WHEN 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.place, false) END
        FROM pg_catalog.generate_series(1, i.indnkeyatts::pg_catalog.int4) k(place) ORDER BY k.place) END,
      CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END,
      CASE WHEN m.amname NOT IN ('btree', 'hash') OR i.indexprs IS NOT NULL OR i.indpred IS NOT NULL OR x.reloptions IS NOT NULL
        OR x.relkind = 'I' THEN pg_catalog.pg_get_indexdef(i.indexrelid) END, d.description
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = x.relam
      JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      \(comment("i.indexrelid", "pg_class"))
    WHERE \(Self.isUsers) AND \(Self.isOrdinary)
    """
  }

  var triggers: String {
    """
    SELECT t.tgrelid, t.tgname, t.tgtype, t.tgattr, f.nspname, p.proname, pg_catalog.encode(t.tgargs, 'hex'), t.tgqual IS NOT NULL,
      t.tgenabled, t.tgconstraint <> 0, t.tgdeferrable, t.tginitdeferred, t.tgoldtable, t.tgnewtable,
      \(since(13, "t.tgparentid <> 0", else: "false")), pg_catalog.pg_get_triggerdef(t.oid), d.description
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid JOIN pg_catalog.pg_namespace f ON f.oid = p.pronamespace
      \(comment("t.oid", "pg_trigger"))
    WHERE NOT t.tgisinternal
    """
  }

  var rules: String {
    """
    SELECT r.ev_class, r.rulename, r.ev_type, r.is_instead, r.ev_enabled, pg_catalog.pg_get_ruledef(r.oid), d.description
    FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      \(comment("r.oid", "pg_rewrite"))
    WHERE r.rulename <> '_RETURN' AND \(Self.isUsers) AND \(Self.isOrdinary)
    """
  }

  var policies: String {
    """
    SELECT p.polrelid, p.polname, p.polcmd, p.polpermissive,
      ARRAY(SELECT CASE r.role WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(r.role)::pg_catalog.text END
            FROM pg_catalog.unnest(p.polroles) WITH ORDINALITY r(role, place) ORDER BY r.place),
      pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), d.description
    FROM pg_catalog.pg_policy p \(comment("p.oid", "pg_policy"))
    """
  }

  /// With the column that owns each: dependencies of kind `a` are OWNED BY (serial), of kind `i` identity.
  var sequences: String {
    """
    SELECT s.seqrelid, s.seqtypid, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, o.refobjid, o.refobjsubid,
      o.deptype
    FROM pg_catalog.pg_sequence s LEFT JOIN pg_catalog.pg_depend o
      ON o.objid = s.seqrelid AND o.objsubid = 0 AND o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
    """
  }

  /// The sequences that defaults draw from.
  var drawnSequences: String {
    """
    SELECT e.adrelid, e.adnum, s.seqrelid
    FROM pg_catalog.pg_depend u JOIN pg_catalog.pg_sequence s ON s.seqrelid = u.refobjid JOIN pg_catalog.pg_attrdef e ON e.oid = u.objid
    WHERE u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    """
  }
}
