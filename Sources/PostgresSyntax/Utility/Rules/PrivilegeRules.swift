extension UtilityRules {
  /// What names objects of any kind: DROP, COMMENT, SECURITY LABEL, GRANT, REVOKE, REASSIGN, IMPORT.
  static let privileges = #"""
    # DropStmt, DropRoleStmt, DropdbStmt, RemoveFuncStmt, RemoveAggrStmt, RemoveOperStmt, DropCastStmt, DropTransformStmt…
    drop -> dropStatement = DROP OWNED BY @ownedObjects name:role% behavior
      | DROP (ROLE | GROUP) @role ifexists name:role%
      | DROP USER MAPPING @userMapping ifexists FOR owner:(userword | role) SERVER server:name
      | DROP USER @role ifexists name:role%
      | DROP DATABASE @database ifexists name:name [[WITH] '(' FORCE +force {',' FORCE} ')']
      | DROP INDEX CONCURRENTLY @index +concurrently ifexists name:object% behavior
      | DROP (FUNCTION @function | PROCEDURE @procedure | ROUTINE @routine) ifexists routine% behavior
      | DROP AGGREGATE @aggregate ifexists aggregate% behavior
      | DROP OPERATOR (CLASS @operatorClass | FAMILY @operatorFamily) ifexists name:object USING method:name behavior
      | DROP OPERATOR @operator ifexists operatorsignature% behavior
      | DROP CAST @cast ifexists '(' type:type AS type:type ')' behavior
      | DROP TRANSFORM @transform ifexists FOR type:type LANGUAGE language:name behavior
      | DROP (POLICY @policy | RULE @rule | TRIGGER @trigger) ifexists name:name ON relation:object behavior
      | DROP (TYPE @type | DOMAIN @domain) ifexists name:typeobject% behavior
      | DROP SUBSCRIPTION @subscription ifexists name:name behavior
      | DROP TABLESPACE @tablespace ifexists name:name
      | DROP (qualifiedkind ifexists name:object% | plainkind ifexists name:name%) behavior
    # object_type_any_name
    qualifiedkind = TABLE @table | SEQUENCE @sequence | VIEW @view | MATERIALIZED VIEW @materializedView | INDEX @index
      | FOREIGN TABLE @foreignTable
      | COLLATION @collation | CONVERSION @conversion | STATISTICS @statistics | TEXT SEARCH textsearch
    # object_type_name, drop_type_name
    plainkind = ACCESS METHOD @accessMethod | EVENT TRIGGER @eventTrigger | EXTENSION @extension | FOREIGN DATA WRAPPER @foreignDataWrapper
      | [PROCEDURAL] LANGUAGE @language | PUBLICATION @publication | SCHEMA @schema | SERVER @server
    # CommentStmt, SecLabelStmt
    comment -> commentStatement = COMMENT ON described IS value:(string | nullword)
    security -> utilityStatement = SECURITY LABEL [FOR item:wordorstring] ON described IS value:(string | nullword)
    described = COLUMN @column name:object | AGGREGATE @aggregate aggregate
      | (FUNCTION @function | PROCEDURE @procedure | ROUTINE @routine) routine
      | OPERATOR (CLASS @operatorClass | FAMILY @operatorFamily) name:object USING method:name | OPERATOR @operator operatorsignature
      | CONSTRAINT name:name ON (DOMAIN relation:object @domainConstraint | relation:object @tableConstraint)
      | (POLICY @policy | RULE @rule | TRIGGER @trigger) name:name ON relation:object
      | TRANSFORM @transform FOR type:type LANGUAGE language:name | LARGE OBJECT @largeObject name:number
      | CAST @cast '(' type:type AS type:type ')'
      | (TYPE @type | DOMAIN @domain) name:typeobject | qualifiedkind name:object
      | (plainkind | DATABASE @database | ROLE @role | SUBSCRIPTION @subscription | TABLESPACE @tablespace) name:name
    # ReassignOwnedStmt, ImportForeignSchemaStmt
    reassign -> utilityStatement = REASSIGN OWNED BY @ownedObjects name:role% TO newName:role
    import -> utilityStatement = IMPORT FOREIGN SCHEMA @schema name:name [(LIMIT TO
      | EXCEPT +negated) '(' item:relation% ')'] FROM SERVER server:name
      INTO newName:name options

    # GrantStmt, GrantRoleStmt
    grant -> grantStatement = GRANT (privileges ON privilegetarget TO grantee% [WITH GRANT OPTION +grantOption] grantedby
      | privilege% TO grantee:role% [WITH grantroleoption%] grantedby @role)
    # RevokeStmt, RevokeRoleStmt
    revoke -> revokeStatement = REVOKE (GRANT OPTION FOR +grantOption privileges ON privilegetarget FROM grantee% grantedby behavior
      | privileges ON privilegetarget FROM grantee% grantedby behavior
      | ADMIN OPTION FOR +grantOption privilege% FROM grantee:role% grantedby behavior @role
      | name:name OPTION FOR ^roleOptions privilege% FROM grantee:role% grantedby behavior @role
      | privilege% FROM grantee:role% grantedby behavior @role)
    # grant_role_opt
    grantroleoption -> option option = adminword OPTION | name:label (OPTION | value:truth) ^roleOptions
    adminword -> identifier name = ADMIN
    # opt_granted_by
    grantedby = [GRANTED BY grantedBy:role]
    # privileges, privilege
    privileges = ALL +all [PRIVILEGES] columns | privilege%
    privilege -> privilege privilege = name:systemword | name:(privilegeword | name) columns
    privilegeword -> identifier = SELECT | REFERENCES | CREATE
    systemword -> identifier = ALTER SYSTEM
    grantee = GROUP grantee:role | grantee:role
    # privilege_target
    privilegetarget = ALL +allInSchema (TABLES @table | SEQUENCES @sequence | FUNCTIONS @function | PROCEDURES @procedure | ROUTINES @routine)
        IN SCHEMA schema:name%
      | TABLE @table name:table% | SEQUENCE @sequence name:table% | FOREIGN DATA WRAPPER @foreignDataWrapper name:name%
      | FOREIGN SERVER @server name:name% | (FUNCTION @function | PROCEDURE @procedure | ROUTINE @routine) routine%
      | DATABASE @database name:name% | DOMAIN @domain name:object% | LANGUAGE @language name:name% | LARGE OBJECT @largeObject name:number%
      | PARAMETER @parameter varname% | SCHEMA @schema name:name% | TABLESPACE @tablespace name:name% | TYPE @type name:object% | name:table% @table
    """#
}
