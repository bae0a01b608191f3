import Foundation
import SourceText
import Testing

@testable import PostgresSyntax

/// Precedence and associativity, shown by the reprint with every operation in parentheses.
@Suite struct ExpressionGrammarTests {
  @Test(arguments: [
    Row("1 + 2 * 3", "(1 + (2 * 3))"), Row("1 - 2 - 3", "((1 - 2) - 3)"), Row("2 ^ 3 ^ 4", "((2 ^ 3) ^ 4)"), Row("- 2 ^ 2", "((- 2) ^ 2)"),
    Row("-a::int", "(-(a::int))"), Row("a || b + c", "(a || (b + c))"), Row("a + b || c", "((a + b) || c)"), Row("@ a + b", "(@ (a + b))"),
    Row("- a || b", "((- a) || b)"), Row("a OR b AND c OR d", "(a OR (b AND c) OR d)"), Row("NOT a AND b", "((NOT a) AND b)"),
    Row("NOT a = b", "(NOT (a = b))"), Row("NOT NOT a", "(NOT (NOT a))"), Row("a = NOT b < c", "(a = (NOT (b < c)))"),
    Row("a = b IS NULL", "((a = b) IS NULL)"), Row("a IS NULL = b", "((a IS NULL) = b)"), Row("a IS NULL IS NOT NULL", "((a IS NULL) IS NOT NULL)"),
    Row("a IS DISTINCT FROM b = c", "(a IS DISTINCT FROM (b = c))"), Row("a LIKE b || c ESCAPE d || e", "(a LIKE (b || c) ESCAPE (d || e))"),
    Row("a LIKE NOT b ESCAPE c", "(a LIKE (NOT b) ESCAPE c)"), Row("a BETWEEN b AND c AND d", "((a BETWEEN b AND c) AND d)"),
    Row("a BETWEEN b + 1 AND c + 1 = d", "((a BETWEEN (b + 1) AND (c + 1)) = d)"), Row("a NOT IN (1, 2) OR b", "((a NOT IN (1, 2)) OR b)"),
    Row("a AT TIME ZONE b COLLATE c", "(a AT TIME ZONE (b COLLATE c))"), Row("a AT TIME ZONE b AT TIME ZONE c", "((a AT TIME ZONE b) AT TIME ZONE c)"),
    Row("- a AT TIME ZONE b", "((- a) AT TIME ZONE b)"), Row("a::int::text", "((a::int)::text)"), Row("a = ANY (b) AND c", "((a = ANY (b)) AND c)"),
    Row("x + a < ALL (b)", "((x + a) < ALL (b))"), Row("a OPERATOR(s.+) b * c", "(a OPERATOR(s.+) (b * c))"), Row("a < b = c", "error"),
    Row("a LIKE b LIKE c", "error"), Row("a BETWEEN 1 AND 2 BETWEEN 3 AND 4", "error"), Row("a IS DISTINCT FROM b IS NULL", "error"),
    Row("(1, 2) OVERLAPS (3, 4) AND a", "(((1, 2) OVERLAPS (3, 4)) AND a)"), Row("a = (1, 2) OVERLAPS (3, 4)", "(a = ((1, 2) OVERLAPS (3, 4)))"),
    Row("a ISNULL AND b NOTNULL", "((a ISNULL) AND (b NOTNULL))"), Row("a ILIKE ANY (b)", "(a ILIKE ANY (b))"),
    Row("(a AND b) AND c", "(((a AND b)) AND c)"), Row("a AND (b OR c)", "(a AND ((b OR c)))"), Row("a #> b -> c", "((a #> b) -> c)"),
    Row("x IS NOT TRUE OR y IS UNKNOWN", "((x IS NOT TRUE) OR (y IS UNKNOWN))"),
  ])
  func groups(_ row: Row) throws {
    let tree = try? Parser.parseStatement(SQLText("SELECT \(row.text)"))
    #expect(tree?.fullyParenthesised() ?? "error" == (row.expected == "error" ? "error" : "SELECT \(row.expected)"))
  }

  /// The shape of one expression.
  @Test(arguments: [
    Row("a.b.c", #"(columnReference name:(identifier "a") name:(identifier "b") name:(identifier "c"))"#),
    Row("t.*", #"(star name:(identifier "t"))"#),
    Row("(t).*", #"(fieldSelection.star operand:(parenthesized operand:(columnReference name:(identifier "t"))))"#),
    Row("a[1]", #"(subscript operand:(columnReference name:(identifier "a")) index:(integerLiteral "1"))"#),
    Row("a[:2]", #"(slice operand:(columnReference name:(identifier "a")) high:(integerLiteral "2"))"#),
    Row("count(*)", #"(functionCall.star name:(qualifiedName name:(identifier "count")))"#),
    Row("f(DISTINCT a ORDER BY b)", #"(functionCall.distinct name:(qualifiedName name:(identifier "f")) "#
      + #"argument:(columnReference name:(identifier "a")) orderByClause:(orderByClause item:(sortItem value:(columnReference name:(identifier "b")))))"#),
    Row("f(VARIADIC a)", #"(functionCall.variadic name:(qualifiedName name:(identifier "f")) argument:(columnReference name:(identifier "a")))"#),
    Row("f(x => 1)", #"(functionCall name:(qualifiedName name:(identifier "f")) argument:(namedArgument name:(identifier "x") value:(integerLiteral "1")))"#),
    Row("rank() OVER w", #"(functionCall name:(qualifiedName name:(identifier "rank")) over:(identifier "w"))"#),
    Row("f(a) OVER (PARTITION BY b ROWS 1 PRECEDING)", #"(functionCall name:(qualifiedName name:(identifier "f")) "#
      + #"argument:(columnReference name:(identifier "a")) over:(windowDefinition partition:(columnReference name:(identifier "b")) "#
      + #"frame:(windowFrame@rowsMode item:(frameBound@preceding value:(integerLiteral "1")))))"#),
    Row("date '2024-01-01'", #"(typedLiteral type:(typeName name:(qualifiedName name:(identifier "date"))) value:(stringLiteral "'2024-01-01'"))"#),
    Row("interval '1' day", #"(typedLiteral type:(typeName name:(qualifiedName "interval")) value:(stringLiteral "'1'"))"#),
    Row("CAST(a AS numeric(10, 2))", #"(castExpression operand:(columnReference name:(identifier "a")) type:(typeName name:(qualifiedName "numeric") "#
      + #"modifier:(integerLiteral "10") modifier:(integerLiteral "2")))"#),
    Row("CASE a WHEN 1 THEN 2 ELSE 3 END", #"(caseExpression operand:(columnReference name:(identifier "a")) "#
      + #"when:(whenClause condition:(integerLiteral "1") result:(integerLiteral "2")) else:(integerLiteral "3"))"#),
    Row("extract(year FROM a)", #"(extract field:(identifier "year") argument:(columnReference name:(identifier "a")))"#),
    Row("trim(LEADING 'x' FROM a)", #"(trim.leading character:(stringLiteral "'x'") argument:(columnReference name:(identifier "a")))"#),
    Row("substring(a FROM 1 FOR 2)", #"(substring argument:(columnReference name:(identifier "a")) from:(integerLiteral "1") for:(integerLiteral "2"))"#),
    Row("position(a IN b)", #"(position argument:(columnReference name:(identifier "a")) argument:(columnReference name:(identifier "b")))"#),
    Row("a NOT BETWEEN SYMMETRIC 1 AND 2", #"(between.negated.symmetric operand:(columnReference name:(identifier "a")) low:(integerLiteral "1") high:(integerLiteral "2"))"#),
    Row("a IN (SELECT 1)", #"(inSubquery operand:(columnReference name:(identifier "a")) subquery:(query body:(selectClause "#
      + #"targetList:(targetList item:(resultTarget value:(integerLiteral "1"))))))"#),
    Row("a NOT LIKE b ESCAPE c", #"(like.negated left:(columnReference name:(identifier "a")) right:(columnReference name:(identifier "b")) "#
      + #"escape:(columnReference name:(identifier "c")))"#),
    Row("ARRAY[[1], [2]]", #"(arrayConstructor item:(arrayConstructor item:(integerLiteral "1")) item:(arrayConstructor item:(integerLiteral "2")))"#),
    Row("ROW()", #"(rowConstructor.explicit "ROW()")"#),
    Row("((SELECT 1))", #"(scalarSubquery subquery:(query body:(parenthesizedQuery subquery:(query body:(selectClause "#
      + #"targetList:(targetList item:(resultTarget value:(integerLiteral "1"))))))))"#),
    Row("((SELECT 1) + 2)", #"(parenthesized operand:(binaryOperation left:(scalarSubquery subquery:(query body:(selectClause "#
      + #"targetList:(targetList item:(resultTarget value:(integerLiteral "1")))))) operator:(operatorName "+") right:(integerLiteral "2")))"#),
    Row("current_timestamp(3)", #"(sqlValueFunction argument:(integerLiteral "3"))"#),
    Row("a <> ALL ($1)", #"(allComparison left:(columnReference name:(identifier "a")) operator:(operatorName "<>") right:(placeholder "$1"))"#),
  ])
  func shapes(_ row: Row) throws {
    let tree = try Parser.parseStatement(sql("SELECT \(row.text)"))
    #expect(tree.defects == [])
    let outline = tree.outline
    let start = try #require(outline.range(of: "value:"))
    #expect(String(outline[start.upperBound...].dropLast(4)) == row.expected)
  }
}
