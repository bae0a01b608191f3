import PostgresCatalog
import PostgresSyntax
import SourceText

/// count, sum, min, max, avg, and window functions.
struct AggregateRule: ConversionRule {
  static let id = "aggregates"
  static let help = RuleHelp(
    why: """
      count, and sum of integers and numeric values, are the same; min and max are where the type sorts alike (not enums). The mean has \
      16 significant digits in PostgreSQL and four more than its values in MySQL: it is exact where it is rounded at once. FILTER \
      becomes a CASE, also before OVER. count(DISTINCT (a, b)) counts rows with NULLs, which MySQL leaves out: each column that can be NULL is counted \
      as two. MySQL wants no blank before the parenthesis.
      """,
    example: "SELECT count(*) FILTER (WHERE active), round(avg(price), 2) FROM item",
    manual: ["PostgreSQL: Aggregate Functions", "MySQL: Aggregate Functions", "MySQL: Window Functions"])
  static let kinds: [NodeKind] = [.functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.kind == .aggregate || function.kind == .window else { return nil }
    guard context.tree.child(of: node, .orderByClause) == nil, context.tree.child(of: node, .withinGroup) == nil,
      !context.tree[node].attributes.contains(.variadic), let name = context.tree.child(of: node, .name)
    else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard function.kind == .aggregate || checkWindow(node, function, arguments, in: &context) else { return nil }
    if function.kind == .aggregate, RowCount(node, function, in: context) == nil {
      guard check(node, function, arguments, in: &context) else { return nil }
    }
    if context.tree[node].attributes.contains(.distinct), arguments.contains(where: { context.family(of: $0) == .caseless }) { context.cautionCaseless(at: node) }
    if context.tree.child(of: node, .over) != nil, context.tree[node].attributes.contains(.distinct) { return nil }
    // Over a subquery that does not depend on the row MySQL's COUNT(DISTINCT) counts NULL as a value.
    if context.tree[node].attributes.contains(.distinct), arguments.contains(where: context.containsSubquery) { return nil }
    if let row = RowCount(node, function, in: context) { return row.output(in: &context) }
    if let excluded = ExcludedRow(node, function, in: context) { return excluded.output(in: &context) }
    if let condition = context.filterCondition(of: node) { return filtered(node, name, condition, arguments, in: &context) }
    if function.name == "avg", let argument = arguments.first, context.family(of: argument) != .double {
      return widened(node, name, argument, in: &context)
    }
    return Output(context.callPieces(node, named: function.name, replacing: name))
  }

  private func checkWindow(_ node: NodeID, _ function: Function, _ arguments: [NodeID], in context: inout RewriteContext) -> Bool {
    guard EqualFunctions.windowFunctions.contains(function.name), context.tree.child(of: node, .filter) == nil else { return false }
    switch function.name {
    // MySQL wants constants here.
    case "ntile": return arguments.first.flatMap { context.constantInteger($0) }.map { $0 > 0 } == true
    case "nth_value": return arguments.count == 2 && context.constantInteger(arguments[1]).map { $0 > 0 } == true
    case "lag", "lead":
      guard arguments.dropFirst().prefix(1).allSatisfy({ (context.constantInteger($0) ?? -1) >= 0 }) else { return false }
      return arguments.count < 3 || mixesAlike(arguments[0], arguments[2], in: context)
    default: return true
    }
  }

  /// Whether MySQL gives the value and the default of LAG and LEAD the type that PostgreSQL gives them.
  private func mixesAlike(_ value: NodeID, _ other: NodeID, in context: RewriteContext) -> Bool {
    if context.tree[context.unwrapped(other)].kind == .nullLiteral { return true }
    // PostgreSQL calculates the default only where it is needed; MySQL always, and the error that it may raise.
    guard context.columnReferences(in: other).isEmpty || context.tree[context.unwrapped(other)].kind == .columnReference else { return false }
    guard let a = context.coercedFamily(of: value), let b = context.coercedFamily(of: other), a == context.family(of: value) || (a.isNumber && context.family(of: value)?.isNumber == true)
    else { return false }
    return a == b || (a.isNumber && b.isNumber) || (a.isCollatable && b.isCollatable)
  }

  private func check(_ node: NodeID, _ function: Function, _ arguments: [NodeID], in context: inout RewriteContext) -> Bool {
    if EqualFunctions.aggregates[context.signature(of: function)] != nil { return true }
    guard let argument = arguments.first, arguments.count == 1, let family = context.family(of: argument) else { return false }
    switch function.name {
    case "min", "max":
      guard RewriteContext.comparesAlike(family, family, isOrder: true, isUTC: true), family != .blankPadded, family != .uuid else { return false }
      if family == .text { context.checkCollation(argument, isOrder: true) }
      return true
    case "avg" where family == .integer || family == .decimal:
      if !context.isDecidedMean(of: argument, at: node) {
        context.caution(
          "mean-digits", at: node, "a mean has at least 16 significant digits in PostgreSQL; here it has 24 after the point",
          help: "round the mean to the digits that you need")
      }
      return true
    case "sum" where family == .double, "avg" where family == .double:
      context.caution("float-order", at: node, "a sum of floating-point numbers depends on the order in which a server adds them")
      return true
    default: return false
    }
  }

  private func widened(_ node: NodeID, _ name: NodeID, _ argument: NodeID, in context: inout RewriteContext) -> Output {
    let range = context.tree[argument].range
    let open = context.tree.tokens(in: ByteRange(context.tree[name].range.end, range.start)).first?.range.start ?? range.start
    var pieces: [Piece] = [.source(context.tree[name].range), .source(ByteRange(open, range.start)), .text(context.keyword("CAST") + "(")]
    pieces += context.convert(argument).pieces + [.text(context.cased(" AS DECIMAL(65,20))"))]
    pieces += context.copy(node, within: ByteRange(range.end, context.tree[node].range.end))
    return Output(pieces.compacted())
  }

  /// `f(x) FILTER (WHERE c)` becomes `f(CASE WHEN c THEN x END)`; count(*) counts 1.
  private func filtered(_ node: NodeID, _ name: NodeID, _ condition: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    let isStar = context.tree[node].attributes.contains(.star)
    guard isStar || arguments.count == 1 else { return nil }
    var pieces: [Piece] = [.source(context.tree[name].range), .text("(")]
    if context.tree[node].attributes.contains(.distinct) { pieces.append(.text(context.keyword("DISTINCT "))) }
    pieces += [.text(context.keyword("CASE WHEN "))] + context.convert(condition).pieces + [.text(context.keyword(" THEN "))]
    var value = isStar ? [.text("1")] : context.convert(arguments[0]).pieces
    // MySQL takes a parameter for a number that stands alone in CASE.
    if let argument = arguments.first, context.tree[context.unwrapped(argument)].kind == .placeholder, context.family(of: argument) == .text {
      value = context.cast(value, as: "CHAR")
    }
    let isMean = context.builtIn(node)?.name == "avg" && arguments.first.map { context.family(of: $0) != .double } == true
    pieces += isMean ? context.cast(value, as: "DECIMAL(65,20)") : value
    pieces.append(.text(context.keyword(" END") + ")"))
    return Output((pieces + context.overPieces(node).pieces).compacted())
  }
}
