import ArgumentParser
import Patching
import Pipeline
import Results

struct Apply: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the rewrites into the source files.",
    discussion: """
      Each file is replaced as a whole or not at all; a file that changed since it was scanned is left alone. What was written is noted \
      in .sqlferry/applied, so that applying twice changes nothing the second time.

      Example: sqlferry apply src --database postgresql:///shop
      """)

  @OptionGroup var job: TreeJobOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var exit: ExitOptions

  @Flag(name: .shortAndLong, help: "No progress and no informal messages on standard error.")
  var quiet = false

  func run() async throws {
    try await reportingFailures {
      let console = Console(quiet: quiet)
      let outcome = try await job.outcomeToWrite(quiet: quiet)
      let base = TreeBase(outcome.document)
      let plan = Patching.plan(
        outcome.document, originals: outcome.originals, selection: try selection.selection(base, outcome.document), recheck: outcome.readsBack)
      let written = base.writer.write(base.changes(plan.changes))
      console.tellDiagnostics(of: outcome.document, and: plan.diagnostics)
      console.tell(written.diagnostics, root: base.folder)
      for file in written.written { Terminal.write("\(base.path(file))\n") }
      if plan.changes.isEmpty { console.note(NothingToDo.message(outcome.document)) }
      let failed = (plan.diagnostics + written.diagnostics).contains { $0.severity == .error }
      try console.finish(outcome.document, exit, failed: failed)
    }
  }
}
