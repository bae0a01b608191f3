import PostgresCatalog
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// Text in which `⟦…⟧` are holes.
enum HoleText {
  static func sql(_ sql: String) -> SQLText {
    var text = Placeholders.locate(in: SQLText(sql), style: .dollar)
    var start: Int?
    let bytes = text.bytes
    for offset in bytes.indices where offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x9F {
      if bytes[offset + 2] == 0xA6 { start = offset }
      if bytes[offset + 2] == 0xA7, let first = start { text.atoms.append(Atom(range: ByteRange(first, offset + 3), kind: .hole)) }
    }
    text.atoms.sort { $0.range.start < $1.range.start }
    return text
  }
}

/// Statements with holes: the type that a hole's place demands, and what of the result rests on holes.
@Suite(.enabled(if: TestServer.isWanted)) struct HoleTests {
  /// A statement, the types of its holes, and its columns: `name type`, `?` before what may be NULL, and in brackets what rests on a hole:
  /// `t` the type, `n` whether it can be NULL.
  private static let examples: [(sql: String, holes: String, columns: String)] = [
    ("SELECT id, name FROM customer WHERE ⟦w⟧", "boolean", "id integer [n], name character varying(80) [n]"),
    ("SELECT id, nick FROM customer WHERE nick = ⟦v⟧", "?", "id integer [n], ?nick text [n]"),
    ("SELECT id FROM customer WHERE name LIKE ⟦p⟧ AND active AND ⟦c⟧", "text, boolean", "id integer [n]"),
    ("SELECT id FROM customer WHERE id IN (⟦list⟧)", "?", "id integer [n]"),
    ("SELECT id FROM customer ORDER BY ⟦o⟧ LIMIT ⟦n⟧", "?, bigint", "id integer"),
    ("SELECT id FROM customer ORDER BY name ⟦dir⟧", "?", "id integer"),
    ("SELECT ⟦a⟧, id FROM customer", "?", "??column? ? [tn], id integer"),
    ("SELECT lower(⟦a⟧), coalesce(⟦b⟧, 1), ⟦c⟧ IS NULL, ⟦d⟧::date, count(⟦e⟧) FROM customer", "?, ?, ?, ?, ?", "?lower ? [tn], coalesce ? [tn], ?column? boolean [n], ?date date [n], ?count bigint [n]"),
    ("SELECT id, id + 1 AS next FROM ⟦t⟧", "?", "?id ? [tn], ?next ? [tn]"),
    ("SELECT c.id, o.total FROM customer c ⟦join⟧", "?", "?id integer [tn], ?total ? [tn]"),
    ("SELECT c.id FROM customer c JOIN ⟦t⟧ x ON x.id = c.id", "?", "id integer [n]"),
    ("SELECT c.id, x.y FROM customer c, ⟦s⟧.orders x", "?", "id integer [n], ?y ? [tn]"),
    ("SELECT active, count(*) FROM customer GROUP BY ⟦g⟧", "?", "?active boolean [n], count bigint [n]"),
    ("SELECT 1 AS one ⟦tail⟧", "?", "?one integer [tn], ?* ? [tn]"),
    ("WITH ⟦q⟧, t AS (SELECT id FROM customer) SELECT id FROM t", "?", "id integer [tn]"),
    ("WITH t AS (SELECT id, ⟦x⟧ AS x FROM customer) SELECT id, x FROM t", "?", "id integer [tn], ?x ? [tn]"),
    ("SELECT (SELECT max(id) FROM orders WHERE ⟦w⟧), EXISTS (SELECT 1 FROM orders WHERE ⟦v⟧), id FROM customer", "boolean, boolean", "?max bigint [n], exists boolean [n], id integer"),
    ("INSERT INTO category (id, title) VALUES (⟦a⟧, $1) RETURNING id", "integer", "id integer [n]"),
    ("UPDATE customer SET name = ⟦n⟧, balance = balance + ⟦b⟧ WHERE id = $1 RETURNING id", "character varying, ?", "id integer [n]"),
    ("UPDATE customer SET ⟦set⟧ WHERE id = 1 RETURNING name", "?", "?name character varying(80) [n]"),
    ("SELECT id ⟦op⟧ 1, name || ⟦x⟧ FROM customer", "?, ?", "??column? ? [tn], ??column? ? [tn]"),
    ("SELECT id FROM customer UNION SELECT ⟦x⟧", "?", "?id ? [tn]"),
    ("SELECT t.⟦c⟧, t.id FROM customer t", "?", "??column? ? [tn], id integer"),
    ("SELECT date_trunc(⟦u⟧, created_at), created_at AT TIME ZONE ⟦z⟧ FROM customer", "?, ?", "?date_trunc ? [tn], ?timezone ? [tn]"),
    ("SELECT active AND ⟦c⟧, NOT ⟦d⟧, CASE WHEN ⟦e⟧ THEN 1 ELSE 2 END FROM customer", "boolean, boolean, boolean", "??column? boolean [n], ??column? boolean [n], case integer [n]"),
  ]

  @Test func holesTakeTheTypesOfTheirPlaces() async throws {
    try await TestServer.withShop { _, index in
      let analyzer = Analyzer(catalog: index)
      for (sql, holes, columns) in Self.examples {
        let typed = analyzer.analyze(try Parser.parseStatement(HoleText.sql(sql)))
        #expect(typed.errors == [], "\(sql)")
        let found = typed.tree.ids.filter { typed.tree[$0].kind == .hole }.map { name(typed[$0].type, index) }.joined(separator: ", ")
        #expect(found == holes, "\(sql)")
        let outputs = (typed.outputs[typed.tree.root] ?? []).map { column in
          let rests = (column.restsOnHole.contains(.type) ? "t" : "") + (column.restsOnHole.contains(.nullability) ? "n" : "")
          return (column.isNullable ? "?" : "") + column.name + " " + name(column.type, index) + (rests.isEmpty ? "" : " [\(rests)]")
        }
        #expect(outputs.joined(separator: ", ") == columns, "\(sql)")
      }
    }
  }

  private func name(_ type: TypeReference?, _ index: CatalogIndex) -> String {
    type.map { index.displayName(of: $0.oid, modifier: $0.modifier) } ?? "?"
  }

  /// Without holes nothing rests on one.
  @Test func nothingRestsOnHolesWhereThereAreNone() async throws {
    try await TestServer.withShop { _, index in
      let analyzer = Analyzer(catalog: index)
      for sql in Corpus.queries {
        guard let tree = try? Parser.parseStatement(HoleText.sql(sql)) else { continue }
        let typed = analyzer.analyze(tree)
        #expect(!typed.tree.ids.contains { typed.restsOnHole($0) }, "\(sql)")
      }
    }
  }
}
