import SourceText

/// A statement's text as PostgreSQL's extended protocol takes it: every placeholder written as `$n`, with the way back from the
/// server's offsets to the statement's own bytes.
struct ServerText: Hashable, Sendable {
  private struct Segment: Hashable, Sendable {
    var server: ByteRange
    var source: ByteRange
    var isVerbatim: Bool
  }

  let bytes: [UInt8]
  private let segments: [Segment]

  /// The text of a statement, or nil where the server cannot be asked: a hole has no text before the program runs, and a zero byte
  /// ends the text for the protocol.
  init?(_ text: SQLText) {
    guard !text.hasHoles, !text.bytes.contains(0) else { return nil }
    var bytes: [UInt8] = []
    var segments: [Segment] = []
    var position = 0
    func append(_ addition: some Sequence<UInt8>, from source: ByteRange, isVerbatim: Bool) {
      let start = bytes.count
      bytes += addition
      segments.append(Segment(server: ByteRange(start, bytes.count), source: source, isVerbatim: isVerbatim))
    }
    for atom in text.placeholders {
      guard let number = atom.parameter, atom.range.start >= position, atom.range.end <= text.bytes.count else { return nil }
      append(text.bytes[position..<atom.range.start], from: ByteRange(position, atom.range.start), isVerbatim: true)
      append("$\(number)".utf8, from: atom.range, isVerbatim: false)
      position = atom.range.end
      // `?a` or `%sAND` is one marker and a word to the driver; `$1AND` would be one broken token to the server.
      if position < text.bytes.count, Self.isWordByte(text.bytes[position]) {
        append([0x20], from: ByteRange(position, position), isVerbatim: false)
      }
    }
    append(text.bytes[position...], from: ByteRange(position, text.bytes.count), isVerbatim: true)
    (self.bytes, self.segments) = (bytes, segments)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The offset in the statement's own text of an offset in the server's.
  func sourceOffset(of offset: Int) -> Int {
    var (low, high) = (0, segments.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].server.start <= offset { low = middle } else { high = middle }
    }
    guard let segment = segments.indices.contains(low) ? segments[low] : nil else { return 0 }
    guard segment.isVerbatim else { return segment.source.start }
    return min(segment.source.start + max(offset - segment.server.start, 0), segment.source.end)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension SQLText {
  /// Whether some parameter is used more than once, by a style where the name alone ties the uses together.
  var repeatsNamedPlaceholder: Bool {
    var seen = Set<Int>()
    return placeholders.contains { atom in
      guard atom.name != nil, let number = atom.parameter else { return false }
      return !seen.insert(number).inserted
    }
  }

  /// The same text with every use of a named placeholder a parameter of its own, numbered in order of use.
  var withSeparatePlaceholders: SQLText {
    var number = 0
    return SQLText(
      bytes: bytes,
      atoms: atoms.map { atom in
        guard atom.kind == .placeholder else { return atom }
        number += 1
        var atom = atom
        atom.parameter = number
        return atom
      })
  }

  /// The same text with uses of one name merged where `types`, by the numbers of this text, are equal; numbered in order of first use.
  func mergingPlaceholders(ofEqualType types: [Int: UInt32]) -> SQLText {
    struct Key: Hashable {
      var name: String
      var type: UInt32
    }
    var numbers: [Key: Int] = [:]
    var next = 0
    return SQLText(
      bytes: bytes,
      atoms: atoms.map { atom in
        guard atom.kind == .placeholder, let number = atom.parameter else { return atom }
        var atom = atom
        if let name = atom.name, let type = types[number] {
          let key = Key(name: name, type: type)
          if let known = numbers[key] {
            atom.parameter = known
            return atom
          }
          numbers[key] = next + 1
        }
        next += 1
        atom.parameter = next
        return atom
      })
  }
}
