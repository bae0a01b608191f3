import PostgresCatalog

/// Functions and operators of pg_catalog that give a value whenever all their arguments are values.
///
/// Strictness alone says only that NULL gives NULL; some strict functions give NULL for values as well (`->`, `array_position`,
/// `substring` with a pattern), so that each of these is named. Source: PostgreSQL, "Functions and Operators".
enum StrictFunctions {
  /// By name, for any types; only where the function is strict, or takes no arguments.
  private static let functions: Set<String> = [
    "abs", "age", "ascii", "bit_length", "btrim", "cbrt", "ceil", "ceiling", "char_length", "character_length", "chr", "clock_timestamp",
    "date_trunc", "decode", "degrees", "div", "encode", "exp", "floor", "gen_random_uuid", "initcap", "left", "length", "ln", "localtimestamp",
    "log", "lower", "lpad", "ltrim", "make_interval", "md5", "mod", "now", "octet_length", "overlay", "pi", "position", "power", "radians",
    "random", "regexp_replace", "repeat", "replace", "reverse", "right", "round", "rpad", "rtrim", "sign", "split_part", "sqrt",
    "starts_with", "statement_timestamp", "strpos", "substr", "to_char", "to_hex", "transaction_timestamp", "translate", "trunc", "upper",
  ]

  private static let operators: Set<String> = [
    "+", "-", "*", "/", "%", "=", "<>", "!=", "<", "<=", ">", ">=", "||", "~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*", "&", "|", "#", "<<",
    ">>", "^",
  ]

  private static let comparisons: Set<String> = ["=", "<>", "!=", "<", "<=", ">", ">="]

  /// Aggregates that give a value for at least one row with a value.
  static let aggregates: Set<String> = ["avg", "bool_and", "bool_or", "every", "max", "min", "sum"]

  static let rankings: Set<String> = ["row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile"]

  static func keepsValues(_ function: Function) -> Bool {
    guard function.schema == "pg_catalog", function.isStrict || function.arguments.isEmpty, !function.returnsSet else { return false }
    if function.name == "substring" { return function.arguments.dropFirst().first == .int4 }
    return functions.contains(function.name)
  }

  static func keepsValues(_ resolution: Resolution) -> Bool {
    guard case .operator(let found) = resolution, found.schema == "pg_catalog", operators.contains(found.name) else { return false }
    // jsonb - key and array || element are strict only in part; dates minus infinity stay values.
    return ![found.left, found.right].contains { $0 == .json || $0 == .anyarray || $0 == .anycompatiblearray || $0 == .anycompatible }
  }

  static func isComparison(_ resolution: Resolution) -> Bool {
    guard case .operator(let found) = resolution else { return false }
    return found.schema == "pg_catalog" && comparisons.contains(found.name)
  }
}
