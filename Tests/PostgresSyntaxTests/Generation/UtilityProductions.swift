extension GeneratedGrammar {
  /// Sessions, maintenance, privileges, and the objects that few applications create.
  static let utilities = #"""
    role = 6 nonreserved | CURRENT_ROLE | CURRENT_USER | SESSION_USER
    wordorstring = nonreserved | string
    transaction = (ABORT | ROLLBACK | END | COMMIT) [WORK | TRANSACTION] [AND [NO] CHAIN] | (BEGIN [WORK | TRANSACTION] | START TRANSACTION) [modes]
      | SAVEPOINT colid | RELEASE [SAVEPOINT] colid | ROLLBACK [WORK | TRANSACTION] TO [SAVEPOINT] colid | PREPARE TRANSACTION string
      | (COMMIT | ROLLBACK) PREPARED string
    modes = mode {[','] mode}
    mode = ISOLATION LEVEL (READ (UNCOMMITTED | COMMITTED) | REPEATABLE READ | SERIALIZABLE) | READ (ONLY | WRITE) | [NOT] DEFERRABLE
    set = SET [LOCAL | SESSION] (TRANSACTION modes | SESSION CHARACTERISTICS AS TRANSACTION modes | 3 setmore) | SET CONSTRAINTS (ALL | qualifiedname%) (DEFERRED | IMMEDIATE)
      | RESET resetrest | SHOW resetrest
    setmore = 4 variable (TO | '=') (varvalue% | DEFAULT) | variable FROM CURRENT | TIME ZONE zone | CATALOG string | SCHEMA string | NAMES [string | DEFAULT]
      | ROLE wordorstring | SESSION AUTHORIZATION (wordorstring | DEFAULT) | XML OPTION (DOCUMENT | CONTENT) | TRANSACTION SNAPSHOT string
    variable = colid {'.' colid}
    varvalue = TRUE | FALSE | ON | 2 wordorstring | numeric
    zone = string | ident | INTERVAL string [HOUR | HOUR TO MINUTE] | INTERVAL '(' integer ')' string | numeric | DEFAULT | LOCAL
    resetrest = 3 variable | ALL | TIME ZONE | TRANSACTION ISOLATION LEVEL | SESSION AUTHORIZATION
    cursor = DECLARE colid {NO SCROLL | SCROLL | BINARY | ASENSITIVE | INSENSITIVE} CURSOR [(WITH | WITHOUT) HOLD] FOR query | CLOSE (colid | ALL)
      | (FETCH | MOVE) (colid | (FROM | IN) colid | [NEXT | PRIOR | FIRST | LAST | ABSOLUTE signed | RELATIVE signed | signed | ALL | FORWARD | FORWARD signed
        | FORWARD ALL | BACKWARD | BACKWARD signed | BACKWARD ALL] (FROM | IN) colid | (NEXT | PRIOR | ABSOLUTE signed | FORWARD ALL) colid)
    prepared = PREPARE colid ['(' type% ')'] AS preparable | execute | DEALLOCATE [PREPARE] (colid | ALL)
    execute = EXECUTE colid ['(' expr% ')']
    explain = EXPLAIN [ANALYZE | ANALYSE] [VERBOSE] explained | EXPLAIN '(' utilityoption% ')' explained
    explained = 4 preparable | createas | refresh | execute | DECLARE colid CURSOR FOR query
    utilityoption = (nonreserved | ANALYZE | ANALYSE) [TRUE | FALSE | ON | wordorstring | numeric]
    refresh = REFRESH MATERIALIZED VIEW [CONCURRENTLY] qualifiedname withdata
    copy = COPY [BINARY] qualifiedname columns (FROM | TO) copyfile [[USING] DELIMITERS string] [WITH] copyoptions
      | COPY qualifiedname columns FROM copyfile [WITH] copyoptions WHERE expr | COPY '(' preparable ')' TO copyfile [WITH] copyoptions
    copyfile = [PROGRAM] string | STDIN | STDOUT
    copyoptions = '(' copyoption% ')' | {oldcopyoption}
    copyoption = label [TRUE | FALSE | ON | wordorstring | numeric | '*' | '(' copyvalue% ')']
    copyvalue = TRUE | FALSE | ON | wordorstring
    oldcopyoption = BINARY | FREEZE | (DELIMITER | NULL | QUOTE | ESCAPE) [AS] string | CSV | HEADER | FORCE QUOTE (colid% | '*') | FORCE [NOT] NULL colid% | ENCODING string
    maintenance = TRUNCATE [TABLE] relation% [(CONTINUE | RESTART) IDENTITY] behavior | LOCK [TABLE] relation% [IN lockmode MODE] [NOWAIT]
      | VACUUM [FULL] [FREEZE] [VERBOSE] [ANALYZE | ANALYSE] [vacuumed%] | VACUUM '(' utilityoption% ')' [vacuumed%]
      | (ANALYZE | ANALYSE) [VERBOSE] [vacuumed%] | (ANALYZE | ANALYSE) '(' utilityoption% ')' [vacuumed%]
      | CLUSTER [VERBOSE] [qualifiedname [USING colid]] | CLUSTER '(' utilityoption% ')' qualifiedname [USING colid] | CLUSTER [VERBOSE] colid ON qualifiedname
      | REINDEX ['(' utilityoption% ')'] ((INDEX | TABLE) [CONCURRENTLY] qualifiedname | (SCHEMA | SYSTEM | DATABASE) [CONCURRENTLY] colid)
      | CHECKPOINT | DISCARD (ALL | TEMP | TEMPORARY | PLANS | SEQUENCES) | LOAD string | LISTEN colid | NOTIFY colid [',' string] | UNLISTEN (colid | '*')
      | DO (string | LANGUAGE wordorstring string | string LANGUAGE wordorstring) | CALL plaincall | REASSIGN OWNED BY role% TO role
    lockmode = ACCESS SHARE | ROW SHARE | ROW EXCLUSIVE | SHARE UPDATE EXCLUSIVE | SHARE | SHARE ROW EXCLUSIVE | EXCLUSIVE | ACCESS EXCLUSIVE
    vacuumed = qualifiedname columns

    grant = GRANT privileges ON privilegetarget TO grantee% [WITH GRANT OPTION] grantedby | GRANT privilege% TO role% [WITH ADMIN OPTION] grantedby
    revoke = REVOKE [GRANT OPTION FOR] privileges ON privilegetarget FROM grantee% grantedby behavior | REVOKE [ADMIN OPTION FOR] privilege% FROM role% grantedby behavior
      | ALTER DEFAULT PRIVILEGES {IN SCHEMA colid% | FOR (ROLE | USER) role%} (GRANT privileges ON defaulttarget TO grantee% [WITH GRANT OPTION]
        | REVOKE [GRANT OPTION FOR] privileges ON defaulttarget FROM grantee% behavior)
    grantedby = [GRANTED BY role]
    privileges = privilege% | ALL [PRIVILEGES] columns
    privilege = (SELECT | REFERENCES | CREATE | INSERT | 3 colid) columns | ALTER SYSTEM
    grantee = [GROUP] role
    privilegetarget = 4 [TABLE] qualifiedname% | SEQUENCE qualifiedname% | FOREIGN DATA WRAPPER colid% | FOREIGN SERVER colid% | (FUNCTION | PROCEDURE | ROUTINE) routine%
      | DATABASE colid% | DOMAIN anyname% | LANGUAGE colid% | LARGE OBJECT numeric% | PARAMETER variable% | SCHEMA colid% | TABLESPACE colid% | TYPE anyname%
      | ALL (TABLES | SEQUENCES | FUNCTIONS | PROCEDURES | ROUTINES) IN SCHEMA colid%
    defaulttarget = TABLES | FUNCTIONS | ROUTINES | SEQUENCES | TYPES | SCHEMAS

    drop = DROP anynamekind if anyname% behavior | DROP namekind if colid% behavior | DROP (POLICY | RULE | TRIGGER) if colid ON anyname behavior
      | DROP (TYPE | DOMAIN) if type% behavior | DROP INDEX CONCURRENTLY if anyname% behavior | DROP (FUNCTION | PROCEDURE | ROUTINE) if routine% behavior
      | DROP AGGREGATE if aggregatename% behavior | DROP OPERATOR if operatorname% behavior | DROP OPERATOR (CLASS | FAMILY) if anyname USING colid behavior
      | DROP CAST if '(' type AS type ')' behavior | DROP TRANSFORM if FOR type LANGUAGE colid behavior | DROP (ROLE | USER | GROUP) if role%
      | DROP USER MAPPING if FOR (role | USER) SERVER colid | DROP OWNED BY role% behavior | DROP DATABASE if colid [[WITH] '(' FORCE ')']
      | DROP TABLESPACE if colid | DROP SUBSCRIPTION if colid behavior
    anynamekind = 3 TABLE | SEQUENCE | VIEW | MATERIALIZED VIEW | INDEX | FOREIGN TABLE | COLLATION | CONVERSION | STATISTICS
      | TEXT SEARCH (PARSER | DICTIONARY | TEMPLATE | CONFIGURATION)
    namekind = ACCESS METHOD | EVENT TRIGGER | EXTENSION | FOREIGN DATA WRAPPER | [PROCEDURAL] LANGUAGE | PUBLICATION | SCHEMA | SERVER
    operatorname = anyoperator '(' (type | type ',' type | NONE ',' type | type ',' NONE) ')'
    anyoperator = 3 operator | colid '.' anyoperator
    comment = COMMENT ON described IS (string | NULL) | COMMENT ON undescribed IS (string | NULL) | SECURITY LABEL [FOR wordorstring] ON described IS (string | NULL)
    described = anynamekind anyname | COLUMN anyname | (namekind | DATABASE | ROLE | SUBSCRIPTION | TABLESPACE) colid | (TYPE | DOMAIN) type | AGGREGATE aggregatename
      | (FUNCTION | PROCEDURE | ROUTINE) routine | LARGE OBJECT numeric
    undescribed = OPERATOR operatorname | CONSTRAINT colid ON [DOMAIN] anyname | (POLICY | RULE | TRIGGER) colid ON anyname | TRANSFORM FOR type LANGUAGE colid
      | OPERATOR (CLASS | FAMILY) anyname USING colid | CAST '(' type AS type ')'

    createrole = CREATE (ROLE | USER | GROUP) nonreserved [WITH] {roleoption | SYSID integer | (ADMIN | ROLE | IN ROLE | IN GROUP) role%}
      | ALTER (ROLE | USER) role [WITH] {roleoption} | ALTER (ROLE | USER) (role | ALL) [IN DATABASE colid] (SET setmore | RESET resetrest) | ALTER GROUP role (ADD | DROP) USER role%
      | ALTER (ROLE | USER | GROUP) nonreserved RENAME TO nonreserved
    roleoption = [ENCRYPTED] PASSWORD string | PASSWORD NULL | INHERIT | CONNECTION LIMIT signed | VALID UNTIL string | USER role% | 3 roleword
    roleword = 'superuser' | 'NoCreateDB' | 'login' | 'noinherit' | 'bypassrls' | 'replication'
    createother = CREATE EXTENSION ifnot colid [WITH] {SCHEMA colid | VERSION wordorstring | CASCADE} | CREATE DATABASE colid [WITH] {databaseoption}
      | CREATE POLICY colid ON qualifiedname [AS permissive] [FOR (ALL | SELECT | INSERT | UPDATE | DELETE)] [TO role%] [USING '(' expr ')'] [WITH CHECK '(' expr ')']
      | CREATE [OR REPLACE] AGGREGATE functionname '(' ('*' | functionargument% | ORDER BY functionargument% | functionargument% ORDER BY functionargument%) ')' definition
      | CREATE [OR REPLACE] AGGREGATE functionname '(' oldaggregate% ')' | CREATE OPERATOR anyoperator definition | CREATE OPERATOR FAMILY anyname USING colid
      | CREATE OPERATOR CLASS anyname [DEFAULT] FOR TYPE type USING colid [FAMILY anyname] AS classitem%
      | CREATE CAST '(' type AS type ')' (WITH FUNCTION routine | WITHOUT FUNCTION | WITH INOUT) [AS (IMPLICIT | ASSIGNMENT)]
      | CREATE COLLATION ifnot anyname (definition | FROM anyname) | CREATE TEXT SEARCH (PARSER | DICTIONARY | TEMPLATE | CONFIGURATION) anyname definition
      | CREATE STATISTICS ifnot anyname columns ON statistic% FROM fromitem% | CREATE PUBLICATION colid [FOR ALL TABLES | FOR published%] [WITH definition]
      | CREATE SUBSCRIPTION colid CONNECTION string PUBLICATION colid% [WITH definition]
      | CREATE EVENT TRIGGER colid ON label [WHEN eventfilter {AND eventfilter}] EXECUTE (FUNCTION | PROCEDURE) functionname '(' ')'
      | CREATE SERVER ifnot colid [TYPE string] [VERSION (string | NULL)] FOREIGN DATA WRAPPER colid genericoptions
      | CREATE FOREIGN DATA WRAPPER colid {wrapperoption} genericoptions | CREATE USER MAPPING ifnot FOR (role | USER) SERVER colid genericoptions
      | CREATE TABLESPACE colid [OWNER role] LOCATION string [WITH reloptions] | CREATE ACCESS METHOD colid TYPE (INDEX | TABLE) HANDLER handler
      | CREATE [OR REPLACE] [TRUSTED] [PROCEDURAL] LANGUAGE colid [HANDLER handler [INLINE handler] [VALIDATOR handler | NO VALIDATOR]]
      | CREATE [DEFAULT] CONVERSION anyname FOR string TO string FROM anyname
      | CREATE [OR REPLACE] TRANSFORM FOR type LANGUAGE colid '(' (FROM SQL WITH FUNCTION routine [',' TO SQL WITH FUNCTION routine] | TO SQL WITH FUNCTION routine) ')'
      | IMPORT FOREIGN SCHEMA colid [(LIMIT TO | EXCEPT) '(' relation% ')'] FROM SERVER colid INTO colid genericoptions
    permissive = 'permissive' | 'restrictive'
    databaseoption = (CONNECTION LIMIT | ENCODING | LOCATION | OWNER | TABLESPACE | TEMPLATE | roleword) ['='] (numeric | wordorstring | TRUE | DEFAULT)
    oldaggregate = ident '=' defarg
    classitem = OPERATOR integer (anyoperator | operatorname) [FOR SEARCH | FOR ORDER BY anyname] [RECHECK] | FUNCTION integer ['(' type% ')'] routine | STORAGE type
    statistic = colid | windowless | '(' expr ')'
    published = TABLE relation columns [WHERE '(' expr ')'] | TABLES IN SCHEMA (colid | CURRENT_SCHEMA)
    eventfilter = colid IN '(' string% ')'
    wrapperoption = HANDLER handler | NO HANDLER | VALIDATOR handler | NO VALIDATOR
    handler = colid {'.' label}
    alterother = ALTER DATABASE colid (RENAME TO colid | OWNER TO role | SET TABLESPACE colid | REFRESH COLLATION VERSION | SET setmore | RESET resetrest | [WITH] {databaseoption})
      | ALTER (SCHEMA | [PROCEDURAL] LANGUAGE) colid (RENAME TO colid | OWNER TO role) | ALTER SYSTEM (SET variable (TO | '=') varvalue% | RESET (ALL | variable))
      | ALTER EXTENSION colid (UPDATE [TO wordorstring] | SET SCHEMA colid | (ADD | DROP) extensionmember)
      | ALTER POLICY if colid ON qualifiedname RENAME TO colid | ALTER POLICY colid ON qualifiedname [TO role%] [USING '(' expr ')'] [WITH CHECK '(' expr ')']
      | ALTER TRIGGER colid ON qualifiedname (RENAME TO colid | [NO] DEPENDS ON EXTENSION colid) | ALTER RULE colid ON qualifiedname RENAME TO colid
      | ALTER EVENT TRIGGER colid (ENABLE [REPLICA | ALWAYS] | DISABLE | RENAME TO colid | OWNER TO role)
      | ALTER COLLATION anyname (REFRESH VERSION | RENAME TO colid | SET SCHEMA colid | OWNER TO role)
      | ALTER CONVERSION anyname (RENAME TO colid | SET SCHEMA colid | OWNER TO role) | ALTER LARGE OBJECT numeric OWNER TO role
      | ALTER OPERATOR (CLASS | FAMILY) anyname USING colid (RENAME TO colid | SET SCHEMA colid | OWNER TO role)
      | ALTER OPERATOR FAMILY anyname USING colid (ADD classitem% | DROP classdrop%)
      | ALTER OPERATOR operatorname (SET SCHEMA colid | OWNER TO role | SET '(' operatorset% ')')
      | ALTER PUBLICATION colid (SET definition | (ADD | SET | DROP) published% | RENAME TO colid | OWNER TO role)
      | ALTER SUBSCRIPTION colid (SET definition | CONNECTION string | REFRESH PUBLICATION [WITH definition] | (ADD | DROP | SET) PUBLICATION colid% [WITH definition]
        | ENABLE | DISABLE | SKIP definition | RENAME TO colid | OWNER TO role)
      | ALTER SERVER colid (VERSION (string | NULL) [alteroptions] | alteroptions | RENAME TO colid | OWNER TO role)
      | ALTER FOREIGN DATA WRAPPER colid ({wrapperoption} alteroptions | wrapperoption | RENAME TO colid | OWNER TO role)
      | ALTER USER MAPPING FOR (role | USER) SERVER colid alteroptions | ALTER TABLESPACE colid ((SET | RESET) reloptions | RENAME TO colid | OWNER TO role)
      | ALTER STATISTICS anyname (RENAME TO colid | SET SCHEMA colid | OWNER TO role) | ALTER STATISTICS if anyname SET STATISTICS signed
      | ALTER TEXT SEARCH (PARSER | TEMPLATE) anyname (RENAME TO colid | SET SCHEMA colid)
      | ALTER TEXT SEARCH DICTIONARY anyname (definition | RENAME TO colid | SET SCHEMA colid | OWNER TO role)
      | ALTER TEXT SEARCH CONFIGURATION anyname (ADD MAPPING FOR colid% WITH anyname% | ALTER MAPPING FOR colid% WITH anyname% | ALTER MAPPING REPLACE anyname WITH anyname
        | ALTER MAPPING FOR colid% REPLACE anyname WITH anyname | DROP MAPPING if FOR colid% | RENAME TO colid | SET SCHEMA colid | OWNER TO role)
    operatorset = label '=' (NONE | functype | operator | numeric | string)
    classdrop = (OPERATOR | FUNCTION) integer '(' type [',' type] ')'
    extensionmember = anynamekind anyname | (namekind | DATABASE | ROLE) colid | AGGREGATE aggregatename | CAST '(' type AS type ')' | (TYPE | DOMAIN) type
      | (FUNCTION | PROCEDURE | ROUTINE) routine | OPERATOR operatorname | OPERATOR (CLASS | FAMILY) anyname USING colid | TRANSFORM FOR type LANGUAGE colid

    statement = 30 query | 8 insert | 8 update | 5 delete | 4 merge | 6 createtable | 3 createas | 4 createindex | 3 createview | 2 createsequence | 2 createtype
      | 2 createdomain | 2 createschema | 5 createfunction | 3 createtrigger | 2 createrule | 8 altertable | 2 altertype | 2 alterdomain | 2 alterfunction
      | 2 transaction | 3 set | 2 cursor | 2 prepared | 2 explain | refresh | 3 copy | 4 maintenance | 3 grant | 2 revoke | 4 drop | 2 comment | 2 createrole
      | 8 createother | 8 alterother
    """#
}
