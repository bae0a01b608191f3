import Results
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes changes into the tree: each file as a whole or not at all.
package struct InPlaceWriter {
  package struct Outcome: Sendable {
    /// The files written, relative to the root.
    package var written: [String] = []
    /// Of the statements whose rewrites are in the source now.
    package var statements: [String] = []
    /// Files left alone, and why.
    package var diagnostics: [Diagnostic] = []
  }

  private let root: String

  /// - Parameter root: The folder that the changes' paths are relative to.
  package init(root: String) { self.root = root.isEmpty ? "." : root }

  /// The applied list as it is on disk; nil when there is none.
  package func appliedList() throws(Diagnostic) -> [UInt8]? { try read(AppliedList.path, missing: nil) }

  /// Writes all changes that can be written.
  ///
  /// The applied list comes first: a crash in between then leaves fingerprints of texts that are not there yet, which does no harm, and
  /// never a text that would be converted twice.
  package func write(_ changes: [FileChange]) -> Outcome {
    var outcome = Outcome()
    var ready: [(change: FileChange, path: String)] = []
    var refused: Set<String> = []
    for change in changes where change.old != change.new {
      do throws(Diagnostic) {
        ready.append((change, try checkedPath(of: change)))
      } catch {
        refused.formUnion(change.statements)
        outcome.diagnostics.append(error)
      }
    }
    leaveOut(&ready, sharing: refused, &outcome.diagnostics)
    guard !ready.isEmpty else { return outcome }
    do throws(Diagnostic) {
      try writeAppliedList(ready.flatMap(\.change.fingerprints))
    } catch {
      outcome.diagnostics.append(error)
      return outcome
    }
    var failed: Set<String> = []
    for (change, path) in ready {
      do throws(FileWriteError) {
        try AtomicFile.write(change.new, to: path, like: path)
        outcome.written.append(change.file)
      } catch {
        failed.formUnion(change.statements)
        outcome.diagnostics.append(.notWritten(change.file, error))
      }
    }
    let written = Set(outcome.written)
    outcome.statements = ready.filter { written.contains($0.change.file) }.flatMap(\.change.statements).filter { !failed.contains($0) }
    return outcome
  }

  /// A statement with edits in several files takes them to all or to none.
  private func leaveOut(
    _ ready: inout [(change: FileChange, path: String)], sharing refused: Set<String>, _ diagnostics: inout [Diagnostic]
  ) {
    var refused = refused
    while let index = ready.firstIndex(where: { !refused.isDisjoint(with: $0.change.statements) }) {
      refused.formUnion(ready[index].change.statements)
      diagnostics.append(.otherFileRefused(ready[index].change.file))
      ready.remove(at: index)
    }
  }

  private func writeAppliedList(_ fingerprints: [String]) throws(Diagnostic) {
    let old = try appliedList()
    var list = AppliedList(text: old ?? [])
    list.insert(fingerprints)
    guard list.text != old, !list.isEmpty else { return }
    do throws(FileWriteError) {
      try AtomicFile.createFolder("\(root)/.sqlferry")
      let path = "\(root)/\(AppliedList.path)"
      try AtomicFile.write(list.text, to: path, like: old == nil ? nil : path)
    } catch {
      throw .notWritten(AppliedList.path, error)
    }
  }

  // MARK: Checks

  /// The real path of a file that may be written: inside the root, writable, with the bytes that were scanned.
  private func checkedPath(of change: FileChange) throws(Diagnostic) -> String {
    let real = try realPath(of: change.file)
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .fileMissing(change.file) }
    // The mode counts also for the superuser, whom `access` lets write anything.
    guard status.st_mode & 0o222 != 0, access(real, W_OK) == 0 else { throw .readOnly(change.file) }
    let folder = real.lastIndex(of: "/").map { String(real[..<$0]) } ?? "."
    var folderStatus = stat()
    guard stat(folder.isEmpty ? "/" : folder, &folderStatus) == 0, folderStatus.st_mode & 0o222 != 0,
      access(folder.isEmpty ? "/" : folder, W_OK) == 0
    else { throw .readOnlyFolder(change.file) }
    guard try read(change.file, missing: .fileMissing(change.file)) == change.old else { throw .fileChanged(change.file) }
    return real
  }

  /// Follows symbolic links, which must not lead out of the root.
  private func realPath(of file: String) throws(Diagnostic) -> String {
    guard let top = Self.realPath(root), let real = Self.realPath("\(root)/\(file)") else { throw .fileMissing(file) }
    guard real.hasPrefix(top == "/" ? "/" : top + "/") else { throw .outsideRoot(file) }
    return real
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// The bytes of a file, or `missing` thrown, or nil without it.
  private func read(_ file: String, missing: Diagnostic?) throws(Diagnostic) -> [UInt8]? {
    let descriptor = open("\(root)/\(file)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT {
        if let missing { throw missing }
        return nil
      }
      throw .notRead(file, errno)
    }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Platform.read(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .notRead(file, errno) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }
}

/// System calls whose names the writer's own methods hide.
private enum Platform {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

// MARK: Messages

extension Diagnostic {
  static func readOnly(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "file-read-only", severity: .error, message: "the file is read-only; nothing was written",
      help: "make it writable (chmod u+w), or use sqlferry patch")
  }

  static func readOnlyFolder(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "folder-read-only", severity: .error, message: "the file's folder is read-only; nothing was written",
      help: "make the folder writable: a file is replaced as a whole, by way of a new one beside it")
  }

  static func fileChanged(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "file-changed", severity: .error, message: "the file changed since it was scanned; nothing was written",
      help: "run the command again")
  }

  static func outsideRoot(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "outside-root", severity: .error, message: "a symbolic link leads out of the tree; nothing was written",
      help: "run sqlferry on the folder that the link leads to")
  }

  static func otherFileRefused(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "other-file-refused", severity: .error,
      message: "a statement also needs edits in a file that cannot be written; nothing was written")
  }

  static func notRead(_ file: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      file: file, rule: "file-unreadable", severity: .error, message: "cannot read the file: \(String(cString: strerror(code)))")
  }

  static func notWritten(_ file: String, _ error: FileWriteError) -> Diagnostic {
    Diagnostic(file: file, rule: "file-not-written", severity: .error, message: error.description, help: "the file is as it was")
  }
}
