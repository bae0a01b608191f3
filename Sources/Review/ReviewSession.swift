import Patching
import Results
import SourceText

/// The review in line mode: shows one suggestion at a time and keeps what is decided.
///
/// In: a result document, the files as they were scanned, and the ledger of earlier runs. Each answer goes into the ledger, which is saved at
/// once, so that the next run goes on where this one stopped. All input and output comes in as closures.
///
///     var session = ReviewSession(document, originals: files, ledger: ledger)
///     let outcome = try session.run(console) { try $0.write(to: path) }
///     if outcome.isFinished { write(outcome.accepted) }
package struct ReviewSession {
  /// Where questions go and answers come from.
  package struct Console {
    package var write: (String) -> Void
    /// The next line without its line end; nil at the end of input.
    package var readLine: () -> String?

    package init(write: @escaping (String) -> Void, readLine: @escaping () -> String?) {
      (self.write, self.readLine) = (write, readLine)
    }
  }

  package struct Outcome: Hashable, Sendable {
    /// Every accepted statement of the document, of this run and of earlier ones.
    package var accepted: Set<String> = []
    /// Answers given in this run.
    package var decided = 0
    /// Whether every suggestion has been shown, rather than the review left.
    package var isFinished = false
    /// Whether the accepted ones are wanted in the source now.
    package var wantsWriting = false
  }

  private let document: ResultDocument
  private let originals: [String: [UInt8]]
  private let view: SuggestionView
  private(set) var ledger: DecisionLedger

  package init(
    _ document: ResultDocument, originals: [String: [UInt8]], ledger: DecisionLedger,
    style: TerminalStyle = TerminalStyle(usesColour: false)
  ) {
    (self.document, self.originals, self.ledger) = (document, originals, ledger)
    view = SuggestionView(document: document, originals: originals, style: style)
  }

  /// The statements to decide on: first those nobody has seen, then those skipped before, each in order of the document.
  package var open: [StatementResult] {
    let suggestions = document.statements.filter { !$0.edits.isEmpty && ($0.status == .converted || $0.status == .review) }
    return suggestions.filter { ledger.decision(on: $0) == nil } + suggestions.filter { ledger.decision(on: $0) == .skip }
  }

  /// Asks about each open suggestion until the last or until the person leaves.
  ///
  /// - Parameter save: Keeps the ledger; called after every answer.
  /// - Throws: What `save` throws; the answer is not kept then.
  package mutating func run(_ console: Console, save: (DecisionLedger) throws -> Void) throws -> Outcome {
    var outcome = Outcome()
    let suggestions = open
    if suggestions.isEmpty { console.write(isEmpty ? Self.nothingToReview : Self.everythingDecided) }
    outcome.isFinished = true
    for (index, suggestion) in suggestions.enumerated() {
      console.write(view.suggestion(suggestion, number: index + 1, of: suggestions.count))
      guard let decision = ask(console) else {
        outcome.isFinished = false
        break
      }
      var next = ledger
      next.record(decision, on: suggestion)
      try save(next)
      ledger = next
      outcome.decided += 1
    }
    outcome.accepted = ledger.ids(.accept, in: document)
    console.write(summary)
    if outcome.isFinished, !outcome.accepted.isEmpty { outcome.wantsWriting = askWhetherToWrite(console, outcome.accepted.count) }
    return outcome
  }

  private var isEmpty: Bool { !document.statements.contains { !$0.edits.isEmpty } }

  // MARK: Questions

  /// A decision, or nil to leave.
  private func ask(_ console: Console) -> DecisionLedger.Decision? {
    while true {
      console.write(view.prompt("accept this rewrite? [y,n,s,q,?] "))
      guard let line = console.readLine() else {
        console.write("\n")
        return nil
      }
      switch Self.word(line) {
      case "y", "yes": return .accept
      case "n", "no": return .reject
      case "s", "skip": return .skip
      case "q", "quit": return nil
      default: console.write(Self.help)
      }
    }
  }

  private func askWhetherToWrite(_ console: Console, _ count: Int) -> Bool {
    while true {
      console.write(view.prompt("write the \(count == 1 ? "accepted rewrite" : "\(count) accepted rewrites") now? [y,n] "))
      guard let line = console.readLine() else {
        console.write("\n")
        return false
      }
      switch Self.word(line) {
      case "y", "yes": return true
      case "n", "no", "q", "quit": return false
      default: continue
      }
    }
  }

  private static func word(_ line: String) -> String {
    line.filter { !$0.isWhitespace }.lowercased()
  }

  // MARK: Texts

  private var summary: String {
    let counts: [(DecisionLedger.Decision, String)] = [(.accept, "accepted"), (.reject, "rejected"), (.skip, "skipped")]
    let undecided = open.count - ledger.ids(.skip, in: document).count
    let parts = counts.map { "\(ledger.ids($0.0, in: document).count) \($0.1)" } + ["\(undecided) undecided"]
    return parts.joined(separator: ", ") + "\n"
  }

  private static let help = """
    y - accept this rewrite
    n - reject it: it is not written, nor asked about again while it stays the same
    s - skip it: ask again in a later review
    q - quit: what was decided is kept, the next review goes on here
    ? - show this help

    """

  private static let nothingToReview = "no rewrite to review\n"
  private static let everythingDecided = "every rewrite has been decided on\n"
}
