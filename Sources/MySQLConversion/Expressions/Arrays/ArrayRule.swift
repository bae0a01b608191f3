import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Arrays, which are JSON arrays in MySQL: constructors, constants, subscripts, slices and operators.
struct ArrayRule: ConversionRule {
  static let id = "arrays"
  static let help = RuleHelp(
    why: """
      An array is kept as a JSON array. Subscripts count from 1 in PostgreSQL and from 0 in a path; a slice of nothing is an empty array; an element \
      that is NULL equals no other in @> and &&, while JSON's null equals itself, and it is the largest where arrays are ordered. Arrays are taken \
      to have one dimension.
      """,
    example: "SELECT tags[1], tags[2:3] FROM item WHERE tags @> ARRAY['new']",
    manual: ["PostgreSQL: Array Functions and Operators", "MySQL: JSON Functions"])
  static let kinds: [NodeKind] = [.arrayConstructor, .subscript, .slice, .binaryOperation]
  static let names: Set<String>? = ["||", "@>", "<@", "&&"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .arrayConstructor: constructor(node, in: &context)
    case .subscript: element(node, in: &context)
    case .slice: slice(node, in: &context)
    default: operation(node, in: &context)
    }
  }

  private func constructor(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    var values: [[Piece]] = []
    for item in context.tree.children(of: node, .item) {
      if context.tree[item].kind == .arrayConstructor || context.coercedFamily(of: item) == .array {
        return context.declineDimensions(at: item)
      }
      guard let value = context.arrayItem(of: item) else { return nil }
      values.append(value.pieces)
    }
    return context.call("JSON_ARRAY", values)
  }

  // MARK: Parts

  private func element(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), let index = context.tree.child(of: node, .index), let type = context.type(of: node) else { return nil }
    let array = context.unwrapped(operand)
    if let call = RegexCall(array, in: context), let number = context.constantInteger(index), number > 0, let output = call.element(number, in: &context) { return output }
    guard context.family(of: operand) == .array, let form = Self.value(of: context.catalog.family(of: type.oid)) else {
      return context.tree[array].kind == .subscript ? context.declineDimensions(at: node) : nil
    }
    guard let number = context.constantInteger(index) else {
      guard context.family(of: index) == .integer else { return nil }
      return context.fill(Template(form.replacing("{0}", with: "JSON_EXTRACT({0}, IF({1} >= 1, CONCAT('$[', {1} - 1, ']'), NULL))")), with: [operand, index])
    }
    // No element has such a number.
    if number < 1 || number > Int(Int32.max) { return context.fill(Template(Self.null(of: context.catalog.family(of: type.oid))), with: [Output]()) }
    let path = Template.literal(JSONPath.element(number - 1))
    if context.catalog.family(of: type.oid) == .integer { return context.fill(Template("JSON_VALUE({0}, \(path) RETURNING SIGNED)"), with: [operand]) }
    return context.fill(Template(form.replacing("{0}", with: "JSON_EXTRACT({0}, \(path))")), with: [operand])
  }

  /// A template that makes the SQL value of an element in JSON, by the element's type.
  private static func value(of element: TypeFamily) -> String? {
    let text = "CAST(JSON_UNQUOTE(NULLIF({0}, CAST('null' AS JSON))) AS CHAR)"
    return switch element {
    case .integer: "JSON_VALUE({0}, '$' RETURNING SIGNED)"
    case .decimal: "JSON_VALUE({0}, '$' RETURNING DECIMAL(65,30))"
    case .double: "JSON_VALUE({0}, '$' RETURNING DOUBLE)"
    case .text, .uuid, .enumeration: text
    case .boolean: "NULLIF({0}, CAST('null' AS JSON)) = CAST('true' AS JSON)"
    case .date: "JSON_VALUE({0}, '$' RETURNING DATE)"
    case .timestamp: "CAST(JSON_UNQUOTE(NULLIF({0}, CAST('null' AS JSON))) AS DATETIME(6))"
    default: nil
    }
  }

  private static func null(of element: TypeFamily) -> String {
    switch element {
    case .integer: "CAST(NULL AS SIGNED)"
    case .decimal: "CAST(NULL AS DECIMAL)"
    case .double: "CAST(NULL AS DOUBLE)"
    case .date: "CAST(NULL AS DATE)"
    case .timestamp: "CAST(NULL AS DATETIME(6))"
    case .text, .uuid, .enumeration: "CAST(NULL AS CHAR)"
    default: "NULL"
    }
  }

  private func slice(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), context.family(of: operand) == .array else { return nil }
    let (low, high) = (context.tree.child(of: node, .low), context.tree.child(of: node, .high))
    let bounds = [low, high].compactMap { $0 }
    guard bounds.allSatisfy({ context.family(of: $0) == .integer }) else { return nil }
    let constants = bounds.map { context.constantInteger($0) }
    if constants.contains(nil) { return variableSlice(operand, low, high, in: &context) }
    let first = max(low.flatMap { context.constantInteger($0) } ?? 1, 1)
    let last = high.flatMap { context.constantInteger($0) }
    guard first <= Int(Int32.max), last.map({ $0 <= Int(Int32.max) }) ?? true else { return nil }
    let isNullable = context.isNullable(operand)
    guard !isNullable || context.isRepeatable(operand) else { return nil }
    let value = last.map { $0 < first } == true ? "JSON_ARRAY()" : "COALESCE(JSON_EXTRACT({0}, '$[\(first - 1) to \(last.map { "\($0 - 1)" } ?? "last")]'), JSON_ARRAY())"
    return context.fill(Template(isNullable ? "IF({0} IS NULL, NULL, \(value))" : value), with: [operand])
  }

  private func variableSlice(_ operand: NodeID, _ low: NodeID?, _ high: NodeID?, in context: inout RewriteContext) -> Output? {
    let nodes = [operand] + [low, high].compactMap { $0 }
    let first = low == nil ? "1" : "GREATEST({1}, 1)"
    let end = low == nil ? "{1}" : "{2}"
    let path = high == nil ? "CONCAT('$[', \(first) - 1, ' to last]')" : "CONCAT('$[', \(first) - 1, ' to ', \(end) - 1, ']')"
    let tests = ["{0} IS NULL"] + (1..<nodes.count).map { "{\($0)} IS NULL" }
    let value = "COALESCE(JSON_EXTRACT({0}, \(path)), JSON_ARRAY())"
    return context.fill(
      Template("CASE WHEN \(tests.joined(separator: " OR ")) THEN NULL\(high == nil ? "" : " WHEN \(end) < \(first) THEN JSON_ARRAY()") ELSE \(value) END"), with: nodes)
  }

  // MARK: Operators

  private func operation(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let (left, right) = context.operands(of: node),
      context.coercedFamily(of: left) == .array || context.coercedFamily(of: right) == .array
    else { return nil }
    switch name {
    case "||":
      switch (context.coercedFamily(of: left), context.coercedFamily(of: right)) {
      case (.array?, .array?): return context.joining(left, right)
      case (.array?, _): return context.appending(right, to: left)
      default: return context.prepending(left, to: right)
      }
    case "@>": return containment(left, right, node, in: &context)
    case "<@": return containment(right, left, node, in: &context)
    case "&&":
      if context.isArrayWithoutNull(left) || context.isArrayWithoutNull(right) { return context.fill("JSON_OVERLAPS({0}, {1})", with: [left, right]) }
      return context.fill("@array_overlap({0}, {1})", with: [left, right])
    default: return nil
    }
  }

  /// A part with a NULL among its elements is in no array.
  private func containment(_ array: NodeID, _ part: NodeID, _ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.isArrayWithoutNull(part) || context.isArrayWithoutNull(array) { return context.fill("JSON_CONTAINS({0}, {1})", with: [array, part]) }
    if context.tree[context.unwrapped(part)].kind == .placeholder, context.isFilter(node) {
      // Where the parameter is JSON's null, both sides are false, as good as NULL here.
      let (whole, text) = (context.convert(array), context.arrayText(part))
      return context.fill("JSON_CONTAINS({0}, {1}) > JSON_CONTAINS({1}, 'null')", with: [whole, text], .comparison)
    }
    return context.fill("JSON_CONTAINS({0}, {1}) > JSON_CONTAINS({1}, 'null')", with: [array, part], .comparison)
  }
}

extension RewriteContext {
  func elementFamily(of array: NodeID) -> TypeFamily? { (typed[array].coercedTo ?? typed[array].type).flatMap { elementFamily(ofArray: $0.oid) } }

  func elementFamily(ofArray type: OID) -> TypeFamily? { catalog.elementType(ofArray: catalog.baseType(of: type)).map { catalog.family(of: $0) } }

  /// NULL and an element make an array of the element.
  mutating func appending(_ element: NodeID, to array: NodeID) -> Output? {
    guard let value = arrayItem(of: element) else { return nil }
    return fill(isNullable(array) ? "JSON_ARRAY_APPEND(COALESCE({0}, JSON_ARRAY()), '$', {1})" : "JSON_ARRAY_APPEND({0}, '$', {1})", with: [convert(array), value])
  }

  mutating func prepending(_ element: NodeID, to array: NodeID) -> Output? {
    guard let value = arrayItem(of: element) else { return nil }
    return fill(isNullable(array) ? "JSON_ARRAY_INSERT(COALESCE({0}, JSON_ARRAY()), '$[0]', {1})" : "JSON_ARRAY_INSERT({0}, '$[0]', {1})", with: [convert(array), value])
  }

  /// NULL and an array make the array, NULL and NULL make NULL.
  mutating func joining(_ left: NodeID, _ right: NodeID) -> Output? {
    switch (isNullable(left), isNullable(right)) {
    case (false, false): fill("JSON_MERGE_PRESERVE({0}, {1})", with: [left, right])
    case (true, false): fill("JSON_MERGE_PRESERVE(COALESCE({0}, JSON_ARRAY()), {1})", with: [left, right])
    case (false, true): fill("JSON_MERGE_PRESERVE({0}, COALESCE({1}, JSON_ARRAY()))", with: [left, right])
    case (true, true): fill("IF({0} IS NULL AND {1} IS NULL, NULL, JSON_MERGE_PRESERVE(COALESCE({0}, JSON_ARRAY()), COALESCE({1}, JSON_ARRAY())))", with: [left, right])
    }
  }

  /// A constructor or constant that is known to have no NULL among its elements.
  func isArrayWithoutNull(_ node: NodeID) -> Bool {
    let node = withoutCasts(node)
    if tree[node].kind == .arrayConstructor { return tree.children(of: node, .item).allSatisfy { !isNullable($0) && tree[unwrapped($0)].kind != .arrayConstructor } }
    return constantString(node).flatMap(ArrayConstant.elements)?.contains(nil) == false
  }

  /// A constant array as a JSON document's text; nil where its elements have another form there.
  func arrayDocument(_ text: String, type: OID) -> String? {
    guard let element = catalog.elementType(ofArray: catalog.baseType(of: type)), let elements = ArrayConstant.elements(text) else { return nil }
    let family = catalog.family(of: element)
    var items: [String] = []
    for element in elements {
      guard let item = element.map({ arrayItem($0, family) }) ?? "null" else { return nil }
      items.append(item)
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private func arrayItem(_ text: String, _ family: TypeFamily) -> String? {
    switch family {
    case .integer: Int(text.trimmingBlanks()).map { "\($0)" }
    case .decimal: DecimalText(text)?.plain
    case .text, .enumeration: JSONString.quoted(text)
    case .boolean: TypedConstant(text, family: .boolean, sourceIsUTC: true)?.text.lowercased()
    case .uuid, .date: TypedConstant(text, family: family, sourceIsUTC: true).map { JSONString.quoted($0.text) }
    default: nil
    }
  }
}
