/// How far two names are apart, for hints.
enum EditDistance {
  /// Levenshtein's distance in bytes, or `limit + 1` where it is more than `limit` or a name is longer than PostgreSQL's 63 bytes.
  ///
  /// - Complexity: O(*n* · *m*), at most 63 · 63.
  static func between(_ first: String, _ second: String, limit: Int) -> Int {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    guard abs(a.count - b.count) <= limit, a.count <= 63, b.count <= 63 else { return limit + 1 }
    var row = Array(0...b.count)
    for (line, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in b.enumerated() {
        let next = min(row[column + 1] + 1, row[column] + 1, diagonal + (byte == other ? 0 : 1))
        (diagonal, row[column + 1]) = (row[column + 1], next)
      }
    }
    return row[b.count]
  }
}
