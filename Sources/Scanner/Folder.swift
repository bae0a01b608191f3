#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What a path leads to, a link at its end not followed.
enum PathKind: Hashable, Sendable {
  case file, folder, link, other

  /// - Throws: The system's error code.
  static func of(_ path: [UInt8], followingLink: Bool = false) throws(FolderError) -> PathKind {
    var status = stat()
    let result = path.withPath { followingLink ? stat($0, &status) : lstat($0, &status) }
    guard result == 0 else { throw FolderError(code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}

/// Why a folder could not be listed.
struct FolderError: Error, Hashable, Sendable { var code: Int32 }

/// Listing a folder by bytes, as names need not be UTF-8.
enum Folder {
  struct Entry: Hashable, Sendable {
    var name: [UInt8]
    var kind: PathKind
  }

  /// The entries but `.` and `..`, in byte order of their names.
  static func entries(of path: [UInt8]) throws(FolderError) -> [Entry] {
    guard let stream = path.withPath({ opendir($0) }) else { throw FolderError(code: errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FolderError(code: errno) }
        break
      }
      let name = Self.name(of: entry)
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      let known: PathKind? =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
      // Some file systems do not tell the kind in the listing.
      let kind = known ?? (try? PathKind.of(path + [UInt8(ascii: "/")] + name)) ?? .other
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // The name is a C string at the end of the entry; its declared size is only nominal.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    return Array(UnsafeBufferPointer(start: start, count: strnlen(UnsafePointer<CChar>(OpaquePointer(start)), Int(NAME_MAX) * 4)))
  }

  /// The working folder; nil when it is gone.
  static var current: [UInt8]? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return Array(UnsafeBufferPointer(start: path, count: strlen(path))).map { UInt8(bitPattern: $0) }
  }
}
