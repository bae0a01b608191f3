/// What the calling code of a source driver sees of result columns once it reads them from MySQL.
///
/// Python's rows were tried with psycopg 3.3, psycopg2 2.9 and asyncpg 0.32 against PyMySQL 1.2; the others are by the drivers' manuals.
package struct HostView: Sendable {
  /// What becomes of a value, one sentence without a full stop, by the family of its type; nothing where the code sees what it saw.
  private let views: [TypeFamily: String]
  /// The same for int8 alone, which some languages read as text.
  private let bigIntegers: String?
  /// Whether arrays are decoded by the driver, as PostgreSQL's was.
  let decodesArrays: Bool

  private init(_ views: [TypeFamily: String], bigIntegers: String? = nil, decodesArrays: Bool = false) {
    (self.views, self.bigIntegers, self.decodesArrays) = (views, bigIntegers, decodesArrays)
  }

  /// The view of a driver's code; of an unknown driver what MySQL sends.
  static func of(driver: String) -> HostView {
    switch driver {
    case "psycopg": psycopg
    case "asyncpg": asyncpg
    case "sqlalchemy": psycopg
    case "database/sql", "pgx", "sqlx", "gorm": go
    case "jdbc", "spring", "spring-named", "jpa", "jdbi", "vertx": java
    case "node-postgres", "pg-promise", "knex", "typeorm", "sequelize": javascript
    default: plain
    }
  }

  /// What the code sees of a value; nil where it is what it was.
  func view(of family: TypeFamily, isBigInteger: Bool) -> String? {
    if isBigInteger, let bigIntegers { return bigIntegers }
    return views[family]
  }
}

extension HostView {
  private static let numbers = "as many digits after the point as the MySQL column or expression has"

  private static let plain = HostView(
    [
      .boolean: "arrives as 1 or 0 where the driver does not turn tinyint(1) into a boolean",
      .decimal: numbers,
      .money: "arrives as a number without currency sign and separators",
      .timestamptz: "arrives without a time zone and is in UTC",
      .uuid: "arrives as text",
      .bytea: "arrives as bytes",
      .jsonb: "arrives as JSON text where the driver does not decode it",
      .json: "arrives as normalised JSON text",
      .array: "arrives as a JSON array",
      .interval: "arrives as text",
      .printed: "arrives as text",
    ], decodesArrays: true)

  private static let psycopg = HostView([
    .boolean: "an int, 1 or 0, which equals True or False but is neither by `is`",
    .decimal: "a Decimal with \(numbers)",
    .money: "a Decimal instead of a str like $1,234.50",
    .time: "a timedelta instead of a time",
    .timestamptz: "a datetime without tzinfo, in UTC",
    .interval: "a str in PostgreSQL's form instead of a timedelta",
    .uuid: "a str, also where psycopg gave a UUID",
    .bytea: "bytes, also where psycopg2 gave a memoryview",
    .jsonb: "a str of JSON text: decode it with json.loads",
    .json: "a str of JSON text: decode it with json.loads",
    .array: "a str that holds a JSON array: decode it with json.loads",
    .printed: "a str, also where psycopg gave an object of ipaddress",
  ])

  private static let asyncpg = HostView([
    .boolean: "an int, 1 or 0, which equals True or False but is neither by `is`",
    .decimal: "a Decimal with \(numbers)",
    .money: "a Decimal instead of a str like $1,234.50",
    .time: "a timedelta instead of a time",
    .timestamptz: "a datetime without tzinfo, in UTC",
    .interval: "a str in PostgreSQL's form instead of a timedelta",
    .uuid: "a str instead of a UUID",
    .bytea: "bytes, as before",
    .jsonb: "a str of JSON text, as before where no codec is set",
    .json: "a str of JSON text, as before where no codec is set",
    .array: "a str that holds a JSON array: decode it with json.loads",
    .printed: "a str instead of an object of ipaddress",
  ])

  private static let go = HostView([
    .boolean: "an int64, 1 or 0; Scan into a bool takes it",
    .money: "[]byte like 1234.50 instead of $1,234.50",
    .decimal: "[]byte with \(numbers); Scan into a string or float64 takes it",
    .time: "[]byte of text; not a time.Time",
    .timestamptz: "a time.Time in UTC, with parseTime=true in the DSN",
    .timestamp: "a time.Time, with parseTime=true in the DSN",
    .date: "a time.Time, with parseTime=true in the DSN",
    .interval: "[]byte in PostgreSQL's text form",
    .uuid: "[]byte of text; Scan into a string or a type with Scan(text) takes it, a [16]byte does not",
    .bytea: "[]byte, as before",
    .jsonb: "[]byte of JSON text: unmarshal it, also where pgx filled a struct or map",
    .json: "[]byte of JSON text: unmarshal it, also where pgx filled a struct or map",
    .array: "[]byte that holds a JSON array: unmarshal it instead of scanning into pq.Array or a slice",
    .printed: "[]byte of text",
  ])

  private static let java = HostView([
    .boolean: "getBoolean takes it; getObject gives a Boolean for a column, an Integer or Long for an expression",
    .money: "a BigDecimal; getString gives 1234.50 instead of $1,234.50",
    .decimal: "a BigDecimal with \(numbers)",
    .timestamptz: "a DATETIME in UTC: with connectionTimeZone=UTC getTimestamp and OffsetDateTime give the same instant",
    .interval: "a String in PostgreSQL's form",
    .uuid: "a String; getObject gives no java.util.UUID",
    .bytea: "a byte[], as before",
    .jsonb: "a String of JSON text instead of a PGobject",
    .json: "a String of JSON text instead of a PGobject",
    .array: "a String that holds a JSON array; there is no getArray",
    .printed: "a String instead of a PGobject",
  ])

  /// mysql2 decodes columns of type JSON itself.
  private static let javascript = HostView(
    [
      .boolean: "a number, 1 or 0, so that === true is false; typeCast can turn TINY of length 1 into a boolean",
      .money: "a string like 1234.50 instead of $1,234.50",
      .decimal: "a string with \(numbers)",
      .timestamptz: "a Date that is right with timezone: 'Z' alone",
      .timestamp: "a Date that takes the text for UTC (with timezone: 'Z'), where pg took it for local time",
      .date: "a Date at midnight in UTC (with timezone: 'Z'), where pg gave midnight in local time",
      .interval: "a string in PostgreSQL's form",
      .bytea: "a Buffer, as before",
      .jsonb: "the decoded value, as before",
      .json: "the decoded value, as before",
      .array: "an array, decoded by mysql2; its numbers are numbers",
    ], bigIntegers: "a number instead of a string; beyond 2^53 it loses digits unless supportBigNumbers and bigNumberStrings are set", decodesArrays: true)
}
