/// The grammar that random statements are made from: PostgreSQL 15's `gram.y`, written anew and apart from the parser's own rules, so that the two
/// check each other.
///
/// One rule a paragraph, `name = …`; further lines are indented deeper. Words in capitals are keywords, `'x'` is text as it stands, lower-case words are
/// other rules or a `Lexeme`; `[x]` may be left out, `{x}` stands up to twice, `x%` is a list with commas, `|` parts alternatives, a number
/// before an alternative is its weight. What PostgreSQL's actions refuse (a second ORDER BY, say) may come out too: both parsers must refuse it alike.
enum GeneratedGrammar {
  static let rules = ProductionTable([expressions, queries, definitions, utilities].joined(separator: "\n"))
}

/// What a rule is made of.
indirect enum Production: Sendable {
  case text(String)
  case lexeme(Lexeme)
  /// The index of a rule.
  case rule(Int)
  case sequence([Production])
  case choice([(weight: Int, part: Production)])
  case optional(Production)
  case many(Production)
  case list(Production)
}

/// Rules by name, read from the notation.
struct ProductionTable: Sendable {
  private(set) var rules: [Production] = []
  let names: [String]
  /// The least nesting of rules that each rule needs to end.
  private(set) var heights: [Int] = []
  /// Words that are neither rule nor lexeme; a test sees that there are none.
  private(set) var unknown: [String] = []

  init(_ text: String) {
    var (names, bodies) = ([String](), [String]())
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" ") {
        bodies[bodies.count - 1] += line
      } else {
        let equals = line.firstRange(of: " = ")!
        names.append(String(line[..<equals.lowerBound]))
        bodies.append(String(line[equals.upperBound...]))
      }
    }
    self.names = names
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    for body in bodies {
      var reader = ProductionReader(body, numbers)
      rules.append(reader.readChoice())
      unknown += reader.unknown
    }
    heights = [Int](repeating: Self.endless, count: rules.count)
    while true {
      let next = rules.map { 1 + height(of: $0) }
      if next == heights { return }
      heights = next
    }
  }

  static let endless = 1_000

  /// The least nesting of rules that a part needs.
  func height(of part: Production) -> Int {
    switch part {
    case .text, .lexeme, .optional, .many: 0
    case .rule(let index): min(heights[index], Self.endless)
    case .sequence(let parts): parts.map(height).max() ?? 0
    case .choice(let choices): choices.map { height(of: $0.part) }.min() ?? 0
    case .list(let part): height(of: part)
    }
  }

  func index(of name: String) -> Int { names.firstIndex(of: name)! }
}

private struct ProductionReader {
  private let words: [String]
  private var position = 0
  private let numbers: [String: Int]
  private(set) var unknown: [String] = []

  init(_ text: String, _ numbers: [String: Int]) {
    var spaced = ""
    var quoted = false
    for character in text {
      if character == "'" { quoted.toggle() }
      spaced += !quoted && "[]{}()|%".contains(character) ? " \(character) " : String(character)
    }
    words = spaced.split(separator: " ").map(String.init)
    self.numbers = numbers
  }

  private var word: String { position < words.count ? words[position] : "" }

  mutating func readChoice() -> Production {
    var choices: [(weight: Int, part: Production)] = []
    repeat {
      if word == "|" { position += 1 }
      let weight = Int(word)
      if weight != nil { position += 1 }
      choices.append((weight ?? 1, readSequence()))
    } while word == "|"
    return choices.count == 1 ? choices[0].part : .choice(choices)
  }

  private mutating func readSequence() -> Production {
    var parts: [Production] = []
    while !["", "|", "]", "}", ")"].contains(word) {
      let part = readPart()
      let isList = word == "%"
      if isList { position += 1 }
      parts.append(isList ? .list(part) : part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func readPart() -> Production {
    let first = word
    position += 1
    switch first {
    case "[": return .optional(readGroup())
    case "{": return .many(readGroup())
    case "(": return readGroup()
    default: break
    }
    if first.hasPrefix("'") { return .text(String(first.dropFirst().dropLast())) }
    if first.first!.isUppercase { return .text(first) }
    if let rule = numbers[first] { return .rule(rule) }
    if let lexeme = Lexeme(rawValue: first) { return .lexeme(lexeme) }
    unknown.append(first)
    return .text(first)
  }

  private mutating func readGroup() -> Production {
    let group = readChoice()
    position += 1
    return group
  }
}
