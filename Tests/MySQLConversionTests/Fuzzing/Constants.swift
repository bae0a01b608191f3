/// Constants and parameter values by type name.
extension ExpressionGenerator {
  static let constants: [String: [String]] = [
    "bool": ["true", "false"], "int2": ["2::smallint", "(-1)::smallint"], "int4": ["0", "1", "2", "-1", "3", "7", "10", "-3", "100"],
    "int8": ["5000000000", "1::bigint", "-9223372036854775807"], "numeric": ["0.5", "1.25", "-2.5", "0.0", "100.00", "3.000", "1e2", ".5"],
    "float8": ["0.5::float8", "2::float8", "'1e3'::float8", "-0.1::float8"], "float4": ["0.5::real"],
    "text": [
      "''", "'a'", "'abc'", "' '", "'é'", "'%a%'", "'a_b'", "'A'", "'12'", "','", "'x\\y'", "'trail '", "'[a-c]+'", "'b'", "'YYYY-MM-DD'", "'day'", "'month'", "'hour'",
      "'UTC'", "'utf8'", "'hex'", "'base64'", "'a.b'", "'😀'", "'o''b'", "E'x\\ty'", "'e\u{301}'",
    ],
    "varchar": ["'ab'::varchar", "'é '::varchar(2)"], "bpchar": ["'a'::char(3)"], "date": ["date '2024-02-29'", "date '2000-01-01'"],
    "timestamp": ["timestamp '2024-02-29 12:00:00'", "timestamp '2021-01-03 00:00:00.5'"], "timestamptz": ["timestamptz '2024-02-29 12:00:00+00'"],
    "time": ["time '12:00'", "time '23:59:59.5'"],
    "interval": ["interval '1 day'", "interval '1 month'", "interval '90 minutes'", "interval '-1 hour'", "interval '1 year 2 months'", "interval '-1 month 3 days -00:00:01.5'", "interval '1.5 days'", "interval '30 days'"],
    "jsonb": ["'{}'::jsonb", #"'{"a": 1}'::jsonb"#, "'[1,2]'::jsonb", "'null'::jsonb", #"'"x"'::jsonb"#], "json": [#"'{"a": 1}'::json"#],
    "uuid": ["'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid"], "bytea": ["'\\x6162'::bytea", "'\\x'::bytea"],
    "_int4": ["ARRAY[1,2]", "'{}'::int[]", "ARRAY[NULL,3]::int[]"], "_text": ["ARRAY['a','b']", "'{}'::text[]"], "mood": ["'ok'::mood"],
  ]

  /// Literals that take their type from their place.
  static let untyped: [String: [String]] = [
    "date": ["'2024-02-29'"], "timestamp": ["'2024-01-31 10:00:00'", "'2024-02-29'"], "mood": ["'ok'", "'Happy'"], "int4": ["'5'"],
    "jsonb": [#"'{"a":1}'"#], "uuid": ["'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'"], "interval": ["'1 day'"], "text": ["'a'"], "numeric": ["'1.5'"],
    "bool": ["'t'"], "timestamptz": ["'2024-02-29 12:00:00+00'"], "float8": ["'0.5'"], "int8": ["'7'"], "varchar": ["'abc'"],
  ]

  /// Values of parameters in PostgreSQL's text form.
  static let parameters: [String: [String]] = [
    "bool": ["true", "false"], "int2": ["1", "-7"], "int4": ["0", "1", "-3", "2147483647"], "int8": ["1", "-9223372036854775807"],
    "numeric": ["0.5", "-2.25", "100", "0.001"], "float8": ["0.5", "-1.5", "1e10"], "text": Lab.texts, "varchar": ["a", "ABC", "é"],
    "date": Lab.dates, "timestamp": Lab.timestamps, "timestamptz": Lab.timestamps.map { $0 + "+00" }, "uuid": Lab.uuids, "mood": Lab.moods,
    "jsonb": Lab.documents, "bytea": Lab.bytes, "time": Lab.times, "interval": Lab.intervals + ["P1Y2M", "1.5 hours ago", "90 min"], "_int4": ["{1,2}", "{}", "{NULL,5}"], "_text": ["{a,b}", "{}"],
  ]
}
