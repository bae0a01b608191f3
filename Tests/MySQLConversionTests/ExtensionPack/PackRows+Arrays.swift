extension ExtensionPackTests {
  static let arrays: [PackRow] = [
    PackRow("array_remove($1::text[], $2::text)", "@array_remove(?, CAST(JSON_QUOTE(?) AS JSON))", pairs(textArrays, words)),
    PackRow("array_remove($1::int[], $2::int)", "@array_remove(?, CAST(? AS JSON))", pairs(integerArrays, ["1", "-5", nil])),
    PackRow("array_positions($1::text[], $2::text)", "@array_positions(?, CAST(JSON_QUOTE(?) AS JSON))", pairs(textArrays, words)),
    PackRow("array_position($1::text[], $2::text, 2)", "@array_position(?, CAST(JSON_QUOTE(?) AS JSON), 2)", pairs(textArrays, words)),
    PackRow("array_position($1::int[], $2::int, -3)", "@array_position(?, CAST(? AS JSON), -3)", pairs(integerArrays, ["1", "2", nil])),
    PackRow("array_replace($1::text[], $2::text, 'new')", "@array_replace(?, CAST(JSON_QUOTE(?) AS JSON), '\"new\"')", pairs(textArrays, words)),
    PackRow("array_replace($1::int[], 1, $2::int)", "@array_replace(?, '1', CAST(? AS JSON))", pairs(integerArrays, ["9", nil])),
    PackRow("array_to_string($1::text[], $2::text)", "@array_to_string(?, ?, NULL)", pairs(textArrays, [",", "", nil, "é; "])),
    PackRow("array_to_string($1::text[], ',', $2::text)", "@array_to_string(?, ',', ?)", pairs(textArrays, ["*", "", nil])),
    PackRow("array_to_string($1::boolean[], '')", "@array_to_string(?, '', NULL)", each: ["{t,f,NULL}", "{}", nil]),
    PackRow("string_to_array($1::text, $2::text)", "@string_to_array(?, ?, NULL)", pairs(splits, separators)),
    PackRow("string_to_array($1::text, $2::text, 'a')", "@string_to_array(?, ?, 'a')", pairs(splits, separators)),
    PackRow("string_to_array($1::text, $2::text, '')", "@string_to_array(?, ?, '')", pairs(splits, separators)),
    PackRow("string_to_array($1::text, ',', NULL)", "@string_to_array(?, ',', NULL)", each: [String(repeating: "é,\"\\,", count: 20000), "a\n,\t\u{1}", ",,"]),
    PackRow("cardinality(string_to_array($1::text, NULL))", "JSON_LENGTH(@string_to_array(?, NULL, NULL))", each: [String(repeating: "é😀", count: 200_000)]),
    PackRow("$1::text[] && $2::text[]", "@array_overlap(?, ?)", pairs(textArrays, textArrays)),
    PackRow("$1::int[] && $2::int[]", "@array_overlap(?, ?)", pairs(integerArrays, integerArrays)),
    PackRow("btarraycmp($1::int[], $2::int[])", "@array_compare(?, ?)", pairs(integerArrays, integerArrays)),
    PackRow(#"btarraycmp($1::text[] COLLATE "C", $2::text[])"#, "@array_compare(?, ?)", pairs(textArrays, textArrays)),
  ]

  private static let textArrays: [String?] = [
    nil, "{}", "{a}", "{a,b,c}", "{NULL,x}", "{A,a}", #"{"",é}"#, "{a,a,b,a}", "{NULL,NULL}", #"{"x,y","q\"w","b\\s","NULL","{z}"}"#, "{a,NULL}", "{b}", "{e\u{301},😀}",
  ]
  private static let words: [String?] = ["a", "x", "zz", "", nil, "é", "NULL"]
  private static let integerArrays: [String?] = [nil, "{}", "{1}", "{1,2,3}", "{NULL,1}", "{3,1,2}", "{-5,0,5}", "{1,NULL}", "{2}", "{1,1,2,1}"]
  private static let splits: [String?] = [nil, "", "a,b,c", ",", "a", ",a,,b,", "aXXb", "a\\b\"c", "é,ü", "  ", "abXab", "😀,a"]
  private static let separators: [String?] = [",", "", nil, "X", "XX", "ab", "é"]
}
