import Testing

import SourceText

@testable import HostLanguages

/// A literal as written and the text that the program sees; nil where it cannot be told.
struct Decoding: CustomTestStringConvertible, Sendable {
  var language: HostLanguage
  var source: String
  var text: String?
  var testDescription: String { "\(language.id): \(source)" }

  init(_ language: HostLanguage, _ source: String, _ text: String?) { (self.language, self.source, self.text) = (language, source, text) }
}

func decoded(_ source: String, _ language: HostLanguage) throws -> HostText {
  let file = try HostFile(bytes: Array(source.utf8), language: language)
  let first = try #require(file.literalsInOrder.first)
  var text = HostText()
  try LiteralDecoder(file: file).decode(file.tokens[first], into: &text)
  expectMapHolds(text, in: file.bytes)
  return text
}

/// Every byte of the text comes from somewhere, in order, and what is verbatim is the same there.
func expectMapHolds(_ text: HostText, in host: [UInt8], _ place: SourceLocation = #_sourceLocation) {
  var end = 0
  for segment in text.segments {
    #expect(segment.sql.start == end, "gap in the text", sourceLocation: place)
    #expect(!segment.sql.isEmpty, sourceLocation: place)
    #expect(segment.host.start >= 0 && segment.host.end <= host.count, sourceLocation: place)
    if segment.kind == .verbatim { #expect(Array(host[segment.host.range]) == Array(text.bytes[segment.sql.range]), sourceLocation: place) }
    if segment.literal >= 0 { #expect(text.literals[segment.literal].body.contains(segment.host), sourceLocation: place) }
    end = segment.sql.end
  }
  #expect(end == text.bytes.count, sourceLocation: place)
}

@Suite struct DecodingTests {
  @Test(arguments: [
    Decoding(.go, #""a\tb\n\\\"\x41\101\u00e9\U0001F600""#, "a\tb\n\\\"AAé😀"),
    Decoding(.go, "`a\\n\"`", "a\\n\""),
    Decoding(.go, "`a\r\nb`", "a\nb"),
    Decoding(.go, #""\xff""#, nil),
    Decoding(.go, #""\xc3\xa9""#, "é"),
    Decoding(.go, #""\q""#, nil),
    Decoding(.python, #"'a\tb\'\x41\101é\U0001F600\q'"#, "a\tb'AAé\u{1F600}\\q"),
    Decoding(.python, #"r'a\tb'"#, #"a\tb"#),
    Decoding(.python, "'a\\\nb'", "ab"),
    Decoding(.python, "'''a\r\nb'''", "a\nb"),
    Decoding(.python, #"'\N{DASH}'"#, nil),
    Decoding(.python, #"'\ud800'"#, nil),
    Decoding(.python, #"f'{{a}} {b} {c!r:>3}'"#, "{a} ⟦b⟧ ⟦c!r:>3⟧"),
    Decoding(.python, #"rf'\d{{2}} {b}'"#, #"\d{2} ⟦b⟧"#),
    Decoding(.python, #"f'\{b}'"#, #"\⟦b⟧"#),
    Decoding(.javascript, #"'a\tb\'\x41é\u{1F600}😀\q\0'"#, "a\tb'A\u{e9}\u{1F600}\u{1F600}q\0"),
    Decoding(.javascript, "'a\\\nb'", "ab"),
    Decoding(.javascript, #"'\é'"#, "é"),
    Decoding(.javascript, "`a ${b} \\${c} \\` $d`", "a ⟦b⟧ ${c} ` $d"),
    Decoding(.javascript, "String.raw`a\\n${b}`", "a\\n⟦b⟧"),
    Decoding(.javascript, #"'\u{110000}'"#, nil),
    Decoding(.java, #""a\tb\"\101\u0041\s\uD83D\uDE00""#, "a\tb\"AA 😀"),
    Decoding(.java, #""\u0022""#, nil),
    Decoding(.java, #""\q""#, nil),
    Decoding(.java, "\"\"\"\n    SELECT 1\n      FROM t   \n    \"\"\"", "SELECT 1\n  FROM t\n"),
    Decoding(.java, "\"\"\"\n    SELECT 1 \\\n    FROM t\"\"\"", "SELECT 1 FROM t"),
    Decoding(.java, "\"\"\"\n    a\\s\n\n    b\\n\\\"\"\"\n    \"\"\"", "a \n\nb\n\"\"\"\n"),
    Decoding(.java, "\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", "a\nb\n"),
    Decoding(.java, "\"\"\"\n  a\n b\"\"\"", " a\nb"),
  ])
  func decodes(_ example: Decoding) throws {
    guard let text = example.text else {
      #expect(throws: DecodingError.self) { try decoded(example.source, example.language) }
      return
    }
    #expect(String(decoding: try decoded(example.source, example.language).bytes, as: UTF8.self) == text)
  }

  /// Random text, each character written in one of the ways that the language allows, reads back as itself.
  @Test(arguments: HostLanguage.all) func spellingsReadBack(_ language: HostLanguage) throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let text = String(String.UnicodeScalarView((0..<Int.random(in: 1...30, using: &random)).map { _ in Self.scalar(&random) }))
      let quote = "\""
      let source = quote + text.unicodeScalars.map { Self.spelling(of: $0, in: language, &random) }.joined() + quote
      #expect(String(decoding: try decoded(source, language).bytes, as: UTF8.self) == text)
    }
  }

  private static func scalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [0x20...0x7E, 0x20...0x7E, 0x01...0x1F, 0xA0...0x24F, 0x4E00...0x4EFF, 0x1F600...0x1F64F]
    return Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random) ?? 0x41...0x41, using: &random)) ?? "x"
  }

  private static func spelling(of scalar: Unicode.Scalar, in language: HostLanguage, _ random: inout SeededGenerator) -> String {
    let value = scalar.value
    func hex(_ digits: Int) -> String { String(repeating: "0", count: max(0, digits - String(value, radix: 16).count)) + String(value, radix: 16) }
    var spellings: [String] = []
    if value >= 0x20, scalar != "\"", scalar != "\\" { spellings.append(String(Character(scalar))) }
    if scalar == "\"" || scalar == "\\" { spellings.append("\\" + String(Character(scalar))) }
    if value < 0x80 {
      spellings.append("\\" + String(repeating: "0", count: 3 - String(value, radix: 8).count) + String(value, radix: 8))
      if language.id != "java" { spellings.append("\\x" + hex(2)) }
    }
    let isOdd = scalar == "\"" || scalar == "\\" || scalar == "\n" || scalar == "\r"
    if value < 0x10000, !(language.id == "java" && isOdd) { spellings.append("\\u" + hex(4)) }
    if language.id == "go" || language.id == "python" { spellings.append("\\U" + hex(8)) }
    if language.id == "javascript" { spellings.append("\\u{" + hex(1) + "}") }
    return spellings.randomElement(using: &random) ?? ""
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
