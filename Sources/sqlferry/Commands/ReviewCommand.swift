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
      let outcome = try await job.outcomeToWrite(quiet: quiet)
      let document = outcome.document
      console.tellDiagnostics(of: document)
      let base = TreeBase(document)
      let decisions = DecisionFile(base)
      var session = ReviewSession(document, originals: outcome.originals, ledger: try decisions.ledger(), style: console.style)
      let review = try session.run(.standard) { try decisions.save($0) }
      let failed = review.wantsWriting ? try write(outcome, review.accepted, base, console) : false
      try console.finish(document, exit, failed: failed)
    }
  }

  /// - Returns: Whether a file could not be written.
  private func write(_ outcome: PipelineOutcome, _ accepted: Set<String>, _ base: TreeBase, _ console: Console) throws -> Bool {
    let plan = Patching.plan(outcome.document, originals: outcome.originals, selection: .only(accepted), recheck: outcome.readsBack)
    let changes = base.changes(plan.changes)
    console.tell(plan.diagnostics, root: outcome.document.root)
    var diagnostics = plan.diagnostics
    if let patch {
      let applied = try base.appliedList()
      do throws(FileWriteError) {
        try AtomicFile.write(PatchWriter(changes, applied: applied).combined, to: patch)
      } catch {
        throw Failure("\(error)", help: "name another file with --patch")
      }
      Terminal.write("\(patch)\n")
    } else {
      let written = base.writer.write(changes)
      console.tell(written.diagnostics, root: base.folder)
      diagnostics += written.diagnostics
      for file in written.written { Terminal.write("\(base.path(file))\n") }
    }
    return diagnostics.contains { $0.severity == .error }
  }
}

extension ReviewSession.Console {
  /// The person at the terminal, or a script.
  fileprivate static var standard: ReviewSession.Console {
    ReviewSession.Console(write: { Terminal.write($0) }, readLine: { Swift.readLine() })
  }
}
