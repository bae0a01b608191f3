import TestSupport

/// Random regular expressions over three letters, where every way to match has a chance to differ.
struct RandomPattern {
  var random: RandomSource
  private var groups = 0

  init(seed: UInt64) { random = RandomSource(mixing: seed) }

  mutating func next() -> (pattern: String, groups: Int) {
    groups = 0
    var pattern = random.chance(15) ? "^" : ""
    pattern += alternatives(2)
    if random.chance(20) { pattern += "$" }
    return (pattern, groups)
  }

  private mutating func alternatives(_ depth: Int) -> String {
    let count = random.chance(25) ? 2 + random.below(2) : 1
    return (0..<count).map { _ in sequence(depth) }.joined(separator: "|")
  }

  private mutating func sequence(_ depth: Int) -> String {
    let isLazy = random.chance(20)
    return (0...random.below(4)).map { _ in element(depth) + quantifier(isLazy: isLazy) }.joined()
  }

  private mutating func element(_ depth: Int) -> String {
    let roll = random.below(100)
    if depth > 0, roll < 15 { return "(?:" + alternatives(depth - 1) + ")" }
    if depth > 0, roll < 32 {
      groups += 1
      return "(" + alternatives(depth - 1) + ")"
    }
    if depth > 0, roll < 35 { return (random.chance(50) ? "(?=" : "(?!") + random.choice(["a", "b", "ab", "[bc]"]) + ")a?" }
    return random.choice(["a", "b", "c", "a", "b", ".", "[ab]", "[^a]", "\\w", "[bc]", "ab", "\\ya", "[[:alpha:]]"])
  }

  private mutating func quantifier(isLazy: Bool) -> String {
    guard random.chance(45) else { return "" }
    let quantifier = random.choice(["*", "+", "?", "{2}", "{1,2}", "{0,2}"])
    return quantifier + (isLazy || random.chance(4) ? "?" : "")
  }
}
