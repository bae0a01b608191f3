import PostgresSyntax
import SourceText

/// Applies statements to a `SchemaState`. One statement's tree is current at a time; the other files of this folder hold its families.
struct DDLInterpreter {
  var state: SchemaState
  var diagnostics: [Diagnostic] = []
  let queryColumns: DDLLoader.QueryColumns
  /// Of the statement that is being applied.
  var tree: SyntaxTree
  /// Schemas where unqualified names are looked for, without `pg_catalog`.
  var searchPath = DDLInterpreter.defaultPath
  static let defaultPath = ["public"]
  /// Of a schema's own elements in CREATE SCHEMA.
  var elementSchema: String?
  /// Whether the file is what pg_dump writes: its expressions are in PostgreSQL's own form.
  private(set) var isDump = false
  private var script = SchemaFile(name: "", bytes: [])
  private var lines: LineMap?
  /// Where the current statement begins in the script.
  private var origin = 0

  init(base: Catalog, queryColumns: @escaping DDLLoader.QueryColumns) {
    state = SchemaState(base: base)
    self.queryColumns = queryColumns
    tree = SyntaxTree(text: SQLText(""), tokens: [], nodes: [], root: NodeID(0))
  }

  mutating func run(_ script: SchemaFile) {
    (self.script, lines, searchPath) = (script, nil, state.databasePath ?? Self.defaultPath)
    isDump = MigrationOrder.isDump(script.bytes)
    for range in Parser.split(SQLText(bytes: script.bytes)) { run(range) }
  }

  /// What never changes a catalog needs no tree: the rows of a dump's INSERTs above all.
  private static let ignored: Set<String> = [
    "abort", "analyse", "analyze", "begin", "call", "checkpoint", "close", "cluster", "commit", "copy", "deallocate", "declare", "delete",
    "discard", "end", "execute", "explain", "fetch", "grant", "insert", "listen", "load", "lock", "merge", "move", "notify", "prepare",
    "reassign", "reindex", "release", "revoke", "rollback", "savepoint", "security", "show", "start", "truncate", "unlisten",
    "update", "vacuum", "values", "with",
  ]

  private mutating func run(_ range: ByteRange) {
    origin = range.start
    let bytes = script.bytes[range.range]
    let first = Parser.leadingWords(of: bytes, limit: 1).first ?? ""
    if Self.ignored.contains(first) { return }
    if first == "do" { return report(Self.unfollowed, at: ByteRange(0, range.count)) }
    do throws(SyntaxError) {
      tree = try Parser.parseStatement(SQLText(bytes: Array(bytes)))
    } catch {
      return report(DDLError(error.sqlstate, error.message), at: error.range)
    }
    do throws(DDLError) {
      try apply(tree.root)
    } catch {
      report(error, at: tree[error.node ?? tree.root].range)
    }
  }

  private static let unfollowed = DDLError(
    "", "a DO block is not followed: what it creates is not in the catalog", help: "use --ephemeral or --database, which run it")

  /// - Parameter range: In the current statement.
  mutating func report(_ error: DDLError, at range: ByteRange) {
    let map = lines ?? LineMap(script.bytes)
    lines = map
    let place = ByteRange(origin + range.start, origin + max(range.end, range.start))
    diagnostics.append(
      Diagnostic(
        file: script.name, range: map.range(of: place), rule: "schema-statement", severity: error.sqlstate.isEmpty ? .warning : .error,
        message: error.sqlstate.isEmpty ? error.message : "\(error.message) (SQLSTATE \(error.sqlstate))", help: error.help))
  }

  /// Applies the statement of a node: the root, or an element of CREATE SCHEMA.
  mutating func apply(_ id: NodeID) throws(DDLError) {
    switch kind(id) {
    case .createTableStatement: try createTable(id)
    case .createTableAsStatement: try createTableAs(id)
    case .createViewStatement: try createView(id)
    case .createIndexStatement: try createIndex(id)
    case .createSequenceStatement: try createSequence(id)
    case .alterSequenceStatement: try alterSequence(id)
    case .createEnumStatement, .createCompositeTypeStatement, .createRangeStatement, .createDomainStatement: try createType(id)
    case .alterEnumStatement: try alterEnum(id)
    case .alterDomainStatement: try alterDomain(id)
    case .createFunctionStatement: try createFunction(id)
    case .alterFunctionStatement: try alterFunction(id)
    case .createTriggerStatement: try createTrigger(id)
    case .createRuleStatement: try createRule(id)
    case .createPolicyStatement: try createPolicy(id)
    case .createSchemaStatement: try createSchema(id)
    case .createExtensionStatement: try createExtension(id)
    case .createStatement: try createOther(id)
    case .alterTableStatement: try alterTable(id)
    case .alterStatement: try alterOther(id)
    case .renameStatement: try rename(id)
    case .setSchemaStatement: try setSchema(id)
    case .dropStatement: try drop(id)
    case .commentStatement: try comment(id)
    case .setStatement, .resetStatement: set(id)
    case .refreshStatement: try refresh(id)
    case .query: select(id)
    default: break
    }
  }
}

// MARK: - Reading the tree

extension DDLInterpreter {
  func kind(_ id: NodeID) -> NodeKind { tree[id].kind }
  func words(_ id: NodeID) -> OptionalWords { tree[id].words }
  func detail(_ id: NodeID) -> NodeDetail { tree[id].detail }
  func child(_ id: NodeID, _ role: Role) -> NodeID? { tree.child(of: id, role) }
  func children(_ id: NodeID, _ role: Role) -> [NodeID] { tree.children(of: id, role) }
  func name(_ id: NodeID) -> String { tree.name(of: id) }
  func names(_ id: NodeID) -> [String] { tree.qualifiedName(of: id) }
  func text(_ id: NodeID) -> String { tree.string(of: id) }

  /// The value of an identifier, string or number, as text.
  func value(_ id: NodeID) -> String {
    if let bytes = tree.stringValue(of: id) { return String(decoding: bytes, as: UTF8.self) }
    switch kind(id) {
    case .identifier: return name(id)
    case .typeName, .qualifiedName: return names(id).joined(separator: ".")
    default: return text(id)
    }
  }

  func integer(_ id: NodeID) -> Int64? { Int64(text(id).filter { $0 != " " && $0 != "+" && $0 != "_" }) }
}

// MARK: - Finding what names mean

extension DDLInterpreter {
  static let temporarySchema = "pg_temp"

  /// Where a statement makes an object: its schema is made where the files take it for granted.
  mutating func creationName(_ node: NodeID, isTemporary: Bool = false) throws(DDLError) -> QualifiedName {
    let parts = names(node)
    guard let last = parts.last else { throw DDLError("42601", "a name is missing", at: node) }
    if isTemporary { return QualifiedName(Self.temporarySchema, last) }
    if parts.count > 1 {
      let schema = parts[parts.count - 2]
      if state.schemas[schema] == nil, schema != Self.temporarySchema {
        report(
          DDLError("3F000", "schema \"\(schema)\" does not exist", help: "it is taken as made; CREATE SCHEMA is missing in these files"),
          at: tree[node].range)
        state.schemas[schema] = Schema(oid: state.newOID(), name: schema)
      }
      return QualifiedName(schema, last)
    }
    if let elementSchema { return QualifiedName(elementSchema, last) }
    guard let schema = searchPath.first(where: { state.schemas[$0] != nil }) else {
      throw DDLError("3F000", "no schema has been selected to create in", at: node)
    }
    return QualifiedName(schema, last)
  }

  /// The places that a name may mean, the first one first.
  private func candidates(_ parts: [String]) -> [QualifiedName] {
    guard let last = parts.last else { return [] }
    if parts.count > 1 { return [QualifiedName(parts[parts.count - 2], last)] }
    let path = (elementSchema.map { [$0] } ?? []) + [Self.temporarySchema] + searchPath
    return path.map { QualifiedName($0, last) }
  }

  func relation(_ parts: [String]) -> OID? { candidates(parts).lazy.compactMap { state.relation($0) }.first }

  /// The relation that a statement changes.
  func relation(_ node: NodeID) throws(DDLError) -> OID {
    let parts = names(node)
    if let oid = relation(parts) { return oid }
    throw DDLError("42P01", "relation \"\(parts.joined(separator: "."))\" does not exist", at: node)
  }

  func index(_ parts: [String]) -> QualifiedName? { candidates(parts).first { state.table(ofIndex: $0) != nil } }

  func userType(_ parts: [String]) -> OID? { candidates(parts).lazy.compactMap { state.type($0) }.first }

  func userFunctions(_ parts: [String]) -> [Function] { candidates(parts).lazy.map { state.functions($0) }.first { !$0.isEmpty } ?? [] }

  /// A function of that name, of the user or built in, for what only keeps its name.
  func functionName(_ parts: [String]) -> QualifiedName {
    if let function = userFunctions(parts).first { return function.qualifiedName }
    if parts.count > 1 { return QualifiedName(parts[parts.count - 2], parts[parts.count - 1]) }
    let name = parts.last ?? ""
    return QualifiedName(state.base.functions(named: name, schema: "pg_catalog").isEmpty ? searchPath.first ?? "public" : "pg_catalog", name)
  }

  /// Qualified and quoted; nil for the database's own collation, which columns have anyway.
  func collationName(_ node: NodeID) -> String? {
    let parts = names(node)
    guard let name = parts.last, name != "default" else { return nil }
    if let own = candidates(parts).first(where: { place in state.collations.contains { $0.schema == place.schema && $0.name == place.name } }) {
      return own.description
    }
    return QualifiedName(parts.count > 1 ? parts[parts.count - 2] : "pg_catalog", name).description
  }

  func isDeterministic(_ collation: String?) -> Bool {
    guard let collation else { return true }
    return state.collations.first { QualifiedName($0.schema, $0.name).description == collation }?.isDeterministic ?? true
  }
}

// MARK: - Types

extension DDLInterpreter {
  /// The type and modifier that a `typeName` node names.
  func type(_ node: NodeID) throws(DDLError) -> (oid: OID, modifier: Int32) {
    if detail(node) == .column { return try columnType(node) }
    let written = tree.typeName(of: node)
    let parts = (written.schema.map { [$0] } ?? []) + [written.name]
    // Built-in types hide the user's of the same name, for pg_catalog is looked into first.
    let builtin = written.schema == nil || written.schema == "pg_catalog" || written.schema == "information_schema"
      ? state.base.type(named: written.name, schema: written.schema ?? "pg_catalog")?.oid : nil
    guard let scalar = builtin ?? userType(parts), let found = state.type(scalar) else {
      throw DDLError("42704", "type \"\(parts.joined(separator: "."))\" does not exist", at: node)
    }
    let modifier = EncodedModifier.value(of: scalar, written.modifiers)
    guard written.arrayDimensions > 0 else { return (scalar, modifier) }
    guard found.array != 0 else { throw DDLError("42704", "type \"\(found.name)[]\" does not exist", at: node) }
    return (found.array, modifier)
  }

  /// `table.column%TYPE`.
  private func columnType(_ node: NodeID) throws(DDLError) -> (oid: OID, modifier: Int32) {
    let parts = child(node, .name).map { names($0) } ?? []
    guard parts.count > 1, let table = relation(Array(parts.dropLast())), let column = state.relations[table]?.column(named: parts[parts.count - 1])
    else { throw DDLError("42703", "column \"\(parts.joined(separator: "."))\" does not exist", at: node) }
    return (column.type, -1)
  }

  /// The type that a routine's parameter or result has; one that does not exist is reported and taken as `unknown`.
  mutating func typeOrUnknown(_ node: NodeID) -> OID {
    do throws(DDLError) {
      return try type(node).oid
    } catch {
      report(error, at: tree[error.node ?? node].range)
      return .unknown
    }
  }
}
