/// Reads a short text from its start, byte by byte: no regular expression is compiled for each constant.
struct TextCursor {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { offset == bytes.count }

  /// What is left, from the place that was reached.
  var rest: String { String(decoding: bytes[offset...], as: UTF8.self) }

  /// As many ASCII digits as there are, at least `least` and at most `most`; nil, and nothing read, for another count.
  mutating func digits(_ least: Int, _ most: Int = .max) -> String? { run(least, most) { $0.isDigit } }

  /// ASCII letters, at least one.
  mutating func letters() -> String? { run(1, .max) { (0x41...0x5A).contains($0 & 0xDF) } }

  /// Reads one of some ASCII characters; false, and nothing read, for another.
  mutating func skip(_ characters: String) -> Bool {
    guard offset < bytes.count, characters.utf8.contains(bytes[offset]) else { return false }
    offset += 1
    return true
  }

  /// Whether one of some ASCII characters is next.
  func isNext(_ characters: String) -> Bool { offset < bytes.count && characters.utf8.contains(bytes[offset]) }

  private mutating func run(_ least: Int, _ most: Int, _ isOne: (UInt8) -> Bool) -> String? {
    var end = offset
    while end < bytes.count, end - offset < most, isOne(bytes[end]) { end += 1 }
    guard end - offset >= least else { return nil }
    defer { offset = end }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}
