import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Looks names of a utility statement up and collects what PostgreSQL would say of those that are not there.
struct UtilityNames {
  /// How a column that is missing is worded.
  enum ColumnWording { case ofRelation, bare }

  let catalog: CatalogIndex
  let tree: SyntaxTree
  private(set) var errors: [AnalysisError] = []

  init(catalog: CatalogIndex, tree: SyntaxTree) { (self.catalog, self.tree) = (catalog, tree) }

  private mutating func report(_ sqlstate: String, _ message: String, at id: NodeID) {
    errors.append(AnalysisError(sqlstate: sqlstate, message: message, range: tree[id].range))
  }

  /// The last two parts of a name; nil where it holds a hole, names another database or a schema that belongs to a session.
  private func parts(of id: NodeID) -> (schema: String?, name: String)? {
    let parts = tree.qualifiedName(of: id)
    guard let name = parts.last, parts.count <= 2, !tree.containsAtom(id) else { return nil }
    let schema = parts.count == 2 ? parts[0] : nil
    if let schema, schema.hasPrefix("pg_temp") { return nil }
    return (schema, name)
  }

  private func nameNode(of id: NodeID, _ role: Role = .name) -> NodeID? {
    guard let child = tree.child(of: id, role) else { return nil }
    return tree[child].kind == .tableReference ? tree.child(of: child, .name) ?? child : child
  }

  // MARK: Relations

  /// Whether the relation that a node names by its role exists; true where that cannot be told.
  @discardableResult
  mutating func relation(at id: NodeID, _ role: Role) -> Bool { nameNode(of: id, role).map { relation($0) } ?? true }

  @discardableResult
  mutating func relation(ofNamed id: NodeID) -> Bool { relation(at: id, .name) }

  /// A name, or a `tableReference`.
  @discardableResult
  mutating func relation(_ id: NodeID) -> Bool {
    let id = tree[id].kind == .tableReference ? nameNode(of: id) ?? id : id
    guard let parts = parts(of: id) else { return true }
    guard find(parts) == nil, !isIndex(parts) else { return true }
    if schemaIsMissing(parts.schema, at: id) { return false }
    report("42P01", "relation \"\(shown(parts))\" does not exist", at: id)
    return false
  }

  private func find(_ parts: (schema: String?, name: String)) -> Relation? {
    catalog.relation(named: parts.name, schema: parts.schema)
  }

  private func isIndex(_ parts: (schema: String?, name: String)) -> Bool {
    catalog.catalog.relations.contains { relation in
      (parts.schema == nil || relation.schema == parts.schema) && relation.indexes.contains { $0.name == parts.name }
    }
  }

  private func shown(_ parts: (schema: String?, name: String)) -> String { (parts.schema.map { $0 + "." } ?? "") + parts.name }

  /// System schemas are not in every catalog.
  private mutating func schemaIsMissing(_ schema: String?, at id: NodeID) -> Bool {
    guard let schema, catalog.schema(named: schema) == nil, !schema.hasPrefix("pg_"), schema != "information_schema" else { return false }
    report("3F000", "schema \"\(schema)\" does not exist", at: id)
    return true
  }

  // MARK: Columns

  private static let systemColumns: Set<String> = ["tableoid", "ctid", "xmin", "xmax", "cmin", "cmax"]

  /// - Parameters:
  ///   - relation: A node with a name, or the name itself.
  ///   - added: Columns that the statement itself adds.
  mutating func columns(
    _ columns: [NodeID], ofRelationNamedBy relation: NodeID, added: [String] = [], wording: ColumnWording = .ofRelation
  ) {
    guard let found = parts(of: nameNode(of: relation) ?? relation).flatMap(find), !found.columns.isEmpty else { return }
    for column in columns where !tree.containsAtom(column) {
      let name = tree.qualifiedName(of: column).last ?? ""
      if found.columns.contains(where: { $0.name == name }) || added.contains(name) || Self.systemColumns.contains(name) { continue }
      let of = wording == .ofRelation ? " of relation \"\(found.name)\"" : ""
      report("42703", "column \"\(name)\"\(of) does not exist", at: column)
    }
  }

  /// `schema.table.column` as one name.
  mutating func qualifiedColumn(_ id: NodeID?) {
    guard let id, !tree.containsAtom(id) else { return }
    let parts = tree.qualifiedName(of: id)
    guard (2...3).contains(parts.count), let column = parts.last else { return }
    let owner = (schema: parts.count == 3 ? parts[0] : nil, name: parts[parts.count - 2])
    guard let relation = find(owner) else {
      if !schemaIsMissing(owner.schema, at: id) { report("42P01", "relation \"\(shown(owner))\" does not exist", at: id) }
      return
    }
    guard !relation.columns.isEmpty, !relation.columns.contains(where: { $0.name == column }) else { return }
    report("42703", "column \"\(column)\" of relation \"\(relation.name)\" does not exist", at: id)
  }

  /// The tables that foreign keys below a node refer to, and the types of columns.
  ///
  /// - Parameter table: The statement that makes or alters the table, which may refer to itself.
  mutating func references(under id: NodeID, of table: NodeID) {
    types(under: id)
    let own = nameNode(of: table).flatMap { parts(of: $0) }
    for node in tree.descendants(of: id).sorted() where tree[node].kind == .foreignKeyConstraint {
      guard let referenced = tree.child(of: node, .referenced), let parts = parts(of: referenced), parts.name != own?.name else { continue }
      relation(referenced)
    }
  }

  // MARK: Types, routines, schemas, triggers

  private static let pseudoTypes: Set<String> = ["serial", "serial2", "serial4", "serial8", "smallserial", "bigserial"]

  /// Every type named below a node.
  mutating func types(under id: NodeID) {
    for node in tree.descendants(of: id).sorted() where tree[node].kind == .typeName && !tree.containsAtom(node) {
      let type = tree.typeName(of: node)
      if type.schema == nil, Self.pseudoTypes.contains(type.name) { continue }
      guard catalog.type(named: type.name, schema: type.schema) == nil, !schemaIsMissing(type.schema, at: node) else { continue }
      report("42704", "type \"\(shown((type.schema, type.name)))\(type.arrayDimensions > 0 ? "[]" : "")\" does not exist", at: node)
    }
  }

  mutating func type(ofNamed id: NodeID) {
    guard let name = tree.child(of: id, .name) else { return }
    dropped(name, .type)
  }

  mutating func schema(_ id: NodeID) {
    guard !tree.containsAtom(id), let name = tree.qualifiedName(of: id).last else { return }
    _ = schemaIsMissing(name, at: id)
  }

  /// A function without arguments, as triggers call it.
  mutating func function(_ id: NodeID) {
    guard let parts = parts(of: id), catalog.functions(named: parts.name, schema: parts.schema).isEmpty else { return }
    if schemaIsMissing(parts.schema, at: id) { return }
    report("42883", "function \(shown(parts))() does not exist", at: id)
  }

  mutating func trigger(_ id: NodeID?, ofRelationNamedBy relation: NodeID?) {
    guard let id, let relation, let found = parts(of: relation).flatMap(find), let name = tree.qualifiedName(of: id).last else { return }
    guard !tree.containsAtom(id), !found.triggers.contains(where: { $0.name == name }) else { return }
    report("42704", "trigger \"\(name)\" for table \"\(found.name)\" does not exist", at: id)
  }
}

// MARK: - DROP

extension UtilityNames {
  /// What DROP says of an object that is not there, or is something else; checked for the kinds that the catalog knows.
  mutating func dropped(_ id: NodeID, _ detail: NodeDetail) {
    switch detail {
    case .table: droppedRelation(id, "table", [.table, .partitionedTable])
    case .view: droppedRelation(id, "view", [.view])
    case .materializedView: droppedRelation(id, "materialized view", [.materializedView])
    case .sequence: droppedRelation(id, "sequence", [.sequence])
    case .foreignTable: droppedRelation(id, "foreign table", [.foreignTable], sqlstate: "42704")
    case .index: droppedIndex(id)
    case .type, .domain: droppedType(id)
    case .schema: schema(id)
    case .function, .procedure, .aggregate, .routine: droppedRoutine(id, detail)
    case .extension:
      guard !tree.containsAtom(id), let name = tree.qualifiedName(of: id).last, !catalog.catalog.extensions.contains(where: { $0.name == name }) else { return }
      report("42704", "extension \"\(name)\" does not exist", at: id)
    default: break
    }
  }

  private mutating func droppedRelation(_ id: NodeID, _ word: String, _ kinds: Set<Relation.Kind>, sqlstate: String = "42P01") {
    guard let parts = parts(of: id) else { return }
    if let relation = find(parts) {
      guard !kinds.contains(relation.kind) else { return }
      return report("42809", "\"\(parts.name)\" is not a \(word)", at: id)
    }
    if schemaIsMissing(parts.schema, at: id) { return }
    if isIndex(parts) { return report("42809", "\"\(parts.name)\" is not a \(word)", at: id) }
    report(sqlstate, "\(word) \"\(parts.name)\" does not exist", at: id)
  }

  private mutating func droppedIndex(_ id: NodeID) {
    guard let parts = parts(of: id), !isIndex(parts) else { return }
    if find(parts) != nil { return report("42809", "\"\(parts.name)\" is not an index", at: id) }
    if schemaIsMissing(parts.schema, at: id) { return }
    report("42704", "index \"\(parts.name)\" does not exist", at: id)
  }

  private mutating func droppedType(_ id: NodeID) {
    guard !tree.containsAtom(id) else { return }
    let type: (schema: String?, name: String)
    if tree[id].kind == .typeName {
      let name = tree.typeName(of: id)
      type = (name.schema, name.name)
    } else {
      guard let parts = parts(of: id) else { return }
      type = parts
    }
    guard catalog.type(named: type.name, schema: type.schema) == nil, !schemaIsMissing(type.schema, at: id) else { return }
    report("42704", "type \"\(shown(type))\" does not exist", at: id)
  }

  private mutating func droppedRoutine(_ id: NodeID, _ detail: NodeDetail) {
    guard let name = tree.child(of: id, .name) ?? Optional(id), let parts = parts(of: name) else { return }
    let isExplicit = tree[id].attributes.contains(.explicit)
    let candidates = catalog.functions(named: parts.name, schema: parts.schema)
    if candidates.isEmpty, schemaIsMissing(parts.schema, at: name) { return }
    let word = detail == .routine ? "routine" : detail == .procedure ? "procedure" : detail == .aggregate ? "aggregate" : "function"
    guard isExplicit else {
      guard candidates.isEmpty else { return }
      return report("42883", "could not find \(word == "aggregate" ? "an" : "a") \(word) named \"\(shown(parts))\"", at: name)
    }
    // A type that does not exist is what PostgreSQL stumbles over first.
    let count = errors.count
    types(under: id)
    let types = tree.children(of: id, .parameter).filter { !isOutputOnly($0) }.map { tree.child(of: $0, .type).map(type) ?? 0 }
    guard errors.count == count, !types.contains(0), !candidates.contains(where: { $0.arguments == types }) else { return }
    let arguments = types.map { catalog.displayName(of: $0) }.joined(separator: ", ")
    report("42883", "\(word) \(shown(parts))(\(arguments)) does not exist", at: name)
  }

  private func isOutputOnly(_ parameter: NodeID) -> Bool {
    tree[parameter].words.contains(.out) && !tree[parameter].words.contains(.in)
  }

  /// 0 where there is no such type.
  private func type(_ id: NodeID) -> OID {
    let name = tree.typeName(of: id)
    let element = catalog.type(named: name.name, schema: name.schema)?.oid ?? 0
    return name.arrayDimensions > 0 ? catalog.arrayType(of: element) ?? 0 : element
  }
}
