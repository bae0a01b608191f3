/// Text from scanned files made safe for a terminal, and colours.
package enum TerminalText {
  /// The text with every control character shown as an escape (`\x1b`), so that it can neither move the cursor nor reorder what is read.
  ///
  /// Line ends and tabs stay unless `onOneLine`; bytes that are not UTF-8 become U+FFFD.
  package static func safe(_ text: some StringProtocol, onOneLine: Bool = false) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09:
        if onOneLine { result.append(" ") } else { result.append(scalar) }
      case 0..<0x20, 0x7F..<0xA0: result.append(contentsOf: escape(scalar, "\\x", digits: 2))
      // Marks that reorder text, line separators, and the byte order mark.
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: result.append(contentsOf: escape(scalar, "\\u", digits: 4))
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  package static func safe(_ bytes: some Collection<UInt8>) -> String { safe(String(decoding: bytes, as: UTF8.self)) }

  /// The start of a text on one line, runs of white space taken as one blank, cut with an ellipsis.
  ///
  /// - Parameter limit: The greatest count of characters.
  package static func excerpt(_ text: some StringProtocol, limit: Int) -> String {
    var words = ""
    // Enough to fill the line: the whole of a long text need not be looked at.
    for word in text.unicodeScalars.prefix(limit * 8 + 64).split(whereSeparator: { $0 == " " || (0x09...0x0D).contains($0.value) }) {
      if !words.isEmpty { words += " " }
      words += String(String.UnicodeScalarView(word))
      if words.count > limit { break }
    }
    let clean = safe(words, onOneLine: true)
    return clean.count > limit ? String(clean.prefix(limit - 1)) + "…" : clean
  }

  private static func escape(_ scalar: Unicode.Scalar, _ prefix: String, digits: Int) -> String.UnicodeScalarView {
    let number = String(scalar.value, radix: 16)
    return (prefix + String(repeating: "0", count: max(0, digits - number.count)) + number).unicodeScalars
  }
}

/// How a piece of text looks on a terminal; plain where colours are off.
package struct TerminalStyle: Hashable, Sendable {
  package enum Look: String, Hashable, Sendable {
    case bold = "1", dim = "2", red = "31", green = "32", yellow = "33", blue = "34", cyan = "36"
  }

  package var usesColour: Bool
  package init(usesColour: Bool) { self.usesColour = usesColour }

  package func callAsFunction(_ text: String, _ look: Look) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Whether to use colours: not when told so by an option or `NO_COLOR`, nor when the output is no terminal.
  package static func isWanted(option: Bool, environment: [String: String], isTerminal: Bool) -> Bool {
    option && isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }
}

extension Severity {
  package var look: TerminalStyle.Look {
    switch self {
    case .info: .blue
    case .warning: .yellow
    case .error: .red
    }
  }
}

extension StatementStatus {
  package var look: TerminalStyle.Look {
    switch self {
    case .unchanged: .dim
    case .converted: .green
    case .review: .yellow
    case .manual, .invalid: .red
    }
  }
}
