import PostgresSyntax
import SourceText

/// Placeholders become pieces of their own; where PostgreSQL's input text is freer than MySQL's, the value is brought to its form.
struct PlaceholderRule: ConversionRule {
  static let id = "placeholders"
  static let help = RuleHelp(
    why: """
      MySQL knows only `?`, by position: each use of `$1` becomes a `?` of its own, and the call's arguments are reordered or \
      repeated. A uuid parameter goes through BIN_TO_UUID(UUID_TO_BIN(?)), because MySQL keeps a uuid as text and \
      PostgreSQL takes any spelling of it.
      """,
    example: "SELECT name FROM item WHERE id = $1",
    manual: ["PostgreSQL: PREPARE", "MySQL: Prepared Statements"])
  static let kinds: [NodeKind] = [.placeholder]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let parameter = context.tree.parameter(of: node) else {
      return context.decline("placeholder-unknown", at: node, "\(context.tree.string(of: node)) has no parameter number")
    }
    let piece = Piece.placeholder(parameter: parameter, range: context.tree[node].range)
    guard let family = context.family(of: node) else { return context.declineUnknown(node, "the parameter's type is not known") }
    switch family {
    case .uuid:
      return Output([.text(context.cased("BIN_TO_UUID(UUID_TO_BIN(")), piece, .text("))")])
    case .array where context.elementFamily(of: node).flatMap(ArrayFunctionRule.column) != nil:
      context.bind(node, as: "json")
      // A program's NULL may come as JSON's null, of which no array can be made.
      let value = context.fill("NULLIF({0}, 'null')", with: [Output([piece])])
      return context.isStored(node) ? value : context.fill("CAST({0} AS JSON)", with: [value])
    case .blankPadded: return context.isStored(node) ? Output([piece]) : context.call("RTRIM", [[piece]])
    case .array, .interval, .record, .other, .single, .money: break
    case .date, .time, .timestamp, .timestamptz:
      return context.isComparedOrStored(node) || isCast(node, in: context) ? Output([piece]) : typed(piece, family, in: context)
    case .json, .jsonb:
      if context.isStored(node) || isCast(node, in: context) { return Output([piece]) }
      return Output(context.cast([piece], as: "JSON"))
    case .printed:
      guard let type = context.type(of: node), let name = context.printedReader(type.oid) else { break }
      return Output([.text(context.extensionFunction(name) + "("), piece, .text(")")])
    case .integer, .decimal, .double, .text, .caseless, .boolean, .bytea, .enumeration:
      return Output([piece])
    }
    return context.decline(
      "parameter-type", at: node, "a parameter of type \(context.typeName(node)) has no MySQL form here",
      help: "pass the value in a form that MySQL has, or rewrite by hand")
  }

  /// A date that is bound as text would stay text where its place does not tell MySQL that it is a date.
  private func typed(_ piece: Piece, _ family: TypeFamily, in context: RewriteContext) -> Output {
    if family == .time {
      // A bare parameter of CAST … AS TIME is read as a date with a time: 01:02:03.4 as four o'clock.
      return Output([.text(context.cased("CAST(CAST(")), piece, .text(context.cased(" AS CHAR) AS TIME(6))"))])
    }
    let type = family == .date ? "DATE" : "DATETIME(6)"
    return Output(context.cast([piece], as: type))
  }

  private func isCast(_ node: NodeID, in context: RewriteContext) -> Bool {
    context.tree.parent(of: context.tree.outermost(node)).map { context.tree[$0].kind.isCast } ?? false
  }
}
