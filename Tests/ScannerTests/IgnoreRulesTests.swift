import Testing

@testable import Scanner

/// Lines of an ignore file and paths with the verdict on each: `-` ignored, `+` taken back, `?` not spoken of; `/` at the end marks folders.
struct Ignoring: CustomTestStringConvertible, Sendable {
  var lines: String
  var verdicts: [String]
  var testDescription: String { lines.replacing("\n", with: "⏎") }
  init(_ lines: String, _ verdicts: String...) { (self.lines, self.verdicts) = (lines, verdicts) }
}

@Suite struct IgnoreRulesTests {
  @Test(arguments: [
    Ignoring("a.go", "-a.go", "-x/a.go", "?b.go", "?aa.go"),
    Ignoring("*.go", "-a.go", "-x/y/b.go", "?a.gox"),
    Ignoring("/a.go", "-a.go", "?x/a.go"),
    Ignoring("x/a.go", "-x/a.go", "?y/x/a.go"),
    Ignoring("build/", "-build/", "?build", "-x/build/"),
    Ignoring("/build/", "-build/", "?x/build/"),
    Ignoring("*.go\n!keep.go", "-a.go", "+keep.go", "+x/keep.go"),
    Ignoring("!keep.go\n*.go", "-keep.go"),
    Ignoring("**/gen", "-gen", "-a/gen", "-a/b/gen", "?agen"),
    Ignoring("a/**", "-a/b", "-a/b/c", "?a"),
    Ignoring("a/**/b", "-a/b", "-a/x/b", "-a/x/y/b", "?ab", "?a/xb"),
    Ignoring("**", "?"),
    Ignoring("a?c", "-abc", "?ac", "?a/c"),
    Ignoring("a*c", "-ac", "-abbc", "?a/c"),
    Ignoring("[ab].go", "-a.go", "-b.go", "?c.go"),
    Ignoring("[!ab].go", "?a.go", "-c.go"),
    Ignoring("[^ab].go", "?a.go", "-c.go"),
    Ignoring("[a-c0].go", "-b.go", "-0.go", "?d.go"),
    Ignoring("[]].go", "-].go"),
    Ignoring("[[:digit:]]x", "-1x", "?ax"),
    Ignoring("[a.go", "-[a.go"),
    Ignoring("# no\n\\#yes\n\\!wow", "-#yes", "-!wow", "?no"),
    Ignoring("a.go   \nb\\ ", "-a.go", "-b "),
    Ignoring("a.go\r\nb.go\r\n", "-a.go", "-b.go"),
    Ignoring("\\*.go", "-*.go", "?a.go"),
    Ignoring("foo/*", "-foo/a", "?foo/a/b", "-foo/b/"),
    Ignoring("é*", "-été", "-é"),
    Ignoring("/", "?a"),
    Ignoring("*a*a*a*a*a*a*a*a*a*a*b", "?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
  ])
  func decides(_ example: Ignoring) {
    let rules = IgnoreRules(Array(example.lines.utf8))
    for verdict in example.verdicts where verdict != "?" {
      var path = Array(verdict.utf8.dropFirst())[...]
      let isFolder = path.last == UInt8(ascii: "/")
      if isFolder { path.removeLast() }
      let expected: Bool? = verdict.hasPrefix("-") ? true : verdict.hasPrefix("+") ? false : nil
      #expect(rules.verdict(on: path, isFolder: isFolder) == expected, "\(verdict)")
    }
  }
}
