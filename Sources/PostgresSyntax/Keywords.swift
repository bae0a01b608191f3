/// PostgreSQL's keywords as data: which words there are and where each can stand as a name.
package enum Keywords {
  /// What a keyword may name without quotes ("SQL Key Words" in the manual's appendix).
  package enum Class: UInt8, Hashable, Sendable {
    /// Any name.
    case unreserved
    /// A column or table, no function or type.
    case columnName
    /// A function or type, no column or table.
    case typeOrFunctionName
    /// Only a label after AS or a name after a dot.
    case reserved
  }

  /// The keyword that a word is, in any case of its letters; nil for other words.
  package static func keyword(_ word: String) -> Keyword? { KeywordIndex.shared.keyword(Array(word.utf8)[...]) }

  /// Whether a word, in any case of its letters, is reserved: no column, table, type or function can have it as an unquoted name.
  package static func isReserved(_ word: String) -> Bool { keyword(word)?.class == .reserved }
}

extension Keyword {
  /// Where the word can stand as a name.
  package var `class`: Keywords.Class { KeywordIndex.shared.classes[Int(rawValue)] }

  /// Whether the word can be a column label without AS.
  package var isBareLabel: Bool { KeywordIndex.shared.bareLabels[Int(rawValue)] }

  /// The word in lower case.
  package var word: String { KeywordIndex.shared.words[Int(rawValue)] }
}

/// The keyword table decoded once, with a hash table over the words.
struct KeywordIndex: Sendable {
  static let shared = KeywordIndex(table: Keywords.table)

  let words: [String]
  let classes: [Keywords.Class]
  let bareLabels: [Bool]
  /// The length of the longest word.
  let longest: Int
  /// All words' bytes in a row, and where each starts.
  private let text: [UInt8]
  private let starts: [Int]
  /// Open addressing: keyword number plus one, 0 for a free slot.
  private let slots: [UInt16]
  private static let slotCount = 2048

  init(table: String) {
    var words: [String] = []
    var classes: [Keywords.Class] = []
    var bareLabels: [Bool] = []
    var text: [UInt8] = []
    var starts: [Int] = [0]
    var slots = [UInt16](repeating: 0, count: Self.slotCount)
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count >= 2 else { continue }
      words.append(String(fields[0]))
      classes.append(Self.class(code: fields[1]))
      bareLabels.append(fields.count == 3)
      text += fields[0].utf8
      starts.append(text.count)
      var slot = Self.slot(Self.hash(Array(fields[0].utf8)[...]))
      while slots[slot] != 0 { slot = Self.slot(slot &+ 1) }
      slots[slot] = UInt16(words.count)
    }
    (self.words, self.classes, self.bareLabels, self.text) = (words, classes, bareLabels, text)
    (self.starts, self.slots, longest) = (starts, slots, words.map(\.utf8.count).max() ?? 0)
  }

  private static func `class`(code: Substring) -> Keywords.Class {
    switch code {
    case "U": .unreserved
    case "C": .columnName
    case "T": .typeOrFunctionName
    default: .reserved
    }
  }

  private static func slot(_ hash: Int) -> Int { hash & (slotCount - 1) }

  private static func hash(_ word: ArraySlice<UInt8>) -> Int {
    word.reduce(0) { combine($0, $1) }
  }

  /// One step of the hash over a word's bytes; letters count in lower case.
  @inline(__always) static func combine(_ hash: Int, _ byte: UInt8) -> Int { hash &* 31 &+ Int(byte | 0x20) }

  func keyword(_ word: ArraySlice<UInt8>) -> Keyword? {
    keyword(in: Array(word), from: 0, to: word.count, hash: Self.hash(word))
  }

  /// The keyword that `bytes[start..<end]` is; `hash` is `combine`d over those bytes.
  func keyword(in bytes: [UInt8], from start: Int, to end: Int, hash: Int) -> Keyword? {
    let length = end - start
    guard length <= longest else { return nil }
    var slot = Self.slot(hash)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if starts[index + 1] - starts[index] == length, matches(bytes, at: start, word: index) {
        return Keyword(rawValue: UInt16(index))
      }
      slot = Self.slot(slot &+ 1)
    }
    return nil
  }

  private func matches(_ bytes: [UInt8], at start: Int, word: Int) -> Bool {
    let base = starts[word]
    for offset in 0..<(starts[word + 1] - base) {
      let byte = bytes[start + offset]
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if folded != text[base + offset] { return false }
    }
    return true
  }
}
