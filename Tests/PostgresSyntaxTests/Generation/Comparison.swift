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
    if Self.isScript(text) { return }
    do {
      let ours = try Parser.parseStatement(SQLText(text))
      difference = Self.difference(of: ours, from: tree, message ?? "")
    } catch {
      difference = tree == nil ? Self.difference(of: error, in: text, from: message ?? "", position) : Self.isTolerated(error) ? nil : "we refuse it: \(error.message)"
    }
  }

  /// libpg_query takes scripts, of no statement too; our parser takes one statement.
  private static func isScript(_ text: String) -> Bool {
    let tokens = Lexer.tokens(of: SQLText(text)).tokens
    return tokens.first?.kind == .end || tokens.first?.symbol == .semicolon || (text.contains(";") && Parser.split(SQLText(text)).count > 1)
  }

  /// Where the judge is no judge: libpg_query takes `$1` for names and literals too, so that normalised statements parse.
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
    // PostgreSQL's tables settle what ALTER GROUP CURRENT_USER means before they see whether anything follows.
    if message.hasSuffix("cannot be used as a role name here") { return nil }
    // GRANT a TO b WITH …, REVOKE a OPTION FOR…, REINDEX DATABASE, CREATE STATISTICS ON…: we read on by the rules of later versions.
    let isLater = ["grant", "revoke", "reindex", "vacuum", "analy", "create statistics"].contains { text.lowercased().contains($0) }
    if isLater, position > 0, error.range.start >= position { return nil }
    guard error.message == message else { return "we say \(error.message) where PostgreSQL says \(message)" }
    // Of a clause given twice PostgreSQL shows the expression, as far as its node has a place.
    if message.hasPrefix("multiple ") { return nil }
    let prefix = Array(text.utf8)[..<error.range.start]
    let ours = error.message.hasSuffix("at end of input") ? text.unicodeScalars.count + 1 : String(decoding: prefix, as: UTF8.self).unicodeScalars.count + 1
    return ours == position || position == 0 ? nil : "\(message): we say at \(ours), PostgreSQL at \(position)"
  }
}

/// The smallest statement that still shows a difference, found by leaving tokens out.
enum Shrinking {
  /// - Parameter pieces: Tokens, each with the white space before it.
  static func smallest(_ pieces: [String]) -> [String] {
    var pieces = pieces
    var size = pieces.count / 2
    while size > 0 {
      var start = 0
      var shrank = false
      while start < pieces.count {
        let shorter = Array(pieces[..<start] + pieces[min(start + size, pieces.count)...])
        if Comparison(shorter.joined()).difference != nil {
          pieces = shorter
          shrank = true
        } else {
          start += size
        }
      }
      if size > 1 { size /= 2 } else if !shrank { size = 0 }
    }
    return pieces
  }

  /// A failure as a message: seed, the smallest statement of its kind, what is wrong with it, the statement.
  static func report(_ pieces: [String], seed: UInt64) -> String {
    let plain = pieces.map { " " + $0.drop { $0.isWhitespace } }
    let small = smallest(Comparison(plain.joined()).difference == nil ? pieces : plain).joined()
    return "SQLFERRY_SEED=\(seed)\n \(small)\n  \(Comparison(small).difference ?? "")\n  from: \(pieces.joined())"
  }
}
