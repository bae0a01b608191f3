import PostgresSyntax

/// What `sqlferry explain` says of a rule or finding.
package struct RuleHelp: Hashable, Sendable {
  /// What becomes of the construct and where the two servers differ.
  package var why: String
  /// PostgreSQL text in which the rule applies.
  package var example: String
  /// The sections of the two manuals that say so.
  package var manual: [String]

  package init(why: String, example: String = "", manual: [String] = []) {
    (self.why, self.example, self.manual) = (why, example, manual)
  }
}

/// A rewriting of some kinds of nodes. One rule (family) is one file and one line in `RuleRegistry`.
package protocol ConversionRule: Sendable {
  /// Stable, lower case with hyphens.
  static var id: String { get }
  static var help: RuleHelp { get }
  /// The kinds of nodes it looks at.
  static var kinds: [NodeKind] { get }
  /// The functions and operators that it takes, by their names in the catalog; nil where it looks at any. It is not asked about calls and
  /// operations that were resolved to others, or not at all.
  static var names: Set<String>? { get }

  init()

  /// The MySQL form of a node, or nil when the node is none of this rule's business: then the next rule of its kind is asked.
  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output?
}

extension ConversionRule {
  package static var names: Set<String>? { nil }
}

/// A finding that no single rule owns, for the listing.
package struct FindingDescription: Hashable, Sendable {
  /// As it stands in `Finding.rule`.
  package var id: String
  /// What there is to say of it.
  package var help: RuleHelp

  package init(_ id: String, _ why: String, example: String = "") { self.init(id, help: RuleHelp(why: why, example: example)) }

  package init(_ id: String, help: RuleHelp) { (self.id, self.help) = (id, help) }
}
