/// A pattern in MySQL's dialect (ICU), to be matched with the flags `c` and `n`.
enum PatternWriter {
  static func text(of node: PatternNode, _ options: PatternOptions) -> String { PatternWriterState(options: options).text(node) }

  /// The pattern as an element, in parentheses where it is more than one.
  static func element(_ node: PatternNode, _ options: PatternOptions) -> String {
    if case .alternatives = node { return "(?:" + text(of: node, options) + ")" }
    return text(of: node, options)
  }
}

private struct PatternWriterState {
  let options: PatternOptions

  private var word: String { "[\(PatternClass.named("word", options)?.text ?? "")]" }

  func text(_ node: PatternNode) -> String {
    switch node {
    case .characters(let set): return set.text
    case .sequence(let nodes): return nodes.map { if case .alternatives = $0 { "(?:\(text($0)))" } else { text($0) } }.joined()
    case .alternatives(let nodes): return nodes.map(text).joined(separator: "|")
    case .group(let inner, let number): return (number == nil ? "(?:" : "(") + text(inner) + ")"
    case .repeated(let inner, let least, let most, let isLazy): return text(inner) + count(least, most) + (isLazy ? "?" : "")
    case .assertion(let assertion): return text(assertion)
    case .look(let inner, let isAhead, let isNegative): return "(?" + (isAhead ? "" : "<") + (isNegative ? "!" : "=") + text(inner) + ")"
    // A digit after it would be read as a part of the number.
    case .reference(let number): return "(?:\\\(number))"
    }
  }

  private func count(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1?): "?"
    case (_, nil): "{\(least),}"
    case (_, let most?): least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }

  private func text(_ assertion: PatternAssertion) -> String {
    // ICU's own \\b counts combining marks as parts of a word.
    let start = "(?<!\(word))(?=\(word))", end = "(?<=\(word))(?!\(word))"
    switch assertion {
    case .textStart: return "^"
    // ICU's $ also matches before a line end at the end of the text.
    case .textEnd: return "\\z"
    case .lineStart: return "(?<![^\\n])"
    case .lineEnd: return "(?![^\\n])"
    case .wordStart: return start
    case .wordEnd: return end
    case .wordEdge: return "(?:\(start)|\(end))"
    case .notWordEdge: return "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))"
    }
  }
}
