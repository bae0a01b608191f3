import SourceText
import Testing

@testable import PostgresSyntax

@Suite struct UtilityGrammarTests {
  @Test(arguments: [
    Row("BEGIN", #"(utilityStatement "BEGIN")"#),
    Row("DROP TABLE a, s.b CASCADE", #"(utilityStatement name:(qualifiedName name:(identifier "a")) name:(qualifiedName name:(identifier "s") name:(identifier "b")))"#),
    Row("TRUNCATE ONLY a", #"(utilityStatement name:(qualifiedName name:(identifier "a")))"#),
    Row("CREATE TABLE t (a int NOT NULL, CHECK (b))", #"(utilityStatement name:(qualifiedName name:(identifier "t")) definition:(columnDefinition "#
      + #"name:(identifier "a") type:(typeName name:(qualifiedName "int")) item:(other "NOT NULL")) item:(other item:(columnReference name:(identifier "b"))))"#),
    Row("CREATE VIEW v AS TABLE t", #"(utilityStatement name:(qualifiedName name:(identifier "v")) statement:(query body:(tableClause "#
      + #"name:(qualifiedName name:(identifier "t")))))"#),
    Row("EXPLAIN TABLE t", #"(utilityStatement statement:(query body:(tableClause name:(qualifiedName name:(identifier "t")))))"#),
    Row("PREPARE p AS DELETE FROM t", #"(utilityStatement statement:(deleteStatement name:(qualifiedName name:(identifier "t"))))"#),
    Row("CREATE INDEX i ON t (a DESC)", #"(utilityStatement name:(qualifiedName name:(identifier "i")) name:(qualifiedName name:(identifier "t")) "#
      + #"item:(indexElement.descending value:(columnReference name:(identifier "a"))))"#),
    Row("GRANT SELECT (a) ON s.t TO u", #"(utilityStatement name:(qualifiedName name:(identifier "s") name:(identifier "t")))"#),
    Row("CALL s.p($1)", #"(utilityStatement item:(functionCall name:(qualifiedName name:(identifier "s") name:(identifier "p")) argument:(placeholder "$1")))"#),
    Row("COPY ⟦t⟧ TO STDOUT", #"(utilityStatement name:(qualifiedName name:(hole "⟦t⟧")))"#),
  ])
  func shapes(_ row: Row) throws {
    let tree = try Parser.parseStatement(sql(row.text))
    #expect(tree.defects == [])
    #expect(tree.outline == row.expected)
  }

  /// What cannot be read in the notation becomes a symbol that no token has.
  @Test func everyWordOfTheRulesIsKnown() {
    func unknown(_ part: RulePart) -> Int {
      switch part {
      case .symbol(let symbol): symbol == .invalid ? 1 : 0
      case .sequence(let parts), .choice(let parts): parts.map(unknown).reduce(0, +)
      case .optional(let part), .many(let part), .list(let part): unknown(part)
      case .keyword, .terminal, .rule: 0
      }
    }
    let names = UtilityRules.text.split(separator: "\n").map { String($0.split(separator: " ")[0]) }
    for (name, rule) in zip(names, RuleTable.shared.rules) { #expect(unknown(rule) == 0, "\(name)") }
    #expect(Set(names).count == names.count)
    #expect(Set(RuleTable.shared.statements.keys) == Grammar.commands)
  }
}
