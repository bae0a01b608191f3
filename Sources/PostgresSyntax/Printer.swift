import SourceText

/// Reprinting a tree as PostgreSQL's SQL.
extension SyntaxTree {
  /// The statement with parentheses around every operation, set operand and join, so that nothing is left to precedence. Flat chains of
  /// AND and OR stay flat. What the tree does not take apart is printed as it stands, comments too.
  package func fullyParenthesised() -> String {
    var opening: [Int: Int] = [:]
    var closing: [Int: Int] = [:]
    for node in nodes where isParenthesised(node) {
      opening[node.range.start, default: 0] += 1
      closing[node.range.end, default: 0] += 1
    }
    let range = self[root].range
    var result: [UInt8] = []
    result.reserveCapacity(range.count + 2 * opening.count)
    for offset in range.start...range.end {
      if let count = closing[offset] { result += repeatElement(UInt8(ascii: ")"), count: count) }
      if let count = opening[offset] { result += repeatElement(UInt8(ascii: "("), count: count) }
      if offset < range.end, offset < text.bytes.count { result.append(text.bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func isParenthesised(_ node: Node) -> Bool {
    switch node.kind {
    case .unaryOperation, .binaryOperation, .and, .or, .not, .isNull, .isTrue, .isFalse, .isUnknown, .isDistinctFrom, .isOther, .between,
      .inList, .inSubquery, .like, .ilike, .similarTo, .anyComparison, .allComparison, .overlaps, .typeCast, .atTimeZone, .collate:
      node.parent >= 0
    case .selectClause, .valuesClause, .tableClause, .setOperation: node.role == .left || node.role == .right
    case .join: node.role == .left || node.role == .right || node.role == .item
    default: false
    }
  }
}
