import SourceText

/// Statements with one place for an atom, and what the atom is there, for `AtomPlacesTests`.
enum AtomTables {
  /// A statement with an atom in it.
  struct Statement: Sendable {
    var text: String
    var style: PlaceholderStyle
  }

  /// `◊` is the place; any atom but `$1` can stand there. Kind of the parent, role.
  static let names = rows(
    """
    SELECT * FROM ◊ = qualifiedName name
    SELECT * FROM s.◊ = qualifiedName name
    SELECT * FROM t AS ◊ = alias name
    SELECT * FROM t AS x (◊, b) = alias column
    SELECT * FROM t JOIN ◊ ON a = qualifiedName name
    SELECT * FROM t JOIN u USING (◊) = joinUsing column
    SELECT a AS ◊ FROM t = resultTarget alias
    SELECT CAST(a AS ◊) = qualifiedName name
    SELECT a::s.◊ = qualifiedName name
    SELECT a COLLATE ◊ = qualifiedName name
    WITH ◊ AS (SELECT 1) SELECT 2 = commonTableExpression name
    WITH a (◊) AS (SELECT 1) SELECT 2 = commonTableExpression column
    SELECT sum(a) OVER ◊ FROM t = functionCall over
    SELECT a FROM t FOR UPDATE OF ◊ = qualifiedName name
    INSERT INTO ◊ VALUES (1) = qualifiedName name
    INSERT INTO t AS ◊ VALUES (1) = insertStatement alias
    INSERT INTO t (◊) VALUES (1) = insertColumn name
    INSERT INTO t (a, ◊, b) VALUES (1, 2, 3) = insertColumn name
    INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT ◊ DO NOTHING = conflictTarget name
    INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET ◊ = 1 = insertColumn name
    UPDATE ◊ SET a = 1 = qualifiedName name
    UPDATE t SET ◊ = 1 = insertColumn name
    UPDATE t SET (a, ◊) = (1, 2) = insertColumn name
    DELETE FROM s.◊ WHERE a = qualifiedName name
    MERGE INTO ◊ USING s ON a WHEN MATCHED THEN DELETE = qualifiedName name
    DROP TABLE ◊ = qualifiedName name
    CREATE TABLE ◊ (a int) = qualifiedName name
    CREATE TABLE t (◊ int) = columnDefinition name
    CREATE TABLE t (a ◊) = qualifiedName name
    CREATE INDEX ◊ ON t (a) = qualifiedName name
    ALTER TABLE t ADD COLUMN ◊ int = columnDefinition name
    ALTER TABLE t RENAME TO ◊ = renameStatement newName
    CREATE SCHEMA ◊ = qualifiedName name
    TRUNCATE ◊ = qualifiedName name
    """)

  /// Expressions and lists.
  static let values = rows(
    """
    SELECT ◊ = resultTarget value
    SELECT a, ◊ AS b FROM t = resultTarget value
    SELECT * FROM t WHERE ◊ = whereClause condition
    SELECT * FROM t WHERE a = ◊ = binaryOperation right
    SELECT * FROM t WHERE ◊ = a = binaryOperation left
    SELECT * FROM t WHERE a AND ◊ = and operand
    SELECT * FROM t WHERE a IN (◊) = inList item
    SELECT * FROM t WHERE a IN (1, ◊) = inList item
    SELECT * FROM t WHERE a NOT IN (◊, 2) = inList item
    SELECT * FROM t WHERE a BETWEEN ◊ AND 2 = between low
    SELECT * FROM t WHERE a LIKE ◊ = like right
    SELECT * FROM t WHERE a = ANY(◊) = anyComparison right
    SELECT f(◊) = functionCall argument
    SELECT ARRAY[◊] = arrayConstructor item
    SELECT a[◊] = subscript index
    SELECT CASE ◊ WHEN 1 THEN 2 END = caseExpression operand
    SELECT ◊::int = typeCast operand
    SELECT * FROM t ORDER BY ◊ = sortItem value
    SELECT * FROM t GROUP BY ◊ = groupByClause item
    SELECT * FROM t HAVING ◊ = havingClause condition
    SELECT * FROM t LIMIT ◊ = limitClause value
    SELECT * FROM t LIMIT 1 OFFSET ◊ = offsetClause value
    SELECT * FROM t FETCH FIRST ◊ ROWS ONLY = limitClause value
    SELECT * FROM f(◊) x = functionCall argument
    INSERT INTO t VALUES (◊) = rowConstructor item
    INSERT INTO t VALUES (1, ◊), (2, 3) = rowConstructor item
    UPDATE t SET a = ◊ = assignment value
    DELETE FROM t WHERE a = ◊ RETURNING b = binaryOperation right
    SELECT interval '1 day' * ◊ = binaryOperation right
    SELECT numeric(◊) '1' = typeName modifier
    CREATE TABLE t (a int DEFAULT ◊) = defaultConstraint value
    CREATE TABLE t (a varchar(◊)) = typeName modifier
    EXECUTE p (◊) = executeStatement argument
    CALL p(◊) = functionCall argument
    """)

  /// Where `$1` cannot stand, but what a driver replaces can.
  static let lists = rows(
    """
    SELECT * FROM t WHERE a IN ◊ = inList item
    SELECT * FROM t WHERE a = ANY ◊ = anyComparison right
    INSERT INTO t VALUES ◊ = valuesClause item
    """)

  /// Where only text put in can stand: words, operators, clauses and parts of them.
  static let holes = rows(
    """
    ◊ SELECT 1 = query hole
    SELECT ◊ a.b FROM t = targetList hole
    SELECT a ◊ FROM t = targetList hole
    SELECT * FROM t ◊ = selectClause hole
    SELECT a.* ◊ FROM t = targetList hole
    SELECT a, ◊ b.c FROM t = targetList hole
    SELECT * ◊ FROM t = targetList hole
    SELECT * FROM t x ◊ WHERE a = selectClause hole
    SELECT * FROM t x ◊ ORDER BY a = selectClause hole
    SELECT * FROM t WHERE a = 1 ◊ ORDER BY b = selectClause hole
    SELECT * FROM t WHERE a = 1 ◊ GROUP BY b = selectClause hole
    SELECT * FROM t WHERE a = 1 ◊ AND b = 2 = and hole
    SELECT * FROM t WHERE a ◊ 1 = binaryOperation operator
    SELECT * FROM t WHERE a IS ◊ = isOther hole
    SELECT * FROM t WHERE a IS NOT ◊ AND b = isOther hole
    SELECT * FROM a, b ◊, c = alias name
    SELECT * FROM a JOIN b ◊ ON c = alias name
    SELECT * FROM t WHERE (◊) = parenthesized operand
    SELECT f(◊ => 1) = namedArgument name
    SELECT sum(a) OVER (◊ ORDER BY b) FROM t = windowDefinition hole
    SELECT sum(a) OVER (◊) FROM t = windowDefinition hole
    CREATE INDEX i ON t (a ◊) = indexElement hole
    SELECT * FROM t WHERE (a = 1 ◊) ORDER BY b = parenthesized hole
    SELECT * FROM t GROUP BY a ◊ HAVING b = selectClause hole
    SELECT * FROM t ORDER BY a ◊ = sortItem hole
    SELECT * FROM t ORDER BY a ◊, b DESC = sortItem hole
    SELECT * FROM t ORDER BY a ◊ LIMIT 1 = sortItem hole
    SELECT * FROM t LIMIT 1 ◊ OFFSET 2 = query hole
    SELECT * FROM t LIMIT 1 ◊ = query hole
    SELECT * FROM a ◊ JOIN b ON c = join hole
    SELECT * FROM a x LEFT JOIN b ◊ WHERE c = join condition
    SELECT * FROM (◊) x = derivedTable subquery
    SELECT EXISTS (◊) = exists subquery
    SELECT 1 UNION ◊ = setOperation right
    SELECT CASE a ◊ WHEN 1 THEN 2 END = caseExpression hole
    SELECT CASE WHEN a THEN 1 ◊ END = caseExpression hole
    SELECT f(a ◊) = functionCall hole
    SELECT ARRAY[1 ◊] = arrayConstructor hole
    SELECT a IN (1 ◊) = inList hole
    WITH a AS (SELECT 1) ◊ SELECT 2 = withClause item
    WITH ◊ SELECT 2 = withClause item
    INSERT INTO t ◊ = insertStatement hole
    INSERT INTO t (a ◊) VALUES (1) = insertStatement column
    INSERT INTO t (a) VALUES (1 ◊) = rowConstructor hole
    INSERT INTO t (a) VALUES (1) ◊ RETURNING b = query hole
    INSERT INTO t (a) VALUES (1) ON CONFLICT ◊ DO NOTHING = conflictTarget item
    UPDATE t SET ◊ WHERE a = updateStatement assignment
    UPDATE t SET a = 1, ◊ WHERE b = updateStatement assignment
    UPDATE t SET a = 1 ◊ WHERE b = updateStatement hole
    UPDATE t SET a = 1 WHERE b ◊ RETURNING c = updateStatement hole
    UPDATE t ◊ WHERE b = updateStatement hole
    DELETE FROM t x ◊ = deleteStatement hole
    DELETE FROM t x ◊ RETURNING a = deleteStatement hole
    MERGE INTO t USING s ON a WHEN MATCHED THEN DELETE ◊ = mergeStatement hole
    CREATE TABLE t (◊) = createTableStatement element
    CREATE TABLE t (a int ◊, b int) = columnDefinition hole
    CREATE TABLE t (a int) ◊ = createTableStatement hole
    CREATE INDEX i ON t (◊) = indexElement value
    ALTER TABLE t ◊ = alterTableStatement action
    """)

  /// Every row with atoms of all sorts that can stand there.
  static let statements: [Statement] = {
    var statements: [Statement] = (names + values + lists + holes).map { filled($0, "⟦x⟧") }
    let nameMarkers: [(text: String, style: PlaceholderStyle)] = [("?", .question), ("%s", .percent), (":n", .colon), ("@n", .at)]
    for row in names { statements += nameMarkers.map { filled(row, $0.text, $0.style) } }
    for row in values { statements += markers.map { filled(row, $0.text, $0.style) } }
    for row in lists { statements += markers.dropFirst().map { filled(row, $0.text, $0.style) } }
    return statements
  }()

  static let markers: [(text: String, style: PlaceholderStyle)] = [
    ("$1", .dollar), ("?", .question), ("%s", .percent), ("%(name)s", .percent), (":name", .colon), ("@name", .at),
  ]

  static func filled(_ row: Row, _ atom: String, _ style: PlaceholderStyle = .none) -> Statement {
    Statement(text: row.text.replacing("◊", with: atom), style: style)
  }

  private static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: " = ")
      return Row(parts.dropLast().joined(separator: " = "), String(parts[parts.count - 1]))
    }
  }
}
