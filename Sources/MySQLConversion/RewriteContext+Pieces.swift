import SourceText

/// Pieces that many rules write.
extension RewriteContext {
  /// `NAME(a, b, …)`, the name in the statement's case.
  func call(_ name: String, _ arguments: [[Piece]]) -> Output {
    Output(([.text(keyword(name) + "(")] + .joined(arguments, by: ", ") + [.text(")")]).compacted())
  }

  /// `CAST(value AS type)`, in the statement's case.
  func cast(_ value: [Piece], as type: String) -> [Piece] { [.text(keyword("CAST") + "(")] + value + [.text(cased(" AS " + type) + ")")] }
}
