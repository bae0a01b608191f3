import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Arrays, which are JSON arrays in MySQL: constructors, constants, subscripts, functions and operators.
struct ArrayRule: ConversionRule {
  static let id = "arrays"
  static let help = RuleHelp(
    why: """
      An array is kept as a JSON array. Subscripts count from 1 in PostgreSQL and from 0 in a path; the length of an empty array is NULL; an \
      element that is NULL equals no other in @> and &&, while JSON's null equals itself. Arrays are taken to have one dimension.
      """,
    example: "SELECT tags[1], cardinality(tags) FROM item WHERE tags @> ARRAY['new']",
    manual: ["PostgreSQL: Array Functions and Operators", "MySQL: JSON Functions"])
  static let kinds: [NodeKind] = [.arrayConstructor, .subscript, .functionCall, .binaryOperation]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .arrayConstructor: return constructor(node, in: &context)
    case .subscript: return element(node, in: &context)
    case .functionCall:
      guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
      return call(function.name, node, context.tree.children(of: node, .argument), in: &context)
    default: return operation(node, in: &context)
    }
  }

  private func constructor(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    var values: [[Piece]] = []
    for item in context.tree.children(of: node, .item) {
      guard let value = context.jsonValue(of: item) else { return nil }
      values.append(value.pieces)
    }
    return Output([.text(context.keyword("JSON_ARRAY") + "(")] + .joined(values, by: ", ") + [.text(")")])
  }

  private func element(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), let index = context.tree.child(of: node, .index), let type = context.type(of: node) else { return nil }
    let array = context.unwrapped(operand)
    if let call = RegexCall(array, in: context), let number = context.constantInteger(index), number > 0, let output = call.element(number, in: &context) { return output }
    guard context.family(of: operand) == .array, let number = context.constantInteger(index), number < 1_000_000 else { return nil }
    if number < 1 { return nil }
    let path = MySQLLiteral.string(JSONPath.element(number - 1))
    switch context.catalog.family(of: type.oid) {
    case .integer: return context.fill(Template("JSON_VALUE({0}, \(path) RETURNING SIGNED)"), with: [operand])
    case .text: return context.fill(Template("CAST(JSON_UNQUOTE(NULLIF(JSON_EXTRACT({0}, \(path)), CAST('null' AS JSON))) AS CHAR)"), with: [operand])
    default: return nil
    }
  }

  // MARK: Functions

  private func call(_ name: String, _ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let array = arguments.first(where: { context.coercedFamily(of: $0) == .array }) ?? arguments.first else { return nil }
    switch (name, arguments.count) {
    case ("cardinality", 1): return context.fill("JSON_LENGTH({0})", with: [array])
    case ("array_length", 2), ("array_upper", 2):
      return context.constantInteger(arguments[1]) == 1 ? context.fill("NULLIF(JSON_LENGTH({0}), 0)", with: [array]) : nil
    case ("array_lower", 2):
      return context.constantInteger(arguments[1]) == 1 ? context.fill("IF(JSON_LENGTH({0}) > 0, 1, NULL)", with: [array]) : nil
    case ("array_append", 2): return context.appending(arguments[1], to: arguments[0])
    case ("array_prepend", 2): return context.prepending(arguments[0], to: arguments[1])
    case ("array_cat", 2): return context.joining(arguments[0], arguments[1])
    case ("array_position", 2): return position(arguments[0], arguments[1], in: &context)
    case ("array_to_string", 2): return joined(node, arguments[0], arguments[1], in: &context)
    case ("string_to_array", 2): return split(arguments[0], arguments[1], in: &context)
    default: return nil
    }
  }

  /// What a column of JSON_TABLE must be declared as, to give the elements of an array.
  static func column(of element: TypeFamily) -> String? {
    switch element {
    case .integer: "BIGINT"
    case .decimal: "DECIMAL(65,30)"
    case .text, .uuid, .enumeration: "LONGTEXT"
    case .date: "DATE"
    default: nil
    }
  }

  private func position(_ array: NodeID, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    guard let family = context.elementFamily(of: array), family == .integer || family == .text, context.isRepeatable(value), let type = Self.column(of: family), context.isInPlainQuery(array) else { return nil }
    return context.fill(
      Template("(SELECT MIN(element_number) FROM JSON_TABLE({0}, '$[*]' COLUMNS (element_number FOR ORDINALITY, array_element \(type) PATH '$')) AS array_elements WHERE array_element <=> {1})"),
      with: [array, value])
  }

  private func joined(_ node: NodeID, _ array: NodeID, _ separator: NodeID, in context: inout RewriteContext) -> Output? {
    guard let family = context.elementFamily(of: array), family == .integer || family == .text, let text = context.constantString(separator), context.isRepeatable(array), context.isInPlainQuery(array) else { return nil }
    context.note(
      "group-concat-length", at: node, "MySQL cuts the result off at group_concat_max_len bytes, 1024 unless the session raises it",
      help: "SET SESSION group_concat_max_len = 4294967295")
    let list = "SELECT GROUP_CONCAT(array_element ORDER BY element_number SEPARATOR \(Template.literal(text))) FROM JSON_TABLE({0}, '$[*]' COLUMNS (element_number FOR ORDINALITY, array_element LONGTEXT PATH '$')) AS array_elements"
    return context.fill(Template("IF({0} IS NULL, NULL, COALESCE((\(list)), ''))"), with: [array])
  }

  /// Only with a separator that cannot be a part of an escape in JSON text.
  private func split(_ text: NodeID, _ separator: NodeID, in context: inout RewriteContext) -> Output? {
    guard let mark = context.constantString(separator), !mark.isEmpty, !mark.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x2F }),
      !mark.contains(where: { $0.isASCII && ($0.isLetter || $0.isNumber) }), context.isRepeatable(text)
    else { return nil }
    let place = Template.literal(mark)
    return context.fill(
      Template("IF({0} = '', JSON_ARRAY(), CAST(CONCAT('[', REPLACE(CAST(JSON_QUOTE({0}) AS CHAR), \(place), '\",\"'), ']') AS JSON))"), with: [text])
  }

  // MARK: Operators

  private func operation(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let left = context.tree.child(of: node, .left),
      let right = context.tree.child(of: node, .right), context.coercedFamily(of: left) == .array || context.coercedFamily(of: right) == .array
    else { return nil }
    switch name {
    case "||":
      switch (context.coercedFamily(of: left), context.coercedFamily(of: right)) {
      case (.array?, .array?): return context.joining(left, right)
      case (.array?, _): return context.appending(right, to: left)
      default: return context.prepending(left, to: right)
      }
    case "@>", "<@", "&&":
      guard context.isArrayWithoutNull(left) || context.isArrayWithoutNull(right) else { return nil }
      let (container, part) = name == "<@" ? (right, left) : (left, right)
      return context.fill(name == "&&" ? "JSON_OVERLAPS({0}, {1})" : "JSON_CONTAINS({0}, {1})", with: [container, part])
    default: return nil
    }
  }
}

extension RewriteContext {
  func elementFamily(of array: NodeID) -> TypeFamily? {
    guard let type = typed[array].coercedTo ?? typed[array].type, let element = catalog.elementType(ofArray: catalog.baseType(of: type.oid)) else { return nil }
    return catalog.family(of: element)
  }

  /// NULL and an element make an array of the element.
  mutating func appending(_ element: NodeID, to array: NodeID) -> Output? {
    guard let value = jsonValue(of: element) else { return nil }
    return fill(isNullable(array) ? "JSON_ARRAY_APPEND(COALESCE({0}, JSON_ARRAY()), '$', {1})" : "JSON_ARRAY_APPEND({0}, '$', {1})", with: [convert(array), value])
  }

  mutating func prepending(_ element: NodeID, to array: NodeID) -> Output? {
    guard let value = jsonValue(of: element) else { return nil }
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

  /// Whether the query around a node neither groups nor sorts rows away: there MySQL refuses JSON_TABLE over its columns (error 1210).
  func isInPlainQuery(_ node: NodeID) -> Bool {
    guard let query = enclosingQuery(of: node), let body = tree.child(of: query, .body), tree[body].kind == .selectClause else { return false }
    guard [Role.groupByClause, .havingClause, .distinctClause].allSatisfy({ tree.child(of: body, $0) == nil }), let list = tree.child(of: body, .targetList) else { return false }
    return !tree.descendants(of: list).contains { builtIn($0).map { $0.kind == .aggregate || $0.kind == .window } ?? false }
  }

  /// A constructor or constant that is known to have no NULL among its elements.
  func isArrayWithoutNull(_ node: NodeID) -> Bool {
    var node = unwrapped(node)
    while [.typeCast, .castExpression].contains(tree[node].kind), let operand = tree.child(of: node, .operand) { node = unwrapped(operand) }
    if tree[node].kind == .arrayConstructor { return tree.children(of: node, .item).allSatisfy { !isNullable($0) && tree[unwrapped($0)].kind != .arrayConstructor } }
    return constantString(node).flatMap(ArrayConstant.elements)?.contains(nil) == false
  }

  /// A constant array as a JSON document's text; nil where its elements have another form there.
  func arrayDocument(_ text: String, type: OID) -> String? {
    guard let element = catalog.elementType(ofArray: catalog.baseType(of: type)), let elements = ArrayConstant.elements(text) else { return nil }
    let family = catalog.family(of: element)
    var items: [String] = []
    for element in elements {
      guard let element else { items.append("null"); continue }
      switch family {
      case .integer: guard let number = Int(element.trimmingBlanks()) else { return nil }; items.append("\(number)")
      case .decimal: guard let number = DecimalText(element)?.plain else { return nil }; items.append(number)
      case .text, .enumeration: items.append(Self.jsonString(element))
      case .uuid: guard let value = TypedConstant(element, family: .uuid, sourceIsUTC: true) else { return nil }; items.append(Self.jsonString(value.text))
      default: return nil
      }
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private static func jsonString(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      default:
        if scalar.value < 0x20 { output += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) } else { output.unicodeScalars.append(scalar) }
      }
    }
    return output + "\""
  }
}
