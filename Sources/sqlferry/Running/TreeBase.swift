import Patching
import Results
import SourceText

/// The folder that written paths are relative to, where `.sqlferry` stands: the working folder when the scanned tree lies in it,
/// so that `git apply` and `patch -p1` work where sqlferry ran; else the scanned tree's own root.
struct TreeBase {
  /// As a path from the working folder.
  let folder: String
  /// From the folder to the document's root, empty where they are the same.
  private let prefix: String

  init(_ document: ResultDocument) {
    let parts = document.root.split(separator: "/").filter { $0 != "." }
    if document.root.hasPrefix("/") || parts.contains("..") {
      (folder, prefix) = (document.root, "")
    } else {
      (folder, prefix) = (".", parts.joined(separator: "/"))
    }
  }

  /// Changes of files relative to the document's root, made relative to the folder.
  func changes(_ changes: [FileChange]) -> [FileChange] {
    guard !prefix.isEmpty else { return changes }
    return changes.map { change in
      var change = change
      change.file = "\(prefix)/\(change.file)"
      return change
    }
  }

  var writer: InPlaceWriter { InPlaceWriter(root: folder) }

  /// The list of applied texts as it is on disk; nil when there is none.
  func appliedList() throws -> [UInt8]? {
    do throws(Diagnostic) {
      return try writer.appliedList()
    } catch {
      throw Failure(error)
    }
  }

  /// A file of the folder as a path from the working folder.
  func path(_ file: String) -> String { folder == "." ? file : folder == "/" ? "/" + file : "\(folder)/\(file)" }
}
