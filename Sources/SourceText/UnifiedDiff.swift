/// Unified diffs that `git apply` and `patch -p1` accept, for files of any encoding and line ending.
///
/// The header is the traditional one (`---`, `+++`) without a `diff --git` line: git takes the paths of such a patch as
/// relative to the folder where it runs, so the same patch works at the top of a repository and in a folder of it.
package enum UnifiedDiff {
  /// Lines of context around a change.
  package static let context = 3

  /// The diff of one file, or nothing when both texts are equal.
  ///
  /// - Parameters:
  ///   - old: The old text; nil for a file that the patch creates.
  ///   - new: The new text; nil for a file that the patch removes.
  ///   - path: Relative to the folder where the patch will be applied, with `/`.
  package static func make(old: [UInt8]?, new: [UInt8]?, path: String) -> [UInt8] {
    guard old != new else { return [] }
    let (oldLines, newLines) = (lines(of: old ?? []), lines(of: new ?? []))
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let diff = LineDiff(old: oldLines.map(number), new: newLines.map(number))
    var output = header("---", old == nil ? nil : "a/" + path) + header("+++", new == nil ? nil : "b/" + path)
    for hunk in hunks(diff.matches, oldCount: oldLines.count, newCount: newLines.count) {
      write(hunk, oldLines, newLines, to: &output)
    }
    return output
  }

  /// The lines of a text with their line ends; only LF ends a line, as in patch files.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      result.append(text[start...index])
      start = index + 1
    }
    if start < text.count { result.append(text[start...]) }
    return result
  }
}

// MARK: Hunks

extension UnifiedDiff {
  /// A stretch of both texts; `matches` are the runs of equal lines inside, in order.
  struct Hunk: Hashable {
    var old: Range<Int>
    var new: Range<Int>
    var matches: [LineDiff.Match]
  }

  /// Each difference with its context; two that are no more than twice the context apart share a hunk.
  static func hunks(_ matches: [LineDiff.Match], oldCount: Int, newCount: Int) -> [Hunk] {
    var result: [Hunk] = []
    var (old, new) = (0, 0)  // where the last run of equal lines ended
    var pending: Hunk?
    for match in matches + [LineDiff.Match(old: oldCount, new: newCount, count: 0)] {
      let (oldEnd, newEnd) = (match.old + match.count, match.new + match.count)
      if match.old > old || match.new > new {
        var hunk = pending ?? Hunk(old: old..<old, new: new..<new, matches: [])
        let isLast = oldEnd == oldCount && newEnd == newCount
        let kept = isLast || match.count > 2 * context ? min(context, match.count) : match.count
        hunk.matches.append(LineDiff.Match(old: match.old, new: match.new, count: kept))
        hunk.old = hunk.old.lowerBound..<(match.old + kept)
        hunk.new = hunk.new.lowerBound..<(match.new + kept)
        if isLast || kept < match.count {
          result.append(hunk)
          pending = leading(oldEnd, newEnd, count: match.count)
        } else {
          pending = hunk
        }
      } else if match.count > 0 {
        pending = leading(oldEnd, newEnd, count: match.count)
      }
      (old, new) = (oldEnd, newEnd)
    }
    return result
  }

  /// A hunk that begins with the last lines of a run of equal ones.
  private static func leading(_ oldEnd: Int, _ newEnd: Int, count: Int) -> Hunk {
    let before = min(context, count)
    return Hunk(
      old: (oldEnd - before)..<oldEnd, new: (newEnd - before)..<newEnd,
      matches: [LineDiff.Match(old: oldEnd - before, new: newEnd - before, count: before)])
  }

  private static func write(
    _ hunk: Hunk, _ oldLines: [ArraySlice<UInt8>], _ newLines: [ArraySlice<UInt8>], to output: inout [UInt8]
  ) {
    output += "@@ -\(position(hunk.old)) +\(position(hunk.new)) @@\n".utf8
    var (old, new) = (hunk.old.lowerBound, hunk.new.lowerBound)
    for match in hunk.matches + [LineDiff.Match(old: hunk.old.upperBound, new: hunk.new.upperBound, count: 0)] {
      while old < match.old {
        write("-", oldLines[old], to: &output)
        old += 1
      }
      while new < match.new {
        write("+", newLines[new], to: &output)
        new += 1
      }
      for index in match.old..<(match.old + match.count) { write(" ", oldLines[index], to: &output) }
      (old, new) = (match.old + match.count, match.new + match.count)
    }
  }

  private static func write(_ mark: Character, _ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output += String(mark).utf8
    output += line
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
  }

  /// `start,count`; an empty range is written after the line before it.
  private static func position(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }
}

// MARK: Paths

extension UnifiedDiff {
  private static func header(_ mark: String, _ path: String?) -> [UInt8] {
    guard let path else { return Array("\(mark) /dev/null\n".utf8) }
    let quoted = quoting(path)
    // A tab ends a name with blanks; without it both programs take the rest after a blank for a time.
    let end = quoted.contains(" ") && !quoted.hasPrefix("\"") ? "\t\n" : "\n"
    return Array("\(mark) \(quoted)\(end)".utf8)
  }

  /// A path as git writes it: in double quotes with C escapes when it holds anything but plain ASCII.
  package static func quoting(_ path: String) -> String {
    let bytes = Array(path.utf8)
    guard bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == 0x22 || $0 == 0x5C }) else { return path }
    var result = "\""
    for byte in bytes {
      switch byte {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x07: result += "\\a"
      case 0x08: result += "\\b"
      case 0x09: result += "\\t"
      case 0x0A: result += "\\n"
      case 0x0B: result += "\\v"
      case 0x0C: result += "\\f"
      case 0x0D: result += "\\r"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "\\" + octal(byte)
      }
    }
    return result + "\""
  }

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}
