import PostgresSyntax
import SourceText

/// `= <> < <= > >=` between types that both servers compare alike.
struct ComparisonRule: ConversionRule {
  static let id = "comparisons"
  static let help = RuleHelp(
    why: """
      Comparisons are the same where both operands are of types that both servers compare alike. MySQL compares an enum with text \
      by its letters, so the order of enums is declined; text is compared by code point (utf8mb4_0900_bin), so an order \
      comparison under a linguistic collation of the database is a caveat.
      """,
    example: "SELECT name FROM item WHERE price >= 10",
    manual: ["PostgreSQL: Comparison Functions and Operators", "MySQL: Comparison Functions and Operators"])
  static let kinds: [NodeKind] = [.binaryOperation]

  static let equality: Set<String> = ["=", "<>", "!="]
  static let order: Set<String> = ["<", "<=", ">", ">="]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), Self.equality.contains(name) || Self.order.contains(name),
      let (left, right) = context.operands(of: node),
      let symbol = context.tree.child(of: node, .operator)
    else { return nil }
    guard context.checkComparison(of: left, with: right, isOrder: Self.order.contains(name), at: node) else {
      return Output(source: context.tree[node].range)
    }
    let output = context.binary(left, symbol, right, left: .comparison, right: .predicate, result: .comparison)
    return Self.order.contains(name) ? context.hiddenFromJoins(output, of: left) : output
  }
}

extension RewriteContext {
  /// A comparison of rows that MySQL takes to be NULL where a field is, which it uses to make an outer join an inner one (9.7.4): out of its sight
  /// where the statement has an outer join.
  func hiddenFromJoins(_ comparison: Output, of row: NodeID) -> Output {
    guard tree[unwrapped(row)].kind == .rowConstructor, typed.sources.contains(where: \.isNullExtended) else { return comparison }
    return Output([.text(keyword("COALESCE") + "(")] + comparison.pieces + [.text(")")])
  }

  /// The operator's name where it is written plainly or as OPERATOR(pg_catalog.…) of pg_catalog.
  func operatorName(_ node: NodeID) -> String? {
    guard let symbol = tree.child(of: node, .operator) else { return nil }
    let text = tree.string(of: symbol)
    return text.utf8.contains(0x28) ? nil : text
  }

  /// `left operator right` with the source's own text between, operands in parentheses where MySQL needs them.
  mutating func binary(
    _ leftNode: NodeID, _ symbol: NodeID, _ rightNode: NodeID, left: Precedence, right: Precedence, result: Precedence,
    replacingSymbol replacement: String? = nil
  ) -> Output {
    let (a, s, b) = (tree[leftNode].range, tree[symbol].range, tree[rightNode].range)
    let (first, second) = (convert(leftNode), convert(rightNode))
    if replacement == nil, first.source == a, second.source == b, first.precedence >= left, second.precedence >= right {
      return Output(source: ByteRange(a.start, b.end), result)
    }
    var pieces = first.parenthesized(below: left)
    pieces.append(.source(ByteRange(a.end, s.start)))
    pieces.append(replacement.map { .text($0) } ?? .source(s))
    pieces.append(.source(ByteRange(s.end, b.start)))
    pieces += second.parenthesized(below: right)
    return Output(pieces.compacted(), result)
  }

  /// Whether MySQL compares two nodes as PostgreSQL does; declines where it does not.
  mutating func checkComparison(of left: NodeID, with right: NodeID, isOrder: Bool, at node: NodeID) -> Bool {
    let (left, right) = (unwrapped(left), unwrapped(right))
    if tree[left].kind == .rowConstructor, tree[right].kind == .rowConstructor {
      let (a, b) = (tree.children(of: left, .item), tree.children(of: right, .item))
      guard a.count == b.count, a.count > 1 else { return declineRow(node) }
      return zip(a, b).allSatisfy { checkComparison(of: $0, with: $1, isOrder: isOrder, at: node) }
    }
    guard let a = coercedFamily(of: left), let b = coercedFamily(of: right) else {
      declineUnknown(node, "the types of its operands are not known")
      return false
    }
    if a == .caseless, b == .caseless {
      cautionCaseless(at: node)
      return true
    }
    if a == .printed, b == .printed, comparesPrinted(left, right, isOrder: isOrder) { return true }
    guard Self.comparesAlike(a, b, isOrder: isOrder, isUTC: sessionIsUTC) else {
      decline(
        "comparison-types", at: node, "MySQL does not compare \(typeName(left)) with \(typeName(right)) as PostgreSQL does",
        help: "rewrite the comparison by hand")
      return false
    }
    for operand in [left, right] where coercedFamily(of: operand)?.isCollatable == true { checkCollation(operand, isOrder: isOrder) }
    return true
  }

  private mutating func declineRow(_ node: NodeID) -> Bool {
    decline("row-comparison", at: node, "a comparison of rows of different length or one column")
    return false
  }

  /// A comparison by order of text under a linguistic collation, or any comparison under a non-deterministic one, is a caveat.
  mutating func checkCollation(_ node: NodeID, isOrder: Bool) {
    if case .column(let source, let column) = typed[node].resolution, typed.sources.indices.contains(source),
      let relation = typed.sources[source].relation, typed.sources[source].columns.indices.contains(column)
    {
      let name = typed.sources[source].columns[column].name
      if let found = relation.columns.first(where: { $0.name == name }) {
        if !found.hasDeterministicCollation {
          caution("collation", at: node, "\(name) has the non-deterministic collation \(found.collation ?? "")")
        }
        if let collation = found.collation, isOrder, !["C", "POSIX", "C.UTF-8", "ucs_basic"].contains(collation.split(separator: ".").last.map(String.init) ?? ""), collation != "C.UTF-8" {
          caution("collation", at: node, "\(name) sorts by the collation \(collation) in PostgreSQL and by code point in MySQL")
          return
        }
      }
    }
    if isOrder, !sortsByCodePoint {
      let collation = catalog.catalog.collation
      caution(
        "linguistic-order", at: node,
        (collation.isEmpty ? "how this database orders text is not known" : "text is ordered by \(collation) in this database")
          + (collation.isEmpty ? "; it is by code point under utf8mb4_0900_bin" : " and by code point under utf8mb4_0900_bin"),
        help: collation.isEmpty ? "name its collation with --collation" : "add a COLLATE clause where the order of letters matters")
    }
  }

  static func comparesAlike(_ a: TypeFamily, _ b: TypeFamily, isOrder: Bool, isUTC: Bool) -> Bool {
    if a.isNumber, b.isNumber { return true }
    if a.isTemporal, b.isTemporal {
      return isUTC || ((a == .timestamptz) == (b == .timestamptz))
    }
    guard a == b || (a.isCollatable && b.isCollatable) else { return false }
    switch a {
    case .text, .blankPadded, .boolean, .time, .uuid, .bytea, .money: return true
    case .enumeration, .jsonb, .array: return !isOrder
    default: return false
    }
  }
}
