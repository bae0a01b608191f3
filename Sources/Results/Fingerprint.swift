/// A stable 128-bit hash as 32 hexadecimal digits (FNV-1a over two lanes): names things, guards nothing.
package enum Fingerprint {
  /// The hash of bytes, the same on every machine and in every version.
  package static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x6c62_272e_07bb_0142
    for byte in bytes {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
      high = (high ^ UInt64(byte) ^ (low >> 32)) &* 0x100_0000_01b3
    }
    return hexadecimal(high) + hexadecimal(low)
  }

  /// The hash of a statement's text with runs of white space taken as one blank and the ends trimmed.
  package static func ofStatement(_ sql: some Sequence<UInt8>) -> String {
    var normal: [UInt8] = []
    var pendingBlank = false
    for byte in sql {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingBlank = !normal.isEmpty
      } else {
        if pendingBlank { normal.append(0x20) }
        pendingBlank = false
        normal.append(byte)
      }
    }
    return hash(normal)
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
