import SourceText
import Testing

@testable import PostgresSyntax

@Suite struct ParserTests {
  @Test(arguments: [
    Row("SELECT", #"(query body:(selectClause "SELECT"))"#),
    Row("TABLE t;", #"(query body:(tableClause name:(qualifiedName name:(identifier "t"))))"#),
    Row("VALUES (1, DEFAULT)", #"(query body:(valuesClause item:(rowConstructor item:(integerLiteral "1") item:(defaultValue "DEFAULT"))))"#),
    Row("TABLE a UNION TABLE b INTERSECT TABLE c EXCEPT ALL TABLE d", #"(query body:(setOperation.all.except left:(setOperation.union "#
      + #"left:(tableClause name:(qualifiedName name:(identifier "a"))) right:(setOperation.intersect left:(tableClause name:(qualifiedName "#
      + #"name:(identifier "b"))) right:(tableClause name:(qualifiedName name:(identifier "c"))))) right:(tableClause name:(qualifiedName name:(identifier "d")))))"#),
    Row("SELECT DISTINCT ON (a) *, b x FROM t", #"(query body:(selectClause distinctClause:(distinctClause item:(columnReference name:(identifier "a"))) "#
      + #"targetList:(targetList item:(resultTarget value:(star "*")) item:(resultTarget value:(columnReference name:(identifier "b")) alias:(identifier "x"))) "#
      + #"fromClause:(fromClause item:(tableReference name:(qualifiedName name:(identifier "t"))))))"#),
    Row("SELECT FROM a JOIN b JOIN c ON d ON e", #"(query body:(selectClause fromClause:(fromClause item:(join left:(tableReference name:(qualifiedName "#
      + #"name:(identifier "a"))) right:(join left:(tableReference name:(qualifiedName name:(identifier "b"))) right:(tableReference name:(qualifiedName "#
      + #"name:(identifier "c"))) condition:(columnReference name:(identifier "d"))) condition:(columnReference name:(identifier "e"))))))"#),
    Row("SELECT FROM ONLY a x(y), LATERAL f(1) WITH ORDINALITY g", #"(query body:(selectClause fromClause:(fromClause item:(tableReference.only "#
      + #"name:(qualifiedName name:(identifier "a")) alias:(alias name:(identifier "x") column:(identifier "y"))) item:(functionTable.lateral.ordinality "#
      + #"function:(functionCall name:(qualifiedName name:(identifier "f")) argument:(integerLiteral "1")) alias:(alias name:(identifier "g"))))))"#),
    Row("SELECT FROM f() AS t(a int)", #"(query body:(selectClause fromClause:(fromClause item:(functionTable function:(functionCall "#
      + #"name:(qualifiedName name:(identifier "f"))) alias:(alias.explicit name:(identifier "t") definition:(columnDefinition name:(identifier "a") "#
      + #"type:(typeName name:(qualifiedName "int"))))))))"#),
    Row("SELECT 1 ORDER BY a DESC NULLS LAST, b USING < LIMIT ALL OFFSET 1 ROWS FOR UPDATE OF t SKIP LOCKED", #"(query body:(selectClause "#
      + #"targetList:(targetList item:(resultTarget value:(integerLiteral "1")))) orderByClause:(orderByClause item:(sortItem.descending.nullsLast "#
      + #"value:(columnReference name:(identifier "a"))) item:(sortItem value:(columnReference name:(identifier "b")) operator:(operatorName "<"))) "#
      + #"limitClause:(limitClause.all "LIMIT ALL") offsetClause:(offsetClause.rows value:(integerLiteral "1")) "#
      + #"lockingClause:(lockingClause.update.skipLocked item:(qualifiedName name:(identifier "t"))))"#),
    Row("SELECT 1 ORDER BY a FETCH FIRST 2 ROWS WITH TIES", #"(query body:(selectClause targetList:(targetList item:(resultTarget value:(integerLiteral "1")))) "#
      + #"orderByClause:(orderByClause item:(sortItem value:(columnReference name:(identifier "a")))) "#
      + #"limitClause:(limitClause.fetch.withTies value:(integerLiteral "2")))"#),
    Row("WITH RECURSIVE a(b) AS MATERIALIZED (TABLE c) DELETE FROM d USING e WHERE CURRENT OF f", #"(deleteStatement withClause:(withClause.recursive "#
      + #"item:(commonTableExpression.materialized name:(identifier "a") column:(identifier "b") statement:(query body:(tableClause name:(qualifiedName "#
      + #"name:(identifier "c")))))) name:(qualifiedName name:(identifier "d")) using:(fromClause item:(tableReference name:(qualifiedName "#
      + #"name:(identifier "e")))) whereClause:(whereClause condition:(currentOf name:(identifier "f"))))"#),
    Row("INSERT INTO s.t AS x (a, b[1].c) OVERRIDING USER VALUE TABLE u ON CONFLICT (lower(a) COLLATE c ops) WHERE d DO UPDATE SET a = 1, (b, c) = ROW(1, 2) "
      + "WHERE e RETURNING *", #"(insertStatement.overridingUser name:(qualifiedName name:(identifier "s") name:(identifier "t")) alias:(identifier "x") "#
      + #"column:(insertColumn name:(identifier "a")) column:(insertColumn name:(identifier "b") index:(subscript index:(integerLiteral "1")) index:(identifier "c")) "#
      + #"source:(query body:(tableClause name:(qualifiedName name:(identifier "u")))) onConflict:(onConflict.doUpdate conflictTarget:(conflictTarget "#
      + #"item:(indexElement value:(functionCall name:(qualifiedName name:(identifier "lower")) argument:(columnReference name:(identifier "a"))) "#
      + #"collation:(qualifiedName name:(identifier "c")) operatorClass:(qualifiedName name:(identifier "ops"))) whereClause:(whereClause condition:(columnReference "#
      + #"name:(identifier "d")))) assignment:(assignment column:(insertColumn name:(identifier "a")) value:(integerLiteral "1")) assignment:(multipleAssignment "#
      + #"column:(insertColumn name:(identifier "b")) column:(insertColumn name:(identifier "c")) value:(rowConstructor.explicit item:(integerLiteral "1") "#
      + #"item:(integerLiteral "2"))) whereClause:(whereClause condition:(columnReference name:(identifier "e")))) returningClause:(returningClause "#
      + #"item:(resultTarget value:(star "*"))))"#),
    Row("INSERT INTO t DEFAULT VALUES ON CONFLICT ON CONSTRAINT k DO NOTHING", #"(insertStatement.defaultValues name:(qualifiedName name:(identifier "t")) "#
      + #"onConflict:(onConflict.doNothing conflictTarget:(conflictTarget name:(identifier "k"))))"#),
    Row("UPDATE ONLY t AS x SET a = DEFAULT FROM u WHERE b", #"(updateStatement.only name:(qualifiedName name:(identifier "t")) alias:(alias.explicit "#
      + #"name:(identifier "x")) assignment:(assignment column:(insertColumn name:(identifier "a")) value:(defaultValue "DEFAULT")) fromClause:(fromClause "#
      + #"item:(tableReference name:(qualifiedName name:(identifier "u")))) whereClause:(whereClause condition:(columnReference name:(identifier "b"))))"#),
    Row("MERGE INTO t USING s ON a WHEN MATCHED AND b THEN DELETE WHEN NOT MATCHED THEN INSERT (c) VALUES (1) WHEN NOT MATCHED BY SOURCE THEN DO NOTHING",
      #"(mergeStatement name:(qualifiedName name:(identifier "t")) source:(tableReference name:(qualifiedName name:(identifier "s"))) "#
      + #"condition:(columnReference name:(identifier "a")) when:(mergeWhen.matched.delete condition:(columnReference name:(identifier "b"))) "#
      + #"when:(mergeWhen.notMatched.insert column:(insertColumn name:(identifier "c")) source:(valuesClause item:(rowConstructor item:(integerLiteral "1")))) "#
      + #"when:(mergeWhen.doNothing.notMatched.bySource "WHEN NOT MATCHED BY SOURCE THEN DO NOTHING"))"#),
  ])
  func shapes(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText(row.text))
    #expect(tree.defects == [])
    #expect(tree.outline == row.expected)
  }

  /// Message, and the offending text between `«»` in the input.
  @Test(arguments: [
    Row("", "syntax error at end of input"),
    Row("SELECT a FROM", "syntax error at end of input"),
    Row("«SELEC» 1", #"syntax error at or near "SELEC""#),
    Row("SELECT a «b» c", #"syntax error at or near "c""#),
    Row("SELECT 1 FROM t «WHERE»", "syntax error at end of input"),
    Row("SELECT (1 «;»", #"syntax error at or near ";""#),
    Row("SELECT 1; «SELECT» 2", #"syntax error at or near "SELECT""#),
    Row("SELECT 'it's'", "unterminated quoted string at or near \"'\""),
    Row("SELECT a.*.b", #"improper use of "*" at end of input"#),
    Row("SELECT 1 LIMIT 1, 2", "LIMIT #,# syntax is not supported"),
    Row("(SELECT 1 ORDER BY 1) ORDER BY 2", "multiple ORDER BY clauses not allowed"),
    Row("(SELECT 1 LIMIT 1) LIMIT 2", "multiple LIMIT clauses not allowed"),
    Row("INSERT INTO t VALUES (1) «x»", #"syntax error at or near "x""#),
    Row("UPDATE t SET «WHERE» a", #"syntax error at or near "WHERE""#),
    Row("DELETE «t»", #"syntax error at or near "t""#),
    Row("SELECT 'é' «)»", #"syntax error at or near ")""#),
    Row("SELECT x IN «$1»", #"syntax error at or near "$1""#),
    Row("SELECT date «$1»", #"syntax error at or near "$1""#),
  ])
  func errors(_ row: Row) throws {
    // The cases without a mark check the message only; `t WHERE` marks what is before the end.
    let text = row.text.replacing("«", with: "").replacing("»", with: "")
    let error = try #require(throws: SyntaxError.self) { try Parser.parseStatement(sql(text)) }
    #expect(error.message == row.expected)
    #expect(error.sqlstate == "42601")
    if let start = row.text.range(of: "«"), let end = row.text.range(of: "»"), error.message.hasPrefix("syntax error at or near"),
      error.message.contains(row.text[start.upperBound..<end.lowerBound])
    {
      let offset = row.text[..<start.lowerBound].utf8.count
      #expect(error.range == ByteRange(offset, offset + row.text[start.upperBound..<end.lowerBound].utf8.count))
    }
  }

  @Test func takesOneStatementWithSemicolons() throws {
    #expect(try Parser.parseStatement(SQLText(" SELECT 1 ;; -- end")).outline.contains("selectClause"))
  }
}

@Suite struct SplitterTests {
  /// Statements are separated by ` | `.
  @Test(arguments: [
    Row("SELECT 1; SELECT 2", "SELECT 1 | SELECT 2"),
    Row(";;  ; /* only a comment */", ""),
    Row("SELECT ';' -- ;\n; x", "SELECT ';' | x"),
    Row("DO $$ BEGIN; END $$; SELECT 1", "DO $$ BEGIN; END $$ | SELECT 1"),
    Row("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 1 END; END; SELECT 2",
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 1 END; END | SELECT 2"),
    Row("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3", "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2) | SELECT 3"),
    Row("BEGIN; SELECT 1; END;", "BEGIN | SELECT 1 | END"),
    Row("\\connect shop\nSELECT 1;\n\\echo it's\nSELECT 2", "SELECT 1 | SELECT 2"),
    Row("SELECT 1 \\gset\nSELECT 2;", "SELECT 1 | SELECT 2"),
    Row("COPY t (a) FROM stdin;\n1\tit's; x\n\\.\nSELECT 1;", "COPY t (a) FROM stdin | SELECT 1"),
    Row("COPY t FROM '/tmp/x'; SELECT 1", "COPY t FROM '/tmp/x' | SELECT 1"),
    Row("SELECT U&'\\1'; SELECT 12a", "SELECT U&'\\1' | SELECT 12a"),
    Row("SELECT 1; SELECT 'open; SELECT 2", "SELECT 1 | SELECT 'open; SELECT 2"),
  ])
  func splits(_ row: Row) {
    let text = SQLText(row.text)
    #expect(Parser.split(text).map { text.string(in: $0) }.joined(separator: " | ") == row.expected)
  }
}
