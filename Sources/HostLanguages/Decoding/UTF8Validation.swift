/// Well-formed UTF-8 (Unicode, table 3-7).
package enum UTF8Validation {
  /// The offset of the first byte of a range that is not part of well-formed UTF-8; nil when all are.
  package static func firstInvalid(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBytes { buffer in
      var at = range.lowerBound
      while at < range.upperBound {
        // ASCII is passed over eight bytes at a time.
        if at + 8 <= range.upperBound, buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          at += 8
        } else if buffer[at] < 0x80 {
          at += 1
        } else if let next = endOfScalar(at, in: buffer, limit: range.upperBound) {
          at = next
        } else {
          return at
        }
      }
      return nil
    }
  }

  /// The offset after a scalar of two to four bytes; nil when it is malformed.
  private static func endOfScalar(_ start: Int, in buffer: UnsafeRawBufferPointer, limit: Int) -> Int? {
    let (count, second): (Int, ClosedRange<UInt8>)
    switch buffer[start] {
    case 0xC2...0xDF: (count, second) = (1, 0x80...0xBF)
    case 0xE0: (count, second) = (2, 0xA0...0xBF)
    case 0xED: (count, second) = (2, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (2, 0x80...0xBF)
    case 0xF0: (count, second) = (3, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (3, 0x80...0xBF)
    case 0xF4: (count, second) = (3, 0x80...0x8F)
    default: return nil
    }
    guard start + count < limit, second.contains(buffer[start + 1]) else { return nil }
    for offset in 1..<(count + 1) where buffer[start + offset] & 0xC0 != 0x80 { return nil }
    return start + count + 1
  }
}
