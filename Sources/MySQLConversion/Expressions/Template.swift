import MySQLTarget
import PostgresSyntax
import SourceText

/// A MySQL form with places for values: `{0}`, `{1}`…
///
/// `{{` is a brace, `@name(` a call of the extension pack's function. Words outside quotes follow the case of the statement's keywords. A value gets parentheses where its place asks for them: not between
/// a parenthesis or comma and another.
struct Template: ExpressibleByStringLiteral, Sendable {
  /// Read anew each time that it is filled: most are literals, which cost nothing to make.
  private let text: String

  init(stringLiteral text: String) { self.text = text }

  init(_ text: String) { self.text = text }

  /// A string literal as a part of a template, in which braces stand for themselves.
  static func literal(_ text: String) -> String { MySQLLiteral.string(text).replacing("{", with: "{{") }

  /// How often the value of a number is used.
  func uses(of number: Int) -> Int {
    var count = 0
    read { if case .place(number, _) = $0 { count += 1 } }
    return count
  }

  /// The form with values in its places.
  ///
  /// - Parameter lowercase: Whether the statement writes its keywords in lower case.
  /// - Parameter pack: The extension pack's database, as MySQL writes it.
  /// - Parameter functions: Takes up the functions of the extension pack that it calls.
  func filled(with values: [Output], lowercase: Bool, pack: @autoclosure () -> String, functions: inout Set<String>) -> [Piece] {
    var pieces: [Piece] = []
    var isQuoted = false
    read { part in
      switch part {
      case .text(let bytes): pieces.append(.text(lowercase ? Self.lowercased(bytes, &isQuoted) : String(decoding: bytes, as: UTF8.self)))
      case .function(let bytes):
        let name = String(decoding: bytes, as: UTF8.self)
        functions.insert(name)
        pieces.append(.text("\(pack()).\(name)"))
      case .place(let number, let isBounded):
        guard values.indices.contains(number) else { return }
        pieces += isBounded ? values[number].pieces : values[number].parenthesized(below: .primary)
      }
    }
    return pieces.compacted()
  }

  /// Whether the form is nothing but a call with the values in their order: `RPAD({0}, {1})`.
  func isCall(of name: String, count: Int) -> Bool {
    let head = name.uppercased() + "({0}"
    guard count > 0, text.hasPrefix(head) else { return false }
    return text == head + (1..<count).map { ", {\($0)}" }.joined() + ")"
  }

  static func lowercased(_ text: String) -> String {
    var (text, isQuoted) = (text, false)
    return text.withUTF8 { lowercased($0[...], &isQuoted) }
  }

  /// Words outside single quotes in lower case, but for the labels of JSON types and character sets, which are lower case already.
  private static func lowercased(_ bytes: Bytes, _ isQuoted: inout Bool) -> String {
    let lower = bytes.map { byte in
      if byte == UInt8(ascii: "'") { isQuoted.toggle() }
      return !isQuoted && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    return String(decoding: lower, as: UTF8.self)
  }

  // MARK: Reading

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private enum Part {
    case text(Bytes)
    /// The number of a value, and whether its place bounds it on both sides.
    case place(Int, isBounded: Bool)
    /// The name of a function of the extension pack.
    case function(Bytes)
  }

  private func read(_ take: (Part) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var (start, index, isQuoted) = (0, 0, false)
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "'"): isQuoted.toggle()
        case UInt8(ascii: "@") where !isQuoted:
          guard let end = Self.endOfName(from: index + 1, in: bytes) else { break }
          if start < index { take(.text(bytes[start..<index])) }
          take(.function(bytes[index + 1..<end]))
          (start, index) = (end, end)
          continue
        case UInt8(ascii: "{") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
          take(.text(bytes[start...index]))
          (start, index) = (index + 2, index + 2)
          continue
        case UInt8(ascii: "{"):
          guard let (number, end) = Self.number(from: index + 1, in: bytes) else { break }
          if start < index { take(.text(bytes[start..<index])) }
          take(.place(number, isBounded: Self.isOpen(bytes[start..<index]) && Self.isClosed(bytes[end...])))
          (start, index) = (end, end)
          continue
        default: break
        }
        index += 1
      }
      if start < bytes.count { take(.text(bytes[start...])) }
    }
  }

  /// The end of a function's name, which a parenthesis follows.
  private static func endOfName(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = start
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    return end > start && end < bytes.count && bytes[end] == UInt8(ascii: "(") ? end : nil
  }

  /// The number before a closing brace, and where the text goes on.
  private static func number(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    var (number, end) = (0, start)
    while end < bytes.count, end < start + 4, (0x30...0x39).contains(bytes[end]) { (number, end) = (number * 10 + Int(bytes[end] - 0x30), end + 1) }
    return end > start && end < bytes.count && bytes[end] == UInt8(ascii: "}") ? (number, end + 1) : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F }

  private static func isOpen(_ before: Bytes) -> Bool { before.last == UInt8(ascii: "(") || before.suffix(2).elementsEqual(", ".utf8) }

  private static func isClosed(_ after: Bytes) -> Bool {
    switch after.first {
    case UInt8(ascii: ")"), UInt8(ascii: ","): true
    case UInt8(ascii: " "): after.starts(with: " AS ".utf8) || after.starts(with: " USING ".utf8)
    default: false
    }
  }
}

extension RewriteContext {
  /// Inserted text in the case of the statement's keywords; what stands in single quotes keeps its own.
  func cased(_ text: String) -> String { writesLowerCase ? Template.lowercased(text) : text }

  /// The template with converted nodes in its places; nil where one that cannot be repeated would be.
  mutating func fill(_ template: Template, with nodes: [NodeID], _ precedence: Precedence = .primary) -> Output? {
    let uses = nodes.indices.map { template.uses(of: $0) }
    guard zip(uses, nodes).allSatisfy({ $0 < 2 || isRepeatable($1) }) else { return nil }
    // What the form leaves out, such as the name of an encoding, need not have a MySQL form.
    let values = zip(uses, nodes).map { $0 == 0 ? Output("") : convert($1) }
    return fill(template, with: values, precedence)
  }

  mutating func fill(_ template: Template, with values: [Output], _ precedence: Precedence = .primary) -> Output {
    let target = target
    return Output(template.filled(with: values, lowercase: writesLowerCase, pack: target.extensionDatabaseName, functions: &extensionFunctions), precedence)
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
