extension Collection<UInt8> {
  /// The index of the first byte that is not part of well-formed UTF-8; nil when all are.
  package var firstInvalidUTF8: Index? {
    var at = startIndex
    while at != endIndex {
      let byte = self[at]
      if byte < 0x80 { at = index(after: at); continue }
      guard let next = endOfScalar(at, lead: byte) else { return at }
      at = next
    }
    return nil
  }

  /// The index after a scalar of two to four bytes; nil when it is malformed (Unicode table 3-7).
  private func endOfScalar(_ start: Index, lead: UInt8) -> Index? {
    let (count, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (count, second) = (1, 0x80...0xBF)
    case 0xE0: (count, second) = (2, 0xA0...0xBF)
    case 0xED: (count, second) = (2, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (2, 0x80...0xBF)
    case 0xF0: (count, second) = (3, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (3, 0x80...0xBF)
    case 0xF4: (count, second) = (3, 0x80...0x8F)
    default: return nil
    }
    var at = index(after: start)
    for number in 0..<count {
      guard at != endIndex else { return nil }
      let allowed = number == 0 ? second : 0x80...0xBF
      guard allowed.contains(self[at]) else { return nil }
      at = index(after: at)
    }
    return at
  }
}
