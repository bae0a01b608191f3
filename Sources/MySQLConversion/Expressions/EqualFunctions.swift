/// PostgreSQL functions that MySQL has under the same or another name, with the same meaning for the families named.
///
/// Source: PostgreSQL "Functions and Operators", MySQL "Functions and Operators", each tried on PostgreSQL 15 and MySQL 9.7. A row
/// that would need a condition is a rule instead.
enum EqualFunctions {
  struct Row {
    /// `name(type,type)` in PostgreSQL's catalog names.
    let signature: String
    let name: String
    /// The numbers of PostgreSQL's arguments in MySQL's order, from 0; nil where it is the same.
    var order: [Int]?
    /// Text put after the last argument.
    var suffix = ""
    /// Arguments, from 0, that must be integer constants at or above a bound.
    var constants: [Int: Int] = [:]
    /// What else must hold, or the function is not in the table.
    var conditions: [FunctionTemplates.Condition] = []

    init(
      _ signature: String, _ name: String, order: [Int]? = nil, suffix: String = "", constants: [Int: Int] = [:],
      when conditions: [FunctionTemplates.Condition] = []
    ) {
      (self.signature, self.name, self.order, self.suffix, self.constants) = (signature, name, order, suffix, constants)
      self.conditions = conditions
    }
  }

  static let rows: [Row] = [
    Row("abs(float8)", "ABS"), Row("abs(int2)", "ABS"), Row("abs(int4)", "ABS"), Row("abs(int8)", "ABS"), Row("abs(numeric)", "ABS"),
    Row("btrim(text)", "TRIM"),
    Row("ceil(float8)", "CEIL"), Row("ceil(numeric)", "CEIL"), Row("ceiling(float8)", "CEILING"), Row("ceiling(numeric)", "CEILING"),
    Row("char_length(text)", "CHAR_LENGTH"), Row("character_length(text)", "CHARACTER_LENGTH"),
    Row("date(timestamp)", "DATE"),
    Row("exp(float8)", "EXP"),
    Row("floor(float8)", "FLOOR"), Row("floor(numeric)", "FLOOR"),
    Row("left(text,int4)", "LEFT", constants: [1: 0]),
    Row("length(bpchar)", "CHAR_LENGTH"), Row("length(bytea)", "LENGTH"), Row("length(text)", "CHAR_LENGTH"),
    Row("lpad(text,int4)", "LPAD", suffix: ", ' '", constants: [1: 0]),
    Row("ltrim(text)", "LTRIM"),
    Row("mod(int2,int2)", "MOD"), Row("mod(int4,int4)", "MOD"), Row("mod(int8,int8)", "MOD"), Row("mod(numeric,numeric)", "MOD"),
    Row("octet_length(bytea)", "OCTET_LENGTH"), Row("octet_length(text)", "OCTET_LENGTH"),
    Row("position(text,text)", "LOCATE", order: [1, 0]),
    Row("repeat(text,int4)", "REPEAT"),
    Row("replace(text,text,text)", "REPLACE"),
    Row("reverse(text)", "REVERSE"),
    Row("right(text,int4)", "RIGHT", constants: [1: 0]),
    Row("round(float8)", "ROUND"), Row("round(numeric)", "ROUND"), Row("round(numeric,int4)", "ROUND", constants: [1: 0]),
    Row("rpad(text,int4)", "RPAD", suffix: ", ' '", constants: [1: 0], when: [.holdsNoParameter(0)]),
    Row("rtrim(text)", "RTRIM"),
    Row("sign(float8)", "SIGN"), Row("sign(numeric)", "SIGN"),
    Row("strpos(text,text)", "LOCATE", order: [1, 0]),
    Row("substr(text,int4)", "SUBSTR", constants: [1: 1]), Row("substr(text,int4,int4)", "SUBSTR", constants: [1: 1, 2: 0]),
    Row("substring(text,int4)", "SUBSTRING", constants: [1: 1]), Row("substring(text,int4,int4)", "SUBSTRING", constants: [1: 1, 2: 0]),
    Row("trunc(numeric)", "TRUNCATE", suffix: ", 0"), Row("trunc(numeric,int4)", "TRUNCATE", constants: [1: 0]),
    Row("trunc(float8)", "TRUNCATE", suffix: ", 0"),
  ]

  /// Case folding: the same but for letters of the newest Unicode versions, where the database folds every letter.
  static let caseFolding: [Row] = [Row("lower(text)", "LOWER"), Row("upper(text)", "UPPER")]

  /// Aggregates with the same result, by signature; `*` for any family that sorts alike.
  static let aggregates: [String: String] = [
    "count()": "COUNT", "count(any)": "COUNT",
    "sum(int2)": "SUM", "sum(int4)": "SUM", "sum(int8)": "SUM", "sum(money)": "SUM", "sum(numeric)": "SUM",
  ]

  /// Window functions with the same result; their NULL order is that of the window's ORDER BY.
  static let windowFunctions: Set<String> = [
    "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value",
  ]

  static let bySignature: [String: Row] = Dictionary(
    (rows + caseFolding).map { ($0.signature, $0) }, uniquingKeysWith: { first, _ in first })
}
