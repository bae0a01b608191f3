import HostLanguages
import SourceText

/// The values that a call binds, by position or by name, and the forms that some of them need.
struct CallValues {
  let isNamed: Bool
  let encoded: EncodedValues
  /// By the parameter's number.
  private let ranges: [Int: ByteRange]
  private let call: CallSite?

  init(_ statement: EmbeddedStatement, _ parameters: [JSONParameter], reader: ValueReader?) {
    call = statement.callSite
    let placeholders = statement.text.placeholders
    isNamed = placeholders.contains { $0.name != nil }
    guard !parameters.isEmpty, let call, let reader else {
      (ranges, encoded) = ([:], .none)
      return
    }
    ranges = isNamed ? Self.named(call, placeholders, reader.file) : Self.positional(call, placeholders)
    encoded = EncodedValues(parameters, values: ranges, of: statement, reader: reader)
  }

  private static func positional(_ call: CallSite, _ placeholders: [Atom]) -> [Int: ByteRange] {
    let count = placeholders.compactMap(\.parameter).max() ?? 0
    guard let values = call.parameters, values.count == count, values.allSatisfy({ !$0.isSpread && $0.name == nil }) else { return [:] }
    return Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0.offset + 1, $0.element.range) })
  }

  /// A name that stands for two parameters of different types has one value, which cannot have two forms.
  private static func named(_ call: CallSite, _ placeholders: [Atom], _ file: HostFile) -> [Int: ByteRange] {
    guard let values = file.namedValues(of: call) else { return [:] }
    var result: [Int: ByteRange] = [:]
    for atom in placeholders {
      guard let number = atom.parameter, let name = atom.name else { continue }
      let isShared = placeholders.contains { $0.name == name && $0.parameter != number }
      let found = values.filter { $0.name == name }
      if !isShared, found.count == 1 { result[number] = found[0].range }
    }
    return result
  }

  /// The edits of values that a dictionary holds, and that argument's text with them.
  func namedEdits(in host: [UInt8]) -> (edits: [TextEdit], argument: HostEditPlan.NamedArgument)? {
    guard let call, !encoded.isEmpty else { return nil }
    let edits = ranges.sorted { $0.value < $1.value }.flatMap { encoded.edits(of: $0.value, $0.key) }
    guard let first = edits.first, let index = call.arguments.firstIndex(where: { $0.range.contains(first.range) }) else { return nil }
    let argument = call.arguments[index].range
    guard edits.allSatisfy({ argument.contains($0.range) }) else { return nil }
    let inside = edits.map { TextEdit($0.range.shifted(by: -argument.start), with: $0.replacement) }
    guard let text = try? inside.applied(to: Array(host[argument.range])) else { return nil }
    return (edits, HostEditPlan.NamedArgument(index: index, text: text))
  }
}
