import SourceText
import Testing

@testable import PostgresSyntax

/// Holes and placeholders in statements and fragments. Each row names one node by kind, its parent's kind and its role.
@Suite struct AtomsTests {
  @Test(arguments: [
    Row("SELECT ⟦cols⟧ FROM t", "resultTarget value"), Row("SELECT a, b ⟦more⟧ FROM t", "targetList hole"),
    Row("SELECT ⟦distinct⟧ t.a FROM t", "targetList hole"), Row("SELECT * FROM ⟦table⟧", "qualifiedName name"),
    Row("SELECT * FROM ⟦schema⟧.t", "qualifiedName name"), Row("SELECT * FROM t ⟦joins⟧ WHERE a", "selectClause hole"),
    Row("SELECT * FROM t ⟦join⟧ JOIN b ON c", "join hole"), Row("SELECT * FROM t WHERE ⟦condition⟧", "whereClause condition"),
    Row("SELECT * FROM t WHERE a = $1 ⟦tail⟧", "selectClause hole"), Row("SELECT * FROM t WHERE a = $1 ⟦tail⟧ AND b", "and hole"),
    Row("SELECT * FROM t WHERE a AND ⟦x⟧ ORDER BY 1", "and operand"), Row("SELECT * FROM t WHERE a ⟦op⟧ $1", "binaryOperation operator"),
    Row("SELECT * FROM t WHERE a IN ⟦list⟧", "inList item"), Row("SELECT * FROM t WHERE a IN (⟦list⟧)", "inList item"),
    Row("SELECT * FROM t WHERE ⟦column⟧ = 1", "binaryOperation left"), Row("SELECT * FROM t x WHERE ⟦alias⟧.a = 1", "columnReference name"),
    Row("SELECT * FROM t ORDER BY a ⟦direction⟧, b", "sortItem hole"), Row("SELECT * FROM t ORDER BY ⟦column⟧ DESC", "sortItem value"),
    Row("SELECT * FROM t LIMIT ⟦n⟧", "limitClause value"), Row("SELECT * FROM t ORDER BY 1 LIMIT 1 ⟦lock⟧", "query hole"),
    Row("SELECT * FROM t GROUP BY ⟦x⟧", "groupByClause item"), Row("⟦with⟧ SELECT 1", "query hole"), Row("WITH ⟦a⟧ SELECT 1", "withClause item"),
    Row("INSERT INTO t (⟦cols⟧) VALUES (1)", "insertColumn name"), Row("INSERT INTO t (a) VALUES (⟦values⟧)", "rowConstructor item"),
    Row("INSERT INTO t (a) VALUES ⟦rows⟧", "valuesClause item"), Row("INSERT INTO t ⟦source⟧", "insertStatement hole"),
    Row("INSERT INTO t VALUES (1) ⟦conflict⟧", "query hole"),
    Row("UPDATE t SET ⟦assignments⟧ WHERE a", "updateStatement assignment"), Row("UPDATE t SET ⟦column⟧ = 1", "insertColumn name"),
    Row("UPDATE t SET a = 1 ⟦where⟧", "updateStatement hole"), Row("DELETE FROM t ⟦where⟧", "deleteStatement hole"),
    Row("SELECT * FROM (⟦query⟧) x", "derivedTable subquery"), Row("SELECT a::⟦type⟧ FROM t", "qualifiedName name"),
    Row("SELECT ⟦f⟧(1)", "qualifiedName name"), Row("SELECT interval ⟦x⟧", "typedLiteral value"), Row("SELECT * FROM a JOIN b ⟦on⟧ WHERE c", "join condition"),
    Row("SELECT EXISTS (⟦query⟧)", "exists subquery"), Row("SELECT count(⟦x⟧) FROM t", "functionCall argument"),
    Row("SELECT 1 UNION ⟦rest⟧", "setOperation right"),
  ])
  func holes(_ row: Row) throws {
    let tree = try Parser.parseStatement(sql(row.text))
    #expect(tree.defects == [])
    let holes = tree.ids.filter { tree[$0].kind == .hole }
    let hole = try #require(holes.first)
    let parent = try #require(tree.parent(of: hole))
    #expect("\(tree[parent].kind) \(tree[hole].role)" == row.expected)
    #expect(tree.string(of: hole).hasPrefix("⟦"))
    #expect(tree.containsHole(tree.root))
  }

  @Test(arguments: [Row("SELECT * FROM t_⟦x⟧", "t_⟦x⟧"), Row("SELECT * FROM \"⟦schema⟧\".t", "⟦schema⟧"), Row("SELECT * FROM ⟦a⟧_t", "⟦a⟧_t")])
  func gluedHolesAreNames(_ row: Row) throws {
    let tree = try Parser.parseStatement(sql(row.text))
    let name = try #require(tree.ids.first { tree[$0].kind == .qualifiedName })
    #expect(tree.qualifiedName(of: name).first == row.expected)
    #expect(tree.containsHole(name))
  }

  @Test(arguments: [
    Row("WHERE a = $1 ORDER BY b", "whereClause orderByClause"), Row("AND a = $1 OR b", "booleanTail"), Row("OR a AND b", "booleanTail"),
    Row("a = $1 AND b", "and"), Row("a, b AS c, t.*", "columnReference resultTarget star"), Row("a DESC, b", "sortItem columnReference"),
    Row("users u JOIN orders o ON u.id = o.user_id", "join"), Row("LEFT JOIN orders o ON a = b WHERE c", "join whereClause"),
    Row("t AS (SELECT 1)", "commonTableExpression"), Row("SET a = 1, b = 2", "other"), Row("LIMIT $1 OFFSET $2", "limitClause offsetClause"),
    Row("⟦a⟧", "hole"), Row("⟦a⟧ AND b = 1", "and"), Row("id, name FROM users WHERE a", "columnReference columnReference fromClause whereClause"),
    Row("UNION ALL SELECT 1", "setOperation"), Row("(a, b) VALUES (1, 2)", "other"), Row("a = DEFAULT, b = 2", "binaryOperation binaryOperation"),
    Row("ON CONFLICT", "error"), Row("hello, world", "columnReference columnReference"), Row("", "error"), Row("not a statement at all", "error"),
    Row("AND a = 1 AND b = 2 ORDER BY c ⟦d⟧ LIMIT 1", "booleanTail orderByClause limitClause"), Row("left(a, 1) = 'x'", "binaryOperation"),
    Row("(SELECT 1) x", "resultTarget"), Row("FOR UPDATE", "lockingClause"), Row("RETURNING id", "returningClause"),
  ])
  func fragments(_ row: Row) {
    let tree = try? Parser.parseFragment(sql(row.text))
    #expect(tree?.defects ?? [] == [])
    let kinds = tree.map { tree in tree.children(of: tree.root).map { "\(tree[$0].kind)" }.joined(separator: " ") }
    #expect(kinds ?? "error" == row.expected)
  }
}

@Suite struct PlaceholdersTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var style: PlaceholderStyle
    var text: String
    /// `text=number` of each placeholder.
    var expected: String
    var testDescription: String { "\(style): \(text)" }
    init(_ style: PlaceholderStyle, _ text: String, _ expected: String) { (self.style, self.text, self.expected) = (style, text, expected) }
  }

  @Test(arguments: [
    Case(.dollar, "a = $2 AND b = $1 AND c = $2 AND d = '$3' AND e = $$ $4 $$", "$2=2 $1=1 $2=2"),
    Case(.dollar, "\"$1\" -- $2\n/* $3 */ $10", "$10=10"),
    Case(.question, "a = ? AND b IN (?, ?) AND c = '?' AND \"?\" = ?", "?=1 ?=2 ?=3 ?=4"),
    Case(.question, "a=?AND b=?1 OR c=?1", "?=1 ?1=2 ?1=2"),
    Case(.percent, "a = %s AND b = %(name)s OR c = %(name)s AND d LIKE '%s' AND 5 % 3 = %s", "%s=1 %(name)s=2 %(name)s=2 %s=3"),
    Case(.colon, "a = :x AND b::text = :y OR c = :x AND d[1:n] = e AND f = ':z'", ":x=1 :y=2 :x=1"),
    Case(.colon, "a := 1, b=:c::int, d[1:2], e = ANY(ARRAY[:f])", ":c=1 :f=2"),
    Case(.colon, "a = :1 AND b = :2", ":1=1 :2=2"),
    Case(.at, "a = @x AND b @> c AND d <@ e AND f @@ g AND h =@y OR i=@x", "@x=1 @y=2 @x=1"),
    Case(.none, "a = $1 ? :b", ""),
  ])
  func locates(_ example: Case) {
    let text = Placeholders.locate(in: SQLText(example.text), style: example.style)
    let found = text.placeholders.map { "\(text.string(in: $0.range))=\($0.parameter ?? 0)" }.joined(separator: " ")
    #expect(found == example.expected)
    #expect(text.string == example.text)
  }

  @Test func keepsHoles() {
    let text = sql("a = ⟦x ? y⟧ AND b = ?", .question)
    #expect(text.atoms.map(\.kind) == [.hole, .placeholder])
  }
}
