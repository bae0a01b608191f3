extension FindingDescription {
  /// What can be said of set-returning functions.
  static let setFindings: [FindingDescription] = [
    .init("json-number-digits", "MySQL keeps about 15 digits of a number with a fraction in JSON.", example: "SELECT x FROM unnest($1::numeric[]) AS x"),
    .init(
      "series-month-end", "PostgreSQL's series of months keeps the day of the shortest month that it has passed.",
      example: "SELECT generate_series($1::timestamp, $2::timestamp, interval '1 month')"),
    .init("set-function", "The set-returning function has no MySQL form that is known to give the same rows.", example: "SELECT w FROM regexp_matches($1, $2, 'g') AS r(w)"),
    .init(
      "set-in-select-list", "A set-returning function in the select list whose rows MySQL cannot be made to give.",
      example: "SELECT unnest(tags), count(*) OVER () FROM item"),
    .init(
      "set-over-group", "MySQL refuses JSON_TABLE over the columns of a query around it that groups its rows.",
      example: "SELECT kind, max((SELECT count(*) FROM unnest(tags))) FROM item GROUP BY kind"),
  ]
}
