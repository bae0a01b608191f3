import PostgresCatalog
import PostgresSyntax

/// Resolves names, types and nullability of a statement by a catalog.
///
///     let typed = Analyzer(catalog: index).analyze(tree, parameterTypes: [1: .init(.int8)])
///
/// What it cannot know it leaves unknown (`NodeFacts.type` nil, `.unresolved`), never guesses.
