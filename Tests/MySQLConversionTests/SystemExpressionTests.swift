import Testing

/// What the server says of itself, sequences and ranges: the text of the rewrite.
extension ConversionTests {
  @Suite struct SystemExpressionTests {
    @Test(arguments: [
      Rewriting("INSERT INTO item (id, name, price, qty, active) VALUES (nextval('item_id_seq'), 'x', 1, 1, true)", becomes: "INSERT INTO item (id, name, price, qty, active) VALUES (DEFAULT, 'x', 1, 1, true)"),
      Rewriting("INSERT INTO item (name, qty, price, active) VALUES ('x', nextval('item_id_seq'::regclass), 1, true)", declinedBy: "sequence"),
      Rewriting("SELECT nextval('item_id_seq')", declinedBy: "sequence"),
      Rewriting("INSERT INTO item (id, code, name, price, qty, active) VALUES (nextval('item_id_seq'), 'Z', 'x', 1, 1, true) ON CONFLICT (code) DO UPDATE SET name = excluded.name", declinedBy: "on-conflict-keys"),
      Rewriting("SELECT setval('item_id_seq', 42)", declinedBy: "sequence"),
      Rewriting("SELECT setval(pg_get_serial_sequence('item', 'id'), coalesce(max(id), 1)) FROM item", declinedBy: "sequence"),
    ])
    func sequences(_ row: Rewriting) async throws { try await expectRewriting(row) }

    @Test(arguments: [
      Rewriting("SELECT currval('item_id_seq')", otherValue: "session-value", as: "SELECT LAST_INSERT_ID()"),
      Rewriting("SELECT currval(pg_get_serial_sequence('item', 'id'))", otherValue: "session-value", as: "SELECT LAST_INSERT_ID()"),
      Rewriting("select current_user, session_user", otherValue: "session-value", as: "select substring_index(current_user(), '@', 1), substring_index(user(), '@', 1)"),
      Rewriting("SELECT pg_advisory_xact_lock(hashtext('job'))", otherValue: "advisory-lock", as: "SELECT GET_LOCK(CONCAT('pg:', SHA2('job', 224)), -1)"),
      Rewriting("SELECT pg_try_advisory_lock(7, 8)", otherValue: "advisory-lock", as: "SELECT GET_LOCK('pg:7:8', 0)"),
      Rewriting("SELECT pg_advisory_unlock(7)", otherValue: "advisory-lock", as: "SELECT COALESCE(RELEASE_LOCK('pg:7'), 0)"),
      Rewriting("SELECT current_setting('app.tenant')", otherValue: "setting", as: "SELECT CAST(@`app.tenant` AS CHAR)"),
      Rewriting("SELECT to_regclass('item') IS NOT NULL", otherValue: "catalog-question", as: "SELECT EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'item')"),
    ])
    func values(_ row: Rewriting) async throws { try await expectRewriting(row) }

    @Test(arguments: [
      Rewriting("SELECT id FROM item WHERE daterange(day, NULL) @> DATE '2024-01-01' ORDER BY id", becomes: "SELECT id FROM item WHERE day IS NULL OR DATE '2024-01-01' >= day ORDER BY id"),
      Rewriting("SELECT id FROM item WHERE int4range(qty, qty + 5) && int4range(3, 4) ORDER BY id", becomes: "SELECT id FROM item WHERE qty < 4 AND 3 < qty + 5 AND qty < qty + 5 AND 3 < 4 ORDER BY id"),
      Rewriting("select id from item where numrange(cost, price, '[]') @> 1.5::numeric order by id", becomes: "select id from item where (cost is null or 1.5 >= cost) and 1.5 <= price order by id"),
      Rewriting("SELECT id FROM item WHERE int4range(qty, NULL, '(]') @> 1 ORDER BY id", becomes: "SELECT id FROM item WHERE 1 >= qty + 1 ORDER BY id"),
      Rewriting("SELECT id FROM item WHERE tstzrange(seen, now()) @> $1::timestamptz ORDER BY id", becomes: "SELECT id FROM item WHERE (seen IS NULL OR CAST(? AS DATETIME(6)) >= seen) AND CAST(? AS DATETIME(6)) < now(6) ORDER BY id", with: ["2024-02-29 13:00:00+00"], [nil]),
      Rewriting("SELECT upper(int8range(qty, stock, '[]')) FROM item WHERE qty <= stock", becomes: "SELECT IF(qty < stock + 1, stock + 1, NULL) FROM item WHERE qty <= stock"),
    ])
    func ranges(_ row: Rewriting) async throws { try await expectRewriting(row) }
  }
}
