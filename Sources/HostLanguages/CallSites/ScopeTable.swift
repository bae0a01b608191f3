import SourceText

/// The blocks of a file: by braces, or by indentation.
struct ScopeTable {
  private let file: HostFile
  private let lines: [Line]

  private struct Line {
    var start: Int
    var indentation: Int
    /// Index of the line whose `def` or `class` it belongs to; -1 at file level.
    var owner: Int
  }

  init(file: HostFile) {
    self.file = file
    lines = file.language.blocksByIndentation ? Self.lines(of: file) : []
  }

  struct Scope: Hashable {
    var range: ByteRange
    /// Whether it is the whole file, or the body of a type.
    var isFile: Bool
  }

  /// The innermost block around `offset`; the whole file at its outermost level.
  func scope(at offset: Int) -> Scope {
    file.language.blocksByIndentation ? indentedScope(at: offset) : bracedScope(at: offset)
  }

  private var whole: Scope { Scope(range: ByteRange(0, file.bytes.count), isFile: true) }

  private func bracedScope(at offset: Int) -> Scope {
    var at = offset
    for _ in 0..<100 {
      guard let opener = file.brackets.opener(around: at) else { break }
      // The body of a class is where its fields are at home; a field is seen in the whole file.
      if opener.kind == UInt8(ascii: "{"), !isTypeBody(opener.position) {
        return Scope(range: ByteRange(opener.position, opener.partner + 1), isFile: false)
      }
      at = opener.position
    }
    return whole
  }

  private func isTypeBody(_ open: Int) -> Bool {
    var (at, words) = (open, 0)
    while at > 0, open - at < 300, words < 24 {
      at = file.skippingTrivia(before: at)
      let word = file.identifier(endingAt: at)
      if word.isEmpty {
        guard ",.<>?&".utf8.contains(file.byte(at: at - 1)) else { return false }
        at -= 1
      } else {
        if ["class", "interface", "record", "enum", "namespace"].contains(file.string(word)) { return true }
        at = word.start
        words += 1
      }
    }
    return false
  }

  // MARK: Indentation

  private static func lines(of file: HostFile) -> [Line] {
    var lines: [Line] = []
    var owners: [(line: Int, indentation: Int)] = []
    var at = 0
    while at < file.bytes.count {
      let start = at
      while at < file.bytes.count, file.bytes[at] == 0x20 || file.bytes[at] == 0x09 { at += 1 }
      let indentation = at - start
      let text = at
      at = file.bytes[at...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? file.bytes.count
      // Blank lines, and lines of literals and comments, tell nothing.
      guard text < file.bytes.count, !file.bytes[text].isWhiteSpace, file.brackets.isCode(text), file.brackets.opener(around: text) == nil else {
        continue
      }
      while let last = owners.last, last.indentation >= indentation { owners.removeLast() }
      lines.append(Line(start: start, indentation: indentation, owner: owners.last?.line ?? -1))
      if ["def ", "async def ", "class "].contains(where: { file.starts($0, at: text) }) { owners.append((lines.count - 1, indentation)) }
    }
    return lines
  }

  private func indentedScope(at offset: Int) -> Scope {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return whole }
    let owner = lines[low - 1].owner
    guard owner >= 0 else { return whole }
    var end = low
    while end < lines.count, lines[end].indentation > lines[owner].indentation { end += 1 }
    return Scope(range: ByteRange(lines[owner].start, end < lines.count ? lines[end].start : file.bytes.count), isFile: false)
  }
}
