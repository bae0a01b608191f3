import HostLanguages
import SourceText

/// What a rewrite asks of the host file: the edits, the texts they produce, and whether they lower the status.
package struct HostEditPlan: Hashable, Sendable {
  /// In order, without overlap, in bytes of the host file before any edit. Empty when nothing changes or `ceiling` is `manual`.
  package var edits: [TextEdit]
  /// The run-time text as the patched source will send it: the target driver's placeholders and escapes, holes as `⟦…⟧`.
  package var replacement: [UInt8]
  /// `replacement` without the driver's escapes: what decoding the patched file with the source driver gives.
  package var decoded: [UInt8]
  /// MySQL text with `?` for every placeholder and holes as in the source text.
  package var rewritten: [UInt8]
  /// For each `?` of `rewritten` the number of the original parameter.
  package var parameters: [Int]
  /// The texts of the call's parameters after the edits; nil when none is edited.
  package var arguments: [[UInt8]]?
  /// The text after the edits of an argument of the call that holds the values by name, with the argument's index; nil when none is edited.
  package var namedArgument: NamedArgument?
  /// The one of `edits` that has the file name a module; other statements of the file may have it in common.
  package var importEdit: TextEdit?
  /// The parameters whose values are passed as JSON once the edits are made, or are already.
  package var jsonParameters: Set<Int> = []
  /// Ranges are those of the original SQL text.
  package var findings: [Finding]
  /// The best status that the host code allows: nil for no limit, `review` or `manual`.
  package var ceiling: StatementStatus?

  package init(
    edits: [TextEdit] = [], replacement: [UInt8] = [], decoded: [UInt8] = [], rewritten: [UInt8] = [], parameters: [Int] = [],
    arguments: [[UInt8]]? = nil, findings: [Finding] = [], ceiling: StatementStatus? = nil
  ) {
    (self.edits, self.replacement, self.decoded, self.rewritten) = (edits, replacement, decoded, rewritten)
    (self.parameters, self.arguments, self.findings, self.ceiling) = (parameters, arguments, findings, ceiling)
  }

  /// An argument of a call as it reads after the edits.
  package struct NamedArgument: Hashable, Sendable {
    var index: Int
    var text: [UInt8]
  }

  /// The plan for a statement that is left alone, for whatever reason: no edit, no text of its own.
  package static func untouched(_ statement: EmbeddedStatement) -> HostEditPlan {
    HostEditPlan(
      replacement: statement.text.bytes, decoded: statement.text.bytes, rewritten: statement.text.bytes,
      parameters: statement.text.placeholders.compactMap(\.parameter))
  }

  /// Gives the rewrite up: no edit is left, and the finding says why.
  package mutating func refuse(_ finding: Finding) {
    edits = []
    (arguments, namedArgument, importEdit, jsonParameters) = (nil, nil, nil, [])
    ceiling = .manual
    findings.append(finding)
  }

  /// Keeps the rewrite but has a person judge it.
  package mutating func lower(_ finding: Finding) {
    ceiling = max(ceiling ?? .review, .review)
    findings.append(finding)
  }
}
