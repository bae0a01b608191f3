import SourceText

@testable import PostgresSyntax

/// What our parser and PostgreSQL's say of one text.
struct Comparison {
  /// Whether PostgreSQL takes it as a statement.
  var isAccepted: Bool
  /// How the two disagree; nil where they do not.
  var difference: String?

  init(_ text: String) {
    let (tree, message, position) = Judge.verdict(on: text)
    isAccepted = tree != nil
    if tree != nil, Parser.split(SQLText(text)).count != 1 { return }
    do {
      let ours = try Parser.parseStatement(SQLText(text))
      difference = Self.difference(of: ours, from: tree, message ?? "")
    } catch {
      difference = tree == nil ? Self.difference(of: error, in: text, from: message ?? "", position) : Self.isTolerated(error) ? nil : "we refuse it: \(error.message)"
    }
  }

  /// Where the judge is no judge: libpg_query takes `$1` for names and literals too, so that normalised statements parse; it takes no
  /// statement at all, and several of them.
  private static func isTolerated(_ error: SyntaxError) -> Bool {
    error.message.contains("at or near \"$")
  }

  private static func difference(of ours: SyntaxTree, from tree: String?, _ message: String) -> String? {
    if let defect = ours.defects.first { return "defect: \(defect)" }
    guard let tree else {
      // What came after the judge's version.
      return ours.minimumRelease > 15 ? nil : "PostgreSQL refuses it: \(message)"
    }
    let printed = ours.fullyParenthesised()
    let again = Judge.verdict(on: printed)
    if again.tree == tree { return nil }
    return "another tree: \(printed) \(again.message ?? "")"
  }

  private static func difference(of error: SyntaxError, in text: String, from message: String, _ position: Int) -> String? {
    if error.sqlstate == "54001" || isTolerated(error) { return nil }
    if message.hasSuffix("in FROM must have an alias") { return nil }
    guard error.message == message else { return "we say \(error.message) where PostgreSQL says \(message)" }
    let prefix = Array(text.utf8)[..<error.range.start]
    let ours = error.message.hasSuffix("at end of input") ? text.unicodeScalars.count + 1 : String(decoding: prefix, as: UTF8.self).unicodeScalars.count + 1
    return ours == position || position == 0 ? nil : "\(message): we say at \(ours), PostgreSQL at \(position)"
  }
}

/// The smallest statement that still shows a difference, found by leaving tokens out.
enum Shrinking {
  static func smallest(_ tokens: [String]) -> [String] {
    var tokens = tokens
    var size = tokens.count / 2
    while size > 0 {
      var start = 0
      var shrank = false
      while start < tokens.count {
        let shorter = Array(tokens[..<start] + tokens[min(start + size, tokens.count)...])
        if Comparison(shorter.joined(separator: " ")).difference != nil {
          tokens = shorter
          shrank = true
        } else {
          start += size
        }
      }
      if size > 1 { size /= 2 } else if !shrank { size = 0 }
    }
    return tokens
  }

  /// A failure as a message: seed, statement, the smallest one of its kind.
  static func report(_ tokens: [String], text: String, difference: String, seed: UInt64) -> String {
    let small = smallest(tokens)
    let shrunk = small.joined(separator: " ")
    let reason = Comparison(shrunk).difference ?? difference
    return "SQLFERRY_SEED=\(seed)\n  \(shrunk)\n  \(reason)\n  from: \(text)"
  }
}
