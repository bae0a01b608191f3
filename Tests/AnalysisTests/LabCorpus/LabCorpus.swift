/// Statements over `LabSchema`, all of which PostgreSQL accepts, by what they exercise: one file a family.
enum LabCorpus {
  struct Family: Sendable {
    var name: String
    var statements: [String]

    /// One statement a line.
    init(_ name: String, _ lines: String) { self.init(name, statements: lines.split(separator: "\n").map(String.init)) }

    init(_ name: String, statements: [String]) { (self.name, self.statements) = (name, statements) }
  }

  static let families: [Family] = [
    literals, casts, operators, dates, choices, polymorphic, calls, aggregates, windows, rows, arrays, documents, ranges, searches, joins,
    subqueries, commonTables, setOperations, sets, grouping, parameters, changes, merges,
  ]
}
