extension UtilityRules {
  /// Transactions, settings, prepared statements, cursors, notifications, locks.
  static let session = #"""
    # TransactionStmt, TransactionStmtLegacy
    abort -> rollbackStatement = ABORT txn chain
    begin -> beginStatement = BEGIN txn [modes]
    start -> beginStatement = START TRANSACTION [modes]
    end -> commitStatement = END txn chain
    commit -> commitStatement = COMMIT (PREPARED value:string !preparedTransactionStatement | txn chain)
    rollback -> rollbackStatement = ROLLBACK (PREPARED value:string !preparedTransactionStatement
      | txn TO (SAVEPOINT name:name | name:name) !rollbackToStatement | txn chain)
    savepoint -> savepointStatement = SAVEPOINT name:name
    release -> releaseStatement = RELEASE (SAVEPOINT name:name | name:name)
    # opt_transaction, opt_transaction_chain
    txn = [WORK | TRANSACTION]
    chain = [AND (NO CHAIN +noChain | CHAIN +chain)]
    # transaction_mode_list
    modes = mode {[','] mode}
    mode -> transactionMode option = ISOLATION LEVEL isolation | READ ONLY @readOnly | READ WRITE @readWrite
      | NOT DEFERRABLE @notDeferrable | DEFERRABLE @deferrable
    # iso_level
    isolation = READ UNCOMMITTED @readUncommitted | READ COMMITTED @readCommitted | REPEATABLE READ @repeatableRead | SERIALIZABLE @serializable

    # VariableSetStmt, ConstraintsSetStmt
    set -> setStatement = SET (CONSTRAINTS (ALL +all | name:table%) (DEFERRED @deferred | IMMEDIATE @immediate) !setConstraintsStatement
      | LOCAL setrest +local | SESSION setrest +session | setrest)
    # set_rest
    setrest = genericset | TRANSACTION (SNAPSHOT value:string | modes) !setTransactionStatement
      | SESSION CHARACTERISTICS AS TRANSACTION modes +session !setTransactionStatement | setmore
    # set_rest_more
    setmore = genericset | varname FROM CURRENT +fromCurrent | zonesetting zone | catalogsetting value:string ~catalogSetting
      | schemasetting value:string
      | namessetting [value:string | DEFAULT +defaultValues] | rolesetting value:wordorstring
      | authorizationsetting (DEFAULT +defaultValues | value:wordorstring) | xmlsetting value:xmloption
    # generic_set
    genericset = varname (TO | '=') (DEFAULT +defaultValues | varvalue%)
    # var_value
    varvalue = value:(truth | number | string | word)
    # var_name
    varname -> qualifiedName name = name:name {'.' name:name}
    # zone_value
    zone = value:string | value:intervalliteral ~zoneInterval | value:number | (DEFAULT | LOCAL) +defaultValues | value:identifier
    xmloption -> identifier = DOCUMENT | CONTENT
    zonesetting -> qualifiedName name = TIME ZONE
    catalogsetting -> qualifiedName name = CATALOG
    schemasetting -> qualifiedName name = SCHEMA
    namessetting -> qualifiedName name = NAMES
    rolesetting -> qualifiedName name = ROLE
    authorizationsetting -> qualifiedName name = SESSION AUTHORIZATION
    xmlsetting -> qualifiedName name = XML OPTION
    isolationsetting -> qualifiedName name = TRANSACTION ISOLATION LEVEL
    wordorstring = word | string
    # VariableResetStmt, VariableShowStmt
    reset -> resetStatement = RESET shown
    show -> showStatement = SHOW shown
    shown = ALL +all | zonesetting | isolationsetting | authorizationsetting | varname
    # SetResetClause, FunctionSetResetClause
    setclause -> setStatement = SET setrest
    functionset -> setStatement = SET setmore
    setreset = setclause | reset

    # PrepareStmt, ExecuteStmt, DeallocateStmt
    prepare -> prepareStatement = PREPARE (TRANSACTION value:string !preparedTransactionStatement
      | name:name ['(' type:type% ')'] AS preparable)
    execute -> executeStatement = EXECUTE name:name [arguments]
    arguments = '(' argument:expr% ')'
    deallocate -> deallocateStatement = DEALLOCATE (PREPARE (ALL +all | name:name) | ALL +all | name:name)
    # DeclareCursorStmt, ClosePortalStmt, FetchStmt
    declare -> declareCursorStatement = DECLARE name:name {NO SCROLL | SCROLL | BINARY | ASENSITIVE | INSENSITIVE}
      CURSOR [WITH HOLD | WITHOUT HOLD] FOR query
    close -> closeStatement = CLOSE (ALL +all | name:name)
    fetch -> fetchStatement = FETCH fetchargs
    move -> fetchStatement = MOVE fetchargs @move
    # fetch_args
    fetchargs = (FROM | IN) name:name | (NEXT | PRIOR | FIRST | LAST) fromin name:name | ALL +all fromin name:name
      | (ABSOLUTE | RELATIVE) value:signed fromin name:name | (FORWARD | BACKWARD) (value:signed | ALL +all) fromin name:name
      | (FORWARD | BACKWARD) fromin name:name | value:signed fromin name:name | name:name
    fromin = [FROM | IN]
    # ExplainStmt
    explain -> explainStatement = EXPLAIN ('(' utilityoption% ')' explained | [(ANALYZE | ANALYSE) +analyze] [VERBOSE +verbose] explained)
    explained = statement:declare | statement:execute | statement:refresh | statement:createas | preparable
    # utility_option_elem
    utilityoption -> option option = name:(analyzeword | word) [value:number | copyvalue]
    analyzeword -> identifier = ANALYZE | ANALYSE

    # ListenStmt, NotifyStmt, UnlistenStmt
    listen -> listenStatement = LISTEN name:name
    notify -> notifyStatement = NOTIFY name:name [',' value:string]
    unlisten -> unlistenStatement = UNLISTEN ('*' +all | name:name)
    # LockStmt
    lock -> lockStatement = LOCK [TABLE] lockedrelation% [IN lockmode MODE] [NOWAIT +nowait]
    lockedrelation -> tableReference item = relation
    lockmode -> identifier mode = ACCESS SHARE | ROW SHARE | ROW EXCLUSIVE | SHARE UPDATE EXCLUSIVE | SHARE ROW EXCLUSIVE | SHARE | EXCLUSIVE
      | ACCESS EXCLUSIVE
    # DoStmt, CallStmt
    do -> doStatement = DO doitem {doitem}
    doitem = value:string | LANGUAGE language:wordorstring
    call -> callStatement = CALL value:application
    # CheckPointStmt, DiscardStmt, LoadStmt
    checkpoint -> utilityStatement = CHECKPOINT @checkpoint
    discard -> utilityStatement = DISCARD (ALL +all | TEMP | TEMPORARY | PLANS | SEQUENCES) @discard
    load -> utilityStatement = LOAD value:string @load
    """#
}
