import HostLanguages
import PostgresSyntax
import SourceText

/// Tells SQL from other text.
///
///     SQLRecognizer.recognize(text, use: use)      // nil for prose, logs, keys…
///
/// What a known sink takes is SQL, unless it clearly is none. Other text must begin as a statement does, parse to its end, and
/// show something that prose does not: operators, placeholders, calls, keywords in capitals.
package enum SQLRecognizer {
  package struct Verdict: Hashable, Sendable {
    package var kind: EmbeddedStatement.Kind
    package var confidence: EmbeddedStatement.Confidence

    /// Of text that was found to be SQL before it was edited.
    static let known = Verdict(kind: .statement, confidence: .likely)
  }

  /// - Parameter text: With its placeholders and holes as atoms.
  package static func recognize(_ text: SQLText, use: TextUse) -> Verdict? {
    guard !use.isNonSink else { return nil }
    let first = SQLWords.first(of: text.bytes)
    let verdict = use.sink == nil ? looseText(text, first: first, use: use) : sinkArgument(text, first: first)
    guard var verdict else { return nil }
    if use.isPartial { verdict.kind = .fragment }
    return verdict
  }

  // MARK: Arguments of sinks

  private static func sinkArgument(_ text: SQLText, first: String) -> Verdict? {
    let begins = SQLWords.statements.contains(first)
    if begins, (try? Parser.parseStatement(text)) != nil { return Verdict(kind: .statement, confidence: .certain) }
    // A hole in front may hold the rest of the statement, or another one.
    if !begins, SQLWords.fragments.contains(first) || hasHoleFirst(text), (try? Parser.parseFragment(text)) != nil, words(of: text).count > 1 {
      return Verdict(kind: .fragment, confidence: .certain)
    }
    guard begins || seemsSQL(text) else { return nil }
    // PostgreSQL rejects it, which is worth saying; but what a hole may mend is no error.
    return Verdict(kind: text.hasHoles ? .fragment : .statement, confidence: .certain)
  }

  private static func hasHoleFirst(_ text: SQLText) -> Bool {
    guard let hole = text.holes.first else { return false }
    return text.bytes[..<hole.range.start].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == UInt8(ascii: "(") }
  }

  /// Whether text that begins like no statement holds two of SQL's own words all the same.
  private static func seemsSQL(_ text: SQLText) -> Bool {
    let known: Set<String> = ["FROM", "GROUP", "INTO", "JOIN", "ORDER", "SELECT", "SET", "TABLE", "VALUES", "WHERE"]
    let words = words(of: text).map { $0.uppercased() }
    return words.count > 3 && words.count(where: known.contains) >= (words.contains("SELECT") || words.contains("WHERE") ? 1 : 2)
  }

  /// The first words of a text, as written.
  private static func words(of text: SQLText) -> [String] {
    text.bytes.prefix(4000).split { !(($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A) && $0 != UInt8(ascii: "_") && !(0x30...0x39).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Other text

  private static func looseText(_ text: SQLText, first: String, use: TextUse) -> Verdict? {
    guard hasInnerSpace(text.bytes) else { return nil }
    if SQLWords.core.contains(first) || (SQLWords.statements.contains(first) && hasCapitals(text)), let tree = try? Parser.parseStatement(text) {
      return Evidence(tree).isStatement(first: first) ? Verdict(kind: .statement, confidence: .likely) : nil
    }
    if SQLWords.core.contains(first), text.hasHoles, hasManyCapitals(text) { return Verdict(kind: .fragment, confidence: .likely) }
    guard SQLWords.fragments.contains(first), hasCapitals(text), let tree = try? Parser.parseFragment(text) else { return nil }
    return Evidence(tree).isFragment ? Verdict(kind: .fragment, confidence: .likely) : nil
  }

  /// Whether white space stands between other bytes: one word, or `LEFT-TRIM`, is a key or a keyword of something else.
  private static func hasInnerSpace(_ bytes: [UInt8]) -> Bool {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) }) else { return false }
    return bytes[first...last].contains(where: isSpace)
  }

  /// Whether the first word is written in capitals.
  private static func hasCapitals(_ text: SQLText) -> Bool {
    words(of: text).first.map { $0.count > 1 && $0 == $0.uppercased() } ?? false
  }

  /// Whether three different words of SQL stand in capitals.
  private static func hasManyCapitals(_ text: SQLText) -> Bool {
    let known: Set<String> = [
      "AND", "AS", "BY", "CREATE", "DELETE", "EXISTS", "FROM", "IN", "INSERT", "INTO", "IS", "JOIN", "NOT", "ON", "ORDER", "SELECT", "SET", "TABLE",
      "UPDATE", "VALUES", "WHERE",
    ]
    return Set(words(of: text)).intersection(known).count >= 3
  }

  /// What in a tree's tokens speaks for SQL.
  private struct Evidence {
    /// Operators, calls, member dots, quotes, placeholders.
    var strong = 0
    var capitals = 0
    var lowerKeywords = 0
    var proseWords = 0
    var underscores = 0
    var numbers = 0
    var names = 0
    var isTitleCase = false
    var hasImplicitAlias = false
    var keywords: [String] = []

    init(_ tree: SyntaxTree) {
      for (number, token) in tree.tokens.enumerated() {
        let word = tree.text.string(in: token.range)
        switch token.kind {
        case .keyword: take(keyword: word, isFirst: number == 0)
        case .identifier:
          names += 1
          let isBeforeName = number + 1 < tree.tokens.count && tree.tokens[number + 1].kind == .identifier
          take(identifier: word, isBeforeName: isBeforeName)
        case .quotedIdentifier, .string, .bitString, .parameter, .operator, .atom:
          strong += 1
          names += 1
        case .punctuation: if word != ",", word != ";" { strong += 1 }
        case .integer, .numeric: numbers += 1
        case .end: break
        }
      }
      hasImplicitAlias = tree.ids.contains { id in
        let node = tree[id]
        return (node.kind == .resultTarget && !node.attributes.contains(.explicit) && tree.child(of: id, .alias) != nil)
          || (node.kind == .alias && !node.attributes.contains(.explicit))
      }
    }

    private mutating func take(keyword word: String, isFirst: Bool) {
      let upper = word.uppercased()
      keywords.append(upper)
      if word == upper { capitals += 1 } else if word == word.lowercased() { lowerKeywords += 1 }
      if isFirst { isTitleCase = word != upper && word != word.lowercased() }
      if word != upper, ["all", "any", "some", "for", "with", "to", "is", "or", "if"].contains(word.lowercased()) { proseWords += 1 }
    }

    private mutating func take(identifier word: String, isBeforeName: Bool) {
      if word.contains("_") { underscores += 1 }
      let lower = word.lowercased()
      // `a` is a fine name, but not in front of another word.
      if SQLWords.prose.contains(lower), lower != "a" || isBeforeName { proseWords += 1 }
    }

    func isStatement(first: String) -> Bool {
      if isTitleCase, strong == 0 || proseWords > 0 { return false }
      if ["ALTER", "CREATE", "DROP"].contains(first), !keywords.dropFirst().prefix(4).contains(where: SQLWords.objects.contains) { return false }
      // `SET NULL`, `SHOW ALL`: two words in capitals are more often something else.
      if !SQLWords.core.contains(first), strong == 0, capitals < 3 { return false }
      if names == 0, numbers == 0 { return false }
      if strong > 0 { return proseWords == 0 || capitals > 1 || strong > 2 }
      if capitals > 1 { return proseWords < capitals - 1 || proseWords == 0 || underscores > 0 }
      if capitals > 0, numbers > 0 { return proseWords == 0 }
      if proseWords > 0 { return false }
      if underscores > 0 { return true }
      return lowerKeywords > 1 && !hasImplicitAlias && first != "DELETE"
    }

    var isFragment: Bool {
      strong > 1 || (strong > 0 && capitals > 0 && proseWords == 0) || (capitals > 1 && proseWords == 0 && (names + numbers > 0 || capitals > 2))
    }
  }
}
