import PostgresCatalog

/// What of `pg_catalog` never gives NULL for arguments that are not NULL. Being strict says the reverse only; this list is by hand from the
/// manual's chapter "Functions and Operators" and the sources: what is not on it may give NULL.
enum NeverNull {
  /// Operators on any type: comparison, patterns, concatenation, containment.
  private static let everywhere: Set<String> = [
    "!=", "!~", "!~*", "!~~", "!~~*", "&&", "<", "<=", "<>", "<@", "=", ">", ">=", "?", "?&", "?|", "@>", "^@", "||", "~", "~*", "~~", "~~*",
  ]

  /// Operators on numbers, dates, intervals, bit strings and network addresses.
  private static let arithmetic: Set<String> = [
    "!", "#", "%", "&", "*", "+", "-", "/", "<<", "<<=", ">>", ">>=", "@", "^", "|", "|/", "||/", "~",
  ]

  private static let arithmeticCategories: Set<UInt8> = Set("NDTVI".utf8)

  static func contains(_ row: Operator, _ types: TypeTable) -> Bool {
    guard row.schema == "pg_catalog" else { return false }
    if everywhere.contains(row.name), !isGeometric(row, types) { return true }
    guard arithmetic.contains(row.name) else { return row.name == "-" && row.left == .jsonb }
    let isPlain = [row.left, row.right].allSatisfy { $0 == 0 || arithmeticCategories.contains(types.category(of: $0)) }
    return isPlain || (row.name == "-" && row.left == .jsonb)
  }

  private static func isGeometric(_ row: Operator, _ types: TypeTable) -> Bool {
    types.category(of: row.left) == UInt8(ascii: "G") || types.category(of: row.right) == UInt8(ascii: "G")
  }

  /// Whatever the arguments are.
  static let always: Set<String> = [
    "clock_timestamp", "concat", "current_database", "gen_random_uuid", "jsonb_build_array", "jsonb_build_object", "json_build_array",
    "json_build_object", "now", "num_nonnulls", "num_nulls", "pg_backend_pid", "pg_typeof", "pi", "quote_nullable", "random",
    "statement_timestamp", "timeofday", "transaction_timestamp", "txid_current", "version",
  ]

  /// NULL only if the first argument is.
  static let afterFirst: Set<String> = ["concat_ws", "format"]

  static func contains(_ function: Function, _ types: TypeTable) -> Bool {
    guard function.schema == "pg_catalog", !function.returnsSet else { return false }
    switch function.name {
    // With a pattern they are NULL where it does not match.
    case "substring": return function.arguments.dropFirst().allSatisfy { $0 == .int4 }
    // The bounds of an empty or endless range are NULL.
    case "lower", "upper": return function.arguments == [.text]
    case "length": return true
    default: return functions.contains(function.name)
    }
  }

  private static let functions: Set<String> = [
    "abs", "acos", "array_append", "array_cat", "array_fill", "array_prepend", "array_remove", "array_replace", "array_to_string", "ascii", "asin",
    "atan", "atan2", "bit_length", "btrim", "cardinality", "cbrt", "ceil", "ceiling", "char_length", "character_length", "chr", "convert_from",
    "convert_to", "cos", "cot", "date_trunc", "daterange", "decode", "degrees", "div", "encode", "exp", "factorial", "family", "floor",
    "gcd", "get_bit", "get_byte", "host", "initcap", "int4range", "int8range", "isempty", "isfinite", "json_array_length",
    "json_typeof", "jsonb_array_length", "jsonb_concat", "jsonb_pretty", "jsonb_strip_nulls", "jsonb_typeof", "justify_days",
    "justify_hours", "justify_interval", "lcm", "left", "length", "ln", "log", "log10", "lower_inc", "lower_inf", "lpad", "ltrim",
    "make_date", "make_interval", "make_time", "make_timestamp", "make_timestamptz", "masklen", "md5", "mod", "numrange", "octet_length",
    "overlay", "position", "pow", "power", "quote_ident", "quote_literal", "radians", "regexp_replace", "repeat", "replace", "reverse",
    "right", "round", "row_to_json", "rpad", "rtrim", "set_bit", "set_byte", "sha224", "sha256", "sha384", "sha512", "sign", "sin", "split_part",
    "sqrt", "starts_with", "strpos", "substr", "tan", "textcat", "timezone", "to_hex", "to_json", "to_jsonb", "to_tsquery", "to_tsvector",
    "translate", "trunc", "tsrange", "tstzrange", "upper_inc", "upper_inf", "width_bucket",
  ]

  /// Functions behind casts; a JSON null becomes a NULL on newer servers.
  static func containsCast(_ function: Function) -> Bool {
    guard function.schema == "pg_catalog" else { return false }
    return function.arguments.first != .jsonb && function.arguments.first != .json
  }

  /// Aggregates that are 0 over nothing.
  static let counts: Set<String> = ["count", "regr_count"]

  /// Aggregates that are not NULL over at least one value that is not.
  static let aggregates: Set<String> = [
    "array_agg", "avg", "bit_and", "bit_or", "bit_xor", "bool_and", "bool_or", "every", "json_agg", "json_object_agg", "jsonb_agg",
    "jsonb_object_agg", "max", "min", "stddev_pop", "string_agg", "sum", "var_pop",
  ]

  /// Aggregates that take NULL in as a value.
  static let collecting: Set<String> = ["array_agg", "json_agg", "jsonb_agg"]

  /// Whether a column of a set-returning function is never NULL.
  static func setColumn(_ number: Int, of function: Function) -> Bool {
    guard function.schema == "pg_catalog" else { return false }
    switch function.name {
    case "generate_series", "generate_subscripts", "json_array_elements", "json_each", "json_object_keys", "jsonb_array_elements",
      "jsonb_each", "jsonb_object_keys", "regexp_split_to_table", "jsonb_path_query":
      return true
    case "json_each_text", "jsonb_each_text": return number == 0
    default: return false
    }
  }
}
