import SourceText

/// The brackets of a file's code, paired; a hole of a literal counts as a pair of braces.
///
/// A closing bracket that fits no open one is passed over, an opening one that is never closed has no partner: broken
/// files give fewer pairs, never wrong nesting.
struct BracketMap: Sendable {
  struct Bracket: Sendable {
    /// Of its (first) byte.
    var position: Int
    /// `(`, `[` or `{` for either of the pair.
    var kind: UInt8
    var isOpening: Bool
    /// Position of the other one of the pair; -1 where there is none.
    var partner: Int
    /// Position of the opening bracket around this pair; -1 at the outermost level.
    var parent: Int
  }

  /// In order of position.
  let brackets: [Bracket]
  private let innermost: [Int]
  /// The ranges of code: everything outside comments and literals, and the holes of literals; in order.
  let code: [ByteRange]

  init(bytes: [UInt8], tokens: [HostToken], byStart: [Int]) {
    var builder = Builder(bytes: bytes, tokens: tokens, byStart: byStart)
    builder.run()
    let brackets = builder.brackets.sorted { $0.position < $1.position }
    self.brackets = brackets
    innermost = Self.innermostOpeners(of: brackets)
    code = builder.code.sorted()
  }

  /// For each bracket the index of the paired opening bracket that is innermost just behind it, -1 for none: looked up often, and
  /// climbing there each time would take quadratic time in a file of nothing but brackets.
  private static func innermostOpeners(of brackets: [Bracket]) -> [Int] {
    var open: [Int] = []
    return brackets.indices.map { index in
      let bracket = brackets[index]
      if bracket.partner >= 0 {
        if bracket.isOpening { open.append(index) } else if !open.isEmpty { open.removeLast() }
      }
      return open.last ?? -1
    }
  }

  /// The index of the first bracket at or after `offset`.
  private func index(from offset: Int) -> Int {
    var (low, high) = (0, brackets.count)
    while low < high {
      let middle = (low + high) / 2
      if brackets[middle].position < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bracket at exactly `offset`.
  func bracket(at offset: Int) -> Bracket? {
    let index = index(from: offset)
    return index < brackets.count && brackets[index].position == offset ? brackets[index] : nil
  }

  /// The innermost paired opening bracket around `offset`.
  func opener(around offset: Int) -> Bracket? {
    let index = index(from: offset)
    guard index > 0, innermost[index - 1] >= 0 else { return nil }
    return brackets[innermost[index - 1]]
  }

  /// Whether `offset` is in code, not in a comment or a literal's text.
  func isCode(_ offset: Int) -> Bool {
    var (low, high) = (0, code.count)
    while low < high {
      let middle = (low + high) / 2
      if code[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < code.count && code[low].contains(offset: offset)
  }
}

extension BracketMap {
  private struct Builder {
    let bytes: [UInt8]
    let tokens: [HostToken]
    let byStart: [Int]
    var brackets: [Bracket] = []
    var code: [ByteRange] = []

    /// The code of one level: the whole file, or one hole.
    private struct Region {
      var range: ByteRange
      /// Position of the hole's bracket, -1 for the file.
      var parent: Int
      /// Index in `byStart` of the first token that may lie in it.
      var firstToken: Int
    }

    mutating func run() {
      var regions = [Region(range: ByteRange(0, bytes.count), parent: -1, firstToken: 0)]
      while let region = regions.popLast() { scan(region, adding: &regions) }
    }

    private mutating func scan(_ region: Region, adding regions: inout [Region]) {
      var open: [Int] = []
      var at = region.range.start
      var next = region.firstToken
      while at < region.range.end {
        while next < byStart.count, tokens[byStart[next]].range.start < at { next += 1 }
        let token = next < byStart.count ? tokens[byStart[next]] : nil
        let gapEnd = min(token?.range.start ?? region.range.end, region.range.end)
        if gapEnd > at { code.append(ByteRange(at, gapEnd)) }
        scanGap(ByteRange(at, gapEnd), in: region, open: &open)
        guard let token, gapEnd < region.range.end else { return }
        for hole in token.holes {
          let parent = open.last.map { brackets[$0].position } ?? region.parent
          let (start, end) = (hole.range.start, hole.range.end - 1)
          brackets.append(Bracket(position: start, kind: UInt8(ascii: "{"), isOpening: true, partner: end, parent: parent))
          brackets.append(Bracket(position: end, kind: UInt8(ascii: "{"), isOpening: false, partner: start, parent: parent))
          regions.append(Region(range: hole.body, parent: start, firstToken: next + 1))
        }
        at = max(token.range.end, at + 1)
      }
    }

    private mutating func scanGap(_ gap: ByteRange, in region: Region, open: inout [Int]) {
      for position in gap.range {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
          let parent = open.last.map { brackets[$0].position } ?? region.parent
          open.append(brackets.count)
          brackets.append(Bracket(position: position, kind: byte, isOpening: true, partner: -1, parent: parent))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          close(byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : byte - 2, at: position, open: &open)
        default: break
        }
      }
    }

    /// Pairs a closing bracket with the innermost open one of its kind, unless that is far out.
    private mutating func close(_ kind: UInt8, at position: Int, open: inout [Int]) {
      guard let depth = open.suffix(8).lastIndex(where: { brackets[$0].kind == kind }) else { return }
      let opener = open[depth]
      open.removeSubrange(depth...)
      brackets[opener].partner = position
      brackets.append(
        Bracket(position: position, kind: kind, isOpening: false, partner: brackets[opener].position, parent: brackets[opener].parent))
    }
  }
}
