import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// `x::type` and `CAST(x AS type)` between common types.
struct CastRule: ConversionRule {
  static let id = "casts"
  static let help = RuleHelp(
    why: """
      MySQL knows few cast targets. A cast that only names the type that the value has already is dropped; others become CAST, \
      LEFT, DATE or a comparison with the same rounding and text form. Casts whose text forms differ are declined.
      """,
    example: "SELECT id::text, price::int, $1::uuid FROM item",
    manual: ["PostgreSQL: Type Casts", "MySQL: Cast Functions and Operators"])
  static let kinds: [NodeKind] = [.typeCast, .castExpression, .functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .functionCall { return functionForm(node, in: &context) }
    guard let operand = context.tree.child(of: node, .operand) else { return nil }
    guard let type = context.type(of: node) else { return context.declineUnknown(node, "the type is not known") }
    let cast = CastOperation(node: node, operand: operand, type: type, family: context.catalog.family(of: type.oid))
    let inner = context.unwrapped(operand)
    if cast.family == .text, cast.characterLimit == nil, let name = typeName(inner, in: context) { return Output(MySQLLiteral.string(name)) }
    if cast.family == .text, cast.characterLimit == nil, let bits = context.constantBits(inner) { return Output(MySQLLiteral.string(bits)) }
    switch context.tree[inner].kind {
    case .stringLiteral: return literal(inner, cast, in: &context)
    case .placeholder: return placeholder(cast, in: &context)
    case .nullLiteral: return Output(context.convert(operand).pieces)
    default: break
    }
    if let output = ChainedCast.convert(cast, in: &context) { return output }
    guard let source = context.family(of: operand) else { return context.declineUnknown(operand, "its type is not known") }
    return value(from: source, cast, in: &context) ?? refused(cast, in: &context)
  }

  /// `pg_typeof(x)`, whose text is known before any row is.
  private func typeName(_ node: NodeID, in context: RewriteContext) -> String? {
    guard let function = context.builtIn(node), function.name == "pg_typeof", let argument = context.tree.children(of: node, .argument).first,
      context.isRepeatable(argument), !context.containsPlaceholder(argument), let type = context.type(of: argument)
    else { return nil }
    return context.catalog.displayName(of: type.oid, modifier: -1)
  }

  /// `int4(x)`, `float8(x)`: a call of the function that the cast calls.
  private func functionForm(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node), function.arguments.count == 1, let type = context.type(of: node),
      function.name == context.catalog.type(type.oid)?.name, let operand = context.tree.children(of: node, .argument).first, context.takesAlike([operand]),
      EqualFunctions.bySignature[context.signature(of: function)] == nil, FunctionTemplates.bySignature[context.signature(of: function)] == nil,
      let source = context.coercedFamily(of: operand)
    else { return nil }
    return value(from: source, CastOperation(node: node, operand: operand, type: type, family: context.catalog.family(of: type.oid)), in: &context)
  }

  private func refused(_ cast: CastOperation, in context: inout RewriteContext) -> Output {
    if let text = context.constantString(cast.operand), context.declineEndless(text, of: cast.family, at: cast.node) { return Output(source: context.tree[cast.node].range) }
    return context.decline(
      "cast-not-converted", at: cast.node,
      "the cast from \(context.typeName(cast.operand)) to \(context.typeName(cast.node)) has no MySQL form that is known to be the same")
  }

  // MARK: Constants

  private func literal(_ literal: NodeID, _ cast: CastOperation, in context: inout RewriteContext) -> Output {
    guard !context.tree.containsHole(literal), let bytes = context.tree.stringValue(of: literal), let value = String(validating: bytes, as: UTF8.self) else {
      return context.decline("hole-in-literal", at: literal, "this string literal holds a host expression", help: "bind the value as a parameter")
    }
    switch cast.family {
    case .text where cast.type.oid == .name && value.utf8.count > 63: return refused(cast, in: &context)
    case .text:
      guard let length = cast.characterLimit else { return context.convert(literal) }
      return Output(MySQLLiteral.string(String(value.unicodeScalars.prefix(length).map(Character.init))))
    case .caseless: return context.caseless(context.convert(literal), at: cast.node)
    case .enumeration: return context.convert(literal)
    case .blankPadded: return Output(MySQLLiteral.string(PaddedText.stripped(value, to: PaddedText.length(cast.type))))
    case .single:
      guard let constant = TypedConstant(value, family: .double, sourceIsUTC: true) else { return refused(cast, in: &context) }
      return wrapped(Output(context.cased(constant.typed)), "FLOAT", cast, in: context)
    case .array:
      guard let document = context.arrayDocument(value, type: cast.type.oid) else { return refused(cast, in: &context) }
      return wrapped(Output(MySQLLiteral.string(document)), "JSON", cast, in: context)
    case .decimal where cast.type.modifier >= 4:
      guard let target = cast.decimalTarget, let constant = TypedConstant(value, family: .decimal, sourceIsUTC: true) else { return refused(cast, in: &context) }
      context.noteLostError(.numericOverflow, at: cast.node)
      return wrapped(Output(context.cased(constant.typed)), target, cast, in: context)
    case .timestamp where cast.type.modifier >= 0, .timestamptz where cast.type.modifier >= 0:
      guard let constant = TypedConstant(value, family: cast.family, sourceIsUTC: context.sessionIsUTC) else { return refused(cast, in: &context) }
      return wrapped(Output(context.cased(constant.typed)), "DATETIME(\(cast.type.modifier))", cast, in: context)
    case .time where cast.type.modifier >= 0:
      guard let constant = TypedConstant(value, family: .time, sourceIsUTC: true) else { return refused(cast, in: &context) }
      return wrapped(Output(context.cased(constant.typed)), "TIME(\(cast.type.modifier))", cast, in: context)
    case .printed:
      guard let form = context.printedForm(value, type: context.catalog.baseType(of: cast.type.oid)) else { return refused(cast, in: &context) }
      return value == form ? context.convert(literal) : Output(MySQLLiteral.string(form))
    default:
      if let special = context.specialMoment(value, of: cast.family, at: cast.node) { return special }
      if cast.family == .money { context.checkMoneyLocale(at: cast.node) }
      guard let constant = TypedConstant(value, family: cast.family, sourceIsUTC: context.sessionIsUTC) else { return refused(cast, in: &context) }
      // A JSON column does not compare with a text.
      let isBare = cast.family.isJSON ? context.isStored(cast.node) : context.isComparedOrStored(cast.node) && cast.family != .integer
      if context.tree[cast.node].kind == .castExpression, !isBare, value == constant.text, let type = Self.sameNames[cast.family] {
        let text = MySQLLiteral.string(value)
        return wrapped(context.tree.string(of: literal) == text ? Output([.source(context.tree[literal].range)]) : Output(text), type, cast, in: context)
      }
      let isNegative = constant.text.utf8.first == 0x2D
      return Output([.text(context.cased(isBare ? constant.bare : constant.typed))], isNegative ? .unary : .primary)
    }
  }

  /// Types that CAST can stay for, as a literal of theirs is read alike.
  private static let sameNames: [TypeFamily: String] = [.date: "DATE", .json: "JSON", .jsonb: "JSON"]

  private func placeholder(_ cast: CastOperation, in context: inout RewriteContext) -> Output {
    // PostgreSQL takes the parameter to be of the cast's type, so the program sends a value of it.
    let value = context.convert(cast.operand)
    switch cast.family {
    case .text where cast.type.oid == .name: return refused(cast, in: &context)
    case .uuid, .enumeration, .boolean, .bytea, .printed: return value
    case .array where context.elementFamily(of: cast.operand).flatMap(ArrayFunctionRule.column) != nil: return value
    case .text: return cast.characterLimit.map { cut(value.pieces, to: $0, in: context) } ?? wrapped(value, "CHAR", cast, in: context)
    case .blankPadded:
      return context.fill(PaddedText.length(cast.type).map { Template("RTRIM(LEFT({0}, \($0)))") } ?? "RTRIM({0})", with: [Output([.placeholder(parameter: context.tree.parameter(of: context.unwrapped(cast.operand)) ?? 0, range: context.tree[context.unwrapped(cast.operand)].range)])])
    case .integer: return wrapped(value, "SIGNED", cast, in: context)
    case .decimal:
      guard let target = cast.decimalTarget else { return wrapped(value, "DECIMAL(65,30)", cast, in: context) }
      return wrapped(value, target, cast, in: context)
    case .double: return wrapped(value, "DOUBLE", cast, in: context)
    case .single: return wrapped(value, "FLOAT", cast, in: context)
    case .date: return wrapped(value, "DATE", cast, in: context)
    case .timestamp where cast.type.modifier < 0: return wrapped(value, "DATETIME(6)", cast, in: context)
    case .timestamptz where cast.type.modifier < 0: return wrapped(value, "DATETIME(6)", cast, in: context)
    // A bare parameter of CAST … AS TIME is read as a date with a time: 01:02:03.4 as four o'clock.
    case .time where cast.type.modifier < 0: return wrapped(wrapped(value, "CHAR", in: context), "TIME(6)", cast, in: context)
    case .jsonb, .json: return wrapped(value, "JSON", cast, in: context)
    default: return refused(cast, in: &context)
    }
  }

  private func wrapped(_ value: Output, _ type: String, in context: RewriteContext) -> Output {
    Output([.text(context.keyword("CAST") + "(")] + value.pieces + [.text(context.cased(" AS " + type) + ")")])
  }

  /// The value of a cast as MySQL's CAST: of `CAST(x AS type)` nothing but the type's name changes, and not even that where MySQL has it too.
  private func wrapped(_ value: Output, _ type: String, _ cast: CastOperation, in context: RewriteContext) -> Output {
    let (tree, node) = (context.tree, cast.node)
    guard tree[node].kind == .castExpression, let name = tree.child(of: node, .type) else { return wrapped(value, type, in: context) }
    let (whole, operand, named) = (tree[node].range, tree[cast.operand].range, tree[name].range)
    // MySQL wants no blank before the parenthesis.
    guard tree.text.bytes[whole.start..<operand.start].dropFirst(4).first == 0x28 else { return wrapped(value, type, in: context) }
    let isSame = tree.string(of: name).lowercased() == type.lowercased()
    let pieces: [Piece] = [.source(ByteRange(whole.start, operand.start))] + value.pieces + [.source(ByteRange(operand.end, named.start))]
    return Output((pieces + [isSame ? .source(named) : .text(context.cased(type)), .source(ByteRange(named.end, whole.end))]).compacted())
  }

  private func cut(_ pieces: [Piece], to length: Int, in context: RewriteContext) -> Output {
    Output([.text(context.keyword("LEFT") + "(")] + pieces + [.text(", \(length))")])
  }

  // MARK: Values

  private func value(from source: TypeFamily, _ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    switch (source, cast.family) {
    // PostgreSQL cuts a name after 63 bytes.
    case (_, .text) where cast.type.oid == .name && context.type(of: cast.operand)?.oid != .name: return nil
    case (.integer, .integer):
      if cast.isNarrowing(context.type(of: cast.operand)) { context.noteLostError(.integerOverflow, at: cast.node) }
      return context.convert(cast.operand)
    case (.decimal, .integer), (.double, .integer), (.single, .integer):
      context.noteLostError(.integerOverflow, at: cast.node)
      // Of a group's AVG, CAST reads a double and rounds it half to even.
      if source == .decimal, context.containsMean(cast.operand) { return context.fill("CAST(ROUND({0}) AS SIGNED)", with: [cast.operand]) }
      return wrapped(context.convert(cast.operand), "SIGNED", cast, in: context)
    case (.boolean, .integer):
      let value = context.convert(cast.operand)
      // A sum of bare parameters is a double.
      return context.tree[context.withoutCasts(cast.operand)].kind == .placeholder ? wrapped(value, "SIGNED", cast, in: context) : value
    case (.integer, .boolean): return Output(context.convert(cast.operand, atLeast: .comparison) + [.text(" <> 0")], .comparison)
    case (.integer, .decimal), (.decimal, .decimal): return decimal(source, cast, in: &context)
    // Both servers give a real six digits there.
    case (.single, .decimal):
      context.noteLostError(.numericOverflow, at: cast.node)
      guard let type = cast.type.modifier >= 4 ? cast.decimalTarget : "DECIMAL(65,30)" else { return nil }
      return context.fill(Template("CAST(CONCAT({0}) AS \(type))"), with: [cast.operand])
    case (.integer, .money), (.decimal, .money):
      context.checkMoneyLocale(at: cast.node)
      context.noteLostError(.numericOverflow, at: cast.node)
      return wrapped(context.convert(cast.operand), "DECIMAL(19,2)", cast, in: context)
    case (.money, .money): return context.convert(cast.operand)
    case (.money, .decimal):
      guard cast.type.modifier >= 4 else { return context.convert(cast.operand) }
      context.noteLostError(.numericOverflow, at: cast.node)
      return cast.decimalTarget.map { wrapped(context.convert(cast.operand), $0, cast, in: context) }
    case (.single, .double): return wrapped(context.convert(cast.operand), "DOUBLE", cast, in: context)
    case (.integer, .double), (.decimal, .double), (.double, .double):
      return source == .double ? context.convert(cast.operand) : wrapped(context.convert(cast.operand), "DOUBLE", cast, in: context)
    case (.double, .decimal): return numeric(cast, in: &context)
    case (.integer, .single), (.decimal, .single), (.double, .single): return wrapped(context.convert(cast.operand), "FLOAT", cast, in: context)
    case (.single, .single): return context.convert(cast.operand)
    case (_, .blankPadded) where source != .text && source != .blankPadded:
      guard let text = context.textForm(of: cast.operand) else { return Output(source: context.tree[cast.node].range) }
      return context.fill(PaddedText.length(cast.type).map { Template("RTRIM(LEFT({0}, \($0)))") } ?? "RTRIM({0})", with: [Output(text)])
    case (.text, .json), (.text, .enumeration):
      context.noteLostError(.invalidText, at: cast.node)
      return cast.family == .json ? wrapped(context.convert(cast.operand), "JSON", cast, in: context) : context.convert(cast.operand)
    case (.text, .integer):
      context.noteLostError(.invalidText, at: cast.node)
      return wrapped(context.convert(cast.operand), "SIGNED", cast, in: context)
    case (.text, .boolean):
      context.noteLostError(.invalidText, at: cast.node)
      return context.fill(Self.truth, with: [cast.operand])
    case (.text, .jsonb):
      context.noteLostError(.invalidText, at: cast.node)
      return wrapped(context.convert(cast.operand), "JSON", cast, in: context)
    case (.json, .jsonb): return context.convert(cast.operand)
    case (.jsonb, .boolean):
      context.noteLostError(.invalidText, at: cast.node)
      return context.fill("{0} = CAST('true' AS JSON)", with: [cast.operand], .comparison)
    case (.jsonb, .integer), (.jsonb, .decimal), (.jsonb, .double): return number(cast, in: &context)
    case (.text, .decimal), (.text, .double), (.text, .date), (.text, .timestamp), (.text, .time), (.text, .uuid): return read(cast, in: &context)
    case (.caseless, .caseless): return context.convert(cast.operand)
    case (.text, .caseless): return context.caseless(context.convert(cast.operand), at: cast.node)
    case (.caseless, .text):
      let value = context.caseSensitive(context.convert(cast.operand))
      return cast.characterLimit.map { cut(value.pieces, to: $0, in: context) } ?? value
    case (.printed, .text), (.text, .printed), (.printed, .printed): return printed(source, cast, in: &context)
    case (_, .text): return text(source, cast, in: &context)
    case (.text, .blankPadded), (.blankPadded, .blankPadded):
      return context.fill(PaddedText.length(cast.type).map { Template("RTRIM(LEFT({0}, \($0)))") } ?? "RTRIM({0})", with: [cast.operand])
    case (.array, .array):
      guard context.elementFamily(of: cast.operand) == context.catalog.elementType(ofArray: context.catalog.baseType(of: cast.type.oid)).map({ context.catalog.family(of: $0) }) else { return nil }
      return context.convert(cast.operand)
    case (.boolean, .boolean), (.uuid, .uuid), (.jsonb, .jsonb), (.date, .date), (.enumeration, .enumeration), (.bytea, .bytea):
      return context.convert(cast.operand)
    case (.timestamp, .date): return wrapped(context.convert(cast.operand), "DATE", cast, in: context)
    case (.timestamptz, .date) where context.sessionIsUTC: return wrapped(context.convert(cast.operand), "DATE", cast, in: context)
    case (.date, .timestamp): return wrapped(context.convert(cast.operand), "DATETIME(6)", cast, in: context)
    case (.date, .timestamptz) where context.sessionIsUTC: return wrapped(context.convert(cast.operand), "DATETIME(6)", cast, in: context)
    case (.timestamp, .timestamp) where cast.type.modifier >= 0, (.timestamptz, .timestamptz) where cast.type.modifier >= 0:
      return wrapped(context.convert(cast.operand), "DATETIME(\(cast.type.modifier))", cast, in: context)
    case (.timestamp, .time), (.timestamptz, .time):
      guard source == .timestamp || context.sessionIsUTC else { return nil }
      // Rounded after the day is off: 23:59:59.9 becomes 24:00:00.
      return rounded(wrapped(context.convert(cast.operand), "TIME(6)", in: context), "TIME", cast, in: context)
    case (.time, .time): return rounded(context.convert(cast.operand), "TIME", cast, in: context)
    case (.interval, .time): return time(cast, in: &context)
    case (.timestamp, .timestamp) where cast.type.modifier < 0: return context.convert(cast.operand)
    case (.timestamptz, .timestamptz) where cast.type.modifier < 0: return context.convert(cast.operand)
    case (.timestamptz, .timestamp) where context.sessionIsUTC && cast.type.modifier < 0: return context.convert(cast.operand)
    case (.timestamp, .timestamptz) where context.sessionIsUTC && cast.type.modifier < 0: return context.convert(cast.operand)
    default: return nil
    }
  }

  private func rounded(_ value: Output, _ type: String, _ cast: CastOperation, in context: RewriteContext) -> Output {
    cast.type.modifier < 0 ? value : wrapped(value, "\(type)(\(cast.type.modifier))", in: context)
  }

  /// The time of day that an interval leads to; months and days are dropped.
  private func time(_ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    guard let constant = IntervalTerms.constant(cast.operand, in: context) else {
      return context.fill(
        "CAST(TIME(TIMESTAMP '2000-01-02 00:00:00' + INTERVAL @interval_microseconds({0}) % 86400000000 MICROSECOND) AS TIME(6))", with: [cast.operand]
      ).map { rounded($0, "TIME", cast, in: context) }
    }
    let inDay = ((constant.microseconds % IntervalText.day) + IntervalText.day) % IntervalText.day
    return rounded(Output(context.cased("TIME '\(IntervalText.clock(inDay))'")), "TIME", cast, in: context)
  }

  private static let truth: Template = """
    CASE WHEN LOWER(TRIM({0})) IN ('t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1') THEN TRUE \
    WHEN LOWER(TRIM({0})) IN ('f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0') THEN FALSE END
    """

  /// inet::text has a mask always, unlike what PostgreSQL prints.
  private func printed(_ source: TypeFamily, _ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    guard let from = context.type(of: cast.operand).map({ context.catalog.baseType(of: $0.oid) }) else { return nil }
    let to = context.catalog.baseType(of: cast.type.oid)
    switch (source, cast.family) {
    case (.printed, .text):
      guard from == .inet || from == .cidr else { return cast.characterLimit == nil ? wrapped(context.convert(cast.operand), "CHAR", cast, in: context) : nil }
      guard let form = context.fill("CAST(IF(LOCATE('/', {0}) > 0, {0}, CONCAT({0}, IF(LOCATE(':', {0}) > 0, '/128', '/32'))) AS CHAR)", with: [cast.operand]) else { return nil }
      return cast.characterLimit.map { cut(form.pieces, to: $0, in: context) } ?? form
    case (.text, .printed): return context.printedReader(to).flatMap { context.fill(Template("@\($0)({0})"), with: [cast.operand]) }
    default:
      if from == to { return context.convert(cast.operand) }
      switch (from, to) {
      case (.cidr, .inet): return context.fill("@inet({0})", with: [cast.operand])
      case (.inet, .cidr): return context.fill("@network({0})", with: [cast.operand])
      default: return nil
      }
    }
  }

  /// Text in other than the plain form is read by PostgreSQL alone.
  private func read(_ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    if let exact = readExactly(cast, in: &context) { return exact }
    let target: String
    switch cast.family {
    case .date: target = "DATE"
    case .timestamp where cast.type.modifier < 0: target = "DATETIME(6)"
    case .time where cast.type.modifier < 0: target = "TIME(6)"
    default: return nil
    }
    context.caution(
      "text-form-read", at: cast.node, "PostgreSQL reads more forms of \(context.typeName(cast.node)) than MySQL, which gives NULL or another value for them",
      help: "see that the values are in the plain form: digits, ISO dates")
    return wrapped(context.convert(cast.operand), target, cast, in: context)
  }

  /// Numbers and uuids, in every form that PostgreSQL reads.
  private func readExactly(_ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    switch cast.family {
    case .double: return context.fill("@float8_in({0})", with: [cast.operand])
    case .decimal:
      guard let value = context.fill("@numeric_in({0})", with: [cast.operand]) else { return nil }
      guard cast.type.modifier >= 4 else {
        context.note("decimal-range", at: cast.node, "MySQL's DECIMAL has 30 digits after the point and 35 before it here: digits past the 30th are lost, a larger number is an error")
        return value
      }
      guard let target = cast.decimalTarget else { return nil }
      context.noteLostError(.numericOverflow, at: cast.node)
      return wrapped(value, target, cast, in: context)
    // PostgreSQL takes a hyphen after any four digits.
    case .uuid:
      context.noteLostError(.invalidText, at: cast.node)
      return context.fill("BIN_TO_UUID(UUID_TO_BIN(REPLACE(REPLACE(REPLACE({0}, '-', ''), '{{', ''), '}', '')))", with: [cast.operand])
    default: return nil
    }
  }

  /// A JSON number, by its text: MySQL takes a large one for -1 otherwise. Whatever is no number is an error in PostgreSQL.
  private func number(_ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    context.noteLostError(.invalidText, at: cast.node)
    switch cast.family {
    case .double: return context.fill("CAST(CAST({0} AS CHAR) AS DOUBLE)", with: [cast.operand])
    case .integer: return context.fill("CAST(CAST(CAST({0} AS CHAR) AS DECIMAL(65,30)) AS SIGNED)", with: [cast.operand])
    default:
      if !context.writesNumbersAlike(cast.operand) {
        context.caution(
          "json-number-digits", at: cast.node, "MySQL keeps about 15 digits of a JSON number with a fraction", help: "there is no difference for numbers of fewer digits")
      }
      guard let target = cast.type.modifier >= 4 ? cast.decimalTarget : "DECIMAL(65,30)" else { return nil }
      return context.fill(Template("CAST(CAST({0} AS CHAR) AS \(target))"), with: [cast.operand])
    }
  }

  private func decimal(_ source: TypeFamily, _ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    guard let target = cast.decimalTarget else {
      // Without a precision the value keeps its digits, and an integer is a number without a fraction already.
      return context.convert(cast.operand)
    }
    context.noteLostError(.numericOverflow, at: cast.node)
    return wrapped(context.convert(cast.operand), target, cast, in: context)
  }

  /// PostgreSQL reads 15 digits of a double precision value.
  private func numeric(_ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    guard let value = context.fill("@float_numeric({0}, 15)", with: [cast.operand]) else { return nil }
    guard cast.type.modifier >= 4 else {
      context.note("decimal-range", at: cast.node, "MySQL's DECIMAL has 30 digits after the point and 35 before it here: digits past the 30th are lost, a larger number is an error")
      return value
    }
    guard let target = cast.decimalTarget else { return nil }
    context.noteLostError(.numericOverflow, at: cast.node)
    return wrapped(value, target, cast, in: context)
  }

  private func text(_ source: TypeFamily, _ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    guard let form = context.textForm(of: cast.operand) else { return Output(source: context.tree[cast.node].range) }
    if let length = cast.characterLimit { return cut(form, to: length, in: context) }
    switch source {
    case .text where context.tree[context.unwrapped(cast.operand)].kind != .parenthesized: return context.convert(cast.operand)
    case .boolean: return Output([.text("(")] + form + [.text(")")])
    // Their form is text already.
    case .timestamp, .timestamptz, .time, .interval, .uuid, .bytea, .jsonb, .double, .single, .array: return Output(form)
    default: return wrapped(Output(form), "CHAR", cast, in: context)
    }
  }
}

extension RewriteContext {
  /// Whether a value is made of avg().
  fileprivate func containsMean(_ node: NodeID) -> Bool { tree.descendants(of: node).contains { builtIn($0)?.name == "avg" } }
}
