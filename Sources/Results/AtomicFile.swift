#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file was not written; the file is as it was.
package struct FileWriteError: Error, Hashable, CustomStringConvertible {
  package enum Step: String, Hashable, Sendable {
    case createFolder = "create the folder", create = "create a file in the folder", write, sync, replace
  }

  package var step: Step
  /// The file or folder that the step was about.
  package var path: String
  /// The system's error number.
  package var code: Int32

  package var description: String { "cannot \(step.rawValue) \(path): \(String(cString: strerror(code)))" }
}

/// Replaces files as a whole: after a crash there is either the old text or the new one.
package enum AtomicFile {
  /// Writes a file by way of a temporary one in the same folder, which must be there.
  ///
  /// - Parameters:
  ///   - path: The file itself, not a symbolic link to it: a link would be replaced.
  ///   - model: A file whose mode and, where the system allows it, owner the new one gets.
  package static func write(_ bytes: [UInt8], to path: String, like model: String? = nil) throws(FileWriteError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let (descriptor, temporary) = try createTemporary(
      beside: path, in: folder.isEmpty ? "/" : folder, mode: model == nil ? 0o666 : 0o600)
    do throws(FileWriteError) {
      try fill(descriptor, bytes, temporary, like: model)
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileWriteError(step: .replace, path: path, code: code)
    }
    syncFolder(folder.isEmpty ? "/" : folder)
  }

  /// Creates a folder and those above it.
  package static func createFolder(_ path: String) throws(FileWriteError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for component in path.split(separator: "/") {
      partial += (partial.isEmpty || partial.hasSuffix("/") ? "" : "/") + component
      if mkdir(partial, 0o777) != 0, errno != EEXIST, !isFolder(partial) {
        throw FileWriteError(step: .createFolder, path: partial, code: errno)
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    let saved = errno
    defer { errno = saved }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func createTemporary(beside path: String, in folder: String, mode: mode_t) throws(FileWriteError) -> (Int32, String) {
    // A number left behind by a crash is passed over.
    for number in 0..<1000 {
      let temporary = "\(path).sqlferry-\(getpid())-\(number)"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw FileWriteError(step: .create, path: folder, code: errno) }
    }
    throw FileWriteError(step: .create, path: folder, code: EEXIST)
  }

  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String, like model: String?
  ) throws(FileWriteError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        // In bounds: `written` is less than the count.
        system_write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileWriteError(step: .write, path: path, code: errno) }
      written += count
    }
    if let model { copyAttributes(of: model, to: descriptor) }
    guard fsync(descriptor) == 0 else { throw FileWriteError(step: .sync, path: path, code: errno) }
  }

  private static func copyAttributes(of model: String, to descriptor: Int32) {
    var status = stat()
    guard stat(model, &status) == 0 else { return }
    // Only the superuser may give a file away; the mode comes last, as a change of owner clears bits of it.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, status.st_gid) }
    _ = fchmod(descriptor, status.st_mode & 0o7777)
  }

  private static func syncFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}

/// The system's `write`, which `AtomicFile.write` hides inside it.
private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
