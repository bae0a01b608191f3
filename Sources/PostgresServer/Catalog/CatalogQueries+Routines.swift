/// Types, routines and what expressions resolve by.
extension CatalogQueries {
  var types: String {
    """
    SELECT t.oid, n.nspname, t.typname, t.typtype, t.typcategory, t.typispreferred, t.typelem, t.typarray, t.typbasetype, t.typtypmod,
      t.typnotnull, t.typrelid, t.typcollation, t.typmodin <> 0,
      CASE t.typtype WHEN 'e' THEN ARRAY(SELECT e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum e
                                         WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) END,
      CASE WHEN t.typtype = 'd' AND \(Self.isUsers) THEN t.typdefault END, d.description
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      \(comment("t.oid", "pg_type")) AND \(Self.isUsers)
    WHERE \(Self.isOrdinary) ORDER BY t.oid
    """
  }

  var domainChecks: String {
    """
    SELECT k.contypid, k.conname, pg_catalog.pg_get_expr(k.conbin, 0), k.convalidated, d.description
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      \(comment("k.oid", "pg_constraint"))
    WHERE k.contype = 'c' AND \(Self.isUsers) AND \(Self.isOrdinary) ORDER BY k.contypid, k.conname
    """
  }

  var ranges: String {
    """
    SELECT r.rngtypid, r.rngsubtype, \(since(14, "r.rngmultitypid", else: "0")),
      CASE WHEN r.rngcollation <> t.typcollation THEN r.rngcollation END, m.nspname, o.opcname,
      r.rngcanonical::pg_catalog.oid, r.rngsubdiff::pg_catalog.oid
    FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = r.rngsubtype JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
      JOIN pg_catalog.pg_namespace m ON m.oid = o.opcnamespace
    """
  }

  /// Of the system's and extensions' own only what calls need: there are thousands, and nobody changes them.
  var functions: String {
    let isDescribed = "\(Self.isUsers) AND x.objid IS NULL"
    let printedBody = since(14, "WHEN p.prosqlbody IS NOT NULL THEN pg_catalog.pg_get_function_sqlbody(p.oid)", else: "WHEN false THEN NULL")
    return """
      SELECT p.oid, n.nspname, p.proname, p.prokind, p.proargtypes, p.proargnames, p.proargmodes::pg_catalog.text[], p.proallargtypes,
        p.pronargdefaults, p.provariadic, p.prorettype, p.proretset, p.proisstrict, p.provolatile, \(isDescribed), l.lanname, p.prosecdef,
        p.proleakproof, p.proparallel, p.procost, p.prorows, p.proconfig,
        CASE WHEN p.pronargdefaults > 0 AND \(isDescribed) THEN ARRAY(
          SELECT pg_catalog.pg_get_function_arg_default(p.oid, k.place)
          FROM pg_catalog.generate_series(1, coalesce(pg_catalog.cardinality(p.proallargtypes), p.pronargs::pg_catalog.int4)) k(place)
          WHERE pg_catalog.pg_get_function_arg_default(p.oid, k.place) IS NOT NULL ORDER BY k.place) END,
        CASE WHEN p.prokind <> 'a' AND \(isDescribed) THEN CASE \(printedBody) ELSE p.prosrc END END,
        CASE WHEN p.prokind <> 'a' AND \(isDescribed) THEN pg_catalog.pg_get_functiondef(p.oid) END, d.description
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace JOIN pg_catalog.pg_language l ON l.oid = p.prolang
        LEFT JOIN pg_catalog.pg_depend x ON x.objid = p.oid AND x.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND x.deptype = 'e'
        \(comment("p.oid", "pg_proc")) AND \(Self.isUsers)
      WHERE \(Self.isOrdinary) ORDER BY p.oid
      """
  }

  var aggregates: String {
    """
    SELECT a.aggfnoid::pg_catalog.oid, a.aggkind, a.aggnumdirectargs, a.aggtransfn::pg_catalog.oid, a.aggtranstype, a.agginitval,
      a.aggfinalfn::pg_catalog.oid, m.nspname, o.oprname
    FROM pg_catalog.pg_aggregate a LEFT JOIN pg_catalog.pg_operator o ON o.oid = a.aggsortop
      LEFT JOIN pg_catalog.pg_namespace m ON m.oid = o.oprnamespace
    """
  }

  var operators: String {
    """
    SELECT o.oid, n.nspname, o.oprname, o.oprleft, o.oprright, o.oprresult, o.oprcode::pg_catalog.oid, o.oprcom, o.oprnegate,
      o.oprcanmerge, o.oprcanhash, d.description
    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
      \(comment("o.oid", "pg_operator")) AND \(Self.isUsers)
    WHERE o.oprright <> 0 AND \(Self.isOrdinary) ORDER BY o.oid
    """
  }

  var operatorClasses: String {
    """
    SELECT o.oid, n.nspname, o.opcname, m.amname, o.opcintype, o.opcdefault, d.description
    FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
      \(comment("o.oid", "pg_opclass")) AND \(Self.isUsers)
    WHERE \(Self.isOrdinary) ORDER BY n.nspname, o.opcname, m.amname
    """
  }

  var casts: String {
    """
    SELECT k.oid, k.castsource, k.casttarget, k.castcontext, k.castfunc, k.castmethod = 'b', d.description
    FROM pg_catalog.pg_cast k \(comment("k.oid", "pg_cast")) AND k.oid >= 16384
    ORDER BY k.castsource, k.casttarget
    """
  }
}
