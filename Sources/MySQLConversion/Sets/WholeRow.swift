import Analysis
import MySQLTarget
import PostgresSyntax
import SourceText

/// Whole rows of tables as JSON objects.
extension RewriteContext {
  /// `t` in `to_jsonb(t)`: an object of the table's columns; nil where a column has no form in JSON.
  mutating func rowObject(_ node: NodeID) -> Output? {
    let node = unwrapped(node)
    guard tree[node].kind == .columnReference, case .row(let number) = typed[node].resolution, typed.sources.indices.contains(number), columnSubstitutes.isEmpty else { return nil }
    let source = typed.sources[number]
    guard let name = source.name, !source.columns.isEmpty, Set(source.columns.map(\.name)).count == source.columns.count else { return nil }
    let table = ReservedWords.written(name, target: target)
    var members: [[Piece]] = []
    for column in source.columns {
      let reference = Output(table + "." + ReservedWords.written(column.name, at: .afterPeriod, target: target))
      guard let type = column.type, let value = jsonMember(reference, catalog.family(of: type.oid)) else { return nil }
      members.append([.text(MySQLLiteral.string(column.name) + ", ")] + value.pieces)
    }
    let object = call("JSON_OBJECT", members)
    guard source.isNullExtended else { return object }
    // Where an outer join finds no row there is no object either.
    guard let key = source.columns.first(where: { !$0.isNullable }) else { return nil }
    let test = table + "." + ReservedWords.written(key.name, at: .afterPeriod, target: target)
    return Output([.text(keyword("IF") + "(\(test)" + keyword(" IS NULL, NULL, "))] + object.pieces + [.text(")")])
  }

  private mutating func jsonMember(_ value: Output, _ family: TypeFamily) -> Output? {
    switch family {
    case .integer, .decimal, .text, .uuid, .enumeration, .json, .jsonb, .array: return value
    case .boolean: return fill("CAST(ELT({0} + 1, 'false', 'true') AS JSON)", with: [value])
    default: return jsonMoment(family).map { fill($0, with: [value]) }
    }
  }
}
