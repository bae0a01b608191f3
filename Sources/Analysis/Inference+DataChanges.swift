import PostgresCatalog
import PostgresSyntax

/// INSERT, UPDATE, DELETE, MERGE.
extension Inference {
  /// - Returns: The columns of RETURNING.
  @discardableResult
  func dataChange(_ id: NodeID) -> [OutputColumn] {
    guard !isDone[Int(id.index)] else { return typed.outputs[id] ?? [] }
    isDone[Int(id.index)] = true
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { return [] }
    let columns = inNewScope { inner -> [OutputColumn] in
      inner.withClause(id)
      switch inner.kind(id) {
      case .insertStatement: return inner.insert(id)
      case .updateStatement: return inner.update(id)
      case .deleteStatement: return inner.delete(id)
      case .mergeStatement: return inner.merge(id)
      default: return []
      }
    }
    typed.outputs.set(id, columns)
    return columns
  }

  /// The target as a namespace item; not yet visible. A common table of its name does not count.
  func target(_ id: NodeID) -> NamespaceItem? {
    guard let nameNode = child(id, .name) else { return nil }
    isDone[Int(nameNode.index)] = true
    let alias = alias(of: id)
    var item = NamespaceItem(name: alias?.name, source: 0)
    var source = ColumnSource(name: alias?.name, origin: .unknown, columns: [], node: id)
    if let name = relationName(nameNode) {
      if let known = cache.relation(named: name.name, schema: name.schema) {
        source = relationSource(known, name: alias?.name, node: id, isOnly: has(id, .only) || kind(id) == .insertStatement)
        item.relation = alias?.name == nil ? known.relation.oid : 0
        item.known = known
      } else {
        source.name = alias?.name ?? name.name
        item.hasUnknownColumns = true
        missingRelation(name, at: nameNode)
      }
    } else {
      item.hasUnknownColumns = true
    }
    item.name = source.name
    item.source = addSource(source)
    resolve(nameNode, .row(source: item.source))
    resolve(id, .row(source: item.source))
    scopes[scope].entries.append(item)
    return item
  }

  func returning(_ id: NodeID) -> [OutputColumn] {
    guard let clause = child(id, .returningClause) else { return [] }
    var columns = at(.returning) { targetList(clause, id) }
    settle(&columns, id)
    return columns
  }

  // MARK: UPDATE and DELETE

  /// PostgreSQL reads WHERE and RETURNING before SET.
  private func update(_ id: NodeID) -> [OutputColumn] {
    guard let target = target(id) else { return [] }
    sourceItems(child(id, .fromClause), target, id)
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    let columns = returning(id)
    assignments(children(id, .assignment), target)
    return columns
  }

  private func delete(_ id: NodeID) -> [OutputColumn] {
    guard let target = target(id) else { return [] }
    sourceItems(child(id, .using), target, id)
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    return returning(id)
  }

  /// FROM or USING: what is LATERAL in it sees the target, but may not refer to it.
  private func sourceItems(_ clause: NodeID?, _ target: NamespaceItem, _ id: NodeID) {
    var hidden = target
    (hidden.isLateralOnly, hidden.isLateralAllowed) = (true, false)
    scopes[scope].items = [hidden]
    if let clause { fromClause(clause) } else { scopes[scope].items = [target] }
    if each(id).contains(where: { kind($0) == .hole && tree[$0].role == .hole }) { scopes[scope].hasUnknownSources = true }
  }
}

/// A column that is written to.
struct TargetColumn: Sendable {
  var name: String
  /// Whether an element or slice, or a field of it is written; the field's name then.
  var isPart = false
  var field: String?
  /// nil where it is not known.
  var type: TypeReference?
  /// Where it is named, if it is.
  var node: NodeID?
}
