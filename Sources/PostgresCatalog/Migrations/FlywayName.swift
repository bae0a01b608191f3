/// A file name by Flyway's pattern ("Migrations", Naming): prefix, version, `__`, description.
struct FlywayName: Hashable {
  enum Kind { case versioned, baseline, undo, repeatable }

  var kind: Kind
  /// The numbers of the version: `V1.2_3__x` gives 1, 2, 3. Empty for a repeatable migration.
  var version: [[UInt8]]
  var description: String

  /// Nil for a name that is no Flyway name.
  init?(fileName: Substring) {
    guard let prefix = fileName.first, let separator = Self.separator(in: fileName) else { return nil }
    let number = fileName[fileName.index(after: fileName.startIndex)..<separator.lowerBound]
    let version = number.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }.map { Array($0.utf8) }
    let isNumber = version.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    switch prefix {
    case "V" where isNumber: kind = .versioned
    case "B" where isNumber: kind = .baseline
    case "U" where isNumber: kind = .undo
    case "R" where number.isEmpty: kind = .repeatable
    default: return nil
    }
    self.version = kind == .repeatable ? [] : version
    description = String(fileName[separator.upperBound...])
  }

  private static func separator(in name: Substring) -> Range<Substring.Index>? {
    var index = name.startIndex
    while let next = name.index(index, offsetBy: 2, limitedBy: name.endIndex) {
      if name[index..<next] == "__" { return index..<next }
      index = name.index(after: index)
    }
    return nil
  }

  /// Versioned before repeatable ones; those by their description.
  static func precedes(_ a: FlywayName, _ b: FlywayName) -> Bool {
    if (a.kind == .repeatable) != (b.kind == .repeatable) { return b.kind == .repeatable }
    if a.kind == .repeatable { return a.description < b.description }
    return compare(a.version, b.version) < 0
  }

  /// Missing numbers count as 0: `1` and `1.0` are the same version.
  static func compare(_ a: [[UInt8]], _ b: [[UInt8]]) -> Int {
    for place in 0..<max(a.count, b.count) {
      let (x, y) = (place < a.count ? a[place] : [], place < b.count ? b[place] : [])
      let order = NaturalOrder.compareNumbers(x[...], y[...])
      if order != 0 { return order }
    }
    return 0
  }
}
