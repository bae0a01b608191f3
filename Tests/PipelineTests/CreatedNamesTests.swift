import SourceText
import Testing

@testable import Pipeline

@Suite struct CreatedNamesTests {
  @Test(arguments: [
    ("CREATE TABLE item (id int)", CreatedNames.Kind.relation, "item"),
    ("CREATE TEMP TABLE IF NOT EXISTS Picked AS SELECT 1", .relation, "picked"),
    ("create table shop.\"Odd \"\"Name\" (id int)", .relation, "Odd \"Name"),
    ("CREATE OR REPLACE VIEW v AS SELECT 1", .relation, "v"),
    ("CREATE TYPE mood AS ENUM ('sad')", .type, "mood"),
    ("CREATE FUNCTION shop.total(int) RETURNS int AS 'SELECT 1' LANGUAGE sql", .routine, "total"),
    ("CREATE SCHEMA IF NOT EXISTS audit", .schema, "audit"),
    ("CREATE UNIQUE INDEX CONCURRENTLY item_code ON item (code)", .index, "item_code"),
    ("ALTER INDEX item_code RENAME TO item_key", .index, "item_key"),
    ("CREATE TRIGGER touch BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touched()", .trigger, "touch"),
    ("SELECT a, b INTO TEMP picked FROM t", .relation, "picked"),
    ("ALTER TABLE item ADD COLUMN IF NOT EXISTS colour text", .column, "colour"),
    ("ALTER TABLE item ADD colour text, ADD size int", .column, "size"),
    ("ALTER TABLE item RENAME TO article", .relation, "article"),
    ("ALTER TABLE item RENAME COLUMN a TO b", .column, "b"),
    ("CREATE TABLE item (id int, label varchar(20), PRIMARY KEY (id))", .column, "label"),
  ])
  func isRead(_ sql: String, _ kind: CreatedNames.Kind, _ name: String) {
    let created = CreatedNames(SQLText(sql))
    #expect(created.contain(kind, name, outside: CreatedNames()))
    #expect(!created.contain(kind, name, outside: created), "not by itself alone")
  }

  @Test(arguments: [
    ("INSERT INTO item SELECT 1", "item"), ("WITH x AS (SELECT 1) INSERT INTO item SELECT 1", "item"),
    ("DROP TABLE item", "item"), ("SELECT 'create table item'", "item"), ("CREATE INDEX item ON t (a)", "item"),
  ])
  func createsNoRelation(_ sql: String, _ name: String) {
    #expect(!CreatedNames(SQLText(sql)).contain(.relation, name, outside: CreatedNames()))
  }
}
