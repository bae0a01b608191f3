import Testing

/// Names and literals: quoting, case folding, and what MySQL cannot hold.
extension ConversionTests {
  @Suite struct IdentifierTests {
  @Test(arguments: [
    Rewriting("SELECT name AS \"select\", qty AS \"rank\" FROM item ORDER BY id", becomes: "SELECT name AS `select`, qty AS `rank` FROM item ORDER BY id"),
    Rewriting("SELECT U&\"n\\0061me\" FROM item ORDER BY id", becomes: "SELECT name FROM item ORDER BY id"),
    Rewriting("SELECT \"NAME\" FROM (SELECT name AS \"NAME\" FROM item) AS q ORDER BY \"NAME\"", becomes: "SELECT NAME FROM (SELECT name AS NAME FROM item) AS q ORDER BY NAME"),
    Rewriting("SELECT Q.ID, q.\"group\" FROM (SELECT id, qty AS \"group\" FROM item) AS Q ORDER BY q.id", becomes: "SELECT q.ID, q.group FROM (SELECT id, qty AS `group` FROM item) AS q ORDER BY q.id"),
    Rewriting("SELECT \"Q\".id FROM item AS \"Q\" ORDER BY id", becomes: "SELECT Q.id FROM item AS Q ORDER BY id"),
    Rewriting("SELECT q.\"a`b\", q.\"x y\" FROM (SELECT qty AS \"a`b\", id AS \"x y\" FROM item) q ORDER BY 2", becomes: "SELECT q.`a``b`, q.`x y` FROM (SELECT qty AS `a``b`, id AS `x y` FROM item) q ORDER BY 2"),
    Rewriting("WITH \"end\" AS (SELECT id FROM item) SELECT * FROM \"end\" ORDER BY id", becomes: "WITH end AS (SELECT id FROM item) SELECT * FROM end ORDER BY id"),
    Rewriting("WITH \"of\" AS (SELECT id FROM item) SELECT * FROM \"of\" ORDER BY id", becomes: "WITH `of` AS (SELECT id FROM item) SELECT * FROM `of` ORDER BY id"),
    Rewriting("SELECT 1 AS \"x \"", declinedBy: "name-too-long"),
    Rewriting("SELECT 1 AS \"😀\"", declinedBy: "name-too-long"),
  ])
  func names(_ row: Rewriting) async throws { try await expectRewriting(row) }

  @Test(arguments: [
    Rewriting("SELECT 'a'\n  'b' || name FROM item ORDER BY id", becomes: "SELECT CONCAT('ab', name) FROM item ORDER BY id"),
    Rewriting("SELECT E'a\\'b\\\\c\\x41' FROM item", becomes: "SELECT 'a''b\\\\cA' FROM item"),
    Rewriting("SELECT U&'d!0061t!+01F600' UESCAPE '!'", becomes: "SELECT 'dat😀'"),
    Rewriting("SELECT $tag$it's \\ $$ here$tag$", becomes: "SELECT 'it''s \\\\ $$ here'"),
    Rewriting("SELECT N'x' || name FROM item ORDER BY id", becomes: "SELECT CONCAT('x', name) FROM item ORDER BY id"),
    Rewriting("SELECT B'0101'::text, X'1F'::text, x'a'::text", becomes: "SELECT '0101', '00011111', '1010'"),
    Rewriting("SELECT 1e3, .5, 5., 1.5e-3 FROM item", becomes: "SELECT 1000, .5, 5., 0.0015 FROM item"),
    Rewriting("SELECT id FROM item WHERE pad = N'ab   '", becomes: "SELECT id FROM item WHERE pad = 'ab'"),
  ])
  func literals(_ row: Rewriting) async throws { try await expectRewriting(row) }
  }
}
