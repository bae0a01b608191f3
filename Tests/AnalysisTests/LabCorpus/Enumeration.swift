/// Every pair of types under every operator and construct, every type under every cast and function: most are rejected, which analysis has
/// to see as well.
///
/// There are some hundred thousand of them.
struct Enumeration: Sendable {
  var name: String
  var count: Int
  /// Which ones a test run takes: every so many, a prime, so that all patterns meet all types.
  var step: Int
  var statement: @Sendable (Int) -> String

  /// Columns of `sample`, one of every type.
  static let columns = [
    "i2", "i4", "i8", "n", "n2", "f4", "f8", "m", "t", "vc", "v", "c", "nm", "b", "d", "tm", "tm3", "tz", "ts", "ts3", "tt", "iv", "ivd", "u", "by",
    "bt", "vb", "j", "jb", "ip", "ci", "mac", "x", "tv", "tq", "pt", "bx", "cl", "pa", "po", "ls", "ln", "ir", "nr", "dr", "tr", "mr", "dm", "o",
    "rc", "col", "pr", "pe", "lb", "sl", "sc", "st", "fr", "lsn", "i4s", "i8s", "ns", "n2s", "tx", "vcs", "cols", "prs", "jbs", "ds", "il", "ch", "mac8",
    "x8", "$1", "NULL",
  ]

  private static let operators = [
    "+", "-", "*", "/", "%", "^", "||", "=", "<", "<>", ">=", "~", "~~", "!~~*", "&&", "@>", "<@", "->", "->>", "#>", "?", "&", "|", "#", "<<", ">>=",
    "-|-", "@@", "<->", "&<", "@?", "^@", "~=", "IS DISTINCT FROM", "=~=", "<+>",
  ]

  private static let prefixOperators = ["+", "-", "~", "@", "|/", "!!", "#", "@@", "@-@", "?-", "!+"]

  private static let types = [
    "int2", "int4", "int8", "numeric", "numeric(5,1)", "float4", "float8", "money", "text", "varchar", "varchar(7)", "char(4)", "name", "bool", "date",
    "time(2)", "timetz", "timestamp", "timestamp(1)", "timestamptz", "interval", "interval(2)", "uuid", "bytea", "bit(3)", "varbit(5)", "json", "jsonb",
    "inet", "cidr", "macaddr", "xml", "tsvector", "tsquery", "point", "box", "circle", "path", "polygon", "int4range", "numrange", "int4multirange", "oid",
    "regclass", "colour", "pair", "place", "percent", "label", "serial_code", "stamp", "int4[]", "int8[]", "text[]", "varchar(3)[]", "numeric(4,1)[]",
    "colour[]", "pair[]", "int_list", "pair_domain", "\"char\"", "xid", "pg_lsn", "floatrange",
  ]

  private static let constructs = [
    "COALESCE(%, %)", "CASE WHEN true THEN % ELSE % END", "CASE % WHEN % THEN 1 END", "GREATEST(%, %)", "NULLIF(%, %)", "ARRAY[%, %]", "% IN (%, 1)",
    "% = ANY (%)", "% BETWEEN % AND NULL", "(%, 1) < (%, 2)", "first_of(%, %)", "either(%, %)", "most(%, %)", "lag(%, 1, %) OVER ()", "concat(%, %)",
    "(SELECT %) = (SELECT %)", "array_append(%, %)", "% AT TIME ZONE %", "joined(%, %)", "array_position(%, %)", "width_bucket(%, %)", "(%)[%]",
  ]

  private static let unions = ["UNION", "UNION ALL", "EXCEPT"]

  static let all = [
    pairs("operators", step: 211, operators.map { "SELECT % \($0) % FROM sample" }),
    pairs("constructs", step: 101, constructs.map { "SELECT \($0) FROM sample" }),
    pairs("set operations", step: 53, unions.map { "SELECT % FROM sample \($0) SELECT % FROM sample" }),
    Enumeration(name: "prefix operators", count: prefixOperators.count * columns.count, step: 7) {
      "SELECT \(prefixOperators[$0 / columns.count])\(columns[$0 % columns.count]) FROM sample"
    },
    Enumeration(name: "casts", count: types.count * columns.count, step: 17) { number in
      "SELECT \(columns[number % columns.count])::\(types[number / columns.count]) FROM sample"
    },
    Enumeration(name: "assignments", count: columns.count * columns.count, step: 31) { number in
      let target = columns[number / columns.count]
      // Not the two that are no columns.
      return "UPDATE sample SET \(target == "$1" || target == "NULL" ? "id" : target) = \(columns[number % columns.count])"
    },
  ]

  /// Every pattern with every pair of columns in the place of its two `%`.
  private static func pairs(_ name: String, step: Int, _ patterns: [String]) -> Enumeration {
    let square = columns.count * columns.count
    let parts = patterns.map { $0.split(separator: "%", omittingEmptySubsequences: false).map(String.init) }
    return Enumeration(name: name, count: patterns.count * square, step: step) { number in
      let (part, pair) = (parts[number / square], number % square)
      return part[0] + columns[pair / columns.count] + part[1] + columns[pair % columns.count] + part[2]
    }
  }

  /// Calls of functions with the columns that stand for their argument types, and with neighbours of these.
  static func calls(_ functions: [(name: String, arguments: [String])]) -> Enumeration {
    let variants = 1 + neighbours.count
    return Enumeration(name: "functions", count: functions.count * variants, step: 41) { number in
      let (function, variant) = (functions[number / variants], number % variants)
      var arguments = function.arguments
      if variant > 0, !arguments.isEmpty { arguments[variant % arguments.count] = neighbours[variant - 1] }
      return "SELECT \(function.name)(\(arguments.joined(separator: ", "))) FROM sample"
    }
  }

  private static let neighbours = ["i2", "n2", "vc", "NULL", "d", "pe", "lb", "jb", "i4s", "f4"]
}
