import PostgresCatalog
import PostgresSyntax

/// TABLESAMPLE (`transformRangeTableSample`).
extension Inference {
  func tableSample(_ id: NodeID, of item: NamespaceItem, at table: NodeID) {
    isDone[Int(id.index)] = true
    if let relation = typed.sources[item.source].relation,
      ![.table, .partitionedTable, .materializedView].contains(relation.kind)
    {
      report("0A000", "TABLESAMPLE clause can only be applied to tables and materialized views", at: table)
    }
    let arguments = children(id, .argument)
    if let nameNode = child(id, .name), let name = schemaAndName(nameNode) { sampleMethod(name, arguments.count, at: nameNode) }
    for argument in arguments {
      at(.fromFunction) { expression(argument) }
      coerceArgument(argument, to: .float4, of: "TABLESAMPLE")
    }
    if let seed = child(id, .value) {
      at(.fromFunction) { expression(seed) }
      coerceArgument(seed, to: .float8, of: "REPEATABLE")
    }
  }

  private func sampleMethod(_ name: (schema: String?, name: String), _ count: Int, at id: NodeID) {
    let found = analyzer.functions.functions(named: name.name, schema: name.schema).first { $0.arguments == [.internalType] }
    guard let found else {
      guard !analyzer.index.catalog.functions.isEmpty else { return }
      return report("42704", "tablesample method \(name.name) does not exist", at: id)
    }
    guard found.schema == "pg_catalog", count != 1 else { return }
    report("2202H", "tablesample method \(name.name) requires 1 argument, not \(count)", at: id)
  }
}
