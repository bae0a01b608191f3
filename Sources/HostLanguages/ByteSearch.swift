#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Plain text search in bytes.
package struct ByteSearch {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the text stands anywhere.
  package func contains(_ text: String) -> Bool { contains(text) { _ in true } }

  /// Whether the text stands anywhere as a whole identifier, in code or not.
  package func containsWord(_ text: String) -> Bool {
    let length = text.utf8.count
    return contains(text) { offset in
      let after = offset + length
      return !(offset > 0 && bytes[offset - 1].isIdentifierPart) && !(after < bytes.count && bytes[after].isIdentifierPart)
    }
  }

  private func contains(_ text: String, where fits: (Int) -> Bool) -> Bool {
    let needle = Array(text.utf8)
    guard let first = needle.first else { return true }
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      var at = 0
      while at + needle.count <= buffer.count, let found = memchr(start + at, Int32(first), buffer.count - at) {
        let offset = start.distance(to: UnsafeRawPointer(found))
        // Never past the buffer: the rest is checked to be long enough.
        if offset + needle.count <= buffer.count, memcmp(found, needle, needle.count) == 0, fits(offset) { return true }
        at = offset + 1
      }
      return false
    }
  }
}
