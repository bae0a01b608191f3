import PostgresCatalog

/// The rows of a result in text format.
package struct Rowset: Sendable {
  package let columns: [ResultColumn]
  package let count: Int
  /// Rows that a statement without a result changed, nil where the command has no count.
  package let affected: Int?
  private let values: [String?]

  /// - Parameter values: Row after row; as many as `columns` times `count`.
  init(columns: [ResultColumn], count: Int, values: [String?], affected: Int? = nil) {
    (self.columns, self.count, self.values, self.affected) = (columns, count, values, affected)
  }

  /// A value as text, nil for NULL and for a place outside the result.
  package subscript(row: Int, column: Int) -> String? {
    guard (0..<count).contains(row), columns.indices.contains(column) else { return nil }
    return values[row * columns.count + column]
  }

  package var rows: [Row] { (0..<count).map { Row(rowset: self, number: $0) } }

  /// One row, its fields read from left to right: each call of a reading function moves to the next field.
  package struct Row {
    private let rowset: Rowset
    private let number: Int
    private var column = 0

    init(rowset: Rowset, number: Int) { (self.rowset, self.number) = (rowset, number) }

    package mutating func optional() -> String? {
      defer { column += 1 }
      return rowset[number, column]
    }

    package mutating func string() -> String { optional() ?? "" }
    package mutating func bool() -> Bool { optional() == "t" }
    package mutating func int() -> Int { optional().flatMap(Int.init) ?? 0 }
    package mutating func int32() -> Int32 { optional().flatMap(Int32.init) ?? 0 }
    package mutating func oid() -> OID { optional().flatMap(OID.init) ?? 0 }
    package mutating func optionalArray() -> [String?]? { optional().map(ArrayText.elements) }
    package mutating func array() -> [String] { optional().map(ArrayText.elements)?.map { $0 ?? "" } ?? [] }
    package mutating func oids() -> [OID] { array().map { OID($0) ?? 0 } }
  }
}

/// PostgreSQL's text form of arrays ("Arrays", Array Input and Output Syntax).
enum ArrayText {
  /// The elements of a one-dimensional array, nil for NULL; also of an `oidvector` or `int2vector`, which has blanks between.
  static func elements(_ text: String) -> [String?] {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "["), let bounds = bytes.firstIndex(of: UInt8(ascii: "=")) { bytes.removeFirst(bounds + 1) }
    guard bytes.first == UInt8(ascii: "{") else { return text.split(separator: " ").map { String($0) } }
    var (elements, current, isQuoted, wasQuoted) = ([String?](), [UInt8](), false, false)
    func element() -> String? {
      let text = String(decoding: current, as: UTF8.self)
      return !wasQuoted && text == "NULL" ? nil : text
    }
    var offset = 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\\") where offset < bytes.count:
        current.append(bytes[offset])
        offset += 1
      case UInt8(ascii: "\""): (isQuoted, wasQuoted) = (!isQuoted, true)
      case UInt8(ascii: ",") where !isQuoted:
        elements.append(element())
        (current, wasQuoted) = ([], false)
      case UInt8(ascii: "}") where !isQuoted:
        if !elements.isEmpty || !current.isEmpty || wasQuoted { elements.append(element()) }
        return elements
      default: current.append(byte)
      }
    }
    return elements
  }
}
