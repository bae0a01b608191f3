import MySQLTarget

/// A path to a value in a JSON document, in MySQL's syntax.
enum JSONPath {
  enum Step: Hashable {
    case member(String)
    /// Negative ones count from the end.
    case element(Int)
  }

  /// One member: `$."a b"`.
  static func member(_ key: String) -> String { "$" + text(.member(key)) }

  /// Members one below the other.
  static func members(_ keys: [String]) -> String { path(keys.map { .member($0) }) }

  static func path(_ steps: [Step]) -> String { "$" + steps.map(text).joined() }

  /// `$[0]`, and `$[last-1]` for -2.
  static func element(_ index: Int) -> String { "$" + text(.element(index)) }

  private static func text(_ step: Step) -> String {
    switch step {
    case .member(let key): "." + JSONString.quoted(key)
    case .element(let index): "[" + (index >= 0 ? "\(index)" : index == -1 ? "last" : "last-\(-1 - index)") + "]"
    }
  }
}

/// A constant path of PostgreSQL's: a step that is a number names an element of an array or a member of an object, whichever is there.
struct JSONKeys {
  let keys: [String]

  /// The number that a step is for an array, as C's `strtol` reads it; nil for what only an object has.
  static func index(_ key: String) -> Int? {
    let digits = key.drop { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard let last = digits.utf8.last, last.isDigit, let number = Int32(digits) else { return nil }
    return Int(number)
  }

  /// How many steps depend on what the document has there.
  var ambiguousSteps: Int { keys.count { Self.index($0) != nil } }

  /// A template over the document `{0}` that takes a path of members and elements.
  ///
  /// - Parameters:
  ///   - root: What the document is known to be.
  ///   - leaf: The form for one path.
  func template(root: JSONShape?, _ leaf: (_ path: [JSONPath.Step]) -> String) -> String {
    guard let root, let key = keys.first, let index = Self.index(key) else { return branch(from: 0, [], leaf) }
    return branch(from: 1, [root == .array ? .element(index) : .member(key)], leaf)
  }

  private func branch(from start: Int, _ steps: [JSONPath.Step], _ leaf: ([JSONPath.Step]) -> String) -> String {
    var steps = steps
    for (offset, key) in keys.enumerated().dropFirst(start) {
      guard let index = Self.index(key) else {
        steps.append(.member(key))
        continue
      }
      let place = steps.isEmpty ? "{0}" : "JSON_EXTRACT({0}, \(Template.literal(JSONPath.path(steps))))"
      let element = branch(from: offset + 1, steps + [.element(index)], leaf)
      let member = branch(from: offset + 1, steps + [.member(key)], leaf)
      return "IF(JSON_TYPE(\(place)) = 'ARRAY' COLLATE utf8mb4_0900_bin, \(element), \(member))"
    }
    return leaf(steps)
  }
}
