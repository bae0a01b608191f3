extension UInt8 {
  /// `0` to `9`.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// `0` to `9`, `a` to `f`, `A` to `F`.
  var isHexadecimalDigit: Bool { isDigit || (0x41...0x46).contains(self & 0xDF) }
}

extension BinaryInteger {
  /// The decimal digits of a number that is not negative, with zeros before them.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
