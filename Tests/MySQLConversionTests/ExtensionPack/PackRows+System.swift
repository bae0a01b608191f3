extension ExtensionPackTests {
  private static let words: [String?] = [nil, "", "word", "two words", "words", "Word WORD", "a", "ab", "foo-bar", "foo_bar", "it's", "résumé", "  ", "a1 b2", "WÖRD", "日本語", "x  y"]
  private static let wordPairs: [[String?]] = words.flatMap { a in words.map { [a, $0] } }

  static let system: [PackRow] = [
    PackRow(
      "pg_size_pretty($1::int8)", "@pg_size_pretty(?)",
      each: [
        nil, "0", "1", "-1", "1023", "10239", "10240", "-10240", "10751", "10752", "20479", "1048575", "10485247", "10485248", "10484736", "-10485248", "10737418239", "1099511627776", "10995116277760",
        "11258999068426239", "11258999068426240", "9223372036854775807", "-9223372036854775808", "-9223372036854775807",
      ]),
    PackRow("similarity($1::text, $2::text)::float8", "@similarity(?, ?) + 0e0", wordPairs),
    PackRow("round(similarity($1::text, $2::text)::numeric, 5)", "ROUND(@similarity(?, ?), 5)", wordPairs),
    PackRow("cardinality(show_trgm($1::text))", "(CHAR_LENGTH(@trigrams(?)) - 1) DIV 4", each: words),
    PackRow("levenshtein($1::text, $2::text)", "@levenshtein(?, ?)", wordPairs + [["kitten", "sitting"], [String(repeating: "ab", count: 120), String(repeating: "ba", count: 127)]]),
  ]
}
