// Examples of PostgreSQL expressions, and what becomes of each: one row a line.

extension CoverageCategory {
  static let systemFunctions = CoverageCategory(
    name: "system-function",
    rows: [
      CoverageRow("nextval", "nextval('sq')", .manual),
      CoverageRow("currval", "currval('sq')", .manual),
      CoverageRow("setval", "setval('sq', 42)", .manual),
      CoverageRow("gen-random-uuid", "gen_random_uuid()", .exact),
      CoverageRow("gen-random-uuid-v4", "gen_random_uuid()::text ~ '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'", .exact),
      CoverageRow("gen-random-bytes", "length(gen_random_bytes(16))", .exact),
      CoverageRow("current-user", "current_user", .review),
      CoverageRow("session-user", "session_user", .review),
      CoverageRow("current-database", "current_database()", .review),
      CoverageRow("current-schema", "current_schema()", .review),
      CoverageRow("version", "version()", .review),
      CoverageRow("pg-backend-pid", "pg_backend_pid()", .review),
      CoverageRow("pg-sleep", "(SELECT 1 FROM pg_sleep(0.01))", .manual),
      CoverageRow("txid-current", "txid_current()", .manual),
      CoverageRow("pg-typeof", "pg_typeof(1)::text", .exact),
      CoverageRow("current-setting", "current_setting('TimeZone')", .review),
      CoverageRow("set-config-custom", "current_setting('app.user', true)", .review),
      CoverageRow("pg-size-pretty", "pg_size_pretty(0::bigint)", .exact),
      CoverageRow("pg-size-bytes", "pg_size_bytes('1.5 GB')", .exact),
      CoverageRow("pg-relation-size", "pg_total_relation_size('g') > 0", .review),
      CoverageRow("pg-column-size", "pg_column_size(1)", .manual),
      CoverageRow("obj-description", "obj_description('g'::regclass, 'pg_class')", .review),
      CoverageRow("has-table-privilege", "has_table_privilege('g', 'select')", .manual),
      CoverageRow("to-regclass", "to_regclass('no_such_table') IS NULL", .review),
      CoverageRow("advisory-lock", "(SELECT true FROM pg_advisory_lock(42))", .manual),
      CoverageRow("try-advisory-lock", "pg_try_advisory_lock(43)", .review),
      CoverageRow("advisory-unlock", "pg_advisory_unlock(43)", .review),
      CoverageRow("advisory-xact-lock", "pg_try_advisory_xact_lock(1)", .review),
      CoverageRow("pg-get-serial-sequence", "lastval()", .review),
      CoverageRow("inet-client-addr", "inet_client_addr()", .review),
      CoverageRow("pg-is-in-recovery", "pg_is_in_recovery()", .review),
      CoverageRow("pg-postmaster-start-time", "now() - pg_postmaster_start_time() > interval '0'", .review),
      CoverageRow("row-count-diagnostics", "(WITH u AS (SELECT 1 AS x UNION ALL SELECT 2) SELECT count(*) FROM u)", .exact),
    ])

  static let networkAndSearch = CoverageCategory(
    name: "network-and-search",
    rows: [
      CoverageRow("host", "host(inet '192.168.1.5/24')", .exact),
      CoverageRow("masklen", "masklen(inet '192.168.1.5/24')", .exact),
      CoverageRow("network", "network(inet '192.168.1.5/24')::text", .exact),
      CoverageRow("broadcast", "host(broadcast(inet '192.168.1.5/24'))", .exact),
      CoverageRow("family", "family(inet '::1')", .exact),
      CoverageRow("inet6-normalise", "host(inet '2001:DB8:0:0::1')", .exact),
      CoverageRow("to-tsvector", "to_tsvector('english', 'The quick foxes')::text", .manual),
      CoverageRow("ts-headline", "ts_headline('english', 'a fox', to_tsquery('fox'))", .manual),
      CoverageRow("show-trgm", "'word' % 'words'", .review),
      CoverageRow("trgm-distance", "round(('word' <-> 'two words')::numeric, 4)", .exact),
    ])
}
