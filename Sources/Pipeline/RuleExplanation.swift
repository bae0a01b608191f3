import MySQLConversion

/// What `explain` says of a rule or finding.
package struct RuleExplanation: Sendable {
  package var id: String
  package var why: String
  /// PostgreSQL text in which it applies, or empty.
  package var example: String
  /// The manuals' sections that say so.
  package var manual: [String]

  /// Every rule and finding, sorted by id.
  package static let all: [RuleExplanation] = {
    let rules = RuleRegistry.all.map { RuleExplanation(id: $0.id, why: $0.help.why, example: $0.help.example, manual: $0.help.manual) }
    let others = (PipelineFinding.all + PipelineFinding.others).map { RuleExplanation(id: $0.id, why: $0.why, example: "", manual: []) }
    let known = Dictionary((rules + others).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return known.values.sorted { $0.id < $1.id }
  }()

  /// The first sentence.
  package var summary: String {
    let end = why.firstRange(of: ". ")?.lowerBound ?? why.endIndex
    let sentence = why[..<end]
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : String(sentence)
  }

  /// Ids that share a word or a beginning with a text.
  package static func near(_ text: String) -> [String] {
    let words = Set(text.lowercased().split(separator: "-"))
    return all.map(\.id).filter { id in
      !words.isDisjoint(with: id.split(separator: "-")) || (text.count >= 3 && id.hasPrefix(text.lowercased().prefix(3)))
    }.prefix(5).map { $0 }
  }
}
