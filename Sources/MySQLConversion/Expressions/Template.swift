import MySQLTarget
import PostgresSyntax
import SourceText

/// A MySQL form with places for values: `{0}`, `{1}`…
///
/// `{{` is a brace, `@name(` a call of the extension pack's function. Words outside quotes follow the case of the statement's keywords. A value gets parentheses where its place asks for them: not between
/// a parenthesis or comma and another.
struct Template: ExpressibleByStringLiteral, Sendable {
  private enum Part: Sendable {
    case text(String)
    /// The number of a value, and whether its place bounds it on both sides.
    case place(Int, isBounded: Bool)
    /// A function of the extension pack.
    case function(String)
  }

  private let parts: [Part]
  /// How often each value is used, by number.
  let uses: [Int: Int]
  /// The functions of the extension pack that it calls.
  let functions: [String]
  /// The function's name where the form is nothing but a call with the values in their order: `RPAD({0}, {1})`.
  let plainCall: String?

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: String) {
    var parts: [Part] = []
    var uses: [Int: Int] = [:]
    var functions: [String] = []
    var (plain, isQuoted) = ("", false)
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "'" { isQuoted.toggle() }
      if character == "@", !isQuoted, let name = Self.functionName(at: rest) {
        parts += [.text(plain), .function(name)]
        functions.append(name)
        (plain, rest) = ("", rest.dropFirst(name.count))
        continue
      }
      guard character == "{" else { plain.append(character); continue }
      if rest.first == "{" { rest.removeFirst(); plain.append("{"); continue }
      guard let end = rest.firstIndex(of: "}"), let number = Int(rest[..<end]) else { plain.append(character); continue }
      let isOpen = plain.hasSuffix("(") || plain.hasSuffix(", ")
      rest = rest[rest.index(after: end)...]
      let isBounded = isOpen && [")", ",", " AS ", " USING "].contains { rest.hasPrefix($0) }
      parts += [.text(plain), .place(number, isBounded: isBounded)]
      plain = ""
      uses[number, default: 0] += 1
    }
    self.parts = parts + [.text(plain)]
    (self.uses, self.functions) = (uses, functions)
    let name = text.prefix { $0.isLetter || $0 == "_" }
    let places = (0..<uses.count).map { "{\($0)}" }.joined(separator: ", ")
    plainCall = !uses.isEmpty && text == "\(name)(\(places))" ? String(name) : nil
  }

  private static func functionName(at text: Substring) -> String? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return !name.isEmpty && text[name.endIndex...].hasPrefix("(") ? String(name) : nil
  }

  /// A string literal as a part of a template, in which braces stand for themselves.
  static func literal(_ text: String) -> String { MySQLLiteral.string(text).replacing("{", with: "{{") }

  /// The form with values in its places.
  ///
  /// - Parameter lowercase: Whether the statement writes its keywords in lower case.
  /// - Parameter pack: The extension pack's database, as MySQL writes it.
  func filled(with values: [Output], lowercase: Bool, pack: String) -> [Piece] {
    var isQuoted = false
    return parts.flatMap { part -> [Piece] in
      switch part {
      case .text(let text): return [.text(lowercase ? Self.lowercased(text, &isQuoted) : text)]
      case .function(let name): return [.text("\(pack).\(name)")]
      case .place(let number, let isBounded):
        guard values.indices.contains(number) else { return [] }
        return isBounded ? values[number].pieces : values[number].parenthesized(below: .primary)
      }
    }.compacted()
  }

  static func lowercased(_ text: String) -> String {
    var isQuoted = false
    return lowercased(text, &isQuoted)
  }

  /// Words outside single quotes in lower case, but for the labels of JSON types and character sets, which are lower case already.
  private static func lowercased(_ text: String, _ isQuoted: inout Bool) -> String {
    var result = ""
    for character in text {
      if character == "'" { isQuoted.toggle() }
      result += isQuoted ? String(character) : character.lowercased()
    }
    return result
  }
}

extension RewriteContext {
  /// Inserted text in the case of the statement's keywords; what stands in single quotes keeps its own.
  func cased(_ text: String) -> String { writesLowerCase ? Template.lowercased(text) : text }

  /// The template with converted nodes in its places; nil where one that cannot be repeated would be.
  mutating func fill(_ template: Template, with nodes: [NodeID], _ precedence: Precedence = .primary) -> Output? {
    guard nodes.enumerated().allSatisfy({ (template.uses[$0] ?? 0) < 2 || isRepeatable($1) }) else { return nil }
    // What the form leaves out, such as the name of an encoding, need not have a MySQL form.
    let values = nodes.enumerated().map { template.uses[$0] == nil ? Output("") : convert($1) }
    return fill(template, with: values, precedence)
  }

  mutating func fill(_ template: Template, with values: [Output], _ precedence: Precedence = .primary) -> Output {
    extensionFunctions.formUnion(template.functions)
    return Output(template.filled(with: values, lowercase: writesLowerCase, pack: target.extensionDatabaseName), precedence)
  }

  /// The name by which a rewrite calls a function of the extension pack.
  mutating func extensionFunction(_ name: String) -> String {
    extensionFunctions.insert(name)
    return "\(target.extensionDatabaseName).\(name)"
  }

  /// The arguments of a call in the order of the catalog's function, whatever syntax it is written in.
  func callArguments(_ node: NodeID) -> [NodeID] {
    switch tree[node].kind {
    // POSITION(a IN b) is position(b, a).
    case .position: return tree.children(of: node, .argument).reversed()
    case .substring: return tree.children(of: node).filter { [.argument, .from, .for].contains(tree[$0].role) }
    case .overlay: return [Role.argument, .placing, .from, .for].flatMap { tree.children(of: node, $0) }
    case .trim: return tree.children(of: node, .argument) + tree.children(of: node, .character)
    case .atTimeZone: return tree.children(of: node, .zone) + tree.children(of: node, .operand)
    default: return tree.children(of: node, .argument)
    }
  }

  /// Whether a call has none of the parts that belong to aggregates and windows.
  func isPlainCall(_ node: NodeID) -> Bool {
    guard tree[node].attributes.isDisjoint(with: [.distinct, .variadic, .star]) else { return false }
    return [Role.orderByClause, .filter, .withinGroup, .over].allSatisfy { tree.child(of: node, $0) == nil }
  }

  /// Whether the values that PostgreSQL coerces to a function's arguments have the same form in MySQL.
  func takesAlike(_ arguments: [NodeID]) -> Bool {
    arguments.allSatisfy { argument in
      guard let own = family(of: argument), let coerced = coercedFamily(of: argument), tree[argument].kind != .namedArgument else { return false }
      return own == coerced || (own.isNumber && coerced.isNumber) || (own.isCollatable && coerced.isCollatable) || (own == .caseless && coerced == .text)
    }
  }
}
