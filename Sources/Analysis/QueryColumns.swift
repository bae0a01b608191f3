import PostgresCatalog
import PostgresSyntax

extension Analyzer {
  /// The columns of a query's result, for `DDLLoader`: those of views and of CREATE TABLE AS.
  ///
  /// - Returns: nil where they cannot all be told.
  @Sendable package static func columns(of query: SyntaxTree, in catalog: Catalog) -> [DDLLoader.QueryColumn]? {
    let typed = Analyzer(catalog: CatalogIndex(catalog)).analyze(query)
    guard let outputs = typed.outputs[query.root], !outputs.contains(where: { $0.name == "*" && $0.type == nil }) else { return nil }
    return outputs.map { DDLLoader.QueryColumn(name: $0.name, type: $0.type?.oid ?? 0, typeModifier: $0.type?.modifier ?? -1) }
  }
}
