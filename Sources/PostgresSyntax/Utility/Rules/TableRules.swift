extension UtilityRules {
  /// CREATE TABLE with columns and constraints, CREATE TABLE AS.
  static let tables = #"""
    # OptTemp
    temp = [(LOCAL | GLOBAL) (TEMPORARY | TEMP) +temporary | (TEMPORARY | TEMP) +temporary | UNLOGGED +unlogged]
    # CreateAsStmt, CreateMatViewStmt
    createas -> createTableAsStatement = CREATE temp TABLE @table exists astarget AS (statement:execute | query) withdata
      | CREATE [UNLOGGED +unlogged] MATERIALIZED VIEW @materializedView exists mvtarget AS query withdata
    # create_as_target, create_mv_target
    astarget = name:table columns [USING method:name] with oncommit [TABLESPACE tablespace:name]
    mvtarget = name:table columns [USING method:name] [WITH parameters] [TABLESPACE tablespace:name]

    # CreateStmt, CreateForeignTableStmt
    createtable -> createTableStatement = CREATE temp TABLE @table exists name:table tablebody
      | CREATE FOREIGN TABLE @foreignTable exists name:table foreignbody
    tablebody = PARTITION OF parent:table typedelements bound tabletail | OF type:typeofrows typedelements tabletail
      | '(' [element%] ')' inherits tabletail
    foreignbody = PARTITION OF parent:table typedelements bound SERVER server:name options | '(' [element%] ')' inherits SERVER server:name options
    typeofrows -> typeName = name:object
    # OptInherit
    inherits = [INHERITS '(' inherits:table% ')']
    tabletail = [partition] [USING method:name] with oncommit [TABLESPACE tablespace:name]
    # OptWith
    with = [WITH parameters | WITHOUT OIDS]
    # OnCommitOption
    oncommit = [ON COMMIT (DROP +dropOnCommit | DELETE ROWS +deleteOnCommit | PRESERVE ROWS +preserveOnCommit)]
    # reloptions, reloption_elem
    parameters = '(' parameter% ')'
    parameter -> option option = name:label ['.' name:label] ['=' defvalue]
    # create_generic_options
    options = [OPTIONS '(' optionpair% ')']
    optionpair -> option option = name:label value:string
    # PartitionSpec, part_elem
    partition -> partitionClause partition = PARTITION BY strategy:name '(' partitionelement% ')'
    partitionelement -> partitionElement item = value:(application | columnreference
      | parenthesized) [COLLATE collation:object] [operatorClass:object]
    columnreference -> columnReference = name:name
    parenthesized -> parenthesized = '(' operand:expr ')'
    # PartitionBoundSpec
    bound -> partitionBound bound = FOR VALUES (WITH '(' hashbound% ')' ~hashBound | IN '(' item:expr% ')'
      | FROM '(' from:expr% ')' TO '(' to:expr% ')')
      | DEFAULT +defaultValues
    hashbound -> option option = name:word value:integer

    # TableElement, TypedTableElement
    element = likeclause | element:tableconstraint | element:columndefinition | element:hole
    typedelements = ['(' typedelement% ')']
    typedelement = element:tableconstraint | typedcolumn
    typedcolumn -> columnDefinition element = name:name [WITH OPTIONS] {columnconstraint}
    # TableLikeClause
    likeclause -> likeClause element = LIKE name:table {likeoption}
    likeoption -> likeOption option = INCLUDING likeword | EXCLUDING +negated likeword
    likeword -> identifier name = COMMENTS | COMPRESSION | CONSTRAINTS | DEFAULTS | IDENTITY | GENERATED | INDEXES | STATISTICS | STORAGE | ALL
    # columnDef
    columndefinition -> columnDefinition = name:name type:type [STORAGE ^columnStorage storage:(defaultword | name)]
      [COMPRESSION compression:(defaultword | name)] options {columnconstraint | hole:hole} ~oneCollation
    defaultword -> identifier = DEFAULT

    # ColConstraint, ConstraintAttr
    columnconstraint = columncheck | looseattributes | collateclause
    columncheck -> other constraint = [CONSTRAINT name:name] columnconstraintelement {columnattribute}
    looseattributes -> constraintAttributes constraint = columnattribute {columnattribute}
    collateclause -> collateClause constraint = COLLATE collation:object
    columnattribute = NOT DEFERRABLE +notDeferrable | DEFERRABLE +deferrable | INITIALLY DEFERRED +initiallyDeferred
      | INITIALLY IMMEDIATE +initiallyImmediate | NOT "enforced" +notEnforced ^enforced | "enforced" +enforced ^enforced
    # ColConstraintElem
    columnconstraintelement = NOT NULL [NO INHERIT +noInherit ^notNullNoInherit] !notNullConstraint | NULL !nullConstraint
      | UNIQUE nullstreatment [WITH definition] constraintspace !uniqueConstraint
      | PRIMARY KEY [WITH definition] constraintspace !primaryKeyConstraint
      | CHECK '(' condition:expr ')' [NO INHERIT +noInherit] !checkConstraint
      | DEFAULT value:bexpr !defaultConstraint
      | GENERATED generated AS IDENTITY [sequenceoptions] !identityConstraint
      | GENERATED generated AS '(' value:expr ')' ~generatedAlways (STORED +stored | "virtual" +virtual ^virtualColumns
      | ^virtualColumns) !generatedConstraint
      | REFERENCES referenced:table ['(' referencedColumn:name% ')'] keymatch keyactions !foreignKeyConstraint
    # generated_when
    generated = ALWAYS +always | BY DEFAULT +byDefault
    # opt_unique_null_treatment
    nullstreatment = [NULLS (NOT DISTINCT +nullsNotDistinct ^nullsNotDistinct | DISTINCT +nullsDistinct ^nullsNotDistinct)]
    # OptConsTableSpace
    constraintspace = [USING INDEX TABLESPACE tablespace:name]
    # key_match, key_actions
    keymatch = [MATCH (FULL +matchFull | PARTIAL +matchPartial ~matchPartial | SIMPLE +matchSimple)]
    keyactions = [keyupdate [keydelete] | keydelete [keyupdate]]
    keyupdate -> referentialAction action = ON UPDATE +update keyaction ~updateColumns
    keydelete -> referentialAction action = ON DELETE +delete keyaction
    keyaction = NO ACTION @noAction | RESTRICT @restrict | CASCADE @cascade | SET NULL columns @setNull | SET DEFAULT columns @setDefault

    # TableConstraint, ConstraintElem
    tableconstraint -> other constraint = [CONSTRAINT name:name] constraintelement attributes ~constraintMarks
    constraintelement = CHECK '(' condition:expr ')' !checkConstraint
      | NOT NULL ^namedNotNull column:name !notNullConstraint
      | UNIQUE (USING INDEX index:name | nullstreatment '(' keycolumns ')' keytail) !uniqueConstraint
      | PRIMARY KEY (USING INDEX index:name | '(' keycolumns ')' keytail) !primaryKeyConstraint
      | EXCLUDE [USING method:name] '(' exclusion% ')' keytail [WHERE '(' condition:expr ')'] !exclusionConstraint
      | FOREIGN KEY '(' periodcolumn% ')' REFERENCES referenced:table ['(' referencedperiod% ')'] keymatch keyactions !foreignKeyConstraint
    # columnList opt_without_overlaps
    keycolumns = column:name% [WITHOUT OVERLAPS +withoutOverlaps ^temporalKeys]
    keytail = include [WITH definition] constraintspace
    # opt_c_include
    include = [INCLUDE '(' include:name% ')']
    # columnList optionalPeriodName
    periodcolumn = "period" column:name +period ^temporalKeys | column:name
    referencedperiod = "period" referencedColumn:name ^temporalKeys | referencedColumn:name
    # ExclusionConstraintElem
    exclusion -> exclusionElement item = value:indexelement WITH (OPERATOR '(' operator:anyoperator ')' | operator:anyoperator)
    # ConstraintAttributeSpec
    attributes = {attribute ~attributeConflict}
    attribute = columnattribute | NOT VALID +notValid | NO INHERIT +noInherit
    """#
}
