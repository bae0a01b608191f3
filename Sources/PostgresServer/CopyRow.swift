import PostgresCatalog

/// One row of `COPY … TO STDOUT` in text format ("COPY", Text Format), its fields read from left to right: each call of a reading
/// function moves to the next field, as with `Rowset.Row`.
///
/// Reading past the last field gives NULL; a field that is no number gives 0.
struct CopyRow {
  private var bytes: [UInt8] = []
  private var offset = 0

  /// Takes the place of the row before; memory is kept for the next one.
  mutating func replace(with line: UnsafeRawBufferPointer) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: line)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    offset = 0
  }

  /// The raw bytes of the next field, nil for NULL.
  private mutating func field() -> (range: Range<Int>, hasEscapes: Bool)? {
    guard offset <= bytes.count, !bytes.isEmpty else { return nil }
    var (end, hasEscapes) = (offset, false)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\t") {
      if bytes[end] == UInt8(ascii: "\\") { hasEscapes = true }
      end += 1
    }
    let range = offset..<end
    offset = end + 1
    if hasEscapes, range.count == 2, bytes[range.lowerBound + 1] == UInt8(ascii: "N") { return nil }
    return (range, hasEscapes)
  }

  mutating func optional() -> String? {
    guard let (range, hasEscapes) = field() else { return nil }
    return hasEscapes ? String(decoding: Self.unescaped(bytes[range]), as: UTF8.self) : String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func string() -> String { optional() ?? "" }

  mutating func bool() -> Bool {
    guard let (range, _) = field() else { return false }
    return range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "t")
  }

  mutating func integer<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
    guard let (range, _) = field() else { return 0 }
    return Self.number(bytes[range]) ?? 0
  }

  mutating func int() -> Int { integer() }
  mutating func oid() -> OID { integer() }

  mutating func double() -> Double { optional().flatMap { Double($0) } ?? 0 }

  /// The elements of a one-dimensional array, nil for NULL.
  mutating func optionalArray() -> [String?]? { optional().map(ArrayText.elements) }
  mutating func array() -> [String] { optionalArray()?.map { $0 ?? "" } ?? [] }

  /// The numbers of an array, an `oidvector` or an `int2vector`; empty for NULL.
  mutating func numbers<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> [Number] {
    guard let (range, _) = field() else { return [] }
    let isDigit = { (byte: UInt8) in byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return bytes[range].split { !isDigit($0) }.map { Self.number($0) ?? 0 }
  }

  private static func number<Number: FixedWidthInteger>(_ digits: ArraySlice<UInt8>) -> Number? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let digits = isNegative ? digits.dropFirst() : digits
    guard !digits.isEmpty else { return nil }
    var value: Number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let step = Number(digit - UInt8(ascii: "0"))
      // Counting down from 0 for negative numbers, so that the least number is reached too.
      let (sum, overflowsToo) = isNegative ? tens.subtractingReportingOverflow(step) : tens.addingReportingOverflow(step)
      guard !overflows, !overflowsToo else { return nil }
      value = sum
    }
    return value
  }

  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var (bytes, place) = ([UInt8](), field.startIndex)
    bytes.reserveCapacity(field.count)
    while place < field.endIndex {
      var byte = field[place]
      place += 1
      if byte == UInt8(ascii: "\\"), place < field.endIndex {
        byte = escapes[field[place]] ?? field[place]
        place += 1
      }
      bytes.append(byte)
    }
    return bytes
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
  ]
}
