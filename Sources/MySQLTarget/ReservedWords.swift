/// Which names MySQL takes without backticks, and how to write those that it does not.
///
/// Rules: "Schema Object Names", "Keywords and Reserved Words" and "Function Name Parsing and Resolution" of MySQL's manual.
package enum ReservedWords {
  /// Where a name stands; MySQL's grammar refuses some words that are not reserved in one place only.
  package enum Position: Hashable, Sendable, CaseIterable {
    /// A table, column, alias or other name that no other case describes.
    case anywhere
    /// Directly after the period of a qualified name: no word needs quotes there.
    case afterPeriod
    /// A name that the parenthesis of a column list may follow: INSERT's table, a CTE with columns, CREATE TABLE.
    case beforeParenthesis
    /// A name read as a column without a qualifier.
    case columnReference
    /// A result column's name, with or without AS.
    case columnLabel
    /// The name of a common table expression.
    case commonTable
  }

  /// Whether MySQL's grammar of that version reserves the word; its letter case does not matter.
  package static func isReserved(_ word: String, target: Target) -> Bool {
    let word = word.lowercased()
    if always.contains(word) { return true }
    return sometimes[word]?.contains(target.version) ?? false
  }

  /// Whether the name must be quoted to mean itself on the target.
  ///
  /// Quoting more names than these is never wrong.
  package static func needsQuoting(_ name: String, at position: Position = .anywhere, target: Target) -> Bool {
    guard isPlainIdentifier(name) else { return true }
    if position == .afterPeriod { return false }
    let word = name.lowercased()
    if isReserved(word, target: target) || isCharacterSetIntroducer(word) { return true }
    return wordsByPosition[position]?.contains(word) ?? false
  }

  /// Whether the text of a name is in lower case without quotes and needs none on any version: the usual case, told without decoding it.
  ///
  /// False says nothing; `needsQuoting` decides then.
  package static func isPlain(_ name: ArraySlice<UInt8>, at position: Position = .anywhere) -> Bool {
    guard let first = name.first, (0x61...0x7A).contains(first), name.count <= maximumLength else { return false }
    for byte in name where !((0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F) { return false }
    return position == .afterPeriod || !words.contains(String(decoding: name, as: UTF8.self))
  }

  /// Every word that some version reserves, or refuses in some place.
  private static let words = always.union(sometimes.keys).union(wordsByPosition.values.joined())

  /// The name in backticks, as MySQL always accepts it.
  ///
  /// - Parameter mark: `"` under ANSI_QUOTES, where it does the same.
  package static func quoted(_ name: String, by mark: Character = "`") -> String {
    "\(mark)" + name.split(separator: mark, omittingEmptySubsequences: false).joined(separator: "\(mark)\(mark)") + "\(mark)"
  }

  /// The name bare where that means the same, else in backticks.
  package static func written(_ name: String, at position: Position = .anywhere, target: Target) -> String {
    needsQuoting(name, at: position, target: target) ? quoted(name) : name
  }

  /// The longest name of a table, column, index or constraint, in characters; an alias may have 256.
  package static let maximumLength = 64

  /// Why not even quotes make the text a name on MySQL; nil for a usable name.
  package static func objection(to name: String) -> NameObjection? {
    if name.isEmpty { return .empty }
    if name.unicodeScalars.contains(where: { $0.value == 0 }) { return .null }
    if name.unicodeScalars.contains(where: { $0.value > 0xFFFF }) { return .supplementaryCharacter }
    if name.unicodeScalars.last == " " { return .trailingSpace }
    if name.unicodeScalars.count > maximumLength { return .tooLong }
    return nil
  }

  /// What makes a text no name; the raw value completes a sentence.
  package enum NameObjection: String, Hashable, Sendable {
    case empty = "it is empty"
    case null = "it holds U+0000"
    case supplementaryCharacter = "it holds a character beyond U+FFFF"
    case trailingSpace = "it ends with a space"
    case tooLong = "it is longer than 64 characters"
  }

  /// Letters, digits, `$`, `_` and U+0080 to U+FFFF, not beginning with a digit or `$`.
  ///
  /// MySQL also takes `1a`, but reads `1e5` as a number, and a leading `$` is deprecated since 8.0.32: quotes avoid both.
  private static func isPlainIdentifier(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first), first != "$" else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "$", "_", "\u{80}"..."\u{FFFF}": true
      default: false
      }
    }
  }

  /// `_utf8mb4` and the like are read as the introducer of a string ("Character Set Introducers").
  private static func isCharacterSetIntroducer(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "_") && characterSets.contains(String(word.dropFirst()))
  }
}
