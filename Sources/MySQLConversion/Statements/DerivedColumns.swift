import Analysis
import MySQLTarget
import PostgresSyntax
import SourceText

/// The columns of a SELECT that becomes a derived table: what it lists, and how the query around it names them.
struct DerivedColumns {
  /// The select list, with a name for every column that the outer query reads by name.
  private var list: [Piece]
  /// Names of the result, nil where PostgreSQL has none.
  private let labels: [String?]
  /// Names within the derived table: the labels where they differ from each other.
  private var names: [String]
  /// Whether the derived table's alias lists the names.
  private let isListed: Bool
  private let table: String
  private let keywordAs: String
  private var taken: Set<String>

  /// Nil where the columns are not all known.
  init?(of query: NodeID, _ targets: NodeID, in context: inout RewriteContext) {
    guard let outputs = context.typed.outputs[query], !outputs.isEmpty, outputs.allSatisfy({ $0.type != nil }) else { return nil }
    labels = outputs.map { $0.name == "?column?" || $0.name.isEmpty ? nil : $0.name }
    let known = labels.compactMap { $0?.lowercased() }
    isListed = known.count < outputs.count || Set(known).count < known.count
    names = []
    for (index, label) in labels.enumerated() {
      names.append(isListed ? "column_\(index + 1)" : ReservedWords.written(label ?? "", at: .columnReference, target: context.target))
    }
    taken = Set(isListed ? names : known)
    table = context.uniqueTableName("ranked_rows")
    keywordAs = context.keyword(" AS ")
    var replacements: [NodeID: [Piece]] = [:]
    for target in context.tree.children(of: targets, .item) where context.tree[target].kind == .resultTarget {
      guard let value = context.tree.child(of: target, .value), context.tree[value].kind != .star, context.tree.child(of: target, .alias) == nil else { continue }
      var pieces = context.convert(value).pieces
      if !isListed, let name = context.columnName(of: target), context.givesOtherName(value, than: name) {
        pieces.append(.text(keywordAs + ReservedWords.written(name, target: context.target)))
      }
      replacements[target] = pieces
    }
    list = context.copy(targets, replacing: replacements)
  }

  /// Adds a column and returns its name.
  mutating func add(_ wanted: String, _ value: [Piece]) -> String {
    var name = wanted
    while taken.contains(name) { name += "_" }
    taken.insert(name)
    if isListed { names.append(name) }
    list += [.text(", ")] + value + (isListed ? [] : [.text(keywordAs + name)])
    return name
  }

  var innerList: [Piece] { list }

  /// The alias of the derived table.
  var alias: String { isListed ? "\(table) (\(names.joined(separator: ", ")))" : table }

  /// How the outer query names an output column.
  func reference(_ number: Int) -> String { names[number] }

  /// The select list of the outer query.
  func outerList(in context: RewriteContext) -> String {
    zip(labels, names).map { label, name in
      guard isListed, let label else { return name }
      return name + keywordAs + ReservedWords.written(label, target: context.target)
    }.joined(separator: ", ")
  }
}

extension RewriteContext {
  /// A name for a derived table that no source of the statement has.
  func uniqueTableName(_ wanted: String) -> String {
    Self.unique(wanted, Set(typed.sources.compactMap { $0.name?.lowercased() }))
  }

  /// A name for a column that no source of the statement has.
  func uniqueColumnName(_ wanted: String) -> String {
    let taken = Set(typed.sources.flatMap { $0.columns.map { $0.name.lowercased() } })
    return Self.unique(wanted, taken)
  }

  private static func unique(_ wanted: String, _ taken: Set<String>) -> String {
    var name = wanted
    while taken.contains(name) { name += "_" }
    return name
  }

  /// A table's name or alias as MySQL reads it.
  func writtenTableName(_ name: String) -> String { ReservedWords.written(name, at: .anywhere, target: target) }

  /// A column's name as MySQL reads it.
  func writtenName(_ name: String) -> String { ReservedWords.written(name, at: .columnReference, target: target) }

  /// Whether a SELECT groups by more than one set of keys.
  func hasGroupingSets(_ select: NodeID) -> Bool {
    tree.child(of: select, .groupByClause).map { tree.children(of: $0, .item).contains { tree[$0].kind == .groupingSet } } ?? false
  }
}
