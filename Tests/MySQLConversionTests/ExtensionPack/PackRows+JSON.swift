extension ExtensionPackTests {
  static let json: [PackRow] = [
    PackRow("jsonb_contains($1::jsonb, $2::jsonb)", "@jsonb_contains(?, ?)", pairs(documents, documents)),
    PackRow("jsonb_concat($1::jsonb, $2::jsonb)", "@jsonb_concat(?, ?)", pairs(documents, documents)),
    PackRow("jsonb_strip_nulls($1::jsonb)", "@jsonb_strip_nulls(?)", each: documents),
    PackRow("CASE WHEN jsonb_typeof($1::jsonb) IN ('object', 'array') THEN $1::jsonb - $2::text END", "@jsonb_delete(?, ?)", pairs(documents, keys)),
    PackRow("CASE WHEN jsonb_typeof($1::jsonb) IN ('object', 'array') THEN $1::jsonb - $2::text[] END", "@jsonb_delete_keys(?, ?)", pairs(documents, paths.filter { $0 != "{}" }) + [["[1]", "{}"]]),
    PackRow("$1::jsonb #> $2::text[]", "@jsonb_extract_path(?, ?)", pairs(documents, paths)),
    PackRow("$1::jsonb ?| $2::text[]", "@jsonb_exists_any(?, ?)", pairs(documents, paths + ["{NULL,s}", "{é}"])),
    PackRow("$1::jsonb ?& $2::text[]", "@jsonb_exists_all(?, ?)", pairs(documents, paths + ["{NULL,s}", "{b,a}"])),
    PackRow("$1::jsonb #- $2::text[]", "@jsonb_delete_path(?, ?)", changes),
    PackRow("jsonb_set($1::jsonb, $2::text[], '{\"z\": [9]}')", "@jsonb_set(?, ?, '{\"z\": [9]}', TRUE)", changes),
    PackRow("jsonb_set($1::jsonb, $2::text[], '9', false)", "@jsonb_set(?, ?, '9', FALSE)", changes),
    PackRow("jsonb_insert($1::jsonb, $2::text[], '9')", "@jsonb_insert(?, ?, '9', FALSE)", insertions),
    PackRow("jsonb_insert($1::jsonb, $2::text[], '9', true)", "@jsonb_insert(?, ?, '9', TRUE)", insertions),
    PackRow("jsonb_path_query_array($1::jsonb, '$.a.b')", #"@jsonb_path_query_array(?, '["a", "b"]')"#, each: documents),
    PackRow("jsonb_path_query_array($1::jsonb, '$.a.b[*].c')", #"@jsonb_path_query_array(?, '["a", "b", null, "c"]')"#, each: documents),
    PackRow("jsonb_path_query_array($1::jsonb, '$[last]')", "@jsonb_path_query_array(?, '[-1]')", each: documents),
    PackRow("jsonb_path_query_array($1::jsonb, '$[1]')", "@jsonb_path_query_array(?, '[1]')", each: documents),
    PackRow(
      "jsonb_path_query_array($1::jsonb, '$[*] ? (@ > 1 || @.a == null)')",
      #"@jsonb_path_query_array(?, '[null, {"any": [[{"path": [], "operator": ">", "value": 1}], [{"path": ["a"], "operator": "==", "value": null}]]}]')"#, each: documents),
    PackRow("$1::jsonb @@ '$.a == 1'", #"@jsonb_path_test(?, '{"path": ["a"], "operator": "==", "value": 1}')"#, each: documents),
    PackRow("$1::jsonb @@ '$[*] != \"a\"'", #"@jsonb_path_test(?, '{"path": [null], "operator": "!=", "value": "a"}')"#, each: documents),
    PackRow("$1::jsonb @@ '$.b <= null'", #"@jsonb_path_test(?, '{"path": ["b"], "operator": "<=", "value": null}')"#, each: documents),
    PackRow("$1::jsonb @@ '$.x starts with \"a\"'", #"@jsonb_path_test(?, '{"path": ["x"], "operator": "starts", "value": "a"}')"#, each: documents),
    PackRow("$1::jsonb @@ 'exists($.a.b)'", #"@jsonb_path_test(?, '{"path": ["a", "b"], "operator": "exists"}')"#, each: documents),
    // Parts of the functions above.
    PackRow("jsonb_path_query_array($1::jsonb, '$.a')", #"@json_path_walk(?, '["a"]')"#, each: documents),
    PackRow("jsonb_typeof($1::jsonb)", "@json_kind(?)", each: documents),
    PackRow("$1::jsonb @> $2::jsonb", "JSON_CONTAINS(@json_wrapped(?), @json_wrapped(?))", [[#"{"a": [1, "[x]"]}"#, #"{"a": [1]}"#], ["[[1]]", "[1]"], ["[]", "[]"]]),
    PackRow("$1::jsonb #> $2::text[]", "JSON_EXTRACT(?, @json_place(?, ?, 2))".replacing("?, @json_place(?", with: "'[[1,2]]', @json_place(CAST(? AS JSON)"), [["[[1,2]]", "{0,1}"], ["[[1,2]]", "{0,-2}"], ["[[1,2]]", "{0,5}"]]),
    PackRow("$1::text::int", "@json_index(JSON_QUOTE(?))", each: ["0", "-12", "+7", " 3"]),
    PackRow("$1::text", "@json_step('ARRAY', 3, CAST(SUBSTRING(?, 2, 1) AS JSON))", each: ["[0]", "[2]"]),
  ]


  private static let documents: [String?] = [
    nil, "{}", "[]", "null", "1", #""s""#, "true", #"{"a": 1, "b": null}"#, #"{"a": {"b": [1, 2, {"c": "x"}]}}"#, "[1, 2, 3]", #"["a", "b", "a", ["a"]]"#,
    #"{"a": "1", "é": "ü", "b": "x\"y\\z"}"#, "[null, 1]", #"{"a": [], "b": {}}"#, #"{"a": 1.50, "b": 100.0}"#, #"{"a": {"b": null, "0": 5}}"#,
    #"[[1, 2], [3], {"a": null}]"#, #"[{"a": 1}, {"b": [1]}]"#, #"{"x": "a: null, b", "n": null, "m": null, "z": [null, {"q": null}, {}]}"#, #"["[x]", "{y}", "a\\"]"#,
  ]
  private static let keys: [String?] = [nil, "a", "b", "é", "0", "", "x\"y", "-1", "n"]
  private static let paths: [String?] = [nil, "{}", "{a}", "{a,b}", "{0}", "{a,0}", "{a,b,0}", "{a,b,-1}", "{-1}", "{7}", "{a,b,2,c}", "{0,0}", "{-9}", "{2,a}"]

  /// Documents with paths that PostgreSQL takes for them.
  private static let changes: [[String?]] = [
    (#"{"a": 1}"#, ["{a}", "{b}", "{a,b}", "{b,c}", "{}"]), (#"{"a": {"b": [1, 2]}}"#, ["{a,b}", "{a,b,0}", "{a,b,-1}", "{a,b,9}", "{a,b,-9}", "{a,c,d}"]),
    ("[1, 2, 3]", ["{0}", "{-1}", "{1}", "{3}", "{-4}", "{}"]), (#"[{"a": 1}, []]"#, ["{0,a}", "{0,b}", "{1,0}", "{5,a}"]), (#"{"é": {"x\"y": 1}}"#, [#"{é,"x\"y"}"#]),
    (#"{"a": {"0": 1}}"#, ["{a,0}", "{a,1}"]), ("{}", ["{a}", "{a,b}"]), ("[]", ["{0}", "{-1}"]),
  ].flatMap { pairs([$0.0, nil], $0.1) }
  private static let insertions: [[String?]] = [
    (#"{"a": 1}"#, ["{b}", "{a,b}", "{b,c}", "{}"]), (#"{"a": {"b": [1, 2]}}"#, ["{a,c}", "{a,b,0}", "{a,b,-1}", "{a,b,9}", "{a,b,-9}", "{a,c,d}"]),
    ("[1, 2, 3]", ["{0}", "{-1}", "{1}", "{3}", "{-4}", "{2}"]), ("[]", ["{0}", "{-1}"]), (#"{"a": {"0": 1}}"#, ["{a,1}"]),
  ].flatMap { pairs([$0.0, nil], $0.1) }
}
