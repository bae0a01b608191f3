import Foundation
import Testing

/// Checks a result document field by field: every name is there, nothing else is, every value has its type and range.
struct DocumentShape {
  private static let statuses = ["unchanged", "converted", "review", "manual", "invalid"]

  static func check(_ document: [String: Any]) throws {
    #expect(Set(document.keys) == ["version", "tool", "target", "root", "summary", "statements", "diagnostics"])
    #expect(document["version"] as? Int == 1)
    let tool = try #require(document["tool"] as? [String: String])
    #expect(tool["name"] == "sqlferry" && tool["version"]?.isEmpty == false)
    #expect(document["target"] is String && document["root"] is String)
    let statements = try #require(document["statements"] as? [[String: Any]])
    let summary = try #require(document["summary"] as? [String: Int])
    #expect(Set(summary.keys) == Set(["files", "statements"] + statuses))
    #expect(summary["statements"] == statements.count)
    for status in statuses { #expect(summary[status] == statements.count { $0["status"] as? String == status }) }
    for statement in statements { try checkStatement(statement) }
    let ids = statements.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == statements.count)
    for diagnostic in try #require(document["diagnostics"] as? [[String: Any]]) { try checkDiagnostic(diagnostic) }
  }

  static func checkStatement(_ statement: [String: Any]) throws {
    #expect(
      Set(statement.keys) == [
        "id", "fingerprint", "file", "language", "kind", "confidence", "range", "literals", "variant", "sql", "atoms", "rewritten",
        "parameters", "replacement", "bindings", "results", "recipe", "status", "validation", "evidence", "findings",
      ])
    for key in ["id", "fingerprint", "file", "language", "sql"] { #expect(statement[key] is String, "\(key)") }
    #expect(["statement", "fragment"].contains(statement["kind"] as? String))
    #expect(["certain", "likely"].contains(statement["confidence"] as? String))
    try checkRange(statement["range"])
    let sql = try #require(statement["sql"] as? String)
    for literal in try #require(statement["literals"] as? [[String: Any]]) {
      #expect(Set(literal.keys) == ["file", "start", "end"])
      #expect(try #require(literal["start"] as? Int) <= #require(literal["end"] as? Int))
    }
    for atom in try #require(statement["atoms"] as? [[String: Any]]) { try checkAtom(atom, in: sql) }
    try checkTexts(statement)
    try checkValidation(try #require(statement["validation"] as? [String: Any]))
    #expect(Set(try #require(statement["evidence"] as? [String: Any]).keys) == ["prepared"])
    for finding in try #require(statement["findings"] as? [[String: Any]]) {
      #expect(Set(finding.keys) == ["rule", "severity", "message", "help", "start", "end"])
      #expect(["info", "warning", "error"].contains(finding["severity"] as? String))
      #expect(try #require(finding["end"] as? Int) <= sql.utf8.count)
    }
  }

  /// `rewritten` is text for statuses with a rewriting only, and holds as many `?` as there are `parameters`.
  private static func checkTexts(_ statement: [String: Any]) throws {
    let status = try #require(statement["status"] as? String)
    #expect(statuses.contains(status))
    let hasRewriting = ["unchanged", "converted", "review"].contains(status)
    for key in ["rewritten", "replacement"] { #expect((statement[key] is String) == hasRewriting, "\(key) of \(status)") }
    #expect((statement["parameters"] is [Int]) == hasRewriting)
    if status == "unchanged" { #expect(statement["replacement"] as? String == statement["sql"] as? String) }
    if let rewritten = statement["rewritten"] as? String, let parameters = statement["parameters"] as? [Int] {
      #expect(rewritten.count { $0 == "?" } >= parameters.count)
    }
  }

  private static func checkAtom(_ atom: [String: Any], in sql: String) throws {
    #expect(Set(atom.keys) == ["start", "end", "kind", "parameter"])
    let (start, end) = (try #require(atom["start"] as? Int), try #require(atom["end"] as? Int))
    #expect(0 <= start && start < end && end <= sql.utf8.count)
    let kind = try #require(atom["kind"] as? String)
    #expect((kind == "placeholder") == (atom["parameter"] is Int))
    let text = String(decoding: Array(sql.utf8)[start..<end], as: UTF8.self)
    if kind == "hole" { #expect(text.hasPrefix("⟦") && text.hasSuffix("⟧")) }
  }

  private static func checkValidation(_ validation: [String: Any]) throws {
    #expect(Set(validation.keys) == ["by", "ok", "sqlstate", "error", "parameters", "columns"])
    #expect(["server", "catalog", "syntax", "none"].contains(validation["by"] as? String))
    #expect(validation["ok"] is Bool || validation["ok"] is NSNull)
    #expect(validation["parameters"] is [String])
    for column in try #require(validation["columns"] as? [[String: Any]]) {
      #expect(column["name"] is String && column["type"] is String && column["nullable"] is Bool)
    }
  }

  private static func checkDiagnostic(_ diagnostic: [String: Any]) throws {
    #expect(Set(diagnostic.keys) == ["file", "range", "rule", "severity", "message", "help"])
    #expect(["info", "warning", "error"].contains(diagnostic["severity"] as? String))
    if !(diagnostic["range"] is NSNull) { try checkRange(diagnostic["range"]) }
  }

  private static func checkRange(_ value: Any?) throws {
    let range = try #require(value as? [String: [String: Int]])
    let (start, end) = (try #require(range["start"]), try #require(range["end"]))
    for place in [start, end] {
      #expect(Set(place.keys) == ["offset", "line", "column"])
      #expect((place["line"] ?? 0) >= 1 && (place["column"] ?? 0) >= 1 && (place["offset"] ?? -1) >= 0)
    }
    #expect((start["offset"] ?? 0) <= (end["offset"] ?? 0))
  }
}

extension SQLFerryProcess.Output {
  /// The statements of a checked document.
  func statements() throws -> [[String: Any]] {
    let document = try json()
    try DocumentShape.check(document)
    return try #require(document["statements"] as? [[String: Any]])
  }
}

extension [String: Any] {
  var status: String? { self["status"] as? String }
  var sql: String { self["sql"] as? String ?? "" }
  var validation: [String: Any] { self["validation"] as? [String: Any] ?? [:] }
  var rules: [String] { (self["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String } }
  var helps: [String] { (self["findings"] as? [[String: Any]] ?? []).compactMap { $0["help"] as? String } }
}
