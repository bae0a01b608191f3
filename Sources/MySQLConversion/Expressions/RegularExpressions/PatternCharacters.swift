/// A set of characters, as one element of a pattern.
struct PatternCharacters: Hashable {
  /// How MySQL's dialect writes it as an element.
  let text: String
  /// The code points that it may have: exactly those, or more where it has a class whose letters beyond ASCII are not listed here.
  let ranges: [ClosedRange<UInt32>]

  init(text: String, ranges: [ClosedRange<UInt32>]) { (self.text, self.ranges) = (text, ranges) }

  static let last: UInt32 = 0x10_FFFF
  static let beyondASCII: ClosedRange<UInt32> = 0x80...last

  func isDisjoint(with other: PatternCharacters) -> Bool { !ranges.contains { a in other.ranges.contains { a.overlaps($0) } } }

  static func joined(_ sets: [PatternCharacters]) -> PatternCharacters { PatternCharacters(text: "", ranges: sets.flatMap(\.ranges)) }

  static let none = PatternCharacters(text: "", ranges: [])

  /// What is not in the ranges; beyond ASCII all where a class is among them.
  static func complement(of ranges: [ClosedRange<UInt32>], isExact: Bool) -> [ClosedRange<UInt32>] {
    let taken = isExact ? ranges : ranges.compactMap { $0.lowerBound < 0x80 ? $0.lowerBound...min($0.upperBound, 0x7F) : nil }
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    if next <= last { result.append(next...last) }
    return result
  }
}

/// A named class: how MySQL's dialect writes it within brackets.
struct PatternClass {
  let text: String
  /// Code points in ASCII.
  let ascii: [ClosedRange<UInt32>]
  /// Code points beyond ASCII; nil where they are not listed here.
  let beyond: [ClosedRange<UInt32>]?

  var ranges: [ClosedRange<UInt32>] { ascii + (beyond ?? [PatternCharacters.beyondASCII]) }
  var isExact: Bool { beyond != nil }

  /// The class of a name, as the C library of glibc has it. Which letters beyond ASCII ICU's classes have was compared over every code
  /// point on PostgreSQL 15 with glibc and on MySQL 9.7.
  static func named(_ name: String, _ options: PatternOptions) -> PatternClass? {
    let (upper, lower, digit): (ClosedRange<UInt32>, ClosedRange<UInt32>, ClosedRange<UInt32>) = (0x41...0x5A, 0x61...0x7A, 0x30...0x39)
    let knowsAll = options.knowsLettersBeyondASCII
    switch name {
    case "digit": return PatternClass(text: "0-9", ascii: [digit], beyond: [])
    case "xdigit": return PatternClass(text: "0-9A-Fa-f", ascii: [digit, 0x41...0x46, 0x61...0x66], beyond: [])
    case "word": return PatternClass(text: knowsAll ? "[:alnum:]_" : "A-Za-z0-9_", ascii: [upper, lower, digit, 0x5F...0x5F], beyond: knowsAll ? nil : [])
    case "alnum": return PatternClass(text: knowsAll ? "[:alnum:]" : "A-Za-z0-9", ascii: [upper, lower, digit], beyond: knowsAll ? nil : [])
    // Digits of other scripts are letters to the C library.
    case "alpha": return PatternClass(text: knowsAll ? "[[:alnum:]--[0-9]]" : "A-Za-z", ascii: [upper, lower], beyond: knowsAll ? nil : [])
    case "upper", "lower":
      if options.ignoresCase { return named("alpha", options) }
      let isUpper = name == "upper"
      guard knowsAll else { return PatternClass(text: isUpper ? "A-Z" : "a-z", ascii: [isUpper ? upper : lower], beyond: []) }
      return PatternClass(
        text: isUpper ? "[:upper:]\\p{Lt}" : "[[:lower:]\\u01c5\\u01c8\\u01cb\\u01f2\\u0295]--[\\u10fc\\ua7f2-\\ua7f4\\uab69]".bracketed,
        ascii: [isUpper ? upper : lower], beyond: nil)
    case "punct":
      return PatternClass(
        text: knowsAll ? "[[:graph:]\\u00a0\\u2007\\u202f]--[:alnum:]".bracketed : "!-/:-@\\[-`{-~", ascii: [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], beyond: knowsAll ? nil : [])
    case "space":
      // The C library does not count no-break spaces.
      let beyond: [ClosedRange<UInt32>] = [0x1680...0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028...0x2029, 0x205F...0x205F, 0x3000...0x3000]
      return PatternClass(
        text: knowsAll ? #"\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"# : #"\t-\r "#, ascii: [0x09...0x0D, 0x20...0x20], beyond: knowsAll ? beyond : [])
    case "blank" where !knowsAll: return PatternClass(text: #"\t "#, ascii: [0x09...0x09, 0x20...0x20], beyond: [])
    default: return nil
    }
  }
}

extension String {
  fileprivate var bracketed: String { "[" + self + "]" }
}

/// The other case of a letter, where the C library and every version of Unicode agree.
enum LetterCase {
  enum Other: Hashable { case none, letter(Unicode.Scalar), unknown }

  static func other(of scalar: Unicode.Scalar, _ options: PatternOptions) -> Other {
    let code = scalar.value
    guard let other = difference(code, options.knowsLettersBeyondASCII) else { return .unknown }
    guard other != 0, let letter = Unicode.Scalar(UInt32(Int(code) + other)) else { return .none }
    return .letter(letter)
  }

  /// How far the other case is; 0 for what has none, nil where it is not known here.
  private static func difference(_ code: UInt32, _ knowsAll: Bool) -> Int? {
    switch code {
    case 0x41...0x5A: return 0x20
    case 0x61...0x7A: return -0x20
    case 0...0x7F: return 0
    case _ where !knowsAll: return 0
    case 0xB5, 0xFF: return nil
    case 0xD7, 0xDF, 0xF7, 0x80...0xBF: return 0
    case 0xC0...0xDE: return 0x20
    case 0xE0...0xFE: return -0x20
    case 0x130, 0x131, 0x138, 0x149, 0x178, 0x17F: return nil
    case 0x100...0x137, 0x14A...0x177: return code % 2 == 0 ? 1 : -1
    case 0x139...0x148, 0x179...0x17E: return code % 2 == 1 ? 1 : -1
    case 0x3A2, 0x3C2: return nil
    case 0x391...0x3AB: return 0x20
    case 0x3B1...0x3CB: return -0x20
    case 0x400...0x40F: return 0x50
    case 0x410...0x42F: return 0x20
    case 0x430...0x44F: return -0x20
    case 0x450...0x45F: return -0x50
    // Scripts without cases: Hebrew to Lao, punctuation, arrows and signs, CJK, Hangul, emoji.
    case 0x590...0xFFF, 0x2000...0x20FF, 0x2190...0x24B5, 0x2E80...0xA63F, 0xAC00...0xFAFF, 0x1F000...0x1FAFF: return 0
    default: return nil
    }
  }
}
