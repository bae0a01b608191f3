import ArgumentParser
import SourceText

/// `--placeholders`: how SQL text writes them.
struct PlaceholderOptions: ParsableArguments {
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case dollar, question, percent, colon, at, auto
  }

  @Option(
    help: ArgumentHelp(
      "How placeholders are written: dollar $1, question ?, percent %s, colon :name, at @name; auto looks at the text.", valueName: "style"))
  var placeholders = Choice.dollar

  /// Nil to find out from the text.
  var style: PlaceholderStyle? { PlaceholderStyle(rawValue: placeholders.rawValue) }
}
