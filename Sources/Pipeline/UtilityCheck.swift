import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Checks what Parse does not look at: whether the relations that a utility statement names are there.
///
/// Only names that must exist for the statement to run, and only forms whose names are plain to see; all else passes.
struct UtilityCheck {
  let catalog: CatalogIndex

  /// The errors that PostgreSQL would raise when the statement runs, in order of the names.
  func errors(in tree: SyntaxTree) -> [AnalysisError] {
    guard tree[tree.root].kind.isUtility else { return [] }
    var reader = TokenReader(tokens: tree.tokens, text: tree.text)
    if reader.take("drop") { return drop(&reader) }
    if reader.take("truncate") {
      reader.skip("table", "only")
      return list(&reader, as: "relation")
    }
    if reader.take("alter", "table"), !reader.take("if", "exists") {
      reader.skip("only")
      return [missing(&reader, as: "relation")].compactMap { $0 }
    }
    if reader.take("lock") {
      reader.skip("table", "only")
      return list(&reader, as: "relation")
    }
    if reader.take("copy"), reader.string != "(" { return [missing(&reader, as: "relation")].compactMap { $0 } }
    if reader.take("create", "index") || reader.take("create", "unique", "index") { return index(&reader) }
    return []
  }

  private func drop(_ reader: inout TokenReader) -> [AnalysisError] {
    for kind in [["table"], ["view"], ["sequence"], ["materialized", "view"], ["foreign", "table"]] where reader.take(kind) {
      return reader.take("if", "exists") ? [] : list(&reader, as: kind.joined(separator: " "))
    }
    return []
  }

  private func index(_ reader: inout TokenReader) -> [AnalysisError] {
    while !reader.isAtEnd, !reader.take("on") { reader.advance() }
    reader.skip("only")
    return [missing(&reader, as: "relation")].compactMap { $0 }
  }

  private func list(_ reader: inout TokenReader, as kind: String) -> [AnalysisError] {
    var errors: [AnalysisError] = []
    repeat {
      if let error = missing(&reader, as: kind) { errors.append(error) }
      _ = reader.takeText("*")
    } while reader.takeText(",")
    return errors
  }

  /// The error for the name at the reader, which is taken; nil where it exists or cannot be told.
  private func missing(_ reader: inout TokenReader, as kind: String) -> AnalysisError? {
    guard let first = reader.range, let parts = reader.takeQualifiedName(), let name = parts.last, parts.count <= 2 else { return nil }
    let schema = parts.count == 2 ? parts[0] : nil
    // A schema of this session or of another database's catalog is not in ours.
    if let schema, schema.hasPrefix("pg_") || schema == "information_schema" { return nil }
    guard catalog.relation(named: name, schema: schema) == nil else { return nil }
    if let schema, catalog.schema(named: schema) == nil {
      return AnalysisError(sqlstate: "3F000", message: "schema \"\(schema)\" does not exist", hint: "", range: first)
    }
    return AnalysisError(
      sqlstate: "42P01", message: "\(kind) \"\(parts.joined(separator: "."))\" does not exist", hint: "", range: first)
  }
}

extension TokenReader {
  mutating func take(_ words: [String]) -> Bool {
    let start = self
    for word in words where !take(word) {
      self = start
      return false
    }
    return true
  }

  /// The parts of a dotted name; nil where no name stands, or a hole is part of it.
  fileprivate mutating func takeQualifiedName() -> [String]? {
    guard let first = name else { return nil }
    var parts = [first]
    advance()
    while string == "." {
      advance()
      guard let next = name else { return nil }
      parts.append(next)
      advance()
    }
    return parts
  }
}
