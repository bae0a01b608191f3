import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Reads files of a tree that nobody vouches for: regular files only, of bounded size, never through a link out of the tree.
package struct FileReader: Sendable {
  /// In bytes.
  package var sizeLimit: Int

  package init(sizeLimit: Int = 4 << 20) { self.sizeLimit = sizeLimit }

  package struct Content: Sendable {
    package var bytes: [UInt8]
    /// Nanoseconds since 1970.
    package var modified: Int64
    /// Permission bits.
    package var mode: UInt32

    /// Hashes all bytes.
    package var stamp: FileStamp {
      FileStamp(size: bytes.count, modified: modified, mode: mode, hash: FileStamp.hash(of: bytes))
    }
  }

  /// - Throws: A diagnostic that says why the file cannot be read: `file-unreadable`, `file-not-regular`, `file-too-large`.
  package func read(_ found: FoundFile) throws(Diagnostic) -> Content {
    // A pipe would block, and a link put in place of the file after the walk could lead anywhere.
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (found.isGiven ? 0 : O_NOFOLLOW)
    let descriptor = found.path.withPath { open($0, flags) }
    guard descriptor >= 0 else { throw Self.unreadable(found.file, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(found.file, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Self.notRegular(found.file) }
    let size = Int(status.st_size)
    guard size <= sizeLimit else { throw tooLarge(found.file, size) }
    let bytes = try read(descriptor, expected: size, file: found.file)
    let (seconds, nanoseconds) = status.modificationTime
    return Content(
      bytes: bytes, modified: Int64(seconds) &* 1_000_000_000 &+ Int64(nanoseconds), mode: UInt32(status.st_mode & 0o7777))
  }

  /// Reads to the end, or to one byte more than the limit: a file may grow while it is read.
  private func read(_ descriptor: Int32, expected: Int, file: String) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = max(expected, 0) + 1
    while true {
      let start = bytes.count
      var failure: Int32 = 0
      bytes.append(contentsOf: [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        var got = 0
        while got < buffer.count {
          let step = Self.readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[got...]))
          if step < 0, errno == EINTR { continue }
          if step < 0 { failure = errno }
          if step <= 0 { break }
          got += step
        }
        count = got
      })
      if failure != 0 { throw Self.unreadable(file, failure) }
      if bytes.count - start < capacity { return bytes }
      guard bytes.count <= sizeLimit else { throw tooLarge(file, bytes.count) }
      capacity = 64 << 10
    }
  }

  private static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

extension FileReader {
  static func unreadable(_ file: String, _ code: Int32) -> Diagnostic {
    let isFolder = code == EISDIR
    return Diagnostic(
      file: file, rule: "file-unreadable", severity: .error,
      message: "\"\(file)\" cannot be read: \(isFolder ? "it is a folder" : SystemError.text(code))",
      help: code == EACCES ? "give this user the right to read it, or exclude it" : "")
  }

  private static func notRegular(_ file: String) -> Diagnostic {
    Diagnostic(file: file, rule: "file-not-regular", severity: .warning, message: "\"\(file)\" is no regular file and is skipped")
  }

  private func tooLarge(_ file: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      file: file, rule: "file-too-large", severity: .warning,
      message: "\"\(file)\" has more than \(sizeLimit) bytes and is skipped",
      help: "generated data rarely holds code; split the file if it does")
  }
}

extension FileStamp {
  /// FNV-1a, 64 bits.
  package static func hash(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }
}

extension stat {
  fileprivate var modificationTime: (seconds: Int, nanoseconds: Int) {
    #if canImport(Darwin)
      (st_mtimespec.tv_sec, st_mtimespec.tv_nsec)
    #else
      (st_mtim.tv_sec, st_mtim.tv_nsec)
    #endif
  }
}

extension [UInt8] {
  /// Calls with the bytes as a C path.
  func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = map { CChar(bitPattern: $0) } + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      // Not empty: it ends with a zero.
      withExtendedLifetime(buffer) { buffer.baseAddress.map(body) ?? "".withCString(body) }
    }
  }
}

/// The operating system's words for an error code.
enum SystemError {
  static func text(_ code: Int32) -> String {
    switch code {
    case EACCES: "permission denied"
    case ENOENT: "no such file or folder"
    case ELOOP: "it is a symbolic link"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "input/output error"
    case ENOTDIR: "a part of the path is no folder"
    default: "error \(code)"
    }
  }
}
