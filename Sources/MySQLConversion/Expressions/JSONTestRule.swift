import MySQLTarget
import PostgresSyntax
import SourceText

/// `?`, `?|`, `?&` with constant keys, and `@>` with a constant document.
struct JSONTestRule: ConversionRule {
  static let id = "json-tests"
  static let help = RuleHelp(
    why: """
      `?` finds a member of an object, a string element of an array, or a string. JSON_CONTAINS finds a scalar in nested arrays too, which @> \
      does not: a constant document is compared member by member instead.
      """,
    example: #"SELECT id FROM customer WHERE data ? 'email' AND data @> '{"state": "new"}'"#,
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Search JSON Values"])
  static let kinds: [NodeKind] = [.binaryOperation, .functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (name, document, argument) = test(node, in: context), context.isRepeatable(document) else { return nil }
    switch name {
    case "?": return context.constantString(argument).flatMap { exists([$0], " OR ", document, in: &context) }
    case "?|": return context.constantTexts(argument).flatMap { exists($0, " OR ", document, in: &context) }
    case "?&": return context.constantTexts(argument).flatMap { exists($0, " AND ", document, in: &context) }
    default:
      guard let text = context.constantJSON(argument), let value = JSONConstant(text), let condition = Containment.condition(value) else { return nil }
      return context.fill(Template("IF({0} IS NULL, NULL, \(condition))"), with: [document])
    }
  }

  private func test(_ node: NodeID, in context: RewriteContext) -> (name: String, document: NodeID, argument: NodeID)? {
    if let function = context.builtIn(node), context.isPlainCall(node) {
      let names = ["jsonb_exists": "?", "jsonb_exists_any": "?|", "jsonb_exists_all": "?&", "jsonb_contains": "@>"]
      let arguments = context.tree.children(of: node, .argument)
      guard let name = names[function.name], arguments.count == 2 else { return nil }
      return (name, arguments[0], arguments[1])
    }
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), ["?", "?|", "?&", "@>", "<@"].contains(name),
      let left = context.tree.child(of: node, .left), let right = context.tree.child(of: node, .right)
    else { return nil }
    let (document, argument) = name == "<@" ? (right, left) : (left, right)
    return context.coercedFamily(of: document) == .jsonb ? (name == "<@" ? "@>" : name, document, argument) : nil
  }

  private func exists(_ keys: [String], _ word: String, _ document: NodeID, in context: inout RewriteContext) -> Output? {
    guard !keys.isEmpty else { return nil }
    let tests = keys.map { key in
      "IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, JSON_CONTAINS_PATH({0}, 'one', \(Template.literal(JSONPath.member(key)))), \(Template.literal(key)) MEMBER OF({0}))"
    }
    let text = tests.joined(separator: word)
    return context.fill(Template(keys.count > 1 ? "(\(text))" : text), with: [document])
  }
}

/// The condition that a document contains a constant one.
enum Containment {
  /// A template over the document, which is not NULL; nil for arrays of arrays or objects.
  static func condition(_ value: JSONConstant) -> String? {
    switch value {
    case .object(let members): return object(members, [])
    case .array(let items): return array(items, [])
    // At the top a scalar is also contained in an array that has it.
    case .scalar(let text): return "\(document(text)) MEMBER OF({0})"
    }
  }

  private static func document(_ text: String) -> String { "CAST(\(Template.literal(text)) AS JSON)" }

  private static func place(_ path: [String]) -> String {
    path.isEmpty ? "{0}" : "JSON_EXTRACT({0}, \(Template.literal(JSONPath.members(path))))"
  }

  private static func object(_ members: [(String, JSONConstant)], _ path: [String]) -> String? {
    var tests = ["COALESCE(CAST(JSON_TYPE(\(place(path))) AS CHAR), '') = 'OBJECT'"]
    for (key, value) in members {
      let below = path + [key]
      switch value {
      case .scalar(let text): tests.append("\(place(below)) <=> \(document(text))")
      case .object(let inner):
        guard let test = object(inner, below) else { return nil }
        tests.append(test)
      case .array(let items):
        guard let test = array(items, below) else { return nil }
        tests.append(test)
      }
    }
    return tests.joined(separator: " AND ")
  }

  private static func array(_ items: [JSONConstant], _ path: [String]) -> String? {
    var tests = ["COALESCE(CAST(JSON_TYPE(\(place(path))) AS CHAR), '') = 'ARRAY'"]
    for item in items {
      guard case .scalar(let text) = item else { return nil }
      tests.append("COALESCE(\(document(text)) MEMBER OF(\(place(path))), FALSE)")
    }
    return tests.joined(separator: " AND ")
  }
}

/// A constant JSON document.
indirect enum JSONConstant {
  case object([(String, JSONConstant)])
  case array([JSONConstant])
  /// Its text.
  case scalar(String)

  /// Nil for what is no JSON, or nested beyond sixty levels.
  init?(_ text: String) {
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    guard let value = reader.value(0), reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func skip() { rest = rest.drop { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" } }

    var isAtEnd: Bool { rest.allSatisfy { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" } }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      skip()
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    mutating func value(_ depth: Int) -> JSONConstant? {
      skip()
      guard depth < 60, let first = rest.first else { return nil }
      switch first {
      case "{": return object(depth)
      case "[": return array(depth)
      case "\"": return string().map { .scalar($0.source) }
      default:
        let word = rest.prefix { $0 != "," && $0 != "]" && $0 != "}" && $0 != " " && $0 != "\n" && $0 != "\t" }
        rest = rest.dropFirst(word.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        let plain = String(text)
        let isNumber = plain.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) } && plain.contains { $0.isNumber }
        return isNumber || ["true", "false", "null"].contains(plain) ? .scalar(plain) : nil
      }
    }

    private mutating func object(_ depth: Int) -> JSONConstant? {
      rest.removeFirst()
      var members: [(String, JSONConstant)] = []
      if take("}") { return .object([]) }
      while true {
        skip()
        guard rest.first == "\"", let key = string(), take(":"), let value = value(depth + 1) else { return nil }
        members.append((key.value, value))
        if take("}") { return .object(members) }
        guard take(",") else { return nil }
      }
    }

    private mutating func array(_ depth: Int) -> JSONConstant? {
      rest.removeFirst()
      var items: [JSONConstant] = []
      if take("]") { return .array([]) }
      while true {
        guard let value = value(depth + 1) else { return nil }
        items.append(value)
        if take("]") { return .array(items) }
        guard take(",") else { return nil }
      }
    }

    /// A string's value and source; nil for escapes by number, which need not be read here.
    private mutating func string() -> (value: String, source: String)? {
      var value = String.UnicodeScalarView()
      var source = String.UnicodeScalarView(["\""])
      rest.removeFirst()
      while let scalar = rest.popFirst() {
        source.append(scalar)
        if scalar == "\"" { return (String(value), String(source)) }
        guard scalar == "\\" else { value.append(scalar); continue }
        guard let next = rest.popFirst() else { return nil }
        source.append(next)
        switch next {
        case "\"", "\\", "/": value.append(next)
        case "n": value.append("\n")
        case "t": value.append("\t")
        case "r": value.append("\r")
        default: return nil
        }
      }
      return nil
    }
  }
}

extension RewriteContext {
  /// The text of a constant of type jsonb, whatever cast or type name it is written with.
  func constantJSON(_ node: NodeID) -> String? {
    var node = unwrapped(node)
    while [.typeCast, .castExpression].contains(tree[node].kind), let operand = tree.child(of: node, .operand) { node = unwrapped(operand) }
    if tree[node].kind == .typedLiteral, let value = tree.child(of: node, .value) { node = value }
    return constantString(node)
  }
}
