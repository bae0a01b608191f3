import MySQLTarget
import PostgresSyntax
import SourceText

/// Functions of arrays, which are JSON arrays in MySQL.
struct ArrayFunctionRule: ConversionRule {
  static let id = "array-functions"
  static let help = RuleHelp(
    why: """
      The length of an empty array is NULL, its cardinality 0. Appending to NULL makes an array of one element. array_position and its relatives \
      take NULL for an element like any other. What MySQL's JSON functions cannot do in one expression is done by functions of the extension pack.
      """,
    example: "SELECT cardinality(tags), array_remove(tags, 'old') FROM item",
    manual: ["PostgreSQL: Array Functions and Operators", "MySQL: JSON Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = [
    "cardinality", "array_ndims", "array_length", "array_upper", "array_lower", "array_append", "array_prepend", "array_cat", "array_position",
    "array_positions", "array_remove", "array_replace", "array_to_string", "string_to_array", "array_fill", "trim_array", "array_to_json",
    "jsonb_object", "json_object",
  ]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    return call(function.name, node, arguments, in: &context)
  }

  private func call(_ name: String, _ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    switch (name, arguments.count) {
    case ("cardinality", 1): return context.fill("JSON_LENGTH({0})", with: arguments)
    case ("array_ndims", 1): return context.fill("IF(JSON_LENGTH({0}) > 0, 1, NULL)", with: arguments)
    case ("array_length", 2), ("array_upper", 2): return context.constantInteger(arguments[1]) == 1 ? context.fill("NULLIF(JSON_LENGTH({0}), 0)", with: [arguments[0]]) : nil
    case ("array_lower", 2): return context.constantInteger(arguments[1]) == 1 ? context.fill("IF(JSON_LENGTH({0}) > 0, 1, NULL)", with: [arguments[0]]) : nil
    case ("array_append", 2): return context.appending(arguments[1], to: arguments[0])
    case ("array_prepend", 2): return context.prepending(arguments[0], to: arguments[1])
    case ("array_cat", 2): return context.joining(arguments[0], arguments[1])
    case ("array_position", 2...3): return position(arguments, in: &context)
    case ("array_positions", 2): return comparing("@array_positions({0}, {1})", arguments, in: &context)
    case ("array_remove", 2): return comparing("@array_remove({0}, {1})", arguments, in: &context)
    case ("array_replace", 3): return comparing("@array_replace({0}, {1}, {2})", arguments, in: &context)
    case ("array_to_string", 2...3): return joined(node, arguments, in: &context)
    case ("string_to_array", 2...3): return split(arguments, in: &context)
    case ("array_fill", 2): return filled(arguments, in: &context)
    case ("trim_array", 2): return trimmed(node, arguments, in: &context)
    case ("array_to_json", 1): return context.elementFamily(of: arguments[0]) == .double ? nil : context.convert(arguments[0])
    case ("jsonb_object", 1...2), ("json_object", 1...2): return object(arguments, in: &context)
    default: return nil
    }
  }

  /// What a column of JSON_TABLE must be declared as, to give the elements of an array.
  static func column(of element: TypeFamily) -> String? {
    switch element {
    case .integer: "BIGINT"
    case .decimal: "DECIMAL(65,30)"
    case .double: "DOUBLE"
    case .boolean: "TINYINT"
    case .text, .uuid, .enumeration: "LONGTEXT"
    case .date: "DATE"
    case .timestamp: "DATETIME(6)"
    default: nil
    }
  }

  // MARK: Elements

  /// A call of the pack with an array and elements as JSON.
  private func comparing(_ template: Template, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let family = context.elementFamily(of: arguments[0]), Self.column(of: family) != nil, family != .double, !context.hasMoments(family) else { return nil }
    var values = [context.convert(arguments[0])]
    for element in arguments.dropFirst() {
      guard let value = context.jsonDocument(of: element) else { return nil }
      values.append(value)
    }
    return context.fill(template, with: values)
  }

  private func position(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    let (array, value) = (arguments[0], arguments[1])
    guard let family = context.elementFamily(of: array) else { return nil }
    if arguments.count == 2, family == .integer || family == .text, context.isRepeatable(value), let type = Self.column(of: family), context.isInPlainQuery(array) {
      return context.fill(
        Template("(SELECT MIN(element_number) FROM JSON_TABLE({0}, '$[*]' COLUMNS (element_number FOR ORDINALITY, array_element \(type) PATH '$')) AS array_elements WHERE array_element <=> {1})"),
        with: [array, value])
    }
    guard Self.column(of: family) != nil, family != .double, !context.hasMoments(family), let element = context.jsonDocument(of: value) else { return nil }
    let start = arguments.count == 3 ? context.convert(arguments[2]) : Output("1")
    return context.fill("@array_position({0}, {1}, {2})", with: [context.convert(array), element, start])
  }

  // MARK: Text

  private func joined(_ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    let array = arguments[0]
    guard let family = context.elementFamily(of: array), [.integer, .text, .uuid, .enumeration, .boolean, .date].contains(family) else { return nil }
    let isNative = family != .boolean && context.isRepeatable(array) && context.isInPlainQuery(array)
    guard isNative, arguments.count == 2, let separator = context.constantString(arguments[1]) else {
      let null = arguments.count == 3 ? context.convert(arguments[2]) : Output(context.keyword("NULL"))
      return context.fill("@array_to_string({0}, {1}, {2})", with: [context.convert(array), context.convert(arguments[1]), null])
    }
    context.noteGroupConcatLength(at: node)
    let list = "SELECT GROUP_CONCAT(array_element ORDER BY element_number SEPARATOR \(Template.literal(separator))) FROM JSON_TABLE({0}, '$[*]' COLUMNS (element_number FOR ORDINALITY, array_element LONGTEXT PATH '$')) AS array_elements"
    return context.fill(Template("IF({0} IS NULL, NULL, COALESCE((\(list)), ''))"), with: [array])
  }

  /// Natively only with a separator that cannot be a part of an escape in JSON text.
  func split(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count == 2, let mark = context.constantString(arguments[1]), !mark.isEmpty,
      !mark.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x2F }), !mark.contains(where: { $0.isASCII && ($0.isLetter || $0.isNumber) }),
      context.isRepeatable(arguments[0])
    else {
      guard context.takesAlike(arguments) else { return nil }
      let null = arguments.count == 3 ? context.convert(arguments[2]) : Output(context.keyword("NULL"))
      return context.fill("@string_to_array({0}, {1}, {2})", with: [context.convert(arguments[0]), context.convert(arguments[1]), null])
    }
    let place = Template.literal(mark)
    return context.fill(
      Template("IF({0} = '', JSON_ARRAY(), CAST(CONCAT('[', REPLACE(CAST(JSON_QUOTE({0}) AS CHAR), \(place), '\",\"'), ']') AS JSON))"), with: [arguments[0]])
  }

  // MARK: Others

  /// One dimension, from 1.
  private func filled(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    let dimensions = context.unwrapped(arguments[1])
    guard context.tree[dimensions].kind == .arrayConstructor else { return nil }
    let counts = context.tree.children(of: dimensions, .item)
    guard counts.count == 1, let text = context.arrayItemText(of: arguments[0]) else { return nil }
    return context.fill(
      "CAST(CONCAT('[', TRIM(TRAILING ',' FROM REPEAT(CONCAT(COALESCE({0}, 'null'), ','), {1})), ']') AS JSON)", with: [text, context.convert(counts[0])])
  }

  private func trimmed(_ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let count = context.constantInteger(arguments[1]), count >= 0 else { return nil }
    context.noteLostError(.invalidIndex, at: node)
    guard count > 0 else { return context.convert(arguments[0]) }
    let value = "COALESCE(JSON_EXTRACT({0}, '$[0 to last-\(count)]'), JSON_ARRAY())"
    return context.fill(Template(context.isNullable(arguments[0]) ? "IF({0} IS NULL, NULL, \(value))" : value), with: [arguments[0]])
  }

  /// `jsonb_object` of keys and values that are written out.
  private func object(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    var lists: [[Output]] = []
    for argument in arguments {
      guard let items = items(argument, in: &context) else { return nil }
      lists.append(items)
    }
    let pairs: [(Output, Output)]
    if lists.count == 2 {
      guard lists[0].count == lists[1].count else { return nil }
      pairs = Array(zip(lists[0], lists[1]))
    } else {
      guard lists[0].count % 2 == 0 else { return nil }
      pairs = stride(from: 0, to: lists[0].count, by: 2).map { (lists[0][$0], lists[0][$0 + 1]) }
    }
    return context.call("JSON_OBJECT", pairs.flatMap { [$0.0.pieces, $0.1.pieces] })
  }

  private func items(_ node: NodeID, in context: inout RewriteContext) -> [Output]? {
    if let texts = context.constantTexts(node) { return texts.map { Output(MySQLLiteral.string($0)) } }
    let node = context.withoutCasts(node)
    guard context.tree[node].kind == .arrayConstructor else { return nil }
    let items = context.tree.children(of: node, .item)
    guard items.allSatisfy({ context.family(of: $0) == .text && !context.isNullable($0) }) else { return nil }
    return items.map { context.convert($0) }
  }
}

extension RewriteContext {
  /// Whether the query around a node neither groups nor sorts rows away: there MySQL refuses JSON_TABLE over its columns (error 1210).
  func isInPlainQuery(_ node: NodeID) -> Bool {
    guard let query = enclosingQuery(of: node), let body = tree.child(of: query, .body), tree[body].kind == .selectClause else { return false }
    guard [Role.groupByClause, .havingClause, .distinctClause].allSatisfy({ tree.child(of: body, $0) == nil }), let list = tree.child(of: body, .targetList) else { return false }
    return !tree.descendants(of: list).contains { builtIn($0).map { $0.kind == .aggregate || $0.kind == .window } ?? false }
  }
}
