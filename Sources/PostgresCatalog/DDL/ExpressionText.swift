import PostgresSyntax
import SourceText

/// Expressions as the catalog holds them: the text of the file, names made such that they mean the same with `pg_catalog` alone in the
/// search path.
extension DDLInterpreter {
  /// - Parameter type: The type that a bare literal takes from its place.
  func expression(_ node: NodeID, as type: OID? = nil) -> String {
    if let type, let literal = typedLiteral(node, as: type) { return literal }
    var edits = TextEdits()
    for id in tree.descendants(of: node) {
      switch kind(id) {
      case .functionCall: qualifyCall(id, &edits)
      case .typeName: qualifyType(id, &edits)
      case .tableReference: qualifyTable(id, &edits)
      case .typeCast, .castExpression: qualifyLiteral(id, &edits)
      default: break
      }
    }
    if !isDump, Self.isPrinted(kind(node)) { normalise(node, &edits) }
    return edits.applied(to: tree.text.bytes, in: tree[node].range)
  }

  /// Queries and whole statements stay as they are written.
  private static func isPrinted(_ kind: NodeKind) -> Bool { kind != .query && !kind.isUtility }

  /// Writes an expression more as PostgreSQL prints it: every operation in parentheses, keywords in capitals, names of functions folded.
  private func normalise(_ node: NodeID, _ edits: inout TextEdits) {
    var named: [ByteRange] = []
    for id in tree.descendants(of: node) {
      let range = tree[id].range
      switch kind(id) {
      case .scalarSubquery, .exists, .arraySubquery, .inSubquery: return
      case .columnReference where kind(node) == .partitionBound: edits.replace(range, text(id).uppercased())
      case .identifier, .typeName, .booleanLiteral, .columnReference: named.append(range)
      case .functionCall:
        if let function = child(id, .name), tree.children(of: function, .name).count == 1, let name = names(function).last {
          edits.replace(tree[function].range, Identifier.quoted(name))
        }
      default: break
      }
      if kind(id) == .typeCast, let operand = child(id, .operand), let type = child(id, .type) {
        edits.replace(ByteRange(tree[operand].range.end, tree[type].range.start), "::")
      }
      if isOperation(id), tree.parent(of: id).map({ kind($0) != .parenthesized || $0 > node }) ?? true { edits.enclose(range) }
      if kind(id) == .booleanLiteral { edits.replace(range, text(id).lowercased()) }
    }
    for token in tree.tokens(in: tree[node].range) where token.kind == .operator && tree.text.string(in: token.range) == "!=" {
      edits.replace(token.range, "<>")
    }
    for token in tree.tokens(in: tree[node].range) where token.kind == .keyword && !named.contains(where: { $0.contains(token.range) }) {
      edits.replace(token.range, tree.text.string(in: token.range).uppercased())
    }
  }

  private func isOperation(_ id: NodeID) -> Bool {
    switch kind(id) {
    case .unaryOperation, .binaryOperation, .and, .or, .not, .isNull, .isTrue, .isFalse, .isUnknown, .isDistinctFrom, .like, .ilike, .anyComparison,
      .allComparison, .between, .inList: true
    default: false
    }
  }

  /// The key of an index: what is no call stands in parentheses, as `pg_get_indexdef` writes it.
  func indexExpression(_ node: NodeID) -> String { expression(node) }

  private func qualifyCall(_ id: NodeID, _ edits: inout TextEdits) {
    guard let node = child(id, .name) else { return }
    let parts = names(node)
    guard let name = parts.last, parts.count == 1 else { return }
    if ["nextval", "currval", "setval"].contains(name), let argument = child(id, .argument), kind(argument) == .stringLiteral {
      if let literal = relationLiteral(argument) { edits.replace(tree[argument].range, literal + "::regclass") }
      return
    }
    guard state.base.functions(named: name, schema: "pg_catalog").isEmpty, let function = userFunctions(parts).first else { return }
    edits.replace(tree[node].range, function.qualifiedName.description)
  }

  private func qualifyType(_ id: NodeID, _ edits: inout TextEdits) {
    guard let node = child(id, .name), tree.children(of: node, .name).count == 1 else { return }
    let parts = names(node)
    guard let name = parts.last, state.base.type(named: name, schema: "pg_catalog") == nil, let oid = userType(parts), let type = state.type(oid)
    else { return }
    edits.replace(tree[node].range, type.qualifiedName.description)
  }

  private func qualifyTable(_ id: NodeID, _ edits: inout TextEdits) {
    guard let node = child(id, .name) else { return }
    let parts = names(node)
    guard parts.count == 1, let oid = relation(parts), let relation = state.relations[oid] else { return }
    edits.replace(tree[node].range, relation.qualifiedName.description)
  }

  private func qualifyLiteral(_ id: NodeID, _ edits: inout TextEdits) {
    guard let type = child(id, .type), tree.typeName(of: type).name == "regclass", let operand = child(id, .operand),
      kind(operand) == .stringLiteral, let literal = relationLiteral(operand)
    else { return }
    edits.replace(tree[operand].range, literal)
  }

  /// `'item_id_seq'` as `'public.item_id_seq'`; nil where no relation has the name.
  private func relationLiteral(_ node: NodeID) -> String? {
    guard let bytes = tree.stringValue(of: node), let parts = Self.nameParts(bytes), let oid = relation(parts), let found = state.relations[oid]
    else { return nil }
    return Self.literal(found.qualifiedName.description)
  }

  /// The parts of a name written in a string: `app."Item"`.
  static func nameParts(_ bytes: [UInt8]) -> [String]? {
    guard let tree = try? Parser.parseFragment(SQLText(bytes: bytes)) else { return nil }
    for id in tree.ids.reversed() where [.columnReference, .qualifiedName].contains(tree[id].kind) { return tree.qualifiedName(of: id) }
    return nil
  }

  /// A literal that takes its type from its place, as PostgreSQL prints it then; nil for what is no bare literal.
  private func typedLiteral(_ node: NodeID, as type: OID) -> String? {
    switch kind(node) {
    case .stringLiteral:
      guard let bytes = tree.stringValue(of: node) else { return nil }
      let value = String(decoding: bytes, as: UTF8.self)
      let base = state.type(type)?.kind == .domain ? baseType(type) : type
      switch base {
      case .bool:
        let words: [String: String] = ["t": "true", "true": "true", "f": "false", "false": "false", "yes": "true", "no": "false", "1": "true", "0": "false"]
        if let word = words[value.lowercased()] { return word }
      case .int2, .int4, .int8: if base == .int4, let number = Int64(value), number >= 0 { return "\(number)" }
      default: break
      }
      return Self.literal(value) + "::" + typeText(base)
    case .unaryOperation:
      guard tree.operatorName(of: node) == "-", let operand = child(node, .operand) else { return nil }
      switch kind(operand) {
      case .integerLiteral:
        guard let number = Int64(text(operand)) else { return nil }
        return "'-\(number)'::\(number <= 2_147_483_648 ? "integer" : "bigint")"
      case .numericLiteral: return "'-\(text(operand))'::numeric"
      default: return nil
      }
    case .booleanLiteral: return text(node).lowercased()
    case .sqlValueFunction: return text(node).uppercased()
    default: return nil
    }
  }

  private func baseType(_ oid: OID) -> OID {
    var (current, steps) = (oid, 0)
    while let type = state.type(current), type.kind == .domain, type.base != 0, steps < 64 { (current, steps) = (type.base, steps + 1) }
    return current
  }

  /// A type's name with `pg_catalog` alone in the search path.
  func typeText(_ oid: OID) -> String {
    guard let type = state.type(oid) else { return "???" }
    if type.schema == "pg_catalog" { return state.base.displayName(of: oid) }
    if type.category == "A", type.element != 0, let element = state.type(type.element), element.array == oid {
      return element.qualifiedName.description + "[]"
    }
    return type.qualifiedName.description
  }
}

/// Replacements and parentheses in a text.
struct TextEdits {
  private var replacements: [Int: (end: Int, text: String)] = [:]
  private var opening: [Int: Int] = [:]
  private var closing: [Int: Int] = [:]

  /// The first replacement of a place counts.
  mutating func replace(_ range: ByteRange, _ text: String) {
    if replacements[range.start] == nil { replacements[range.start] = (range.end, text) }
  }

  mutating func enclose(_ range: ByteRange) {
    opening[range.start, default: 0] += 1
    closing[range.end, default: 0] += 1
  }

  func applied(to bytes: [UInt8], in range: ByteRange) -> String {
    var (result, offset) = ([UInt8](), range.start)
    while offset <= range.end {
      if let count = closing[offset] { result += repeatElement(UInt8(ascii: ")"), count: count) }
      if let count = opening[offset] { result += repeatElement(UInt8(ascii: "("), count: count) }
      if let replacement = replacements[offset], replacement.end <= range.end, replacement.end > offset {
        result += Array(replacement.text.utf8)
        offset = replacement.end
        continue
      }
      if offset < range.end, offset < bytes.count { result.append(bytes[offset]) }
      offset += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Looking for names in the text of an expression.
enum ExpressionText {
  /// Whether a column is named in it.
  static func names(_ column: String, in expression: String) -> Bool { !places(of: column, in: expression).isEmpty }

  /// The expression with a column under a new name.
  static func renaming(_ column: String, to newName: String, in expression: String) -> String {
    var bytes = Array(expression.utf8)
    for range in places(of: column, in: expression).reversed() { bytes.replaceSubrange(range.range, with: Identifier.quoted(newName).utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func places(of column: String, in expression: String) -> [ByteRange] {
    // Nothing else can hold the name, and parsing every expression of a schema takes its time.
    guard expression.contains(column), let tree = try? Parser.parseFragment(SQLText(expression)) else { return [] }
    return tree.ids.filter { tree[$0].kind == .columnReference }.compactMap { reference in
      guard let last = tree.children(of: reference, .name).last, tree.name(of: last) == column else { return nil }
      return tree[last].range
    }.sorted { $0.start < $1.start }
  }
}
