import MySQLTarget
import PostgresSyntax
import SourceText

/// `format('…%s…', …)` with a constant format, `translate` with constant lists, `num_nulls` and `num_nonnulls`.
struct FormatFunctionRule: ConversionRule {
  static let id = "format-function"
  static let help = RuleHelp(
    why: """
      A constant format becomes CONCAT; %s writes NULL as nothing, %L as the word NULL. translate becomes one REPLACE per character, where no \
      character put in is itself replaced later.
      """,
    example: "SELECT format('%s (%s)', name, code), translate(code, '-/', '__') FROM item",
    manual: ["PostgreSQL: String Functions and Operators", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["format", "translate", "num_nulls", "num_nonnulls"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    switch function.name {
    case "format": return format(arguments, in: &context)
    case "translate":
      if let output = translate(arguments, in: &context) { return output }
      return arguments.count == 3 && context.takesAlike(arguments) ? context.fill("@translate({0}, {1}, {2})", with: arguments) : nil
    case "num_nulls", "num_nonnulls":
      guard !arguments.isEmpty else { return nil }
      let test = context.keyword(function.name == "num_nulls" ? " IS NULL" : " IS NOT NULL")
      let terms = arguments.map { [.text("(")] + context.convert($0, atLeast: .comparison) + [.text(test + ")")] }
      return Output(.joined(terms, by: " + "), terms.count > 1 ? .additive : .primary)
    default: return nil
    }
  }

  private func format(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let first = arguments.first, let text = context.constantString(first), let parts = FormatParts(text) else { return nil }
    var pieces: [[Piece]] = []
    var next = 1
    for part in parts.parts {
      switch part {
      case .text(let text): pieces.append([.text(MySQLLiteral.string(text))])
      case .value(let position, let kind, let width):
        let number = position ?? next
        next = number + 1
        guard number >= 1, arguments.indices.contains(number), let value = value(arguments[number], kind, in: &context) else { return nil }
        guard let width else { pieces.append(value); continue }
        // A width never cuts.
        guard context.isRepeatable(arguments[number]) else { return nil }
        let padding = Template("\(width < 0 ? "RPAD" : "LPAD")({0}, GREATEST(CHAR_LENGTH({0}), \(abs(width))), ' ')")
        pieces.append(context.fill(padding, with: [Output(value)]).pieces)
      }
    }
    if pieces.isEmpty { return Output("''") }
    return context.call("CONCAT", pieces)
  }

  private func value(_ node: NodeID, _ kind: Character, in context: inout RewriteContext) -> [Piece]? {
    guard let family = context.family(of: node) else { return nil }
    if kind == "L" { return quoted(node, family, in: &context) }
    let text: [Piece]?
    switch family {
    case .boolean: text = context.fill("ELT({0} + 1, 'f', 't')", with: [node])?.pieces
    case .blankPadded: text = context.paddedText(node)?.pieces
    default: text = context.hasTextForm(family) ? context.textForm(of: node) : nil
    }
    guard let text else { return nil }
    return context.isNullable(node) ? context.call("COALESCE", [text, [.text("''")]]).pieces : text
  }

  /// As a literal of PostgreSQL's.
  private func quoted(_ node: NodeID, _ family: TypeFamily, in context: inout RewriteContext) -> [Piece]? {
    switch family {
    case .text:
      return context.fill(
        "COALESCE(IF(LOCATE('\\\\', {0}) > 0, CONCAT('E''', REPLACE(REPLACE({0}, '\\\\', '\\\\\\\\'), '''', ''''''), ''''), CONCAT('''', REPLACE({0}, '''', ''''''), '''')), 'NULL')", with: [node])?.pieces
    case .integer, .date, .uuid, .timestamp, .time:
      guard let text = context.textForm(of: node) else { return nil }
      return context.fill("COALESCE(CONCAT('''', {0}, ''''), 'NULL')", with: [Output(text)]).pieces
    default: return nil
    }
  }

  private func translate(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count == 3, context.family(of: arguments[0]) == .text, let from = context.constantString(arguments[1]).map({ Array($0.unicodeScalars) }),
      let to = context.constantString(arguments[2]).map({ Array($0.unicodeScalars) }), from.count <= 12
    else { return nil }
    var pieces = context.convert(arguments[0]).pieces
    var done: Set<Unicode.Scalar> = []
    for (index, scalar) in from.enumerated() where !done.contains(scalar) {
      done.insert(scalar)
      let replacement = index < to.count ? String(to[index]) : ""
      // A later step must not touch what this one puts in.
      if let put = replacement.unicodeScalars.first, from[(index + 1)...].contains(put), !done.contains(put) { return nil }
      pieces = context.call("REPLACE", [pieces, [.text(MySQLLiteral.string(String(scalar)))], [.text(MySQLLiteral.string(replacement))]]).pieces
    }
    return Output(pieces.compacted())
  }
}

/// A format of `format()`: `%s`, `%2$s`, `%-10s`, `%L`, `%%`; nil for `%I`, a width that is an argument, and others.
private struct FormatParts {
  enum Part {
    case text(String)
    /// A width below 0 pads on the right.
    case value(position: Int?, kind: Character, width: Int?)
  }
  var parts: [Part] = []

  init?(_ text: String) {
    var rest = Substring(text)
    var plain = ""
    while let character = rest.popFirst() {
      guard character == "%" else { plain.append(character); continue }
      if rest.first == "%" { rest.removeFirst(); plain.append("%"); continue }
      var position: Int?
      var width: Int?
      let digits = Self.digits(&rest)
      if let digits, rest.first == "$" {
        rest.removeFirst()
        position = digits
      } else {
        width = digits
      }
      if width == nil, rest.first == "-" {
        rest.removeFirst()
        width = Self.digits(&rest).map { -$0 }
      } else if width == nil {
        width = Self.digits(&rest)
      }
      guard width.map({ abs($0) <= 10_000 }) ?? true else { return nil }
      guard let kind = rest.popFirst(), kind == "s" || kind == "L" else { return nil }
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts.append(.value(position: position, kind: kind, width: width == 0 ? nil : width))
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
  }

  private static func digits(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return digits.count <= 9 ? Int(digits) : nil
  }
}

extension RewriteContext {
  /// Whether `textForm` knows a family, so that asking does not decline.
  func hasTextForm(_ family: TypeFamily) -> Bool {
    [.text, .integer, .decimal, .double, .single, .date, .uuid, .enumeration, .timestamp, .time, .bytea].contains(family) || (family == .timestamptz && sessionIsUTC)
  }
}
