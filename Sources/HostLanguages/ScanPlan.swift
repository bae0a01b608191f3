/// A language's token patterns, compiled and combined.
final class ScanPlan: Sendable {
  let rules: [TokenRule]
  /// All rules as alternatives, each in a capturing group of its own.
  let outside: Regex
  /// The same, and brackets as the last group.
  let inside: Regex
  let bracketGroup: Int
  /// For each interpolated rule the pattern of its text.
  let chunks: [Regex?]
  /// For each slash rule the pattern of a regular expression literal.
  let regexes: [Regex?]
  private let ruleOfGroup: [Int]

  init(_ language: HostLanguage) {
    rules = language.tokens
    var groups = [-1]
    for (number, rule) in rules.enumerated() {
      groups.append(number)
      if case .literal = rule.role { groups.append(number) }
    }
    ruleOfGroup = groups
    bracketGroup = groups.count
    let alternatives = rules.map { "(\($0.pattern))" }.joined(separator: "|")
    outside = Regex(alternatives)
    inside = Regex(alternatives + #"|([][(){}:])"#)
    chunks = rules.map { rule in
      if case .interpolated(let interpolation) = rule.role { Regex(interpolation.chunk) } else { nil }
    }
    regexes = rules.map { rule in
      if case .slash(let regex) = rule.role { Regex(regex) } else { nil }
    }
  }

  func rule(ofGroup group: Int) -> Int { group < ruleOfGroup.count ? ruleOfGroup[group] : 0 }

  /// Throws if a pattern of the language does not compile.
  func check() throws(RegexError) {
    try outside.check()
    try inside.check()
    for case let regex? in chunks + regexes { try regex.check() }
  }

  /// The plan of a language of `HostLanguage.all`, compiled once; another language's is compiled here.
  static func of(_ language: HostLanguage) -> ScanPlan { plans[language.id] ?? ScanPlan(language) }

  private static let plans: [String: ScanPlan] = Dictionary(uniqueKeysWithValues: HostLanguage.all.map { ($0.id, ScanPlan($0)) })
}

extension UInt8 {
  /// A letter, digit, `_`, `$` or any byte beyond ASCII.
  var isIdentifierPart: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x24, 0x80...: true
    default: false
    }
  }

  var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  var isDigit: Bool { (0x30...0x39).contains(self) }
}
