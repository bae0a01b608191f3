/// Numbers, bits and moments. Source: PostgreSQL "Mathematical Functions and Operators", "Date/Time Functions and Operators", MySQL
/// "Mathematical Functions", "Bit Functions and Operators", "Date and Time Functions"; each tried on PostgreSQL 15 and MySQL 9.7.
extension FunctionTemplates {
  static let numbers: [Row] = [
    Row("@(int2)", "ABS({0})"), Row("@(int4)", "ABS({0})"), Row("@(int8)", "ABS({0})"), Row("@(numeric)", "ABS({0})"), Row("@(float8)", "ABS({0})"),
    Row("acos(float8)", "ACOS({0})", loses: .outsideDomain), Row("asin(float8)", "ASIN({0})", loses: .outsideDomain), Row("atan(float8)", "ATAN({0})"),
    Row("atan2(float8,float8)", "ATAN2({0}, {1})"), Row("cos(float8)", "COS({0})"), Row("sin(float8)", "SIN({0})"), Row("tan(float8)", "TAN({0})"),
    Row("ln(float8)", "LN({0})", loses: .outsideDomain), Row("log(float8)", "LOG10({0})", loses: .outsideDomain), Row("log10(float8)", "LOG10({0})", loses: .outsideDomain),
    Row("pi()", "(PI() + 0e0)"),
    Row("power(float8,float8)", "POW({0}, {1})"), Row("pow(float8,float8)", "POW({0}, {1})"), Row("^(float8,float8)", "POW({0}, {1})"),
    Row("radians(float8)", "RADIANS({0})"), Row("degrees(float8)", "{0} / 1.7453292519943295e-2", .multiplicative),
    Row("random()", "RAND()"),
    Row("round(numeric,int4)", "ROUND({0}, {1})", when: [.integer(1, -30...30)]), Row("trunc(numeric,int4)", "TRUNCATE({0}, {1})", when: [.integer(1, -30...30)]),
    Row("gcd(int4,int4)", "@gcd({0}, {1})", loses: .integerOverflow), Row("gcd(int8,int8)", "@gcd({0}, {1})", loses: .integerOverflow),
    Row("lcm(int4,int4)", "@lcm({0}, {1})", loses: .integerOverflow), Row("lcm(int8,int8)", "@lcm({0}, {1})", loses: .integerOverflow),
    Row("factorial(int8)", "@factorial({0})", loses: .outsideDomain),
    Row("width_bucket(float8,float8,float8,int4)", "CASE WHEN {3} IS NULL THEN NULL WHEN {1} < {2} THEN IF({0} < {1}, 0, IF({0} >= {2}, {3} + 1, CAST(LEAST(FLOOR({3} * (({0} - {1}) / ({2} - {1}))), {3} - 1) AS SIGNED) + 1)) WHEN {1} > {2} THEN IF({0} > {1}, 0, IF({0} <= {2}, {3} + 1, CAST(LEAST(FLOOR({3} * (({1} - {0}) / ({1} - {2}))), {3} - 1) AS SIGNED) + 1)) END", loses: .outsideDomain),
    Row("sqrt(float8)", "SQRT({0})", loses: .outsideDomain), Row("|/(float8)", "SQRT({0})", loses: .outsideDomain),
    Row("bool(int4)", "{0} <> 0", .comparison),
  ] + lastDigits + numericFunctions

  /// The C library's own functions, which MySQL composes of others.
  private static let lastDigits: [Row] = [
    ("cbrt", "SIGN({0}) * POW(ABS({0}), 1e0 / 3e0)"), ("||/", "SIGN({0}) * POW(ABS({0}), 1e0 / 3e0)"), ("dcbrt", "SIGN({0}) * POW(ABS({0}), 1e0 / 3e0)"),
    ("sinh", "(EXP({0}) - EXP(-({0}))) / 2e0"), ("cosh", "(EXP({0}) + EXP(-({0}))) / 2e0"), ("tanh", "(1e0 - 2e0 / (EXP(2e0 * {0}) + 1e0))"),
    ("asinh", "SIGN({0}) * LN(ABS({0}) + SQRT({0} * {0} + 1e0))"), ("acosh", "LN({0} + SQRT({0} * {0} - 1e0))"), ("atanh", "LN((1e0 + {0}) / (1e0 - {0})) / 2e0"),
    ("cot", "1e0 / TAN({0})"), ("sind", "SIN(RADIANS({0}))"), ("cosd", "COS(RADIANS({0}))"), ("tand", "TAN(RADIANS({0}))"), ("cotd", "1e0 / TAN(RADIANS({0}))"),
    ("asind", "DEGREES(ASIN({0}))"), ("acosd", "DEGREES(ACOS({0}))"), ("atand", "DEGREES(ATAN({0}))"),
  ].map { name, form in
    Row("\(name)(float8)", Template("(\(form))"), loses: .outsideDomain, caveat: ("float-digits", "the last digits of \(name) can differ, and MySQL gives NULL where PostgreSQL gives infinity"))
  } + [Row("atan2d(float8,float8)", "DEGREES(ATAN2({0}, {1}))", caveat: ("float-digits", "the last digits of atan2d can differ"))]

  /// PostgreSQL calculates these with as many digits as it takes, MySQL with 15 to 17.
  private static let numericFunctions: [Row] = [
    ("sqrt(numeric)", "SQRT({0})"), ("exp(numeric)", "EXP({0})"), ("ln(numeric)", "LN({0})"), ("log(numeric)", "LOG10({0})"), ("log10(numeric)", "LOG10({0})"),
    ("log(numeric,numeric)", "LOG({0}, {1})"), ("power(numeric,numeric)", "POW({0}, {1})"), ("pow(numeric,numeric)", "POW({0}, {1})"), ("^(numeric,numeric)", "POW({0}, {1})"),
  ].map { signature, form in
    Row(signature, Template("CAST(\(form) AS DECIMAL(65,20))"), loses: .outsideDomain, caveat: ("numeric-function-digits", "\(signature.prefix { $0 != "(" }) of numeric values has at least 16 exact digits in PostgreSQL and 15 in MySQL"))
  }

  /// MySQL's bit operators give unsigned numbers.
  static let bits: [Row] = ["int2", "int4", "int8"].flatMap { type in
    [
      Row("&(\(type),\(type))", "CAST({0} & {1} AS SIGNED)"), Row("|(\(type),\(type))", "CAST({0} | {1} AS SIGNED)"),
      Row("#(\(type),\(type))", "CAST({0} ^ {1} AS SIGNED)"), Row("~(\(type))", "CAST(~{0} AS SIGNED)"),
    ]
  } + [
    // PostgreSQL takes the shift modulo the width, and >> keeps the sign.
    Row("<<(int8,int4)", "CAST({0} << ({1} & 63) AS SIGNED)"),
    Row(">>(int8,int4)", "IF({0} < 0, CAST(~((~{0}) >> ({1} & 63)) AS SIGNED), CAST({0} >> ({1} & 63) AS SIGNED))"),
    Row(">>(int4,int4)", "IF({0} < 0, CAST(~((~{0}) >> ({1} & 31)) AS SIGNED), CAST({0} >> ({1} & 31) AS SIGNED))"),
    Row("<<(int4,int4)", "CAST((({0} << ({1} & 31)) & 4294967295) ^ 2147483648 AS SIGNED) - 2147483648", .additive),
  ]

  static let moments: [Row] = made + [
    Row("isfinite(date)", "IF({0} IS NULL, NULL, TRUE)"), Row("isfinite(timestamp)", "IF({0} IS NULL, NULL, TRUE)"), Row("isfinite(timestamptz)", "IF({0} IS NULL, NULL, TRUE)"),
    Row("isfinite(interval)", "IF({0} IS NULL, NULL, TRUE)"),
    Row("date(timestamptz)", "DATE({0})", when: [.inUTC]),
    Row("timestamp(date)", "CAST({0} AS DATETIME(6))"), Row("timestamp(timestamptz)", "CAST({0} AS DATETIME(6))", when: [.inUTC]),
    Row("timestamptz(date)", "CAST({0} AS DATETIME(6))", when: [.inUTC]), Row("timestamptz(timestamp)", "CAST({0} AS DATETIME(6))", when: [.inUTC]),
    Row("time(timestamp)", "CAST({0} AS TIME(6))"), Row("time(timestamptz)", "CAST({0} AS TIME(6))", when: [.inUTC]),
    Row("to_timestamp(float8)", "CAST(TIMESTAMP '1970-01-01 00:00:00' + INTERVAL CAST({0} AS DECIMAL(30, 6)) SECOND AS DATETIME(6))", loses: .dateRange),
    Row("+(date,time)", "CAST(TIMESTAMP({0}, {1}) AS DATETIME(6))"), Row("+(time,date)", "CAST(TIMESTAMP({1}, {0}) AS DATETIME(6))"),
    Row("datetime_pl(date,time)", "CAST(TIMESTAMP({0}, {1}) AS DATETIME(6))"),
  ]

  /// Out of range, what is put together is NULL without a warning: MySQL makes an error of one where a stored function is called with it.
  private static let made: [Row] = [
    Row("make_date(int4,int4,int4)", "CAST(CONCAT({0}, '-', {1}, '-', {2}) AS DATE)", when: [.integer(0, 1000...9999)], loses: .invalidText),
    Row("make_date(int4,int4,int4)", "IF({0} BETWEEN 1 AND 9999, CAST(CONCAT(LPAD({0}, 4, '0'), '-', {1}, '-', {2}) AS DATE), NULL)", loses: .dateRange),
    Row("make_time(int4,int4,float8)", "CAST(MAKETIME({0}, {1}, {2}) AS TIME(6))", when: [.integer(1, 0...59), .seconds(2)], loses: .invalidText),
    Row(
      "make_time(int4,int4,float8)",
      """
      IF({0} BETWEEN 0 AND 24 AND {1} BETWEEN 0 AND 59 AND {2} BETWEEN 0 AND 60, \
      CAST(SEC_TO_TIME({0} * 3600 + {1} * 60 + CAST(ROUND({2} * 1e6) AS SIGNED) * 0.000001) AS TIME(6)), NULL)
      """, loses: .invalidText),
  ] + ["make_timestamp", "make_timestamptz"].flatMap { name -> [Row] in
    let (signature, zone) = ("\(name)(int4,int4,int4,int4,int4,float8)", name == "make_timestamptz" ? [Condition.inUTC] : [])
    return [
      Row(
        signature, "CAST(CONCAT({0}, '-', {1}, '-', {2}, ' ', {3}, ':', {4}, ':', {5}) AS DATETIME(6))",
        when: zone + [.integer(0, 1000...9999), .integer(3, 0...23), .integer(4, 0...59), .seconds(5)], loses: .invalidText),
      Row(
        signature,
        """
        IF({0} BETWEEN 1 AND 9999 AND {3} BETWEEN 0 AND 24 AND {4} BETWEEN 0 AND 59 AND {5} BETWEEN 0 AND 60, \
        CAST(CONCAT(LPAD({0}, 4, '0'), '-', {1}, '-', {2}) AS DATETIME(6)) + INTERVAL {3} * 3600000000 + {4} * 60000000 + ROUND({5} * 1e6) MICROSECOND, NULL)
        """, when: zone, loses: .dateRange),
    ]
  }
}
