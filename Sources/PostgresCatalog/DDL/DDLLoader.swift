import PostgresSyntax
import SourceText

/// Reads a catalog out of DDL: schema dumps, migrations.
///
///     let loading = DDLLoader(viewColumns: columns).load(sequence.scripts)
///     loading.catalog          // as a server would have it after these statements
///     loading.diagnostics      // what was not understood, with file, line and column
///
/// The statements are applied in order to the catalog of an empty database. What fails, or cannot be followed (`DO` blocks, unknown
/// syntax), is reported and the rest goes on. Statements that change rows, transactions, privileges and owners change nothing here.
///
/// Expressions are kept as the files write them, names qualified; a dump of pg_dump holds them in PostgreSQL's own form already.
package struct DDLLoader: Sendable {
  /// A column of a query's result.
  package struct QueryColumn: Hashable, Sendable {
    package var name: String
    /// 0 where it is not known.
    package var type: OID
    package var typeModifier: Int32

    package init(name: String, type: OID, typeModifier: Int32 = -1) {
      (self.name, self.type, self.typeModifier) = (name, type, typeModifier)
    }
  }

  /// Says what columns a query gives, by a catalog; nil where it cannot tell. The queries of views need type inference, which lies
  /// above this module.
  package typealias QueryColumns = @Sendable (_ query: SyntaxTree, _ catalog: Catalog) -> [QueryColumn]?

  private let base: Catalog
  private let queryColumns: QueryColumns

  /// - Parameter base: What there is before the first statement; a schema `public` is part of it.
  package init(base: Catalog = BuiltinCatalog.catalog, queryColumns: @escaping QueryColumns) {
    (self.base, self.queryColumns) = (base, queryColumns)
  }

  /// - Parameter scripts: Forward parts only, as `MigrationOrder` gives them.
  package func load(_ scripts: [SchemaFile]) -> DDLLoading {
    var interpreter = DDLInterpreter(base: base, queryColumns: queryColumns)
    for script in scripts { interpreter.run(script) }
    return DDLLoading(catalog: interpreter.state.finished(), diagnostics: interpreter.diagnostics)
  }
}

/// What DDL came to.
package struct DDLLoading: Sendable {
  package var catalog: Catalog
  package var diagnostics: [Diagnostic]
}

/// Why a statement could not be applied, in PostgreSQL's words.
struct DDLError: Error {
  var sqlstate: String
  var message: String
  var help = ""
  /// Where in the statement's tree; nil for all of it.
  var node: NodeID?

  init(_ sqlstate: String, _ message: String, help: String = "", at node: NodeID? = nil) {
    (self.sqlstate, self.message, self.help, self.node) = (sqlstate, message, help, node)
  }
}
