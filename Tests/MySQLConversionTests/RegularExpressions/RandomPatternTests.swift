import Foundation
import ServerComparison
import Testing

/// Random patterns over all texts of up to five letters: what is claimed of a match, its extent and its groups is the same on both servers.
///
/// `SQLFERRY_PATTERN_COUNT` is how many patterns are tried (60), `SQLFERRY_PATTERN_SEED` the seed (1).
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct RandomPatternTests {
  private static let script: String = {
    var texts = [""]
    for length in 1...5 {
      let count = Int((0..<length).reduce(1) { total, _ in total * 3 })
      for number in 0..<count {
        var (text, rest) = ("", number)
        for _ in 0..<length { text += ["a", "b", "c"][rest % 3]; rest /= 3 }
        texts.append(text)
      }
    }
    texts += ["ab cab", "a b", "b a\nab", "aab-bba", "é", "abé", "cab.a", "xab", "abcabcabc", "aabbaabb", "ccba abc"]
    let rows = texts.enumerated().map { "(\($0.offset + 1), '\($0.element)')" }
    return "CREATE TABLE x (id int PRIMARY KEY, s text NOT NULL);\nINSERT INTO x VALUES \(rows.joined(separator: ", "));"
  }()

  @Test func claimedPatternsMatchTheSame() async throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["SQLFERRY_PATTERN_COUNT"].flatMap(Int.init) ?? 60
    var patterns = RandomPattern(seed: environment["SQLFERRY_PATTERN_SEED"].flatMap(UInt64.init) ?? 1)
    try await PairedDatabase.with("sqlferry_patterns", scripts: [Self.script]) { pair in
      let runner = try await StatementRunner(pair)
      var agreed: [String: Int] = [:]
      for _ in 0..<count {
        let (pattern, groups) = patterns.next()
        for (form, expression) in Self.forms(pattern, groups) {
          let statement = FuzzStatement(tree: Grown("statement", [.text("SELECT id, \(expression) FROM x ORDER BY id")]), isOrdered: true)
          switch await runner.outcome(of: statement) {
          case .agreement: agreed[form, default: 0] += 1
          case .failure(let sort, let text): Issue.record("\(sort): \(text)\n  \(expression)")
          case .rejected, .declined, .raised: continue
          }
        }
      }
      print("patterns: \(count) tried, agreed: \(agreed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
      for form in ["match", "replace", "cut", "group 1"] { #expect(agreed[form, default: 0] > count / 40, "\(form)") }
    }
  }

  private static func forms(_ pattern: String, _ groups: Int) -> [(String, String)] {
    var forms = [
      ("match", "s ~ '\(pattern)'"), ("cut", "regexp_substr(s, '\(pattern)')"), ("replace", #"regexp_replace(s, '\#(pattern)', '<\&>', 'g')"#),
      ("first", #"regexp_replace(s, '\#(pattern)', '<\&>')"#), ("count", "regexp_count(s, '\(pattern)', 2)"), ("second", "regexp_substr(s, '\(pattern)', 1, 2)"),
      ("place", "regexp_instr(s, '\(pattern)', 1, 1, 1)"), ("any case", "s ~* '\(pattern)'"), ("lines", "regexp_replace(s, '\(pattern)', 'X', 'gn')"),
    ]
    guard groups > 0 else { return forms }
    for number in 1...min(groups, 3) { forms.append(("group \(number)", "(regexp_match(s, '\(pattern)'))[\(number)]")) }
    forms.append(("groups", #"regexp_replace(s, '\#(pattern)', '[\1]')"#))
    return forms
  }
}
