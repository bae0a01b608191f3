/// A range constant's text in its parts: `[1,5)`, `(,"2024-01-01 00:00")`, `empty`.
struct RangeText: Hashable {
  /// The bounds as written, nil where there is none.
  let lower: String?
  let upper: String?
  let isLowerInclusive: Bool
  let isUpperInclusive: Bool
  let isEmpty: Bool

  /// Nil for what is no range ("Range Input/Output").
  init?(_ text: String) {
    let trimmed = text.trimmingBlanks()
    if trimmed.lowercased() == "empty" {
      (lower, upper, isLowerInclusive, isUpperInclusive, isEmpty) = (nil, nil, false, false, true)
      return
    }
    var rest = Substring(trimmed)
    guard let open = rest.popFirst(), open == "[" || open == "(" else { return nil }
    guard let lower = Self.bound(&rest), rest.popFirst() == "," else { return nil }
    guard let upper = Self.bound(&rest), let close = rest.popFirst(), close == "]" || close == ")", rest.isEmpty else { return nil }
    (self.lower, self.upper) = (lower.text, upper.text)
    (isLowerInclusive, isUpperInclusive, isEmpty) = (open == "[", close == "]", false)
  }

  /// Up to the next comma or bracket outside quotes; quotes may stand anywhere, and `""` is a value where nothing is none.
  private static func bound(_ rest: inout Substring) -> (text: String?, Void)? {
    var text = ""
    var isQuoted = false, isValue = false
    while let next = rest.first {
      if !isQuoted, [",", "[", "]", "(", ")"].contains(next) { return (isValue ? text : nil, ()) }
      rest.removeFirst()
      isValue = true
      switch next {
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        text.append(escaped)
      case "\"" where isQuoted && rest.first == "\"": text.append(rest.removeFirst())
      case "\"": isQuoted.toggle()
      default: text.append(next)
      }
    }
    return nil
  }
}
