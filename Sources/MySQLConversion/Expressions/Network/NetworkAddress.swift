/// An inet or cidr constant: its bytes and the length of its mask.
struct NetworkAddress: Hashable {
  /// Four of IPv4, sixteen of IPv6.
  let bytes: [UInt8]
  let bits: Int

  var size: Int { 8 * bytes.count }

  /// Nil for what PostgreSQL refuses, and for the abbreviated forms of cidr.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let bytes = parts[0].contains(":") ? Self.sixteen(parts[0]) : Self.four(parts[0]) else { return nil }
    guard parts.count == 2 else { (self.bytes, bits) = (bytes, 8 * bytes.count); return }
    guard !parts[1].isEmpty, parts[1].utf8.count <= 3, parts[1].utf8.allSatisfy(\.isDigit), let bits = Int(parts[1]), bits <= 8 * bytes.count,
      String(bits) == parts[1]
    else { return nil }
    (self.bytes, self.bits) = (bytes, bits)
  }

  private init(bytes: [UInt8], bits: Int) { (self.bytes, self.bits) = (bytes, bits) }

  /// Whether no bit is set to the right of the mask, as cidr demands.
  var isNetwork: Bool { first == bytes }

  /// The lowest and the highest address that the mask leaves.
  var first: [UInt8] { masked { byte, mask in byte & mask } }
  var last: [UInt8] { masked { byte, mask in byte | ~mask } }

  private func masked(_ combine: (UInt8, UInt8) -> UInt8) -> [UInt8] {
    bytes.enumerated().map { index, byte in
      let kept = min(max(bits - 8 * index, 0), 8)
      return combine(byte, kept == 0 ? 0 : UInt8(truncatingIfNeeded: 0xFF << (8 - kept)))
    }
  }

  // MARK: Text

  /// As PostgreSQL prints an inet: without the mask where it has all bits.
  var text: String { bits == size ? Self.host(bytes) : "\(Self.host(bytes))/\(bits)" }
  /// As PostgreSQL prints a cidr.
  var networkText: String { "\(Self.host(bytes))/\(bits)" }

  static func host(_ bytes: [UInt8]) -> String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    let words = (0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
    let run = zeros(words)
    guard run.count > 1 else { return words.map { String($0, radix: 16) }.joined(separator: ":") }
    // An IPv4 address in the last two words is printed as one.
    let isEmbedded = run.lowerBound == 0 && (run.count == 6 || (run.count == 5 && words[5] == 0xFFFF))
    var tail = words[run.upperBound..<(isEmbedded ? 6 : 8)].map { String($0, radix: 16) }
    if isEmbedded { tail.append(bytes[12...].map(String.init).joined(separator: ".")) }
    return words[..<run.lowerBound].map { String($0, radix: 16) }.joined(separator: ":") + "::" + tail.joined(separator: ":")
  }

  /// The longest run of words that are zero, the first of equal ones.
  private static func zeros(_ words: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || words[index] != 0 {
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    return best
  }

  // MARK: Reading

  private static func four(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part in part.utf8.count <= 3 && part.utf8.allSatisfy(\.isDigit) && (part == "0" || part.first != "0") ? UInt8(part) : nil }
    return bytes.count == 4 ? bytes : nil
  }

  private static func sixteen(_ text: Substring) -> [UInt8]? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    let lists = halves.map { words($0) }
    guard let head = lists[0] else { return nil }
    guard halves.count == 2 else { return head.count == 16 ? head : nil }
    guard let tail = lists[1], head.count + tail.count < 16 else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  /// Groups of hexadecimal digits, the last perhaps an IPv4 address.
  private static func words(_ text: Substring) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    var bytes: [UInt8] = []
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, group) in groups.enumerated() {
      if group.contains(".") {
        guard index == groups.count - 1, let last = four(group) else { return nil }
        bytes += last
        continue
      }
      guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(\.isHexadecimalDigit), let word = UInt16(group, radix: 16) else { return nil }
      bytes += [UInt8(word >> 8), UInt8(word & 0xFF)]
    }
    return bytes.count <= 16 ? bytes : nil
  }
}
