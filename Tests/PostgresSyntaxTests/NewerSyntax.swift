/// Statements of newer releases and the outlines of their trees, for `NewerSyntaxTests`.
enum NewerSyntax {
  static let releases: [(number: Int, rows: [Row])] = [(15, release15), (16, release16), (17, release17), (18, release18)]

  private static let release15 = outlines(
    #"""
    MERGE INTO t USING s ON a = b WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (1)
      (mergeStatement name:(qualifiedName name:(identifier "t")) source:(tableReference name:(qualifiedName name:(identifier "s")))
      condition:(binaryOperation left:(columnReference name:(identifier "a")) operator:(operatorName "=") right:(columnReference name:(identifier
      "b"))) when:(mergeWhen.matched.delete "WHEN MATCHED THEN DELETE") when:(mergeWhen.notMatched.insert source:(valuesClause
      item:(rowConstructor item:(integerLiteral "1")))))
    CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT
      (createIndexStatement@index.unique.nullsNotDistinct relation:(qualifiedName name:(identifier "t")) item:(indexElement value:(columnReference
      name:(identifier "a"))))
    """#)

  private static let release16 = outlines(
    #"""
    SELECT json_object('a': 1, 'b' VALUE c FORMAT JSON ABSENT ON NULL WITH UNIQUE KEYS RETURNING jsonb)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_object")) argument:(jsonMember name:(stringLiteral "'a'") value:(integerLiteral "1")) argument:(jsonMember name:(stringLiteral "'b'")
      value:(jsonFormatted value:(columnReference name:(identifier "c")))) option:(jsonClause@absentOnNull "ABSENT ON NULL")
      option:(jsonClause@uniqueKeys "WITH UNIQUE KEYS") option:(jsonReturning type:(typeName name:(qualifiedName name:(identifier "jsonb")))))))))
    SELECT json_object(RETURNING json FORMAT JSON ENCODING utf8)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_object")) option:(jsonReturning.explicit type:(typeName name:(qualifiedName name:(identifier "json")))))))))
    SELECT json_array(1, a NULL ON NULL), json_array(SELECT a FROM t ORDER BY a), json_array()
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_array")) argument:(integerLiteral "1") argument:(columnReference name:(identifier "a")) option:(jsonClause@nullOnNull "NULL ON
      NULL"))) item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier "json_array")) argument:(query body:(selectClause
      targetList:(targetList item:(resultTarget value:(columnReference name:(identifier "a")))) fromClause:(fromClause item:(tableReference
      name:(qualifiedName name:(identifier "t"))))) orderByClause:(orderByClause item:(sortItem value:(columnReference name:(identifier "a")))))))
      item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier "json_array")))))))
    SELECT json_arrayagg(a ORDER BY b NULL ON NULL RETURNING jsonb) FILTER (WHERE c) OVER w, json_objectagg(k : v WITHOUT UNIQUE) FROM t
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_arrayagg")) argument:(columnReference name:(identifier "a")) orderByClause:(orderByClause item:(sortItem value:(columnReference
      name:(identifier "b")))) option:(jsonClause@nullOnNull "NULL ON NULL") option:(jsonReturning type:(typeName name:(qualifiedName
      name:(identifier "jsonb")))) filter:(columnReference name:(identifier "c")) over:(identifier "w"))) item:(resultTarget
      value:(specialFunction name:(qualifiedName name:(identifier "json_objectagg")) argument:(jsonMember name:(columnReference name:(identifier
      "k")) value:(columnReference name:(identifier "v"))) option:(jsonClause@withoutUniqueKeys "WITHOUT UNIQUE")))) fromClause:(fromClause
      item:(tableReference name:(qualifiedName name:(identifier "t"))))))
    SELECT a IS JSON, a IS NOT JSON OBJECT WITH UNIQUE KEYS, a IS JSON ARRAY, a IS JSON SCALAR WITHOUT UNIQUE KEYS, a IS JSON VALUE
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(isOther@json operand:(columnReference name:(identifier "a"))))
      item:(resultTarget value:(isOther@jsonObject.negated.unique operand:(columnReference name:(identifier "a")))) item:(resultTarget
      value:(isOther@jsonArray operand:(columnReference name:(identifier "a")))) item:(resultTarget value:(isOther@jsonScalar
      operand:(columnReference name:(identifier "a")))) item:(resultTarget value:(isOther@jsonValue operand:(columnReference name:(identifier
      "a")))))))
    SELECT 1_000, 0x1F, 0o17, 0b11, 1_0.5_0
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(integerLiteral "1_000")) item:(resultTarget value:(integerLiteral
      "0x1F")) item:(resultTarget value:(integerLiteral "0o17")) item:(resultTarget value:(integerLiteral "0b11")) item:(resultTarget
      value:(numericLiteral "1_0.5_0")))))
    SELECT * FROM (SELECT 1)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(star "*"))) fromClause:(fromClause item:(derivedTable
      subquery:(query body:(selectClause targetList:(targetList item:(resultTarget value:(integerLiteral "1")))))))))
    SELECT SYSTEM_USER, t.system_user FROM t
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(sqlValueFunction "SYSTEM_USER")) item:(resultTarget
      value:(columnReference name:(identifier "t") name:(identifier "system_user")))) fromClause:(fromClause item:(tableReference
      name:(qualifiedName name:(identifier "t"))))))
    SELECT xmlserialize(DOCUMENT a AS text INDENT)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "xmlserialize")) argument:(columnReference name:(identifier "a")) type:(typeName name:(qualifiedName name:(identifier "text"))))))))
    CREATE TABLE t (a text STORAGE external)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName name:(identifier "text"))) storage:(identifier "external")))
    GRANT a TO b WITH INHERIT TRUE, SET FALSE
      (grantStatement@role privilege:(privilege name:(identifier "a")) grantee:(identifier "b") option:(option name:(identifier "INHERIT")
      value:(booleanLiteral "TRUE")) option:(option name:(identifier "SET") value:(booleanLiteral "FALSE")))
    REVOKE INHERIT OPTION FOR a FROM b
      (revokeStatement@role name:(identifier "INHERIT") privilege:(privilege name:(identifier "a")) grantee:(identifier "b"))
    CREATE STATISTICS ON a, b FROM t
      (createStatement@statistics item:(columnReference name:(identifier "a")) item:(columnReference name:(identifier "b")) fromClause:(fromClause
      item:(tableReference name:(qualifiedName name:(identifier "t")))))
    REINDEX DATABASE
      (utilityStatement@reindex "REINDEX DATABASE")
    """#)

  private static let release17 = outlines(
    #"""
    SELECT json_exists(a, '$.b' PASSING 1 AS x, c AS y TRUE ON ERROR)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_exists")) argument:(columnReference name:(identifier "a")) argument:(stringLiteral "'$.b'") option:(jsonPassing value:(integerLiteral
      "1") name:(identifier "x")) option:(jsonPassing value:(columnReference name:(identifier "c")) name:(identifier "y"))
      option:(jsonBehavior@givesTrue "TRUE ON ERROR"))))))
    SELECT json_value(a, '$.b' RETURNING int DEFAULT 0 ON EMPTY ERROR ON ERROR)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_value")) argument:(columnReference name:(identifier "a")) argument:(stringLiteral "'$.b'") option:(jsonReturning type:(typeName
      name:(qualifiedName "int"))) option:(jsonBehavior@givesDefault.onEmpty value:(integerLiteral "0")) option:(jsonBehavior@givesError "ERROR ON
      ERROR"))))))
    SELECT json_query(a, '$.b' WITH CONDITIONAL ARRAY WRAPPER KEEP QUOTES ON SCALAR STRING EMPTY OBJECT ON EMPTY)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "json_query")) argument:(columnReference name:(identifier "a")) argument:(stringLiteral "'$.b'") option:(jsonClause@withConditionalWrapper
      "WITH CONDITIONAL ARRAY WRAPPER") option:(jsonClause@keepQuotes "KEEP QUOTES ON SCALAR STRING")
      option:(jsonBehavior@givesEmptyObject.onEmpty "EMPTY OBJECT ON EMPTY"))))))
    SELECT json(a WITH UNIQUE), json_scalar(1), json_serialize(a RETURNING bytea)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier "json"))
      argument:(columnReference name:(identifier "a")) option:(jsonClause@uniqueKeys "WITH UNIQUE"))) item:(resultTarget value:(specialFunction
      name:(qualifiedName name:(identifier "json_scalar")) argument:(integerLiteral "1"))) item:(resultTarget value:(specialFunction
      name:(qualifiedName name:(identifier "json_serialize")) argument:(columnReference name:(identifier "a")) option:(jsonReturning
      type:(typeName name:(qualifiedName name:(identifier "bytea")))))))))
    SELECT * FROM t, LATERAL json_table(t.a, '$[*]' AS root PASSING 1 AS x COLUMNS (i FOR ORDINALITY, b int PATH '$.b' DEFAULT 0 ON EMPTY, c jsonb FORMAT JSON PATH '$.c' WITH WRAPPER, d bool EXISTS PATH '$.d' FALSE ON ERROR, NESTED PATH '$.e[*]' AS n COLUMNS (f text)) ERROR ON ERROR) AS j (i, b)
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(star "*"))) fromClause:(fromClause item:(tableReference
      name:(qualifiedName name:(identifier "t"))) item:(specialTable.lateral name:(qualifiedName name:(identifier "json_table"))
      item:(columnReference name:(identifier "t") name:(identifier "a")) item:(stringLiteral "'$[*]'") field:(identifier "root")
      option:(jsonPassing value:(integerLiteral "1") name:(identifier "x")) definition:(columnDefinition name:(identifier "i"))
      definition:(columnDefinition name:(identifier "b") type:(typeName name:(qualifiedName "int")) value:(stringLiteral "'$.b'")
      option:(jsonBehavior@givesDefault.onEmpty value:(integerLiteral "0"))) definition:(columnDefinition name:(identifier "c") type:(typeName
      name:(qualifiedName name:(identifier "jsonb"))) option:(jsonClause@formatJSON "FORMAT JSON") value:(stringLiteral "'$.c'")
      option:(jsonClause@withWrapper "WITH WRAPPER")) definition:(columnDefinition@json name:(identifier "d") type:(typeName name:(qualifiedName
      name:(identifier "bool"))) value:(stringLiteral "'$.d'") option:(jsonBehavior@givesFalse "FALSE ON ERROR")) definition:(jsonNestedColumns
      value:(stringLiteral "'$.e[*]'") alias:(identifier "n") definition:(columnDefinition name:(identifier "f") type:(typeName
      name:(qualifiedName name:(identifier "text"))))) option:(jsonBehavior@givesError "ERROR ON ERROR") alias:(alias.explicit name:(identifier
      "j") column:(identifier "i") column:(identifier "b"))))))
    MERGE INTO t USING s ON a = b WHEN MATCHED THEN DELETE WHEN NOT MATCHED BY SOURCE THEN UPDATE SET a = 1 WHEN NOT MATCHED BY TARGET THEN DO NOTHING RETURNING merge_action(), t.*
      (mergeStatement name:(qualifiedName name:(identifier "t")) source:(tableReference name:(qualifiedName name:(identifier "s")))
      condition:(binaryOperation left:(columnReference name:(identifier "a")) operator:(operatorName "=") right:(columnReference name:(identifier
      "b"))) when:(mergeWhen.matched.delete "WHEN MATCHED THEN DELETE") when:(mergeWhen.update.notMatched.bySource assignment:(assignment
      column:(insertColumn name:(identifier "a")) value:(integerLiteral "1"))) when:(mergeWhen.doNothing.notMatched "WHEN NOT MATCHED BY TARGET
      THEN DO NOTHING") returningClause:(returningClause item:(resultTarget value:(specialFunction name:(qualifiedName name:(identifier
      "merge_action")))) item:(resultTarget value:(star name:(identifier "t")))))
    SELECT a AT LOCAL FROM t
      (query body:(selectClause targetList:(targetList item:(resultTarget value:(atTimeZone operand:(columnReference name:(identifier "a")))))
      fromClause:(fromClause item:(tableReference name:(qualifiedName name:(identifier "t"))))))
    ALTER TABLE t ALTER a SET EXPRESSION AS (b), ALTER a SET STATISTICS DEFAULT, SET ACCESS METHOD DEFAULT
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(setExpression column:(identifier "a") value:(columnReference
      name:(identifier "b"))) action:(alterColumnOption@statisticsTarget column:(identifier "a")) action:(otherAction@setAccessMethod "SET ACCESS
      METHOD DEFAULT"))
    ALTER DOMAIN d ADD CONSTRAINT n NOT NULL
      (alterDomainStatement@domain name:(qualifiedName name:(identifier "d")) action:(addConstraint constraint:(notNullConstraint name:(identifier
      "n"))))
    COPY t FROM STDIN (ON_ERROR ignore, LOG_VERBOSITY verbose)
      (copyStatement@copyFrom name:(qualifiedName name:(identifier "t")) option:(option name:(identifier "ON_ERROR") value:(identifier "ignore"))
      option:(option name:(identifier "LOG_VERBOSITY") value:(identifier "verbose")))
    """#)

  private static let release18 = outlines(
    #"""
    UPDATE t SET a = 1 RETURNING WITH (OLD AS o, NEW AS n) o.a, n.a
      (updateStatement name:(qualifiedName name:(identifier "t")) assignment:(assignment column:(insertColumn name:(identifier "a"))
      value:(integerLiteral "1")) returningClause:(returningClause option:(returningAlias.old name:(identifier "o")) option:(returningAlias.new
      name:(identifier "n")) item:(resultTarget value:(columnReference name:(identifier "o") name:(identifier "a"))) item:(resultTarget
      value:(columnReference name:(identifier "n") name:(identifier "a")))))
    INSERT INTO t VALUES (1) RETURNING old.a, new.*
      (insertStatement name:(qualifiedName name:(identifier "t")) source:(query body:(valuesClause item:(rowConstructor item:(integerLiteral
      "1")))) returningClause:(returningClause item:(resultTarget value:(columnReference name:(identifier "old") name:(identifier "a")))
      item:(resultTarget value:(star name:(identifier "new")))))
    CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int GENERATED ALWAYS AS (a))
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int"))) element:(columnDefinition name:(identifier "b") type:(typeName name:(qualifiedName "int"))
      constraint:(generatedConstraint.always.virtual value:(binaryOperation left:(columnReference name:(identifier "a")) operator:(operatorName
      "+") right:(integerLiteral "1")))) element:(columnDefinition name:(identifier "c") type:(typeName name:(qualifiedName "int"))
      constraint:(generatedConstraint.always value:(columnReference name:(identifier "a")))))
    CREATE TABLE t (a int, b daterange, PRIMARY KEY (a, b WITHOUT OVERLAPS), FOREIGN KEY (a, PERIOD b) REFERENCES u (a, PERIOD b))
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int"))) element:(columnDefinition name:(identifier "b") type:(typeName name:(qualifiedName name:(identifier
      "daterange")))) element:(primaryKeyConstraint.withoutOverlaps column:(identifier "a") column:(identifier "b"))
      element:(foreignKeyConstraint.period column:(identifier "a") column:(identifier "b") referenced:(qualifiedName name:(identifier "u"))
      referencedColumn:(identifier "a") referencedColumn:(identifier "b")))
    CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED, CONSTRAINT n NOT NULL a NO INHERIT, FOREIGN KEY (a) REFERENCES u ENFORCED)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) constraint:(checkConstraint.notEnforced condition:(binaryOperation left:(columnReference name:(identifier "a"))
      operator:(operatorName ">") right:(integerLiteral "0")))) element:(notNullConstraint.noInherit name:(identifier "n") column:(identifier
      "a")) element:(foreignKeyConstraint.enforced column:(identifier "a") referenced:(qualifiedName name:(identifier "u"))))
    CREATE TABLE t (a int CONSTRAINT n NOT NULL NO INHERIT)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) constraint:(notNullConstraint.noInherit name:(identifier "n"))))
    ALTER TABLE t ALTER CONSTRAINT c INHERIT, ALTER CONSTRAINT d NOT ENFORCED, ALTER CONSTRAINT e NO INHERIT
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(alterConstraint.inherit constraint:(identifier "c"))
      action:(alterConstraint.notEnforced constraint:(identifier "d")) action:(alterConstraint.noInherit constraint:(identifier "e")))
    ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(addConstraint constraint:(notNullConstraint.notValid
      name:(identifier "n") column:(identifier "a"))))
    VACUUM ONLY t
      (utilityStatement@vacuum item:(tableReference.only name:(qualifiedName name:(identifier "t"))))
    ANALYZE ONLY t (a)
      (utilityStatement@analyzeTable item:(tableReference.only name:(qualifiedName name:(identifier "t")) column:(identifier "a")))
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO u
      (grantStatement@largeObject.defaultPrivileges privilege:(privilege name:(identifier "SELECT")) grantee:(identifier "u"))
    ALTER TABLE t ALTER CONSTRAINT c NO INHERIT
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(alterConstraint.noInherit constraint:(identifier "c")))
    """#)
}
