import MySQLTarget
import Testing

extension ConversionTests {
  /// Rewrites for sessions with other modes, run in such sessions.
  @Suite struct SQLModeTests {
    @Test(arguments: [
      Rewriting(#"SELECT "Group", "rank", name AS "Na""me", "id" FROM item ORDER BY "id""#),
      Rewriting("SELECT rank FROM item i ORDER BY id, rank", becomes: #"SELECT "rank" FROM item i ORDER BY id, "rank" IS NULL, "rank""#),
      Rewriting(#"SELECT 'a"b', E'\t"x"', note FROM item WHERE note = 'C:\new'"#, becomes: #"SELECT 'a"b', '\#t"x"', note FROM item WHERE note = 'C:\\new'"#),
      Rewriting("SELECT data -> 'a' FROM item ORDER BY id", becomes: "SELECT JSON_EXTRACT(data, '$.\"a\"') FROM item ORDER BY id"),
    ])
    func ansiQuotes(_ row: Rewriting) async throws { try await expectRewriting(row, modes: .ansiQuotes) }

    @Test(arguments: [
      Rewriting(#"SELECT 'C:\new', note FROM item WHERE note = 'C:\new' OR note = $1"#, with: [#"C:\new"#]),
      Rewriting(#"SELECT E'a\tb\\c''d'"#, becomes: "SELECT 'a\tb\\c''d'"),
      Rewriting(#"SELECT id FROM item WHERE name LIKE 'e\%\_%' ORDER BY id"#, becomes: #"SELECT id FROM item WHERE name LIKE 'e\%\_%' ESCAPE '\' ORDER BY id"#),
      Rewriting("SELECT id FROM item WHERE name LIKE 'A%' ORDER BY id"),
      Rewriting("SELECT id FROM item WHERE name not like $1 AND name ILIKE $2 ORDER BY id",
        becomes: #"SELECT id FROM item WHERE name not like ? ESCAPE '\' AND LOWER(name) LIKE LOWER(?) ESCAPE '\' ORDER BY id"#,
        with: [#"e\%%"#, #"%\_%"#], ["x", #"ANN_"#], [#"C:\\%"#, "%"]),
      Rewriting(#"SELECT id FROM item WHERE name LIKE 'e!%%' ESCAPE '!' ORDER BY id"#),
      Rewriting("SELECT id FROM item WHERE name LIKE 'e%' ESCAPE ''", declinedBy: "like-escape"),
      Rewriting(converted: #"SELECT id FROM item WHERE name ~ '^e.\d*' ORDER BY id"#),
      Rewriting(converted: #"SELECT encode(raw, 'hex'), raw::text FROM item ORDER BY id"#),
      Rewriting(converted: #"SELECT data -> 'a"b\c' FROM item ORDER BY id"#),
      Rewriting(converted: #"SELECT '{"a": "x\\y\"z\n"}'::jsonb"#),
    ])
    func noBackslashEscapes(_ row: Rewriting) async throws { try await expectRewriting(row, modes: .noBackslashEscapes) }

    @Test(arguments: [
      Rewriting("SELECT name || '!' || code FROM item ORDER BY id"),
      Rewriting("SELECT 'a' || qty || (name || note) FROM item ORDER BY id"),
      Rewriting("SELECT 'n' || qty + id FROM item ORDER BY id", becomes: "SELECT 'n' || (qty + id) FROM item ORDER BY id"),
      Rewriting("SELECT 'n' || -qty, name || 'x' = 'Annax', name || 'x' LIKE 'A%' FROM item ORDER BY id",
        becomes: "SELECT 'n' || (-qty), name || 'x' = 'Annax', name || 'x' LIKE 'A%' FROM item ORDER BY id"),
      Rewriting("SELECT name || active || at FROM item ORDER BY id",
        becomes: "SELECT name || CASE WHEN active THEN 'true' WHEN NOT active THEN 'false' END || TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT(at, '%Y-%m-%d %H:%i:%s.%f'))) FROM item ORDER BY id"),
      Rewriting("SELECT upper(name || coalesce(note, '')) FROM item WHERE name || note IS NOT NULL ORDER BY name || note, id"),
      Rewriting("SELECT $1 || name, 'a' || $2::text FROM item ORDER BY id", becomes: "SELECT ? || name, 'a' || CAST(? AS CHAR) FROM item ORDER BY id", with: ["x", "y"], [nil, "z"]),
    ])
    func pipesAsConcat(_ row: Rewriting) async throws { try await expectRewriting(row, modes: .pipesAsConcat) }

    @Test(arguments: [
      Rewriting(converted: #"SELECT "Group" || 'x', count (*) FROM item GROUP BY "Group" ORDER BY 1"#),
      Rewriting("SELECT 'a\\b' || name FROM item ORDER BY id"),
    ])
    func sums(_ row: Rewriting) async throws { try await expectRewriting(row, modes: [.ansi, .noBackslashEscapes]) }
  }
}
