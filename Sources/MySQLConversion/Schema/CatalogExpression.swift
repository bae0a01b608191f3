/// An expression of a default, check, index or generated column, as the catalog prints it.
///
/// PostgreSQL prints these with every cast and nearly every parenthesis written out (`pg_get_expr`), so they need far less grammar than
/// statements do. What this type has no case for is not understood, and so declined.
indirect enum CatalogExpression: Hashable, Sendable {
  case column(String)
  case string(String)
  case number(String)
  case boolean(Bool)
  case null
  case cast(CatalogExpression, CatalogTypeName)
  /// `-`, `+` or another prefix operator.
  case prefix(String, CatalogExpression)
  case binary(String, CatalogExpression, CatalogExpression)
  case and([CatalogExpression])
  case or([CatalogExpression])
  case not(CatalogExpression)
  case isNull(CatalogExpression, negated: Bool)
  /// IS TRUE, IS FALSE, IS UNKNOWN: the word in upper case.
  case isTruth(CatalogExpression, String, negated: Bool)
  case isDistinct(CatalogExpression, CatalogExpression, negated: Bool)
  case between(CatalogExpression, CatalogExpression, CatalogExpression, negated: Bool)
  case inList(CatalogExpression, [CatalogExpression], negated: Bool)
  /// `left operator ANY (right)` or ALL.
  case quantified(CatalogExpression, String, CatalogExpression, isAll: Bool)
  case array([CatalogExpression])
  case call(CatalogFunctionName, [CatalogExpression])
  /// CURRENT_DATE and its like, the word in lower case, with a precision.
  case valueFunction(String, Int?)
  case caseWhen(CatalogExpression?, [CatalogExpression.Branch], else: CatalogExpression?)
  /// The field in lower case.
  case extract(String, CatalogExpression)
  /// BOTH, LEADING or TRAILING in lower case; the characters, nil for spaces.
  case trim(String, CatalogExpression?, CatalogExpression)
  case atTimeZone(CatalogExpression, CatalogExpression)
  case collate(CatalogExpression, String)

  struct Branch: Hashable, Sendable {
    var condition: CatalogExpression
    var result: CatalogExpression
  }
}

struct CatalogFunctionName: Hashable, Sendable {
  /// Nil where the name is unqualified.
  var schema: String?
  var name: String
}

struct CatalogTypeName: Hashable, Sendable {
  var schema: String?
  /// The catalog's spelling (`int4`, `varchar`), not the grammar's.
  var name: String
  var modifiers: [Int] = []
  var isArray = false
}

/// Why an expression is not converted: one clause for a finding, as "calls the function f".
struct NotConvertible: Error, Hashable {
  var reason: String
  /// What to do about it, where that is not the same for all.
  var help: String?

  init(_ reason: String, help: String? = nil) { (self.reason, self.help) = (reason, help) }
}

extension CatalogExpression {
  /// The names of the columns that it reads.
  var columns: Set<String> {
    var found = Set<String>()
    visit { if case .column(let name) = $0 { found.insert(name) } }
    return found
  }

  /// Every part of it, itself first.
  func visit(_ body: (CatalogExpression) -> Void) {
    var pending = [self]
    while let next = pending.popLast() {
      body(next)
      pending += next.operands
    }
  }

  private var operands: [CatalogExpression] {
    switch self {
    case .column, .string, .number, .boolean, .null, .valueFunction: []
    case .cast(let a, _), .prefix(_, let a), .not(let a), .isNull(let a, _), .isTruth(let a, _, _), .extract(_, let a), .collate(let a, _): [a]
    case .binary(_, let a, let b), .isDistinct(let a, let b, _), .quantified(let a, _, let b, _), .atTimeZone(let a, let b): [a, b]
    case .between(let a, let b, let c, _): [a, b, c]
    case .and(let list), .or(let list), .array(let list), .call(_, let list): list
    case .inList(let a, let list, _): [a] + list
    case .caseWhen(let a, let branches, let last): [a, last].compactMap { $0 } + branches.flatMap { [$0.condition, $0.result] }
    case .trim(_, let a, let b): [a, b].compactMap { $0 }
    }
  }
}
