import SourceText

extension Parser {
  /// The unquoted words that a statement begins with, in lower case, up to the first token that is none: what kind of statement it is can
  /// be told without parsing it.
  ///
  /// - Parameter limit: How many words at most.
  /// - Complexity: Looks at the first 4 KiB alone.
  package static func leadingWords(of statement: ArraySlice<UInt8>, limit: Int = 8) -> [String] {
    let text = SQLText(bytes: Array(statement.prefix(4096)))
    var lexer = Lexer(text, isLenient: true)
    var words: [String] = []
    while words.count < limit, lexer.error == nil, lexer.lexOneToken(), let token = lexer.takeLastToken() {
      guard token.kind == .keyword || token.kind == .identifier else { break }
      words.append(text.string(in: token.range).lowercased())
    }
    return words
  }
}
