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
      becomes a CASE. MySQL wants no blank before the parenthesis.
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
    if function.kind == .aggregate {
      guard check(node, function, arguments, in: &context) else { return nil }
    }
    if context.tree.child(of: node, .over) != nil, context.tree[node].attributes.contains(.distinct) { return nil }
    // Over a subquery that does not depend on the row MySQL's COUNT(DISTINCT) counts NULL as a value.
    if context.tree[node].attributes.contains(.distinct), arguments.contains(where: context.containsSubquery) { return nil }
    if let filter = context.tree.child(of: node, .filter) { return filtered(node, name, filter, arguments, in: &context) }
    if function.name == "avg", let argument = arguments.first, context.family(of: argument) != .double {
      return widened(node, name, argument, in: &context)
    }
    return Output(context.callPieces(node, named: function.name, replacing: name))
  }

  private func checkWindow(_ node: NodeID, _ function: Function, _ arguments: [NodeID], in context: inout RewriteContext) -> Bool {
    guard EqualFunctions.windowFunctions.contains(function.name) else { return false }
    // MySQL wants constants for the offset of LAG and LEAD and the count of NTILE.
    let constantArguments = function.name == "ntile" ? arguments[...] : arguments.dropFirst().prefix(1)
    return ["lag", "lead", "ntile"].contains(function.name) ? constantArguments.allSatisfy { (context.constantInteger($0) ?? -1) >= 0 } : true
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
    pieces += context.convert(argument).pieces + [.text(context.keyword(" AS ") + "DECIMAL(65,20))")]
    pieces += context.copy(node, within: ByteRange(range.end, context.tree[node].range.end))
    return Output(pieces.compacted())
  }

  /// `f(x) FILTER (WHERE c)` becomes `f(CASE WHEN c THEN x END)`; count(*) counts 1.
  private func filtered(_ node: NodeID, _ name: NodeID, _ filter: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard context.tree.child(of: node, .over) == nil else { return nil }
    let condition = context.tree[filter].kind == .whereClause ? context.tree.child(of: filter, .condition) ?? filter : filter
    let isStar = context.tree[node].attributes.contains(.star)
    guard isStar || arguments.count == 1 else { return nil }
    var pieces: [Piece] = [.source(context.tree[name].range), .text("(")]
    if context.tree[node].attributes.contains(.distinct) { pieces.append(.text(context.keyword("DISTINCT "))) }
    pieces += [.text(context.keyword("CASE WHEN "))] + context.convert(condition).pieces + [.text(context.keyword(" THEN "))]
    let value = isStar ? [.text("1")] : context.convert(arguments[0]).pieces
    let isMean = context.builtIn(node)?.name == "avg" && arguments.first.map { context.family(of: $0) != .double } == true
    pieces += isMean ? [.text(context.keyword("CAST") + "(")] + value + [.text(context.keyword(" AS ") + "DECIMAL(65,20))")] : value
    pieces.append(.text(context.keyword(" END") + ")"))
    return Output(pieces.compacted())
  }
}
