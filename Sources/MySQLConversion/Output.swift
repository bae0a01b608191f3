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
  /// Most nodes keep their text: then there is no list to make.
  private enum Form: Sendable {
    case source(ByteRange)
    case pieces([Piece])
  }

  private var form: Form
  package var precedence: Precedence

  package var pieces: [Piece] {
    switch form {
    case .source(let range): [.source(range)]
    case .pieces(let pieces): pieces
    }
  }

  /// The source's text that it is, where it is that and nothing more.
  var source: ByteRange? { if case .source(let range) = form { range } else { nil } }

  package init(_ pieces: [Piece], _ precedence: Precedence = .primary) { (form, self.precedence) = (.pieces(pieces), precedence) }

  /// The source's own text.
  init(source range: ByteRange, _ precedence: Precedence = .primary) { (form, self.precedence) = (.source(range), precedence) }

  package init(_ text: String, _ precedence: Precedence = .primary) { self.init([.text(text)], precedence) }

  /// The pieces, in parentheses where they bind less tightly than `required`.
  package func parenthesized(below required: Precedence) -> [Piece] {
    precedence < required ? [.text("(")] + pieces + [.text(")")] : pieces
  }
}

extension [Piece] {
  /// One more piece, joined with the last where both are of the same sort and neighbours.
  mutating func add(_ piece: Piece) {
    if piece.isEmpty { return }
    switch piece {
    case .source(let range):
      guard case .source(let before)? = last, before.end == range.start else { break }
      self[count - 1] = .source(ByteRange(before.start, range.end))
      return
    case .text(let text):
      guard case .text(let before)? = last else { break }
      self[count - 1] = .text(before + text)
      return
    case .placeholder: break
    }
    append(piece)
  }

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
    if count < 2 { return allSatisfy(\.isEmpty) ? [] : self }
    var result: [Piece] = []
    result.reserveCapacity(count)
    for piece in self { result.add(piece) }
    return result
  }
}

extension Piece {
  /// Whether nothing is to write.
  fileprivate var isEmpty: Bool {
    switch self {
    case .source(let range): range.isEmpty
    case .text(let text): text.isEmpty
    case .placeholder: false
    }
  }
}
