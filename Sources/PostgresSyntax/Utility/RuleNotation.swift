/// What a rule of `UtilityRules` is made of.
indirect enum RulePart: Sendable {
  case keyword(Keyword)
  case symbol(Symbol)
  case terminal(RuleTerminal)
  /// The index of a rule.
  case rule(Int)
  case sequence([RulePart])
  case choice([RulePart])
  case optional(RulePart)
  /// Any number of times.
  case many(RulePart)
  /// Once or more, with commas between.
  case list(RulePart)
}

/// What a rule takes from the grammar of expressions and names, by the word that stands for it. Those with a role leave a node with it.
enum RuleTerminal: String, Sendable, CaseIterable {
  /// `any_name`: role `.name`, an object that the statement is about.
  case object
  /// `relation_expr`: role `.name`.
  case relation
  /// `func_name` as an object: role `.name`.
  case routine
  /// A type as an object: role `.name`.
  case typeobject
  /// `ColId`: role `.name`, in a column's definition.
  case columnname
  /// `ColId` without a node.
  case name
  /// `any_name` without a node.
  case anyname
  /// `func_name` without a node.
  case functionname
  /// `ColLabel` without a node.
  case label
  /// `NonReservedWord`.
  case word
  /// `type_function_name`.
  case typefunctionname
  /// `IDENT`.
  case identifier
  /// `reserved_keyword`.
  case reserved
  /// `RoleSpec`.
  case role
  case string, integer
  /// `NumericOnly`.
  case number
  /// `Iconst` or `FCONST`.
  case unsigned
  /// `all_Op`.
  case `operator`
  /// `any_operator`.
  case anyoperator
  /// `a_expr`, `b_expr`: role `.item`.
  case expr, bexpr
  /// `Typename`, `SimpleTypename`: role `.type`.
  case type, simpletype
  /// `opt_interval`.
  case intervalfields
  /// `SelectStmt`, `PreparableStmt`, `stmt`: role `.statement`.
  case query, preparable, statement
  /// `where_clause`, if it is there: role `.whereClause`.
  case `where`
  /// `from_clause`: role `.fromClause`.
  case fromlist
  /// `index_elem`: role `.item`.
  case indexelement
  /// `func_expr_windowless`: role `.item`.
  case application
  /// Any hole: role `.hole`.
  case hole
}

/// The rules of `UtilityRules` read once.
struct RuleTable: Sendable {
  static let shared = RuleTable(UtilityRules.text)

  let rules: [RulePart]
  /// The rule of each statement by its first word.
  let statements: [Keyword: Int]
  /// Rules that make a node, by index.
  let nodes: [(kind: NodeKind, role: Role)?]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2) }.filter { $0.count == 3 }
    let names = lines.map { String($0[0]) }
    let numbers = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    rules = lines.map { line in
      var reader = RuleReader(line[2], numbers)
      return reader.readChoice()
    }
    var statements: [Keyword: Int] = [:]
    for (index, name) in names.enumerated() {
      if let keyword = Keywords.keyword(name), Grammar.commands.contains(keyword) { statements[keyword] = index }
    }
    self.statements = statements
    let made: [String: (NodeKind, Role)] = [
      "columndef": (.columnDefinition, .definition), "definitionelement": (.columnDefinition, .definition),
      "columnconstraint": (.other, .item), "tableconstraint": (.other, .item), "alteration": (.other, .item),
    ]
    nodes = names.map { made[$0] }
  }
}

/// Reads the notation of one rule.
private struct RuleReader {
  private let words: [String]
  private var position = 0
  private let numbers: [String: Int]

  init(_ text: Substring, _ numbers: [String: Int]) {
    var spaced = ""
    var quoted = false
    for character in text {
      if character == "'" { quoted.toggle() }
      let isMark = !quoted && "[]{}()|%".contains(character)
      spaced += isMark ? " \(character) " : String(character)
    }
    words = spaced.split(separator: " ").map(String.init)
    self.numbers = numbers
  }

  private var word: String { position < words.count ? words[position] : "" }

  mutating func readChoice() -> RulePart {
    var alternatives = [readSequence()]
    while word == "|" {
      position += 1
      alternatives.append(readSequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func readSequence() -> RulePart {
    var parts: [RulePart] = []
    while !["", "|", "]", "}", ")"].contains(word) {
      let part = readPart()
      if word == "%" {
        position += 1
        parts.append(.list(part))
      } else {
        parts.append(part)
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func readPart() -> RulePart {
    let first = word
    position += 1
    switch first {
    case "[": return .optional(readGroup())
    case "{": return .many(readGroup())
    case "(": return readGroup()
    default: break
    }
    if first.hasPrefix("'") { return .symbol(Self.symbols[first] ?? .invalid) }
    if first.first?.isUppercase == true, let keyword = Keywords.keyword(first) { return .keyword(keyword) }
    if let rule = numbers[first] { return .rule(rule) }
    return RuleTerminal(rawValue: first).map { .terminal($0) } ?? .symbol(.invalid)
  }

  private mutating func readGroup() -> RulePart {
    let group = readChoice()
    position += 1
    return group
  }

  private static let symbols: [String: Symbol] = [
    "'('": .leftParenthesis, "')'": .rightParenthesis, "','": .comma, "';'": .semicolon, "'.'": .dot, "'='": .equal, "'*'": .asterisk,
    "'%'": .percent, "'+'": .plus, "'-'": .minus,
  ]
}
