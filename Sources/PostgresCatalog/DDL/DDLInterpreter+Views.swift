import PostgresSyntax
import SourceText

/// Relations that queries make: views, materialized views, CREATE TABLE AS.
extension DDLInterpreter {
  mutating func createView(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name), let query = child(id, .statement) else { return }
    let name = try creationName(node, isTemporary: words(id).contains(.temporary))
    let old = state.relation(name).flatMap { state.relations[$0] }
    if let old, !words(id).contains(.orReplace) || old.kind != .view {
      throw DDLError("42P07", "relation \"\(old.name)\" already exists", at: node)
    }
    if old == nil { _ = try exists(name, node, isAllowed: false) }
    var view = old ?? Relation(oid: state.newOID(), schema: name.schema, name: name.name, kind: .view, rowType: 0)
    let columns = try columns(of: query, named: children(id, .column).map { self.name($0) })
    view.columns = replacing(old?.columns ?? [], by: columns)
    view.viewDefinition = " " + expression(query) + ";"
    view.viewOptions = viewOptions(id)
    if name.schema == Self.temporarySchema { view.persistence = .temporary }
    state.add(view)
    state.sources[view.oid] = sources(of: query)
    if old == nil { addRowType(view.oid) }
  }

  /// CREATE OR REPLACE keeps what is said of the columns that stay.
  private func replacing(_ old: [Column], by new: [Column]) -> [Column] {
    new.map { column in
      var column = column
      if let kept = old.first(where: { $0.name == column.name }) { (column.comment, column.defaultExpression) = (kept.comment, kept.defaultExpression) }
      return column
    }
  }

  private func viewOptions(_ id: NodeID) -> ViewOptions {
    var result = ViewOptions()
    if words(id).contains(.checkOption) { result.checkOption = words(id).contains(.local) ? .local : .cascaded }
    for option in options(id) { Self.set(option, in: &result) }
    return result
  }

  static func set(_ option: String, in options: inout ViewOptions) {
    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
    let isOn = parts.count < 2 || ["true", "on", "yes", "1", "t"].contains(parts[1].lowercased())
    switch parts.first {
    case "security_barrier": options.isSecurityBarrier = isOn
    case "security_invoker": options.isSecurityInvoker = isOn
    case "check_option": options.checkOption = parts.count > 1 ? ViewOptions.CheckOption(rawValue: parts[1]) : nil
    default: break
    }
  }

  mutating func createTableAs(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name), let query = child(id, .statement) else { return }
    let isTemporary = words(id).contains(.temporary)
    let name = try creationName(node, isTemporary: isTemporary)
    if try exists(name, node, isAllowed: words(id).contains(.ifNotExists)) { return }
    let isView = detail(id) == .materializedView
    var relation = Relation(oid: state.newOID(), schema: name.schema, name: name.name, kind: isView ? .materializedView : .table, rowType: 0)
    relation.columns = try columns(of: query, named: children(id, .column).map { self.name($0) })
    if words(id).contains(.unlogged) { relation.persistence = .unlogged }
    if isTemporary { relation.persistence = .temporary }
    if isView {
      relation.viewDefinition = " " + expression(query) + ";"
      relation.viewOptions.isPopulated = !words(id).contains(.withNoData)
    }
    state.add(relation)
    if isView { state.sources[relation.oid] = sources(of: query) }
    addRowType(relation.oid)
  }

  mutating func refresh(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let view = try relation(node)
    let isPopulated = !words(id).contains(.withNoData)
    state.relations[view]?.viewOptions.isPopulated = isPopulated
  }

  /// SELECT … INTO makes a table; set_config may change the search path.
  mutating func select(_ id: NodeID) {
    setConfig(id)
    reportCalls(id)
    guard let body = child(id, .body), let into = child(body, .into), let node = child(into, .name) else { return }
    do throws(DDLError) {
      let name = try creationName(node)
      if try exists(name, node, isAllowed: false) { return }
      var relation = Relation(oid: state.newOID(), schema: name.schema, name: name.name, kind: .table, rowType: 0)
      relation.columns = try columns(of: id, named: [])
      state.add(relation)
      addRowType(relation.oid)
    } catch {
      report(error, at: tree[error.node ?? id].range)
    }
  }

  /// What a function of the files does when it is called may change the schema.
  private mutating func reportCalls(_ id: NodeID) {
    for call in tree.descendants(of: id) where kind(call) == .functionCall {
      guard let node = child(call, .name), let function = userFunctions(names(node)).first, function.extensionName == nil,
        function.volatility == .volatile
      else { continue }
      report(
        DDLError(
          "", "the call of \(function.qualifiedName) is not followed: what it creates is not in the catalog",
          help: "use --ephemeral or --database, which run it"), at: tree[call].range)
    }
  }

  // MARK: Queries

  /// The columns that a query gives, under the names of a list where there is one.
  private mutating func columns(of query: NodeID, named names: [String]) throws(DDLError) -> [Column] {
    let text = SQLText(bytes: Array(tree.text.bytes[tree[query].range.range]))
    let parsed: SyntaxTree
    do throws(SyntaxError) { parsed = try Parser.parseStatement(text) } catch { throw DDLError(error.sqlstate, error.message, at: query) }
    guard let found = queryColumns(parsed, state.catalog(searchPath: searchPath)), !found.isEmpty else {
      report(
        DDLError("", "the columns of a query are not known", help: "what it reads may be missing in these files"), at: tree[query].range)
      return names.enumerated().map { Column(number: $0 + 1, name: $1, type: .unknown) }
    }
    return found.enumerated().map { place, column in
      let type: OID = column.type == .unknown ? .text : column.type
      return Column(
        number: place + 1, name: place < names.count ? names[place] : column.name, type: type, typeModifier: column.typeModifier)
    }
  }

  /// The relations that a query reads.
  private func sources(of query: NodeID) -> Set<OID> {
    var found: Set<OID> = []
    for id in tree.descendants(of: query) where kind(id) == .tableReference || kind(id) == .tableClause {
      if let node = child(id, .name), let oid = relation(names(node)) { found.insert(oid) }
    }
    return found
  }
}
