/// Plain text search in bytes.
package struct ByteSearch {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the text stands anywhere.
  package func contains(_ text: String) -> Bool {
    let needle = Array(text.utf8)
    guard let first = needle.first else { return true }
    return bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at + needle.count <= buffer.count {
        guard let found = buffer[at...].firstIndex(of: first), found + needle.count <= buffer.count else { return false }
        if needle.indices.allSatisfy({ buffer[found + $0] == needle[$0] }) { return true }
        at = found + 1
      }
      return false
    }
  }
}
