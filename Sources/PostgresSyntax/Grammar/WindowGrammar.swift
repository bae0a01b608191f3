import SourceText

/// `window_clause`, `window_specification` and frames.
extension Grammar {
  /// `window_clause`.
  mutating func parseWindowClause() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseList(.item) { grammar throws(SyntaxError) in
      let (mark, start) = (grammar.mark, grammar.current.range.start)
      try grammar.parseColumnName()
      try grammar.expect(.as)
      try grammar.parseWindowSpecification(from: mark, start: start)
    }
    finish(.windowClause, from: mark, start: start)
  }

  /// `window_specification`; a name may be pending at `mark`.
  mutating func parseWindowSpecification(from mark: Int, start: Int) throws(SyntaxError) {
    try expect(.leftParenthesis)
    if atColumnName, !at(.partition), !at(.range), !at(.rows), !at(.groups) { leaf(.identifier, role: .base) }
    if accept(.partition) {
      try expect(.by)
      try parseExpressionList(role: .partition)
    }
    if at(.order) {
      try parseOrderBy()
      role(.orderByClause)
    }
    parseClauseHoles()
    if at(any: .range, .rows, .groups) {
      try parseFrame()
      role(.frame)
    }
    try expect(.rightParenthesis)
    finish(.windowDefinition, from: mark, start: start)
  }

  /// The ends of a frame in the order in which they lie.
  private enum FrameBound: Int {
    case unboundedPreceding, preceding, currentRow, following, unboundedFollowing
  }

  /// `opt_frame_clause`.
  private mutating func parseFrame() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    // A column may be called BETWEEN.
    if peek(1).keyword != .and, accept(.between) {
      let first = try parseFrameBound()
      try expect(.and)
      let last = try parseFrameBound()
      try checkFrame(first, last, ByteRange(start, end))
    } else {
      let first = try parseFrameBound()
      try checkFrame(first, .currentRow, ByteRange(start, end), isSingle: true)
    }
    if accept(.exclude) { try parseExclusion() }
    finish(.windowFrame, from: mark, start: start)
  }

  private func checkFrame(_ first: FrameBound, _ last: FrameBound, _ range: ByteRange, isSingle: Bool = false) throws(SyntaxError) {
    if first == .unboundedFollowing { throw failure("frame start cannot be UNBOUNDED FOLLOWING", range: range) }
    if isSingle {
      if first == .following { throw failure("frame starting from following row cannot end with current row", range: range) }
      return
    }
    if last == .unboundedPreceding { throw failure("frame end cannot be UNBOUNDED PRECEDING", range: range) }
    if first == .currentRow, last == .preceding {
      throw failure("frame starting from current row cannot have preceding rows", range: range)
    }
    if first == .following, last == .preceding || last == .currentRow {
      throw failure("frame starting from following row cannot have preceding rows", range: range)
    }
  }

  /// `frame_bound`.
  private mutating func parseFrameBound() throws(SyntaxError) -> FrameBound {
    let isUnbounded = at(.unbounded) && (peek(1).keyword == .preceding || peek(1).keyword == .following)
    if isUnbounded {
      advance()
    } else if accept(.current, .row) {
      return .currentRow
    } else {
      try parseExpression()
      role(.item)
    }
    if accept(.preceding) { return isUnbounded ? .unboundedPreceding : .preceding }
    try expect(.following)
    return isUnbounded ? .unboundedFollowing : .following
  }

  /// `opt_window_exclusion_clause`, after EXCLUDE.
  private mutating func parseExclusion() throws(SyntaxError) {
    if accept(.current) { return try expect(.row) }
    if accept(.group) || accept(.ties) { return }
    try expect(.no)
    try expect(.others)
  }
}
