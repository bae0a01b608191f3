extension HostLanguage {
  /// Java. Language specification 3.10.5 "String Literals" and 3.10.6 "Text Blocks".
  package static let java = HostLanguage(
    id: "java", extensions: ["java"],
    tokens: [
      TokenRule(.comment, #"//[^\n]*+"#),
      TokenRule(.comment, CommonPattern.blockComment),
      TokenRule(.literal(.javaTextBlock), #""""[ \t\f]*+\r?\n((?:[^"\\]++|\\[\s\S]|"(?!""))*+)""""#),
      TokenRule(.opaque, #""""[ \t\f]*+\r?\n[\s\S]*+"#),
      TokenRule(.literal(.javaString), #""((?:[^"\\\n]++|\\[^\n])*+)""#),
      TokenRule(.opaque, #"'(?:[^'\\\n]|\\[^\n]){1,10}+'"#),
      TokenRule(.opaque, #""(?:[^"\\\n]++|\\[^\n])*+"#),
    ],
    formatters: [Formatter("String.format", .java)],
    formatMethods: [Formatter("formatted", .java)],
    trimMethods: ["strip", "stripIndent", "stripLeading", "stripTrailing", "trim"],
    wrappers: [],
    builders: ["append", "add", "StringBuilder", "StringBuffer", "StringJoiner"],
    nonSinks: [
      "@DisplayName", "@NamedQuery", "@Query", "createQuery", "createNamedQuery", "debug", "error", "fail", "info", "print", "printf", "println",
      "trace", "warn",
    ],
    sinks: [
      Sink("@NamedNativeQuery", 0, 1),
      Sink("@Query", 0, requires: "nativeQuery"),
      Sink("@SqlQuery", 0),
      Sink("@SqlUpdate", 0),
      Sink("addBatch", 0),
      Sink("batchUpdate", 0),
      Sink("createNativeQuery", 0),
      Sink("createQuery", 0, imports: ["org.jdbi."]),
      Sink("createUpdate", 0, imports: ["org.jdbi."]),
      Sink("execute", 0),
      Sink("executeLargeUpdate", 0),
      Sink("executeQuery", 0),
      Sink("executeUpdate", 0),
      Sink("nativeSQL", 0),
      Sink("prepareCall", 0),
      Sink("prepareStatement", 0),
      Sink("preparedQuery", 0),
      Sink("query", 0),
      Sink("queryForList", 0),
      Sink("queryForMap", 0),
      Sink("queryForObject", 0),
      Sink("queryForRowSet", 0),
      Sink("queryForStream", 0),
      Sink("sql", 0),
      Sink("update", 0),
    ],
    parameterShape: .elsewhere,
    constants: ConstantRules(words: ["final"], exportingWords: ["public", "protected", "static"], isShared: { _ in false }),
    drivers: [
      DriverRule(.springNamed, imports: ["NamedParameterJdbc", "JdbcClient", "MapSqlParameterSource"]),
      DriverRule(.spring, imports: ["org.springframework.jdbc"]),
      DriverRule(.jpaNative, imports: ["jakarta.persistence", "javax.persistence", "springframework.data.jpa"]),
      DriverRule(.jdbi, imports: ["org.jdbi."]),
      DriverRule(.vertx, imports: ["io.vertx.sqlclient", "io.vertx.pgclient", "io.r2dbc."]),
      DriverRule(.jdbc, imports: ["java.sql", "javax.sql"]),
      DriverRule(.jdbc),
      DriverRule(.springNamed),
    ],
    jsonEncoding: .java)
}

extension LiteralForm {
  static let javaString = LiteralForm(name: "string", escapes: .java, mustEscape: ["\""])
  static let javaTextBlock = LiteralForm(name: "text block", escapes: .javaTextBlock, mustEscape: ["\"\"\""], isMultiline: true)
}
