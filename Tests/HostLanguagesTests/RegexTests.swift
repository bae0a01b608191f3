import Testing

import SourceText

@testable import HostLanguages

@Suite struct RegexTests {
  @Test func findsRangesAndGroups() throws {
    let matcher = Matcher(Regex(#"(a+)|(b+)"#))
    let bytes = Array("xxaabb".utf8)
    #expect(try matcher.find(in: bytes, from: 0))
    #expect(matcher.range == ByteRange(2, 4))
    #expect(matcher.firstGroup == 1)
    #expect(try matcher.find(in: bytes, from: 4))
    #expect(matcher.firstGroup == 2)
    #expect(matcher.group(1) == nil)
    #expect(matcher.group(7) == nil)
    #expect(try !matcher.find(in: bytes, from: 6))
    #expect(try !matcher.find(in: bytes, from: 0, anchored: true))
    #expect(try !matcher.find(in: bytes, from: 99))
  }

  @Test func seesBytesNotCharacters() throws {
    #expect(try Regex(".").firstMatch(in: [0xFF]) == ByteRange(0, 1))
    #expect(try Regex(#"\xc3"#).firstMatch(in: Array("é".utf8)) == ByteRange(0, 1))
    #expect(try Regex("a*").firstMatch(in: []) == ByteRange(0, 0))
  }

  @Test func aBadPatternThrowsAtItsFirstUse() {
    let error = #expect(throws: RegexError.self) { try Regex("a(b").firstMatch(in: [1]) }
    guard case .invalidPattern(_, let offset) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(offset == 3)
  }

  /// Nested quantifiers over a text that nearly matches: without a limit this takes years.
  @Test func aCostlyMatchIsGivenUp() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 5000) + [UInt8(ascii: "b")]
    #expect(throws: RegexError.self) { try Regex(#"(?:a|aa|(a+)+)+$"#).firstMatch(in: bytes) }
  }

  @Test(arguments: HostLanguage.all) func patternsOfEveryLanguageCompile(_ language: HostLanguage) throws {
    try ScanPlan.of(language).check()
  }

  @Test func sinksAreSortedAndUnique() {
    for language in HostLanguage.all {
      let callees = language.sinks.map(\.callee)
      #expect(callees == callees.sorted(), "\(language.id)")
      #expect(language.drivers.contains { $0.imports.isEmpty }, "\(language.id) has a fallback driver")
    }
  }
}

extension HostLanguage: CustomTestStringConvertible { public var testDescription: String { id } }
