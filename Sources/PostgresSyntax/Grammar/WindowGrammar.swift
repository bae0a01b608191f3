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
    parseClauseHoles()
    if accept(.partition) {
      try expect(.by)
      try parseExpressionList(role: .partition)
    }
    parseClauseHoles()
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
  /// `opt_frame_clause`.
  private mutating func parseFrame() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    let mode: NodeDetail = at(.rows) ? .rowsMode : at(.range) ? .rangeMode : .groupsMode
    advance()
    // A column may be called BETWEEN, though not here before BETWEEN.
    if at(.between, .between) { throw unexpected(at: peek(1)) }
    if peek(1).keyword != .and, accept(.between) {
      try parseFrameBound()
      try expect(.and)
      try parseFrameBound()
    } else {
      try parseFrameBound()
    }
    try checkFrame(from: mark)
    if accept(.exclude) { try parseExclusion() }
    finish(.windowFrame, from: mark, start: start)
    setDetail(mode)
  }

  /// `frame_extent`: which bounds cannot go together.
  private func checkFrame(from mark: Int) throws(SyntaxError) {
    let bounds = pending[mark...].map { nodes[Int($0)] }
    guard let first = bounds.first, let last = bounds.last else { return }
    if first.detail == .unboundedFollowing { throw failure("frame start cannot be UNBOUNDED FOLLOWING", range: first.range) }
    if bounds.count == 1 {
      if first.detail == .following { throw failure("frame starting from following row cannot end with current row", range: first.range) }
      return
    }
    if last.detail == .unboundedPreceding { throw failure("frame end cannot be UNBOUNDED PRECEDING", range: last.range) }
    if first.detail == .currentRow, last.detail == .preceding {
      throw failure("frame starting from current row cannot have preceding rows", range: last.range)
    }
    if first.detail == .following, last.detail == .preceding || last.detail == .currentRow {
      throw failure("frame starting from following row cannot have preceding rows", range: last.range)
    }
  }

  /// `frame_bound`.
  private mutating func parseFrameBound() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    let isUnbounded = at(.unbounded) && (peek(1).keyword == .preceding || peek(1).keyword == .following)
    var detail = NodeDetail.currentRow
    if isUnbounded || !at(.current, .row) {
      if isUnbounded {
        advance()
      } else {
        try parseExpression()
        role(.value)
      }
      let isPreceding = accept(.preceding)
      if !isPreceding { try expect(.following) }
      detail = isPreceding ? (isUnbounded ? .unboundedPreceding : .preceding) : isUnbounded ? .unboundedFollowing : .following
    } else {
      position += 2
    }
    finish(.frameBound, from: mark, start: start)
    setDetail(detail)
    role(.item)
  }

  /// `opt_window_exclusion_clause`, after EXCLUDE.
  private mutating func parseExclusion() throws(SyntaxError) {
    if accept(.current) { return try expect(.row) }
    if accept(.group) || accept(.ties) { return }
    try expect(.no)
    try expect(.others)
  }
}
