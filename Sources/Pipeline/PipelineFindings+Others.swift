import Results

/// What `explain` says of findings and diagnostics that are about host code, files and servers.
extension PipelineFinding {
  static let others: [PipelineFinding] = hostCode + files + servers + postgres

  private static let hostCode: [PipelineFinding] = [
    .init(
      id: "applied-text-ambiguous",
      why: """
        The new text is, letter for letter, what another statement still has as PostgreSQL. Once it stands in .sqlferry/applied, that one \
        would be taken for MySQL, so the rewrite is not written.
        """),
    .init(
      id: "argument-not-repeatable",
      why: "A value is bound twice in MySQL, where PostgreSQL's $1 is bound once; computing it twice (a call, an assignment) might give two values."),
    .init(
      id: "argument-order",
      why: "The values of the call are put into another order; calls among them would run in that order, which a person must judge."),
    .init(
      id: "escaped-question-mark",
      why: "The text keeps a driver's escaped question mark (??), which the MySQL driver reads as two placeholders."),
    .init(
      id: "hole-dropped", why: "The rewrite would drop host code that the program puts into the text, and with it whatever that code does."),
    .init(id: "hole-moved", why: "The rewrite would move or repeat host code that the program puts into the text."),
    .init(id: "literal-question-mark", why: "The target driver replaces every question mark, also one inside quotes."),
    .init(id: "literal-undecodable", why: "A literal holds an escape sequence that its language does not have, so its text is not known."),
    .init(id: "literal-not-utf8", why: "A literal's text is not UTF-8, so it is left out."),
    .init(id: "named-placeholders", why: "The MySQL driver binds values by position, and the source's driver by name."),
    .init(
      id: "no-literal-for-text", why: "New text belongs between two host expressions that follow each other, where there is no literal to hold it."),
    .init(id: "other-file-refused", why: "Another file that the same rewrite needs cannot be written, so this one is left alone too."),
    .init(id: "overlapping-edits", why: "Two changes would have to alter the same bytes of the source, so none is made."),
    .init(
      id: "rescan-differs",
      why: """
        An edited file is scanned again in memory before it is written. Here the intended text did not stand there, or another literal was \
        no longer as before, so the edit is not made.
        """),
    .init(id: "rewrite-inconsistent", why: "The rewrite does not fit the statement's text: a mistake of sqlferry's, which is worth a report."),
    .init(
      id: "connection-settings",
      why: """
        Rewrites assume a session in UTC, with the collation utf8mb4_0900_bin, READ COMMITTED, MySQL's default sql_mode and row counts that \
        count the rows found. The help names the driver's options for that; `sqlferry check target` verifies the server's side.
        """),
  ]

  private static let files: [PipelineFinding] = [
    .init(id: "binary-file", why: "The file holds bytes that text does not have, so it is skipped."),
    .init(id: "file-changed", why: "The file is no longer as it was scanned. Its edits are not made; scan again."),
    .init(id: "file-missing", why: "The file that was scanned is not there any more."),
    .init(id: "file-not-regular", why: "Only ordinary files are read, not devices, pipes or sockets."),
    .init(id: "file-not-written", why: "The system did not let the file be written; it is as it was."),
    .init(id: "file-not-utf8", why: "Source files are read as UTF-8. Literals with other bytes are left out, and a UTF-16 file as a whole."),
    .init(id: "file-read-only", why: "The file may not be written, so it is left alone."),
    .init(id: "file-too-large", why: "The file is larger than files with code are, so it is skipped."),
    .init(id: "file-unreadable", why: "The system does not let the file be read; the rest is scanned, and the exit status is 2."),
    .init(id: "folder-read-only", why: "A file is replaced as a whole by a new one in its folder, and this folder may not be written."),
    .init(id: "folder-unreadable", why: "The system does not let the folder be listed; the rest is scanned, and the exit status is 2."),
    .init(
      id: "not-a-migration",
      why: "A file beside migrations is not named as their tool names them, so the tool does not run it and it is not read for the schema either."),
    .init(id: "not-utf8", why: "Text is read as UTF-8, and this is none."),
    .init(id: "outside-root", why: "A symbolic link leads out of the tree that was scanned; such a file is not written."),
    .init(id: "path-unreadable", why: "A path that was given does not exist or cannot be read."),
    .init(id: "scan-limit", why: "Looking for literals took more steps than code needs, so the file was given up."),
    .init(id: "unknown-language", why: "A file was given itself, but its name tells no language that is scanned."),
    .init(id: "unreadable", why: "A file that was given does not exist or cannot be read."),
  ]

  private static let servers: [PipelineFinding] = [
    .init(
      id: ResultDocument.catalogSourceRule,
      why: """
        Says how many statements were checked, by what and from where its knowledge of the database came: a live server, DDL files, a \
        snapshot, or a private server with the DDL loaded. What PostgreSQL does not look at without executing it (DROP TABLE and other \
        utility statements) is checked by the catalog.
        """),
    .init(
      id: ResultDocument.noCatalogRule,
      why: """
        Without a source of the catalog only the syntax of statements is checked. Names, types and NULLs stay unknown, and what depends on \
        them is not converted. --database, --schema and --catalog name a source.
        """),
    .init(id: "interrupted", why: "Ctrl-C stopped the work. What there was is printed; nothing is claimed about the rest."),
    .init(id: "server-lost", why: "The connection to a server broke and could not be made again. What it had answered is kept."),
    .init(id: "target-differs", why: "The MySQL server that rewrites are prepared on has another version or service than --target names."),
    .init(
      id: "database-locale",
      why: """
        DDL files say neither how a database orders text and folds its case nor in which time zone it runs. ORDER BY of text, lower(), ILIKE \
        and conversions between dates and times with a time zone depend on them. --collation and --time-zone name them.
        """),
    .init(
      id: "extension-pack-missing",
      why: "The MySQL server lacks stored functions that rewrites call. Install the output of `sqlferry schema --extension-pack` first."),
    .init(
      id: "private-server-lost",
      why: "The private PostgreSQL server that --ephemeral starts ended too early, so the DDL could not be loaded; its log in the message says more."),
    .init(
      id: "schema-dump",
      why: "A folder holds a dump of the whole schema beside the migrations that led to it. The dump alone is read, for it is what they came to."),
    .init(
      id: "target-schema-missing",
      why: "The MySQL database lacks tables that rewrites name, so they cannot be prepared. Load the output of `sqlferry schema` first."),
  ]

  private static let postgres: [PipelineFinding] =
    PostgresCondition.all.map { sqlstate, id in
      .init(id: id, why: "PostgreSQL itself rejects the statement with SQLSTATE \(sqlstate); the message is its own.")
    } + [.init(id: "postgres-error", why: "PostgreSQL itself rejects the statement; the message is its own.")]
}
