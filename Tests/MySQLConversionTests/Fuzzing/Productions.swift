import PostgresServer

/// The functions, operators and casts of the live server whose types the tables have, by result type.
struct Productions: Sendable {
  /// A function or operator.
  struct Call: Sendable {
    let name: String
    /// Type names; one for a prefix operator.
    let arguments: [String]
    let isOperator: Bool
    var signature: String { "\(name)(\(arguments.joined(separator: ",")))" }
  }

  /// By result type, in groups of one name.
  private(set) var calls: [String: [[Call]]] = [:]
  /// Source types by target type.
  private(set) var casts: [String: [String]] = [:]

  static let types = [
    "bool", "int2", "int4", "int8", "numeric", "float8", "float4", "text", "varchar", "bpchar", "date", "timestamp", "timestamptz", "time", "interval",
    "json", "jsonb", "uuid", "bytea", "_int4", "_text", "mood",
  ]

  /// What is no function for people: support functions of types, indexes and the planner, and what tells the time or the server's state.
  /// `make_interval` overflows silently in PostgreSQL; it has forms of its own.
  private static let excluded =
    "^(pg_|has_|inet|txid|xml|ts_|binary_|bt|gin|gist|hash|brin|spg|in_range|regex|ri_|record|cash|bit|oid|tid|acl|lo_|row_security)"
    + "|(send|recv|in|out|typmod|_ops|sel|hash|cmp|support|_eq|_ne|_lt|_le|_gt|_ge|eq|ne|lt|le|gt|ge|_larger|_smaller|larger|smaller|pl|mi|mul|div|um|up)$"
    + "|^(now|transaction_timestamp|statement_timestamp|current_.*|set_.*|like.*|notlike|i?c?n?like.*|make_interval|shobj.*|col_desc.*|obj_desc.*|to_reg.*|version|getdatabase.*)$"

  init(_ postgres: PostgresConnection) async throws {
    let list = Self.types.map { "'\($0)'" }.joined(separator: ",")
    let functions = try await postgres.query(
      """
      SELECT p.proname, r.typname, coalesce((SELECT string_agg(a.typname, ',' ORDER BY n) FROM unnest(p.proargtypes) WITH ORDINALITY x(o, n) JOIN pg_type a ON a.oid = o), '')
      FROM pg_proc p JOIN pg_type r ON r.oid = p.prorettype
      WHERE p.pronamespace = 11 AND p.prokind = 'f' AND NOT p.proretset AND p.provolatile <> 'v' AND p.provariadic = 0 AND r.typname IN (\(list))
        AND NOT EXISTS (SELECT FROM unnest(p.proargtypes) o JOIN pg_type a ON a.oid = o WHERE a.typname NOT IN (\(list)))
        AND (p.proname !~ '\(Self.excluded)' OR p.proname IN ('div', 'like', 'bit_count', 'regexp_replace', 'regexp_like', 'regexp_count', 'regexp_substr', 'regexp_instr', 'make_date', 'bit_length', 'min_scale'))
      ORDER BY 1, 2, 3
      """)
    for row in 0..<functions.count {
      let arguments = (functions[row, 2] ?? "").split(separator: ",").map(String.init)
      add(Call(name: functions[row, 0] ?? "", arguments: arguments, isOperator: false), to: functions[row, 1] ?? "")
    }
    let operators = try await postgres.query(
      """
      SELECT o.oprname, r.typname, coalesce(a.typname, ''), b.typname FROM pg_operator o JOIN pg_type r ON r.oid = o.oprresult
      LEFT JOIN pg_type a ON a.oid = o.oprleft JOIN pg_type b ON b.oid = o.oprright
      WHERE o.oprnamespace = 11 AND r.typname IN (\(list)) AND b.typname IN (\(list)) AND (a.typname IS NULL OR a.typname IN (\(list)))
        AND o.oprname NOT IN ('~<~', '~<=~', '~>~', '~>=~', '*=', '*<>', '@@', '^@@')
      ORDER BY 1, 2, 3, 4
      """)
    for row in 0..<operators.count {
      let arguments = [operators[row, 2] ?? "", operators[row, 3] ?? ""].filter { !$0.isEmpty }
      add(Call(name: operators[row, 0] ?? "", arguments: arguments, isOperator: true), to: operators[row, 1] ?? "")
    }
    let found = try await postgres.query(
      "SELECT t.typname, s.typname FROM pg_cast c JOIN pg_type s ON s.oid = castsource JOIN pg_type t ON t.oid = casttarget WHERE s.typname IN (\(list)) AND t.typname IN (\(list)) ORDER BY 1, 2")
    for row in 0..<found.count { casts[found[row, 0] ?? "", default: []].append(found[row, 1] ?? "") }
    for type in Self.types where type != "text" {
      casts["text", default: []].append(type)
      if !["_int4", "_text", "json", "jsonb", "bytea"].contains(type) { casts[type, default: []].append("text") }
    }
  }

  private mutating func add(_ call: Call, to type: String) {
    if let group = calls[type]?.firstIndex(where: { $0[0].name == call.name && $0[0].isOperator == call.isOperator }) {
      calls[type]?[group].append(call)
    } else {
      calls[type, default: []].append([call])
    }
  }
}
