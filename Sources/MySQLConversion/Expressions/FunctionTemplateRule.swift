import PostgresCatalog
import PostgresSyntax
import SourceText

/// Calls and operators that become a composed MySQL form, by the table of templates.
struct FunctionTemplateRule: ConversionRule {
  static let id = "function-forms"
  static let help = RuleHelp(
    why: """
      Functions and operators that MySQL does not have, or has with another meaning, become a composed form with the same value: positions \
      before 1, negative lengths, code points beyond ASCII, unsigned results of bit operators. A value that the form repeats must not be \
      volatile or a subquery.
      """,
    example: "SELECT left(name, $1), ascii(code), flags & 4 FROM item",
    manual: ["PostgreSQL: Functions and Operators", "MySQL: Built-In Function and Operator Reference"])
  static let kinds: [NodeKind] = [.functionCall, .position, .substring, .overlay, .trim, .binaryOperation, .unaryOperation]
  static let names: Set<String>? = Set(FunctionTemplates.bySignature.keys.map { String($0.prefix { $0 != "(" }) }).union(["octet_length"])

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let output = paddedLength(node, in: &context) { return output }
    guard let (signature, values) = call(node, in: context), let rows = FunctionTemplates.bySignature[signature], context.takesAlike(values) else { return nil }
    // LIKE as an operator: nothing escapes there under NO_BACKSLASH_ESCAPES.
    guard !signature.contains("~~") || !context.target.sqlModes.contains(.noBackslashEscapes) else { return nil }
    for row in rows where row.conditions.allSatisfy({ $0.holds(values, in: context) }) {
      guard let output = sameCall(node, row.template, values, in: &context) ?? context.fill(row.template, with: values, row.precedence) else { continue }
      if let error = row.loses { context.noteLostError(error, at: node) }
      if row.signature == "factorial(int8)" { context.noteLostError(.decimalRange, at: node) }
      if let caveat = row.caveat { context.caution(caveat.rule, at: node, caveat.message) }
      return output
    }
    return nil
  }

  /// The call as it is written, where MySQL's function has the same name.
  private func sameCall(_ node: NodeID, _ template: Template, _ values: [NodeID], in context: inout RewriteContext) -> Output? {
    guard context.tree[node].kind == .functionCall, let name = context.tree.child(of: node, .name), template.isCall(of: context.tree.string(of: name), count: values.count)
    else { return nil }
    return Output(context.callPieces(node, named: context.tree.string(of: name), replacing: name))
  }

  /// octet_length counts the blanks of char(n).
  private func paddedLength(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "octet_length", function.arguments == [.bpchar], context.isPlainCall(node),
      let value = context.callArguments(node).first, let padded = context.paddedText(value)
    else { return nil }
    return context.fill("OCTET_LENGTH({0})", with: [padded])
  }

  private func call(_ node: NodeID, in context: RewriteContext) -> (signature: String, values: [NodeID])? {
    if let function = context.builtIn(node) {
      let arguments = context.callArguments(node)
      guard context.isPlainCall(node), arguments.count == function.arguments.count else { return nil }
      return (context.signature(of: function), arguments)
    }
    guard let found = context.builtInOperator(node), let name = context.operatorName(node) else { return nil }
    let operands = [Role.left, .right, .operand].compactMap { context.tree.child(of: node, $0) }
    let types = [found.left, found.right].filter { $0 != 0 }.map { context.catalog.type($0)?.name ?? "?" }
    guard operands.count == types.count else { return nil }
    return ("\(name)(\(types.joined(separator: ",")))", operands)
  }
}

/// PostgreSQL functions and operators and their MySQL forms.
enum FunctionTemplates {
  /// What must be known of an argument.
  enum Condition: Sendable {
    /// An integer constant in a range.
    case integer(Int, ClosedRange<Int>)
    /// A constant number of seconds within a minute, with at most six digits after the point.
    case seconds(Int)
    /// A constant text that is not empty.
    case nonEmpty(Int)
    /// A constant text of one character.
    case oneCharacter(Int)
    /// A constant text, one of these, in any case.
    case word(Int, Set<String>)
    /// The session's time zone is UTC.
    case inUTC
    /// The constant cannot overlap with itself: no start of it is also its end.
    case unbordered(Int)
    /// No parameter is a part of the value: MySQL's RPAD pads the buffer of the parameter that LEFT or SUBSTRING cut its value from, so that later
    /// rows see the blanks (9.7.4).
    case holdsNoParameter(Int)

    func holds(_ values: [NodeID], in context: RewriteContext) -> Bool {
      switch self {
      case .integer(let index, let range): context.constantInteger(values[index]).map(range.contains) == true
      case .seconds(let index): context.tree.string(of: context.unwrapped(values[index])).wholeMatch(of: /[0-5]?[0-9](?:\.[0-9]{0,6})?/) != nil
      case .nonEmpty(let index): context.constantString(values[index])?.isEmpty == false
      case .oneCharacter(let index): context.constantString(values[index])?.unicodeScalars.count == 1
      case .word(let index, let words): context.constantString(values[index]).map { words.contains($0.lowercased()) } == true
      case .inUTC: context.sessionIsUTC
      case .holdsNoParameter(let index): context.tree[context.unwrapped(values[index])].kind == .placeholder || !context.containsPlaceholder(values[index])
      case .unbordered(let index): context.constantString(values[index]).map(Self.isUnbordered) == true
      }
    }

    private static func isUnbordered(_ text: String) -> Bool {
      let scalars = Array(text.unicodeScalars)
      return !scalars.isEmpty && !(1..<max(scalars.count, 1)).contains { scalars.prefix($0).elementsEqual(scalars.suffix($0)) }
    }
  }

  struct Row: Sendable {
    /// `name(type,type)`; an operator's symbol is its name.
    let signature: String
    let template: Template
    var conditions: [Condition] = []
    var loses: LostError?
    var caveat: (rule: String, message: String)?
    var precedence = Precedence.primary

    init(
      _ signature: String, _ template: Template, when conditions: [Condition] = [], loses: LostError? = nil,
      caveat: (rule: String, message: String)? = nil, _ precedence: Precedence = .primary
    ) {
      (self.signature, self.template, self.conditions, self.loses) = (signature, template, conditions, loses)
      (self.caveat, self.precedence) = (caveat, precedence)
    }
  }

  /// The rows of a signature, in the order in which they are tried.
  static let bySignature: [String: [Row]] = Dictionary(grouping: text + bytes + numbers + bits + moments + system + network, by: \.signature)
}
