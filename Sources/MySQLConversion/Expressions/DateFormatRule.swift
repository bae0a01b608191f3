import MySQLTarget
import PostgresSyntax
import SourceText

/// `to_char(moment, template)` with a constant template.
struct DateFormatRule: ConversionRule {
  static let id = "to-char-dates"
  static let help = RuleHelp(
    why: """
      A constant template becomes DATE_FORMAT; patterns without a specifier become expressions, joined by CONCAT. Names of months and \
      days are English in PostgreSQL unless TM asks for the locale's, and in MySQL while lc_time_names is en_US, its default.
      """,
    example: "SELECT to_char(created_at, 'YYYY-MM-DD HH24:MI'), to_char(created_at, 'FMMonth') FROM orders",
    manual: ["PostgreSQL: Data Type Formatting Functions", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "to_char", context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, let family = context.family(of: arguments[0]), family.isTemporal, let text = context.constantString(arguments[1]) else { return nil }
    guard family != .timestamptz || context.sessionIsUTC, let template = DateTemplate(text), !template.parts.isEmpty,
      let forms = forms(of: template, isZoned: family == .timestamptz)
    else {
      return context.decline("format-template", at: node, "the template \"\(text)\" has no MySQL form that is known to be the same", help: "format the value in the application")
    }
    if forms.allSatisfy({ if case .text = $0 { true } else { false } }) { return nil }
    guard forms.count == 1 || context.isRepeatable(arguments[0]) else { return nil }
    let values = [context.convert(arguments[0])]
    var pieces: [[Piece]] = []
    for form in forms { pieces.append(piece(of: form, values, in: &context)) }
    if pieces.count == 1 { return Output(needsText(forms[0]) ? [.text(context.keyword("CAST") + "(")] + pieces[0] + [.text(context.keyword(" AS CHAR)"))] : pieces[0]) }
    return Output(([.text(context.keyword("CONCAT") + "(")] + .joined(pieces, by: ", ") + [.text(")")]).compacted())
  }

  /// Neighbouring specifiers and texts are one format.
  private func forms(of template: DateTemplate, isZoned: Bool) -> [DateTemplate.Form]? {
    var forms: [DateTemplate.Form] = []
    for part in template.parts {
      let next: DateTemplate.Form
      switch part {
      case .literal(let text): next = .text(text)
      case .pattern(let name, let isFilled, let ordinal):
        guard let form = DateTemplate.form(of: name, isFilled: isFilled, ordinal: ordinal, isZoned: isZoned) else { return nil }
        next = form
      }
      switch (forms.last, next) {
      case (.specifier(let a)?, .specifier(let b)): forms[forms.count - 1] = .specifier(a + b)
      case (.specifier(let a)?, .text(let b)): forms[forms.count - 1] = .specifier(a + b.replacing("%", with: "%%"))
      case (.text(let a)?, .specifier(let b)): forms[forms.count - 1] = .specifier(a.replacing("%", with: "%%") + b)
      case (.text(let a)?, .text(let b)): forms[forms.count - 1] = .text(a + b)
      default: forms.append(next)
      }
    }
    return forms
  }

  private func piece(of form: DateTemplate.Form, _ values: [Output], in context: inout RewriteContext) -> [Piece] {
    switch form {
    case .text(let text): [.text(MySQLLiteral.string(text))]
    case .specifier(let format):
      context.fill("DATE_FORMAT({0}, ", with: values).pieces + [.text(MySQLLiteral.string(format) + ")")]
    case .expression(let template): context.fill(Template(template), with: values).pieces
    }
  }

  /// A number that would arrive as one.
  private func needsText(_ form: DateTemplate.Form) -> Bool {
    guard case .expression(let text) = form else { return false }
    return !["RIGHT", "LEFT", "FORMAT", "ELT", "RPAD", "LPAD", "UPPER", "LOWER"].contains { text.hasPrefix($0) }
  }
}
