import PostgresSyntax

/// The rules in the order in which they are asked. A new rule is one line here.
package struct RuleRegistry: Sendable {
  package static let rules: [any ConversionRule.Type] = [
    // Sets
    OuterSetRule.self, SetColumnRule.self, FunctionTableRule.self, ArraySubqueryRule.self,
    // Names and values
    IdentifierRule.self, IntervalRule.self, PlaceholderRule.self, LiteralRule.self,
    // Expressions
    RangeRule.self, NetworkRule.self, UUIDRule.self, SessionValueRule.self, SequenceRule.self, AdvisoryLockRule.self, SettingRule.self, CatalogQuestionRule.self, FoldedValueRule.self, DigestRule.self, TrigramRule.self,
    ArrayOrderRule.self,
    EnumComparisonRule.self, IntervalComparisonRule.self, MoneyRule.self, ComparisonRule.self, DateArithmeticRule.self, ConcatenationRule.self, DivisionRule.self, ArithmeticRule.self,
    LikeRule.self, PredicateRule.self, AnyComparisonRule.self, DistinctFromRule.self,
    CurrentTimeRule.self, CastRule.self, ConditionalRule.self, GreatestLeastRule.self, TimeZoneRule.self, CollateRule.self, TrimRule.self,
    ExtractRule.self, HashRule.self, FuzzyMatchRule.self, OverlapsRule.self, DateBinRule.self, OrderedSetRule.self, IntervalAggregateRule.self, CollectingAggregateRule.self,
    RegressionRule.self, MeanRule.self, AggregateRule.self, ConcatFunctionRule.self, NumericFunctionRule.self, FunctionCallRule.self, FunctionTemplateRule.self,
    RegexRule.self, FormatFunctionRule.self, ArrayRule.self, ArrayFunctionRule.self,
    JSONAccessRule.self, JSONTestRule.self, JSONConstructionRule.self, JSONChangeRule.self, JSONPathRule.self,
    DateFormatRule.self, NumberFormatRule.self, TextToDateRule.self,
    SystemFunctionHelp.self, TextFunctionHelp.self,
    // Statements and clauses
    RankedQueryRule.self, QueryRule.self, SelectRule.self, GroupingRule.self, WindowRule.self, SetOperationRule.self, FromRule.self, WithRule.self, OrderByRule.self, LockingRule.self,
    InsertRule.self, OnConflictRule.self, AssignmentRule.self, UpdateRule.self, DeleteRule.self, ReturningRule.self, UtilityRule.self,
  ]

  /// Every rule's and finding's id with what there is to say of it, for `sqlferry explain`.
  package static let all: [FindingDescription] =
    (rules.map { FindingDescription($0.id, help: $0.help) } + FindingDescription.findings + FindingDescription.setFindings + FindingDescription.schemaFindings).sorted { $0.id < $1.id }

  /// By `NodeKind.rawValue`.
  private let byKind: [Candidates]

  package init() {
    var byKind = Array(repeating: Candidates(), count: NodeKind.allCases.count)
    for kind in NodeKind.allCases where Int(kind.rawValue) < byKind.count { byKind[Int(kind.rawValue)] = Candidates(for: kind, among: Self.rules) }
    self.byKind = byKind
  }

  /// Whether nodes of a kind are resolved to functions or operators, by whose names rules are chosen.
  static func hasNames(_ kind: NodeKind) -> Bool { kind == .functionCall || kind == .binaryOperation || kind == .unaryOperation }

  /// The rules to ask about a node of a kind, in order.
  ///
  /// - Parameter name: The function or operator that a call or operation was resolved to.
  func rules(for kind: NodeKind, named name: String?) -> [any ConversionRule] {
    let candidates = byKind[Int(kind.rawValue)]
    guard let name, let named = candidates.byName[name] else { return candidates.others }
    return named
  }
}

/// The rules of one kind of node.
private struct Candidates: Sendable {
  /// For each name that some rule takes: these rules, and those that look at any name.
  var byName: [String: [any ConversionRule]] = [:]
  var others: [any ConversionRule] = []

  init() {}

  init(for kind: NodeKind, among rules: [any ConversionRule.Type]) {
    let isNamed = RuleRegistry.hasNames(kind)
    for rule in rules where rule.kinds.contains(kind) {
      guard isNamed, let names = rule.names else {
        for name in byName.keys { byName[name]?.append(rule.init()) }
        others.append(rule.init())
        continue
      }
      for name in names { byName[name, default: others].append(rule.init()) }
    }
  }
}
