/// Bytes and times of waiting. Source: PostgreSQL "Binary String Functions and Operators", "Delaying Execution", MySQL "String Functions
/// and Operators", "Miscellaneous Functions"; each tried on PostgreSQL 15 and MySQL 9.7.
extension FunctionTemplates {
  static let system: [Row] = [
    Row("get_byte(bytea,int4)", "ORD(SUBSTRING({0}, {1} + 1, 1))", loses: .invalidIndex),
    Row("set_byte(bytea,int4,int4)", "INSERT({0}, {1} + 1, 1, CHAR({2} & 255))", loses: .invalidIndex),
    Row("get_bit(bytea,int8)", "CAST((ORD(SUBSTRING({0}, {1} DIV 8 + 1, 1)) >> ({1} % 8)) & 1 AS SIGNED)", loses: .invalidIndex),
    Row(
      "set_bit(bytea,int8,int4)",
      "INSERT({0}, {1} DIV 8 + 1, 1, CHAR((ORD(SUBSTRING({0}, {1} DIV 8 + 1, 1)) & ~(1 << ({1} % 8)) & 255) | ({2} << ({1} % 8))))", loses: .invalidIndex),
    Row("pg_size_pretty(int8)", "@pg_size_pretty({0})"),
    Row(
      "pg_sleep(float8)", "SLEEP({0})",
      caveat: ("session-value", "SLEEP() gives 0, or 1 when it is interrupted, where pg_sleep() gives nothing")),
  ]
}
