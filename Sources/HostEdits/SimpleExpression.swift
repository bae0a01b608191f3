/// Tells host expressions that may be written twice: names, field access, literals, an index of these, and their sums, products and
/// interpolations.
///
/// The same in all host languages; what it does not know it takes for a call.
enum SimpleExpression {
  static func isRepeatable(_ text: some Collection<UInt8>) -> Bool {
    var reader = Reader(bytes: Array(text), position: 0)
    return reader.readSum(depth: 0) && reader.position == reader.bytes.count
  }

  /// A list `[a, b]` of expressions that may be written twice: two lists, where only their content matters.
  static func isRepeatableList(_ text: some Collection<UInt8>) -> Bool {
    var reader = Reader(bytes: Array(text), position: 0)
    return reader.readList() && reader.position == reader.bytes.count
  }

  private struct Reader {
    var bytes: [UInt8]
    var position: Int

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }
    private func byte(after count: Int) -> UInt8? { position + count < bytes.count ? bytes[position + count] : nil }

    /// Reserved words that begin an expression with effects or a longer one.
    private static let words: Set<String> = ["await", "yield", "new", "lambda", "func", "function", "async", "delete", "typeof"]

    /// Operands joined by `+`, `-`, `*` and `/`, with blanks around these or none.
    mutating func readSum(depth: Int) -> Bool {
      guard depth < 8 else { return false }
      while true {
        guard readOperand(depth: depth) else { return false }
        let end = position
        skipBlanks()
        guard let sign = current, "+-*/".utf8.contains(sign) else {
          position = end
          return true
        }
        position += 1
        skipBlanks()
      }
    }

    private mutating func skipBlanks() { while let byte = current, byte <= 0x20 { position += 1 } }

    mutating func readList() -> Bool {
      guard readClosing(UInt8(ascii: "[")) else { return false }
      skipBlanks()
      if readClosing(UInt8(ascii: "]")) { return true }
      while readSum(depth: 1) {
        skipBlanks()
        if readClosing(UInt8(ascii: "]")) { return true }
        guard readClosing(UInt8(ascii: ",")) else { return false }
        skipBlanks()
      }
      return false
    }

    private mutating func readOperand(depth: Int) -> Bool {
      if current == UInt8(ascii: "-") || current == UInt8(ascii: "&") || current == UInt8(ascii: "*") { position += 1 }
      guard let first = current else { return false }
      if first == UInt8(ascii: "(") {
        position += 1
        return readSum(depth: depth + 1) && readClosing(UInt8(ascii: ")"))
      }
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return readString(first) }
      if first == UInt8(ascii: "`") { return readTemplate(opening: "${", quote: first, depth: depth) }
      if first == UInt8(ascii: "f"), let quote = byte(after: 1), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        position += 1
        return readTemplate(opening: "{", quote: quote, depth: depth)
      }
      if isDigit(first) { return readNumber() }
      guard readName() else { return false }
      return readSuffixes(depth: depth)
    }

    private mutating func readSuffixes(depth: Int) -> Bool {
      while let byte = current {
        switch byte {
        case UInt8(ascii: "."):
          position += 1
          guard readName() else { return false }
        case UInt8(ascii: "?") where self.byte(after: 1) == UInt8(ascii: "."):
          position += 2
          guard readName() else { return false }
        case UInt8(ascii: "!") where self.byte(after: 1) != UInt8(ascii: "="):
          position += 1
        case UInt8(ascii: "["):
          position += 1
          guard readSum(depth: depth + 1), readClosing(UInt8(ascii: "]")) else { return false }
        default:
          return true
        }
      }
      return true
    }

    private mutating func readName() -> Bool {
      let start = position
      while let byte = current, isLetter(byte) || (position > start && isDigit(byte)) { position += 1 }
      return position > start && !Self.words.contains(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func readNumber() -> Bool {
      while let byte = current, isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: ".") { position += 1 }
      return true
    }

    /// A plain literal on one line; a template or formatted one may hold calls.
    private mutating func readString(_ quote: UInt8) -> Bool {
      position += 1
      while let byte = current {
        position += 1
        if byte == quote { return true }
        if byte == UInt8(ascii: "\n") { return false }
        if byte == UInt8(ascii: "\\") { position += 1 }
      }
      return false
    }

    private mutating func readClosing(_ bracket: UInt8) -> Bool {
      guard current == bracket else { return false }
      position += 1
      return true
    }

    /// A template or formatted literal whose holes are such expressions.
    private mutating func readTemplate(opening: String, quote: UInt8, depth: Int) -> Bool {
      position += 1
      while let byte = current {
        if byte == quote {
          position += 1
          return true
        }
        if bytes[position...].starts(with: opening.utf8) {
          position += opening.utf8.count
          guard readSum(depth: depth + 1), readClosing(UInt8(ascii: "}")) else { return false }
          continue
        }
        if byte == UInt8(ascii: "\n"), quote != UInt8(ascii: "`") { return false }
        position += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      return false
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private func isLetter(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
  }
}
