import SourceText
import Testing

@testable import PostgresSyntax

@Suite struct UtilityGrammarTests {
  @Test(arguments: [
    Row("COPY ⟦t⟧ TO STDOUT", "qualifiedName name"), Row("DROP TABLE IF EXISTS s.⟦t⟧", "qualifiedName name"), Row("TRUNCATE ⟦t⟧", "qualifiedName name"),
    Row("CREATE TABLE t (⟦columns⟧)", "createTableStatement element"), Row("CREATE TABLE t (a ⟦type⟧)", "qualifiedName name"),
    Row("CREATE TABLE t (a int ⟦constraints⟧, b int)", "columnDefinition hole"), Row("CREATE TABLE t (a int) ⟦options⟧", "createTableStatement hole"),
    Row("CREATE INDEX ⟦i⟧ ON t (a)", "qualifiedName name"), Row("CREATE INDEX ON t (⟦columns⟧)", "indexElement value"),
    Row("ALTER TABLE t ADD COLUMN ⟦c⟧ int", "columnDefinition name"), Row("ALTER TABLE t DROP COLUMN ⟦c⟧", "dropColumn column"),
    Row("CREATE TYPE e AS ENUM (⟦values⟧)", "createEnumStatement value"), Row("SET search_path TO ⟦s⟧", "setStatement value"),
    Row("GRANT SELECT ON t TO ⟦r⟧", "grantStatement grantee"), Row("LOCK TABLE t ⟦mode⟧", "lockStatement hole"),
  ])
  func holes(_ row: Row) throws {
    let tree = try Parser.parseStatement(sql(row.text))
    #expect(tree.defects == [])
    let hole = try #require(tree.ids.first { tree[$0].kind == .hole })
    let parent = try #require(tree.parent(of: hole))
    #expect("\(tree[parent].kind) \(tree[hole].role)" == row.expected)
  }

  /// Everything in the notation means something, and every rule is used.
  @Test func everyWordOfTheRulesIsKnown() {
    let table = RuleTable.shared
    var used = Set(table.statements.values)
    func read(_ part: RulePart) -> [String] {
      switch part {
      case .unknown(let word): return [word]
      case .sequence(let parts), .choice(let parts): return parts.flatMap(read)
      case .optional(let part), .many(let part), .list(let part), .role(_, let part): return read(part)
      case .rule(let index):
        used.insert(index)
        return []
      default: return []
      }
    }
    for (name, rule) in zip(table.names, table.rules) { #expect(read(rule) == [], "\(name)") }
    #expect(Set(table.names).count == table.names.count)
    #expect(table.names.indices.filter { !used.contains($0) }.map { table.names[$0] } == [])
    #expect(Set(table.statements.keys) == Grammar.commands)
    #expect(table.nodes.compactMap { $0 }.count == UtilityRules.text.split(separator: "\n").filter { $0.contains(" -> ") && !$0.hasPrefix("#") }.count)
  }
}
