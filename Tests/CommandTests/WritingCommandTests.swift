import Foundation
import Testing

@Suite(.enabled(if: Servers.hasPostgres)) struct WritingCommandTests {
  static let go = #"""
    package store

    import (
    	"context"

    	"github.com/jackc/pgx/v5/pgxpool"
    )

    func Rename(ctx context.Context, db *pgxpool.Pool, id int, name string) error {
    	_, err := db.Exec(ctx, `UPDATE users SET name = $2 WHERE id = $1`, id, name)   // trailing blank follows
    	return err
    }

    func Find(ctx context.Context, db *pgxpool.Pool, pattern string) {
    	db.Query(ctx, "SELECT id::text, name || '!' FROM users WHERE name ILIKE $1", pattern)
    	db.Query(ctx, "SELECT id FROM users WHERE name LIKE '\\\\x%'")
    }
    """#.replacingOccurrences(of: "follows\n", with: "follows  \n")

  private func tree() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("app/store/users.go", Self.go)
    try folder.write("app/crlf.py", "import psycopg\r\ncur.execute(\"SELECT id::text FROM users\")\r\n# caf\u{E9}\r\n")
    return folder
  }

  @Test func patchesAreAcceptedByGitAndPatch() async throws {
    try await Servers.withDatabase { url in
      let folder = try tree()
      let output = try folder.sqlferry("patch", "app", "--database", url, "-o", "patches")
      #expect(output.status == 0, "\(output.stderr)")
      let names = output.stdout.split(separator: "\n").map(String.init)
      #expect(names == ["patches/0001-app-crlf.py.patch", "patches/0002-app-store-users.go.patch", "patches/0003-sqlferry-applied.patch"])
      for name in names {
        let git = try folder.run("git", "apply", "--check", name)
        #expect(git.status == 0, "\(git.output)")
        let patch = try folder.run("patch", "-p1", "--dry-run", "--binary", "-i", name)
        #expect(patch.status == 0, "\(patch.output)")
      }
      #expect(try folder.read("app/store/users.go") == Self.go, "nothing is changed")
      let whole = try folder.sqlferry("patch", "app", "--database", url, "--stdout")
      try folder.write("all.patch", whole.stdout)
      #expect(try folder.run("git", "apply", "all.patch").status == 0)
      let again = try folder.sqlferry("scan", "app", "--database", url, "--format", "json").statements()
      #expect(again.allSatisfy { $0.status == "unchanged" }, "\(again.map { $0.rules })")
    }
  }

  @Test func applyChangesOnlyLiteralsAndArgumentsAndTwiceIsOnce() async throws {
    try await Servers.withDatabase { url in
      let folder = try tree()
      let output = try folder.sqlferry("apply", "app", "--database", url)
      #expect(output.status == 0, "\(output.stderr)")
      #expect(output.stdout == "app/crlf.py\napp/store/users.go\n")
      let once = try folder.read("app/store/users.go")
      let expected = Self.go
        .replacingOccurrences(of: "name = $2 WHERE id = $1`, id, name)", with: "name = ? WHERE id = ?`, name, id)")
        .replacingOccurrences(of: "SELECT id::text, name || '!'", with: "SELECT CAST(id AS CHAR), CONCAT(name, '!')")
        .replacingOccurrences(of: "name ILIKE $1", with: "LOWER(name) LIKE LOWER(?)")
        .replacingOccurrences(of: #"'\\\\x%'"#, with: #"'\\\\\\\\x%'"#)
      #expect(once == expected)
      #expect(try folder.read("app/crlf.py") == "import psycopg\r\ncur.execute(\"SELECT CAST(id AS CHAR) FROM users\")\r\n# caf\u{E9}\r\n")

      let second = try folder.sqlferry("apply", "app", "--database", url)
      #expect(second.status == 0)
      #expect(second.stdout == "")
      #expect(try folder.read("app/store/users.go") == once)
      let deeper = try folder.sqlferry("apply", "app/store", "--database", url)
      #expect(deeper.stdout == "")
      #expect(try folder.read("app/store/users.go") == once, "the list counts wherever the scan starts")
      let statements = try folder.sqlferry("scan", "app", "--database", url, "--format", "json").statements()
      #expect(statements.allSatisfy { $0.status == "unchanged" && $0.rules.contains("already-applied") })
    }
  }

  @Test func aDoubledBackslashAndAnAddedNullKeyAreNotConvertedAgain() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("a.py", "import psycopg\ncur.execute(r\"SELECT id FROM users WHERE name = 'C:\\new' ORDER BY age\")\n")
      #expect(try folder.sqlferry("apply", "a.py", "--database", url).status == 0)
      let once = try folder.read("a.py")
      #expect(once.contains(#"'C:\\new'"#))
      #expect(once.contains("IS NULL"))
      #expect(try folder.sqlferry("apply", "a.py", "--database", url).status == 0)
      #expect(try folder.read("a.py") == once)
    }
  }

  @Test func theModeOfAFileIsKept() async throws {
    try await Servers.withDatabase { url in
      let folder = try tree()
      let path = folder.url.appendingPathComponent("app/crlf.py").path
      try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
      #expect(try folder.sqlferry("apply", "app", "--database", url).status == 0)
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o750)
    }
  }

  @Test func aReadOnlyFileIsLeftAloneAndSaid() async throws {
    try await Servers.withDatabase { url in
      let folder = try tree()
      let path = folder.url.appendingPathComponent("app/crlf.py").path
      let before = try folder.read("app/crlf.py")
      try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: path)
      let output = try folder.sqlferry("apply", "app", "--database", url)
      #expect(output.status == 2)
      #expect(output.stderr.contains("app/crlf.py: error["))
      #expect(output.stderr.contains("read-only"))
      #expect(try folder.read("app/crlf.py") == before)
      #expect(output.stdout == "app/store/users.go\n", "the other file is written")
    }
  }

  @Test func rewritesToReviewAreWrittenOnlyWhenAskedFor() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("a.py", "import psycopg\ncur.execute(f\"SELECT id::text FROM users {tail}\")\n")
      let without = try folder.sqlferry("apply", "a.py", "--database", url)
      #expect(without.stdout == "")
      #expect(without.stderr.contains("1 in review wait for"))
      let with = try folder.sqlferry("apply", "a.py", "--database", url, "--with-review")
      #expect(with.stdout == "a.py\n")
      #expect(try folder.read("a.py").contains("SELECT CAST(id AS CHAR) FROM users {tail}"))
    }
  }
}

@Suite(.enabled(if: Servers.hasPostgres)) struct ReviewCommandTests {
  private func tree() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.py",
      """
      import psycopg
      cur.execute("SELECT id::text FROM users")
      cur.execute("SELECT name || 'x' FROM users")
      cur.execute("SELECT age / 2 FROM users")

      """)
    return folder
  }

  @Test func decisionsAreKeptAndTheNextRunGoesOn() async throws {
    try await Servers.withDatabase { url in
      let folder = try tree()
      let first = try folder.sqlferry("review", "a.py", "--database", url, input: "?\ny\nq\n")
      #expect(first.status == 0, "\(first.stderr)")
      #expect(first.stdout.contains("[1/3]") && first.stdout.contains("a.py:2:"))
      #expect(first.stdout.contains("-cur.execute(\"SELECT id::text FROM users\")"))
      #expect(first.stdout.contains("+cur.execute(\"SELECT CAST(id AS CHAR) FROM users\")"))
      #expect(first.stdout.contains("y - accept this rewrite"))
      #expect(folder.exists(".sqlferry/decisions"))
      #expect(try folder.read("a.py").contains("id::text"), "left before the end: nothing is written")

      let second = try folder.sqlferry("review", "a.py", "--database", url, input: "n\ny\ny\n")
      #expect(second.stdout.contains("[1/2]") && second.stdout.contains("a.py:3:"))
      #expect(second.stdout.hasSuffix("a.py\n"))
      let text = try folder.read("a.py")
      #expect(text.contains("CAST(id AS CHAR)") && text.contains("name || 'x'") && text.contains("age DIV 2"))

      let apply = try folder.sqlferry("apply", "a.py", "--database", url)
      #expect(apply.stdout == "", "what was rejected is not written by apply either")
      #expect(try folder.read("a.py") == text)
    }
  }

  @Test func acceptedRewritesCanBecomeAPatch() async throws {
    try await Servers.withDatabase { url in
      let folder = try tree()
      let output = try folder.sqlferry("review", "a.py", "--database", url, "--patch", "my.patch", input: "y\ns\nn\ny\n")
      #expect(output.status == 0, "\(output.stderr)")
      #expect(try folder.run("git", "apply", "--check", "my.patch").status == 0)
      #expect(try folder.read("my.patch").contains("CAST(id AS CHAR)"))
      #expect(try !folder.read("my.patch").contains("DIV"))
      #expect(try folder.read("a.py").contains("id::text"))
    }
  }
}
