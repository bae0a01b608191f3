/// What a rule of `UtilityRules` is made of.
indirect enum RulePart: Sendable {
  case keyword(Keyword)
  case symbol(Symbol)
  /// A word that PostgreSQL 15 does not know, in lower case.
  case word(String)
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
  /// The nodes that a part leaves get a role.
  case role(Role, RulePart)
  /// What is said of the node that is being made; takes no token.
  case kind(NodeKind)
  case detail(NodeDetail)
  case mark(NodeAttributes, OptionalWords)
  case feature(SyntaxFeature)
  /// What gram.y's action checks here.
  case check(RuleCheck)
  /// What the notation cannot mean; a test sees that there is none.
  case unknown(String)
}

/// What a rule takes from the grammar of expressions and names, by the word that stands for it. Each leaves a node, except those said not to.
enum RuleTerminal: String, Sendable, CaseIterable {
  /// `any_name`: a `qualifiedName`, role `.name` unless the rule says another.
  case object
  /// `qualified_name`: the same, of three parts at most.
  case table
  /// `relation_expr`: a `qualifiedName`, role `.name`; ONLY and `*` as marks of the rule's node.
  case relation
  /// `func_name`: a `qualifiedName`, role `.name`.
  case functionname
  /// `Typename` as an object: role `.name`.
  case typeobject
  /// `ColId`, `ColLabel`, `NonReservedWord`, `type_function_name`, `IDENT`, `reserved_keyword`: an `identifier`.
  case name, label, word, typefunctionname, identifier, reserved
  /// `RoleSpec`: an `identifier`, or a `sqlValueFunction` for CURRENT_USER and the like.
  case role
  /// `Sconst`, `Iconst`.
  case string, integer
  /// `NumericOnly`, `SignedIconst`: a literal or a `signedNumber`.
  case number, signed
  /// `Iconst` or `FCONST`.
  case unsigned
  /// TRUE, FALSE: a `booleanLiteral`; ON: an `identifier`.
  case truth
  /// `ConstInterval Sconst opt_interval`: a `typedLiteral`.
  case intervalliteral
  /// `all_Op`, `any_operator`: an `operatorName`.
  case `operator`, anyoperator
  /// `a_expr`, `b_expr`.
  case expr, bexpr
  /// `Typename`, `SimpleTypename`: role `.type`.
  case type, simpletype
  /// `Typename` as the value of a definition's element (`def_arg`).
  case definedtype
  /// `SelectStmt`, `PreparableStmt`, `stmt`: role `.statement`.
  case query, preparable, statement
  /// `where_clause`, if it is there: role `.whereClause`.
  case `where`
  /// `from_clause`: role `.fromClause`.
  case fromlist
  /// `index_elem`.
  case indexelement
  /// `func_expr_windowless`.
  case application
  /// Any hole.
  case hole
}

/// What a rule makes of what it matched.
struct RuleNode: Sendable {
  var kind: NodeKind
  var role: Role
}

/// The rules of `UtilityRules` read once.
struct RuleTable: Sendable {
  static let shared = RuleTable(UtilityRules.text)

  let names: [String]
  let numbers: [String: Int]
  let rules: [RulePart]
  /// The rule of each statement by its first word.
  let statements: [Keyword: Int]
  /// The node that each rule makes, by index.
  let nodes: [RuleNode?]

  init(_ text: String) {
    let texts = RuleText.all(in: text)
    names = texts.map(\.name)
    let numbers = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    rules = texts.map { text in
      var reader = RuleReader(text.body, numbers)
      return reader.readChoice()
    }
    nodes = texts.map(\.node)
    var statements: [Keyword: Int] = [:]
    for (index, name) in names.enumerated() {
      if let keyword = Keywords.keyword(name), Grammar.commands.contains(keyword) { statements[keyword] = index }
    }
    self.statements = statements
  }
}

/// One rule as it is written.
private struct RuleText {
  var name: String
  var node: RuleNode?
  var body: String

  static func all(in text: String) -> [RuleText] {
    var rules: [RuleText] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix(" ") {
        if !rules.isEmpty { rules[rules.count - 1].body += line }
      } else if let equals = line.firstRange(of: " =") {
        let head = line[..<equals.lowerBound].split(separator: " ").map(String.init)
        rules.append(RuleText(name: head[0], node: node(head), body: String(line[equals.upperBound...])))
      }
    }
    return rules
  }

  /// Of `name -> kind role`; the role may be missing.
  private static func node(_ head: [String]) -> RuleNode? {
    guard head.count > 2, let kind = RuleReader.kinds[head[2]] else { return nil }
    return RuleNode(kind: kind, role: head.count > 3 ? RuleReader.roles[head[3]] ?? .none : .none)
  }
}

/// Reads the notation of one rule.
private struct RuleReader {
  private let words: [String]
  private var position = 0
  private let numbers: [String: Int]

  init(_ text: String, _ numbers: [String: Int]) {
    var spaced = ""
    var quoted = false
    for character in text {
      if character == "'" || character == "\"" { quoted.toggle() }
      let isMark = !quoted && "[]{}()|%".contains(character)
      spaced += isMark ? " \(character) " : String(character)
      if !quoted, character == ":" { spaced += " " }
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
    if first.hasSuffix(":"), let role = Self.roles[String(first.dropLast())] { return .role(role, readPart()) }
    return Self.directive(first) ?? plain(first)
  }

  private mutating func readGroup() -> RulePart {
    let group = readChoice()
    position += 1
    return group
  }

  private static func directive(_ word: String) -> RulePart? {
    let name = String(word.dropFirst())
    switch word.first {
    case "!": return kinds[name].map { .kind($0) } ?? .unknown(word)
    case "@": return NodeDetail.named[name].map { .detail($0) } ?? .unknown(word)
    case "~": return RuleCheck(rawValue: name).map { .check($0) } ?? .unknown(word)
    case "^": return SyntaxFeature.named[name].map { .feature($0) } ?? .unknown(word)
    case "+":
      if let bit = OptionalWords.names.firstIndex(of: name) { return .mark([], OptionalWords(rawValue: 1 << UInt64(bit))) }
      if let bit = NodeAttributes.names.firstIndex(of: name) { return .mark(NodeAttributes(rawValue: 1 << UInt64(bit)), []) }
      return .unknown(word)
    default: return nil
    }
  }

  private func plain(_ word: String) -> RulePart {
    if word.hasPrefix("'") { return Self.symbols[word].map { .symbol($0) } ?? .unknown(word) }
    if word.hasPrefix("\"") { return .word(String(word.dropFirst().dropLast())) }
    if word.first?.isUppercase == true { return Keywords.keyword(word).map { .keyword($0) } ?? .unknown(word) }
    if let rule = numbers[word] { return .rule(rule) }
    return RuleTerminal(rawValue: word).map { .terminal($0) } ?? .unknown(word)
  }

  static let kinds = Dictionary(uniqueKeysWithValues: NodeKind.allCases.map { ("\($0)", $0) })
  static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ("\($0)", $0) })

  private static let symbols: [String: Symbol] = [
    "'('": .leftParenthesis, "')'": .rightParenthesis, "','": .comma, "';'": .semicolon, "'.'": .dot, "'='": .equal, "'*'": .asterisk,
    "'%'": .percent, "'+'": .plus, "'-'": .minus,
  ]
}
