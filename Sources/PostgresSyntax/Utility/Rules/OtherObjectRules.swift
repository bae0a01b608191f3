extension UtilityRules {
  /// Objects that few applications create: databases, casts, operators, publications, servers….
  static let otherObjects = #"""
    createother -> createStatement = CREATE DATABASE @database name:name [WITH] {databaseoption}
      | CREATE orreplace AGGREGATE @aggregate name:functionname (aggregateargs definition | '(' oldaggregate% ')')
      | CREATE OPERATOR CLASS @operatorClass name:object [DEFAULT +defaultValues] FOR TYPE type:type USING method:name [FAMILY parent:object] AS
      opclassitem%
      | CREATE OPERATOR FAMILY @operatorFamily name:object USING method:name
      | CREATE OPERATOR @operator name:anyoperator definition
      | CREATE CAST @cast '(' type:type AS type:type ')' (WITH FUNCTION function:routine | WITHOUT FUNCTION | WITH INOUT) [AS (IMPLICIT
      | ASSIGNMENT)]
      | CREATE COLLATION @collation exists name:object (definition | FROM parent:object)
      | CREATE TEXT SEARCH textsearch name:object definition
      | CREATE STATISTICS @statistics (IF NOT EXISTS +ifNotExists name:object columns ON | name:object columns ON
      | columns ON ^statisticsWithoutName)
        statistic% fromlist
      | CREATE PUBLICATION @publication name:name [FOR (ALL TABLES +all | publicationitem% ~publication)] [WITH definition]
      | CREATE SUBSCRIPTION @subscription name:name CONNECTION value:string PUBLICATION item:name% [WITH definition]
      | CREATE EVENT TRIGGER @eventTrigger name:name ON event:label [WHEN eventfilter {AND eventfilter}]
        EXECUTE (FUNCTION | PROCEDURE) function:functionname '(' ')'
      | CREATE SERVER @server exists name:name [TYPE value:string] [serverversion] FOREIGN DATA WRAPPER parent:name options
      | CREATE FOREIGN DATA WRAPPER @foreignDataWrapper name:name {wrapperoption} options
      | CREATE TABLESPACE @tablespace name:name [OWNER owner:role] LOCATION value:string [WITH parameters]
      | CREATE orreplace [TRUSTED] [PROCEDURAL] LANGUAGE @language name:name [HANDLER function:object [INLINE function:object]
        [VALIDATOR function:object | NO VALIDATOR]]
      | CREATE ACCESS METHOD @accessMethod name:name TYPE (INDEX | TABLE) HANDLER function:object
      | CREATE [DEFAULT +defaultValues] CONVERSION @conversion name:object FOR value:string TO value:string FROM function:object
      | CREATE orreplace TRANSFORM @transform FOR type:type LANGUAGE language:name '(' transformpart% ')'
    textsearch = PARSER @textSearchParser | DICTIONARY @textSearchDictionary | TEMPLATE @textSearchTemplate | CONFIGURATION @textSearchConfiguration
    # createdb_opt_item
    databaseoption -> option option = name:(databaseword | identifier) ['='] (DEFAULT +defaultValues | varvalue)
    databaseword -> identifier = CONNECTION LIMIT | ENCODING | LOCATION | OWNER | TABLESPACE | TEMPLATE
    # aggr_args
    aggregateargs = '(' +explicit ('*' +star | ORDER BY (orderedargument ~aggregateOutput)%
      | (signatureargument ~aggregateOutput)% [ORDER BY (orderedargument ~aggregateOutput)%]) ')' ~aggregateArguments
    orderedargument -> functionParameter item = funcarg
    # old_aggr_elem
    oldaggregate -> option option = name:identifier '=' defvalue
    # opclass_item, opclass_drop
    opclassitem -> option item = OPERATOR value:integer (operatorsignature | name:anyoperator) [FOR SEARCH | FOR ORDER BY parent:object] [RECHECK]
      | FUNCTION value:integer ['(' type:type% ')'] function:routine | STORAGE type:type
    opclassdrop -> option item = (OPERATOR | FUNCTION) value:integer '(' type:type% ')'
    # stats_param
    statistic = item:(application | columnreference | parenthesized)
    # PublicationObjSpec
    publicationitem -> other item = TABLES IN SCHEMA @schema (schema:schemaword | name:name)
      | TABLE @table relation columns [WHERE '(' condition:expr ')']
      | schema:schemaword | relation columns [WHERE '(' condition:expr ')']
    schemaword -> sqlValueFunction = CURRENT_SCHEMA
    # event_trigger_when_item
    eventfilter -> option option = name:name IN '(' value:string% ')'
    # foreign_server_version, fdw_option
    serverversion = VERSION version:(string | nullword)
    wrapperoption = HANDLER function:object | NO HANDLER | VALIDATOR function:object | NO VALIDATOR
    # transform_element_list
    transformpart = (FROM | TO) SQL WITH FUNCTION function:routine
    # operator_with_argtypes, oper_argtypes
    operatorsignature -> routineSignature name = name:anyoperator +explicit '(' operatorargs ')'
    operatorargs = NONE ',' operatorarg | operatorarg ',' NONE | operatorarg ',' operatorarg | operatorarg ~missingArgument
    operatorarg -> functionParameter parameter = type:type

    # AlterFdwStmt
    alterforeign -> alterStatement = ALTER FOREIGN DATA WRAPPER @foreignDataWrapper name:name
      (renameto | ownerto | {wrapperoption} alteroptions | wrapperoption {wrapperoption})
    alterother -> alterStatement = ALTER DATABASE @database name:name (renameto | ownerto | SET TABLESPACE tablespace:name
        | REFRESH COLLATION VERSION @refreshVersion | value:setreset | [WITH] {databaseoption})
      | ALTER SCHEMA @schema name:name (renameto | ownerto)
      | ALTER DEFAULT PRIVILEGES +defaultPrivileges {IN SCHEMA schema:name% | FOR (ROLE | USER) owner:role%}
        (GRANT privileges ON defaulttarget TO grantee% [WITH GRANT OPTION +grantOption] !grantStatement
        | REVOKE [GRANT OPTION FOR +grantOption] privileges ON defaulttarget FROM grantee% behavior !revokeStatement)
      | ALTER SYSTEM @system (SET systemset | RESET systemreset)
      | ALTER EXTENSION @extension name:name (UPDATE {TO version:wordorstring} | SET SCHEMA schema:name !setSchemaStatement | (ADD
      | DROP +negated) member)
      | ALTER POLICY @policy ifexists name:name ON relation:table (renameto | [TO grantee:role%] policytail)
      | ALTER TRIGGER @trigger name:name ON relation:table (renameto | depends)
      | ALTER RULE @rule name:name ON relation:table renameto
      | ALTER EVENT TRIGGER @eventTrigger name:name (renameto | ownerto | ENABLE [REPLICA | ALWAYS +always] | DISABLE +negated)
      | ALTER COLLATION @collation name:object (renameto | setschema | ownerto | REFRESH VERSION @refreshVersion)
      | ALTER CONVERSION @conversion name:object renameorowner
      | ALTER [PROCEDURAL] LANGUAGE @language name:name renameorowner
      | ALTER LARGE OBJECT @largeObject name:number ownerto
      | ALTER OPERATOR (CLASS @operatorClass | FAMILY @operatorFamily) name:object USING method:name
        (renameto | setschema | ownerto | ADD opclassitem% | DROP +negated opclassdrop%)
      | ALTER OPERATOR @operator operatorsignature (setschema | ownerto | SET properties)
      | ALTER PUBLICATION @publication name:name (renameto | ownerto | SET definition | (ADD | SET | DROP) publicationitem% ~publication)
      | ALTER SUBSCRIPTION @subscription name:name (renameto | ownerto | SET definition | CONNECTION value:string
      | REFRESH PUBLICATION [WITH definition]
        | (ADD | DROP | SET) PUBLICATION item:name% [WITH definition] | ENABLE | DISABLE | SKIP definition)
      | ALTER SERVER @server name:name (renameto | ownerto | serverversion [alteroptions] | alteroptions)
      | ALTER TABLESPACE @tablespace name:name (renameto | ownerto | SET parameters | RESET +negated parameters)
      | ALTER STATISTICS @statistics ifexists name:object (renameto | setschema | ownerto | SET STATISTICS value:(signed | defaultword))
      | ALTER TEXT SEARCH textsearch name:object (renameto | setschema | ownerto | definition | (ADD | ALTER) MAPPING FOR item:name%
        (WITH value:object% | REPLACE value:object WITH newValue:object) | ALTER MAPPING REPLACE value:object WITH newValue:object
        | DROP MAPPING ifexists FOR item:name%)
    renameorowner = renameto | setschema | ownerto
    # defacl_privilege_target
    defaulttarget = TABLES @table | FUNCTIONS @function | ROUTINES @routine | SEQUENCES @sequence | TYPES @type | SCHEMAS @schema
      | LARGE "objects" @largeObject ^defaultLargeObjects
    systemset = value:systemsetting
    systemsetting -> setStatement = genericset
    systemreset = value:systemresetting
    systemresetting -> resetStatement = ALL +all | varname
    member = item:membership
    membership -> other = described
    """#
}
