import PostgresSyntax

/// Schemas, extensions, the search path.
extension DDLInterpreter {
  // MARK: Schemas

  mutating func createSchema(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) ?? child(id, .owner) else { return }
    let name = names(node).last ?? ""
    if state.schemas[name] != nil {
      if words(id).contains(.ifNotExists) || name == "public" { return }
      throw DDLError("42P06", "schema \"\(name)\" already exists", at: node)
    }
    state.schemas[name] = Schema(oid: state.newOID(), name: name)
    elementSchema = name
    defer { elementSchema = nil }
    for statement in children(id, .statement) { try apply(statement) }
  }

  // MARK: The search path

  mutating func set(_ id: NodeID) {
    let setting = child(id, .name).map { names($0).joined(separator: ".").lowercased() } ?? ""
    if kind(id) == .resetStatement {
      if setting == "search_path" || tree[id].attributes.contains(.all) { searchPath = state.databasePath ?? Self.defaultPath }
      return
    }
    guard setting == "search_path" || setting == "schema" else { return }
    if tree[id].attributes.contains(.defaultValues) {
      searchPath = state.databasePath ?? Self.defaultPath
    } else {
      searchPath = Self.path(children(id, .value).map { value($0) })
    }
  }

  /// `"$user"` is the schema of who runs it, which the files do not know.
  static func path(_ names: [String]) -> [String] { names.filter { $0 != "$user" && !$0.isEmpty && $0 != "pg_catalog" && $0 != "pg_temp" } }

  /// `SELECT pg_catalog.set_config('search_path', '', false)`.
  mutating func setConfig(_ id: NodeID) {
    for call in tree.descendants(of: id) where kind(call) == .functionCall {
      guard let function = child(call, .name), names(function).last == "set_config" else { continue }
      let arguments = children(call, .argument)
      guard arguments.count > 1, value(arguments[0]) == "search_path", let path = tree.stringValue(of: arguments[1]) else { continue }
      let schemas = String(decoding: path, as: UTF8.self).split(separator: ",").map { part -> String in
        let trimmed = part.drop { $0 == " " }
        return trimmed.hasPrefix("\"") ? String(trimmed.dropFirst().prefix { $0 != "\"" }) : trimmed.prefix { $0 != " " }.lowercased()
      }
      searchPath = Self.path(schemas)
    }
  }

  mutating func alterOther(_ id: NodeID) throws(DDLError) {
    switch detail(id) {
    case .policy: try alterPolicy(id)
    case .database, .role:
      guard let setting = child(id, .value), kind(setting) == .setStatement, child(setting, .name).map({ names($0) }) == ["search_path"] else { return }
      state.databasePath = Self.path(children(setting, .value).map { value($0) })
    default: break
    }
  }

  // MARK: Extensions

  mutating func createExtension(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let name = self.name(node)
    if state.extensions.contains(where: { $0.name == name }) {
      if words(id).contains(.ifNotExists) { return }
      throw DDLError("42710", "extension \"\(name)\" already exists", at: node)
    }
    let schema = child(id, .schema).map { self.name($0) } ?? searchPath.first { state.schemas[$0] != nil } ?? "public"
    if state.schemas[schema] == nil { state.schemas[schema] = Schema(oid: state.newOID(), name: schema) }
    if ExtensionData.add(name, version: child(id, .version).map { value($0) }, in: schema, to: &state) { return }
    state.extensions.append(Extension(name: name, schema: schema))
    report(
      DDLError("", "what the extension \"\(name)\" brings is not known: its types and functions are not in the catalog",
        help: "use --ephemeral with a PostgreSQL that has it, --database, or a snapshot"), at: tree[node].range)
  }

  mutating func dropExtension(_ name: String) -> Bool {
    guard state.extensions.contains(where: { $0.name == name }) else { return false }
    state.extensions.removeAll { $0.name == name }
    for relation in state.relations.values where relation.extensionName == name { dropRelation(relation.oid) }
    for type in state.types.values where type.extensionName == name { state.removeType(type.oid) }
    for function in state.functions.values where function.extensionName == name { state.removeFunction(function.oid) }
    state.operators.removeAll { $0.extensionName == name }
    state.casts.removeAll { $0.extensionName == name }
    state.operatorClasses.removeAll { $0.extensionName == name }
    return true
  }

  mutating func moveExtension(_ name: String, to schema: String) {
    for place in state.extensions.indices where state.extensions[place].name == name { state.extensions[place].schema = schema }
    for type in state.types.values where type.extensionName == name { state.rename(type: type.oid, to: QualifiedName(schema, type.name)) }
    for function in state.functions.values where function.extensionName == name {
      state.rename(function: function.oid, to: QualifiedName(schema, function.name))
    }
    for place in state.operators.indices where state.operators[place].extensionName == name { state.operators[place].schema = schema }
    for place in state.operatorClasses.indices where state.operatorClasses[place].extensionName == name { state.operatorClasses[place].schema = schema }
  }
}
