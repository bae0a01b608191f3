import HostEdits
import HostLanguages
import SourceText

/// Plans the edits of one file: what each of its statements asks of the host code, agreed among them and read back.
enum HostStage {
  /// - Parameters:
  ///   - judged: One for each of `statements`, which are all statements of the file.
  ///   - bytes: The file as it was when the statements were found.
  ///   - reader: Tells what the file's values are; nil for a file without host code.
  ///   - rescan: Extracts statements as the scan did.
  /// - Returns: One plan for each statement.
  static func plans(
    for statements: [EmbeddedStatement], judged: [JudgedStatement], in bytes: [UInt8], reader: ValueReader? = nil,
    rescan: @escaping RescanCheck.KnowingRescan
  ) -> [HostEditPlan] {
    var plans = zip(statements, judged).map { statement, judged in
      guard judged.status.hasRewriting, !judged.isApplied else { return HostEditPlan.untouched(statement) }
      var numbered = statement
      numbered.text = judged.text
      return HostEditPlanner.plan(
        pieces: judged.pieces, for: numbered, in: bytes, nameHoles: judged.nameHoles, jsonParameters: judged.jsonParameters, reader: reader)
    }
    SharedLiterals.reconcile(&plans, of: statements)
    RescanCheck(original: bytes, statements: statements, knowing: rescan).check(&plans)
    return plans
  }
}
