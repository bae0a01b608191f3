import MySQLTarget
import SourceText

/// The rows of one set-returning function: the elements of a JSON document, which JSON_TABLE makes rows of.
struct SetForm {
  /// What JSON_TABLE reads; NULL gives no rows.
  var document: [Piece]
  var path = "$[*]"
  /// The columns of JSON_TABLE with their definitions: `BIGINT PATH '$'`.
  var columns: [(name: String, definition: String)]
  /// The function's own columns over those of JSON_TABLE; nil where they are the same.
  var values: [[Piece]]?
  /// A derived table of one row before JSON_TABLE, for what its document is made of.
  var bounds: [Piece] = []
  /// Which of JSON_TABLE's rows count; with one the set cannot be numbered further.
  var condition: String?
  /// Whether JSON_TABLE's rows must be numbered for the values.
  var isNumbered = false

  /// The names of JSON_TABLE's columns and tables inside a derived table.
  static let element = "element", number = "element_number", table = "elements"

  /// Whether MySQL takes the document: JSON_TABLE refuses a subquery in it (error 1210).
  func isReadable(in context: RewriteContext) -> Bool {
    document.allSatisfy { piece in
      switch piece {
      case .text(let text): !text.lowercased().contains("(select ")
      case .source(let range): !context.tree.tokens(in: range).contains { context.tree.text.string(in: $0.range).lowercased() == "select" }
      case .placeholder: true
      }
    }
  }

  /// A single column of a type.
  static func elements(of document: [Piece], _ definition: String) -> SetForm {
    SetForm(document: document, columns: [(element, definition)])
  }
}

/// A FROM item made of set-returning functions.
struct SetTable {
  /// More than one are read side by side.
  let forms: [SetForm]
  /// The names of all columns, that of WITH ORDINALITY last.
  let names: [String]
  let alias: String
  let hasOrdinality: Bool
  /// Whether WITH ORDINALITY's column may be of MySQL's unsigned type.
  let isOrdinalityPlain: Bool
  /// Whether it reads columns of tables before it.
  let isLateral: Bool

  func pieces(in context: RewriteContext) -> [Piece] {
    let writer = SetWriter(context)
    let alias = [writer.word(" AS "), writer.name(self.alias)]
    if forms.count == 1, forms[0].values == nil, !hasOrdinality || isOrdinalityPlain {
      var columns = zip(names, forms[0].columns).map { ($0, $1.definition) }
      if hasOrdinality, let last = names.last { columns.append((last, "FOR ORDINALITY")) }
      return writer.jsonTable(forms[0], columns) + alias
    }
    let query = forms.count == 1 ? single(forms[0], writer) : sideBySide(writer)
    return [.text(isLateral ? context.keyword("LATERAL (") : "(")] + query + [.text(")")] + alias
  }

  private func single(_ form: SetForm, _ writer: SetWriter) -> [Piece] {
    let values = form.values ?? form.columns.map { [.text($0.name)] }
    let isNumbered = form.isNumbered || hasOrdinality
    return [writer.word("SELECT ")] + writer.list(values, names) + ordinality(writer) + [writer.word(" FROM ")] + writer.source(form, isNumbered: isNumbered)
  }

  /// `, CAST(element_number AS SIGNED) AS name`.
  private func ordinality(_ writer: SetWriter) -> [Piece] {
    guard hasOrdinality, let name = names.last else { return [] }
    let number = forms.contains { $0.condition != nil } ? "ROW_NUMBER() OVER (ORDER BY \(SetForm.number))" : "CAST(\(SetForm.number) AS SIGNED)"
    return [writer.word(", \(number) AS "), writer.name(name)]
  }

  /// Each row has the elements of one number; the shorter sets are filled up with NULL. A join would read every document again for
  /// each element.
  private func sideBySide(_ writer: SetWriter) -> [Piece] {
    var pieces = [writer.word("SELECT ")]
    for (number, name) in names.prefix(forms.count).enumerated() {
      pieces += [.text(number > 0 ? ", " : ""), writer.word("MAX("), writer.name(name), .text(")"), writer.word(" AS "), writer.name(name)]
    }
    pieces += ordinality(writer) + [writer.word(" FROM (")]
    for (number, form) in forms.enumerated() {
      pieces.append(writer.word((number > 0 ? " UNION ALL " : "") + "SELECT \(SetForm.number)"))
      for column in forms.indices {
        pieces.append(.text(", "))
        pieces += column == number ? form.values?[0] ?? [.text(form.columns[0].name)] : [writer.word("NULL")]
        if number == 0, column > 0 || names[column] != SetForm.element { pieces += [writer.word(" AS "), writer.name(names[column])] }
      }
      pieces += [writer.word(" FROM ")] + writer.source(form, isNumbered: true)
    }
    return pieces + [writer.word(") AS sets_side_by_side GROUP BY \(SetForm.number)")]
  }
}

/// Writes the parts of a FROM item in the case of the statement's keywords.
private struct SetWriter {
  private let context: RewriteContext

  init(_ context: RewriteContext) { self.context = context }

  func word(_ text: String) -> Piece { .text(context.keyword(text)) }
  func name(_ text: String) -> Piece { .text(ReservedWords.written(text, target: context.target)) }

  func list(_ values: [[Piece]], _ names: [String]) -> [Piece] {
    .joined(zip(values, names).map { $0 + [word(" AS "), name($1)] }, by: ", ")
  }

  func jsonTable(_ form: SetForm, _ columns: [(String, String)]) -> [Piece] {
    var pieces = [word("JSON_TABLE(")] + form.document + [.text(", \(MySQLLiteral.string(form.path)) "), word("COLUMNS ("), .text("")]
    for (index, column) in columns.enumerated() {
      pieces += [.text(index > 0 ? ", " : ""), name(column.0), .text(" " + definition(column.1))]
    }
    return pieces + [.text("))")]
  }

  /// JSON_TABLE inside a derived table, with its own names.
  func source(_ form: SetForm, isNumbered: Bool) -> [Piece] {
    let numbered = isNumbered ? [(SetForm.number, "FOR ORDINALITY")] : []
    let table = jsonTable(form, numbered + form.columns.map { ($0.name, $0.definition) }) + [word(" AS \(SetForm.table)")]
    let tables = form.bounds.isEmpty ? table : form.bounds + [.text(", ")] + table
    return tables + (form.condition.map { [word(" WHERE \($0)")] } ?? [])
  }

  /// A definition in the statement's case; what stands in quotes stays.
  private func definition(_ text: String) -> String {
    guard context.writesLowerCase, let quote = text.firstIndex(of: "'") else { return context.keyword(text) }
    let rest = text[quote...]
    guard let end = rest.dropFirst().lastIndex(of: "'") else { return text }
    return text[..<quote].lowercased() + text[quote...end] + text[text.index(after: end)...].lowercased()
  }
}
