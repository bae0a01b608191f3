extension GeneratedGrammar {
  /// `a_expr`, `b_expr`, `c_expr`, function calls, types, names.
  static let expressions = #"""
    expr = 14 primary | 6 primary binary primary | 3 expr binary expr | 2 sign expr | NOT expr | 2 expr AND expr | 2 expr OR expr | 2 expr '::' type
      | expr IS [NOT] test | expr ISNULL | expr NOTNULL | expr IS [NOT] DISTINCT FROM expr | expr [NOT] BETWEEN [SYMMETRIC | ASYMMETRIC] bexpr AND expr
      | 2 expr [NOT] IN inset | 2 expr [NOT] (LIKE | ILIKE | SIMILAR TO) expr [ESCAPE expr] | expr quantified quantifier '(' (expr | query) ')'
      | expr COLLATE anyname | expr AT TIME ZONE expr | pair OVERLAPS pair | prefix expr
    bexpr = 8 primary | 2 bexpr binary bexpr | sign bexpr | bexpr '::' type | bexpr IS [NOT] DISTINCT FROM bexpr | bexpr IS [NOT] DOCUMENT | prefix bexpr
    test = 3 NULL | TRUE | FALSE | UNKNOWN | DOCUMENT | [NFC | NFD | NFKC | NFKD] NORMALIZED
    inset = '(' (2 expr% | query) ')'
    quantifier = ANY | SOME | ALL
    quantified = binary | [NOT] (LIKE | ILIKE)
    sign = '+' | '-'
    binary = 8 operator | '+' | '-' | '*' | '/' | '%' | '^' | '<' | '>' | '=' | '<=' | '>=' | '<>' | '!=' | qualified
    qualified = OPERATOR '(' {colid '.'} operator ')'
    prefix = prefixoperator | qualified
    pair = [ROW] '(' expr ',' expr ')'

    primary = 10 columnref | 8 constant | parameter [indirection] | 3 '(' expr ')' [indirection] | case | 4 call | '(' query ')' [indirection]
      | EXISTS '(' query ')' | ARRAY '(' query ')' | ARRAY array | ROW '(' [expr%] ')' | '(' expr ',' expr% ')' | GROUPING '(' expr% ')'
    constant = 4 integer | float | 4 string | bitstring | TRUE | FALSE | 2 NULL | typed
    typed = generictype string | functionname '(' callarguments ')' string | constanttype string | INTERVAL string [fields] | INTERVAL '(' integer ')' string
    columnref = 5 colid | colid indirection
    indirection = element {element}
    element = 3 '.' label | '[' expr ']' | '[' [expr] ':' [expr] ']'
    array = '[' [expr%] ']' | '[' array% ']'
    case = CASE [expr] when {when} [ELSE expr] END
    when = WHEN expr THEN expr

    call = 4 plaincall | aggregate | special
    plaincall = functionname '(' [callarguments] ')'
    aggregate = functionname '(' aggregatearguments ')' [WITHIN GROUP '(' orderby ')'] [FILTER '(' WHERE expr ')'] [OVER (colid | '(' window ')')]
    aggregatearguments = 2 '*' | 3 callarguments [orderby] | ALL callarguments [orderby] | DISTINCT callarguments [orderby] | VARIADIC argument [orderby]
      | callarguments ',' VARIADIC argument
    callarguments = argument%
    argument = 6 expr | typefunc ':=' expr | typefunc '=>' expr
    special = COLLATION FOR '(' expr ')' | CURRENT_DATE | (CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) ['(' integer ')']
      | CURRENT_ROLE | CURRENT_USER | SESSION_USER | USER | CURRENT_CATALOG | CURRENT_SCHEMA | 2 CAST '(' expr AS type ')'
      | EXTRACT '(' (ident | YEAR | MONTH | DAY | HOUR | MINUTE | SECOND | string) FROM expr ')' | NORMALIZE '(' expr [',' (NFC | NFD | NFKC | NFKD)] ')'
      | OVERLAY '(' (expr PLACING expr FROM expr [FOR expr] | [callarguments]) ')' | POSITION '(' [bexpr IN bexpr] ')'
      | SUBSTRING '(' (expr FROM expr [FOR expr] | expr FOR expr [FROM expr] | expr SIMILAR expr ESCAPE expr | [callarguments]) ')'
      | TREAT '(' expr AS type ')' | TRIM '(' [BOTH | LEADING | TRAILING] (expr FROM expr% | FROM expr% | expr%) ')' | NULLIF '(' expr ',' expr ')'
      | 2 (COALESCE | GREATEST | LEAST) '(' expr% ')' | XMLCONCAT '(' expr% ')'
      | XMLELEMENT '(' NAME label [',' XMLATTRIBUTES '(' xmlattribute% ')'] [',' expr%] ')' | XMLEXISTS '(' primary xmlpassing ')'
      | XMLFOREST '(' xmlattribute% ')' | XMLPARSE '(' (DOCUMENT | CONTENT) expr [(PRESERVE | STRIP) WHITESPACE] ')'
      | XMLPI '(' NAME label [',' expr] ')' | XMLROOT '(' expr ',' VERSION (expr | NO VALUE) [',' STANDALONE (YES | NO [VALUE])] ')'
      | XMLSERIALIZE '(' (DOCUMENT | CONTENT) expr AS simpletype ')'
    xmlattribute = expr [AS label]
    xmlpassing = PASSING [BY (REF | VALUE)] primary [BY (REF | VALUE)]
    functionname = 4 typefunc | colid '.' label {'.' label}

    type = [SETOF] simpletype arraybounds | [SETOF] simpletype ARRAY ['[' integer ']']
    arraybounds = {'[' [integer] ']'}
    simpletype = 4 generictype | 3 constanttype | INTERVAL [fields] | INTERVAL '(' integer ')'
    generictype = typefunc {'.' label} ['(' expr% ')']
    constanttype = INT | INTEGER | SMALLINT | BIGINT | REAL | FLOAT ['(' integer ')'] | DOUBLE PRECISION | (DECIMAL | DEC | NUMERIC) ['(' expr% ')'] | BOOLEAN
      | BIT [VARYING] ['(' expr% ')'] | (CHARACTER | CHAR | NATIONAL CHARACTER | NATIONAL CHAR | NCHAR) [VARYING] ['(' integer ')'] | VARCHAR ['(' integer ')']
      | (TIMESTAMP | TIME) ['(' integer ')'] [(WITH | WITHOUT) TIME ZONE]
    fields = YEAR | MONTH | DAY | HOUR | MINUTE | second | YEAR TO MONTH | DAY TO (HOUR | MINUTE | second) | HOUR TO (MINUTE | second) | MINUTE TO second
    second = SECOND ['(' integer ')']

    anyname = 3 colid | colid '.' label {'.' label}
    qualifiedname = 3 colid | colid '.' label {'.' label}
    """#
}
