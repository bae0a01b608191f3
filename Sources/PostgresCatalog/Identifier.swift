/// Writing names into PostgreSQL's SQL.
package enum Identifier {
  /// The name as SQL text that means exactly it: bare where that is safe, else in double quotes, as `quote_ident` does it.
  package static func quoted(_ name: String) -> String {
    if isBare(name), !keywordsNeedingQuotes.contains(name) { return name }
    return "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func isBare(_ name: String) -> Bool {
    guard let first = name.utf8.first, first == UInt8(ascii: "_") || isLowerCaseLetter(first) else { return false }
    return name.utf8.allSatisfy { isLowerCaseLetter($0) || $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isLowerCaseLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  /// `SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'` on PostgreSQL 15, with the words that 16 and 17 add
  /// (quoting one too many does no harm).
  private static let keywordsNeedingQuotes = Set(
    """
    all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char \
    character check coalesce collate collation column concurrently constraint create cross current_catalog current_date \
    current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do \
    else end except exists extract false fetch float for foreign freeze from full grant greatest group grouping having ilike \
    in initially inner inout int integer intersect interval into is isnull join json_array json_arrayagg json_exists json_object \
    json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left like limit localtime \
    localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on only or order \
    out outer overlaps overlay placing position precision primary real references returning right row select session_user setof \
    similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true \
    union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists \
    xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
    """.split(separator: " ").map(String.init))
}
