/// A constant SQL/JSON path in lax mode, as far as the extension pack's functions read it: members, elements, every element, and filters that compare
/// with constants.
struct JSONPathQuery {
  indirect enum Step {
    case member(String)
    /// From the end where negative.
    case element(Int)
    case everyElement
    /// One of the lists, of which every test must hold.
    case filter([[Test]])
  }

  struct Test {
    var path: [Step]
    /// `==`, `<`…, `exists`, `starts`.
    var operation: String
    /// JSON.
    var value: String?
  }

  /// What the path gives: values, or the truth of one test.
  enum Meaning {
    case values([Step])
    case test(Test)
  }

  /// Nil for a path that uses more of the language.
  static func parse(_ text: String) -> Meaning? {
    var reader = JSONPathReader(text)
    return reader.path()
  }
}

extension JSONPathQuery.Step {
  /// As the pack's functions take it.
  var json: String {
    switch self {
    case .member(let name): JSONString.quoted(name)
    case .element(let index): "\(index)"
    case .everyElement: "null"
    case .filter(let lists): #"{"any": ["# + lists.map { "[" + $0.map(\.json).joined(separator: ", ") + "]" }.joined(separator: ", ") + "]}"
    }
  }
}

extension JSONPathQuery.Test {
  var json: String {
    #"{"path": "# + JSONPathQuery.json(path) + #", "operator": "\#(operation)""# + (value.map { #", "value": "# + $0 } ?? "") + "}"
  }
}

extension JSONPathQuery {
  static func json(_ steps: [Step]) -> String { "[" + steps.map(\.json).joined(separator: ", ") + "]" }
}

/// Reads a path's text; whatever it does not know makes it give up.
private struct JSONPathReader {
  private var rest: ArraySlice<Unicode.Scalar>
  private var depth = 0

  init(_ text: String) { rest = Array(text.unicodeScalars)[...] }

  mutating func path() -> JSONPathQuery.Meaning? {
    skip()
    if take("strict") { return nil }
    _ = take("lax")
    if take("exists") {
      guard take("("), let steps = steps(from: "$"), take(")"), isAtEnd() else { return nil }
      return .test(.init(path: steps, operation: "exists"))
    }
    guard let steps = steps(from: "$") else { return nil }
    if isAtEnd() { return .values(steps) }
    guard let test = comparison(of: steps), isAtEnd() else { return nil }
    return .test(test)
  }

  private mutating func isAtEnd() -> Bool {
    skip()
    return rest.isEmpty
  }

  private mutating func skip() { rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" } }

  private mutating func take(_ word: String) -> Bool {
    skip()
    let scalars = Array(word.unicodeScalars)
    guard rest.starts(with: scalars) else { return false }
    let after = rest.dropFirst(scalars.count).first
    if let last = scalars.last, last.properties.isAlphabetic, let after, Self.isOfNames(after) { return false }
    rest = rest.dropFirst(scalars.count)
    return true
  }

  private static func isOfNames(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil }

  // MARK: Steps

  private mutating func steps(from root: String) -> [JSONPathQuery.Step]? {
    guard take(root) else { return nil }
    var steps: [JSONPathQuery.Step] = []
    while true {
      if take(".") {
        guard let name = name(), !take("(") else { return nil }
        steps.append(.member(name))
      } else if take("[") {
        guard let step = subscripted() else { return nil }
        steps.append(step)
      } else if take("?") {
        // The pack's tests have plain paths.
        guard root == "$", let filter = filter() else { return nil }
        steps.append(.filter(filter))
      } else {
        return steps
      }
    }
  }

  private mutating func name() -> String? {
    skip()
    if rest.first == "\"" { return string() }
    let word = rest.prefix(while: Self.isOfNames)
    guard let first = word.first, first == "_" || first.properties.isAlphabetic else { return nil }
    rest = rest.dropFirst(word.count)
    return String(String.UnicodeScalarView(word))
  }

  private mutating func subscripted() -> JSONPathQuery.Step? {
    if take("*") { return take("]") ? .everyElement : nil }
    if take("last") {
      var index = -1
      if take("-") {
        guard let back = integer() else { return nil }
        index -= back
      }
      return take("]") ? .element(index) : nil
    }
    guard let index = integer(), take("]") else { return nil }
    return .element(index)
  }

  private mutating func integer() -> Int? {
    skip()
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(String(String.UnicodeScalarView(digits)))
  }

  /// Text without escapes.
  private mutating func string() -> String? {
    guard rest.popFirst() == "\"" else { return nil }
    let word = rest.prefix { $0 != "\"" }
    rest = rest.dropFirst(word.count)
    guard rest.popFirst() == "\"", !word.contains(where: { $0 == "\\" || $0.value < 0x20 }) else { return nil }
    return String(String.UnicodeScalarView(word))
  }

  // MARK: Filters

  private mutating func filter() -> [[JSONPathQuery.Test]]? {
    guard take("("), let lists = alternatives(), take(")") else { return nil }
    return lists
  }

  private mutating func alternatives() -> [[JSONPathQuery.Test]]? {
    var lists: [[JSONPathQuery.Test]] = []
    repeat {
      var tests: [JSONPathQuery.Test] = []
      repeat {
        guard let test = test() else { return nil }
        tests.append(test)
      } while take("&&")
      lists.append(tests)
    } while take("||")
    return lists
  }

  private mutating func test() -> JSONPathQuery.Test? {
    if take("exists") {
      guard take("("), let steps = steps(from: "@"), take(")") else { return nil }
      return .init(path: steps, operation: "exists")
    }
    guard let steps = steps(from: "@") else { return nil }
    return comparison(of: steps)
  }

  private mutating func comparison(of steps: [JSONPathQuery.Step]) -> JSONPathQuery.Test? {
    guard !steps.contains(where: { if case .filter = $0 { true } else { false } }) else { return nil }
    if take("starts") {
      guard take("with") else { return nil }
      skip()
      return string().map { .init(path: steps, operation: "starts", value: JSONString.quoted($0)) }
    }
    for (symbol, operation) in [("==", "=="), ("!=", "!="), ("<>", "!="), ("<=", "<="), (">=", ">="), ("<", "<"), (">", ">")] where take(symbol) {
      return constant().map { .init(path: steps, operation: operation, value: $0) }
    }
    return nil
  }

  private mutating func constant() -> String? {
    skip()
    for word in ["true", "false", "null"] where take(word) { return word }
    if rest.first == "\"" { return string().map(JSONString.quoted) }
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "-" }
    let text = String(String.UnicodeScalarView(digits))
    guard digits.count <= 15, DecimalText(text) != nil, let first = text.first(where: { $0 != "-" }), first != ".", !text.hasSuffix(".") else { return nil }
    rest = rest.dropFirst(digits.count)
    if let next = rest.first, Self.isOfNames(next) { return nil }
    return text
  }
}
