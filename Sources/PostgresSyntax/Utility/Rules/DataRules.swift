extension UtilityRules {
  /// Moving and keeping data: COPY, TRUNCATE, VACUUM, ANALYZE, CLUSTER, REINDEX, REFRESH.
  static let data = #"""
    # CopyStmt
    copy -> copyStatement = COPY ('(' preparable ')' TO copyfile ~copyProgram [WITH] copyoptions @copyTo
      | [BINARY] name:table columns (FROM copyfile ~copyProgram copydelimiter [WITH] copyoptions where @copyFrom
        | TO copyfile ~copyProgram copydelimiter [WITH] copyoptions where ~copyWhere @copyTo))
    # opt_program, copy_file_name
    copyfile = [PROGRAM +program] (file:string | STDIN | STDOUT)
    copydelimiter = [[USING] DELIMITERS item:string]
    # copy_options, copy_opt_list
    copyoptions = '(' copygeneric% ')' | {copyoption}
    # copy_opt_item
    copyoption -> option option = copyoptionname1 [AS] value:string | copyoptionname0 | copyoptionname2 ('*' +star | value:name%)
      | copyoptionname3 value:name% | copyoptionname4 value:string
    copyoptionname0 -> identifier name = BINARY | FREEZE | CSV | HEADER
    copyoptionname1 -> identifier name = DELIMITER | NULL | QUOTE | ESCAPE
    copyoptionname2 -> identifier name = FORCE QUOTE
    copyoptionname3 -> identifier name = FORCE NOT NULL | FORCE NULL
    copyoptionname4 -> identifier name = ENCODING
    # copy_generic_opt_elem
    copygeneric -> option option = (newercopyoption | name:label) ['*' +star | '(' copyvalue% ')' | value:number | copyvalue]
    newercopyoption -> identifier name = ("on_error" | "log_verbosity" | "reject_limit") ^copyOnError
    # opt_boolean_or_string
    copyvalue = value:(truth | string | word)
    # TruncateStmt
    truncate -> truncateStatement = TRUNCATE [TABLE] lockedrelation% [CONTINUE IDENTITY +continueIdentity
      | RESTART IDENTITY +restartIdentity] behavior
    # opt_drop_behavior
    behavior = [CASCADE +cascade | RESTRICT +restrict]
    # VacuumStmt, AnalyzeStmt
    vacuum -> utilityStatement = VACUUM ('(' utilityoption% ')' [vacuumed%] | [FULL] [FREEZE] [VERBOSE +verbose] [(ANALYZE
      | ANALYSE) +analyze] [vacuumed%])
      @vacuum
    # vacuum_relation
    vacuumed -> tableReference item = relationinherited columns
    relationinherited = ONLY +only ^vacuumOnly name:table | name:table ['*' ^vacuumOnly]
    analyze -> utilityStatement = ANALYZE analyzed @analyzeTable
    analyse -> utilityStatement = ANALYSE analyzed @analyzeTable
    analyzed = '(' utilityoption% ')' [vacuumed%] | [VERBOSE +verbose] [vacuumed%]
    # ClusterStmt
    cluster -> utilityStatement = CLUSTER ('(' utilityoption% ')' [name:table [USING index:name]] | [VERBOSE +verbose] index:name ON name:table
      | [VERBOSE +verbose] [name:table [USING index:name]]) @cluster
    # ReindexStmt
    reindex -> utilityStatement = REINDEX ['(' utilityoption% ')'] ((INDEX | TABLE) [CONCURRENTLY +concurrently] name:table
      | SCHEMA [CONCURRENTLY +concurrently] name:name | (SYSTEM | DATABASE) [CONCURRENTLY +concurrently] (name:name | ^reindexWithoutName)) @reindex
    # RefreshMatViewStmt
    refresh -> refreshStatement = REFRESH MATERIALIZED VIEW [CONCURRENTLY +concurrently] name:table withdata @materializedView
    # opt_with_data
    withdata = [WITH DATA +withData | WITH NO DATA +withNoData]
    # opt_column_list
    columns = ['(' column:name% ')']
    exists = [IF NOT EXISTS +ifNotExists]
    ifexists = [IF EXISTS +ifExists]
    """#
}
