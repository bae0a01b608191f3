import Foundation
import Testing

/// Errors that PostgreSQL finds in the run-time text stand on their place in the host file, however the text is written there.
@Suite(.enabled(if: Servers.hasPostgres)) struct FindingPlaceTests {
  /// A file's content with «…» around what PostgreSQL's error is about, and the rule.
  struct Row: CustomTestStringConvertible {
    var file: String
    var source: String
    var rule = "undefined-column"

    var testDescription: String { file }

    /// The content without the marks, and line and column of the first mark, from 1, in bytes.
    func unmarked() throws -> (text: String, place: String) {
      let parts = source.components(separatedBy: "«")
      try #require(parts.count == 2)
      let lines = parts[0].utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return (parts.joined().replacingOccurrences(of: "»", with: ""), "\(lines.count):\((lines.last?.count ?? 0) + 1)")
    }
  }

  private static let python = "import psycopg\ncur = psycopg.connect().cursor()\n"
  private static func go(_ argument: String) -> String {
    "package p\n\nimport \"database/sql\"\n\nfunc f(db *sql.DB, id int) {\n\tdb.Query(\(argument))\n}\n"
  }
  private static func java(_ argument: String) -> String {
    "import java.sql.*;\nclass A { void f(Connection c) throws SQLException {\n    c.prepareStatement(\(argument));\n} }\n"
  }
  private static func typescript(_ argument: String) -> String {
    "import { Pool } from 'pg'\nconst pool = new Pool()\nexport const f = (id: number) => pool.query(\(argument))\n"
  }

  static let rows: [Row] = [
    Row(file: "plain.py", source: python + "cur.execute('SELECT «emial» FROM users')\n"),
    Row(file: "second-line.py", source: python + "cur.execute(\"\"\"\n    SELECT id,\n        «emial»\n    FROM users\"\"\")\n"),
    Row(file: "escapes.py", source: python + #"cur.execute("SELECT 'a\tb\x41\u00e9', «emial» FROM users")"# + "\n"),
    Row(file: "line-end-escaped.py", source: python + "cur.execute('SELECT id, \\\n  «emial» FROM users')\n"),
    Row(file: "quotes.py", source: python + #"cur.execute('SELECT \'é\', «emial» FROM users')"# + "\n"),
    Row(file: "raw.py", source: python + #"cur.execute(r'SELECT E'"'"'\n'"'"', «emial» FROM users')"# + "\n"),
    Row(file: "implicit.py", source: python + "cur.execute('SELECT id, '\n            \"«emial» \"\n            'FROM users WHERE id = %s', (1,))\n"),
    Row(file: "plus.py", source: python + "cur.execute('SELECT id' +\n   ', «emial»' + ' FROM users')\n"),
    Row(file: "named.py", source: python + "cur.execute('SELECT id FROM users WHERE id = %(id)s AND «emial» = %(mail)s', {'id': 1, 'mail': 2})\n"),
    Row(file: "percent.py", source: python + "cur.execute(\"SELECT 7 %% 2, «emial» FROM users WHERE name LIKE 'a%%' AND id = %s\", (1,))\n"),
    Row(file: "fstring.py", source: python + "cur.execute(f'SELECT id FROM {table} WHERE {{1}} = %s AND (SELECT «emial» FROM users) = 1', (1,))\n", rule: ""),
    Row(file: "hole.py", source: python + "cur.execute(f'SELECT «emial» FROM users ORDER BY {order}')\n"),
    Row(file: "crlf.py", source: "import psycopg\r\ncur = psycopg.connect().cursor()\r\ncur.execute('''SELECT id,\r\n  «emial» FROM users''')\r\n"),
    Row(file: "syntax.py", source: python + "cur.execute('SELECT id\\nFROM users\\nWHERE «=» 1')\n", rule: "syntax-error"),
    Row(file: "end.py", source: python + "cur.execute('SELECT id FROM users WHERE«'»)\n", rule: "syntax-error"),
    Row(file: "table.py", source: python + "cur.execute('SELECT u.id FROM users u JOIN «usres» o ON o.id = u.id')\n", rule: "undefined-table"),
    Row(file: "function.py", source: python + "cur.execute('SELECT id, «lowr»(name) FROM users')\n", rule: "undefined-function"),
    Row(file: "literal.py", source: python + "cur.execute(\"SELECT id FROM users WHERE age = «'old'»\")\n", rule: "invalid-text-representation"),
    Row(file: "raw.go", source: go("`\n\t\tSELECT id,\n\t\t\t«emial»\n\t\tFROM users`")),
    Row(file: "interpreted.go", source: go(#""SELECT 'é\u00e9\t', «emial» FROM users WHERE id = $1", id"#)),
    Row(file: "joined.go", source: go("\"SELECT id, \"+\n\t\t\"«emial» \"+\n\t\t`FROM users`")),
    Row(file: "Plain.java", source: java("\"SELECT «emial» FROM users WHERE id = ?\"")),
    Row(file: "Escaped.java", source: java(#""SELECT '\u00e9\t\"', «emial» FROM users""#)),
    Row(file: "Joined.java", source: java("\"SELECT id,\"\n        + \" «emial»\"\n        + \" FROM users\"")),
    Row(file: "Block.java", source: java("\"\"\"\n        SELECT id,\n          «emial»\n        FROM users\n        \"\"\"")),
    Row(file: "template.ts", source: typescript("`\n  SELECT id,\n    «emial»\n  FROM users WHERE id = $1`, [id]")),
    Row(file: "single.ts", source: typescript(#"'SELECT \'\u{e9}\x41\', «emial» FROM users'"#)),
    Row(file: "hole.ts", source: typescript("`SELECT id, «emial» FROM users ORDER BY ${id > 1 ? 'id' : 'name'}`")),
    Row(file: "joined.js", source: typescript("'SELECT id, ' +\n  \"«emial»\" +\n  ` FROM users`").replacingOccurrences(of: ": number", with: "")),
    Row(file: "script.sql", source: "-- é\nSELECT 1;\n\n  SELECT 'ü', id,\n\t«emial»\nFROM users;\n"),
    Row(file: "psql.sql", source: "SELECT id FROM users WHERE id = :id AND «emial» = :mail;\n"),
  ]

  @Test func anErrorStandsOnItsPlace() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      for row in Self.rows { try folder.write("src/\(row.file)", row.unmarked().text) }
      let output = try folder.sqlferry("scan", "src", "--database", url)
      for row in Self.rows where !row.rule.isEmpty {
        let place = try row.unmarked().place
        let found = output.stdout.split(separator: "\n").filter { $0.hasPrefix("src/\(row.file):") && $0.contains("error[\(row.rule)]") }
        #expect(found.contains { $0.hasPrefix("src/\(row.file):\(place): error[\(row.rule)]: ") }, "\(row.file): \(place), found \(found)")
      }
    }
  }
}
