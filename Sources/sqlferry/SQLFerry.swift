import ArgumentParser
import Pipeline

/// `sqlferry`: the command line. One file a subcommand in `Commands`, shared option groups in `Options`.
@main
struct SQLFerry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sqlferry",
    abstract: "Moves the SQL inside application code from PostgreSQL to MySQL.",
    discussion: """
      Exit status: 0 when the work is done and nothing reached --fail-on, 1 when something did, 2 when a part of the work could not be \
      done (what there is is still printed), 64 when the command line itself is wrong.
      """,
    version: SQLFerryVersion.current,
    subcommands: [
      Init.self, Check.self, Scan.self, Patch.self, Apply.self, ReviewCommand.self, Convert.self, SchemaCommand.self, CatalogCommand.self, Verify.self,
      Parse.self, Explain.self,
    ])
}
