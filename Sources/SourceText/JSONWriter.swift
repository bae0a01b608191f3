/// Writes JSON into a byte buffer in the order of the calls: stable, without an intermediate tree, one pass over each text.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: Structure

  package mutating func object(_ write: (inout JSONWriter) -> Void) {
    openObject()
    write(&self)
    closeObject()
  }

  package mutating func array(_ write: (inout JSONWriter) -> Void) {
    openArray()
    write(&self)
    closeArray()
  }

  /// Each opening needs its closing; `object` and `array` see to it where a closure will do.
  package mutating func openObject() { open(UInt8(ascii: "{")) }
  package mutating func closeObject() { close(UInt8(ascii: "}")) }
  package mutating func openArray() { open(UInt8(ascii: "[")) }
  package mutating func closeArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// A line end between values, for people and for line-wise tools.
  ///
  /// - Parameter indent: In blanks.
  package mutating func lineBreak(indent: Int = 0) {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    finalLineBreak(indent: indent)
  }

  /// A line end after the last value of an array or object, or after the document.
  package mutating func finalLineBreak(indent: Int = 0) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Fields

  package mutating func field(_ name: StaticString, _ value: String?) { key(name); self.value(value) }
  package mutating func field(_ name: StaticString, _ value: Int?) { key(name); self.value(value) }
  package mutating func field(_ name: StaticString, _ value: Bool?) { key(name); self.value(value) }
  package mutating func field(_ name: StaticString, _ value: [Int]?) { key(name); self.value(value) }

  // MARK: Values

  package mutating func null() { raw("null") }
  package mutating func value(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func value(_ value: Int) {
    separate()
    bytes += String(value).utf8
  }

  /// A number that is not finite, which JSON does not have, is `null`.
  package mutating func value(_ value: Double) {
    guard value.isFinite else { return null() }
    guard let whole = Int(exactly: value) else {
      separate()
      bytes += "\(value)".utf8
      return
    }
    self.value(whole)
  }

  /// A value that is JSON already.
  package mutating func value(json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func raw(_ text: StaticString) {
    separate()
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  package mutating func value(_ text: String) {
    var text = text
    separate()
    text.withUTF8 { quote($0) }
  }

  package mutating func value(_ text: String?) { if let text { value(text) } else { null() } }
  package mutating func value(_ number: Int?) { if let number { value(number) } else { null() } }
  package mutating func value(_ flag: Bool?) { if let flag { value(flag) } else { null() } }
  package mutating func value(_ numbers: [Int]?) {
    guard let numbers else { return null() }
    array { for number in numbers { $0.value(number) } }
  }

  /// Copies stretches without special bytes at once.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C || text[index] == 0x7F {
      bytes.append(contentsOf: text[start..<index])
      escape(text[index])
      start = index + 1
    }
    bytes.append(contentsOf: text[start..<text.count])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes += "\\\"".utf8
    case 0x5C: bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    default:
      let digits = String(byte, radix: 16)
      bytes += ("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8
    }
  }
}
