import MySQLTarget
import PostgresSyntax
import SourceText

/// `to_char(moment, template)` with a constant template.
struct DateFormatRule: ConversionRule {
  static let id = "to-char-dates"
  static let help = RuleHelp(
    why: """
      A constant template becomes DATE_FORMAT, of a time of day TIME_FORMAT; patterns without a specifier become expressions, joined by CONCAT. Names of months and \
      days are English in PostgreSQL unless TM asks for the locale's, and in MySQL while lc_time_names is en_US, its default. A template that is no \
      constant is read by a function of the extension pack, which knows every pattern but TM.
      """,
    example: "SELECT to_char(created_at, 'YYYY-MM-DD HH24:MI'), to_char(created_at, 'FMMonth') FROM orders",
    manual: ["PostgreSQL: Data Type Formatting Functions", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["to_char"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "to_char", context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, let own = context.family(of: arguments[0]), let family = context.coercedFamily(of: arguments[0]), own.isTemporal || family == .interval
    else { return nil }
    guard let text = context.constantString(arguments[1]) else { return variable(arguments, own, in: &context) }
    guard own != .timestamptz || context.sessionIsUTC, let template = DateTemplate(text), !template.parts.isEmpty else { return refused(node, text, in: &context) }
    if own == .interval { return interval(arguments[0], template, in: &context) ?? refused(node, text, in: &context) }
    let kind: DateTemplate.Kind = own == .time ? .time : own == .timestamptz ? .zoned(context.zoneAbbreviation ?? "") : .plain
    guard let forms = forms(of: template, kind), forms.count < 2 || context.isRepeatable(arguments[0]) else { return refused(node, text, in: &context) }
    let values = [context.convert(arguments[0])]
    if forms.allSatisfy({ if case .text = $0 { true } else { false } }) {
      let whole = forms.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      return context.fill(Template("IF({0} IS NULL, NULL, \(Template.literal(whole)))"), with: values)
    }
    var pieces: [[Piece]] = []
    for form in forms { pieces.append(piece(of: form, values, in: &context)) }
    if pieces.count == 1 { return Output(needsText(forms[0]) ? context.cast(pieces[0], as: "CHAR") : pieces[0]) }
    return context.call("CONCAT", pieces)
  }

  private func refused(_ node: NodeID, _ text: String, in context: inout RewriteContext) -> Output {
    context.decline("format-template", at: node, "the template \"\(text)\" has no MySQL form that is known to be the same", help: "format the value in the application")
  }

  /// A template that is no constant: a function of the extension pack reads it.
  private func variable(_ arguments: [NodeID], _ own: TypeFamily, in context: inout RewriteContext) -> Output? {
    guard own.isTemporal, context.coercedFamily(of: arguments[1]) == .text, own != .timestamptz || context.sessionIsUTC else { return nil }
    // A date becomes a timestamptz.
    let zone = own == .timestamp ? "" : context.zoneAbbreviation
    guard let zone else { return nil }
    return context.fill(Template("@to_char({0}, {1}, '\(zone)')"), with: arguments)
  }

  /// Hours, minutes, seconds and days of an interval, each with a sign of its own.
  private func interval(_ argument: NodeID, _ template: DateTemplate, in context: inout RewriteContext) -> Output? {
    guard !template.parts.isEmpty, template.parts.count == 1 || context.isRepeatable(argument) else { return nil }
    let constant = IntervalTerms.constant(argument, in: context)
    var (pieces, text) = ([[Piece]](), "")
    for part in template.parts {
      switch part {
      case .literal(let literal):
        text += literal
        pieces.append([.text(MySQLLiteral.string(literal))])
      case .pattern(let name, let isFilled, let ordinal):
        let fields = ["HH24": "hour", "MI": "minute", "SS": "second", "DD": "day"]
        guard ordinal.isEmpty, let field = fields[name.uppercased()] else { return nil }
        if let constant {
          guard let number = constant.field(field).flatMap({ Int($0.prefix { $0 != "." }) }) else { return nil }
          let isPadded = isFilled && abs(number) < 10 && !(field == "day" && number < 0)
          text += (number < 0 ? "-" : "") + (isPadded ? "0" : "") + String(abs(number))
        } else {
          guard let value = field == "second" ? seconds(argument, in: &context) : IntervalFields.value(field, of: argument, in: &context) else { return nil }
          // The sign of the days takes one of the two places.
          let form: Template = field == "day" ? "@pad_number({0}, IF({0} < 0, 1, 2))" : "@pad_number({0}, 2)"
          guard field != "day" || context.isRepeatable(argument) else { return nil }
          pieces.append(isFilled ? context.fill(form, with: [value]).pieces : value.pieces)
        }
      }
    }
    if constant != nil { return Output(MySQLLiteral.string(text)) }
    if context.isNullable(argument), template.parts.allSatisfy({ if case .literal = $0 { true } else { false } }) { return nil }
    return context.call("CONCAT", pieces)
  }

  private func seconds(_ argument: NodeID, in context: inout RewriteContext) -> Output? {
    IntervalFields.value("microseconds", of: argument, in: &context).map { context.fill("{0} DIV 1000000", with: [$0], .multiplicative) }
  }

  /// Neighbouring specifiers and texts are one format.
  private func forms(of template: DateTemplate, _ kind: DateTemplate.Kind) -> [DateTemplate.Form]? {
    var forms: [DateTemplate.Form] = []
    for part in template.parts {
      let next: DateTemplate.Form
      switch part {
      case .literal(let text): next = .text(text)
      case .pattern(let name, let isFilled, let ordinal):
        guard let form = DateTemplate.form(of: name, isFilled: isFilled, ordinal: ordinal, kind) else { return nil }
        next = form
      }
      switch (forms.last, next) {
      case (.specifier(let a)?, .specifier(let b)): forms[forms.count - 1] = .specifier(a + b)
      case (.specifier(let a)?, .text(let b)): forms[forms.count - 1] = .specifier(a + b.replacing("%", with: "%%"))
      case (.text(let a)?, .specifier(let b)): forms[forms.count - 1] = .specifier(a.replacing("%", with: "%%") + b)
      case (.timeSpecifier(let a)?, .timeSpecifier(let b)): forms[forms.count - 1] = .timeSpecifier(a + b)
      case (.timeSpecifier(let a)?, .text(let b)): forms[forms.count - 1] = .timeSpecifier(a + b.replacing("%", with: "%%"))
      case (.text(let a)?, .timeSpecifier(let b)): forms[forms.count - 1] = .timeSpecifier(a.replacing("%", with: "%%") + b)
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
    case .timeSpecifier(let format):
      context.fill("TIME_FORMAT({0}, ", with: values).pieces + [.text(MySQLLiteral.string(format) + ")")]
    case .expression(let template): context.fill(Template(template), with: values).pieces
    }
  }

  /// A number that would arrive as one.
  private func needsText(_ form: DateTemplate.Form) -> Bool {
    guard case .expression(let text) = form else { return false }
    return !["RIGHT", "LEFT", "FORMAT", "ELT", "RPAD", "LPAD", "UPPER", "LOWER", "CONCAT"].contains { text.hasPrefix($0) }
  }
}
