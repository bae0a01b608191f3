/// What a node is. The comment gives its children by role; `…` marks a role that may occur many times, `?` at most once.
///
/// Names are those of PostgreSQL's manual and grammar (`gram.y`).
///
/// Public like the other small types of trees and catalogs, though nobody outside the package uses them: to the optimizer of another module a
/// `package` declaration is a black box, and comparing two cases of one a call through a witness table.
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
  /// operand; `.negated`: IS DOCUMENT, IS NORMALIZED, IS JSON, by its detail; `.unique` for WITH UNIQUE KEYS.
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
  /// name (`qualifiedName`), argument…, type?, orderByClause?, option…, filter?, over?: GROUPING(…), MERGE_ACTION(), XML…, SQL/JSON functions.
  /// What a
  /// JSON function has besides expressions: `jsonMember`, `jsonFormatted` among the arguments; `jsonPassing`, `jsonReturning`, `jsonClause`,
  /// `jsonBehavior` as options.
  case specialFunction
  /// `name : value`, `name VALUE value` in JSON_OBJECT: name (an expression), value.
  case jsonMember
  /// `value FORMAT JSON`: value.
  case jsonFormatted
  /// One of PASSING: value, name.
  case jsonPassing
  /// RETURNING: type; `.explicit` where FORMAT JSON follows.
  case jsonReturning
  /// What detail says: NULL ON NULL, WITH UNIQUE KEYS, WRAPPER, QUOTES, FORMAT JSON.
  case jsonClause
  /// `… ON EMPTY` (`.onEmpty`), `… ON ERROR`: value? (DEFAULT); detail: what it gives.
  case jsonBehavior
  /// NESTED PATH in JSON_TABLE: value (the path), alias?, definition….
  case jsonNestedColumns
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

  /// name (`qualifiedName`; standard names such as DOUBLE PRECISION as written), modifier…; `.array` (then item… are bounds), `.setOf`;
  /// detail `.column` for `t.c%TYPE`.
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
  /// item… (one or two `frameBound`s); detail `.rowsMode`, `.rangeMode`, `.groupsMode`.
  case windowFrame
  /// value?; detail `.unboundedPreceding`, `.preceding`, `.currentRow`, `.following`, `.unboundedFollowing`.
  case frameBound
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
  /// left, right, condition? or using? (`joinUsing`); `.inner` `.left` `.right` `.full` `.cross`, `.natural`. No attribute of the five: plain
  /// JOIN = inner.
  case join
  /// column… (`identifier`), alias?.
  case joinUsing
  /// `( join )`: item, alias?.
  case parenthesizedTable
  /// name, column… (`identifier`) or definition… (`columnDefinition`); `.explicit` where AS is written.
  case alias
  /// TABLESAMPLE: name, argument…, `value` for REPEATABLE.
  case tableSample
  /// XMLTABLE: name, item…, argument…, definition… (`columnDefinition`), alias?. JSON_TABLE: name, item… (context, path), field? (the path's
  /// name), option…
  /// (`jsonPassing`, `jsonBehavior`), definition… (`columnDefinition` with option… and value? for the path; `jsonNestedColumns`), alias?;
  /// `.lateral`.
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
  /// condition?, action (`updateStatement`-like `assignment…`, `column…`, `source`); `.matched`, `.notMatched`, `.bySource`, `.doNothing`,
  /// `.delete`, `.update`, `.insert`.
  case mergeWhen
  /// item… (`resultTarget`), option… (`returningAlias`, PostgreSQL 18).
  case returningClause
  /// `OLD AS o`: name; `.old` or `.new`.
  case returningAlias

  // MARK: Parts of schema statements

  /// name, type, constraint… (`notNullConstraint`… `collateClause`, `constraintAttributes`), option…, storage?, compression?, hole…: a column of
  /// CREATE TABLE, ADD COLUMN, a composite type, a typed table (then without type), a function's row. In FROM: name, type, item….
  case columnDefinition
  /// NOT NULL: name?; for a table (PostgreSQL 18) also column.
  case notNullConstraint
  /// NULL: name?.
  case nullConstraint
  /// `DEFAULT x`: name?, value.
  case defaultConstraint
  /// `GENERATED ALWAYS AS (x)`: name?, value; `.stored` or `.virtual`, as written.
  case generatedConstraint
  /// `GENERATED … AS IDENTITY (…)`: name?, option… (`sequence…` kinds); `.always` or `.byDefault`.
  case identityConstraint
  /// name?, condition; `.noInherit` and the attributes of constraints.
  case checkConstraint
  /// name?, column… (for a table), include…, option…, tablespace?, index? (USING INDEX); `.nullsNotDistinct`, `.nullsDistinct`, `.withoutOverlaps`.
  case uniqueConstraint
  /// As `uniqueConstraint`.
  case primaryKeyConstraint
  /// name?, method?, item… (`exclusionElement`), include…, option…, tablespace?, condition?.
  case exclusionConstraint
  /// value (`indexElement`), operator.
  case exclusionElement
  /// name?, column… (for a table), referenced (`qualifiedName`), referencedColumn…, action… (`referentialAction`); `.matchFull`, `.matchPartial`,
  /// `.matchSimple`, `.period` where the last column is PERIOD. Attributes of constraints: `.deferrable`, `.notDeferrable`,
  /// `.initiallyDeferred`, `.initiallyImmediate`, `.notValid`, `.noInherit`, `.enforced`, `.notEnforced`.
  case foreignKeyConstraint
  /// ON UPDATE (`.update`) or ON DELETE (`.delete`): column… of SET NULL, SET DEFAULT; detail `.noAction`, `.restrict`, `.cascade`,
  /// `.setNull` or `.setDefault`.
  case referentialAction
  /// COLLATE among a column's constraints: collation.
  case collateClause
  /// DEFERRABLE and the like in a column that belong to the constraint before, where other parts stand between.
  case constraintAttributes
  /// LIKE in CREATE TABLE: name, option… (`likeOption`).
  case likeClause
  /// INCLUDING or (`.negated`) EXCLUDING: name (`identifier`: `all`, `defaults`…).
  case likeOption
  /// PARTITION BY: strategy (`identifier`), item… (`partitionElement`).
  case partitionClause
  /// value, collation?, operatorClass?.
  case partitionElement
  /// FOR VALUES …, DEFAULT: item… (IN), from…, to… (a bound is an expression; MINVALUE and MAXVALUE as column references), option… (WITH);
  /// `.defaultValues` for DEFAULT.
  case partitionBound
  /// `name = value`, `name value`, `ns.name = value`: name… (`identifier`), value…?. Storage parameters, options of EXPLAIN, COPY, definitions.
  case option
  /// `+ 1`, `- 1` where the grammar takes a number, not an expression: operator, operand.
  case signedNumber
  /// Options of a sequence. AS: type.
  case sequenceType
  /// value.
  case sequenceCache
  /// CYCLE; `.negated` for NO CYCLE.
  case sequenceCycle
  /// value.
  case sequenceIncrement
  /// value?; none for NO MAXVALUE.
  case sequenceMaximum
  /// value?; none for NO MINVALUE.
  case sequenceMinimum
  /// name (`qualifiedName`); OWNED BY NONE is a name, too.
  case sequenceOwner
  /// value.
  case sequenceStart
  /// value?.
  case sequenceRestart
  /// name? (SEQUENCE NAME); LOGGED, UNLOGGED.
  case sequenceOther
  /// name?, type, default?; `.in`, `.out`, both, `.variadic`; `.table` for a column of RETURNS TABLE.
  case functionParameter
  /// A function by its argument types: name, parameter…; `.explicit` where the list is written, `.star` for `(*)`; after ORDER BY item….
  case routineSignature
  /// value?; detail `.languageName` (value: a name or string), `.immutable`, `.stable`, `.volatile`, `.strict`, `.calledOnNull`,
  /// `.securityDefiner`,
  /// `.securityInvoker`, `.leakproof` (`.negated`), `.window`, `.cost`, `.rows`, `.support`, `.parallel`, `.setting` (value: a `setStatement` or
  /// `resetStatement`), `.transforms` (type…).
  case functionOption
  /// value (a string; two for C functions) after AS, value (an expression) after RETURN, statement… of BEGIN ATOMIC (`functionReturn` among them).
  case functionBody
  /// RETURN x in a body: value.
  case functionReturn
  /// Detail `.insert`, `.update` (column…), `.delete` or `.truncate`.
  case triggerEvent
  /// OLD TABLE AS o: name; `.old` or `.new`, `.table`.
  case transitionTable
  /// name (`identifier`), column….
  case privilege

  // MARK: Actions of ALTER TABLE, ALTER DOMAIN, ALTER TYPE (role action)

  /// element (`columnDefinition`); `.ifNotExists`. Of a composite type too.
  case addColumn
  /// column; `.ifExists`, `.cascade`, `.restrict`. Of a composite type too.
  case dropColumn
  /// column, type, collation?, using?. Of a composite type too.
  case alterColumnType
  /// column? (none for a domain), value.
  case setDefault
  /// column?.
  case dropDefault
  /// column?.
  case setNotNull
  /// column?.
  case dropNotNull
  /// column, value (PostgreSQL 17).
  case setExpression
  /// column; `.ifExists`.
  case dropExpression
  /// column, option…; `.always` or `.byDefault`.
  case addIdentity
  /// column, option… (`sequence…` kinds), `.always` or `.byDefault` for SET GENERATED.
  case setIdentity
  /// column; `.ifExists`.
  case dropIdentity
  /// column, option…, value?: SET STATISTICS, STORAGE, COMPRESSION, attribute options: nothing that changes what a column holds.
  case alterColumnOption
  /// constraint (one of the constraint kinds).
  case addConstraint
  /// constraint (`identifier`); `.ifExists`, `.cascade`, `.restrict`.
  case dropConstraint
  /// constraint (`identifier`).
  case validateConstraint
  /// constraint (`identifier`); the attributes of constraints, `.inherit`.
  case alterConstraint
  /// owner.
  case changeOwner
  /// name (`qualifiedName`), bound.
  case attachPartition
  /// name (`qualifiedName`); `.concurrently`.
  case detachPartition
  /// name (`qualifiedName`); `.negated` for NO INHERIT.
  case inheritTable
  /// name? (`identifier`); `.all`, `.negated` for DISABLE, `.always`; detail `.trigger` or `.rule`.
  case enableTrigger
  /// `.negated` for DISABLE and NO FORCE, `.force`.
  case rowLevelSecurity
  /// option…; `.negated` for RESET.
  case setOptions
  /// value, neighbor?; `.before`, `.after`, `.ifNotExists`: ADD VALUE of an enum.
  case addEnumValue
  /// value, newValue.
  case renameEnumValue
  /// What else ALTER can do, by its detail: name…, option….
  case otherAction

  // MARK: Schema statements

  /// name, element… (`columnDefinition`, constraint kinds, `likeClause`), inherits… (`qualifiedName`), parent? (PARTITION OF), bound?, type? (OF),
  /// partition?, method?, option…, tablespace?, server?, hole…; `.temporary`, `.unlogged`, `.ifNotExists`, `.dropOnCommit`, `.deleteOnCommit`,
  /// `.preserveOnCommit`; detail `.table` or `.foreignTable`.
  case createTableStatement
  /// name, column…, method?, option…, tablespace?, statement (`query` or `executeStatement`); `.temporary`, `.unlogged`, `.ifNotExists`,
  /// `.withData`,
  /// `.withNoData`; detail `.table` or `.materializedView`.
  case createTableAsStatement
  /// name?, relation, method?, item… (`indexElement`), include…, option…, tablespace?, whereClause?; `.unique`, `.concurrently`, `.ifNotExists`,
  /// `.nullsNotDistinct`, `.nullsDistinct`, `.only`.
  case createIndexStatement
  /// name, column…, option…, statement; `.orReplace`, `.temporary`, `.recursive`, `.checkOption`, `.local`, `.cascaded`.
  case createViewStatement
  /// name, option… (`sequence…` kinds); `.temporary`, `.unlogged`, `.ifNotExists`.
  case createSequenceStatement
  /// CREATE TYPE … AS ENUM: name, value….
  case createEnumStatement
  /// CREATE TYPE … AS (…): name, element… (`columnDefinition`).
  case createCompositeTypeStatement
  /// CREATE TYPE … AS RANGE: name, option….
  case createRangeStatement
  /// name, type, constraint….
  case createDomainStatement
  /// name, parameter…, returns? (`typeName`), parameter… with `.table` for RETURNS TABLE, option… (`functionOption`), body (`functionBody`)…;
  /// `.orReplace`, `.table`; detail `.function` or `.procedure`.
  case createFunctionStatement
  /// name, relation, event…, referenced? (FROM), transition…, condition?, function, argument…; `.orReplace`, `.constraint`, `.before`, `.after`,
  /// `.insteadOf`, `.forEachRow`, `.forEachStatement`, the attributes of constraints.
  case createTriggerStatement
  /// name?, owner?, statement…; `.ifNotExists`.
  case createSchemaStatement
  /// name, schema?, version?; `.ifNotExists`, `.cascade`.
  case createExtensionStatement
  /// name, relation, mode? (`identifier`: PERMISSIVE, RESTRICTIVE), grantee…, using?, check?; detail `.all`, `.select`, `.insert`, `.update`,
  /// `.delete`, as written.
  case createPolicyStatement
  /// name, relation, whereClause?, statement…; `.orReplace`, `.instead`, `.doNothing`; detail: the event.
  case createRuleStatement
  /// name, option…: ROLE, USER, GROUP.
  case createRoleStatement
  /// name?, option…, and what else the statement holds; the detail tells of what kind: base and shell types, casts, operators, collations….
  case createStatement
  /// name, action…; `.only`, `.ifExists`; detail: tables, foreign tables, views, materialized views, indexes, sequences, composite types.
  case alterTableStatement
  /// name, option… (`sequence…` kinds); `.ifExists`.
  case alterSequenceStatement
  /// name, action (`addEnumValue` or `renameEnumValue`).
  case alterEnumStatement
  /// name, action.
  case alterDomainStatement
  /// name (`routineSignature`), option… (`functionOption`); detail `.function`, `.procedure`, `.routine`.
  case alterFunctionStatement
  /// name, column? or constraint? (of the object), relation? (of a trigger…), newName; `.ifExists`; detail: what gets a new name.
  case renameStatement
  /// name, relation?, schema: SET SCHEMA; `.ifExists`; detail: what moves.
  case setSchemaStatement
  /// name, owner: OWNER TO for what is no relation; detail: of what.
  case changeOwnerStatement
  /// name, relation?, and what else the statement holds; detail: what is altered.
  case alterStatement
  /// name… (`qualifiedName`; `typeName` for types, `routineSignature` for routines), relation? (of a trigger, policy, rule); `.ifExists`,
  /// `.concurrently`,
  /// `.cascade`, `.restrict`; detail: what is dropped.
  case dropStatement
  /// item… (`tableReference`); `.restartIdentity`, `.continueIdentity`, `.cascade`, `.restrict`.
  case truncateStatement
  /// name, relation?, value (`stringLiteral` or `nullLiteral`); detail: on what; `.column` names a table and its column in one name.
  case commentStatement
  /// privilege… (none for `.all`), name… or schema…, grantee…, grantedBy?; `.allInSchema`, `.grantOption`, `.defaultPrivileges`; detail:
  /// on what; `.role` for memberships, whose privileges are roles.
  case grantStatement
  /// As `grantStatement`; `.cascade`, `.restrict`.
  case revokeStatement
  /// REFRESH MATERIALIZED VIEW: name; `.concurrently`, `.withData`, `.withNoData`.
  case refreshStatement

  // MARK: Sessions, transactions, data transfer

  /// BEGIN, START TRANSACTION: option… (`transactionMode`).
  case beginStatement
  /// COMMIT, END; `.chain`, `.noChain`.
  case commitStatement
  /// ROLLBACK, ABORT; `.chain`, `.noChain`.
  case rollbackStatement
  /// name.
  case savepointStatement
  /// RELEASE: name.
  case releaseStatement
  /// ROLLBACK TO: name.
  case rollbackToStatement
  /// PREPARE TRANSACTION, COMMIT PREPARED, ROLLBACK PREPARED: value.
  case preparedTransactionStatement
  /// Detail `.readUncommitted` `.readCommitted` `.repeatableRead` `.serializable` `.readOnly` `.readWrite` `.deferrable` `.notDeferrable`.
  case transactionMode
  /// SET TRANSACTION, SET SESSION CHARACTERISTICS: option…, value? (SNAPSHOT); `.session`, `.local`.
  case setTransactionStatement
  /// name…; `.all`; detail `.deferred` or `.immediate`.
  case setConstraintsStatement
  /// name (`qualifiedName`; see `SyntaxTree.settingName(of:)`), value…; `.local`, `.session`, `.defaultValues` for DEFAULT, `.fromCurrent`.
  case setStatement
  /// name?; `.all`.
  case resetStatement
  /// name?; `.all`.
  case showStatement
  /// item… (`tableReference`), mode (`identifier`)?; `.nowait`.
  case lockStatement
  /// name? and column…, or statement; file? (a string), option…, whereClause?; `.program`; detail `.copyFrom` or `.copyTo`.
  case copyStatement
  /// value (the block), language?.
  case doStatement
  /// value (`functionCall`).
  case callStatement
  /// option…, statement; `.analyze`, `.verbose`.
  case explainStatement
  /// name, type…, statement.
  case prepareStatement
  /// name, argument….
  case executeStatement
  /// name?; `.all`.
  case deallocateStatement
  /// DECLARE: name, statement.
  case declareCursorStatement
  /// name, value?; `.all`; detail `.move` for MOVE.
  case fetchStatement
  /// name?; `.all`.
  case closeStatement
  /// name.
  case listenStatement
  /// name, value?.
  case notifyStatement
  /// name?; `.all`.
  case unlistenStatement
  /// VACUUM, ANALYZE, CLUSTER, REINDEX, CHECKPOINT, DISCARD, LOAD and whatever has no kind of its own: name…, option…, item…; the detail tells
  /// which.
  case utilityStatement

  // MARK: Everything else

  /// Named option or other part kept whole.
  case other
  /// A fragment's root: clauses or expressions in a row (`WHERE … ORDER BY …`, `AND x = ?`): item….
  case fragment
  /// A boolean tail `AND x` or `OR x`: operand; `.or` for OR.
  case booleanTail

  /// Whether it is a statement other than a query or a change of data.
  package var isUtility: Bool {
    rawValue >= Self.createTableStatement.rawValue && rawValue <= Self.utilityStatement.rawValue && self != .transactionMode
  }
}
