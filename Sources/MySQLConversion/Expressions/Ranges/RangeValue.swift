import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// A range that is written out, by its bounds as MySQL expressions.
struct RangeValue {
  struct Bound {
    let value: Output
    let isNullable: Bool
    /// May stand twice: nothing in it is volatile.
    let isRepeatable: Bool

    func replaced(by value: Output) -> Bound { Bound(value: value, isNullable: isNullable, isRepeatable: isRepeatable) }
  }

  let family: TypeFamily
  /// Whether the values have neighbours: integers and dates.
  var isDiscrete: Bool { family == .integer || family == .date }
  /// Nil where nothing bounds it.
  var lower: Bound?
  var upper: Bound?
  var isLowerInclusive: Bool
  var isUpperInclusive: Bool
  /// The constant `empty`.
  var isEmpty = false
  /// Made of two ranges, so that its lower bound may lie above the upper one.
  var isIntersection = false

  /// With the bounds `[)` where the values have neighbours, as PostgreSQL keeps it.
  func canonical(in context: inout RewriteContext) -> RangeValue {
    guard isDiscrete, !isEmpty else { return self }
    var range = self
    if !isLowerInclusive { (range.lower, range.isLowerInclusive) = (lower.map { next(to: $0, in: &context) }, true) }
    if isUpperInclusive { (range.upper, range.isUpperInclusive) = (upper.map { next(to: $0, in: &context) }, false) }
    return range
  }

  /// With an inclusive lower bound where the values have neighbours: then a comparison of its bounds tells whether it is empty.
  func comparable(in context: inout RewriteContext) -> RangeValue { isDiscrete && !isLowerInclusive ? canonical(in: &context) : self }

  private func next(to bound: Bound, in context: inout RewriteContext) -> Bound {
    bound.replaced(by: context.fill(family == .date ? "{0} + INTERVAL 1 DAY" : "{0} + 1", with: [bound.value], .additive))
  }
}

// MARK: - Reading

extension RewriteContext {
  /// The details of a node's type where that is one of the six built-in ranges.
  func rangeSubtype(of node: NodeID) -> OID? {
    guard let type = typed[node].coercedTo ?? typed[node].type, let found = catalog.type(catalog.baseType(of: type.oid)), found.schema == "pg_catalog" else { return nil }
    return found.range?.subtype
  }

  /// The range that a node writes out: a constructor, a constant, or the intersection of two; nil for any other.
  mutating func rangeValue(of node: NodeID) -> RangeValue? {
    let node = unwrapped(node)
    guard let subtype = rangeSubtype(of: node), let family = rangeFamily(subtype) else { return nil }
    switch tree[node].kind {
    case .functionCall: return rangeConstructor(node, family)
    case .stringLiteral: return constantString(node).flatMap { rangeConstant($0, family) }
    case .typedLiteral: return tree.child(of: node, .value).flatMap { constantString($0) }.flatMap { rangeConstant($0, family) }
    case .typeCast, .castExpression:
      guard let operand = tree.child(of: node, .operand) else { return nil }
      if let text = constantString(operand) { return rangeConstant(text, family) }
      return rangeSubtype(of: operand) == subtype ? rangeValue(of: operand) : nil
    case .binaryOperation: return intersection(node)
    default: return nil
    }
  }

  private func rangeFamily(_ subtype: OID) -> TypeFamily? {
    let family = catalog.family(of: subtype)
    switch family {
    case .integer, .decimal, .date, .timestamp: return family
    case .timestamptz: return sessionIsUTC ? family : nil
    default: return nil
    }
  }

  private mutating func rangeConstructor(_ node: NodeID, _ family: TypeFamily) -> RangeValue? {
    let arguments = tree.children(of: node, .argument)
    if arguments.count == 1, let text = constantString(arguments[0]) { return rangeConstant(text, family) }
    guard let function = builtIn(node), isPlainCall(node), ["int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange"].contains(function.name),
      arguments.count == function.arguments.count, arguments.count == 2 || arguments.count == 3
    else { return nil }
    var flags = "[)"
    if arguments.count == 3 {
      guard let text = constantString(arguments[2]), ["[)", "[]", "(]", "()"].contains(text) else { return nil }
      flags = text
    }
    guard arguments.prefix(2).allSatisfy({ isRangeBound($0, family) }) else { return nil }
    noteLostError(.rangeOrder, at: node)
    return RangeValue(
      family: family, lower: rangeBound(arguments[0], family), upper: rangeBound(arguments[1], family), isLowerInclusive: flags.hasPrefix("["),
      isUpperInclusive: flags.hasSuffix("]"))
  }

  private func isRangeBound(_ node: NodeID, _ family: TypeFamily) -> Bool {
    if tree[unwrapped(node)].kind == .nullLiteral { return true }
    guard let own = self.family(of: node), let coerced = coercedFamily(of: node), tree[node].kind != .namedArgument else { return false }
    return own == coerced || (own.isNumber && coerced.isNumber && own != .double) || (own.isTemporal && coerced.isTemporal && sessionIsUTC)
  }

  private mutating func rangeBound(_ node: NodeID, _ family: TypeFamily) -> RangeValue.Bound? {
    if tree[unwrapped(node)].kind == .nullLiteral { return nil }
    var value = convert(node)
    // A date is a DATETIME in a range of timestamps.
    if family != .date, self.family(of: node) == .date { value = fill("CAST({0} AS DATETIME(6))", with: [value]) }
    return RangeValue.Bound(value: value, isNullable: isNullable(node), isRepeatable: isRepeatable(node))
  }

  private func rangeConstant(_ text: String, _ family: TypeFamily) -> RangeValue? {
    guard let range = RangeText(text) else { return nil }
    func bound(_ text: String?) -> RangeValue.Bound?? {
      guard let text else { return .some(nil) }
      guard let constant = TypedConstant(text, family: family, sourceIsUTC: sessionIsUTC) else { return nil }
      return RangeValue.Bound(value: Output([.text(constant.typed)], constant.typed.utf8.first == 0x2D ? .unary : .primary), isNullable: false, isRepeatable: true)
    }
    guard let lower = bound(range.lower), let upper = bound(range.upper) else { return nil }
    return RangeValue(
      family: family, lower: lower, upper: upper, isLowerInclusive: range.isLowerInclusive, isUpperInclusive: range.isUpperInclusive, isEmpty: range.isEmpty)
  }

  /// `a * b` where both have bounds of the same sort.
  private mutating func intersection(_ node: NodeID) -> RangeValue? {
    guard builtInOperator(node)?.name == "*", let (left, right) = operands(of: node),
      let a = rangeValue(of: left)?.canonical(in: &self), let b = rangeValue(of: right)?.canonical(in: &self), !a.isEmpty, !b.isEmpty,
      a.isLowerInclusive == b.isLowerInclusive, a.isUpperInclusive == b.isUpperInclusive, a.family == b.family
    else { return nil }
    guard let lower = tighter(a.lower, b.lower, ">="), let upper = tighter(a.upper, b.upper, "<=") else { return nil }
    return RangeValue(family: a.family, lower: lower, upper: upper, isLowerInclusive: a.isLowerInclusive, isUpperInclusive: a.isUpperInclusive, isIntersection: true)
  }

  /// The bound that leaves less; nil where one cannot be repeated.
  private mutating func tighter(_ a: RangeValue.Bound?, _ b: RangeValue.Bound?, _ comparison: String) -> RangeValue.Bound?? {
    guard let a, let b else { return .some(a ?? b) }
    guard a.isRepeatable, b.isRepeatable else { return nil }
    let choice = fill(Template("IF({0} \(comparison) {1}, {0}, {1})"), with: [a.value, b.value])
    let value = a.isNullable || b.isNullable ? fill("COALESCE({0}, {1})", with: [choice, a.value]) : choice
    return RangeValue.Bound(value: value, isNullable: a.isNullable && b.isNullable, isRepeatable: true)
  }
}
