/// Statements and the outlines of their trees, for `DefinitionTreeTests`.
enum DefinitionTrees {
  /// A statement on a line of its own, its outline indented below it.
  static let rows = outlines(
    #"""
    CREATE TEMP TABLE IF NOT EXISTS s.t (id bigserial PRIMARY KEY, b varchar(20) COLLATE "C" NOT NULL DEFAULT 'x' || 'y') WITH (fillfactor = 70, toast.autovacuum_enabled = off) ON COMMIT DROP TABLESPACE x
      (createTableStatement@table.ifNotExists.temporary.dropOnCommit name:(qualifiedName name:(identifier "s") name:(identifier "t"))
      element:(columnDefinition name:(identifier "id") type:(typeName name:(qualifiedName name:(identifier "bigserial")))
      constraint:(primaryKeyConstraint "PRIMARY KEY")) element:(columnDefinition name:(identifier "b") type:(typeName name:(qualifiedName
      "varchar") modifier:(integerLiteral "20")) constraint:(collateClause collation:(qualifiedName name:(identifier ""C"")))
      constraint:(notNullConstraint "NOT NULL") constraint:(defaultConstraint value:(binaryOperation left:(stringLiteral "'x'")
      operator:(operatorName "||") right:(stringLiteral "'y'")))) option:(option name:(identifier "fillfactor") value:(integerLiteral "70"))
      option:(option name:(identifier "toast") name:(identifier "autovacuum_enabled") value:(typeName name:(qualifiedName name:(identifier
      "off")))) tablespace:(identifier "x"))
    CREATE TABLE t (a int CONSTRAINT k REFERENCES s.u (id) MATCH FULL ON DELETE SET NULL (a) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED, CHECK (a > 0) NO INHERIT)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) constraint:(foreignKeyConstraint.deferrable.initiallyDeferred.matchFull name:(identifier "k")
      referenced:(qualifiedName name:(identifier "s") name:(identifier "u")) referencedColumn:(identifier "id")
      action:(referentialAction@setNull.delete column:(identifier "a")) action:(referentialAction@cascade.update "ON UPDATE CASCADE")))
      element:(checkConstraint.noInherit condition:(binaryOperation left:(columnReference name:(identifier "a")) operator:(operatorName ">")
      right:(integerLiteral "0"))))
    CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START WITH -5 NO MAXVALUE), b int GENERATED ALWAYS AS (a + 1) STORED, c int UNIQUE NULLS NOT DISTINCT)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) constraint:(identityConstraint.always option:(sequenceStart value:(signedNumber operator:(operatorName "-")
      operand:(integerLiteral "5"))) option:(sequenceMaximum "NO MAXVALUE"))) element:(columnDefinition name:(identifier "b") type:(typeName
      name:(qualifiedName "int")) constraint:(generatedConstraint.always.stored value:(binaryOperation left:(columnReference name:(identifier "a"))
      operator:(operatorName "+") right:(integerLiteral "1")))) element:(columnDefinition name:(identifier "c") type:(typeName name:(qualifiedName
      "int")) constraint:(uniqueConstraint.nullsNotDistinct "UNIQUE NULLS NOT DISTINCT")))
    CREATE TABLE t (LIKE u INCLUDING ALL EXCLUDING INDEXES, CONSTRAINT k FOREIGN KEY (a, b) REFERENCES v (c, d) NOT VALID, UNIQUE (a, b) INCLUDE (c) DEFERRABLE)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(likeClause name:(qualifiedName name:(identifier "u"))
      option:(likeOption name:(identifier "ALL")) option:(likeOption.negated name:(identifier "INDEXES"))) element:(foreignKeyConstraint.notValid
      name:(identifier "k") column:(identifier "a") column:(identifier "b") referenced:(qualifiedName name:(identifier "v"))
      referencedColumn:(identifier "c") referencedColumn:(identifier "d")) element:(uniqueConstraint.deferrable column:(identifier "a")
      column:(identifier "b") include:(identifier "c")))
    CREATE TABLE t (EXCLUDE USING gist (a WITH =, b WITH OPERATOR(s.&&)) WHERE (c > 0))
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(exclusionConstraint method:(identifier "gist")
      item:(exclusionElement value:(indexElement value:(columnReference name:(identifier "a"))) operator:(operatorName "="))
      item:(exclusionElement value:(indexElement value:(columnReference name:(identifier "b"))) operator:(operatorName name:(identifier "s")))
      condition:(binaryOperation left:(columnReference name:(identifier "c")) operator:(operatorName ">") right:(integerLiteral "0"))))
    CREATE TABLE t () INHERITS (u, v)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) inherits:(qualifiedName name:(identifier "u"))
      inherits:(qualifiedName name:(identifier "v")))
    CREATE TABLE t (a int) PARTITION BY RANGE (a, lower(b), (c + 1) COLLATE "C" ops)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int"))) partition:(partitionClause strategy:(identifier "RANGE") item:(partitionElement value:(columnReference
      name:(identifier "a"))) item:(partitionElement value:(functionCall name:(qualifiedName name:(identifier "lower")) argument:(columnReference
      name:(identifier "b")))) item:(partitionElement value:(parenthesized operand:(binaryOperation left:(columnReference name:(identifier "c"))
      operator:(operatorName "+") right:(integerLiteral "1"))) collation:(qualifiedName name:(identifier ""C"")) operatorClass:(qualifiedName
      name:(identifier "ops")))))
    CREATE TABLE t PARTITION OF u (a NOT NULL) FOR VALUES FROM (1, MINVALUE) TO (2, MAXVALUE)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) parent:(qualifiedName name:(identifier "u"))
      element:(columnDefinition name:(identifier "a") constraint:(notNullConstraint "NOT NULL")) bound:(partitionBound from:(integerLiteral "1")
      from:(columnReference name:(identifier "MINVALUE")) to:(integerLiteral "2") to:(columnReference name:(identifier "MAXVALUE"))))
    CREATE TABLE t PARTITION OF u FOR VALUES WITH (MODULUS 4, REMAINDER 1)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) parent:(qualifiedName name:(identifier "u")) bound:(partitionBound
      option:(option name:(identifier "MODULUS") value:(integerLiteral "4")) option:(option name:(identifier "REMAINDER") value:(integerLiteral
      "1"))))
    CREATE TABLE t PARTITION OF u DEFAULT
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) parent:(qualifiedName name:(identifier "u"))
      bound:(partitionBound.defaultValues "DEFAULT"))
    CREATE TABLE t (a, b) AS SELECT 1, 2 WITH NO DATA
      (createTableAsStatement@table.withNoData name:(qualifiedName name:(identifier "t")) column:(identifier "a") column:(identifier "b")
      statement:(query body:(selectClause targetList:(targetList item:(resultTarget value:(integerLiteral "1")) item:(resultTarget
      value:(integerLiteral "2"))))))
    CREATE MATERIALIZED VIEW IF NOT EXISTS m AS TABLE t
      (createTableAsStatement@materializedView.ifNotExists name:(qualifiedName name:(identifier "m")) statement:(query body:(tableClause
      name:(qualifiedName name:(identifier "t")))))
    CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING gin (lower(a) ops DESC, (b)) INCLUDE (c) WITH (fastupdate = off) WHERE d
      (createIndexStatement@index.only.ifNotExists.concurrently.unique name:(qualifiedName name:(identifier "i")) relation:(qualifiedName
      name:(identifier "s") name:(identifier "t")) method:(identifier "gin") item:(indexElement.descending value:(functionCall name:(qualifiedName
      name:(identifier "lower")) argument:(columnReference name:(identifier "a"))) operatorClass:(qualifiedName name:(identifier "ops")))
      item:(indexElement value:(parenthesized operand:(columnReference name:(identifier "b")))) include:(indexElement value:(columnReference
      name:(identifier "c"))) option:(option name:(identifier "fastupdate") value:(typeName name:(qualifiedName name:(identifier "off"))))
      whereClause:(whereClause condition:(columnReference name:(identifier "d"))))
    CREATE OR REPLACE TEMP RECURSIVE VIEW v (n) AS VALUES (1)
      (createViewStatement@view.recursive.orReplace.temporary name:(qualifiedName name:(identifier "v")) column:(identifier "n") statement:(query
      body:(valuesClause item:(rowConstructor item:(integerLiteral "1")))))
    CREATE VIEW v WITH (security_barrier) AS TABLE t WITH LOCAL CHECK OPTION
      (createViewStatement@view.checkOption.local name:(qualifiedName name:(identifier "v")) option:(option name:(identifier "security_barrier"))
      statement:(query body:(tableClause name:(qualifiedName name:(identifier "t")))))
    CREATE SEQUENCE s AS bigint INCREMENT BY 2 MINVALUE 1 START 10 CACHE 1 NO CYCLE OWNED BY t.a
      (createSequenceStatement@sequence name:(qualifiedName name:(identifier "s")) option:(sequenceType type:(typeName name:(qualifiedName
      "bigint"))) option:(sequenceIncrement value:(integerLiteral "2")) option:(sequenceMinimum value:(integerLiteral "1")) option:(sequenceStart
      value:(integerLiteral "10")) option:(sequenceCache value:(integerLiteral "1")) option:(sequenceCycle.negated "NO CYCLE")
      option:(sequenceOwner name:(qualifiedName name:(identifier "t") name:(identifier "a"))))
    CREATE TYPE e AS ENUM ('a', 'b')
      (createEnumStatement@type name:(qualifiedName name:(identifier "e")) value:(stringLiteral "'a'") value:(stringLiteral "'b'"))
    CREATE TYPE c AS (a int, b text COLLATE "C")
      (createCompositeTypeStatement@type name:(qualifiedName name:(identifier "c")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int"))) element:(columnDefinition name:(identifier "b") type:(typeName name:(qualifiedName name:(identifier "text")))
      constraint:(collateClause collation:(qualifiedName name:(identifier ""C"")))))
    CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = float8mi)
      (createRangeStatement@type name:(qualifiedName name:(identifier "r")) option:(option name:(identifier "subtype") value:(typeName
      name:(qualifiedName name:(identifier "float8")))) option:(option name:(identifier "subtype_diff") value:(typeName name:(qualifiedName
      name:(identifier "float8mi")))))
    CREATE TYPE b (input = f, internallength = 8, passedbyvalue)
      (createStatement@type name:(qualifiedName name:(identifier "b")) option:(option name:(identifier "input") value:(typeName
      name:(qualifiedName name:(identifier "f")))) option:(option name:(identifier "internallength") value:(integerLiteral "8")) option:(option
      name:(identifier "passedbyvalue")))
    CREATE DOMAIN d AS text DEFAULT 'x' NOT NULL CONSTRAINT k CHECK (VALUE <> '')
      (createDomainStatement@domain name:(qualifiedName name:(identifier "d")) type:(typeName name:(qualifiedName name:(identifier "text")))
      constraint:(defaultConstraint value:(stringLiteral "'x'")) constraint:(notNullConstraint "NOT NULL") constraint:(checkConstraint
      name:(identifier "k") condition:(binaryOperation left:(columnReference name:(identifier "VALUE")) operator:(operatorName "<>")
      right:(stringLiteral "''"))))
    CREATE OR REPLACE FUNCTION s.f(a int, OUT b text, VARIADIC c int[] DEFAULT '{}') RETURNS SETOF record LANGUAGE sql IMMUTABLE STRICT SET search_path = a, 'b' AS $$ SELECT 1 $$
      (createFunctionStatement@function.orReplace name:(qualifiedName name:(identifier "s") name:(identifier "f")) parameter:(functionParameter
      name:(identifier "a") type:(typeName name:(qualifiedName "int"))) parameter:(functionParameter.out name:(identifier "b") type:(typeName
      name:(qualifiedName name:(identifier "text")))) parameter:(functionParameter.variadic name:(identifier "c") type:(typeName.array
      name:(qualifiedName "int")) default:(stringLiteral "'{}'")) returns:(typeName.setOf name:(qualifiedName name:(identifier "record")))
      option:(functionOption@languageName value:(identifier "sql")) option:(functionOption@immutable "IMMUTABLE") option:(functionOption@strict
      "STRICT") option:(functionOption@setting value:(setStatement name:(qualifiedName name:(identifier "search_path")) value:(identifier "a")
      value:(stringLiteral "'b'"))) body:(functionBody value:(stringLiteral "$$ SELECT 1 $$")))
    CREATE FUNCTION f(t.a%TYPE) RETURNS TABLE (x int, y text) RETURN 1
      (createFunctionStatement@function.table name:(qualifiedName name:(identifier "f")) parameter:(functionParameter type:(typeName@column
      name:(qualifiedName name:(identifier "t") name:(identifier "a")))) parameter:(functionParameter.table name:(identifier "x") type:(typeName
      name:(qualifiedName "int"))) parameter:(functionParameter.table name:(identifier "y") type:(typeName name:(qualifiedName name:(identifier
      "text")))) body:(functionBody value:(integerLiteral "1")))
    CREATE PROCEDURE p(INOUT a int) BEGIN ATOMIC SELECT 1; RETURN 2; END
      (createFunctionStatement@procedure name:(qualifiedName name:(identifier "p")) parameter:(functionParameter.in.out name:(identifier "a")
      type:(typeName name:(qualifiedName "int"))) body:(functionBody statement:(query body:(selectClause targetList:(targetList item:(resultTarget
      value:(integerLiteral "1"))))) statement:(functionReturn value:(integerLiteral "2"))))
    CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a, b ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f('x', 1)
      (createTriggerStatement@trigger.before.forEachRow name:(identifier "tr") event:(triggerEvent@insert "INSERT") event:(triggerEvent@update
      column:(identifier "a") column:(identifier "b")) relation:(qualifiedName name:(identifier "t")) condition:(binaryOperation
      left:(columnReference name:(identifier "NEW") name:(identifier "a")) operator:(operatorName ">") right:(integerLiteral "0"))
      function:(qualifiedName name:(identifier "f")) argument:(stringLiteral "'x'") argument:(integerLiteral "1"))
    CREATE CONSTRAINT TRIGGER tr AFTER DELETE ON t DEFERRABLE FOR EACH ROW EXECUTE PROCEDURE s.f()
      (createTriggerStatement@trigger.deferrable.after.forEachRow.constraint name:(identifier "tr") event:(triggerEvent@delete "DELETE")
      relation:(qualifiedName name:(identifier "t")) function:(qualifiedName name:(identifier "s") name:(identifier "f")))
    CREATE TRIGGER tr AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE n FOR EACH STATEMENT EXECUTE FUNCTION f()
      (createTriggerStatement@trigger.after.forEachStatement name:(identifier "tr") event:(triggerEvent@update "UPDATE") relation:(qualifiedName
      name:(identifier "t")) transition:(transitionTable.old.table name:(identifier "o")) transition:(transitionTable.new.table name:(identifier
      "n")) function:(qualifiedName name:(identifier "f")))
    CREATE SCHEMA IF NOT EXISTS s AUTHORIZATION u
      (createSchemaStatement@schema.ifNotExists name:(qualifiedName name:(identifier "s")) owner:(identifier "u"))
    CREATE SCHEMA s CREATE TABLE t (a int)
      (createSchemaStatement@schema name:(qualifiedName name:(identifier "s")) statement:(createTableStatement@table name:(qualifiedName
      name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName name:(qualifiedName "int")))))
    CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public VERSION '1.0' CASCADE
      (createExtensionStatement@extension.ifNotExists.cascade name:(identifier "hstore") schema:(identifier "public") version:(stringLiteral
      "'1.0'"))
    CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT TO PUBLIC, CURRENT_USER USING (a = 1) WITH CHECK (b)
      (createPolicyStatement@select name:(identifier "p") relation:(qualifiedName name:(identifier "t")) mode:(identifier "RESTRICTIVE")
      grantee:(identifier "PUBLIC") grantee:(sqlValueFunction "CURRENT_USER") using:(binaryOperation left:(columnReference name:(identifier "a"))
      operator:(operatorName "=") right:(integerLiteral "1")) check:(columnReference name:(identifier "b")))
    CREATE RULE r AS ON INSERT TO t WHERE a DO INSTEAD (DELETE FROM u; NOTIFY x)
      (createRuleStatement@insert.instead name:(identifier "r") relation:(qualifiedName name:(identifier "t")) whereClause:(whereClause
      condition:(columnReference name:(identifier "a"))) statement:(deleteStatement name:(qualifiedName name:(identifier "u")))
      statement:(notifyStatement name:(identifier "x")))
    CREATE ROLE r WITH LOGIN PASSWORD 'x' CONNECTION LIMIT -1 IN ROLE a, b
      (createRoleStatement@role name:(identifier "r") option:(option name:(identifier "LOGIN")) option:(option name:(identifier "PASSWORD")
      value:(stringLiteral "'x'")) option:(option name:(identifier "CONNECTION LIMIT") value:(signedNumber operator:(operatorName "-")
      operand:(integerLiteral "1"))) option:(option name:(identifier "IN ROLE") value:(identifier "a") value:(identifier "b")))
    ALTER TABLE ONLY t ADD COLUMN IF NOT EXISTS a int DEFAULT 1, DROP COLUMN IF EXISTS b CASCADE, ALTER c SET DATA TYPE text USING c::text, ALTER d SET DEFAULT 1, ALTER d DROP DEFAULT, ALTER d SET NOT NULL, ALTER d DROP NOT NULL
      (alterTableStatement@table.only name:(qualifiedName name:(identifier "t")) action:(addColumn.ifNotExists element:(columnDefinition
      name:(identifier "a") type:(typeName name:(qualifiedName "int")) constraint:(defaultConstraint value:(integerLiteral "1"))))
      action:(dropColumn.ifExists.cascade column:(identifier "b")) action:(alterColumnType column:(identifier "c") type:(typeName
      name:(qualifiedName name:(identifier "text"))) using:(typeCast operand:(columnReference name:(identifier "c")) type:(typeName
      name:(qualifiedName name:(identifier "text"))))) action:(setDefault column:(identifier "d") value:(integerLiteral "1")) action:(dropDefault
      column:(identifier "d")) action:(setNotNull column:(identifier "d")) action:(dropNotNull column:(identifier "d")))
    ALTER TABLE t ADD CONSTRAINT k CHECK (a) NOT VALID, ADD PRIMARY KEY USING INDEX i, DROP CONSTRAINT IF EXISTS c RESTRICT, VALIDATE CONSTRAINT k, ALTER CONSTRAINT k NOT DEFERRABLE
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(addConstraint constraint:(checkConstraint.notValid
      name:(identifier "k") condition:(columnReference name:(identifier "a")))) action:(addConstraint constraint:(primaryKeyConstraint
      index:(identifier "i"))) action:(dropConstraint.ifExists.restrict constraint:(identifier "c")) action:(validateConstraint
      constraint:(identifier "k")) action:(alterConstraint.notDeferrable constraint:(identifier "k")))
    ALTER TABLE t ALTER a ADD GENERATED BY DEFAULT AS IDENTITY (CACHE 1), ALTER a SET GENERATED ALWAYS SET START 1 RESTART, ALTER a DROP IDENTITY, ALTER a DROP EXPRESSION, ALTER a SET STATISTICS -1, ALTER a SET STORAGE plain
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(addIdentity.byDefault column:(identifier "a")
      option:(sequenceCache value:(integerLiteral "1"))) action:(setIdentity.always column:(identifier "a") option:(sequenceStart
      value:(integerLiteral "1")) option:(sequenceRestart "RESTART")) action:(dropIdentity column:(identifier "a")) action:(dropExpression
      column:(identifier "a")) action:(alterColumnOption@statisticsTarget column:(identifier "a") value:(signedNumber operator:(operatorName "-")
      operand:(integerLiteral "1"))) action:(alterColumnOption@storageMode column:(identifier "a") value:(identifier "plain")))
    ALTER TABLE t OWNER TO CURRENT_USER, ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER ALL, INHERIT u, NO INHERIT v, SET (a = 1), RESET (b), SET TABLESPACE x, REPLICA IDENTITY FULL
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(changeOwner owner:(sqlValueFunction "CURRENT_USER"))
      action:(rowLevelSecurity "ENABLE ROW LEVEL SECURITY") action:(rowLevelSecurity.negated.force "NO FORCE ROW LEVEL SECURITY")
      action:(enableTrigger@trigger.negated.all "DISABLE TRIGGER ALL") action:(inheritTable name:(qualifiedName name:(identifier "u")))
      action:(inheritTable.negated name:(qualifiedName name:(identifier "v"))) action:(setOptions option:(option name:(identifier "a")
      value:(integerLiteral "1"))) action:(setOptions.negated option:(option name:(identifier "b"))) action:(otherAction@setTablespace
      name:(identifier "x")) action:(otherAction@replicaIdentity "REPLICA IDENTITY FULL"))
    ALTER TABLE IF EXISTS s.t RENAME COLUMN a TO b
      (renameStatement@column.ifExists name:(qualifiedName name:(identifier "s") name:(identifier "t")) column:(identifier "a")
      newName:(identifier "b"))
    ALTER TABLE t RENAME CONSTRAINT a TO b
      (renameStatement@tableConstraint name:(qualifiedName name:(identifier "t")) constraint:(identifier "a") newName:(identifier "b"))
    ALTER TABLE t RENAME TO u
      (renameStatement@table name:(qualifiedName name:(identifier "t")) newName:(identifier "u"))
    ALTER VIEW t RENAME a TO b
      (renameStatement@column name:(qualifiedName name:(identifier "t")) column:(identifier "a") newName:(identifier "b"))
    ALTER TABLE t SET SCHEMA s
      (setSchemaStatement@table name:(qualifiedName name:(identifier "t")) schema:(identifier "s"))
    ALTER TABLE t ATTACH PARTITION p FOR VALUES IN ('a', NULL)
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(attachPartition name:(qualifiedName name:(identifier "p"))
      bound:(partitionBound item:(stringLiteral "'a'") item:(nullLiteral "NULL"))))
    ALTER TABLE t DETACH PARTITION p CONCURRENTLY
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(detachPartition.concurrently name:(qualifiedName
      name:(identifier "p"))))
    ALTER INDEX i RENAME TO j
      (renameStatement@index name:(qualifiedName name:(identifier "i")) newName:(identifier "j"))
    ALTER SEQUENCE s RESTART WITH 5 OWNED BY NONE
      (alterSequenceStatement@sequence name:(qualifiedName name:(identifier "s")) option:(sequenceRestart value:(integerLiteral "5"))
      option:(sequenceOwner name:(qualifiedName name:(identifier "NONE"))))
    ALTER SEQUENCE s OWNER TO u
      (alterTableStatement@sequence name:(qualifiedName name:(identifier "s")) action:(changeOwner owner:(identifier "u")))
    ALTER TYPE e ADD VALUE IF NOT EXISTS 'c' BEFORE 'b'
      (alterEnumStatement@type name:(qualifiedName name:(identifier "e")) action:(addEnumValue.ifNotExists.before value:(stringLiteral "'c'")
      neighbor:(stringLiteral "'b'")))
    ALTER TYPE e RENAME VALUE 'a' TO 'b'
      (alterEnumStatement@type name:(qualifiedName name:(identifier "e")) action:(renameEnumValue value:(stringLiteral "'a'")
      newValue:(stringLiteral "'b'")))
    ALTER TYPE c ADD ATTRIBUTE d int CASCADE, DROP ATTRIBUTE IF EXISTS e, ALTER ATTRIBUTE f TYPE text
      (alterTableStatement@compositeType name:(qualifiedName name:(identifier "c")) action:(addColumn.cascade element:(columnDefinition
      name:(identifier "d") type:(typeName name:(qualifiedName "int")))) action:(dropColumn.ifExists column:(identifier "e"))
      action:(alterColumnType column:(identifier "f") type:(typeName name:(qualifiedName name:(identifier "text")))))
    ALTER TYPE c RENAME ATTRIBUTE a TO b
      (renameStatement@column name:(qualifiedName name:(identifier "c")) column:(identifier "a") newName:(identifier "b"))
    ALTER DOMAIN d ADD CONSTRAINT k CHECK (VALUE > 1)
      (alterDomainStatement@domain name:(qualifiedName name:(identifier "d")) action:(addConstraint constraint:(checkConstraint name:(identifier
      "k") condition:(binaryOperation left:(columnReference name:(identifier "VALUE")) operator:(operatorName ">") right:(integerLiteral "1")))))
    ALTER DOMAIN d DROP CONSTRAINT IF EXISTS c CASCADE
      (alterDomainStatement@domain name:(qualifiedName name:(identifier "d")) action:(dropConstraint.ifExists.cascade constraint:(identifier
      "c")))
    ALTER DOMAIN d SET DEFAULT 1
      (alterDomainStatement@domain name:(qualifiedName name:(identifier "d")) action:(setDefault value:(integerLiteral "1")))
    ALTER FUNCTION f(int, OUT text) RENAME TO g
      (renameStatement@function name:(routineSignature.explicit name:(qualifiedName name:(identifier "f")) parameter:(functionParameter
      type:(typeName name:(qualifiedName "int"))) parameter:(functionParameter.out type:(typeName name:(qualifiedName name:(identifier "text")))))
      newName:(identifier "g"))
    ALTER FUNCTION f STABLE SECURITY DEFINER
      (alterFunctionStatement@function name:(routineSignature name:(qualifiedName name:(identifier "f"))) option:(functionOption@stable "STABLE")
      option:(functionOption@securityDefiner "SECURITY DEFINER"))
    ALTER SCHEMA s RENAME TO r
      (renameStatement@schema name:(identifier "s") newName:(identifier "r"))
    ALTER SCHEMA s OWNER TO r
      (changeOwnerStatement@schema name:(identifier "s") owner:(identifier "r"))
    DROP TABLE IF EXISTS a, s.b CASCADE
      (dropStatement@table.ifExists.cascade name:(qualifiedName name:(identifier "a")) name:(qualifiedName name:(identifier "s") name:(identifier
      "b")))
    DROP FUNCTION f(int, OUT text), g
      (dropStatement@function name:(routineSignature.explicit name:(qualifiedName name:(identifier "f")) parameter:(functionParameter
      type:(typeName name:(qualifiedName "int"))) parameter:(functionParameter.out type:(typeName name:(qualifiedName name:(identifier "text")))))
      name:(routineSignature name:(qualifiedName name:(identifier "g"))))
    DROP TYPE t, s.u[] RESTRICT
      (dropStatement@type.restrict name:(typeName name:(qualifiedName name:(identifier "t"))) name:(typeName.array name:(qualifiedName
      name:(identifier "s") name:(identifier "u"))))
    DROP TRIGGER IF EXISTS a ON s.t CASCADE
      (dropStatement@trigger.ifExists.cascade name:(identifier "a") relation:(qualifiedName name:(identifier "s") name:(identifier "t")))
    DROP SCHEMA a
      (dropStatement@schema name:(identifier "a"))
    DROP INDEX CONCURRENTLY i
      (dropStatement@index.concurrently name:(qualifiedName name:(identifier "i")))
    TRUNCATE a, ONLY b RESTART IDENTITY CASCADE
      (truncateStatement.cascade.restartIdentity item:(tableReference name:(qualifiedName name:(identifier "a"))) item:(tableReference.only
      name:(qualifiedName name:(identifier "b"))))
    COMMENT ON COLUMN s.t.a IS 'x'
      (commentStatement@column name:(qualifiedName name:(identifier "s") name:(identifier "t") name:(identifier "a")) value:(stringLiteral "'x'"))
    COMMENT ON CONSTRAINT c ON t IS NULL
      (commentStatement@tableConstraint name:(identifier "c") relation:(qualifiedName name:(identifier "t")) value:(nullLiteral "NULL"))
    GRANT SELECT, UPDATE (a, b) ON TABLE t, u TO r, PUBLIC WITH GRANT OPTION
      (grantStatement@table.grantOption privilege:(privilege name:(identifier "SELECT")) privilege:(privilege name:(identifier "UPDATE")
      column:(identifier "a") column:(identifier "b")) name:(qualifiedName name:(identifier "t")) name:(qualifiedName name:(identifier "u"))
      grantee:(identifier "r") grantee:(identifier "PUBLIC"))
    GRANT ALL ON ALL TABLES IN SCHEMA s TO GROUP g
      (grantStatement@table.all.allInSchema schema:(identifier "s") grantee:(identifier "g"))
    GRANT a TO b WITH ADMIN OPTION
      (grantStatement@role privilege:(privilege name:(identifier "a")) grantee:(identifier "b") option:(option name:(identifier "ADMIN")))
    REVOKE GRANT OPTION FOR USAGE ON SCHEMA s FROM r CASCADE
      (revokeStatement@schema.cascade.grantOption privilege:(privilege name:(identifier "USAGE")) name:(identifier "s") grantee:(identifier "r"))
    REFRESH MATERIALIZED VIEW CONCURRENTLY m WITH NO DATA
      (refreshStatement@materializedView.concurrently.withNoData name:(qualifiedName name:(identifier "m")))
    SET LOCAL search_path TO a, 'b'
      (setStatement.local name:(qualifiedName name:(identifier "search_path")) value:(identifier "a") value:(stringLiteral "'b'"))
    SET TIME ZONE INTERVAL '1' HOUR
      (setStatement name:(qualifiedName "TIME ZONE") value:(typedLiteral type:(typeName name:(qualifiedName "INTERVAL")) value:(stringLiteral
      "'1'")))
    SET x.y = DEFAULT
      (setStatement.defaultValues name:(qualifiedName name:(identifier "x") name:(identifier "y")))
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY
      (setTransactionStatement option:(transactionMode@readCommitted "ISOLATION LEVEL READ COMMITTED") option:(transactionMode@readOnly "READ
      ONLY"))
    SET CONSTRAINTS a, b DEFERRED
      (setConstraintsStatement@deferred name:(qualifiedName name:(identifier "a")) name:(qualifiedName name:(identifier "b")))
    RESET ALL
      (resetStatement.all "RESET ALL")
    SHOW TIME ZONE
      (showStatement name:(qualifiedName "TIME ZONE"))
    BEGIN ISOLATION LEVEL SERIALIZABLE
      (beginStatement option:(transactionMode@serializable "ISOLATION LEVEL SERIALIZABLE"))
    ROLLBACK TO SAVEPOINT a
      (rollbackToStatement name:(identifier "a"))
    COMMIT AND NO CHAIN
      (commitStatement.noChain "COMMIT AND NO CHAIN")
    COPY s.t (a, b) FROM STDIN WITH (FORMAT csv, HEADER, FORCE_NULL (a)) WHERE a > 1
      (copyStatement@copyFrom name:(qualifiedName name:(identifier "s") name:(identifier "t")) column:(identifier "a") column:(identifier "b")
      option:(option name:(identifier "FORMAT") value:(identifier "csv")) option:(option name:(identifier "HEADER")) option:(option
      name:(identifier "FORCE_NULL") value:(identifier "a")) whereClause:(whereClause condition:(binaryOperation left:(columnReference
      name:(identifier "a")) operator:(operatorName ">") right:(integerLiteral "1"))))
    COPY (SELECT 1) TO PROGRAM 'x' CSV HEADER DELIMITER ';'
      (copyStatement@copyTo.program statement:(query body:(selectClause targetList:(targetList item:(resultTarget value:(integerLiteral "1")))))
      file:(stringLiteral "'x'") option:(option name:(identifier "CSV")) option:(option name:(identifier "HEADER")) option:(option
      name:(identifier "DELIMITER") value:(stringLiteral "';'")))
    LOCK TABLE a, ONLY b IN SHARE MODE NOWAIT
      (lockStatement.nowait item:(tableReference name:(qualifiedName name:(identifier "a"))) item:(tableReference.only name:(qualifiedName
      name:(identifier "b"))) mode:(identifier "SHARE"))
    DO LANGUAGE plpgsql 'x'
      (doStatement language:(identifier "plpgsql") value:(stringLiteral "'x'"))
    CALL p(1)
      (callStatement value:(functionCall name:(qualifiedName name:(identifier "p")) argument:(integerLiteral "1")))
    EXPLAIN (ANALYZE, FORMAT json) TABLE t
      (explainStatement option:(option name:(identifier "ANALYZE")) option:(option name:(identifier "FORMAT") value:(identifier "json"))
      statement:(query body:(tableClause name:(qualifiedName name:(identifier "t")))))
    PREPARE p (int, text) AS TABLE t
      (prepareStatement name:(identifier "p") type:(typeName name:(qualifiedName "int")) type:(typeName name:(qualifiedName name:(identifier
      "text"))) statement:(query body:(tableClause name:(qualifiedName name:(identifier "t")))))
    EXECUTE p (1, 'x')
      (executeStatement name:(identifier "p") argument:(integerLiteral "1") argument:(stringLiteral "'x'"))
    DECLARE c CURSOR FOR TABLE t
      (declareCursorStatement name:(identifier "c") statement:(query body:(tableClause name:(qualifiedName name:(identifier "t")))))
    FETCH FORWARD 5 FROM c
      (fetchStatement value:(integerLiteral "5") name:(identifier "c"))
    MOVE ALL IN c
      (fetchStatement@move.all name:(identifier "c"))
    VACUUM (FULL) t (a)
      (utilityStatement@vacuum option:(option name:(identifier "FULL")) item:(tableReference name:(qualifiedName name:(identifier "t"))
      column:(identifier "a")))
    CREATE TABLE t (a int NULL DEFERRABLE, b int DEFAULT 1 DEFERRABLE)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) constraint:(nullConstraint.deferrable "NULL DEFERRABLE")) element:(columnDefinition name:(identifier "b")
      type:(typeName name:(qualifiedName "int")) constraint:(defaultConstraint.deferrable value:(integerLiteral "1"))))
    CREATE TABLE t (a int COLLATE "C" DEFERRABLE)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) constraint:(collateClause collation:(qualifiedName name:(identifier ""C"")))
      constraint:(constraintAttributes.deferrable "DEFERRABLE")))
    CREATE FOREIGN TABLE t (a int OPTIONS (x 'y')) SERVER s OPTIONS (z '1')
      (createTableStatement@foreignTable name:(qualifiedName name:(identifier "t")) element:(columnDefinition name:(identifier "a") type:(typeName
      name:(qualifiedName "int")) option:(option name:(identifier "x") value:(stringLiteral "'y'"))) server:(identifier "s") option:(option
      name:(identifier "z") value:(stringLiteral "'1'")))
    CREATE TABLE t OF s.ty (a WITH OPTIONS PRIMARY KEY)
      (createTableStatement@table name:(qualifiedName name:(identifier "t")) type:(typeName name:(qualifiedName name:(identifier "s")
      name:(identifier "ty"))) element:(columnDefinition name:(identifier "a") constraint:(primaryKeyConstraint "PRIMARY KEY")))
    CREATE SEQUENCE s SEQUENCE NAME x
      (createSequenceStatement@sequence name:(qualifiedName name:(identifier "s")) option:(sequenceOther name:(qualifiedName name:(identifier
      "x"))))
    ALTER TABLE t ALTER a SET EXPRESSION AS (b + 1), ALTER b SET (n_distinct = 5)
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(setExpression column:(identifier "a") value:(binaryOperation
      left:(columnReference name:(identifier "b")) operator:(operatorName "+") right:(integerLiteral "1"))) action:(alterColumnOption@setOptions
      column:(identifier "b") option:(option name:(identifier "n_distinct") value:(integerLiteral "5"))))
    ALTER TABLE t ENABLE ALWAYS RULE r, CLUSTER ON i, SET LOGGED, OF ty
      (alterTableStatement@table name:(qualifiedName name:(identifier "t")) action:(enableTrigger@rule.always name:(identifier "r"))
      action:(otherAction@clusterOn name:(identifier "i")) action:(otherAction@setLogged "SET LOGGED") action:(otherAction@ofType
      name:(qualifiedName name:(identifier "ty"))))
    ALTER DATABASE d SET a = 1
      (alterStatement@database name:(identifier "d") value:(setStatement name:(qualifiedName name:(identifier "a")) value:(integerLiteral "1")))
    ALTER EXTENSION e ADD TABLE t
      (alterStatement@extension name:(identifier "e") item:(other@table name:(qualifiedName name:(identifier "t"))))
    ALTER AGGREGATE a(int ORDER BY text) OWNER TO u
      (changeOwnerStatement@aggregate name:(routineSignature.explicit name:(qualifiedName name:(identifier "a")) parameter:(functionParameter
      type:(typeName name:(qualifiedName "int"))) item:(functionParameter type:(typeName name:(qualifiedName name:(identifier "text")))))
      owner:(identifier "u"))
    ALTER DEFAULT PRIVILEGES FOR ROLE r IN SCHEMA s GRANT SELECT ON TABLES TO u
      (grantStatement@table.defaultPrivileges owner:(identifier "r") schema:(identifier "s") privilege:(privilege name:(identifier "SELECT"))
      grantee:(identifier "u"))
    CREATE CAST (int AS text) WITH FUNCTION f(int) AS IMPLICIT
      (createStatement@cast type:(typeName name:(qualifiedName "int")) type:(typeName name:(qualifiedName name:(identifier "text")))
      function:(routineSignature.explicit name:(qualifiedName name:(identifier "f")) parameter:(functionParameter type:(typeName
      name:(qualifiedName "int")))))
    CREATE OPERATOR s.=== (leftarg = int, function = f)
      (createStatement@operator name:(operatorName name:(identifier "s")) option:(option name:(identifier "leftarg") value:(typeName
      name:(qualifiedName "int"))) option:(option name:(identifier "function") value:(typeName name:(qualifiedName name:(identifier "f")))))
    DROP OPERATOR + (int, NONE), s.- (NONE, int)
      (dropStatement@operator name:(routineSignature.explicit name:(operatorName "+") parameter:(functionParameter type:(typeName
      name:(qualifiedName "int")))) name:(routineSignature.explicit name:(operatorName name:(identifier "s")) parameter:(functionParameter
      type:(typeName name:(qualifiedName "int")))))
    SAVEPOINT a
      (savepointStatement name:(identifier "a"))
    RELEASE a
      (releaseStatement name:(identifier "a"))
    PREPARE TRANSACTION 'x'
      (preparedTransactionStatement value:(stringLiteral "'x'"))
    DEALLOCATE p
      (deallocateStatement name:(identifier "p"))
    CLOSE ALL
      (closeStatement.all "CLOSE ALL")
    LISTEN a
      (listenStatement name:(identifier "a"))
    NOTIFY a, 'x'
      (notifyStatement name:(identifier "a") value:(stringLiteral "'x'"))
    UNLISTEN *
      (unlistenStatement.all "UNLISTEN *")
    """#)
}
