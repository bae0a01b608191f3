/// Reads rows of static data: fields parted by `;`, lists within a field by `,`, rows by line feeds.
///
/// A row that begins with `@` names the schema of those that follow. No name of PostgreSQL's own holds any of these characters, which
/// the generator checks. Fields are read from left to right; what is missing reads as empty, 0 or false.
struct BuiltinRow {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    (self.bytes, offset, end) = (bytes, range.lowerBound, range.upperBound)
  }

  /// Calls `body` for each row of `data` with its schema.
  static func forEach(in data: StaticString, _ body: (_ schema: String, _ row: inout BuiltinRow) -> Void) {
    data.withUTF8Buffer { bytes in
      var (schema, start) = ("", 0)
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if start < end {
          if bytes[start] == UInt8(ascii: "@") {
            schema = text(bytes, start + 1..<end)
          } else {
            var row = BuiltinRow(bytes, start..<end)
            body(schema, &row)
          }
        }
        start = end + 1
      }
    }
  }

  mutating func string() -> String { Self.text(bytes, field()) }

  mutating func optional() -> String? {
    let field = field()
    return field.isEmpty ? nil : Self.text(bytes, field)
  }

  /// A number, with a sign or without; 0 for an empty field.
  mutating func int() -> Int { Self.number(bytes, field()) }
  mutating func oid() -> OID { OID(truncatingIfNeeded: int()) }
  mutating func int32() -> Int32 { Int32(truncatingIfNeeded: int()) }

  /// A field of single letters, each its own ASCII code.
  mutating func letters() -> ArraySlice<UInt8> { ArraySlice(bytes[field()]) }

  mutating func strings() -> [String] { list(Self.text) }
  mutating func oids() -> [OID] { list { OID(truncatingIfNeeded: Self.number($0, $1)) } }

  private mutating func field() -> Range<Int> {
    guard offset <= end else { return end..<end }
    let start = offset
    while offset < end, bytes[offset] != UInt8(ascii: ";") { offset += 1 }
    defer { offset += 1 }
    return start..<offset
  }

  /// An empty field is an empty list.
  private mutating func list<Element>(_ element: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Element) -> [Element] {
    let field = field()
    guard !field.isEmpty else { return [] }
    var (elements, start) = ([Element](), field.lowerBound)
    for place in field where bytes[place] == UInt8(ascii: ",") {
      elements.append(element(bytes, start..<place))
      start = place + 1
    }
    elements.append(element(bytes, start..<field.upperBound))
    return elements
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var (value, isNegative) = (0, false)
    for byte in bytes[range] {
      if byte == UInt8(ascii: "-") { isNegative = true } else { value = value &* 10 &+ Int(byte &- UInt8(ascii: "0")) }
    }
    return isNegative ? -value : value
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
