import ArgumentParser
import Foundation
import Pipeline
import Results

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks at a source tree and writes a commented \(Configuration.fileName).",
    discussion: "Example: sqlferry init src")

  @OptionGroup var tree: TreeOptions
  @OptionGroup var presentation: PresentationOptions

  @Flag(help: "Replace a file that is already there.")
  var force = false

  func run() async throws {
    try await reportingFailures {
      let path = presentation.output ?? Configuration.fileName
      if !force, FileManager.default.fileExists(atPath: path) {
        throw Failure("\(path) is already there", help: "edit it, or replace it with --force")
      }
      let line = ProgressLine(quiet: presentation.quiet)
      let request = PipelineRequest(paths: tree.paths, jobs: tree.jobs)
      let survey = try await stoppingOnInterrupt { await TreeSurvey.run(request) { line.show($0) } }
      line.clear()
      let console = Console(presentation)
      console.tell(survey.diagnostics, root: survey.root)
      if survey.files == 0 { throw Failure("there is no file to look at", help: "name the folders with the application's code") }
      do throws(FileWriteError) {
        try AtomicFile.write(Array(ConfigurationTemplate(survey).text.utf8), to: path)
      } catch {
        throw Failure("\(error)", help: "name another file with --output")
      }
      Terminal.write(ConfigurationTemplate.summary(survey) + "wrote \(path)\n")
    }
  }
}
