import Results
import SourceText

/// Which statements' edits are wanted.
package struct Selection: Sendable {
  private let includes: @Sendable (StatementResult) -> Bool

  package init(_ includes: @escaping @Sendable (StatementResult) -> Bool) { self.includes = includes }

  /// Every converted statement that nobody rejected, and of those to be reviewed the accepted ones, or all.
  package static func rewrites(withReview: Bool, accepted: Set<String> = [], rejected: Set<String> = []) -> Selection {
    Selection { statement in
      switch statement.status {
      case .converted: !rejected.contains(statement.id)
      case .review: accepted.contains(statement.id) || (withReview && !rejected.contains(statement.id))
      case .unchanged, .manual, .invalid, nil: false
      }
    }
  }

  /// Exactly these, as far as they have a rewrite.
  package static func only(_ ids: Set<String>) -> Selection {
    Selection { ids.contains($0.id) && ($0.status == .converted || $0.status == .review) }
  }

  func contains(_ statement: StatementResult) -> Bool { !statement.edits.isEmpty && includes(statement) }
}

/// The new text of one file.
package struct FileChange: Hashable, Sendable {
  /// Relative to the root, as in the result document.
  package var file: String
  /// Nil for a file that is not there yet.
  package var old: [UInt8]?
  package var new: [UInt8]
  /// Of the statements whose edits are in it.
  package var statements: [String]
  /// `AppliedList` fingerprints of the new run-time texts.
  package var fingerprints: [String]

  package init(file: String, old: [UInt8]?, new: [UInt8], statements: [String] = [], fingerprints: [String] = []) {
    (self.file, self.old, self.new, self.statements, self.fingerprints) = (file, old, new, statements, fingerprints)
  }

  package var diff: [UInt8] { UnifiedDiff.make(old: old, new: new, path: file) }
}

/// Turns the rewrites of a result document into new texts of files.
///
/// All edits of a file are made together. A statement takes its edits to all its files or to none, and statements that share a literal go
/// together or not at all.
///
///     let plan = Patching.plan(document, originals: files, selection: .rewrites(withReview: false))
///     for change in plan.changes { output += change.diff }
package enum Patching {
  package struct Plan: Sendable {
    /// In order of file names.
    package var changes: [FileChange] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// Whether an edited file, scanned again, holds the new texts of these statements and all else as before.
  package typealias Recheck = (_ file: String, _ new: [UInt8], _ statements: Set<String>) -> Bool

  /// - Parameters:
  ///   - originals: The bytes of the files as they were scanned, by path relative to the root.
  ///   - recheck: Asked for each edited file before it is let through.
  package static func plan(
    _ document: ResultDocument, originals: [String: [UInt8]], selection: Selection, recheck: Recheck? = nil
  ) -> Plan {
    var plan = Plan()
    var chosen = document.statements.indices.filter { selection.contains(document.statements[$0]) }
    chosen = withoutTornLiterals(chosen, document.statements, &plan.diagnostics)
    chosen = withoutAmbiguousTexts(chosen, document.statements, &plan.diagnostics)
    var statements = chosen.map { document.statements[$0] }
    // A file that cannot be edited takes its statements with it, and these may have edits in other files.
    while true {
      let (changes, failed, diagnostics) = edit(statements, originals, recheck)
      guard !failed.isEmpty else {
        plan.changes = changes
        return plan
      }
      plan.diagnostics += diagnostics
      statements.removeAll { $0.edits.contains { failed.contains($0.file) } }
    }
  }

  private static func edit(
    _ statements: [StatementResult], _ originals: [String: [UInt8]], _ recheck: Recheck?
  ) -> (changes: [FileChange], failed: Set<String>, diagnostics: [Diagnostic]) {
    var edits: [String: Set<TextEdit>] = [:]
    var members: [String: [StatementResult]] = [:]
    for statement in statements {
      for edit in statement.edits { edits[edit.file, default: []].insert(edit.edit) }
      for file in Set(statement.edits.map(\.file)) { members[file, default: []].append(statement) }
    }
    var changes: [FileChange] = []
    var failed: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for (file, fileEdits) in edits.sorted(by: { $0.key < $1.key }) {
      do throws(Diagnostic) {
        changes.append(try change(file, fileEdits, members[file] ?? [], originals[file], recheck))
      } catch {
        failed.insert(file)
        diagnostics.append(error)
      }
    }
    return (changes, failed, diagnostics)
  }

  private static func change(
    _ file: String, _ edits: Set<TextEdit>, _ statements: [StatementResult], _ old: [UInt8]?, _ recheck: Recheck?
  ) throws(Diagnostic) -> FileChange {
    guard let old else { throw .fileMissing(file) }
    let ordered = edits.sorted { ($0.range, $0.replacement.count) < ($1.range, $1.replacement.count) }
    guard let new = try? ordered.applied(to: old) else { throw .editsOverlap(file) }
    let ids = statements.map(\.id)
    if let recheck, !recheck(file, new, Set(ids)) { throw .rescanDiffers(file) }
    let texts = statements.filter { $0.file == file }.compactMap(\.replacement)
    return FileChange(
      file: file, old: old, new: new, statements: ids, fingerprints: Set(texts.flatMap { AppliedList.fingerprints(ofReplacement: $0.utf8) }).sorted())
  }

  // MARK: Texts that are PostgreSQL elsewhere

  /// Leaves out statements whose new text is, letter for letter, the present text of a statement that is still PostgreSQL: with the text in
  /// the applied list, that one would be taken for MySQL.
  private static func withoutAmbiguousTexts(
    _ chosen: [Int], _ statements: [StatementResult], _ diagnostics: inout [Diagnostic]
  ) -> [Int] {
    var kept = Set(chosen)
    var new: [String: [Int]] = [:]
    for index in chosen {
      for text in AppliedList.fingerprints(ofReplacement: (statements[index].replacement ?? "").utf8) {
        new[text, default: []].append(index)
      }
    }
    var changed = true
    while changed {
      changed = false
      for (index, statement) in statements.enumerated() where !kept.contains(index) && statement.status != .unchanged {
        for other in new.removeValue(forKey: statement.fingerprint) ?? [] where kept.contains(other) {
          kept.remove(other)
          diagnostics.append(.ambiguousText(statements[other], like: statement))
          changed = true  // its own text may be another's new one
        }
      }
    }
    return chosen.filter(kept.contains)
  }

  // MARK: Shared literals

  /// Leaves out statements one of whose edits lies in a literal of a statement that is not chosen: that one would change with it.
  private static func withoutTornLiterals(
    _ chosen: [Int], _ statements: [StatementResult], _ diagnostics: inout [Diagnostic]
  ) -> [Int] {
    struct Key: Hashable {
      var file: String
      var range: ByteRange
    }
    var owners: [Key: [Int]] = [:]
    for (index, statement) in statements.enumerated() {
      for literal in Set(statement.literals) {
        owners[Key(file: literal.file ?? statement.file, range: literal.range), default: []].append(index)
      }
    }
    let shared = owners.filter { $0.value.count > 1 }
    guard !shared.isEmpty else { return chosen }
    var kept = Set(chosen)
    var changed = true
    while changed {
      changed = false
      for (key, members) in shared.sorted(by: { ($0.key.file, $0.key.range) < ($1.key.file, $1.key.range) })
      where !members.allSatisfy(kept.contains) {
        let torn = members.filter { member in
          kept.contains(member) && statements[member].edits.contains { $0.file == key.file && key.range.contains($0.edit.range) }
        }
        for member in torn {
          kept.remove(member)
          diagnostics.append(.tornLiteral(statements[member]))
          changed = true
        }
      }
    }
    return chosen.filter(kept.contains)
  }
}

// MARK: Messages

extension Diagnostic {
  static func fileMissing(_ file: String) -> Diagnostic {
    Diagnostic(file: file, rule: "file-missing", severity: .error, message: "the file that was scanned is not there any more")
  }

  static func editsOverlap(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "overlapping-edits", severity: .error, message: "two statements would change the same bytes; the file is left alone",
      help: "report this with the file")
  }

  static func rescanDiffers(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "rescan-differs", severity: .error,
      message: "the edited file does not read back as intended; the file is left alone", help: "convert its statements by hand")
  }

  static func ambiguousText(_ statement: StatementResult, like other: StatementResult) -> Diagnostic {
    Diagnostic(
      file: statement.file, range: statement.range, rule: "applied-text-ambiguous", severity: .warning,
      message: "the rewrite is the very text that \(other.file):\(other.range.start.line) still has as PostgreSQL; it is left alone",
      help: "convert that statement first, or both together")
  }

  static func tornLiteral(_ statement: StatementResult) -> Diagnostic {
    Diagnostic(
      file: statement.file, range: statement.range, rule: "shared-literal", severity: .warning,
      message: "the literal also belongs to a statement that is not to be rewritten; it is left alone",
      help: "accept both statements, or give each a literal of its own")
  }
}
