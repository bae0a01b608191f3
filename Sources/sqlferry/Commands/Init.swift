import ArgumentParser
import Foundation
import Pipeline
import Results

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks at a source tree and writes a commented \(Configuration.fileName).",
    discussion: """
      A source of the catalog that is named here is written into the file; a database whose URL holds a password is not.

      Example: sqlferry init src --schema db/migrations
      """)

  @OptionGroup var tree: TreeOptions
  @OptionGroup var catalog: CatalogOptions
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
      let text = ConfigurationTemplate(survey, catalog: try catalog.source()).text
      do throws(FileWriteError) {
        try AtomicFile.write(Array(text.utf8), to: path)
      } catch {
        throw Failure("\(error)", help: "name another file with --output")
      }
      Terminal.write(ConfigurationTemplate.summary(survey) + "wrote \(path)\n")
    }
  }
}
