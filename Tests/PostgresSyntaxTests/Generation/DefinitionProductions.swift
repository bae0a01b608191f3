extension GeneratedGrammar {
  /// CREATE and ALTER of relations, types, routines, triggers, rules, schemas.
  static let definitions = #"""
    temporary = [TEMPORARY | TEMP | (LOCAL | GLOBAL) (TEMPORARY | TEMP) | UNLOGGED]
    ifnot = [IF NOT EXISTS]
    if = [IF EXISTS]
    behavior = [CASCADE | RESTRICT]
    columns = ['(' colid% ')']
    createtable = CREATE temporary TABLE ifnot qualifiedname tablebody [partitionby] [USING colid] storage [ON COMMIT (DROP | DELETE ROWS | PRESERVE ROWS)] tablespace
      | CREATE FOREIGN TABLE ifnot qualifiedname ('(' [tableelement%] ')' inherit | PARTITION OF qualifiedname typedelements bounds) SERVER colid genericoptions
    tablebody = 6 '(' [tableelement%] ')' inherit | OF anyname typedelements | PARTITION OF qualifiedname typedelements bounds
    inherit = [INHERITS '(' qualifiedname% ')']
    storage = [WITH reloptions | WITHOUT OIDS]
    tablespace = [TABLESPACE colid]
    partitionby = PARTITION BY colid '(' partitionelement% ')'
    partitionelement = (colid | windowless | '(' expr ')') [COLLATE anyname] [anyname]
    bounds = FOR VALUES (WITH '(' hashbound% ')' | IN '(' expr% ')' | FROM '(' expr% ')' TO '(' expr% ')') | DEFAULT
    hashbound = (modulus | remainder) integer
    modulus = 'modulus'
    remainder = 'remainder'
    reloptions = '(' reloption% ')'
    reloption = label ['.' label] ['=' defarg]
    genericoptions = [OPTIONS '(' genericoption% ')']
    genericoption = label string
    typedelements = ['(' typedelement% ')']
    typedelement = colid [WITH OPTIONS] {columnconstraint} | tableconstraint
    tableelement = 6 columndef | 3 tableconstraint | LIKE qualifiedname {(INCLUDING | EXCLUDING) likeoption}
    likeoption = COMMENTS | COMPRESSION | CONSTRAINTS | DEFAULTS | IDENTITY | GENERATED | INDEXES | STATISTICS | STORAGE | ALL
    columndef = colid type [COMPRESSION (colid | DEFAULT)] genericoptions {columnconstraint}
    columnconstraint = 4 [CONSTRAINT colid] columnelement | [NOT] DEFERRABLE | INITIALLY (DEFERRED | IMMEDIATE) | COLLATE anyname
    columnelement = 3 NOT NULL | NULL | UNIQUE nulls withdefinition indexspace | PRIMARY KEY withdefinition indexspace | CHECK '(' expr ')' [NO INHERIT]
      | 2 DEFAULT bexpr | GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY ['(' sequenceoption {sequenceoption} ')'] | GENERATED ALWAYS AS '(' expr ')' STORED
      | REFERENCES qualifiedname columns match actions
    nulls = [NULLS [NOT] DISTINCT]
    withdefinition = [WITH definition]
    indexspace = [USING INDEX TABLESPACE colid]
    match = [MATCH (FULL | PARTIAL | SIMPLE)]
    actions = [onupdate [ondelete] | ondelete [onupdate]]
    onupdate = ON UPDATE (NO ACTION | RESTRICT | CASCADE | SET NULL | SET DEFAULT)
    ondelete = ON DELETE (NO ACTION | RESTRICT | CASCADE | SET (NULL | DEFAULT) columns)
    tableconstraint = [CONSTRAINT colid] constraintelement
    constraintelement = CHECK '(' expr ')' [NO INHERIT] [NOT VALID] | UNIQUE nulls '(' colid% ')' include withdefinition indexspace constraintattributes
      | UNIQUE USING INDEX colid constraintattributes | PRIMARY KEY '(' colid% ')' include withdefinition indexspace constraintattributes
      | PRIMARY KEY USING INDEX colid constraintattributes
      | EXCLUDE [USING colid] '(' exclusion% ')' include withdefinition indexspace [WHERE '(' expr ')'] constraintattributes
      | 2 FOREIGN KEY '(' colid% ')' REFERENCES qualifiedname columns match actions constraintattributes
    include = [INCLUDE '(' colid% ')']
    exclusion = indexelement WITH (anyoperator | OPERATOR '(' anyoperator ')')
    constraintattributes = 3 | [NOT] DEFERRABLE | INITIALLY IMMEDIATE | DEFERRABLE INITIALLY DEFERRED | NOT VALID | INITIALLY DEFERRED NOT VALID
    definition = '(' definitionelement% ')'
    definitionelement = label ['=' defarg]
    defarg = 3 functype | reserved | operator | qualified | numeric | string | NONE
    createas = CREATE temporary TABLE ifnot qualifiedname columns [USING colid] storage [ON COMMIT DROP] tablespace AS (3 query | execute) withdata
      | CREATE [UNLOGGED] MATERIALIZED VIEW ifnot qualifiedname columns [USING colid] [WITH reloptions] tablespace AS query withdata
    withdata = [WITH [NO] DATA]
    createindex = CREATE [UNIQUE] INDEX [CONCURRENTLY] ([colid] | IF NOT EXISTS colid) ON relation [USING colid] '(' indexelement% ')'
      [INCLUDE '(' indexelement% ')'] nulls [WITH reloptions] tablespace [WHERE expr]
    indexelement = (3 colid | windowless | '(' expr ')') [COLLATE anyname] [anyname [reloptions]] [ASC | DESC] [NULLS (FIRST | LAST)]
    createview = CREATE [OR REPLACE] temporary VIEW qualifiedname columns [WITH reloptions] AS query check
      | CREATE [OR REPLACE] temporary RECURSIVE VIEW qualifiedname '(' colid% ')' [WITH reloptions] AS query
    check = [WITH [CASCADED | LOCAL] CHECK OPTION]
    createsequence = CREATE temporary SEQUENCE ifnot qualifiedname {sequenceoption}
    sequenceoption = AS simpletype | CACHE numeric | [NO] CYCLE | INCREMENT [BY] numeric | MAXVALUE numeric | MINVALUE numeric | NO MAXVALUE
      | NO MINVALUE | OWNED BY anyname | SEQUENCE NAME anyname | START [WITH] numeric | RESTART [[WITH] numeric]
    createtype = CREATE TYPE anyname [definition] | CREATE TYPE anyname AS (ENUM '(' [string%] ')' | RANGE definition | '(' [fielddefinition%] ')')
    createdomain = CREATE DOMAIN anyname [AS] type {columnconstraint}
    createschema = CREATE SCHEMA colid {schemaelement} | CREATE SCHEMA [colid] AUTHORIZATION role {schemaelement} | CREATE SCHEMA IF NOT EXISTS (colid | [colid] AUTHORIZATION role)
    schemaelement = createtable | createindex | createview | createsequence | createtrigger | grant

    createfunction = CREATE [OR REPLACE] FUNCTION functionname '(' [defaultargument%] ')' [RETURNS (functype | TABLE '(' tablecolumn% ')')] {functionoption} [body]
      | CREATE [OR REPLACE] PROCEDURE functionname '(' [defaultargument%] ')' {functionoption} [body]
    defaultargument = functionargument [(DEFAULT | '=') expr]
    functionargument = 3 functype | 3 typefunc functype | argumentclass functype | argumentclass typefunc functype | typefunc argumentclass functype
    argumentclass = IN | OUT | INOUT | IN OUT | VARIADIC
    functype = 6 type | [SETOF] typefunc '.' label {'.' label} '%' TYPE
    tablecolumn = typefunc functype
    functionoption = 3 AS string [',' string] | LANGUAGE wordorstring | TRANSFORM transform% | WINDOW | commonoption
    transform = FOR TYPE type
    commonoption = CALLED ON NULL INPUT | RETURNS NULL ON NULL INPUT | STRICT | IMMUTABLE | STABLE | VOLATILE | [EXTERNAL] SECURITY (DEFINER | INVOKER)
      | [NOT] LEAKPROOF | COST numeric | ROWS numeric | SUPPORT anyname | SET setmore | RESET resetrest | PARALLEL colid
    body = RETURN expr | BEGIN ATOMIC {bodystatement ';'} END
    bodystatement = RETURN expr | preparable
    createtrigger = CREATE [OR REPLACE] TRIGGER colid (BEFORE | AFTER | INSTEAD OF) events ON qualifiedname [REFERENCING transition {transition}]
        [FOR [EACH] (ROW | STATEMENT)] [WHEN '(' expr ')'] triggercall
      | CREATE [OR REPLACE] CONSTRAINT TRIGGER colid AFTER events ON qualifiedname [FROM qualifiedname] [DEFERRABLE [INITIALLY DEFERRED]] FOR EACH ROW
        [WHEN '(' expr ')'] triggercall
    events = event | event OR events
    event = INSERT | DELETE | UPDATE [OF colid%] | TRUNCATE
    transition = (NEW | OLD) (TABLE | ROW) [AS] colid
    triggercall = EXECUTE (FUNCTION | PROCEDURE) functionname '(' [triggerargument%] ')'
    triggerargument = integer | float | string | label
    createrule = CREATE [OR REPLACE] RULE colid AS ON (SELECT | UPDATE | DELETE | INSERT) TO qualifiedname [WHERE expr] DO [INSTEAD | ALSO] ruleactions
    ruleactions = NOTHING | ruleaction | '(' [ruleaction] {';' [ruleaction]} ')'
    ruleaction = preparable | NOTIFY colid [',' string]

    altertable = ALTER TABLE if relation (6 tablecommand% | rename | SET SCHEMA colid | ATTACH PARTITION qualifiedname bounds
        | DETACH PARTITION qualifiedname [CONCURRENTLY | FINALIZE])
      | ALTER (TABLE | INDEX | MATERIALIZED VIEW) ALL IN TABLESPACE colid [OWNED BY role%] SET TABLESPACE colid [NOWAIT]
      | ALTER INDEX if qualifiedname (tablecommand% | RENAME TO colid | ATTACH PARTITION qualifiedname | [NO] DEPENDS ON EXTENSION colid)
      | ALTER SEQUENCE if qualifiedname (tablecommand% | sequenceoption {sequenceoption} | RENAME TO colid | SET SCHEMA colid)
      | ALTER VIEW if qualifiedname (tablecommand% | rename | SET SCHEMA colid)
      | ALTER MATERIALIZED VIEW if qualifiedname (tablecommand% | rename | SET SCHEMA colid | [NO] DEPENDS ON EXTENSION colid)
      | ALTER FOREIGN TABLE if relation (tablecommand% | rename | SET SCHEMA colid)
    rename = RENAME TO colid | RENAME [COLUMN] colid TO colid | RENAME CONSTRAINT colid TO colid
    tablecommand = 3 ADD [COLUMN] [IF NOT EXISTS] columndef | 2 ADD tableconstraint | 6 ALTER [COLUMN] colid columncommand | ALTER [COLUMN] integer SET STATISTICS signed
      | DROP [COLUMN] [IF EXISTS] colid behavior | ALTER CONSTRAINT colid constraintattributes | VALIDATE CONSTRAINT colid
      | DROP CONSTRAINT if colid behavior | SET WITHOUT (OIDS | CLUSTER) | CLUSTER ON colid | SET (LOGGED | UNLOGGED)
      | (ENABLE | DISABLE) TRIGGER (colid | ALL | USER) | ENABLE (ALWAYS | REPLICA) (TRIGGER | RULE) colid | (ENABLE | DISABLE) RULE colid | [NO] INHERIT qualifiedname
      | OF anyname | NOT OF | OWNER TO role | SET ACCESS METHOD colid | SET TABLESPACE colid | (SET | RESET) reloptions
      | REPLICA IDENTITY (NOTHING | FULL | DEFAULT | USING INDEX colid) | (ENABLE | DISABLE | FORCE | NO FORCE) ROW LEVEL SECURITY | alteroptions
    columncommand = SET DEFAULT expr | DROP DEFAULT | (SET | DROP) NOT NULL | DROP EXPRESSION if | SET STATISTICS signed | (SET | RESET) reloptions | SET STORAGE colid
      | SET COMPRESSION (colid | DEFAULT) | ADD GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY ['(' sequenceoption {sequenceoption} ')'] | DROP IDENTITY if
      | 2 [SET DATA] TYPE type [COLLATE anyname] [USING expr] | alteroptions | identityoption {identityoption}
    identityoption = RESTART [[WITH] numeric] | SET sequenceoption | SET GENERATED (ALWAYS | BY DEFAULT)
    alteroptions = OPTIONS '(' alteroption% ')'
    alteroption = [SET | ADD] label string | DROP label
    altertype = ALTER TYPE anyname (typecommand% | ADD VALUE ifnot string [(BEFORE | AFTER) string] | RENAME VALUE string TO string | RENAME TO colid
      | RENAME ATTRIBUTE colid TO colid behavior | SET SCHEMA colid | OWNER TO role | SET definition)
    typecommand = ADD ATTRIBUTE fielddefinition behavior | DROP ATTRIBUTE if colid behavior | ALTER ATTRIBUTE colid [SET DATA] TYPE type [COLLATE anyname] behavior
    alterdomain = ALTER DOMAIN anyname (SET DEFAULT expr | DROP DEFAULT | (SET | DROP) NOT NULL | ADD tableconstraint | DROP CONSTRAINT if colid behavior
      | VALIDATE CONSTRAINT colid | RENAME TO colid | RENAME CONSTRAINT colid TO colid | SET SCHEMA colid | OWNER TO role)
    alterfunction = ALTER (FUNCTION | PROCEDURE | ROUTINE) routine (commonoption {commonoption} [RESTRICT] | RENAME TO colid | SET SCHEMA colid | OWNER TO role
      | [NO] DEPENDS ON EXTENSION colid) | ALTER AGGREGATE aggregatename (RENAME TO colid | SET SCHEMA colid | OWNER TO role)
    routine = functionname ['(' [functionargument%] ')']
    aggregatename = functionname '(' ('*' | functionargument% [ORDER BY functionargument%] | ORDER BY functionargument%) ')'
    """#
}
