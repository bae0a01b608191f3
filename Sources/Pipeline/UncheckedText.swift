import PostgresSyntax
import SourceText

/// What a statement holds that PostgreSQL looks at only when it runs: text inside the statement, or a name that lives in the session.
struct UncheckedText {
  /// One sentence for a finding.
  var message: String
  var range: ByteRange

  /// The first such part of a utility statement; nil where there is none.
  init?(in tree: SyntaxTree) {
    guard tree[tree.root].kind != .fragment else { return nil }
    var reader = TokenReader(tokens: tree.tokens, text: tree.text)
    if reader.take("do") {
      self.init("the block's body is checked only when it runs", at: reader.range)
    } else if reader.take("create") {
      reader.skip("or", "replace")
      guard reader.take("function") || reader.take("procedure"), let body = Self.body(&reader) else { return nil }
      self.init("the routine's body is text, which is not checked here", at: body)
    } else {
      self.init(sessionNameIn: &reader)
    }
  }

  private init?(_ message: String, at range: ByteRange?) {
    guard let range else { return nil }
    (self.message, self.range) = (message, range)
  }

  private init?(sessionNameIn reader: inout TokenReader) {
    if reader.take("explain") {
      while !reader.isAtEnd, !reader.isAny("execute", "select", "insert", "update", "delete", "with", "values", "create") { reader.advance() }
    }
    if reader.take("execute") || reader.take("deallocate") {
      reader.skip("prepare")
      guard !reader.isAny("all") else { return nil }
      self.init("the statement that \(reader.string) names is prepared elsewhere in the session", at: reader.range)
    } else if reader.isAny("fetch", "move", "close") {
      // A direction may stand before it; the cursor's name comes last.
      while let next = reader.following { reader = next }
      guard !reader.isAny("all") else { return nil }
      self.init("the cursor \(reader.string) is opened elsewhere in the session", at: reader.range)
    } else {
      return nil
    }
  }

  /// The string after AS.
  private static func body(_ reader: inout TokenReader) -> ByteRange? {
    while !reader.isAtEnd {
      if reader.take("as"), reader.holdsString { return reader.range }
      reader.advance()
    }
    return nil
  }
}

extension TokenReader {
  /// The reader one token further; nil where that is the end.
  fileprivate var following: TokenReader? {
    var next = self
    next.advance()
    return next.isAtEnd || next.string == ";" ? nil : next
  }
}
