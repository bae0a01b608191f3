extension GeneratedGrammar {
  /// SELECT, VALUES, TABLE and what they are made of; INSERT, UPDATE, DELETE, MERGE.
  static let queries = #"""
    query = 6 queryplain | with queryplain | '(' query ')'
    queryplain = 6 selectbody | 4 selectbody tail | '(' query ')' tail
    tail = [orderby] limits [locking] | orderby locking limits | locking
    orderby = ORDER BY sort%
    sort = expr [ASC | DESC | USING (operator | qualified)] [NULLS (FIRST | LAST)]
    limits = 3 LIMIT limitvalue [OFFSET expr] | OFFSET expr [LIMIT limitvalue] | OFFSET primary (ROW | ROWS) [fetch] | fetch [OFFSET expr]
    limitvalue = 3 expr | ALL
    fetch = FETCH (FIRST | NEXT) [integer | '+' integer | '-' integer | '(' expr ')'] (ROW | ROWS) (ONLY | WITH TIES)
    locking = lock {lock} | FOR READ ONLY
    lock = FOR (UPDATE | NO KEY UPDATE | SHARE | KEY SHARE) [OF qualifiedname%] [NOWAIT | SKIP LOCKED]
    selectbody = 8 select | VALUES row% | TABLE relation | 2 setoperand setoperator setoperand
    setoperand = 3 select | VALUES row% | TABLE relation | '(' query ')' | setoperand setoperator setoperand
    setoperator = (UNION | INTERSECT | EXCEPT) [ALL | DISTINCT]
    row = '(' expr% ')'
    select = SELECT [ALL | DISTINCT [ON '(' expr% ')']] [target%] [INTO into] [FROM fromitem%] [WHERE expr] [groupby] [HAVING expr] [WINDOW named%]
    target = 4 expr | 2 expr AS label | 2 expr barelabel | '*' | columnref '.' '*'
    into = [TEMPORARY | TEMP | LOCAL TEMP | GLOBAL TEMPORARY | UNLOGGED] [TABLE] qualifiedname
    groupby = GROUP BY [ALL | DISTINCT] grouping%
    grouping = 4 expr | '(' ')' | (ROLLUP | CUBE) '(' expr% ')' | GROUPING SETS '(' grouping% ')'
    named = colid AS '(' window ')'
    window = [colid] [PARTITION BY expr%] [orderby] [frame]
    frame = (RANGE | ROWS | GROUPS) (bound | BETWEEN bound AND bound) [EXCLUDE (CURRENT ROW | GROUP | TIES | NO OTHERS)]
    bound = UNBOUNDED PRECEDING | UNBOUNDED FOLLOWING | CURRENT ROW | expr PRECEDING | expr FOLLOWING

    fromitem = 8 relation [alias] [sample] | 3 join | [LATERAL] '(' query ')' alias | [LATERAL] functiontable | xmltable | '(' join ')' [alias]
    join = fromitem CROSS JOIN fromitem | 3 fromitem [jointype] JOIN fromitem joincondition | fromitem NATURAL [jointype] JOIN fromitem
    jointype = INNER | (LEFT | RIGHT | FULL) [OUTER]
    joincondition = 2 ON expr | USING '(' colid% ')' [AS colid]
    relation = 5 qualifiedname ['*'] | ONLY qualifiedname | ONLY '(' qualifiedname ')'
    alias = AS colid ['(' colid% ')'] | colid ['(' colid% ')']
    sample = TABLESAMPLE functionname '(' expr% ')' [REPEATABLE '(' expr ')']
    functiontable = windowless [WITH ORDINALITY] [functionalias] | ROWS FROM '(' rowsfrom% ')' [WITH ORDINALITY] [functionalias]
    windowless = 3 plaincall | special
    rowsfrom = windowless [AS '(' fielddefinition% ')']
    functionalias = alias | AS [colid] '(' fielddefinition% ')' | colid '(' fielddefinition% ')'
    fielddefinition = colid type [COLLATE anyname]
    xmltable = [LATERAL] XMLTABLE '(' [XMLNAMESPACES '(' xmlnamespace% ')' ','] primary xmlpassing COLUMNS xmlcolumn% ')' [alias]
    xmlnamespace = bexpr AS label | DEFAULT bexpr
    xmlcolumn = colid FOR ORDINALITY | colid type {xmloption}
    xmloption = PATH bexpr | DEFAULT bexpr | [NOT] NULL

    with = WITH [RECURSIVE] cte%
    cte = colid ['(' colid% ')'] AS [[NOT] MATERIALIZED] '(' (4 query | insert | update | delete) ')' [searching] [cycling]
    searching = SEARCH (DEPTH | BREADTH) FIRST BY colid% SET colid
    cycling = CYCLE colid% SET colid [TO constant DEFAULT constant] USING colid

    insert = [with] INSERT INTO qualifiedname [AS colid] insertrest [onconflict] [returning]
    insertrest = 2 query | ['(' setcolumn% ')'] [OVERRIDING (USER | SYSTEM) VALUE] query | DEFAULT VALUES
    setcolumn = colid {element}
    onconflict = ON CONFLICT ['(' indexelement% ')' [WHERE expr] | ON CONSTRAINT colid] DO (NOTHING | UPDATE SET assignment% [WHERE expr])
    returning = RETURNING target%
    assignment = 3 setcolumn '=' (expr | DEFAULT) | '(' setcolumn% ')' '=' (expr | ROW '(' expr% ')' | '(' query ')')
    update = [with] UPDATE relation [[AS] colid] SET assignment% [FROM fromitem%] [wherecurrent] [returning]
    wherecurrent = 4 WHERE expr | WHERE CURRENT OF colid
    delete = [with] DELETE FROM relation [[AS] colid] [USING fromitem%] [wherecurrent] [returning]
    merge = [with] MERGE INTO relation [[AS] colid] USING fromitem ON expr mergewhen {mergewhen}
    mergewhen = WHEN MATCHED [AND expr] THEN (UPDATE SET assignment% | DELETE | DO NOTHING)
      | WHEN NOT MATCHED [AND expr] THEN (INSERT ['(' setcolumn% ')'] [OVERRIDING (USER | SYSTEM) VALUE] VALUES row | INSERT DEFAULT VALUES | DO NOTHING)
    preparable = 4 query | insert | update | delete
    """#
}
