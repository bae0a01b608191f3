/// What people decided about suggestions, as it is kept in `.sqlferry/decisions`.
///
/// One sorted line each, `STATEMENT REWRITE accept|reject|skip FILE`, so that version control merges it by lines. A decision counts
/// only for the rewrite it was made on; when a rule gives another one, the suggestion is asked again.
package struct DecisionLedger: Hashable, Sendable {
  /// The ledger's path relative to the root.
  package static let path = ".sqlferry/decisions"

  package enum Decision: String, Hashable, Sendable { case accept, reject, skip }

  private struct Entry: Hashable {
    var rewrite: String
    var decision: Decision
    var file: String
  }

  private var entries: [String: Entry] = [:]

  package init() {}

  /// Reads a ledger. Lines that are no decision, such as the marks of a merge conflict, are passed over; two decisions on one rewrite that
  /// differ cancel each other, so that it is asked again.
  package init(text: [UInt8]) {
    var contested: Set<String> = []
    for line in text.split(separator: 0x0A) {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 3)
      guard fields.count >= 3, let decision = Decision(rawValue: String(fields[2])), Self.isHash(fields[0]), Self.isHash(fields[1])
      else { continue }
      let id = String(fields[0])
      let entry = Entry(rewrite: String(fields[1]), decision: decision, file: fields.count > 3 ? String(fields[3]) : "")
      if let known = entries[id], known != entry { contested.insert(id) }
      entries[id] = entry
    }
    for id in contested { entries[id] = nil }
  }

  private static func isHash(_ field: Substring) -> Bool {
    field.utf8.count == 32 && field.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The ledger's text, which `init(text:)` reads.
  package var text: [UInt8] {
    let lines = entries.map { id, entry in
      // A file name with a line end would be two lines.
      let file = entry.file.contains("\n") ? "" : entry.file
      return "\(id) \(entry.rewrite) \(entry.decision.rawValue)\(file.isEmpty ? "" : " ")\(file)\n"
    }
    return Array(lines.sorted().joined().utf8)
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The decision on a statement's present rewrite.
  package func decision(on statement: StatementResult) -> Decision? {
    guard let entry = entries[statement.id], entry.rewrite == statement.rewriteFingerprint else { return nil }
    return entry.decision
  }

  package mutating func record(_ decision: Decision, on statement: StatementResult) {
    entries[statement.id] = Entry(rewrite: statement.rewriteFingerprint, decision: decision, file: statement.file)
  }

  /// Takes statements out whose rewrites are in the source now: the next statement with the same text would inherit their ids.
  package mutating func forget(_ ids: some Sequence<String>) {
    for id in ids { entries[id] = nil }
  }

  /// The ids of a document's statements that have this decision.
  package func ids(_ decision: Decision, in document: ResultDocument) -> Set<String> {
    Set(document.statements.lazy.filter { self.decision(on: $0) == decision }.map(\.id))
  }
}
