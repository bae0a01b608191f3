import Foundation

/// Reads a regular expression by PostgreSQL's grammar ("Regular Expression Details"; `regc_lex.c`).
struct PatternParser {
  /// A pattern that is read.
  struct Result {
    let root: PatternNode
    let options: PatternOptions
    let groupCount: Int
  }

  let scalars: [Unicode.Scalar]
  var options: PatternOptions
  var offset = 0
  private var groupCount = 0
  private var depth = 0

  /// - Throws: `NotConvertible` for what MySQL's dialect does not have, what is not known here, and what PostgreSQL refuses.
  static func parse(_ pattern: String, _ options: PatternOptions) throws(NotConvertible) -> Result {
    var parser = PatternParser(pattern, options)
    try parser.prefixes()
    if parser.options.isLiteral {
      let characters = try parser.scalars[parser.offset...].map { (scalar) throws(NotConvertible) in try parser.character(scalar) }
      return Result(root: .sequence(characters), options: parser.options, groupCount: 0)
    }
    let root = try parser.expression()
    guard parser.offset == parser.scalars.count else { throw unsupported("a parenthesis that nothing opens") }
    return Result(root: root, options: parser.options, groupCount: parser.groupCount)
  }

  private init(_ pattern: String, _ options: PatternOptions) { (scalars, self.options) = (Array(pattern.unicodeScalars), options) }

  static func unsupported(_ what: String) -> NotConvertible { NotConvertible("matches a regular expression with \(what), which MySQL may read otherwise") }
  func unsupported(_ what: String) -> NotConvertible { Self.unsupported(what) }

  var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }
  func at(_ distance: Int) -> Unicode.Scalar? { offset + distance < scalars.count ? scalars[offset + distance] : nil }
  private func starts(_ text: String) -> Bool { scalars[min(offset, scalars.count)...].starts(with: Array(text.unicodeScalars)) }

  /// `***=`, `***:` and options such as `(?i)`.
  private mutating func prefixes() throws(NotConvertible) {
    if options.isLiteral { return }
    if starts("***=") { offset += 4; options.isLiteral = true; return }
    if starts("***:") { offset += 4 } else if starts("***") { throw unsupported("***") }
    guard starts("(?"), let letter = at(2), ("a"..."z").contains(letter) else { return }
    offset += 2
    while let letter = next, letter != ")" {
      guard options.take(letter) else { throw unsupported("the option \(letter)") }
      offset += 1
    }
    guard next == ")" else { throw unsupported("options that nothing ends") }
    offset += 1
  }

  // MARK: Structure

  private mutating func expression() throws(NotConvertible) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw unsupported("too many parentheses") }
    var branches = [try branch()]
    while next == "|" {
      offset += 1
      branches.append(try branch())
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func branch() throws(NotConvertible) -> PatternNode {
    var nodes: [PatternNode] = []
    skipBlanks()
    while let scalar = next, scalar != "|", !(scalar == ")" && depth > 1) {
      if scalar == ")" { throw unsupported("a parenthesis that nothing opens") }
      if isComment { try skipComment(); skipBlanks(); continue }
      let node = try element()
      skipBlanks()
      nodes.append(try quantified(node))
      skipBlanks()
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private var isComment: Bool { starts("(?#") }

  private mutating func skipComment() throws(NotConvertible) {
    while let scalar = next, scalar != ")" { _ = scalar; offset += 1 }
    guard next == ")" else { throw unsupported("a comment that nothing ends") }
    offset += 1
  }

  private mutating func skipBlanks() {
    guard options.isExpanded else { return }
    while let scalar = next {
      if scalar == "#" {
        while let inner = next, inner != "\n" { _ = inner; offset += 1 }
      } else if scalar.isASCII, scalar.properties.isWhitespace {
        offset += 1
      } else {
        return
      }
    }
  }

  private mutating func element() throws(NotConvertible) -> PatternNode {
    guard let scalar = next else { throw unsupported("nothing in it") }
    offset += 1
    switch scalar {
    case "\\": return try escape()
    case "[": return try bracket()
    case "(": return try group()
    case "^": return .assertion(options.anchorsAtLineEnds ? .lineStart : .textStart)
    case "$": return .assertion(options.anchorsAtLineEnds ? .lineEnd : .textEnd)
    case ".":
      let ranges = options.stopsAtLineEnd ? PatternCharacters.complement(of: [10...10], isExact: true) : [0...PatternCharacters.last]
      return .characters(PatternCharacters(text: options.stopsAtLineEnd ? "[^\\n]" : ".", ranges: ranges))
    case "*", "+", "?": throw unsupported("a quantifier of nothing")
    case "{" where next.map(Self.isDigit) == true: throw unsupported("a quantifier of nothing")
    default: return try character(scalar)
    }
  }

  private mutating func group() throws(NotConvertible) -> PatternNode {
    var look: (isAhead: Bool, isNegative: Bool)?
    var number: Int?
    if starts("?:") {
      offset += 2
    } else if let found = [("?=", true, false), ("?!", true, true), ("?<=", false, false), ("?<!", false, true)].first(where: { starts($0.0) }) {
      offset += found.0.count
      look = (found.1, found.2)
    } else if next == "?" {
      throw unsupported("(?")
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try expression()
    guard next == ")" else { throw unsupported("a parenthesis that nothing closes") }
    offset += 1
    guard let look else { return .group(inner, number: number) }
    // Within look-around PostgreSQL's parentheses do not capture, and count as groups all the same.
    guard inner.captures.isEmpty, !inner.hasReference else { throw unsupported("a group within look-around") }
    guard look.isAhead || inner.fixedLength != nil else { throw unsupported("look-behind of varying length") }
    return .look(inner, isAhead: look.isAhead, isNegative: look.isNegative)
  }

  private mutating func quantified(_ node: PatternNode) throws(NotConvertible) -> PatternNode {
    guard let scalar = next else { return node }
    var (least, most): (Int, Int?)
    switch scalar {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{" where at(1).map(Self.isDigit) == true:
      (least, most) = try bound()
      offset -= 1
    default: return node
    }
    offset += 1
    if node.isAssertion { throw unsupported("a quantifier of a constraint") }
    var isLazy = false
    if next == "?" { isLazy = true; offset += 1 }
    if let after = next, ["*", "+", "?"].contains(after) || (after == "{" && at(1).map(Self.isDigit) == true) { throw unsupported("two quantifiers") }
    return .repeated(node, least: least, most: most, isLazy: isLazy)
  }

  /// `{2}`, `{2,}` and `{2,5}`.
  private mutating func bound() throws(NotConvertible) -> (Int, Int?) {
    offset += 1
    let least = try count()
    var most: Int? = least
    if next == "," {
      offset += 1
      most = next == "}" ? nil : try count()
    }
    guard next == "}", most.map({ $0 >= least && $0 > 0 }) ?? true else { throw unsupported("{") }
    offset += 1
    return (least, most)
  }

  private mutating func count() throws(NotConvertible) -> Int {
    var digits = ""
    while let scalar = next, Self.isDigit(scalar) { digits.unicodeScalars.append(scalar); offset += 1 }
    guard let number = Int(digits), number <= 255 else { throw unsupported("{") }
    return number
  }

  // MARK: Characters

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// One plain character, in both cases where case does not count.
  func character(_ scalar: Unicode.Scalar) throws(NotConvertible) -> PatternNode {
    let code = scalar.value
    guard code != 0 else { throw unsupported("a NUL character") }
    let text = Self.escaped(scalar)
    guard options.ignoresCase else { return .characters(PatternCharacters(text: text, ranges: [code...code])) }
    switch LetterCase.other(of: scalar, options) {
    case .none: return .characters(PatternCharacters(text: text, ranges: [code...code]))
    case .letter(let other): return .characters(PatternCharacters(text: "[\(scalar)\(other)]", ranges: [code...code, other.value...other.value]))
    case .unknown: throw unsupported("\(scalar) in any case")
    }
  }

  /// As MySQL's dialect writes it outside brackets.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\", "[", "]", "(", ")", "{", "}", "*", "+", "?", ".", "^", "$", "|", "#", "&", "~", "-": return "\\\(scalar)"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    default:
      guard scalar.value < 0x20 || scalar.value == 0x7F else { return String(scalar) }
      return "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    }
  }

  func characterClass(_ name: String, isNegated: Bool) throws(NotConvertible) -> PatternCharacters {
    guard let found = PatternClass.named(name, options) else { throw unsupported("the class \(name)") }
    guard isNegated else { return PatternCharacters(text: "[\(found.text)]", ranges: found.ranges) }
    // Before PostgreSQL 14 they left line ends out.
    guard !options.stopsAtLineEnd else { throw unsupported("a negated class that heeds line ends") }
    return PatternCharacters(text: "[^\(found.text)]", ranges: PatternCharacters.complement(of: found.ranges, isExact: found.isExact))
  }
}
