import SourceText

extension ResultDocument {
  /// A file of the document as people call it: with the folder that was scanned in front, when that was given as a relative path. A file
  /// beside that folder (`../db/schema.sql`) is named as seen from the working folder.
  ///
  /// Control characters stay; see `TerminalText`.
  package func displayPath(_ file: String) -> String {
    var root = Substring(root)
    while root.hasPrefix("./") { root = root.dropFirst(2).drop { $0 == "/" } }
    while root.count > 1, root.hasSuffix("/") { root = root.dropLast() }
    guard !root.isEmpty, root != ".", !root.hasPrefix("/"), !file.hasPrefix("/") else { return file }
    guard file.hasPrefix("../") else { return "\(root)/\(file)" }
    var folders = root.split(separator: "/")
    var parts = file.split(separator: "/")[...]
    while parts.first == "..", let last = folders.last, last != ".." {
      folders.removeLast()
      parts.removeFirst()
    }
    return (folders + parts).joined(separator: "/")
  }
}

extension StatementResult {
  /// A finding's place in the host file: its own where known, else the statement's.
  package func place(ofFinding index: Int) -> SourceRange {
    findingPlaces.indices.contains(index) ? findingPlaces[index] : range
  }

  /// PostgreSQL's objection to an invalid statement as a finding, when no finding says it.
  package var objection: Finding? {
    guard status == .invalid, !findings.contains(where: { $0.severity == .error }) else { return nil }
    let code = validation.sqlstate.map { " (SQLSTATE \($0))" } ?? ""
    return Finding(
      rule: "rejected", severity: .error, message: (validation.error ?? "PostgreSQL rejects the statement") + code,
      range: ByteRange(0, sql.bytes.count))
  }

  /// Every finding with its place in the host file, `objection` included.
  package var placedFindings: [(finding: Finding, place: SourceRange)] {
    findings.enumerated().map { ($0.element, place(ofFinding: $0.offset)) } + (objection.map { [($0, range)] } ?? [])
  }
}
