import HostLanguages
import SourceText

/// A parameter whose value must be passed as the text of a JSON array.
package struct JSONParameter: Hashable, Sendable {
  package var parameter: Int
  package var element: JSONEncoding.Element

  package init(parameter: Int, element: JSONEncoding.Element) { (self.parameter, self.element) = (parameter, element) }
}

/// Values of a call that are passed in another form: what is put around each.
struct EncodedValues {
  /// By the parameter's number; empty around a value that is JSON text already.
  private(set) var forms: [Int: JSONEncoding.Form] = [:]
  /// Has the file name the module that the forms need; nil where it does.
  private(set) var importEdit: TextEdit?

  static let none = EncodedValues()
  private init() {}

  /// The forms for those parameters whose value is seen and is no text.
  ///
  /// - Parameter values: The ranges of each parameter's value, by number: one in each row that the call binds.
  init(_ parameters: [JSONParameter], values: [Int: [ByteRange]], of statement: EmbeddedStatement, reader: ValueReader) {
    guard let encoding = reader.file.language.jsonEncoding else { return }
    let hasBigIntegers = reader.hasBigIntegers
    for parameter in parameters {
      guard let ranges = values[parameter.parameter], !ranges.isEmpty else { continue }
      let found = ranges.map { Self.form(of: $0, parameter.element, encoding, driver: statement.driver.id, hasBigIntegers: hasBigIntegers, reader) }
      // All rows or none.
      if let form = found[0], found.allSatisfy({ $0 == form }) { forms[parameter.parameter] = form }
    }
    guard let module = encoding.module, forms.values.contains(where: { !$0.before.isEmpty }) else { return }
    switch reader.importing(module) {
    case .present: break
    case .insertion(let edit): importEdit = edit
    case .impossible: forms = forms.filter { $0.value.before.isEmpty }
    }
  }

  private static func form(
    of range: ByteRange, _ element: JSONEncoding.Element, _ encoding: JSONEncoding, driver: String, hasBigIntegers: Bool, _ reader: ValueReader
  ) -> JSONEncoding.Form? {
    guard range.start >= 0, range.end <= reader.file.bytes.count, !range.isEmpty else { return nil }
    if encoding.calls.contains(where: { reader.file.bytes[range.range].starts(with: $0.utf8) }) { return JSONEncoding.Form("", "") }
    let nature = reader.nature(of: range)
    guard nature != .text else { return nil }
    return encoding.form(JSONEncoding.Situation(element: element, nature: nature, driver: driver, hasBigIntegers: hasBigIntegers))
  }

  /// A value's text in its form.
  func text(of value: [UInt8], _ parameter: Int) -> [UInt8] {
    guard let form = forms[parameter] else { return value }
    return Array(form.before.utf8) + value + Array(form.after.utf8)
  }

  /// The edits that put a value into its form where it stands.
  func edits(of range: ByteRange, _ parameter: Int) -> [TextEdit] {
    guard let form = forms[parameter], !form.before.isEmpty else { return [] }
    return [
      TextEdit(ByteRange(range.start, range.start), with: Array(form.before.utf8)), TextEdit(ByteRange(range.end, range.end), with: Array(form.after.utf8)),
    ]
  }

  var isEmpty: Bool { forms.values.allSatisfy(\.before.isEmpty) }
}

extension ValueReader {
  fileprivate var hasBigIntegers: Bool {
    ["bigint", "BigInt"].contains { word in
      let pattern = Array(word.utf8)
      return file.bytes.firstRange(of: pattern) != nil
    }
  }
}
