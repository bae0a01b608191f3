extension UtilityRules {
  /// CREATE of what applications and migrations create: indexes, views, sequences, types, domains, routines, triggers, schemas, extensions,
  /// policies, rules, roles.
  static let objects = #"""
    create = createas | createtable | createindex | createview | createsequence | createroutine | createtrigger | createschema | createtype
      | createdomain | createrule | createpolicy | createextension | createrole | createother
    # IndexStmt
    createindex -> createIndexStatement = CREATE [UNIQUE +unique] INDEX @index [CONCURRENTLY +concurrently] (IF NOT EXISTS +ifNotExists
      name:indexname | [name:indexname])
      ON relation:relation [USING method:name] '(' item:indexelement% ')' [INCLUDE '(' include:indexelement% ')'] nullstreatment
      [WITH parameters] [TABLESPACE tablespace:name] where
    indexname -> qualifiedName = name:name
    # ViewStmt
    createview -> createViewStatement = CREATE orreplace temp (RECURSIVE +recursive VIEW name:table '(' column:name% ')' | VIEW name:table columns)
      @view [WITH parameters] AS query checkoption ~recursiveCheckOption
    orreplace = [OR REPLACE +orReplace]
    # opt_check_option
    checkoption = [WITH (CASCADED +cascaded | LOCAL +local | ) CHECK OPTION +checkOption]
    # CreateSeqStmt
    createsequence -> createSequenceStatement = CREATE temp SEQUENCE @sequence exists name:table {sequenceoption}
    # SeqOptElem
    sequenceoption -> sequenceOther option = AS type:simpletype !sequenceType | CACHE value:number !sequenceCache | CYCLE !sequenceCycle
      | NO CYCLE +negated !sequenceCycle | INCREMENT [BY] value:number !sequenceIncrement | LOGGED | UNLOGGED
      | MAXVALUE value:number !sequenceMaximum | MINVALUE value:number !sequenceMinimum | NO MAXVALUE !sequenceMaximum
      | NO MINVALUE !sequenceMinimum | OWNED BY name:object !sequenceOwner | SEQUENCE NAME name:object
      | START [WITH] value:number !sequenceStart | RESTART [[WITH] value:number] !sequenceRestart
    # OptParenthesizedSeqOptList
    sequenceoptions = '(' sequenceoption {sequenceoption} ')'
    # CreateSchemaStmt
    createschema -> createSchemaStatement = CREATE SCHEMA @schema (exists schemaname | schemaname) {schemaelement} ~schemaElements
    schemaname = [name:object] AUTHORIZATION owner:role | name:object
    # schema_stmt
    schemaelement = statement:(schematable | createindex | createsequence | createtrigger | schemagrant | createview)
    schematable -> createTableStatement = CREATE temp TABLE @table exists name:table tablebody
    schemagrant -> grantStatement = GRANT privileges ON privilegetarget TO grantee% [WITH GRANT OPTION +grantOption] grantedby
    # DefineStmt
    createtype -> createStatement = CREATE TYPE @type name:object (AS ENUM '(' [value:string%] ')' !createEnumStatement
      | AS RANGE definition !createRangeStatement | AS '(' [element:attributedefinition%] ')' ~relationName !createCompositeTypeStatement
      | [definition])
    # TableFuncElement
    attributedefinition -> columnDefinition = name:name type:type [collateclause]
    # definition, def_elem
    definition = '(' definitionitem% ')'
    definitionitem -> option option = name:label ['=' defvalue]
    # operator_def_list
    properties = '(' property% ')'
    property -> option option = name:label '=' defvalue
    # def_arg
    defvalue = value:(number | string | noneword | namedoperator | typeofcolumn | definedtype | reserved)
    noneword -> identifier = NONE
    # qual_all_Op
    namedoperator = OPERATOR '(' anyoperator ')' | operator
    # CreateDomainStmt
    createdomain -> createDomainStatement = CREATE DOMAIN @domain name:object [AS] type:type {columnconstraint} ~oneCollation

    # CreateFunctionStmt
    createroutine -> createFunctionStatement = CREATE orreplace
      (FUNCTION @function name:functionname parameterlist [RETURNS (TABLE +table '(' tablecolumn% ')' ~tableFunction | returns:functype)]
      | PROCEDURE @procedure name:functionname parameterlist) {routineoption} [routinebody]
    # func_args_with_defaults, func_arg_with_default
    parameterlist = '(' [defaulted%] ')'
    defaulted -> functionParameter parameter = funcarg [(DEFAULT | '=') default:expr]
    # func_args
    argumentlist = '(' +explicit [signatureargument%] ')'
    signatureargument -> functionParameter parameter = funcarg
    # func_arg, arg_class
    funcarg = argclass name:typefunctionname functype | name:typefunctionname argclass functype | name:typefunctionname functype
      | argclass functype | functype
    argclass = IN OUT +in +out | IN +in | OUT +out | INOUT +in +out | VARIADIC +variadic
    # func_type
    functype = typeofcolumn | type:type
    typeofcolumn -> typeName type = @column [SETOF +setOf] columnpath '%' TYPE
    columnpath -> qualifiedName name = name:typefunctionname '.' name:label {'.' name:label}
    # table_func_column
    tablecolumn -> functionParameter parameter = +table name:typefunctionname functype
    # createfunc_opt_item
    routineoption = routinestrings | specificoption | commonoption
    routinestrings -> functionBody body = AS value:string [',' value:string]
    specificoption -> functionOption option = LANGUAGE @languageName value:wordorstring
      | TRANSFORM @transforms FOR TYPE type:type {',' FOR TYPE type:type} | WINDOW @window
    # common_func_opt_item
    commonoption -> functionOption option = CALLED ON NULL INPUT @calledOnNull | RETURNS NULL ON NULL INPUT @strict | STRICT @strict
      | IMMUTABLE @immutable | STABLE @stable | VOLATILE @volatile | [EXTERNAL] SECURITY (DEFINER @securityDefiner | INVOKER @securityInvoker)
      | [NOT +negated] LEAKPROOF @leakproof | COST @cost value:number | ROWS @rows value:number | SUPPORT @support value:object
      | @setting value:(functionset | reset) | PARALLEL @parallel value:name
    # opt_routine_body, routine_body_stmt
    routinebody -> functionBody body = RETURN value:expr | BEGIN ATOMIC {[routinestatement] ';'} END
    routinestatement = functionreturn | statement:statement
    functionreturn -> functionReturn statement = RETURN value:expr

    # CreateTrigStmt
    createtrigger -> createTriggerStatement = CREATE orreplace
      (CONSTRAINT +constraint TRIGGER name:name AFTER +after triggerevents ON relation:table [FROM referenced:table] attributes
        FOR EACH ROW +forEachRow triggeraction ~constraintTrigger
      | TRIGGER name:name (BEFORE +before | AFTER +after | INSTEAD OF +insteadOf) triggerevents ON relation:table
        [REFERENCING transition {transition}] [FOR [EACH] (ROW +forEachRow | STATEMENT +forEachStatement)] triggeraction) @trigger
    # TriggerEvents
    triggerevents = triggerevent {OR triggerevent ~triggerEvents}
    triggerevent -> triggerEvent event = INSERT @insert | DELETE @delete | UPDATE @update [OF column:name%] | TRUNCATE @truncate
    # TriggerTransition
    transition -> transitionTable transition = (NEW +new | OLD +old) (TABLE +table | ROW) [AS] name:name
    # TriggerWhen, TriggerFuncArgs
    triggeraction = [WHEN '(' condition:expr ')'] EXECUTE (FUNCTION | PROCEDURE) function:functionname '(' [triggerargument%] ')'
    triggerargument = argument:(unsigned | string | label)

    # RuleStmt
    createrule -> createRuleStatement = CREATE orreplace RULE name:name AS ON (SELECT @select | UPDATE @update | DELETE @delete | INSERT @insert)
      TO relation:table where DO [INSTEAD +instead | ALSO] (NOTHING +doNothing | ruleaction | '(' [ruleaction] {';' [ruleaction]} ')')
    # RuleActionStmt
    ruleaction = statement:notify | preparable
    # CreatePolicyStmt
    createpolicy -> createPolicyStatement = CREATE POLICY name:name ON relation:table [AS mode:identifier ~policyMode]
      [FOR (ALL @all | SELECT @select | INSERT @insert | UPDATE @update | DELETE @delete)] [TO grantee:role%] policytail
    policytail = [USING '(' using:expr ')'] [WITH CHECK '(' check:expr ')']
    # CreateExtensionStmt
    createextension -> createExtensionStatement = CREATE EXTENSION @extension exists name:name [WITH]
      {SCHEMA schema:name | VERSION version:wordorstring | FROM ~extensionFrom item:wordorstring | CASCADE +cascade}
    # CreateRoleStmt, CreateUserStmt, CreateGroupStmt, CreateUserMappingStmt
    createrole -> createRoleStatement = CREATE USER MAPPING @userMapping exists FOR owner:(userword
      | role) SERVER server:name options !createStatement
      | CREATE (ROLE @role | USER @user | GROUP @group) name:role ~roleName [WITH] {createroleoption}
    userword -> identifier = USER
    # CreateOptRoleElem, AlterOptRoleElem
    createroleoption = roleoption | rolelistoption
    rolelistoption -> option option = sysidword value:integer | rolelistword value:role%
    sysidword -> identifier name = SYSID
    rolelistword -> identifier name = ADMIN | ROLE | IN (ROLE | GROUP)
    roleoption -> option option = passwordword value:string ~unencrypted | PASSWORD value:nullword | inheritword | limitword value:signed
      | validword value:string
      | userwordname value:role% | name:identifier ~roleOption
    passwordword -> identifier name = [ENCRYPTED | UNENCRYPTED] PASSWORD
    userwordname -> identifier name = USER
    nullword -> nullLiteral = NULL
    inheritword -> identifier name = INHERIT
    limitword -> identifier name = CONNECTION LIMIT
    validword -> identifier name = VALID UNTIL
    """#
}
