import MySQLConversion
import MySQLTarget
import SourceText

/// `schema --extension-pack`: the stored functions that rewrites call.
package struct ExtensionPackJob: Sendable {
  /// The script, for the `mysql` client.
  package var text: String
  /// What the scan brought up, relative to `root`.
  package var diagnostics: [Diagnostic] = []
  package var root = "."
  package var isIncomplete = false

  /// The whole pack.
  package init(target: Target) { text = ExtensionPack.script(ExtensionPack.needed(by: ExtensionPack.byName.keys), target: target) }

  /// The functions that a scan's rewrites call, and those that these call.
  package init(usedBy outcome: PipelineOutcome, target: Target) {
    let names = Set(outcome.document.statements.flatMap { ExtensionPack.called(in: $0.rewritten ?? "", target: target) })
    text = ExtensionPack.script(ExtensionPack.needed(by: names), target: target)
    (diagnostics, root, isIncomplete) = (outcome.document.diagnostics, outcome.document.root, outcome.document.isIncomplete)
  }
}
