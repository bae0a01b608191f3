import HostEdits
import HostLanguages
import Results
import Scanner
import SourceText

/// A file whose statements are final.
struct PlannedFile: Sendable {
  var statements: [StatementResult]
  var diagnostics: [Diagnostic] = []
  var isIncomplete = false
  /// What writing needs; nil for a file without edits.
  var editable: EditableFile?
}

/// A file with edits: its content and how to see that an edited version reads back.
struct EditableFile: Sendable {
  let bytes: [UInt8]
  let file: String
  let extractor: FileExtractor
  let statements: [EmbeddedStatement]
  let plans: [HostEditPlan]
  /// Of the statements, in order.
  let ids: [String]

  /// Whether a new version, scanned again, holds the new texts of these statements and all else as before.
  func readsBack(_ new: [UInt8], _ chosen: Set<String>) -> Bool {
    let members = ids.indices.filter { chosen.contains(ids[$0]) }
    let edits = Set(members.flatMap { plans[$0].edits }).sorted { $0.range < $1.range }
    guard let expected = try? edits.applied(to: bytes), expected == new else { return false }
    return RescanCheck(original: bytes, statements: statements, knowing: { extractor.extract(bytes: $0, path: file, known: $1).statements })
      .readsBack(plans, members)
  }
}

extension ExtractedFile {
  /// The file's entries of the document.
  ///
  /// - Parameter judged: One for each statement.
  func planned(_ judged: [JudgedStatement]) -> PlannedFile {
    guard !statements.isEmpty else { return PlannedFile(statements: []) }
    guard let bytes = bytes ?? readAgain() else { return changed(judged) }
    let language = HostLanguage.of(path: found.file)
    // Only values that must be passed in another form ask for a second reading of the file.
    let needsValues = judged.contains { !$0.bindings.isEmpty && $0.status.hasRewriting }
    let reader = needsValues ? language.flatMap { try? HostFile(bytes: bytes, language: $0) }.map(ValueReader.init) : nil
    let plans = HostStage.plans(for: statements, judged: judged, in: bytes, reader: reader) { [extractor, found] edited, known in
      extractor.extract(bytes: edited, path: found.file, known: known).statements
    }
    var assembly = ResultAssembly(file: found.file, lines: lines)
    let results = statements.indices.map { index in
      var judged = judged[index]
      judged.settle(plans[index].jsonParameters, instruction: language?.jsonEncoding?.instruction)
      return assembly.result(statements[index], judged, plans[index])
    }
    let hasEdits = results.contains { !$0.edits.isEmpty }
    return PlannedFile(
      statements: results,
      editable: hasEdits
        ? EditableFile(
          bytes: bytes, file: found.file, extractor: extractor, statements: statements, plans: plans, ids: results.map(\.id)) : nil)
  }

  /// The file's entries when the task was cancelled before its edits were planned: nothing is claimed.
  func interrupted() -> [StatementResult] {
    var assembly = ResultAssembly(file: found.file, lines: lines)
    return statements.indices.map { index in
      let judged = JudgedStatement.interrupted(StatementSubject(statements[index]))
      return assembly.result(statements[index], judged, .untouched(statements[index]))
    }
  }

  /// The content as it was when the statements were found; nil where the file changed meanwhile or cannot be read.
  private func readAgain() -> [UInt8]? {
    let again = extractor.extract(found)
    guard let stamp, let now = again.stamp, now.hash == stamp.hash, now.size == stamp.size else { return nil }
    return again.bytes
  }

  private func changed(_ judged: [JudgedStatement]) -> PlannedFile {
    var assembly = ResultAssembly(file: found.file, lines: lines)
    let results = statements.indices.map { index in
      var judged = judged[index]
      if judged.status.hasRewriting {
        judged.lower(to: .manual, because: PipelineFinding.notValidated.finding(
          .error, "the file changed while it was scanned", help: "scan again", at: ByteRange(0, judged.text.bytes.count)))
      }
      return assembly.result(statements[index], judged, .untouched(statements[index]))
    }
    return PlannedFile(
      statements: results,
      diagnostics: [
        Diagnostic(
          file: found.file, rule: "file-changed", severity: .error, message: "the file changed while it was scanned", help: "scan again")
      ], isIncomplete: true)
  }
}
