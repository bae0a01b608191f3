import ArgumentParser
import Foundation

/// The source trees that a command works on, and how.
struct TreeOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Folders or files with application code.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many files are worked on at once.", discussion: "Default: the number of processors.", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(
    help: """
      Lower statements that PostgreSQL would refuse at run time (overflow, division by zero) and MySQL would not to review. \
      Without it they carry a finding.
      """)
  var strictErrors = false

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs)") }
  }
}
