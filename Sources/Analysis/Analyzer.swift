import PostgresCatalog
import PostgresSyntax

/// Resolves names, types and nullability of a statement by a catalog.
///
///     let typed = Analyzer(catalog: index).analyze(tree, parameterTypes: [1: .init(.int8)])
///     typed[node].type                    // after unknown literals and parameters took theirs from the context
///     typed[node].resolution              // the column, function or operator behind it
///     typed.outputs[tree.root]            // the statement's result columns
///     typed.errors                        // what PostgreSQL would object to, where that is certain
///
/// What it cannot know (a hole, a relation that the catalog lacks) it leaves unknown (`NodeFacts.type` nil, `.unresolved`), never
/// guesses, and goes on around it. Names and types follow PostgreSQL's own order and rules ("Type Conversion"), nullability is
/// a second pass over the finished types that says "not null" only where it is proven.
///
/// Making an analyzer indexes the catalog's operators and functions (milliseconds): keep one for all statements.
///
/// A class, for each analysis of a statement holds it in several places.
package final class Analyzer: Sendable {
  package let index: CatalogIndex
  let types: TypeTable
  let coercion: Coercion
  let polymorphism: Polymorphism
  let operators: OperatorLookup
  let functions: FunctionLookup
  let sorting: SortSupport
  let literals: LiteralInput
  /// Visible relations with capital letters in their names, by those names in lower case.
  let capitalizedRelations: [String: String]
  private let hasSystemRelations: Bool
  /// Functions that give NULL for any NULL.
  let strictFunctions: Set<OID>
  private let caches = LookupCaches()

  package init(catalog index: CatalogIndex) {
    self.index = index
    types = TypeTable(index)
    coercion = Coercion(types: types, index: index)
    polymorphism = Polymorphism(coercion: coercion)
    let selection = CandidateSelection(coercion: coercion, polymorphism: polymorphism)
    operators = OperatorLookup(selection: selection)
    functions = FunctionLookup(selection: selection)
    sorting = SortSupport(types: types, index: index)
    literals = LiteralInput(types: types, index: index)
    strictFunctions = Set(index.catalog.functions.lazy.filter(\.isStrict).map(\.oid))
    var capitalized: [String: String] = [:]
    for relation in index.catalog.relations where relation.name.utf8.contains(where: { 0x41...0x5A ~= $0 }) {
      if index.path.contains(relation.schema) { capitalized[relation.name.lowercased()] = relation.name }
    }
    capitalizedRelations = capitalized
    hasSystemRelations = index.relation(named: "pg_class", schema: "pg_catalog") != nil
  }

  /// Whether the catalog lists a schema's relations: not those of temporary and system schemas that it was read without.
  func knowsRelations(of schema: String) -> Bool {
    schema == "pg_catalog" || schema == "information_schema" ? hasSystemRelations : !schema.hasPrefix("pg_")
  }

  /// Up to version 14 the grammar made a cast of TRUE and FALSE; since then they are constants.
  var hasBooleanConstants: Bool { !(1...149_999).contains(index.catalog.serverVersion) }

  /// Analyses a statement or fragment.
  ///
  /// - Parameter parameterTypes: Types of parameters that are known beforehand, by number from 1; others take theirs from the context.
  /// - Returns: The tree with facts on every node; a fragment's and a utility statement's are as good as their parts allow.
  /// - Complexity: About linear in the count of nodes. Chains of more than `Inference.chainLimit` operators stay unknown.
  package func analyze(_ tree: SyntaxTree, parameterTypes: [Int: TypeReference] = [:]) -> TypedTree {
    guard !tree.nodes.isEmpty else { return TypedTree(tree: tree) }
    let cache = caches.take(for: self)
    defer { caches.giveBack(cache) }
    let inference = Inference(analyzer: self, cache: cache, tree: tree, parameterTypes: parameterTypes)
    inference.run()
    let nullability = NullabilityAnalysis(inference)
    nullability.run()
    guard HoleAnalysis.hasHoles(tree) else { return nullability.typed }
    var holes = HoleAnalysis(nullability, inference)
    holes.run()
    return holes.typed
  }
}
