import Results
import SourceText

/// Writes patches that `git apply` and `patch -p1` accept in the root folder.
package struct PatchWriter {
  private let changes: [FileChange]
  private let applied: FileChange?

  /// - Parameters:
  ///   - changes: In the order in which they are to stand.
  ///   - applied: The list as it is on disk; nil when there is none.
  package init(_ changes: [FileChange], applied: [UInt8]?) {
    self.changes = changes.filter { $0.old != $0.new }
    var list = AppliedList(text: applied ?? [])
    list.insert(changes.flatMap(\.fingerprints))
    let text = list.text
    self.applied = list.isEmpty || text == applied ? nil : FileChange(file: AppliedList.path, old: applied, new: text)
  }

  /// All changes in one patch, the list's hunk last; empty when there are none.
  package var combined: [UInt8] {
    changes.reduce(into: []) { $0 += $1.diff } + (applied?.diff ?? [])
  }

  /// One patch for each file, by file name, in order: `0001-app-user.go.patch`… and the list's as the last.
  package var files: [(name: String, patch: [UInt8])] {
    let all = changes + (applied.map { [$0] } ?? [])
    let width = max(4, String(all.count).count)
    return all.enumerated().map { index, change in
      let number = String(index + 1)
      let padded = String(repeating: "0", count: width - number.count) + number
      return ("\(padded)-\(Self.slug(change.file)).patch", change.diff)
    }
  }

  /// A file's path as a file name, of at most 100 bytes.
  private static func slug(_ path: String) -> String {
    let bytes = path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        byte
      default: UInt8(ascii: "-")
      }
    }
    return String(decoding: bytes.suffix(100).drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }, as: UTF8.self)
  }

  /// Writes the patches into a folder, which is created. Files of the same names are replaced, others stay.
  ///
  /// - Returns: The names of the files written.
  package func write(to folder: String) throws(FileWriteError) -> [String] {
    try AtomicFile.createFolder(folder)
    var names: [String] = []
    for (name, patch) in files {
      try AtomicFile.write(patch, to: "\(folder)/\(name)")
      names.append(name)
    }
    return names
  }
}
