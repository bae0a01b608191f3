/// The order in which people number files: runs of digits by their value, everything else by bytes. A date with dashes before the time
/// (`2017-08-31-230457_x`, as Diesel writes it now) is one number, like the one without (`20170831230457_x`, as it once did).
enum NaturalOrder {
  /// Whether `a` comes before `b`. Paths are compared folder by folder; of equal values the one with fewer leading zeros goes first.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (first, second) = (parts(of: a), parts(of: b))
    for (x, y) in zip(first, second) where x != y {
      let order = compare(withoutDashesInDate(x), withoutDashesInDate(y))
      if order != 0 { return order < 0 }
    }
    if first.count != second.count { return first.count < second.count }
    return Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))
  }

  private static func parts(of path: String) -> [Substring] { path.split(separator: "/") }

  private static func withoutDashesInDate(_ name: Substring) -> [UInt8] {
    let bytes = Array(name.utf8)
    let isDate = bytes.count > 11 && bytes[..<11].enumerated().allSatisfy { [4, 7, 10].contains($0) ? $1 == 0x2D : (0x30...0x39).contains($1) }
    guard isDate else { return bytes }
    return bytes[..<11].filter { $0 != 0x2D } + bytes[11...]
  }

  private static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (digits(of: a, from: i), digits(of: b, from: j))
      if !x.isEmpty, !y.isEmpty {
        let order = compareNumbers(a[x], b[y])
        if order != 0 { return order }
        (i, j) = (x.upperBound, y.upperBound)
      } else if a[i] != b[j] {
        return a[i] < b[j] ? -1 : 1
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
    return (a.count - i) - (b.count - j)
  }

  private static func digits(of text: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    return start..<end
  }

  /// Numbers of any length.
  static func compareNumbers(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    let (x, y) = (a.drop { $0 == 0x30 }, b.drop { $0 == 0x30 })
    if x.count != y.count { return x.count < y.count ? -1 : 1 }
    return x.lexicographicallyPrecedes(y) ? -1 : y.lexicographicallyPrecedes(x) ? 1 : 0
  }
}
