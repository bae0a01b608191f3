import SourceText

/// How tightly a piece of MySQL text binds, by MySQL's grammar (`sql_yacc.yy`: expr, bool_pri, predicate, bit_expr, simple_expr).
package enum Precedence: Int, Comparable, Sendable {
  case or = 1, and, not
  /// `x IS TRUE`: an expr, so that it cannot be an operand of a comparison.
  case truthTest
  /// `a = b`, `a IS NULL`.
  case comparison
  /// `IN`, `BETWEEN`, `LIKE`.
  case predicate
  case bitOr, bitAnd, shift, additive, multiplicative, power
  case unary, collate, primary

  package static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}

/// The MySQL form of a node and how tightly it binds.
package struct Output: Sendable {
  package var pieces: [Piece]
  package var precedence: Precedence

  package init(_ pieces: [Piece], _ precedence: Precedence = .primary) {
    (self.pieces, self.precedence) = (pieces, precedence)
  }

  package init(_ text: String, _ precedence: Precedence = .primary) { self.init([.text(text)], precedence) }

  /// The pieces, in parentheses where they bind less tightly than `required`.
  package func parenthesized(below required: Precedence) -> [Piece] {
    precedence < required ? [.text("(")] + pieces + [.text(")")] : pieces
  }
}

extension [Piece] {
  /// The lists with a separator between them.
  package static func joined(_ lists: [[Piece]], by separator: String) -> [Piece] {
    var result: [Piece] = []
    for (index, list) in lists.enumerated() {
      if index > 0 { result.append(.text(separator)) }
      result += list
    }
    return result
  }

  /// Neighbouring pieces of the same sort made one; empty ones dropped.
  package func compacted() -> [Piece] {
    var result: [Piece] = []
    for piece in self {
      switch (result.last, piece) {
      case (_, .text("")): continue
      case (_, .source(let range)) where range.isEmpty: continue
      case (.text(let a)?, .text(let b)): result[result.count - 1] = .text(a + b)
      case (.source(let a)?, .source(let b)) where a.end == b.start: result[result.count - 1] = .source(ByteRange(a.start, b.end))
      default: result.append(piece)
      }
    }
    return result
  }
}
