import MySQLTarget
import PostgresSyntax
import Results
import SourceText

/// `parse`: syntax alone, statement by statement.
package enum SyntaxJob {
  /// - Parameters:
  ///   - placeholders: How placeholders are written; nil to find out from each text.
  ///   - prints: Whether each statement gets its fully parenthesised reprint.
  /// - Returns: Statements of status `invalid` or none, in the order of the inputs.
  package static func run(_ inputs: [TextInput], root: String, placeholders: PlaceholderStyle?, prints: Bool) -> ResultDocument {
    var document = ResultDocument(toolVersion: SQLFerryVersion.current, target: Target.standard.name, root: root, files: inputs.count)
    for input in inputs {
      let statements = input.statements(placeholders)
      var entries = input.entries(of: statements)
      for (index, statement) in statements.enumerated() { parse(statement.text, into: &entries[index], prints: prints) }
      input.placeFindings(of: &entries)
      document.statements += entries
    }
    return document
  }

  private static func parse(_ text: SQLText, into result: inout StatementResult, prints: Bool) {
    do throws(SyntaxError) {
      let tree = try Parser.parseStatement(text)
      result.validation = Validation(by: .syntax, ok: true)
      if prints { result.printed = tree.fullyParenthesised() }
    } catch {
      result.status = .invalid
      result.validation = Validation(by: .syntax, ok: false, sqlstate: error.sqlstate, error: error.message)
      result.findings = [
        Finding(
          rule: PostgresCondition.id(of: error.sqlstate), severity: .error, message: "\(error.message) (SQLSTATE \(error.sqlstate))",
          range: error.range)
      ]
    }
  }
}
