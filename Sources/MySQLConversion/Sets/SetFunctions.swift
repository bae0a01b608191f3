import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// The set-returning functions of PostgreSQL that have a MySQL form.
struct SetFunctions {
  let call: NodeID
  let function: Function
  let arguments: [NodeID]
  /// The columns that it gives, as analysis knows them.
  let columns: [ColumnSource.Column]
  /// Where its columns are read; nil where that cannot be told.
  let readers: [NodeID]?

  /// - Parameter readers: The places where the columns are read; nil where some cannot be told, as under `*`.
  init?(_ call: NodeID, columns: [ColumnSource.Column], readers: [NodeID]?, in context: RewriteContext) {
    guard let function = context.builtIn(call), context.isPlainCall(call) else { return nil }
    (self.call, self.function, self.columns, self.readers) = (call, function, columns, readers)
    arguments = context.tree.children(of: call, .argument)
    guard !arguments.isEmpty, !arguments.contains(where: { context.tree[$0].kind == .namedArgument }) else { return nil }
  }

  /// Nil where it has no MySQL form.
  func form(in context: inout RewriteContext) -> SetForm? {
    let isJSON = function.name.hasPrefix("json_")
    if isJSON { context.caution("json-text", at: call, "json keeps its text in PostgreSQL; MySQL's JSON keeps the value") }
    switch isJSON ? "jsonb_" + function.name.dropFirst(5) : function.name {
    case "unnest": return Self.elements(of: arguments[0], in: &context)
    case "generate_series": return SeriesForm(call, arguments, in: context)?.form(in: &context)
    case "generate_subscripts": return subscripts(in: &context)
    case "string_to_table": return split(in: &context)
    case "regexp_split_to_table": return RegexCall(call, in: context)?.pieces(in: &context).map { .elements(of: $0, "LONGTEXT PATH '$'") }
    case "regexp_matches": return matches(in: &context)
    case "jsonb_path_query": return JSONPathRule().values(of: call, in: &context).map { nullable(.elements(of: $0.pieces, "JSON PATH '$'"), in: context) }
    case "jsonb_array_elements": return documents(in: &context)
    case "jsonb_array_elements_text": return texts(in: &context)
    case "jsonb_object_keys": return keys(in: &context)
    case "jsonb_each": return members(isText: false, in: &context)
    case "jsonb_each_text": return members(isText: true, in: &context)
    case "jsonb_to_record": return record(arguments[0], isSet: false, in: &context)
    case "jsonb_to_recordset": return record(arguments[0], isSet: true, in: &context)
    case "jsonb_populate_record", "jsonb_populate_recordset": return populated(in: &context)
    default: return nil
    }
  }

  // MARK: Arrays

  /// The elements of an array.
  static func elements(of array: NodeID, in context: inout RewriteContext) -> SetForm? {
    guard let type = context.type(of: array), let element = context.catalog.elementType(ofArray: context.catalog.baseType(of: type.oid)),
      let definition = SetColumnType.element(TypeReference(element), in: context)
    else { return nil }
    if context.catalog.family(of: element) == .decimal, context.tree[context.unwrapped(array)].kind != .arrayConstructor {
      context.caution("json-number-digits", at: array, "MySQL keeps about 15 digits of a number with a fraction in a JSON array")
    }
    let isText = definition == "LONGTEXT"
    return .elements(of: context.documentText(array), "\(definition) PATH '$'" + (context.isParameter(array) && !isText ? " ERROR ON ERROR" : ""))
  }

  private func subscripts(in context: inout RewriteContext) -> SetForm? {
    guard arguments.count == 2, context.constantInteger(arguments[1]) == 1, context.coercedFamily(of: arguments[0]) == .array else { return nil }
    let number: [Piece] = [.text(context.keyword("CAST(\(SetForm.number) AS SIGNED)"))]
    return SetForm(document: context.documentText(arguments[0]), columns: [], values: [number], isNumbered: true)
  }

  /// `string_to_table` of a text and a constant separator.
  private func split(in context: inout RewriteContext) -> SetForm? {
    guard let document = ArrayFunctionRule().split(arguments, in: &context) else { return nil }
    return .elements(of: document.pieces, "LONGTEXT PATH '$'")
  }

  // MARK: JSON documents

  private func documents(in context: inout RewriteContext) -> SetForm? {
    noteOtherDocument("an array", in: &context)
    let document = context.documentText(arguments[0])
    let form = SetForm.elements(of: document, "JSON PATH '$'")
    let isFree = context.constantDocument(arguments[0]).map { !JSONTextFacts($0).hasNull } ?? false
    return isFree ? form : nullable(form, in: context)
  }

  /// JSON_TABLE makes NULL of a JSON null.
  private func nullable(_ form: SetForm, in context: RewriteContext) -> SetForm {
    if let readers, readers.allSatisfy({ context.isJSONOperand($0) }) { return form }
    var form = form
    form.values = [[.text(context.keyword("COALESCE") + "(\(SetForm.element), " + context.keyword("CAST") + "('null'" + context.keyword(" AS JSON))"))]]
    return form
  }

  /// The matches of a pattern without groups: every second part of the text, split before and behind each.
  private func matches(in context: inout RewriteContext) -> SetForm? {
    guard let document = RegexCall(call, in: context)?.pieces(in: &context) else { return nil }
    var form = SetForm.elements(of: document, "LONGTEXT PATH '$'")
    form.values = [[.text(context.keyword("JSON_ARRAY") + "(\(SetForm.element))")]]
    form.condition = "\(SetForm.number) % 2 = 0"
    form.isNumbered = true
    return form
  }

  private func texts(in context: inout RewriteContext) -> SetForm? {
    noteOtherDocument("an array", in: &context)
    let facts = context.constantDocument(arguments[0]).map { JSONTextFacts($0) }
    if !context.writesNumbersAlike(arguments[0]) { cautionNumbers(facts, in: &context) }
    let document = context.documentText(arguments[0])
    if let facts, !facts.isNested { return .elements(of: document, "LONGTEXT PATH '$'") }
    var form = SetForm.elements(of: document, "JSON PATH '$'")
    form.values = [[.text(context.keyword("CAST(JSON_UNQUOTE(\(SetForm.element)) AS CHAR)"))]]
    return form
  }

  private func keys(in context: inout RewriteContext) -> SetForm? {
    noteOtherDocument("an object", in: &context)
    let document = context.call("JSON_KEYS", [context.documentText(arguments[0])]).pieces
    return .elements(of: document, "LONGTEXT PATH '$'")
  }

  private func members(isText: Bool, in context: inout RewriteContext) -> SetForm? {
    guard context.isRepeatable(arguments[0]) else { return nil }
    noteOtherDocument("an object", in: &context)
    if isText, !context.writesNumbersAlike(arguments[0]) { cautionNumbers(context.constantDocument(arguments[0]).map { JSONTextFacts($0) }, in: &context) }
    let document = context.documentText(arguments[0])
    let key = SetForm.element
    let value = context.fill("JSON_EXTRACT({0}, CONCAT('$.', CAST(JSON_QUOTE({1}) AS CHAR)))", with: [Output(document), Output(key)])
    let second = isText ? context.fill("CAST(JSON_UNQUOTE(NULLIF({0}, CAST('null' AS JSON))) AS CHAR)", with: [value]) : value
    return SetForm(
      document: context.call("JSON_KEYS", [document]).pieces, columns: [(key, "LONGTEXT PATH '$'")],
      values: [[.text(key)], second.pieces])
  }

  // MARK: Records

  /// The members of an object, or of the objects of an array, as columns.
  private func record(_ document: NodeID, isSet: Bool, in context: inout RewriteContext) -> SetForm? {
    noteOtherDocument(isSet ? "an array of objects" : "an object", in: &context)
    let facts = context.constantDocument(document).map { JSONTextFacts($0) }
    var definitions: [(name: String, definition: String)] = []
    for (number, column) in columns.enumerated() {
      guard let type = column.type, let member = SetColumnType.member(type, in: context) else { return nil }
      switch isRead(number, in: context) ? member.caveat : nil {
      case .numberText?: cautionNumbers(facts, in: &context, isMember: true)
      case .textForm?:
        context.caution(
          "text-form-read", at: call, "PostgreSQL reads more forms of \(context.catalog.displayName(of: type.oid, modifier: type.modifier)) than MySQL, which raises an error for them",
          help: "see that the values of \(column.name) are in the plain form: ISO dates, lower-case uuids")
      case nil: break
      }
      definitions.append((column.name, "\(member.type) PATH \(MySQLLiteral.string(JSONPath.member(column.name)))" + (member.type == "JSON" ? "" : " ERROR ON ERROR")))
    }
    var text = context.documentText(document)
    // One row of NULLs comes of a document that is NULL.
    if !isSet, context.isNullable(document) { text = context.call("COALESCE", [text, [.text("'{}'")]]).pieces }
    return SetForm(document: text, path: isSet ? "$[*]" : "$", columns: definitions)
  }

  private func isRead(_ column: Int, in context: RewriteContext) -> Bool {
    guard let readers else { return true }
    return readers.contains { if case .column(_, column) = context.typed[$0].resolution { true } else { false } }
  }

  /// With NULL as the base there is nothing for members that the document lacks.
  private func populated(in context: inout RewriteContext) -> SetForm? {
    guard arguments.count == 2 else { return nil }
    let base = context.withoutCasts(arguments[0])
    guard context.tree[base].kind == .nullLiteral else { return nil }
    return record(arguments[1], isSet: function.name.hasSuffix("recordset"), in: &context)
  }

  // MARK: Findings

  private func noteOtherDocument(_ kind: String, in context: inout RewriteContext) {
    context.note("error-lost", at: call, "a document that is not \(kind) is an error in PostgreSQL and gives no rows in MySQL")
  }

  /// - Parameter isMember: Whether the number may become a decimal too, which has other digits.
  private func cautionNumbers(_ facts: JSONTextFacts?, in context: inout RewriteContext, isMember: Bool = false) {
    if let facts { guard facts.hasUnevenNumber else { return } }
    let isStored = arguments.first.map { context.isInStoredDocument($0) } ?? false
    if facts == nil, !isMember, let readers, readers.allSatisfy({ context.isReadApartFromNumbers($0, isStored: isStored) }) { return }
    context.cautionNumberText(at: call)
  }
}

extension RewriteContext {
  /// A document or array for JSON_TABLE and JSON functions, which read a text as well.
  mutating func documentText(_ node: NodeID) -> [Piece] {
    let inner = withoutCasts(node)
    if tree[inner].kind == .placeholder, let parameter = tree.parameter(of: inner) {
      if coercedFamily(of: node) == .array { bind(inner, as: "json") }
      return [.placeholder(parameter: parameter, range: tree[inner].range)]
    }
    if let text = constantDocument(node) { return [.text(MySQLLiteral.string(text))] }
    if coercedFamily(of: node) == .array, let text = constantString(inner), let type = type(of: node), let document = arrayDocument(text, type: type.oid) {
      return [.text(MySQLLiteral.string(document))]
    }
    return convert(node).pieces
  }

  /// The text of a constant JSON document.
  func constantDocument(_ node: NodeID) -> String? {
    guard let family = coercedFamily(of: node), family == .jsonb || family == .json else { return nil }
    var inner = unwrapped(node)
    if tree[inner].kind.isCast, let operand = tree.child(of: inner, .operand) { inner = unwrapped(operand) }
    inner = literalValue(inner)
    return tree.containsHole(inner) ? nil : constantString(inner)
  }

  /// Whether the value is the document of `->`, `->>`, `#>` or `#>>`, for which JSON null is as good as NULL.
  func isJSONOperand(_ node: NodeID) -> Bool {
    let node = tree.outermost(node)
    guard let parent = tree.parent(of: node), tree[parent].kind == .binaryOperation, tree[node].role == .left, let name = operatorName(parent) else { return false }
    return ["->", "->>", "#>", "#>>"].contains(name)
  }
}
