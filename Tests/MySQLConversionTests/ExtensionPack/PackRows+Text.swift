extension ExtensionPackTests {
  private static let words: [String?] = [
    nil, "", "a", "hello", "Ashcraft", "Tymczak", "Pfister", "O'Hara", "1st", "é", "éa b", "Honeyman", "b b", "bb", "  Robert", "Rupert", "x-y_z", "😀a", "ÄB", "AaEe", "lloyd",
  ]
  private static let pairs: [[String?]] = words.flatMap { a in ["kitten", "", "a", "Robert", "é", nil].map { [a, $0] } } + [["kitten", "sitting"], ["éa", "ea"], [String(repeating: "ab", count: 127), String(repeating: "ba", count: 127)]]

  static let text: [PackRow] = [
    PackRow("initcap($1::text)", "@initcap(?)", each: [nil, "", "hello world", "o'neil", "x-ray 2nd 3RD", "ÉCOLE élan", "a_b", "  two  ", "ǆ", "😀a", "İSTANBUL iI", "ⓐⒷ ⓒx", "11a 1A", "x", String(repeating: "héLLO Wörld-", count: 20000)]),
    PackRow(
      "translate($1::text, $2::text, $3::text)", "@translate(?, ?, ?)",
      ["12345", "", nil, "aabb", "é😀a", "back\\slash", "A"].flatMap { s in [["143", "ax"], ["ab", "ba"], ["aa", "xy"], ["", "x"], ["é😀", "x"], ["\\", "/"], ["a", nil], [nil, "a"]].map { [s] + $0 } }),
    PackRow(
      "split_part($1::text, $2::text, $3::int)", "@split_part(?, ?, ?)",
      ["a,b,c", "", ",", "aaaaa", "no mark", "é~@~ü~@~", nil, "A,a"].flatMap { s in [",", "aa", "~@~", "", "a", nil].flatMap { mark in ["1", "2", "3", "-1", "-2", "-9", "9", nil].map { [s, mark, $0] } } }),
    PackRow("translate($1::text, 'aé', 'éa')", "@translate(?, 'aé', 'éa')", each: [String(repeating: "aéx", count: 1200)]),
    PackRow("encode($1::bytea, 'escape')", "@encode_escape(?)", each: ["\\x" + String(repeating: "00615cff", count: 600)]),
    PackRow("encode($1::bytea, 'escape')", "@encode_escape(?)", each: [nil, "\\x", "\\x00", "\\x61005c", "\\xff7f800a", "\\x5c5c27", "\\xc3a9"]),
    PackRow("decode($1::text, 'escape')", "@decode_escape(?)", each: [nil, "", "abc", "a\\\\b", "\\000\\377", "é\\001x", "\\\\\\\\", "line\n"]),
    PackRow(
      "hmac($1::bytea, $2::bytea, 'sha256')", "@hmac(?, ?, 256)",
      ["\\x", "\\x64617461", "\\x00ff", nil].flatMap { data in ["\\x6b6579", "\\x", "\\x" + String(repeating: "61", count: 64), "\\x" + String(repeating: "62", count: 65), nil].map { [data, $0] } }),
    PackRow("hmac($1::bytea, $2::bytea, 'sha512')", "@hmac(?, ?, 512)", [["\\x64617461", "\\x6b6579"], ["\\x", "\\x" + String(repeating: "63", count: 129)]]),
    PackRow("hmac($1::text, $2::text, 'sha224')", "@hmac(?, ?, 224)", [["é", "ключ"], ["", ""]]),
    PackRow("hmac($1::text, $2::text, 'sha384')", "@hmac(?, ?, 384)", [["data", "key"]]),
    PackRow("soundex($1::text)", "@soundex(?)", each: words),
    PackRow("difference($1::text, $2::text)", "@soundex_difference(?, ?)", pairs),
    PackRow("levenshtein($1::text, $2::text)", "@levenshtein(?, ?)", pairs),
  ]
}
