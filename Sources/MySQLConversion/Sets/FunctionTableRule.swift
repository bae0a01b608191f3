import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Functions in FROM.
struct FunctionTableRule: ConversionRule {
  static let id = "set-functions"
  static let help = RuleHelp(
    why: """
      MySQL's only table function is JSON_TABLE: it makes rows of the elements of an array, of a JSON document, or of an array that is built \
      for the purpose (generate_series counts the elements of one of so many zeros). Several sets side by side are put together by their \
      numbers. An array parameter is passed as the text of a JSON array.
      """,
    example: "SELECT u.id, u.ord FROM unnest($1::int[]) WITH ORDINALITY AS u(id, ord) ORDER BY u.ord",
    manual: ["PostgreSQL: Set Returning Functions", "PostgreSQL: Table Functions", "MySQL: JSON Table Functions"])
  static let kinds: [NodeKind] = [.functionTable]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let number = context.typed.sources.firstIndex(where: { $0.node == node }) else { return context.declineUnknown(node, "its columns are not known") }
    let source = context.typed.sources[number]
    let functions = context.tree.children(of: node, .function)
    let hasOrdinality = context.tree[node].attributes.contains(.ordinality)
    guard let name = source.name, !functions.isEmpty, source.columns.count > (hasOrdinality ? 1 : 0) else { return context.declineUnknown(node, "its columns are not known") }
    let columns = hasOrdinality ? Array(source.columns.dropLast()) : source.columns
    guard let forms = forms(functions, columns, number, in: &context), forms.allSatisfy({ $0.isReadable(in: context) }) else { return declined(node, in: &context) }
    let isLateral = functions.contains { function in !context.columnReferences(in: function).isEmpty }
    context.checkGroupedReads(of: node)
    let table = SetTable(
      forms: forms, names: Self.distinct(source.columns.map(\.name)), alias: name, hasOrdinality: hasOrdinality,
      isOrdinalityPlain: hasOrdinality && isPlain(source.columns.count - 1, of: number, in: context), isLateral: isLateral)
    return Output(table.pieces(in: context).compacted())
  }

  private func declined(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.status < .manual else { return Output(source: context.tree[node].range) }
    return context.decline(
      "set-function", at: node, "\(context.excerpt(of: node)) in FROM has no MySQL form that is known to give the same rows",
      help: "write it with JSON_TABLE, or a recursive common table expression")
  }

  private func forms(_ functions: [NodeID], _ columns: [ColumnSource.Column], _ source: Int, in context: inout RewriteContext) -> [SetForm]? {
    if functions.count == 1 {
      if let arrays = context.parallelArrays(functions[0]) { return sideBySide(arrays, columns, in: &context) }
      guard let call = SetFunctions(functions[0], columns: columns, readers: context.readers(of: source), in: context) else { return nil }
      return call.form(in: &context).map { [$0] }
    }
    guard functions.count == columns.count else { return nil }
    var forms: [SetForm] = []
    for (function, column) in zip(functions, columns) {
      guard let form = SetFunctions(function, columns: [column], readers: nil, in: context)?.form(in: &context), context.canStandBesideOthers(form, function) else { return nil }
      forms.append(form)
    }
    return forms
  }

  private func sideBySide(_ arrays: [NodeID], _ columns: [ColumnSource.Column], in context: inout RewriteContext) -> [SetForm]? {
    guard arrays.count == columns.count else { return nil }
    var forms: [SetForm] = []
    for array in arrays {
      guard let form = SetFunctions.elements(of: array, in: &context) else { return nil }
      forms.append(form)
    }
    return forms
  }

  /// Whether nothing is calculated with WITH ORDINALITY's column, which MySQL gives an unsigned type.
  private func isPlain(_ column: Int, of source: Int, in context: RewriteContext) -> Bool {
    context.typed.facts.indices.allSatisfy { index in
      guard case .column(source, column) = context.typed.facts[index].resolution else { return true }
      let node = NodeID(index)
      guard let parent = context.tree.parent(of: node) else { return false }
      switch context.tree[parent].kind {
      case .sortItem: return true
      case .resultTarget: return context.tree.ancestor(of: parent, .query) == context.tree.root
      case .binaryOperation: return context.operatorName(parent).map { ComparisonRule.equality.contains($0) || ComparisonRule.order.contains($0) } ?? false
      default: return false
      }
    }
  }

  /// MySQL refuses two columns of one name in a derived table; PostgreSQL reaches such columns by `*` only.
  static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { name in
      var (candidate, number) = (name, 2)
      while !seen.insert(candidate.lowercased()).inserted { (candidate, number) = ("\(name)_\(number)", number + 1) }
      return candidate
    }
  }
}

extension RewriteContext {
  /// The arrays of `unnest(a, b)`, which stands for several calls side by side.
  func parallelArrays(_ call: NodeID) -> [NodeID]? {
    guard tree[call].kind == .functionCall, isPlainCall(call), let name = tree.child(of: call, .name), tree.qualifiedName(of: name).last == "unnest" else { return nil }
    let arguments = tree.children(of: call, .argument)
    return arguments.count > 1 && arguments.allSatisfy { family(of: $0) == .array } ? arguments : nil
  }

  /// Whether MAX over one value gives that value in the same type.
  func canStandBesideOthers(_ form: SetForm, _ call: NodeID) -> Bool {
    guard form.bounds.isEmpty, form.condition == nil, form.values?.count ?? form.columns.count == 1, let family = family(of: call) else { return false }
    return ![.json, .jsonb, .array, .record, .other, .enumeration].contains(family)
  }

  /// The places where a source's columns are read; nil where `*` or USING reads them.
  func readers(of source: Int) -> [NodeID]? {
    var found: [NodeID] = []
    for index in typed.facts.indices {
      let node = NodeID(index)
      switch (tree[node].kind, typed.facts[index].resolution) {
      case (.star, .star), (.star, .row(source)), (.joinUsing, _): return nil
      case (.join, _) where tree[node].attributes.contains(.natural): return nil
      case (.columnReference, .column(source, _)), (.columnReference, .row(source)): found.append(node)
      default: break
      }
    }
    return found
  }

  /// MySQL refuses JSON_TABLE over columns of a query around it that groups its rows (error 1210), but in that query's WHERE.
  ///
  /// - Parameter own: The SELECT in whose FROM the table will stand.
  mutating func checkGroupedReads(of node: NodeID, own: NodeID? = nil) {
    for reference in columnReferences(in: node) {
      guard let source = columnSource(reference), let select = tree.ancestor(of: source.node, .selectClause), select != own, isGrouped(select),
        [tree.child(of: select, .targetList), tree.child(of: select, .havingClause), tree.parent(of: select).flatMap { tree.child(of: $0, .orderByClause) }]
          .contains(where: { $0.map { tree[$0].range.contains(tree[node].range) } ?? false })
      else { continue }
      decline(
        "set-over-group", at: node, "MySQL refuses JSON_TABLE over the columns of a query around it that groups its rows",
        help: "compute the value for each row in a derived table, and group that")
      return
    }
  }

  /// Whether a SELECT groups its rows, or has an aggregate.
  func isGrouped(_ select: NodeID) -> Bool {
    if tree.child(of: select, .groupByClause) != nil || tree.child(of: select, .havingClause) != nil { return true }
    guard let list = tree.child(of: select, .targetList) else { return false }
    return tree.descendants(of: list).contains { node in
      builtIn(node)?.kind == .aggregate && tree.child(of: node, .over) == nil && tree.ancestor(of: node, .selectClause) == select
    }
  }
}
