import Foundation
import MySQLServer
import Results
import ServerComparison
import Yams

/// `samples/truth-values.yml`: what every sample statement is run with.
///
/// A mapping from file to a list of entries. An entry's `sql` is the statement as the scan shows it, white space aside; `values` lists sets of
/// parameters, each in order of the parameters' numbers; `holes` lists texts for the statement's holes by host expression; `order: partial`
/// says that its ORDER BY leaves ties, so that rows compare without their order. Beside the files, `edges` lists values by PostgreSQL type
/// that every parameter of that type is tried with too.
struct TruthValues {
  struct Entry {
    var sql: String
    var parameterSets: [[ParameterValue]]
    var holes: [[String: String]]
    var hasPartialOrder: Bool
  }

  /// By file and the fingerprint of the statement's text.
  private var entries: [String: [String: Entry]] = [:]
  /// By PostgreSQL's internal type name.
  private let edges: [String: [ParameterValue]]

  init(file: URL) throws {
    guard var root = try Yams.load(yaml: String(contentsOf: file, encoding: .utf8)) as? [String: Any],
      let edges = root.removeValue(forKey: "edges") as? [String: [Any]], let files = root as? [String: [[String: Any]]]
    else { throw ComparisonError(description: "\(file.path) is not a mapping from file to a list of entries, with edges") }
    self.edges = edges.mapValues { $0.map { ParameterValue($0) } }
    for (name, list) in files {
      for item in list {
        let entry = try Entry(item, file: name)
        entries[name, default: [:]][Fingerprint.ofStatement(entry.sql.utf8)] = entry
      }
    }
  }

  func entry(for statement: StatementResult) -> Entry? {
    entries[statement.file]?[Fingerprint.ofStatement(statement.sql.bytes)]
  }

  /// An entry's first set of parameters with one of them replaced by NULL and by each edge of its type, one after the other.
  ///
  /// NULL is left out where a finding already says that it means something else on MySQL: after LIMIT.
  func variations(of entry: Entry, for statement: StatementResult) -> [[ParameterValue]] {
    guard let set = entry.parameterSets.first else { return [] }
    let limits = statement.findings.filter { $0.rule == "limit-null" }.map(\.range)
    return set.indices.flatMap { index -> [[ParameterValue]] in
      let places = statement.sql.atoms.filter { $0.parameter == index + 1 }.map(\.range)
      let isLimit = places.contains { place in limits.contains { $0.start <= place.start && place.end <= $0.end } }
      let types = statement.validation.parameters
      let values = (isLimit ? [] : [ParameterValue.null]) + (types.indices.contains(index) ? edges[types[index]] ?? [] : [])
      return values.filter { $0 != set[index] }.map { value in
        var variation = set
        variation[index] = value
        return variation
      }
    }
  }

  /// Entries that no statement uses, as `file: sql`.
  func unused(by statements: [StatementResult]) -> [String] {
    var rest = entries
    for statement in statements { rest[statement.file]?[Fingerprint.ofStatement(statement.sql.bytes)] = nil }
    return rest.flatMap { file, entries in entries.values.map { "\(file): \($0.sql)" } }.sorted()
  }
}

extension TruthValues.Entry {
  fileprivate init(_ item: [String: Any], file: String) throws {
    guard let sql = item["sql"] as? String else { throw ComparisonError(description: "\(file): an entry without sql") }
    let known: Set = ["sql", "values", "holes", "order"]
    if let key = item.keys.first(where: { !known.contains($0) }) { throw ComparisonError(description: "\(file): unknown key \(key) at \(sql)") }
    self.sql = sql
    parameterSets = (item["values"] as? [[Any]] ?? [[]]).map { $0.map { ParameterValue($0) } }
    holes = item["holes"] as? [[String: String]] ?? [[:]]
    hasPartialOrder = item["order"] as? String == "partial"
  }
}

/// A parameter's value in a form that both servers can be given.
enum ParameterValue: Hashable, CustomStringConvertible {
  case null
  case text(String)
  case list([String?])

  init(_ value: Any) {
    switch value {
    case is NSNull: self = .null
    case let value as Bool: self = .text(value ? "true" : "false")
    case let value as [Any]:
      self = .list(value.map { if case .text(let text) = ParameterValue($0) { text } else { nil } })
    default: self = .text("\(value)")
    }
  }

  var description: String { postgres.map { "'\($0)'" } ?? "NULL" }

  /// In PostgreSQL's text format.
  var postgres: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .list(let elements): ArrayLiteral.text(of: elements)
    }
  }

  /// As a MySQL driver would bind a value of the PostgreSQL type: timestamps in UTC, arrays as JSON.
  func mysql(_ kind: ValueKind) throws -> MySQLValue { try MySQLValue(postgres: postgres, kind: kind) }
}
