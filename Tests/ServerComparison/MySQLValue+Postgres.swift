import MySQLServer

extension MySQLValue {
  /// The value that a text of PostgreSQL stands for.
  package init(postgres text: String?, kind: ValueKind) throws {
    guard let text else { self = .null; return }
    switch kind {
    case .boolean: self = .int(["t", "true", "1"].contains(text) ? 1 : 0)
    case .integer:
      guard let number = Int64(text) else { throw ComparisonError(description: "\(text) is no integer") }
      self = .int(number)
    case .decimal: self = .decimal(text)
    case .float: self = .double(Double(text) ?? .nan)
    case .timestamptz:
      guard text.hasSuffix("+00") else { throw ComparisonError(description: "\(text): give a timestamptz with the offset +00") }
      self = .text(String(text.dropLast(3)))
    case .array(let element): self = .text(ComparableValue.arrayAsJSON(text, element: element))
    case .bytes:
      let digits = Array(text.utf8.dropFirst(2))
      self = .blob(stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16) ?? 0 })
    case .text, .paddedText, .date, .time, .timestamp, .json: self = .text(text)
    }
  }
}
