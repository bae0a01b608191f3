import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Aggregates that put values together: `string_agg`, `array_agg`, `jsonb_agg`, `jsonb_object_agg`; and those of booleans and bits.
struct CollectingAggregateRule: ConversionRule {
  static let id = "collecting-aggregates"
  static let help = RuleHelp(
    why: """
      string_agg is GROUP_CONCAT, whose result MySQL cuts off at group_concat_max_len bytes: the session must raise it. Arrays and JSON arrays with an \
      order are put together the same way, for JSON_ARRAYAGG has none. bool_and and bool_or are MIN and MAX of 0 and 1; MySQL's aggregates of \
      bits give a number for no rows, PostgreSQL's NULL.
      """,
    example: "SELECT string_agg(name, ', ' ORDER BY name), bool_or(active) FROM item",
    manual: ["PostgreSQL: Aggregate Functions", "MySQL: Aggregate Functions"])
  static let kinds: [NodeKind] = [.functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.kind == .aggregate, context.tree.child(of: node, .withinGroup) == nil, !context.tree[node].attributes.contains(.variadic)
    else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard let value = arguments.first else { return nil }
    let isDistinct = context.tree[node].attributes.contains(.distinct)
    if context.tree.child(of: node, .over) != nil { return window(node, function.name, value, in: &context) }
    switch function.name {
    case "string_agg": return text(node, arguments, in: &context)
    case "array_agg", "jsonb_agg", "json_agg": return list(node, value, in: &context)
    case "jsonb_object_agg", "json_object_agg":
      guard arguments.count == 2, isBare(node, in: context), let key = context.family(of: value), key == .text || key == .integer, let item = context.jsonValue(of: arguments[1]) else { return nil }
      return context.fill("JSON_OBJECTAGG({0}, {1})", with: [context.convert(value), item])
    case "bool_and", "every": return over(node, "MIN({0}){1}", value, in: &context)
    case "bool_or": return over(node, "MAX({0}){1}", value, in: &context)
    case "bit_and", "bit_or", "bit_xor":
      guard !isDistinct else { return nil }
      return bits(node, function.name, value, in: &context)
    case "min", "max": return enumeration(node, function.name, value, in: &context)
    default: return deviation(node, function.name, value, in: &context)
    }
  }

  private func isBare(_ node: NodeID, in context: RewriteContext) -> Bool {
    context.tree.child(of: node, .orderByClause) == nil && context.tree.child(of: node, .filter) == nil && !context.tree[node].attributes.contains(.distinct)
  }

  /// The aggregate with {1} for its window.
  private func over(_ node: NodeID, _ template: Template, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree.child(of: node, .orderByClause) == nil, template.uses(of: 1) < 2 || context.hasRepeatableWindow(node) else { return nil }
    let converted = context.convert(value)
    return context.fill(template, with: [context.filtered(converted, of: node), context.overPieces(node)])
  }

  private func bits(_ node: NodeID, _ name: String, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.family(of: value) == .integer, context.isRepeatable(value) else { return nil }
    return over(node, Template("IF(COUNT({0}){1} = 0, NULL, CAST(\(name.uppercased())({0}){1} AS SIGNED))"), value, in: &context)
  }

  /// Over a window: the order of what is put together is that of the window.
  private func window(_ node: NodeID, _ name: String, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    switch name {
    case "bool_and", "every": return over(node, "MIN({0}){1}", value, in: &context)
    case "bool_or": return over(node, "MAX({0}){1}", value, in: &context)
    case "bit_and", "bit_or", "bit_xor": return bits(node, name, value, in: &context)
    case "string_agg": return textOverWindow(node, context.tree.children(of: node, .argument), in: &context)
    case "array_agg", "jsonb_agg", "json_agg":
      guard isBare(node, in: context), let item = element(value, name, in: &context) else { return nil }
      checkOrder(node, in: &context)
      return context.fill("JSON_ARRAYAGG({0}){1}", with: [item, context.overPieces(node)])
    case "min", "max": return enumeration(node, name, value, in: &context)
    default: return deviation(node, name, value, in: &context)
    }
  }

  /// GROUP_CONCAT is no window function: the values are collected in an array first.
  private func textOverWindow(_ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count == 2, context.family(of: arguments[0]) == .text, context.coercedFamily(of: arguments[0]) == .text, let separator = context.constantString(arguments[1]),
      context.tree.child(of: node, .orderByClause) == nil, context.isRepeatable(arguments[0]), context.hasRepeatableWindow(node),
      context.tree.child(of: node, .filter).map({ context.isRepeatable($0) }) ?? true
    else { return nil }
    checkOrder(node, in: &context)
    let converted = context.convert(arguments[0])
    let value = context.filtered(converted, of: node)
    let template = Template("IF(COUNT({0}){1} = 0, NULL, @array_to_string(JSON_ARRAYAGG({0}){1}, \(Template.literal(separator)), NULL))")
    return context.fill(template, with: [value, context.overPieces(node)])
  }

  private func checkOrder(_ node: NodeID, in context: inout RewriteContext) {
    guard !hasTotalOrder(node, in: context) else { return }
    context.caution(
      "aggregate-order", at: node, "the window's ORDER BY does not decide the order in which each server puts the values together", help: "order the window by a key")
  }

  private func hasTotalOrder(_ node: NodeID, in context: RewriteContext) -> Bool {
    guard let over = context.tree.child(of: node, .over), context.tree[over].kind == .windowDefinition, let order = context.tree.child(of: over, .orderByClause),
      let query = context.enclosingQuery(of: node), let select = context.tree.child(of: query, .body), context.tree[select].kind == .selectClause,
      context.tree.child(of: select, .groupByClause) == nil
    else { return false }
    let keys = context.tree.children(of: over, .partition) + context.tree.children(of: order, .item).compactMap { context.tree.child(of: $0, .value) }
    return RowIdentity(of: select, in: context).determinesRows(by: keys, in: context)
  }

  // MARK: Text and lists

  private func text(_ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count == 2, context.coercedFamily(of: arguments[0]) == .text, context.takesAlike([arguments[0]]), let separator = context.constantString(arguments[1]) else { return nil }
    let converted = context.convert(arguments[0])
    return concatenation(node, context.filtered(converted, of: node), separator, in: &context).map { Output($0) }
  }

  private func list(_ node: NodeID, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    let name = context.builtIn(node)?.name ?? ""
    if name == "array_agg", context.coercedFamily(of: value) == .array {
      return context.declineDimensions(at: node)
    }
    if isBare(node, in: context) {
      guard let item = element(value, name, in: &context) else { return nil }
      cautionOrder(node, in: &context)
      return context.fill("JSON_ARRAYAGG({0})", with: [item])
    }
    let isMoment = name == "array_agg" && context.family(of: value).map(Self.moments.contains) == true
    let element = isMoment ? element(value, name, in: &context).map { context.fill("CAST(JSON_QUOTE({0}) AS CHAR)", with: [$0]) } : context.jsonText(of: value)
    guard let text = element else { return nil }
    let item = context.fill("COALESCE({0}, 'null')", with: [text])
    guard let joined = concatenation(node, context.filtered(item, of: node), ",", in: &context) else { return nil }
    return Output(([.text(context.keyword("CAST") + "(" + context.keyword("CONCAT") + "('[', ")] + joined + [.text(", ']')" + context.keyword(" AS JSON") + ")")]).compacted())
  }

  /// Elements of arrays are written as PostgreSQL prints them, values in JSON in the form of ISO 8601.
  private static let moments: Set<TypeFamily> = [.timestamp, .timestamptz, .time]

  private func element(_ value: NodeID, _ name: String, in context: inout RewriteContext) -> Output? {
    guard name == "array_agg", let family = context.family(of: value), Self.moments.contains(family) else { return context.jsonValue(of: value) }
    return context.textForm(of: value).map { Output($0) }
  }

  private func concatenation(_ node: NodeID, _ value: Output, _ separator: String, in context: inout RewriteContext) -> [Piece]? {
    var pieces: [Piece] = [.text(context.keyword("GROUP_CONCAT") + "(")]
    if context.tree[node].attributes.contains(.distinct) { pieces.append(.text(context.keyword("DISTINCT "))) }
    pieces += value.pieces
    if let order = context.tree.child(of: node, .orderByClause) {
      // MySQL reads a number here as that of a column.
      let keys = context.tree.children(of: order, .item).compactMap { context.tree.child(of: $0, .value) }
      guard !keys.contains(where: { context.constantInteger($0) != nil }) else { return nil }
      guard let sorted = sortKeys(order, in: &context) else { return nil }
      pieces += [.text(context.keyword(" ORDER BY "))] + sorted
    } else {
      // PostgreSQL sorts the values to tell which are the same.
      if context.tree[node].attributes.contains(.distinct) { pieces += [.text(context.keyword(" ORDER BY "))] + value.pieces }
      if let argument = context.tree.children(of: node, .argument).first, context.columnReferences(in: argument).isEmpty, context.isRepeatable(argument) {
        return pieces + separated(node, separator, in: &context)
      }
      cautionOrder(node, in: &context)
    }
    return pieces + separated(node, separator, in: &context)
  }

  private func cautionOrder(_ node: NodeID, in context: inout RewriteContext) {
    guard !isCounted(node, in: context) else { return }
    context.cautionUnordered(at: node, help: "add ORDER BY inside the aggregate")
  }

  /// Whether nothing but the number of values, or of characters, is asked: that is the same in every order.
  private func isCounted(_ node: NodeID, in context: RewriteContext) -> Bool {
    let node = context.tree.outermost(node)
    guard let parent = context.tree.parent(of: node) else { return false }
    if context.tree[parent].kind == .isNull { return true }
    guard let function = context.builtIn(parent), context.isPlainCall(parent), context.tree.children(of: parent, .argument).first == node else { return false }
    return [
      "jsonb_array_length", "json_array_length", "array_length", "cardinality", "length", "char_length", "character_length", "octet_length",
    ].contains(function.name)
  }

  private func separated(_ node: NodeID, _ separator: String, in context: inout RewriteContext) -> [Piece] {
    context.noteGroupConcatLength(at: node)
    return [.text(context.keyword(" SEPARATOR ") + MySQLLiteral.string(separator) + ")")]
  }

  /// The keys of the aggregate's ORDER BY; nil where one has no MySQL form.
  private func sortKeys(_ order: NodeID, in context: inout RewriteContext) -> [Piece]? {
    var keys: [[Piece]] = []
    for item in context.tree.children(of: order, .item) {
      guard let value = context.tree.child(of: item, .value), context.tree.child(of: item, .hole) == nil, context.tree.child(of: item, .operator) == nil else { return nil }
      // What cannot be sorted alike is declined there.
      _ = context.convert(item)
      guard let pieces = context.collectedSortPieces(item, value) else { return nil }
      keys.append(pieces)
    }
    return .joined(keys, by: ", ")
  }

  // MARK: Others

  /// MySQL's MIN and MAX compare enums by their letters.
  private func enumeration(_ node: NodeID, _ name: String, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.family(of: value) == .enumeration, let labels = context.enumLabels(of: value), !context.tree[node].attributes.contains(.distinct) else { return nil }
    let list = labels.map { Template.literal($0) }.joined(separator: ", ")
    guard let index = context.fill(Template("NULLIF(FIELD({0}, \(list)), 0)"), with: [value]) else { return nil }
    return context.fill(Template("ELT(\(name.uppercased())({0}){1}, \(list))"), with: [context.filtered(index, of: node), context.overPieces(node)])
  }

  private func deviation(_ node: NodeID, _ name: String, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    let names = [
      "stddev": "STDDEV_SAMP", "stddev_samp": "STDDEV_SAMP", "stddev_pop": "STDDEV_POP", "variance": "VAR_SAMP", "var_samp": "VAR_SAMP", "var_pop": "VAR_POP",
    ]
    guard let function = names[name], let family = context.coercedFamily(of: value), family.isNumber, !context.tree[node].attributes.contains(.distinct) else { return nil }
    if family == .double {
      context.caution("float-order", at: node, "a sum of floating-point numbers depends on the order in which a server adds them")
    } else {
      context.caution("mean-digits", at: node, "\(name) of exact numbers is exact in PostgreSQL; MySQL calculates with about 15 digits")
    }
    return over(node, Template("\(function)({0}){1}"), value, in: &context)
  }
}

extension RewriteContext {
  /// The labels of an enum in their order.
  func enumLabels(of node: NodeID) -> [String]? {
    guard let type = type(of: node) else { return nil }
    let labels = catalog.type(catalog.baseType(of: type.oid))?.labels ?? []
    return labels.isEmpty ? nil : labels
  }
}
