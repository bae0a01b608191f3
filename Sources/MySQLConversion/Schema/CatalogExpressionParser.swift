/// Reads an expression that the catalog prints; operators bind as in PostgreSQL ("Operator Precedence").
struct CatalogExpressionParser {
  typealias Token = CatalogExpressionLexer.Token

  /// Nesting of parentheses, calls and operators beyond which an expression is declined.
  static let maximumDepth = 150

  private let tokens: [Token]
  private var place = 0
  private var depth = 0

  /// - Throws: `NotConvertible` for everything outside the supported grammar.
  static func parse(_ text: String) throws(NotConvertible) -> CatalogExpression {
    var parser = CatalogExpressionParser(tokens: try CatalogExpressionLexer.tokens(of: text))
    let expression = try parser.expression(0)
    guard parser.peek == .end else { throw parser.unexpected() }
    return expression
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  // MARK: Tokens

  var peek: Token { place < tokens.count ? tokens[place] : .end }
  private var following: Token { place + 1 < tokens.count ? tokens[place + 1] : .end }

  mutating func advance() { place += 1 }

  mutating func take(_ token: Token) -> Bool {
    guard peek == token else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool { take(.word(word)) }

  mutating func expect(_ punctuation: String) throws(NotConvertible) {
    guard take(.punctuation(punctuation)) else { throw unexpected() }
  }

  mutating func expect(word: String) throws(NotConvertible) { guard take(word: word) else { throw unexpected() } }

  func unexpected() -> NotConvertible {
    switch peek {
    case .end: NotConvertible("ends too early")
    case .word(let text), .quoted(let text), .number(let text), .operator(let text), .punctuation(let text):
      NotConvertible("has \"\(text)\" where it is not understood")
    case .string: NotConvertible("has a literal where it is not understood")
    }
  }

  // MARK: Operators

  private enum Level { static let or = 1, and = 2, not = 3, `is` = 4, comparison = 5, containment = 6, other = 7, sum = 8, product = 9, power = 10, zone = 11, collate = 12, sign = 13, cast = 15 }

  mutating func expression(_ minimum: Int) throws(NotConvertible) -> CatalogExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw NotConvertible("is nested too deeply") }
    var left = try primary()
    var steps = 0
    while let longer = try infix(left, minimum) {
      steps += 1
      guard steps <= Self.maximumDepth else { throw NotConvertible("is a chain of too many operators") }
      left = longer
    }
    return left
  }

  /// The expression extended by one operator that binds at least as strongly as `minimum`, or nil at its end.
  private mutating func infix(_ left: CatalogExpression, _ minimum: Int) throws(NotConvertible) -> CatalogExpression? {
    switch peek {
    case .punctuation("::") where minimum <= Level.cast:
      advance()
      return .cast(left, try typeName())
    case .punctuation("["): throw NotConvertible("has a subscript")
    case .operator(let name):
      let level = Self.level(of: name)
      guard level >= minimum else { return nil }
      advance()
      return try operation(left, name, level)
    case .word(let word): return try wordOperation(left, word, minimum)
    default: return nil
    }
  }

  private static func level(of name: String) -> Int {
    switch name {
    case "<", ">", "=", "<=", ">=", "<>", "!=": Level.comparison
    case "+", "-": Level.sum
    case "*", "/", "%": Level.product
    case "^": Level.power
    default: Level.other
    }
  }

  private mutating func operation(_ left: CatalogExpression, _ name: String, _ level: Int) throws(NotConvertible) -> CatalogExpression {
    let name = name == "!=" ? "<>" : name
    for (word, isAll) in [("any", false), ("some", false), ("all", true)] where peek == .word(word) && following == .punctuation("(") {
      advance()
      advance()
      let right = try expression(0)
      try expect(")")
      return .quantified(left, name, right, isAll: isAll)
    }
    return .binary(name, left, try expression(level + 1))
  }

  private mutating func wordOperation(_ left: CatalogExpression, _ word: String, _ minimum: Int) throws(NotConvertible) -> CatalogExpression? {
    switch word {
    case "or" where minimum <= Level.or:
      advance()
      let right = try expression(Level.or + 1)
      if case .or(let list) = left { return .or(list + [right]) }
      return .or([left, right])
    case "and" where minimum <= Level.and:
      advance()
      let right = try expression(Level.and + 1)
      if case .and(let list) = left { return .and(list + [right]) }
      return .and([left, right])
    case "is" where minimum <= Level.is:
      advance()
      return try test(left)
    case "not" where minimum <= Level.containment:
      advance()
      guard case .word(let word) = peek, let operation = try containment(left, word, negated: true) else { throw unexpected() }
      return operation
    case "in", "between", "like", "ilike":
      return minimum <= Level.containment ? try containment(left, word, negated: false) : nil
    case "at" where minimum <= Level.zone:
      advance()
      try expect(word: "time")
      try expect(word: "zone")
      return .atTimeZone(left, try expression(Level.zone + 1))
    case "collate" where minimum <= Level.collate:
      advance()
      return .collate(left, try name().name)
    default: return nil
    }
  }

  private mutating func test(_ left: CatalogExpression) throws(NotConvertible) -> CatalogExpression {
    let negated = take(word: "not")
    if take(word: "null") { return .isNull(left, negated: negated) }
    for word in ["true", "false", "unknown"] where take(word: word) { return .isTruth(left, word.uppercased(), negated: negated) }
    try expect(word: "distinct")
    try expect(word: "from")
    return .isDistinct(left, try expression(Level.is + 1), negated: negated)
  }

  private mutating func containment(_ left: CatalogExpression, _ word: String, negated: Bool) throws(NotConvertible) -> CatalogExpression? {
    switch word {
    case "in":
      advance()
      try expect("(")
      return .inList(left, try list(until: ")"), negated: negated)
    case "between":
      advance()
      let low = try expression(Level.containment + 1)
      try expect(word: "and")
      return .between(left, low, try expression(Level.containment + 1), negated: negated)
    case "like", "ilike":
      advance()
      let name = (negated ? "!~~" : "~~") + (word == "ilike" ? "*" : "")
      return .binary(name, left, try expression(Level.containment + 1))
    default: return nil
    }
  }

  /// Expressions with commas between, up to a closing token, which is taken too.
  mutating func list(until close: String) throws(NotConvertible) -> [CatalogExpression] {
    if take(.punctuation(close)) { return [] }
    var items = [try expression(0)]
    while take(.punctuation(",")) { items.append(try expression(0)) }
    try expect(close)
    return items
  }

  // MARK: Operands

  private mutating func primary() throws(NotConvertible) -> CatalogExpression {
    let token = peek
    switch token {
    case .string(let text):
      advance()
      return .string(text)
    case .number(let text):
      advance()
      return .number(text)
    case .punctuation("("):
      advance()
      let inner = try expression(0)
      try expect(")")
      return inner
    case .operator(let name):
      advance()
      return .prefix(name, try expression(name == "-" || name == "+" ? Level.sign : Level.other))
    case .word(let word): return try wordOperand(word)
    case .quoted: return try nameOperand()
    case .punctuation, .end: throw unexpected()
    }
  }

  private mutating func wordOperand(_ word: String) throws(NotConvertible) -> CatalogExpression {
    switch word {
    case "true", "false":
      advance()
      return .boolean(word == "true")
    case "null":
      advance()
      return .null
    case "not":
      advance()
      return .not(try expression(Level.not))
    case "case":
      advance()
      return try caseExpression()
    case "array" where following == .punctuation("["):
      advance()
      advance()
      return .array(try list(until: "]"))
    case "select", "exists", "row", "array", "interval": throw NotConvertible("has \(word.uppercased()), which is not understood")
    case _ where Self.valueFunctions.contains(word) && following != .punctuation("."):
      advance()
      return .valueFunction(word, try precision())
    case "extract", "position", "substring", "trim", "overlay":
      return following == .punctuation("(") ? try specialCall(word) : try nameOperand()
    default: return try nameOperand()
    }
  }

  private static let valueFunctions: Set = [
    "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "current_user", "session_user", "user", "current_role",
  ]

  private mutating func precision() throws(NotConvertible) -> Int? {
    guard take(.punctuation("(")) else { return nil }
    guard case .number(let text) = peek, let precision = Int(text) else { throw unexpected() }
    advance()
    try expect(")")
    return precision
  }

  private mutating func caseExpression() throws(NotConvertible) -> CatalogExpression {
    let operand = peek == .word("when") ? nil : try expression(0)
    var branches: [CatalogExpression.Branch] = []
    while take(word: "when") {
      let condition = try expression(0)
      try expect(word: "then")
      branches.append(.init(condition: condition, result: try expression(0)))
    }
    let last = take(word: "else") ? try expression(0) : nil
    try expect(word: "end")
    guard !branches.isEmpty else { throw NotConvertible("has a CASE without WHEN") }
    return .caseWhen(operand, branches, else: last)
  }

  private mutating func nameOperand() throws(NotConvertible) -> CatalogExpression {
    let name = try name()
    guard take(.punctuation("(")) else { return .column(name.name) }
    return .call(name, try list(until: ")"))
  }

  /// `a`, `s.a` or `t.a`; of more parts the last two.
  mutating func name() throws(NotConvertible) -> CatalogFunctionName {
    var name = CatalogFunctionName(schema: nil, name: try identifier())
    while take(.punctuation(".")) { name = CatalogFunctionName(schema: name.name, name: try identifier()) }
    return name
  }

  mutating func identifier() throws(NotConvertible) -> String {
    switch peek {
    case .word(let text), .quoted(let text):
      advance()
      return text
    default: throw unexpected()
    }
  }
}
