/// Functions that versions above that of the built-in data added, as far as applications call them.
///
/// Written by hand from the release notes and "Functions and Operators" of those versions; not tried on a server of them. Their oids
/// are none of PostgreSQL's: they count up from 16,000 in the order of the rows.
enum LaterFunctions {
  private static let firstOID: OID = 16_000

  /// The functions of every version from that of the data, exclusive, to `version` (`server_version_num`), inclusive.
  static func added(by version: Int) -> [Function] {
    var (functions, oid) = ([Function](), firstOID)
    BuiltinRow.forEach(in: rows) { schema, row in
      let since = row.int()
      let found = BuiltinDecoder.function(schema, &row, oid: oid)
      oid += 1
      guard let found, since > BuiltinData.serverVersion / 10_000, since <= version / 10_000 else { return }
      functions.append(found)
    }
    return functions
  }

  /// The first version of the rows that has a function of that name, in whatever form.
  static func release(of name: String) -> Int? {
    var release: Int?
    BuiltinRow.forEach(in: rows) { _, row in
      let since = row.int()
      if row.string() == name { release = min(release ?? since, since) }
    }
    return release
  }

  /// Major version; then the fields of `BuiltinData.functions` without the oid.
  private static let rows: StaticString = #"""
@pg_catalog
16;any_value;ai;2283;2283
16;array_sample;fv!;2277;2277,23
16;array_shuffle;fv!;2277;2277
16;date_add;fs!;1184;1184,1186
16;date_add;fs!;1184;1184,1186,25
16;date_subtract;fs!;1184;1184,1186
16;date_subtract;fs!;1184;1184,1186,25
16;erf;fi!;701;701
16;erfc;fi!;701;701
16;generate_series;fs!*;1184;1184,1184,1186,25
16;json_agg_strict;as;114;2283
16;json_object_agg_strict;as;114;2276,2276
16;json_object_agg_unique;as;114;2276,2276
16;json_object_agg_unique_strict;as;114;2276,2276
16;jsonb_agg_strict;as;3802;2283
16;jsonb_object_agg_strict;as;3802;2276,2276
16;jsonb_object_agg_unique;as;3802;2276,2276
16;jsonb_object_agg_unique_strict;as;3802;2276,2276
16;pg_input_error_info;fs!;2249;25,25;value,type_name;;;25,25,25,25;message,detail,hint,sql_error_code
16;pg_input_is_valid;fs!;16;25,25
16;random_normal;fv!;701;701,701;mean,stddev;2
17;pg_basetype;fs!;2206;2206
17;random;fv!;23;23,23;min,max
17;random;fv!;20;20,20;min,max
17;random;fv!;1700;1700,1700;min,max
17;to_bin;fi!;25;23
17;to_bin;fi!;25;20
17;to_oct;fi!;25;23
17;to_oct;fi!;25;20
17;to_regtypemod;fs!;23;25
17;unicode_assigned;fi!;16;25
17;unicode_version;fi!;25
17;uuid_extract_timestamp;fi!;1184;2950
17;uuid_extract_version;fi!;21;2950
17;xmltext;fi!;142;25
18;array_reverse;fi!;2277;2277
18;array_sort;fi!;2277;2277
18;array_sort;fi!;2277;2277,16;array,descending
18;array_sort;fi!;2277;2277,16,16;array,descending,nulls_first
18;casefold;fi!;25;25
18;crc32;fi!;20;17
18;crc32c;fi!;20;17
18;gamma;fi!;701;701
18;json_strip_nulls;fi!;114;114,16;target,strip_in_arrays
18;jsonb_strip_nulls;fi!;3802;3802,16;target,strip_in_arrays
18;lgamma;fi!;701;701
18;max;ai;17;17
18;max;ai;2249;2249
18;min;ai;17;17
18;min;ai;2249;2249
18;reverse;fi!;17;17
18;uuidv4;fv!;2950
18;uuidv7;fv!;2950
18;uuidv7;fv!;2950;1186;shift
"""#
}
