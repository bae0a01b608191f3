import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    (["scan", ".", "--format", "xml"], "'text', 'json', 'jsonl', 'sarif' or 'github'"),
    (["scan", ".", "--fail-on", "always"], "'error', 'warning' or 'never'"),
    (["convert", "--placeholders", "percents"], "question"),
    (["scan", ".", "--target", "mysql-5.7"], "accepted are mysql-8.0, mysql-8.4"),
    (["scan", ".", "--jobs", "0"], "1 to 1024"),
    (["patch", "."], "-o FOLDER or --stdout"),
    (["explain", "no-such-rule"], "there is no rule \"no-such-rule\""),
    (["check", "source"], "--database URL"),
    (["check", "target"], "--target-database URL"),
    (["verify", "."], "--target-database URL"),
    (["schema"], "--database URL, --schema FILE_OR_FOLDER or --catalog FILE"),
    (["scan", ".", "--database", "x", "--schema", "y"], "--database and --schema are different sources of the catalog"),
    (["convert", "--schema", "x", "--catalog", "y"], "--schema and --catalog are different sources of the catalog"),
    (["patch", ".", "--stdout", "--ephemeral"], "name that with --schema"),
    (["scan", ".", "--ephemeral", "--catalog", "x"], "it does not go with --catalog"),
    (["scan", ".", "--database", "x", "--time-zone", "UTC"], "--time-zone adds to the DDL of --schema"),
    (["schema", "--ephemeral", "--database", "x"], "it does not go with --database"),
    (["scan"], "Missing expected argument '<path> ...'"),
    (["frobnicate"], "frobnicate"),
  ])
  func aWrongCommandLineSaysWhatIsAccepted(_ arguments: [String], _ expected: String) throws {
    let output = try TemporaryFolder().sqlferry.run(arguments)
    #expect(output.status == 64, "\(arguments)")
    #expect(output.stderr.contains(expected), "\(output.stderr)")
    #expect(output.stdout == "")
  }

  @Test func everyCommandHasHelpWithAnExample() throws {
    let folder = try TemporaryFolder()
    for command in ["init", "scan", "patch", "apply", "review", "convert", "schema", "catalog", "verify", "parse", "explain"] {
      let output = try folder.sqlferry(command, "--help")
      #expect(output.status == 0)
      #expect(output.stdout.contains("Example: sqlferry \(command)"), "\(command)")
    }
    #expect(try folder.sqlferry("--version").stdout.hasPrefix("0."))
  }

  @Test func explainListsRulesAndKnowsEachOfThem() throws {
    let folder = try TemporaryFolder()
    let list = try folder.sqlferry("explain").stdout.split(separator: "\n")
    #expect(list.count > 20)
    for line in list {
      let id = try #require(line.split(separator: " ").first.map(String.init))
      let output = try folder.sqlferry("explain", id)
      #expect(output.status == 0)
      #expect(output.stdout.hasPrefix("\(id)\n\n"))
      #expect(output.stdout.split(separator: "\n").count > 1, "\(id) has no text")
    }
  }

  @Test func anEmptyTreeIsSaidLoudly() throws {
    let folder = try TemporaryFolder()
    try folder.write("readme.py", "print('hello')\n")
    let output = try folder.sqlferry("scan", ".")
    #expect(output.status == 0)
    #expect((output.stdout + output.stderr).contains("NO SQL STATEMENT FOUND"))
    let json = try folder.sqlferry("scan", ".", "--format", "json")
    #expect(json.stderr.contains("NO SQL STATEMENT FOUND"))
    #expect((try json.json()["statements"] as? [Any])?.isEmpty == true)
  }

  @Test func aPathThatDoesNotExistIsAnError() throws {
    let output = try TemporaryFolder().sqlferry("scan", "nowhere")
    #expect(output.status == 2)
    #expect(output.stderr.contains("nowhere"))
  }
}
