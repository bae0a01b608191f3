import ArgumentParser
import Patching
import Pipeline
import Results
import SourceText

struct Patch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the rewrites as patch files that git apply and patch -p1 accept.",
    discussion: """
      The patches are for the folder in which sqlferry runs, or for the folder that all given paths share where that is elsewhere. Nothing \
      in the tree is changed.

      Example: sqlferry patch src --database postgresql:///shop -o patches
      """)

  @OptionGroup var job: TreeJobOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var exit: ExitOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the patch files, one for each file.", valueName: "folder"))
  var output: String?

  @Flag(help: "Write one patch to standard output instead.")
  var stdout = false

  @Flag(name: .shortAndLong, help: "No progress and no informal messages on standard error.")
  var quiet = false

  func validate() throws {
    if stdout == (output != nil) { throw ValidationError("give either -o FOLDER or --stdout") }
  }

  func run() async throws {
    try await reportingFailures {
      let console = Console(quiet: quiet)
      let outcome = try await job.outcomeToWrite(quiet: quiet)
      let base = TreeBase(outcome.document)
      let plan = Patching.plan(
        outcome.document, originals: outcome.originals, selection: try selection.selection(base, outcome.document), recheck: outcome.readsBack)
      console.tellDiagnostics(of: outcome.document, and: plan.diagnostics)
      let writer = PatchWriter(base.changes(plan.changes), applied: try base.appliedList())
      if stdout {
        Terminal.write(writer.combined)
      } else if let output {
        try write(writer, to: output, console)
      }
      if plan.changes.isEmpty { console.note(NothingToDo.message(outcome.document)) }
      try console.finish(outcome.document, exit, failed: plan.diagnostics.contains { $0.severity == .error })
    }
  }

  private func write(_ writer: PatchWriter, to folder: String, _ console: Console) throws {
    guard !writer.files.isEmpty else { return }
    do throws(FileWriteError) {
      for name in try writer.write(to: folder) { Terminal.write("\(folder)/\(name)\n") }
    } catch {
      throw Failure("\(error)", help: "name another folder with -o")
    }
  }
}
