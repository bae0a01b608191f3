import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Carries over views whose query is converted without a caveat; all others are reported.
struct ViewWriter {
  let catalog: CatalogIndex
  let target: Target
  let names: SchemaNames
  /// Tables that the script creates, as `[schema, name]`.
  let tables: Set<[String]>
  /// Whether the extension pack's functions are there before the views are.
  let hasExtensionPack: Bool

  private struct Query {
    var view: Relation
    var text: String
    /// The relations that it reads, as `[schema, name]`.
    var sources: Set<[String]>
  }

  /// The views in an order in which each finds those that it reads.
  func statements(_ views: [Relation], _ findings: inout SchemaFindings) -> [SchemaScript.Statement] {
    var waiting: [Query] = []
    for view in views {
      do throws(NotConvertible) {
        waiting.append(try query(of: view))
      } catch {
        report(view, error, &findings)
      }
    }
    var (statements, known) = ([SchemaScript.Statement](), tables)
    while !waiting.isEmpty {
      let ready = waiting.filter { $0.sources.isSubset(of: known) }
      if ready.isEmpty { break }
      for query in ready {
        statements.append(statement(query))
        known.insert([query.view.schema, query.view.name])
        findings.note(
          .view, "the view \(query.view.schema).\(query.view.name) is carried over without CHECK OPTION and security options",
          help: "add WITH CHECK OPTION or SQL SECURITY INVOKER where PostgreSQL's view has them")
      }
      waiting.removeAll { known.contains([$0.view.schema, $0.view.name]) }
    }
    for query in waiting { report(query.view, NotConvertible("reads what is not carried over"), &findings) }
    return statements
  }

  private func statement(_ query: Query) -> SchemaScript.Statement {
    let columns = query.view.columns.map { names.written($0.name) }.joined(separator: ", ")
    return SchemaScript.Statement(
      kind: .view, object: "\(query.view.schema).\(query.view.name)",
      sql: "CREATE VIEW \(names.table(query.view.schema, query.view.name)) (\(columns)) AS\n\(query.text)")
  }

  private func report(_ view: Relation, _ error: NotConvertible, _ findings: inout SchemaFindings) {
    findings.lost(
      .view, "the view \(view.schema).\(view.name) is not carried over: it \(error.reason)", help: error.help ?? "convert its query with `sqlferry convert` and create it by hand")
  }

  private func query(of view: Relation) throws(NotConvertible) -> Query {
    guard view.triggers.isEmpty, !view.hasRules else { throw NotConvertible("has triggers or rules, which MySQL's views cannot have") }
    guard let definition = view.viewDefinition else { throw NotConvertible("has no definition in the catalog") }
    let text = SQLText(String(definition.drop(while: \.isWhitespace).reversed().drop { $0 == ";" || $0.isWhitespace }.reversed()))
    let tree: SyntaxTree
    do {
      tree = try Parser.parseStatement(text)
    } catch {
      throw NotConvertible("has a query that is not understood: \(error)")
    }
    let typed = Analyzer(catalog: catalog).analyze(tree)
    let sources = typed.sources.compactMap(\.relation).filter { $0.schema != "pg_catalog" && $0.schema != "information_schema" }
    // The query names databases after schemas.
    if let renamed = sources.first(where: { names.databases[$0.schema] != nil }) { throw NotConvertible("reads the renamed schema \(renamed.schema)") }
    let conversion = Converter(catalog: catalog, target: target).convert(typed)
    // A caveat that a view must exist on MySQL is settled here: it is written before those that read it, or none of them is.
    let objections = conversion.findings.filter { $0.severity != .info && $0.rule != "view" }
    guard conversion.status < .manual, objections.isEmpty else {
      throw NotConvertible("has a query that is not converted alike: \((objections + conversion.findings).map(\.message).first ?? "\(conversion.status)")")
    }
    if !hasExtensionPack, let call = conversion.findings.first(where: { $0.rule == "extension-pack" }) {
      throw NotConvertible("needs a function that the schema does not make: \(call.message)", help: "print the schema with --with-extension-pack, which has such functions")
    }
    return Query(view: view, text: try written(conversion, text), sources: Set(sources.map { [$0.schema, $0.name] }))
  }

  private func written(_ conversion: Conversion, _ text: SQLText) throws(NotConvertible) -> String {
    var result = ""
    for piece in conversion.pieces {
      switch piece {
      case .source(let range): result += text.string(in: range)
      case .text(let new): result += new
      case .placeholder: throw NotConvertible("has a parameter")
      }
    }
    return result
  }
}
