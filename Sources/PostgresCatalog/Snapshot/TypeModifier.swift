/// A type's name taken apart: the inverse of `CatalogIndex.displayName(of:modifier:)`.
///
///     TypeNameParts("character varying(20)[]")   // "character varying[]", modifier 24
struct TypeNameParts: Equatable {
  /// The name as it is without a modifier.
  var name: String
  /// As in `pg_attribute.atttypmod`, -1 for none.
  var modifier: Int32

  /// - Returns: nil where the parentheses hold no modifier of the type.
  init?(_ text: String) {
    let isArray = text.hasSuffix("[]")
    let scalar = isArray ? String(text.dropLast(2)) : text
    guard let parts = Self.split(scalar), let found = Self.modifier(parts.base, parts.numbers) else { return nil }
    (name, modifier) = (found.name + (isArray ? "[]" : ""), found.modifier)
  }

  /// Takes the parentheses out, which stand outside of quotes: `timestamp(3) with time zone` is `timestamp with time zone` and 3.
  private static func split(_ text: String) -> (base: String, numbers: [Int])? {
    var (base, digits, isQuoted, depth) = ("", "", false, 0)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, scalar == "(" {
        depth += 1
      } else if !isQuoted, scalar == ")" {
        depth -= 1
        if depth < 0 { return nil }
      } else if depth > 0 {
        digits.unicodeScalars.append(scalar)
      } else {
        base.unicodeScalars.append(scalar)
      }
    }
    guard depth == 0, !isQuoted else { return nil }
    let numbers = digits.split(separator: ",").map { Int($0) }
    guard numbers.allSatisfy({ $0 != nil }), numbers.count <= 2 else { return nil }
    return (base, numbers.compactMap { $0 })
  }

  private static func modifier(_ base: String, _ numbers: [Int]) -> (name: String, modifier: Int32)? {
    if base == "interval" || base.hasPrefix("interval ") { return interval(base, numbers) }
    guard let first = numbers.first else { return (base, -1) }
    let value: Int
    switch base {
    case "character varying", "character": value = first &+ 4
    case "numeric":
      guard (0...0xFFFF).contains(first), let scale = numbers.dropFirst().first, (-1024...1023).contains(scale) else { return nil }
      value = (first << 16 | scale & 0x7FF) + 4
    default: value = first
    }
    guard numbers.count == (base == "numeric" ? 2 : 1), let modifier = Int32(exactly: value), modifier >= 0 else { return nil }
    return (base, modifier)
  }

  private static func interval(_ base: String, _ numbers: [Int]) -> (name: String, modifier: Int32)? {
    let fields = String(base.dropFirst("interval".count))
    guard numbers.count <= 1, !fields.isEmpty || !numbers.isEmpty else { return numbers.isEmpty ? ("interval", -1) : nil }
    guard let mask = fields.isEmpty ? 0x7FFF : CatalogIndex.intervalFields.first(where: { $0.value == fields })?.key else { return nil }
    guard let precision = numbers.isEmpty ? 0xFFFF : numbers.first, (0...0xFFFF).contains(precision) else { return nil }
    return ("interval", Int32(mask << 16 | precision))
  }
}
