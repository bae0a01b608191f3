import MySQLTarget
import SourceText

/// Brings text that rules write for MySQL's default modes into the modes of the target's session.
///
/// Names need nothing, since backticks quote in every mode; the operator `||` and LIKE's escape character are their rules' business.
enum SQLModeText {
  /// The pieces with their new text written for some modes; nil where a string literal does not end in its piece.
  static func adapted(_ pieces: [Piece], to modes: SQLModes) -> [Piece]? {
    guard modes.contains(.noBackslashEscapes) else { return pieces }
    var result: [Piece] = []
    for piece in pieces {
      guard case .text(let text) = piece, text.contains("\\") else {
        result.append(piece)
        continue
      }
      guard let plain = withoutEscapes(text) else { return nil }
      result.append(.text(plain))
    }
    return result
  }

  /// The text with every escape sequence in its string literals replaced by what it stands for.
  private static func withoutEscapes(_ text: String) -> String? {
    var result = ""
    var quote: Unicode.Scalar?
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar == "\\", let mark = quote, mark != "`" {
        guard let escaped = scalars.next() else { return nil }
        result += meaning(of: escaped, in: mark)
        continue
      }
      if let mark = quote { if scalar == mark { quote = nil } } else if "'\"`".unicodeScalars.contains(scalar) { quote = scalar }
      result.unicodeScalars.append(scalar)
    }
    return quote == nil ? result : nil
  }

  /// MySQL's manual: "String Literals", table of escape sequences.
  private static func meaning(of escaped: Unicode.Scalar, in mark: Unicode.Scalar) -> String {
    switch escaped {
    case "0": "\0"
    case "b": "\u{8}"
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "Z": "\u{1A}"
    case "%", "_": "\\" + String(escaped)
    case mark: String(mark) + String(mark)
    default: String(escaped)
    }
  }
}
