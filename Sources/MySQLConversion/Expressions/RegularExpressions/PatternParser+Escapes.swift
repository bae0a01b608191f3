/// Escapes and bracket expressions.
extension PatternParser {
  private static let classes: [Unicode.Scalar: String] = ["d": "digit", "w": "word", "s": "space", "D": "digit", "W": "word", "S": "space"]
  private static let assertions: [Unicode.Scalar: PatternAssertion] = [
    "A": .textStart, "Z": .textEnd, "m": .wordStart, "M": .wordEnd, "y": .wordEdge, "Y": .notWordEdge,
  ]
  /// `\b` is a backspace.
  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{7}", "b": "\u{8}", "B": "\\", "e": "\u{1B}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
  ]

  mutating func escape() throws(NotConvertible) -> PatternNode {
    guard let scalar = next else { throw unsupported("a backslash at the end") }
    if let name = Self.classes[scalar] {
      offset += 1
      return .characters(try characterClass(name, isNegated: scalar.value < 0x61))
    }
    if let assertion = Self.assertions[scalar] {
      offset += 1
      return .assertion(assertion)
    }
    if ("1"..."9").contains(scalar) {
      guard at(1).map(Self.isDigit) != true else { throw unsupported("\\\(scalar) and another digit") }
      offset += 1
      guard !options.ignoresCase else { throw unsupported("a back reference in any case") }
      return .reference(Int(scalar.value - 0x30))
    }
    return try character(try escapedCharacter())
  }

  /// The character that an escape stands for.
  private mutating func escapedCharacter() throws(NotConvertible) -> Unicode.Scalar {
    guard let scalar = next else { throw unsupported("a backslash at the end") }
    offset += 1
    if let control = Self.controls[scalar] { return control }
    switch scalar {
    case "u": return try hexadecimal(exactly: 4)
    case "U": return try hexadecimal(exactly: 8)
    case "x": return try hexadecimal(exactly: nil)
    default:
      let isLetterOrDigit = scalar.isASCII && (scalar.properties.isAlphabetic || Self.isDigit(scalar))
      guard !isLetterOrDigit else { throw unsupported("\\\(scalar)") }
      return scalar
    }
  }

  private mutating func hexadecimal(exactly count: Int?) throws(NotConvertible) -> Unicode.Scalar {
    var digits = ""
    while let scalar = next, scalar.properties.isASCIIHexDigit, digits.unicodeScalars.count < count ?? 8 {
      digits.unicodeScalars.append(scalar)
      offset += 1
    }
    guard count.map({ digits.unicodeScalars.count == $0 }) ?? (!digits.isEmpty && next?.properties.isASCIIHexDigit != true), let code = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(code)
    else { throw unsupported("a code of a character") }
    return scalar
  }

  // MARK: Brackets

  /// What stands in brackets so far.
  private struct Members {
    var text = ""
    var ranges: [ClosedRange<UInt32>] = []
    var isExact = true
  }

  mutating func bracket() throws(NotConvertible) -> PatternNode {
    for (edge, assertion) in [("[:<:]]", PatternAssertion.wordStart), ("[:>:]]", .wordEnd)] where scalars[offset...].starts(with: Array(edge.unicodeScalars)) {
      offset += edge.count
      return .assertion(assertion)
    }
    var members = Members()
    let isNegated = next == "^"
    if isNegated { offset += 1 }
    var isFirst = true
    while let scalar = next, isFirst || scalar != "]" {
      try member(&members, isFirst: isFirst)
      isFirst = false
    }
    guard next == "]" else { throw unsupported("an open bracket") }
    offset += 1
    guard isNegated else { return .characters(PatternCharacters(text: "[\(members.text)]", ranges: members.ranges)) }
    if options.stopsAtLineEnd {
      members.text += "\\n"
      members.ranges.append(10...10)
    }
    return .characters(PatternCharacters(text: "[^\(members.text)]", ranges: PatternCharacters.complement(of: members.ranges, isExact: members.isExact)))
  }

  private mutating func member(_ members: inout Members, isFirst: Bool) throws(NotConvertible) {
    if let name = try className() {
      guard let found = PatternClass.named(name, options) else { throw unsupported("the class \(name)") }
      members.text += found.text
      members.ranges += found.ranges
      members.isExact = members.isExact && found.isExact
      // A class is no end of a range.
      if next == "-", at(1) != "]" { throw unsupported("a range from a class") }
      return
    }
    if next == "-", !isFirst, at(1) != "]" { throw unsupported("a minus sign in brackets") }
    let low = try memberCharacter()
    guard next == "-", let after = at(1), after != "]" else { return try append(low, low, to: &members) }
    offset += 1
    if try className() != nil { throw unsupported("a range to a class") }
    let high = try memberCharacter()
    guard low.value <= high.value else { throw unsupported("an empty range") }
    if next == "-", at(1) != "]" { throw unsupported("a minus sign in brackets") }
    try append(low, high, to: &members)
  }

  /// `[:name:]` or `\d`, which it passes.
  private mutating func className() throws(NotConvertible) -> String? {
    if next == "\\", let letter = at(1), let name = Self.classes[letter] {
      guard letter.value >= 0x61 else { throw unsupported("a negated class in brackets") }
      offset += 2
      return name
    }
    guard next == "[", let kind = at(1), [":", ".", "="].contains(kind) else { return nil }
    guard kind == ":" else { throw unsupported("[\(kind)") }
    var name = ""
    var end = offset + 2
    while end < scalars.count, scalars[end] != ":" { name.unicodeScalars.append(scalars[end]); end += 1 }
    guard end + 1 < scalars.count, scalars[end + 1] == "]" else { throw unsupported("[:") }
    offset = end + 2
    return name
  }

  private mutating func memberCharacter() throws(NotConvertible) -> Unicode.Scalar {
    guard let scalar = next else { throw unsupported("an open bracket") }
    offset += 1
    let found = scalar == "\\" ? try escapedCharacter() : scalar
    guard found.value != 0 else { throw unsupported("a NUL character") }
    return found
  }

  private func append(_ low: Unicode.Scalar, _ high: Unicode.Scalar, to members: inout Members) throws(NotConvertible) {
    write(low.value...high.value, to: &members)
    guard options.ignoresCase else { return }
    guard high.value - low.value < 500 else { throw unsupported("a wide range in any case") }
    var others: [ClosedRange<UInt32>] = []
    for code in low.value...high.value {
      guard let scalar = Unicode.Scalar(code) else { throw unsupported("a range over surrogates") }
      switch LetterCase.other(of: scalar, options) {
      case .none: continue
      case .unknown: throw unsupported("\(scalar) in any case")
      case .letter(let other):
        if (low.value...high.value).contains(other.value) { continue }
        if let last = others.last, last.upperBound + 1 == other.value {
          others[others.count - 1] = last.lowerBound...other.value
        } else {
          others.append(other.value...other.value)
        }
      }
    }
    for range in others { write(range, to: &members) }
  }

  private func write(_ range: ClosedRange<UInt32>, to members: inout Members) {
    members.ranges.append(range)
    guard let low = Unicode.Scalar(range.lowerBound), let high = Unicode.Scalar(range.upperBound) else { return }
    members.text += Self.escapedMember(low)
    if low != high { members.text += "-" + Self.escapedMember(high) }
  }

  /// As MySQL's dialect writes it within brackets, where it has set operators.
  private static func escapedMember(_ scalar: Unicode.Scalar) -> String {
    let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || isDigit(scalar) || scalar == " "
    if isPlain || scalar.value < 0x20 || scalar.value == 0x7F { return isPlain ? String(scalar) : escaped(scalar) }
    return "\\\(scalar)"
  }
}
