import Analysis
import PostgresSyntax
import SourceText

extension Analyzer {
  /// A text with its parameters numbered as the server would take them (`ServerStage`), found out by analysis.
  ///
  /// A named placeholder that is used twice is one parameter where that gives no error, else one for each type.
  func numbered(_ text: SQLText) -> ServerJudgement {
    let unchanged = ServerJudgement(text: text, answer: .notAsked)
    guard text.repeatsNamedPlaceholder, let whole = analysis(of: text), !whole.errors.isEmpty else { return unchanged }
    let separate = text.withSeparatePlaceholders
    guard let apart = analysis(of: separate), apart.errors.isEmpty else { return unchanged }
    let merged = separate.mergingPlaceholders(ofEqualType: apart.parameters.mapValues(\.oid))
    let isMerged = analysis(of: merged)?.errors.isEmpty == true
    return ServerJudgement(text: isMerged ? merged : separate, answer: .notAsked)
  }

  private func analysis(of text: SQLText) -> TypedTree? { (try? Parser.parseStatement(text)).map { analyze($0) } }
}
