import HostLanguages
import PostgresSyntax
import Results
import SourceText

/// SQL text given as such: a file's or standard input's.
package struct TextInput: Sendable {
  /// Names the input in the document; with `/`.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}

/// One statement of a `TextInput`.
struct TextStatement: Sendable {
  /// With its atoms, from its first token to its last, without the semicolon.
  var text: SQLText
  /// In bytes of the input.
  var range: ByteRange
}

extension TextInput {
  /// The statements of the text, in order.
  ///
  /// - Parameter style: How placeholders are written; nil to find out from the text.
  func statements(_ style: PlaceholderStyle?) -> [TextStatement] {
    let whole = Placeholders.locate(in: SQLText(bytes: bytes), style: style ?? Self.style(of: bytes))
    return Parser.split(whole).map { range in TextStatement(text: whole.part(range), range: range) }
  }

  /// The style that most placeholders of a text are written in; `$n` where there are none.
  static func style(of bytes: [UInt8]) -> PlaceholderStyle {
    let styles: [PlaceholderStyle] = [.dollar, .question, .percent, .colon, .at]
    let counts = styles.map { Placeholders.locate(in: SQLText(bytes: bytes), style: $0).placeholders.count }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return .dollar }
    return styles[index]
  }

  /// The document's entries for the statements, in order, before anything is known of them.
  func entries(of statements: [TextStatement]) -> [StatementResult] {
    let lines = LineMap(bytes)
    var numbering = StatementNumbering(file: name)
    return statements.map { statement in
      let (id, fingerprint) = numbering.next(statement.text.bytes)
      return StatementResult(
        id: id, fingerprint: fingerprint, file: name, language: "sql", kind: "statement", confidence: "certain",
        range: lines.range(of: statement.range), literals: [.init(range: statement.range)], sql: statement.text, status: nil)
    }
  }

  /// Notes where each finding stands in the input.
  func placeFindings(of entries: inout [StatementResult]) {
    guard entries.contains(where: { !$0.findings.isEmpty }) else { return }
    let lines = LineMap(bytes)
    for index in entries.indices {
      let start = entries[index].range.start.offset
      entries[index].findingPlaces = entries[index].findings.map { lines.range(of: $0.range.shifted(by: start)) }
    }
  }
}

extension SQLText {
  /// The text of a range, its atoms numbered anew in order of first use where the number is not written in the text itself.
  fileprivate func part(_ range: ByteRange) -> SQLText {
    var numbers: [Int: Int] = [:]
    let atoms = atoms.filter { range.contains($0.range) }.map { atom in
      var atom = atom
      if let number = atom.parameter, bytes[atom.range.start] != UInt8(ascii: "$") {
        if numbers[number] == nil { numbers[number] = numbers.count + 1 }
        atom.parameter = numbers[number]
      }
      atom.range = atom.range.shifted(by: -range.start)
      return atom
    }
    return SQLText(bytes: Array(bytes[range.range]), atoms: atoms)
  }
}
