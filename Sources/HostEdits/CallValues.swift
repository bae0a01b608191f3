import HostLanguages
import SourceText

/// The values that a call binds, by position or by name, and the forms that some of them need.
struct CallValues {
  /// Whether the values stay where they are: those with names, and those of rows or of an option.
  let isInPlace: Bool
  let encoded: EncodedValues
  /// By the parameter's number, one range a row.
  private let ranges: [Int: [ByteRange]]
  private let call: CallSite?

  init(_ statement: EmbeddedStatement, _ parameters: [JSONParameter], reader: ValueReader?) {
    call = statement.callSite
    let placeholders = statement.text.placeholders
    let isNamed = placeholders.contains { $0.name != nil }
    guard !parameters.isEmpty, let call, let reader else {
      (ranges, encoded, isInPlace) = ([:], .none, isNamed)
      return
    }
    let file = reader.file
    if isNamed {
      ranges = Self.named(Self.namedRows(statement, call, file), placeholders)
      isInPlace = true
    } else if let rows = Self.positionalRows(statement, call, file) {
      // Sequelize's $n are no placeholders of the text: n is the place in the list.
      let count = placeholders.isEmpty ? rows.first?.count ?? 0 : Self.count(placeholders)
      ranges = Self.positional(rows, count)
      isInPlace = true
    } else {
      ranges = call.parameters.map { Self.positional([$0], Self.count(placeholders)) } ?? [:]
      isInPlace = false
    }
    encoded = EncodedValues(parameters, values: ranges, of: statement, reader: reader)
  }

  private static func namedRows(_ statement: EmbeddedStatement, _ call: CallSite, _ file: HostFile) -> [[HostArgument]] {
    if let values = file.namedValues(of: call) { return [values] }
    if let rows = file.boundRows(of: call) { return rows }
    // Values that the call gives as well would take the place of these.
    guard statement.driver.id == "sqlalchemy", call.arguments.count == call.statementArgument + 1, let literal = statement.literals.first,
      call.arguments[call.statementArgument].range.contains(literal.range), let bound = file.keywords(ofMethod: "bindparams", on: literal.range)
    else { return [] }
    return [bound]
  }

  private static func positionalRows(_ statement: EmbeddedStatement, _ call: CallSite, _ file: HostFile) -> [[HostArgument]]? {
    if call.callee == "executemany", statement.language == "python" { return file.boundRows(of: call) }
    if statement.driver.id == "sequelize" { return file.elements(ofProperty: "bind", of: call).map { [$0] } }
    return nil
  }

  private static func count(_ placeholders: [Atom]) -> Int { placeholders.compactMap(\.parameter).max() ?? 0 }

  private static func positional(_ rows: [[HostArgument]], _ count: Int) -> [Int: [ByteRange]] {
    guard rows.allSatisfy({ $0.count == count && $0.allSatisfy { !$0.isSpread && $0.name == nil } }), count > 0 else { return [:] }
    return Dictionary(uniqueKeysWithValues: (1...count).map { number in (number, rows.map { $0[number - 1].range }) })
  }

  /// A name that stands for two parameters of different types has one value, which cannot have two forms.
  private static func named(_ rows: [[HostArgument]], _ placeholders: [Atom]) -> [Int: [ByteRange]] {
    var result: [Int: [ByteRange]] = [:]
    for atom in placeholders {
      guard let number = atom.parameter, let name = atom.name else { continue }
      let isShared = placeholders.contains { $0.name == name && $0.parameter != number }
      let found = rows.map { row in row.filter { $0.name == name } }
      if !isShared, !found.isEmpty, found.allSatisfy({ $0.count == 1 }) { result[number] = found.map { $0[0].range } }
    }
    return result
  }

  /// The edits of values that stay where they are, and the text of the argument that holds them; nil where that holds the statement, too.
  func editsInPlace(in host: [UInt8]) -> (edits: [TextEdit], argument: HostEditPlan.NamedArgument?)? {
    guard let call, !encoded.isEmpty else { return nil }
    let places = ranges.flatMap { number, ranges in ranges.map { (range: $0, number: number) } }.sorted { $0.range < $1.range }
    let edits = places.flatMap { encoded.edits(of: $0.range, $0.number) }
    guard let first = edits.first, let index = call.arguments.firstIndex(where: { $0.range.contains(first.range) }) else { return nil }
    let argument = call.arguments[index].range
    guard edits.allSatisfy({ argument.contains($0.range) }) else { return nil }
    guard index != call.statementArgument else { return (edits, nil) }
    let inside = edits.map { TextEdit($0.range.shifted(by: -argument.start), with: $0.replacement) }
    guard let text = try? inside.applied(to: Array(host[argument.range])) else { return nil }
    return (edits, HostEditPlan.NamedArgument(index: index, text: text))
  }
}
