import ArgumentParser
import Patching
import Pipeline
import Results
import Review

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Shows one suggestion at a time, to accept or reject.",
    discussion: """
      Answers are y, n, s(kip), q(uit) and ?. Decisions are kept in .sqlferry/decisions under the tree; the next run goes on where the last \
      stopped. At the end the accepted rewrites are written into the files, or with --patch into a patch file.

      Example: sqlferry review src --database postgresql:///shop
      """)

  @OptionGroup var job: TreeJobOptions
  @OptionGroup var exit: ExitOptions

  @Option(help: ArgumentHelp("Write the accepted rewrites as a patch to this file instead of into the sources.", valueName: "file"))
  var patch: String?

  @Flag(name: .shortAndLong, help: "No progress and no informal messages on standard error.")
  var quiet = false

  @Flag(help: "No colours, also on a terminal. NO_COLOR in the environment does the same.")
  var noColor = false

  func run() async throws {
    try await reportingFailures {
      let console = Console(quiet: quiet, noColor: noColor)
      let outcome = try await job.outcome(quiet: quiet)
      let document = outcome.document
      console.tellDiagnostics(of: document)
      let decisions = DecisionFile(root: document.root)
      var session = ReviewSession(document, originals: outcome.originals, ledger: try decisions.ledger(), style: console.style)
      let review = try session.run(.standard) { try decisions.save($0) }
      let failed = review.wantsWriting ? try write(outcome, review.accepted, console) : false
      try console.finish(document, exit, failed: failed)
    }
  }

  /// - Returns: Whether a file could not be written.
  private func write(_ outcome: PipelineOutcome, _ accepted: Set<String>, _ console: Console) throws -> Bool {
    let root = outcome.document.root
    let plan = Patching.plan(outcome.document, originals: outcome.originals, selection: .only(accepted), recheck: outcome.readsBack)
    let writer = InPlaceWriter(root: root)
    var diagnostics = plan.diagnostics
    if let patch {
      do {
        try AtomicFile.write(PatchWriter(plan.changes, applied: try writer.appliedList()).combined, to: patch)
      } catch let error as FileWriteError {
        throw Failure("\(error)", help: "name another file with --patch")
      }
      Terminal.write("\(patch)\n")
    } else {
      let written = writer.write(plan.changes)
      diagnostics += written.diagnostics
      for file in written.written { Terminal.write("\(outcome.document.displayPath(file))\n") }
    }
    console.tell(diagnostics, root: root)
    return diagnostics.contains { $0.severity == .error }
  }
}

extension ReviewSession.Console {
  /// The person at the terminal, or a script.
  fileprivate static var standard: ReviewSession.Console {
    ReviewSession.Console(write: { Terminal.write($0) }, readLine: { Swift.readLine() })
  }
}
