extension UtilityRules {
  /// ALTER of what applications and migrations alter: relations, types, domains, sequences, routines, roles.
  static let alterations = #"""
    alter = altertable | alterindex | altersequence | alterview | altertype | alterdomain | alterroutine | alterrole | alterforeign | alterother
    # AlterTableStmt, RenameStmt, AlterObjectSchemaStmt
    altertable -> alterTableStatement =
      ALTER TABLE @table (allinspace | ifexists name:relation (renameconstraint | rename | setschema | attach | detach | alteration% | action:hole))
      | ALTER FOREIGN TABLE @foreignTable ifexists name:relation (rename | setschema | alteration%)
    allinspace = ALL +all IN TABLESPACE tablespace:name [OWNED BY owner:role%] SET TABLESPACE newName:name [NOWAIT +nowait] !alterStatement
    rename = RENAME (TO newName:name | COLUMN column:name TO newName:name @column | column:name TO newName:name @column) !renameStatement
    renameconstraint = RENAME CONSTRAINT constraint:name TO newName:name @tableConstraint !renameStatement
    renameto = RENAME TO newName:name !renameStatement
    setschema = SET SCHEMA schema:name !setSchemaStatement
    ownerto = OWNER TO owner:role !changeOwnerStatement
    # AlterObjectDependsStmt
    depends = [NO +negated] DEPENDS ON EXTENSION newValue:name !alterStatement
    # partition_cmd
    attach = attachaction
    attachaction -> attachPartition action = ATTACH PARTITION name:table bound
    detach = detachaction
    detachaction -> detachPartition action = DETACH PARTITION name:table [CONCURRENTLY +concurrently | FINALIZE @finalize]

    # alter_table_cmd
    alteration -> otherAction action =
      ADD ([COLUMN] IF NOT EXISTS +ifNotExists element:columndefinition !addColumn | COLUMN element:columndefinition !addColumn
        | constraint:tableconstraint !addConstraint | element:columndefinition !addColumn)
      | ALTER CONSTRAINT constraint:name alteredattributes !alterConstraint ~constraintMarks
      | ALTER [COLUMN] (column:integer ~columnNumber SET STATISTICS value:signed @statisticsTarget !alterColumnOption | column:name altercolumn)
      | DROP (CONSTRAINT ifexists constraint:name behavior !dropConstraint | COLUMN ifexists column:name behavior !dropColumn
        | ifexists column:name behavior !dropColumn)
      | VALIDATE CONSTRAINT constraint:name !validateConstraint
      | SET WITHOUT (OIDS @setWithoutOids | CLUSTER @setWithoutCluster) | CLUSTER ON name:name @clusterOn
      | SET LOGGED @setLogged | SET UNLOGGED @setUnlogged
      | (ENABLE | DISABLE +negated) triggerchoice !enableTrigger
      | ENABLE (ALWAYS +always | REPLICA) (TRIGGER | RULE @rule) name:name !enableTrigger
      | (ENABLE | DISABLE +negated) RULE @rule name:name !enableTrigger
      | INHERIT name:table !inheritTable | NO INHERIT +negated name:table !inheritTable
      | NOT OF @notOfType | OF name:object @ofType | OWNER TO owner:role !changeOwner
      | SET ACCESS METHOD @setAccessMethod (name:name | DEFAULT ^accessMethodDefault) | SET TABLESPACE @setTablespace name:name
      | SET parameters !setOptions | RESET +negated parameters !setOptions
      | REPLICA IDENTITY @replicaIdentity (NOTHING | FULL | DEFAULT | USING INDEX name:name)
      | (ENABLE | DISABLE +negated | FORCE +force | NO FORCE +negated +force) ROW LEVEL SECURITY !rowLevelSecurity
      | alteroptions @genericOptions
    triggerchoice = TRIGGER @trigger (ALL +all | USER | name:name)
    alteredattributes = INHERIT +inherit ^notNullNoInherit | NO INHERIT +noInherit ^notNullNoInherit | {attribute ~attributeConflict}
    altercolumn = SET DEFAULT value:expr !setDefault | DROP DEFAULT !dropDefault | DROP NOT NULL !dropNotNull | SET NOT NULL !setNotNull
      | SET EXPRESSION ^setExpression AS '(' value:expr ')' !setExpression | DROP EXPRESSION ifexists !dropExpression
      | SET STATISTICS (value:signed | DEFAULT ^statisticsDefault) @statisticsTarget !alterColumnOption
      | SET parameters @setOptions !alterColumnOption | RESET parameters @resetOptions !alterColumnOption
      | SET STORAGE value:(name | defaultword) @storageMode !alterColumnOption | SET COMPRESSION value:(defaultword
      | name) @compressionMode !alterColumnOption
      | ADD GENERATED generated AS IDENTITY [sequenceoptions] !addIdentity | DROP IDENTITY ifexists !dropIdentity
      | [SET DATA] TYPE type:type [COLLATE collation:object] [USING using:expr] !alterColumnType
      | alteroptions @genericOptions !alterColumnOption | identityoption {identityoption} !setIdentity
    # alter_identity_column_option
    identityoption = identityrestart | SET GENERATED generated | SET sequenceoption ~identityOption
    identityrestart -> sequenceRestart option = RESTART [[WITH] value:number]
    # alter_generic_options
    alteroptions = OPTIONS '(' alteroption% ')'
    alteroption -> option option = DROP +delete name:label | SET +update name:label value:string | ADD +insert name:label value:string
      | name:label value:string

    alterindex -> alterTableStatement = ALTER INDEX @index (allinspace | IF EXISTS +ifExists name:table (renameto | alteration%)
      | name:table (renameto | attachindex | depends | alteration%))
    attachindex -> attachPartition action = ATTACH PARTITION name:table
    # AlterSeqStmt
    altersequence -> alterTableStatement = ALTER SEQUENCE @sequence ifexists name:table
      (renameto | setschema | sequenceoption {sequenceoption} !alterSequenceStatement | alteration%)
    alterview -> alterTableStatement = ALTER MATERIALIZED VIEW @materializedView (allinspace | IF EXISTS +ifExists name:table alterviewrest
        | name:table (depends | alterviewrest))
      | ALTER VIEW @view ifexists name:table alterviewrest
    alterviewrest = rename | setschema | alteration%
    # AlterEnumStmt, AlterCompositeTypeStmt, AlterTypeStmt
    altertype -> alterTableStatement = ALTER TYPE @type name:object (enumaction !alterEnumStatement
      | RENAME ATTRIBUTE column:name TO newName:name behavior ~relationName !renameStatement @column | renameto | setschema | ownerto
      | SET properties !alterStatement | typeaction% ~relationName @compositeType)
    enumaction -> addEnumValue action = ADD VALUE exists value:string [(BEFORE +before | AFTER +after) neighbor:string]
      | RENAME VALUE value:string TO newValue:string !renameEnumValue
    # alter_type_cmd
    typeaction -> otherAction action = ADD ATTRIBUTE element:attributedefinition behavior !addColumn
      | DROP ATTRIBUTE ifexists column:name behavior !dropColumn
      | ALTER ATTRIBUTE column:name [SET DATA] TYPE type:type [COLLATE collation:object] behavior !alterColumnType
    # AlterDomainStmt
    alterdomain -> alterDomainStatement = ALTER DOMAIN @domain name:object (RENAME CONSTRAINT constraint:name TO newName:name !renameStatement
      @domainConstraint | renameto | setschema | ownerto | domainaction)
    domainaction -> otherAction action = SET DEFAULT value:expr !setDefault | DROP DEFAULT !dropDefault | SET NOT NULL !setNotNull
      | DROP NOT NULL !dropNotNull | ADD constraint:domainconstraint !addConstraint
      | DROP CONSTRAINT ifexists constraint:name behavior !dropConstraint | VALIDATE CONSTRAINT constraint:name !validateConstraint
    # DomainConstraint; PostgreSQL 15 takes any table constraint here
    domainconstraint = domainnotnull | tableconstraint
    domainnotnull -> notNullConstraint constraint = [CONSTRAINT name:name] NOT NULL ^domainNotNull {columnattribute | NOT VALID +notValid
      | NO INHERIT +noInherit}
    # AlterFunctionStmt
    alterroutine -> alterFunctionStatement = ALTER (FUNCTION @function | PROCEDURE @procedure | ROUTINE @routine) routine
      (renameto | setschema | ownerto | depends | commonoption {commonoption} [RESTRICT])
      | ALTER AGGREGATE @aggregate aggregate (renameto | setschema | ownerto)
    # function_with_argtypes, aggregate_with_argtypes, operator_with_argtypes
    routine -> routineSignature name = name:functionname [argumentlist]
    aggregate -> routineSignature name = name:functionname aggregateargs
    # AlterRoleStmt, AlterRoleSetStmt, AlterGroupStmt, AlterUserMappingStmt
    alterrole -> alterStatement = ALTER USER MAPPING @userMapping FOR owner:(userword | role) SERVER server:name alteroptions
      | ALTER (ROLE | USER) name:role RENAME TO newName:role ~roleName @role !renameStatement
      | ALTER (ROLE | USER) (ALL +all | name:role) [IN DATABASE relation:name] value:setreset @role | ALTER (ROLE
      | USER) name:role [WITH] {roleoption} @role
      | ALTER GROUP name:role (RENAME TO newName:role ~roleName !renameStatement | (ADD | DROP +negated) USER value:role%) @role
    """#
}
