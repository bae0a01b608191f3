import SourceText

/// `stmt`: which production a statement's first word chooses.
extension Grammar {
  /// One statement of any kind, up to its semicolon or the end.
  mutating func parseStatement() throws(SyntaxError) {
    if at(any: .with, .insert, .update, .delete, .merge) || atQueryStart || at(.values) || at(.leftParenthesis) {
      return try parsePreparable()
    }
    if atHole {
      var offset = 1
      while peek(offset).symbol == .hole { offset += 1 }
      switch peek(offset).keyword {
      case .select, .with, .values, .table, .insert, .update, .delete, .merge: return try parsePreparable()
      default: throw unexpected()
      }
    }
    try parseUtility()
  }
}
