import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Values of char(n): every form of them in MySQL is without trailing blanks, as MySQL gives its own CHAR columns.
///
/// So comparisons, lengths and casts to text, which leave trailing blanks out in PostgreSQL, are the same; where PostgreSQL heeds the
/// blanks (LIKE, regular expressions, concat, octet_length) they are put back.
enum PaddedText {
  /// The n of char(n); nil for bpchar without one.
  static func length(_ type: TypeReference) -> Int? { type.modifier >= 4 ? Int(type.modifier) - 4 : nil }

  static func stripped(_ text: String, to length: Int? = nil) -> String {
    var scalars = length.map { text.unicodeScalars.prefix($0) } ?? text.unicodeScalars[...]
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension RewriteContext {
  /// Whether a value may have trailing blanks that its place leaves out: a varchar that PostgreSQL coerces to char(n), and a column of char
  /// without a length, which MySQL keeps as text.
  func losesBlanks(_ node: NodeID) -> Bool {
    guard coercedFamily(of: node) == .blankPadded || family(of: node) == .blankPadded else { return false }
    switch tree[node].kind {
    case .columnReference:
      guard let type = type(of: node), !isStored(node) else { return false }
      guard catalog.family(of: type.oid) == .blankPadded else { return true }
      return PaddedText.length(type) == nil && columnSource(node)?.relation != nil
    case .stringLiteral, .typedLiteral, .nullLiteral, .placeholder: return false
    default: return family(of: node) == .text && !isStored(node)
    }
  }

  /// A text as PostgreSQL's functions of any type see it: char(n) with its blanks. Nil where it is no text, or its length is not known.
  mutating func paddedText(_ node: NodeID) -> Output? {
    switch family(of: node) {
    case .text: return convert(node)
    case .blankPadded:
      guard let length = type(of: node).flatMap(PaddedText.length) else { return nil }
      return fill(Template("RPAD({0}, \(length), ' ')"), with: [node])
    default: return nil
    }
  }
}
