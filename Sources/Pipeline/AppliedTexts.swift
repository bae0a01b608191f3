import Foundation
import Patching
import Scanner
import Synchronization

/// The texts that sqlferry has written: the lists `.sqlferry/applied` of a file's folder and of all folders above it, so that it does
/// not matter from where a tree is scanned.
struct AppliedTexts: Sendable {
  /// By folder, absolute, with the lists of the folders above; only folders whose list is not empty.
  private let lists: [String: AppliedList]
  private let workingFolder: String

  /// Reads the lists that count for some files; a list that cannot be read counts as empty.
  init(_ files: [FoundFile]) {
    workingFolder = FileManager.default.currentDirectoryPath
    var lists: [String: AppliedList] = [:]
    for file in files { Self.read(Self.folder(of: file, workingFolder), into: &lists) }
    self.lists = lists.filter { !$0.value.isEmpty }
  }

  /// Whether a text of a file is one that sqlferry wrote.
  func contains(_ text: [UInt8], in file: FoundFile) -> Bool {
    guard !lists.isEmpty else { return false }
    return lists[Self.folder(of: file, workingFolder)]?.contains(text) ?? false
  }

  @discardableResult
  private static func read(_ folder: String, into lists: inout [String: AppliedList]) -> AppliedList {
    if let known = lists[folder] { return known }
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    var list = folder.isEmpty ? AppliedList() : read(parent, into: &lists)
    let own = (try? InPlaceWriter(root: folder.isEmpty ? "/" : folder).appliedList()) ?? nil
    if let own { list.formUnion(AppliedList(text: own)) }
    lists[folder] = list
    return list
  }

  /// Absolute, without `.` and `..`; empty for the top.
  private static func folder(of file: FoundFile, _ workingFolder: String) -> String {
    let path = file.pathString
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : "\(workingFolder)/\(path)").split(separator: "/").dropLast() where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.map { "/" + $0 }.joined()
  }
}

/// So many bytes may be kept by all tasks together.
final class ByteBudget: Sendable {
  private let left: Atomic<Int>

  init(_ bytes: Int) { left = Atomic(bytes) }

  /// Whether that many are still left; if so, they are taken.
  func takes(_ count: Int) -> Bool {
    if left.subtract(count, ordering: .relaxed).newValue >= 0 { return true }
    left.add(count, ordering: .relaxed)
    return false
  }
}
