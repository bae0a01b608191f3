import TestSupport

@testable import PostgresSyntax

/// Random statements of `GeneratedGrammar`, and random changes to statements.
struct StatementGenerator {
  var random: RandomSource
  private let table = GeneratedGrammar.rules
  private let start = GeneratedGrammar.rules.index(of: "statement")

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  /// The tokens of one statement, mostly a valid one.
  mutating func statement() -> [String] {
    var tokens: [String] = []
    generate(.rule(start), depth: 6 + random.below(14), into: &tokens)
    return tokens
  }

  /// Tokens of the right sort in no right order.
  mutating func soup() -> [String] {
    var tokens: [String] = []
    let keywords = Keyword.allCases
    for _ in 0..<(1 + random.below(25)) {
      switch random.below(4) {
      case 0: tokens.append(random.choice(keywords).word)
      case 1: tokens.append(random.choice(["(", ")", "[", "]", ",", ".", ";", ":", "::", ":=", "=>", "..", "*", "=", "<", "-", "%", "\\", "{"]))
      default: random.choice(Lexeme.allCases).append(to: &tokens, &random)
      }
    }
    return tokens
  }

  /// Drops, doubles, swaps or replaces a token or two.
  mutating func mutated(_ statement: [String]) -> [String] {
    var tokens = statement
    for _ in 0...random.below(2) where !tokens.isEmpty {
      let index = random.below(tokens.count)
      switch random.below(5) {
      case 0: tokens.remove(at: index)
      case 1: tokens.insert(tokens[index], at: index)
      case 2: tokens.swapAt(index, random.below(tokens.count))
      case 3: tokens[index] = random.choice(soup())
      default: tokens.insert(random.choice(soup()), at: index)
      }
    }
    return tokens
  }

  /// The tokens, each with what stands before it: blanks, line ends, comments; what may touch sometimes touches.
  mutating func pieces(of tokens: [String]) -> [String] {
    let isOdd = random.chance(30)
    var before = ""
    return tokens.map { token in
      defer { before = token }
      return (before.isEmpty ? "" : isOdd ? oddGap(before, token) : " ") + token
    }
  }

  private mutating func oddGap(_ before: String, _ after: String) -> String {
    // Nor does it continue a string past a comment.
    if before.hasSuffix("'"), after.hasPrefix("'") { return " " }
    let touches = Self.touching.contains(before) || Self.touching.contains(after)
    switch random.below(8) {
    case 0, 1, 2: return touches ? "" : " "
    case 3: return random.choice(["\n", "\t", "  ", "\r\n", " \u{0C} "])
    case 4 where !Self.looking.contains(before.uppercased()): return random.choice(["/**/", " /* c */ ", "/* a /* b */ ' */", " -- c\n", "--\n", " --'\r"])
    default: return " "
    }
  }

  /// libpg_query does not see past a comment what these words belong to, as PostgreSQL does.
  private static let looking: Set<String> = ["NOT", "NULLS", "WITH", "WITHOUT"]
  private static let touching: Set<String> = ["(", ")", "[", "]", ",", ";"]

  // MARK: Productions

  /// - Parameter depth: How many rules may still nest; below 0 the shortest way out is taken.
  private mutating func generate(_ part: Production, depth: Int, into tokens: inout [String]) {
    let isShort = depth < 0 || tokens.count > 150
    switch part {
    case .text(let text): tokens.append(random.chance(3) ? text.lowercased() : text)
    case .lexeme(let lexeme): lexeme.append(to: &tokens, &random)
    case .rule(let index): generate(table.rules[index], depth: depth - 1, into: &tokens)
    case .sequence(let parts): for part in parts { generate(part, depth: depth, into: &tokens) }
    case .choice(let choices): generate(choose(choices, isShort: isShort || depth < 4 && random.chance(40)), depth: depth, into: &tokens)
    case .optional(let part): if !isShort, random.chance(35) { generate(part, depth: depth, into: &tokens) }
    case .many(let part):
      guard !isShort else { return }
      for _ in 0..<random.choice([0, 0, 1, 1, 2]) { generate(part, depth: depth, into: &tokens) }
    case .list(let part):
      generate(part, depth: depth, into: &tokens)
      guard !isShort else { return }
      for _ in 0..<random.choice([0, 0, 0, 1, 1, 2]) {
        tokens.append(",")
        generate(part, depth: depth - 1, into: &tokens)
      }
    }
  }

  private mutating func choose(_ choices: [(weight: Int, part: Production)], isShort: Bool) -> Production {
    var open = choices
    if isShort {
      let least = choices.map { table.height(of: $0.part) }.min() ?? 0
      open = choices.filter { table.height(of: $0.part) == least }
    }
    var pick = random.below(open.reduce(0) { $0 + $1.weight })
    for choice in open {
      pick -= choice.weight
      if pick < 0 { return choice.part }
    }
    return open[0].part
  }
}
