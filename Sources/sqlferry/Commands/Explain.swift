import ArgumentParser
import Foundation
import Pipeline

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what a rule or finding means, with an example.",
    discussion: """
      Without a rule, lists all of them.

      Example: sqlferry explain integer-division
      """)

  @Argument(help: ArgumentHelp("The id that a finding shows in brackets.", valueName: "rule"))
  var rule: String?

  func run() throws {
    guard let rule else {
      let width = RuleExplanation.all.map(\.id.count).max() ?? 0
      for entry in RuleExplanation.all {
        Terminal.write("\(entry.id.padding(toLength: width, withPad: " ", startingAt: 0))  \(entry.summary)\n")
      }
      return
    }
    guard let entry = RuleExplanation.all.first(where: { $0.id == rule }) else {
      let near = RuleExplanation.near(rule)
      throw ValidationError(
        "there is no rule \"\(rule)\"; "
          + (near.isEmpty ? "`sqlferry explain` lists them" : "did you mean \(near.joined(separator: ", "))?"))
    }
    Terminal.write(entry.text)
  }
}

extension RuleExplanation {
  /// The whole entry, for people.
  fileprivate var text: String {
    var lines = [id, "", why]
    if !example.isEmpty { lines += ["", "Example:", "  " + example] }
    if !manual.isEmpty { lines += ["", "Manual: " + manual.joined(separator: "; ")] }
    return lines.joined(separator: "\n") + "\n"
  }
}
