/// What a node is. The comment gives its children by role; `…` marks a role that may occur many times, `?` at most once.
///
/// Names are those of PostgreSQL's manual and grammar (`gram.y`).
package enum NodeKind: UInt16, Hashable, Sendable, CaseIterable {
  // MARK: Names and literals

  /// One identifier, quoted or not; its value by `SyntaxTree.name(of:)`.
  case identifier
  /// `a.b.c`: name… (each an `identifier`, or an atom standing for one). Names of tables, functions, types, operators' schemas.
  case qualifiedName
  /// A column or whole row: name… (`identifier`s or atoms).
  case columnReference
  /// `*` or `t.*`: name….
  case star
  case integerLiteral
  case numericLiteral
  /// `''`, `E''`, `U&''`, `$$ $$`, with continuations; decoded by `SyntaxTree.stringValue(of:)`.
  case stringLiteral
  /// `B''` or `X''`.
  case bitStringLiteral
  /// TRUE or FALSE.
  case booleanLiteral
  case nullLiteral
  /// `date '2024-01-01'`, `interval '1' day`: type, value (a `stringLiteral` or atom), modifier…? for INTERVAL(p).
  case typedLiteral
  /// A parameter marker; its number is that of the atom or of `$n`: `SyntaxTree.parameter(of:)`.
  case placeholder
  /// A host expression. Its role tells where it stands: an expression, a name, a clause (role `.hole` under a clause's parent).
  case hole
  /// DEFAULT as a value.
  case defaultValue

  // MARK: Operators and predicates

  /// The operator token itself; with OPERATOR(s.+) name….
  case operatorName
  /// `- x`: operator, operand.
  case unaryOperation
  /// `a + b`, also `= < >` and every other operator: left, operator, right.
  case binaryOperation
  /// Flat: operand… (two or more).
  case and
  /// Flat: operand… (two or more).
  case or
  /// operand.
  case not
  /// operand; attribute `.negated` for IS NOT. IS NULL, ISNULL, NOTNULL.
  case isNull
  /// operand; `.negated`.
  case isTrue
  /// operand; `.negated`.
  case isFalse
  /// operand; `.negated`.
  case isUnknown
  /// left, right; `.negated` for IS NOT DISTINCT FROM.
  case isDistinctFrom
  /// operand; `.negated`: IS DOCUMENT, IS NORMALIZED, IS JSON.
  case isOther
  /// operand, low, high; `.negated`, `.symmetric`.
  case between
  /// operand, item…; `.negated`. A hole or placeholder may be the only item.
  case inList
  /// operand, subquery; `.negated`.
  case inSubquery
  /// left, right, escape?; `.negated`.
  case like
  /// left, right, escape?; `.negated`.
  case ilike
  /// left, right, escape?; `.negated`.
  case similarTo
  /// `x = ANY (…)`, SOME: left, operator, right (an expression or a `query`). Operator may be `operatorName` of LIKE/ILIKE words.
  case anyComparison
  /// `x = ALL (…)`: left, operator, right.
  case allComparison
  /// left, right, both `rowConstructor`s.
  case overlaps

  // MARK: Other expressions

  /// `( expression )`: operand.
  case parenthesized
  /// name (`qualifiedName`), argument…, orderByClause?, filter?, withinGroup (`orderByClause`)?, over (`windowDefinition` or
  /// `identifier`)?; `.star` for count(*), `.distinct`, `.all`, `.variadic` (last argument).
  case functionCall
  /// `name => value`: name, value.
  case namedArgument
  /// `x::type`: operand, type.
  case typeCast
  /// `CAST(x AS type)`: operand, type.
  case castExpression
  /// operand?, when… (`whenClause`), else?.
  case caseExpression
  /// condition, result.
  case whenClause
  /// argument….
  case coalesce
  /// argument… (two).
  case nullif
  /// argument….
  case greatest
  /// argument….
  case least
  /// CURRENT_DATE, CURRENT_TIMESTAMP(p), LOCALTIME, CURRENT_USER…: argument? (precision).
  case sqlValueFunction
  /// field (`identifier` or `stringLiteral`), argument.
  case extract
  /// `POSITION(a IN b)`: argument… (two).
  case position
  /// `SUBSTRING(a FROM b FOR c)` and SIMILAR: argument…; roles argument, from, for, pattern, escape.
  case substring
  /// argument, placing, from, for.
  case overlay
  /// `TRIM(BOTH x FROM y)`: character?, argument…; `.leading`, `.trailing`.
  case trim
  /// argument…: GROUPING(…), MERGE_ACTION(), XML…, JSON… constructors with their own grammar; name (`qualifiedName`).
  case specialFunction
  /// `ARRAY[…]`: item….
  case arrayConstructor
  /// subquery.
  case arraySubquery
  /// `ROW(a, b)` (`.explicit`) or `(a, b)`: item….
  case rowConstructor
  /// `a[i]`: operand, index.
  case `subscript`
  /// `a[i:j]`: operand, low?, high?.
  case slice
  /// `(expression).field`: operand, name; `(expression).*` has `.star`.
  case fieldSelection
  /// `( query )` as a value: subquery.
  case scalarSubquery
  /// subquery.
  case exists
  /// operand, zone; no zone for PostgreSQL 17's AT LOCAL.
  case atTimeZone
  /// operand, name.
  case collate
  /// WHERE CURRENT OF name.
  case currentOf

  // MARK: Types

  /// name (`qualifiedName`; standard names such as DOUBLE PRECISION as written), modifier…; `.array` (then item… are bounds), `.setOf`.
  /// Canonical name by `SyntaxTree.typeName(of:)`.
  case typeName

  // MARK: Queries

  /// A SELECT-like statement or subquery: withClause?, body, orderByClause?, limitClause?, offsetClause?, lockingClause…, hole….
  case query
  /// distinctClause?, targetList?, into?, fromClause?, whereClause?, groupByClause?, havingClause?, windowClause?, hole….
  case selectClause
  /// `VALUES (…), (…)`: item… (`rowConstructor`).
  case valuesClause
  /// `TABLE t`: name.
  case tableClause
  /// left, right (a `selectClause`, `valuesClause`, `setOperation` or `parenthesizedQuery`); `.union` `.intersect` `.except`, `.all`, `.distinct`.
  case setOperation
  /// `( query )`: subquery (a `query`).
  case parenthesizedQuery
  /// DISTINCT (`item…` for ON); SELECT ALL has `.all`.
  case distinctClause
  /// item… (`resultTarget`, `star` inside one, holes).
  case targetList
  /// value (an expression or `star`), alias? (`identifier`); `.explicit` where AS is written.
  case resultTarget
  /// Where SELECT INTO puts it: name.
  case intoClause
  /// item… (table references, joins…).
  case fromClause
  /// condition.
  case whereClause
  /// item… (expressions, `groupingSet`); `.all`, `.distinct`.
  case groupByClause
  /// ROLLUP, CUBE, GROUPING SETS, (): item….
  case groupingSet
  /// condition.
  case havingClause
  /// item… (`windowDefinition` with name).
  case windowClause
  /// name?, base (`identifier`)?, partition…, orderByClause?, frame?.
  case windowDefinition
  /// ROWS/RANGE/GROUPS …: item… (bound expressions).
  case windowFrame
  /// item… (`sortItem`, holes).
  case orderByClause
  /// value, operator? (USING), hole? for the direction; `.ascending`, `.descending` (as written), `.nullsFirst`, `.nullsLast`.
  case sortItem
  /// LIMIT or FETCH FIRST: value?; `.all` for LIMIT ALL, `.fetch`, `.withTies`.
  case limitClause
  /// value; `.rows` where the word ROW or ROWS is written.
  case offsetClause
  /// FOR UPDATE…: item… (`qualifiedName`); `.update` `.noKeyUpdate` `.share` `.keyShare`, `.nowait`, `.skipLocked`.
  case lockingClause
  /// item… (`commonTableExpression`); `.recursive`.
  case withClause
  /// name, column…, statement, search/cycle as hole-free `item…`; `.materialized`, `.notMaterialized`.
  case commonTableExpression

  // MARK: FROM items

  /// name (`qualifiedName`), alias?, sample?; `.only`, `.star` (inheritance).
  case tableReference
  /// `( query ) AS t`: subquery, alias?; `.lateral`.
  case derivedTable
  /// `f(…) AS t(…)`, ROWS FROM: function…, alias?, definition… ; `.lateral`, `.ordinality`, `.rowsFrom`.
  case functionTable
  /// left, right, condition? or using? (`joinUsing`); `.inner` `.left` `.right` `.full` `.cross`, `.natural`. No attribute of the five: plain JOIN = inner.
  case join
  /// column… (`identifier`), alias?.
  case joinUsing
  /// `( join )`: item, alias?.
  case parenthesizedTable
  /// name, column… (`identifier`) or definition… (`columnDefinition`); `.explicit` where AS is written.
  case alias
  /// TABLESAMPLE: name, argument…, `value` for REPEATABLE.
  case tableSample
  /// XMLTABLE, JSON_TABLE: name, item…, alias?.
  case specialTable

  // MARK: Data changes

  /// withClause?, name (`qualifiedName`), alias? (`identifier`), column… (`insertColumn`), source (`query`)?, onConflict?, returningClause?;
  /// `.defaultValues`, `.overridingSystem`, `.overridingUser`.
  case insertStatement
  /// name, index…: a column with optional subscripts and fields.
  case insertColumn
  /// conflictTarget?, assignment…, whereClause?; `.doNothing`, `.doUpdate`.
  case onConflict
  /// item… (`indexElement`), whereClause?, or name (`identifier`) for ON CONSTRAINT.
  case conflictTarget
  /// value (expression), collation?, operatorClass?.
  case indexElement
  /// withClause?, name, alias? (`alias`), assignment…, fromClause?, whereClause?, returningClause?; `.only`.
  case updateStatement
  /// column (`insertColumn`), value (expression or `defaultValue`).
  case assignment
  /// `(a, b) = …`: column…, value (`rowConstructor`, `scalarSubquery`).
  case multipleAssignment
  /// withClause?, name, alias?, using (`fromClause`)?, whereClause?, returningClause?; `.only`.
  case deleteStatement
  /// withClause?, name, alias?, source, condition, when… (`mergeWhen`), returningClause?.
  case mergeStatement
  /// condition?, action (`updateStatement`-like `assignment…`, `column…`, `source`); `.matched`, `.notMatched`, `.bySource`, `.doNothing`, `.delete`, `.update`, `.insert`.
  case mergeWhen
  /// item… (`resultTarget`).
  case returningClause

  // MARK: Everything else

  /// A statement with a shallow tree: name… (objects it names), statement? (the query of EXPLAIN, CREATE VIEW…); `utility` words by
  /// `SyntaxTree.statementKeywords`.
  case utilityStatement
  /// Named option or other part kept whole.
  case other
  /// name, type, item… (constraints): in function column definitions and CREATE TABLE.
  case columnDefinition
  /// A fragment's root: clauses or expressions in a row (`WHERE … ORDER BY …`, `AND x = ?`): item….
  case fragment
  /// A boolean tail `AND x` or `OR x`: operand; `.or` for OR.
  case booleanTail
}

/// What a node is to its parent.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case none
  case action, alias, argument, base, body, character, collation, column, condition, conflictTarget, definition, distinctClause
  case `else`, escape, field, filter, frame, from, fromClause, `for`, function, groupByClause, havingClause, high, hole, index
  case into, item, left, limitClause, lockingClause, low, modifier, name, offsetClause, onConflict, operand, `operator`
  case operatorClass, orderByClause, over, partition, pattern, placing, result, returningClause, right, sample, source, statement
  case subquery, targetList, type, using, value, when, whereClause, windowClause, withClause, withinGroup, zone, assignment
}

/// Marks that a node's kind gives meaning to.
package struct NodeAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  package static let negated = Self(bit: 0)
  package static let symmetric = Self(bit: 1)
  package static let star = Self(bit: 2)
  package static let distinct = Self(bit: 3)
  package static let all = Self(bit: 4)
  package static let variadic = Self(bit: 5)
  package static let explicit = Self(bit: 6)
  package static let array = Self(bit: 7)
  package static let setOf = Self(bit: 8)
  package static let leading = Self(bit: 9)
  package static let trailing = Self(bit: 10)
  package static let union = Self(bit: 11)
  package static let intersect = Self(bit: 12)
  package static let except = Self(bit: 13)
  package static let ascending = Self(bit: 14)
  package static let descending = Self(bit: 15)
  package static let nullsFirst = Self(bit: 16)
  package static let nullsLast = Self(bit: 17)
  package static let fetch = Self(bit: 18)
  package static let withTies = Self(bit: 19)
  package static let rows = Self(bit: 20)
  package static let update = Self(bit: 21)
  package static let noKeyUpdate = Self(bit: 22)
  package static let share = Self(bit: 23)
  package static let keyShare = Self(bit: 24)
  package static let nowait = Self(bit: 25)
  package static let skipLocked = Self(bit: 26)
  package static let recursive = Self(bit: 27)
  package static let materialized = Self(bit: 28)
  package static let notMaterialized = Self(bit: 29)
  package static let only = Self(bit: 30)
  package static let lateral = Self(bit: 31)
  package static let ordinality = Self(bit: 32)
  package static let rowsFrom = Self(bit: 33)
  package static let inner = Self(bit: 34)
  package static let left = Self(bit: 35)
  package static let right = Self(bit: 36)
  package static let full = Self(bit: 37)
  package static let cross = Self(bit: 38)
  package static let natural = Self(bit: 39)
  package static let defaultValues = Self(bit: 40)
  package static let overridingSystem = Self(bit: 41)
  package static let overridingUser = Self(bit: 42)
  package static let doNothing = Self(bit: 43)
  package static let doUpdate = Self(bit: 44)
  package static let matched = Self(bit: 45)
  package static let notMatched = Self(bit: 46)
  package static let bySource = Self(bit: 47)
  package static let delete = Self(bit: 48)
  package static let insert = Self(bit: 49)
  package static let or = Self(bit: 50)
}
