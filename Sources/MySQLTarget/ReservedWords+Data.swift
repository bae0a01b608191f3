/// The words themselves.
///
/// `always` and `characterSets` were printed by MySQL 9.7.4 (`Tests/Tools/reserved-words`); a test asks a server again. The other versions'
/// words are from the manuals ("Keywords and Reserved Words", "MySQL Server Version Reference") and not measured.
extension ReservedWords {
  /// A half-open range of versions; an open end is nil.
  struct Span {
    var from: Target.Version?
    var until: Target.Version?

    func contains(_ version: Target.Version) -> Bool {
      if let from, version < from { return false }
      if let until, version >= until { return false }
      return true
    }
  }

  /// Reserved in every version from 8.0.23 to 9.7.
  static let always = Set(
    """
    accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade \
    case change char character check collate column condition constraint continue convert create cross cube \
    cume_dist current_date current_time current_timestamp current_user cursor database databases day_hour \
    day_microsecond day_minute day_second dec decimal declare default delayed delete dense_rank desc describe \
    deterministic distinct distinctrow div double drop dual each else elseif empty enclosed escaped except exists \
    exit explain false fetch first_value float float4 float8 for force foreign from fulltext function generated \
    get grant group grouping groups having high_priority hour_microsecond hour_minute hour_second if ignore in \
    index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer interval into io_after_gtids \
    io_before_gtids is iterate join json_table key keys kill lag last_value lateral lead leading leave left like \
    limit linear lines load localtime localtimestamp lock long longblob longtext loop low_priority match maxvalue \
    mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural \
    no_write_to_binlog not nth_value ntile null numeric of on optimize optimizer_costs option optionally or order \
    out outer outfile over partition percent_rank precision primary procedure purge range rank read read_write \
    reads real recursive references regexp release rename repeat replace require resignal restrict return revoke \
    right rlike row row_number rows schema schemas second_microsecond select sensitive separator set show signal \
    smallint spatial specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate \
    sqlwarning ssl starting stored straight_join system table terminated then tinyblob tinyint tinytext to \
    trailing trigger true undo union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp \
    values varbinary varchar varcharacter varying virtual when where while window with write xor year_month \
    zerofill
    """.split(separator: " ").map(String.init))

  /// Reserved in some versions only. Where the release is not known exactly the range is the wider one: quoting does no harm.
  static let sometimes: [String: Span] = [
    "external": Span(from: Target.Version(9, 0)),
    "intersect": Span(from: Target.Version(8, 0, 31)),
    "library": Span(from: Target.Version(9, 0)),
    // The grammar of 8.4 reserves it although INFORMATION_SCHEMA.KEYWORDS denies it (bug 114874); that of 9.7 does not (measured).
    "manual": Span(from: Target.Version(8, 4), until: Target.Version(9, 7)),
    "master_bind": Span(until: Target.Version(8, 4)),
    "master_ssl_verify_server_cert": Span(until: Target.Version(8, 4)),
    "parallel": Span(from: Target.Version(8, 4), until: Target.Version(9, 7)),
    "qualify": Span(from: Target.Version(8, 4)),
    "tablesample": Span(from: Target.Version(8, 4)),
  ]

  /// Not reserved, yet refused or misread in one position: each tried on MySQL 9.7.4.
  static let wordsByPosition: [Position: Set<String>] = [
    .beforeParenthesis: functionLike.union(["rollup"]),
    .columnLabel: ["member", "sounds"],
    .columnReference: ["sql_buffer_result", "sql_no_cache"],
    .commonTable: functionLike.union(["rollup"]),
  ]

  /// Built-in functions that a name directly before `(` is taken for; tried on MySQL 9.7.4 as `CREATE TABLE name(x INT)`.
  static let functionLike = Set(
    """
    bit_and bit_or bit_xor cast count curdate curtime date_add date_sub extract group_concat json_arrayagg \
    json_objectagg max mid min now position std stddev stddev_pop stddev_samp substr substring sum sysdate trim \
    var_pop var_samp variance
    """.split(separator: " ").map(String.init))

  /// Names that make an introducer with `_` before them; `utf8` is an alias of `utf8mb3`.
  static let characterSets = Set(
    """
    armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr gb18030 \
    gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 \
    tis620 ucs2 ujis utf16 utf16le utf32 utf8 utf8mb3 utf8mb4
    """.split(separator: " ").map(String.init))
}
