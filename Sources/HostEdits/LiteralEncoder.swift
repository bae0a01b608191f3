import HostLanguages

/// Writes run-time text into a string literal of a given form.
///
/// Sequences in `LiteralForm.mustEscape` and the closing delimiter get a backslash, but a single brace or per cent sign is doubled: it is
/// special to an f-string or to the format function that the literal is given to, not to the literal. A form without escapes
/// (`EscapeRules.none`) can hold everything else only as it is.
struct LiteralEncoder {
  /// A literal cannot hold this sequence.
  struct CannotHold: Error, Hashable { var sequence: String }

  /// What stands around the place that the text goes to, inside the literal and up to the end of its closing delimiter.
  struct Surroundings {
    /// The last bytes before it.
    var before: ArraySlice<UInt8> = []
    /// The first bytes after it.
    var after: ArraySlice<UInt8> = []
    /// Whether it is the first on its line of a text block.
    var startsLine = false
    /// Whether only blanks follow on its line of a text block.
    var endsLine = false
  }

  private let form: LiteralForm
  private let doubled: Set<UInt8>
  private let sequences: [[UInt8]]
  private let forbidden: [[UInt8]]
  private let lineEnd: [UInt8]

  /// - Parameters:
  ///   - delimiter: The bytes that close the literal, or none.
  ///   - lineEnd: How a line end is written where it may stand as itself.
  init(form: LiteralForm, delimiter: ArraySlice<UInt8>, lineEnd: [UInt8] = [0x0A]) {
    self.form = form
    self.lineEnd = lineEnd
    let doubledSigns: Set<String> = ["{", "}", "%"]
    doubled = Set(form.mustEscape.filter(doubledSigns.contains).flatMap(\.utf8))
    let escaped = form.mustEscape.filter { !doubledSigns.contains($0) }.map { Array($0.utf8) }
    let all = (escaped + [Array(delimiter)]).filter { !$0.isEmpty }
    sequences = form.escapes == .none ? [] : all
    forbidden = form.cannotHold.map { Array($0.utf8) }.filter { !$0.isEmpty } + (form.escapes == .none ? all : [])
  }

  /// The text as written in the literal.
  func encode(_ text: [UInt8], in surroundings: Surroundings = Surroundings()) throws(CannotHold) -> [UInt8] {
    try checkForbidden(text, surroundings)
    var result: [UInt8] = []
    for index in text.indices {
      if doubled.contains(text[index]) {
        result += [text[index], text[index]]
      } else if sequences.contains(where: { mustEscape($0, at: index, text, surroundings) }) {
        result += [UInt8(ascii: "\\"), text[index]]
      } else {
        result += try encode(text[index], at: index, text, surroundings)
      }
    }
    return result
  }

  // MARK: Sequences

  private func checkForbidden(_ text: [UInt8], _ surroundings: Surroundings) throws(CannotHold) {
    for sequence in forbidden {
      let whole: [UInt8] = Array(surroundings.before.suffix(sequence.count - 1)) + text + Array(surroundings.after.prefix(sequence.count - 1))
      // What stands around was legal before; only an occurrence that takes in new bytes counts.
      if !text.isEmpty, Self.contains(whole, sequence) { throw CannotHold(sequence: String(decoding: sequence, as: UTF8.self)) }
    }
  }

  private static func contains(_ bytes: [UInt8], _ sequence: [UInt8]) -> Bool {
    guard bytes.count >= sequence.count else { return false }
    return (0...(bytes.count - sequence.count)).contains { bytes[$0..<($0 + sequence.count)].elementsEqual(sequence) }
  }

  /// Whether the byte at `index` begins the sequence, or is the first new byte of one that begins before the text.
  private func mustEscape(_ sequence: [UInt8], at index: Int, _ text: [UInt8], _ surroundings: Surroundings) -> Bool {
    if text[index] == sequence[0] {
      let rest = text[index...].prefix(sequence.count)
      if (rest + surroundings.after.prefix(sequence.count - rest.count)).elementsEqual(sequence) { return true }
    }
    guard index == 0, sequence.count > 1 else { return false }
    return (1..<sequence.count).contains { cut in
      let new = text.prefix(sequence.count - cut)
      let after = surroundings.after.prefix(sequence.count - cut - new.count)
      return surroundings.before.suffix(cut).elementsEqual(sequence[..<cut]) && (new + after).elementsEqual(sequence[cut...])
    }
  }

  // MARK: Single bytes

  private func encode(_ byte: UInt8, at index: Int, _ text: [UInt8], _ surroundings: Surroundings) throws(CannotHold) -> [UInt8] {
    switch form.escapes {
    case .none:
      if byte == 0x0A, !form.isMultiline { throw CannotHold(sequence: "\n") }
      // Every language reads it as a line end, or drops it.
      if byte == 0x0D { throw CannotHold(sequence: "\r") }
      return byte == 0x0A ? lineEnd : [byte]
    case .java: return encodeJava(byte)
    case .javaTextBlock: return encodeTextBlock(byte, at: index, text, surroundings)
    case .python, .go, .javascript: return encodeCommon(byte)
    }
  }

  private func encodeCommon(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\\"): Array("\\\\".utf8)
    case 0x0A where form.isMultiline: lineEnd
    case 0x0A: Array("\\n".utf8)
    case 0x0D: Array("\\r".utf8)
    case 0x09: Array("\\t".utf8)
    case 0..<0x20, 0x7F: Array("\\x\(Self.hexadecimal(byte))".utf8)
    default: [byte]
    }
  }

  private func encodeJava(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\\"): Array("\\\\".utf8)
    case 0x0A: Array("\\n".utf8)
    case 0x0D: Array("\\r".utf8)
    case 0x09: Array("\\t".utf8)
    // Not \u00NN: Java reads that before it knows of literals, and a line end would end the literal.
    case 0..<0x20, 0x7F: Array("\\\(Self.octal(byte))".utf8)
    default: [byte]
    }
  }

  /// Blanks at either end of a line of a text block are layout, unless written `\s`.
  private func encodeTextBlock(_ byte: UInt8, at index: Int, _ text: [UInt8], _ surroundings: Surroundings) -> [UInt8] {
    guard byte == 0x20 else { return encodeJava(byte) }
    let isFirst = index == 0 && surroundings.startsLine
    let isLast = index == text.count - 1 && surroundings.endsLine
    return isFirst || isLast ? Array("\\s".utf8) : [byte]
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}
