import MySQLTarget
import PostgresSyntax
import SourceText

/// `x = ANY (ARRAY[…])` becomes `x IN (…)`; comparisons with a subquery stay.
struct AnyComparisonRule: ConversionRule {
  static let id = "any-comparison"
  static let help = RuleHelp(
    why: """
      MySQL has no arrays: = ANY over a list that is written out becomes IN, <> ALL becomes NOT IN. A comparison with ANY, SOME or \
      ALL of a subquery is the same. The elements of any other array are the rows of JSON_TABLE; an array parameter is passed as JSON.
      """,
    example: "SELECT id FROM item WHERE kind = ANY (ARRAY['a', 'b'])",
    manual: ["PostgreSQL: Row and Array Comparisons", "MySQL: Subqueries with ANY, IN, or SOME"])
  static let kinds: [NodeKind] = [.anyComparison, .allComparison]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (left, right) = context.operands(of: node), context.operatorName(node) != nil
    else { return nil }
    let name = context.tree.operatorName(of: node)
    if context.tree[right].kind == .query { return subquery(node, left, right, name, in: &context) }
    let isAny = context.tree[node].kind == .anyComparison
    let list = array(right, in: context)
    if ["~~", "!~~", "~~*", "!~~*"].contains(name) { return likes(node, left, right, list, name, isAny: isAny, in: &context) ?? declined(node, in: &context) }
    if let output = constant(left, right, name, isAny: isAny, in: &context) { return output }
    if let list, list.isEmpty, context.isRepeatable(left), context.builtInOperator(node) != nil { return Output(context.keyword(isAny ? "FALSE" : "TRUE")) }
    if list == nil, let output = elements(node, left, right, name, isAny: isAny, in: &context) { return output }
    if let list, !list.isEmpty, !((isAny && name == "=") || (!isAny && (name == "<>" || name == "!="))), let output = expanded(node, left, list, name, isAny: isAny, in: &context) { return output }
    guard (isAny && name == "=") || (!isAny && (name == "<>" || name == "!=")), let list, !list.isEmpty else {
      return declined(node, in: &context)
    }
    for item in list {
      guard context.checkComparison(of: left, with: item, isOrder: false, at: node) else { return Output(source: context.tree[node].range) }
    }
    let items = list.map { context.convert($0).pieces }
    let word = context.keyword(isAny ? " IN (" : " NOT IN (")
    return Output((context.convert(left, atLeast: .bitOr) + [.text(word)] + .joined(items, by: ", ") + [.text(")")]).compacted(), .predicate)
  }

  private func declined(_ node: NodeID, in context: inout RewriteContext) -> Output {
    context.decline(
      "array-comparison", at: node, "a comparison with the elements of an array; MySQL has no arrays",
      help: "expand the array to a list of placeholders, or pass it as JSON and use JSON_TABLE")
  }

  /// `x LIKE ANY (ARRAY[a, b])`: `x LIKE a OR x LIKE b`. Of an array that is no list, the elements are the rows of JSON_TABLE where the test
  /// only lets rows through.
  private func likes(_ node: NodeID, _ left: NodeID, _ right: NodeID, _ list: [NodeID]?, _ name: String, isAny: Bool, in context: inout RewriteContext) -> Output? {
    guard context.builtInOperator(node) != nil, context.family(of: left) == .text else { return nil }
    let ignoresCase = name.hasSuffix("*")
    if ignoresCase { context.checkCaseFolding(at: node) }
    let word = name.hasPrefix("!") ? "NOT LIKE" : "LIKE"
    let test = Template(ignoresCase ? "LOWER({0}) \(word) LOWER({1})" : "{0} \(word) {1}")
    guard let list else {
      guard isAny, context.isFilter(node), context.elementFamily(of: right) == .text, context.columnReferences(in: right).isEmpty else { return nil }
      let pattern = ignoresCase ? "LOWER(array_element)" : "array_element"
      let value = ignoresCase ? "LOWER({0})" : "{0}"
      let form = Template("EXISTS (SELECT 1 FROM JSON_TABLE({1}, '$[*]' COLUMNS (array_element LONGTEXT PATH '$')) AS array_elements WHERE \(value) \(word) \(pattern))")
      return context.fill(form, with: [context.convert(left), context.arrayText(right)])
    }
    guard list.count == 1 || context.isRepeatable(left), list.count <= 50, list.allSatisfy({ context.coercedFamily(of: $0) == .text }) else { return nil }
    let tests = list.map { context.fill(test, with: [context.convert(left), context.convert($0)], .predicate).pieces }
    return Output([.text("(")] + .joined(tests, by: context.keyword(isAny ? " OR " : " AND ")) + [.text(")")])
  }

  /// `= ANY` and `<> ALL` over a constant: a list. No element is no match, whatever the value is.
  private func constant(_ left: NodeID, _ right: NodeID, _ name: String, isAny: Bool, in context: inout RewriteContext) -> Output? {
    guard isAny ? name == "=" : name == "<>" || name == "!=", let family = context.coercedFamily(of: left), let element = context.elementFamily(of: right),
      let items = context.constantItems(right), !context.tree.containsHole(left)
    else { return nil }
    if items.isEmpty { return Output(context.keyword(isAny ? "FALSE" : "TRUE")) }
    guard (family.isNumber && element.isNumber) || (family == .text && element == .text) || (family == .uuid && element == .uuid) else { return nil }
    return context.fill(Template("{0} \(isAny ? "IN" : "NOT IN") (\(items.joined(separator: ", ")))"), with: [left], .predicate)
  }

  /// `x > ANY (ARRAY[a, b])`: `x > a OR x > b`.
  private func expanded(_ node: NodeID, _ left: NodeID, _ list: [NodeID], _ name: String, isAny: Bool, in context: inout RewriteContext) -> Output? {
    guard ComparisonRule.equality.contains(name) || ComparisonRule.order.contains(name), context.isRepeatable(left), list.count <= 20 else { return nil }
    var tests: [[Piece]] = []
    for item in list {
      guard context.checkComparison(of: left, with: item, isOrder: ComparisonRule.order.contains(name), at: node) else { return Output(source: context.tree[node].range) }
      tests.append(context.convert(left, atLeast: .comparison) + [.text(" \(name) ")] + context.convert(item, atLeast: .predicate))
    }
    return Output([.text("(")] + .joined(tests, by: context.keyword(isAny ? " OR " : " AND ")) + [.text(")")])
  }

  /// The elements of an array that is no list, as the rows of JSON_TABLE: a subquery has the same three-valued logic.
  private func elements(_ node: NodeID, _ left: NodeID, _ right: NodeID, _ name: String, isAny: Bool, in context: inout RewriteContext) -> Output? {
    guard ComparisonRule.equality.contains(name) || ComparisonRule.order.contains(name), context.coercedFamily(of: right) == .array,
      let element = context.elementFamily(of: right), let type = ArrayFunctionRule.column(of: element), let family = context.coercedFamily(of: left),
      RewriteContext.comparesAlike(family, element, isOrder: ComparisonRule.order.contains(name), isUTC: context.sessionIsUTC)
    else { return nil }
    // Over a column of the query around it MySQL's JSON_TABLE in such a subquery is refused, or forgets which row it is of.
    if !context.columnReferences(in: right).isEmpty { return member(node, left, right, name, family, isAny: isAny, in: &context) }
    if family == .text, ComparisonRule.order.contains(name) { context.checkCollation(left, isOrder: true) }
    let array = context.arrayText(right)
    let word = isAny && name == "=" ? "IN" : !isAny && name == "<>" ? "NOT IN" : name + (isAny ? " ANY" : " ALL")
    // A uuid may be written in other ways than MySQL keeps it in.
    let item = element == .uuid ? "BIN_TO_UUID(UUID_TO_BIN(array_element))" : "array_element"
    let template = Template("{0} \(word) (SELECT \(item) FROM JSON_TABLE({1}, '$[*]' COLUMNS (array_element \(type) PATH '$')) AS array_elements)")
    let value = Output(context.convert(left, atLeast: .bitOr))
    let test = context.fill(template, with: [value, array], .predicate)
    guard context.isNullable(right), !(isAny && context.isFilter(node)) else { return test }
    guard context.isRepeatable(right) else { return nil }
    // No rows come of a NULL array, where the comparison is NULL; nor of JSON's null, which a program may pass for it.
    let isParameter = context.isParameter(right)
    return context.fill(isParameter ? "IF(NULLIF({0}, 'null') IS NULL, NULL, {1})" : "IF({0} IS NULL, NULL, {1})", with: [array, Output(test.pieces)])
  }

  /// `= ANY` and `<> ALL` over an array that a row has.
  private func member(_ node: NodeID, _ left: NodeID, _ right: NodeID, _ name: String, _ family: TypeFamily, isAny: Bool, in context: inout RewriteContext) -> Output? {
    guard isAny ? name == "=" : name == "<>" || name == "!=", family != .double, context.isRepeatable(left), context.isRepeatable(right),
      let value = context.arrayItem(of: left)
    else { return nil }
    let values = [value, context.convert(right)]
    if isAny, context.isFilter(node) { return context.fill("{0} MEMBER OF({1})", with: values, .predicate) }
    let (hit, miss) = isAny ? ("TRUE", "FALSE") : ("FALSE", "TRUE")
    return context.fill(
      Template(
        "CASE WHEN {1} IS NULL THEN NULL WHEN JSON_LENGTH({1}) = 0 THEN \(miss) WHEN {0} MEMBER OF({1}) THEN \(hit) WHEN {0} IS NULL OR JSON_CONTAINS({1}, 'null') THEN NULL ELSE \(miss) END"),
      with: values)
  }

  private func subquery(_ node: NodeID, _ left: NodeID, _ right: NodeID, _ name: String, in context: inout RewriteContext) -> Output? {
    let isOrder = ComparisonRule.order.contains(name)
    guard isOrder || ComparisonRule.equality.contains(name) else { return nil }
    guard context.checkSubqueryComparison(of: left, with: right, isOrder: isOrder, at: node) else {
      return Output(source: context.tree[node].range)
    }
    return context.copied(node, .comparison)
  }

  private func array(_ node: NodeID, in context: RewriteContext) -> [NodeID]? {
    var node = context.unwrapped(node)
    if context.tree[node].kind == .typeCast, let operand = context.tree.child(of: node, .operand) { node = context.unwrapped(operand) }
    guard context.tree[node].kind == .arrayConstructor else { return nil }
    let items = context.tree.children(of: node, .item)
    return items.contains { context.tree[$0].kind == .arrayConstructor } ? nil : items
  }
}

extension RewriteContext {
  /// An array for JSON_TABLE, which reads a text as well.
  mutating func arrayText(_ node: NodeID) -> Output {
    let inner = withoutCasts(node)
    guard tree[inner].kind == .placeholder, let parameter = tree.parameter(of: inner) else { return convert(node) }
    bind(inner, as: "json")
    return Output([.placeholder(parameter: parameter, range: tree[inner].range)])
  }

  /// Whether the condition only lets rows through or not, so that NULL is as good as false: in WHERE or HAVING, under AND and OR alone.
  func isFilter(_ node: NodeID) -> Bool {
    var node = node
    while let parent = tree.parent(of: node), [.parenthesized, .and, .or].contains(tree[parent].kind) { node = parent }
    guard let parent = tree.parent(of: node) else { return false }
    return [.whereClause, .havingClause].contains(tree[parent].kind)
  }

  /// The elements of a constant array as MySQL's literals.
  func constantItems(_ node: NodeID) -> [String]? {
    let inner = withoutCasts(node)
    if tree[inner].kind == .arrayConstructor, tree.children(of: inner, .item).isEmpty { return [] }
    guard let family = elementFamily(of: node), let elements = constantString(inner).flatMap(ArrayConstant.elements) else { return nil }
    let items = elements.map { element -> String? in
      guard let element else { return keyword("NULL") }
      if family == .text { return MySQLLiteral.string(element).replacing("{", with: "{{") }
      return TypedConstant(element, family: family, sourceIsUTC: sessionIsUTC)?.bare
    }
    return items.contains(nil) ? nil : items.compactMap { $0 }
  }

  /// Whether a value compares alike with the one column of a subquery; declines where it does not, or where MySQL has no such subquery.
  mutating func checkSubqueryComparison(of left: NodeID, with query: NodeID, isOrder: Bool, at node: NodeID) -> Bool {
    if tree.child(of: query, .limitClause) != nil || tree.child(of: query, .offsetClause) != nil {
      decline("limit-in-subquery", at: node, "MySQL has no LIMIT in a subquery of IN, ANY or ALL", help: "wrap the subquery: SELECT … FROM (subquery) AS q")
      return false
    }
    let outputs = typed.outputs[query] ?? []
    let operands = tree[unwrapped(left)].kind == .rowConstructor ? tree.children(of: unwrapped(left), .item) : [left]
    guard outputs.count == operands.count else {
      declineUnknown(node, "the columns of its subquery are not known")
      return false
    }
    for (operand, output) in zip(operands, outputs) {
      guard let a = coercedFamily(of: operand), let b = output.type.map({ catalog.family(of: $0.oid) }) else {
        declineUnknown(node, "the types of its operands are not known")
        return false
      }
      guard Self.comparesAlike(a, b, isOrder: isOrder, isUTC: sessionIsUTC) else {
        decline("comparison-types", at: node, "MySQL does not compare these types as PostgreSQL does")
        return false
      }
      if isOrder, a.isCollatable { checkCollation(operand, isOrder: true) }
    }
    return true
  }
}
