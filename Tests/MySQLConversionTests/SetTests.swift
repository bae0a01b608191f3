import Testing

/// Set-returning functions: the text, and on both servers the rows.
extension ConversionTests {
  @Suite struct SetTests {
  @Test(arguments: [
    Rewriting("SELECT i.id, tag FROM item i, unnest(i.tags) AS tag", becomes: "SELECT i.id, tag FROM item i, JSON_TABLE(i.tags, '$[*]' COLUMNS (tag LONGTEXT PATH '$')) AS tag"),
    Rewriting("select n from generate_series(1, 4) as n", becomes: "select n from json_table('[1, 2, 3, 4]', '$[*]' columns (n int path '$')) as n"),
    Rewriting(
      "SELECT n FROM generate_series(1, $1) AS n",
      becomes: "SELECT n FROM (SELECT CAST(element_number AS SIGNED) AS n FROM (SELECT CAST(? AS SIGNED) AS series_end) AS series_bounds, JSON_TABLE(CASE WHEN series_end >= 1 THEN COALESCE(CONCAT('[', REPEAT('0,', series_end - 1), '0]'), '') END, '$[*]' COLUMNS (element_number FOR ORDINALITY)) AS elements) AS n",
      with: ["3"], ["0"], [nil]),
    Rewriting(#"SELECT "Group", "key" FROM jsonb_to_record('{"Group": 1}') AS r("Group" int, "key" int)"#, becomes: #"SELECT `Group`, `key` FROM JSON_TABLE('{"Group": 1}', '$' COLUMNS (`Group` INT PATH '$."Group"' ERROR ON ERROR, `key` INT PATH '$."key"' ERROR ON ERROR)) AS r"#),
    Rewriting(
      "SELECT id FROM item WHERE EXISTS (SELECT 1 FROM unnest(tags) AS tag WHERE tag = 'a')",
      becomes: "SELECT id FROM item WHERE EXISTS (SELECT 1 FROM JSON_TABLE(tags, '$[*]' COLUMNS (tag LONGTEXT PATH '$')) AS tag WHERE tag = 'a') = TRUE"),
    Rewriting(
      "SELECT id FROM item WHERE 'b' NOT IN (SELECT unnest(tags))",
      becomes: "SELECT id FROM item WHERE 'b' NOT IN (SELECT elements.element FROM JSON_TABLE(tags, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) = TRUE"),
    Rewriting(
      "SELECT id, unnest(tags) FROM item ORDER BY id",
      becomes: "SELECT id, elements.element FROM item, JSON_TABLE(tags, '$[*]' COLUMNS (element LONGTEXT PATH '$', element_number FOR ORDINALITY)) AS elements ORDER BY id, elements.element_number"),
    Rewriting(
      "INSERT INTO category (id, title) SELECT * FROM unnest(ARRAY[11, 12], ARRAY['x', 'y']) AS t(a, b)",
      becomes: "INSERT INTO category (id, title) SELECT * FROM (SELECT MAX(a) AS a, MAX(b) AS b FROM (SELECT element_number, element AS a, NULL AS b FROM JSON_TABLE(JSON_ARRAY(11, 12), '$[*]' COLUMNS (element_number FOR ORDINALITY, element INT PATH '$')) AS elements UNION ALL SELECT element_number, NULL, element FROM JSON_TABLE(JSON_ARRAY('x', 'y'), '$[*]' COLUMNS (element_number FOR ORDINALITY, element LONGTEXT PATH '$')) AS elements) AS sets_side_by_side GROUP BY element_number) AS t"),
    Rewriting("SELECT e ->> 'a' FROM item, jsonb_array_elements(data) AS e WHERE e ->> 'a' = 'x' AND data IS NULL", reviewed: "json-number-text", as: "SELECT CAST(JSON_UNQUOTE(NULLIF(JSON_EXTRACT(e.value, '$.\"a\"'), CAST('null' AS JSON))) AS CHAR) FROM item, JSON_TABLE(data, '$[*]' COLUMNS (value JSON PATH '$')) AS e WHERE CAST(JSON_UNQUOTE(NULLIF(JSON_EXTRACT(e.value, '$.\"a\"'), CAST('null' AS JSON))) AS CHAR) = 'x' AND data IS NULL"),
    Rewriting("SELECT w FROM regexp_matches('a1b2', '(.)(.)', 'g') AS r(w)", declinedBy: "set-function"),
    Rewriting("SELECT generate_series(1, 2), random() FROM item GROUP BY id", declinedBy: "set-in-select-list"),
  ])
  func sets(_ row: Rewriting) async throws { try await expectRewriting(row) }
  }
}
