import SourceText
import Testing

@testable import PostgresCatalog

@Suite struct MigrationOrderTests {
  struct Folder: CustomTestStringConvertible, Sendable {
    var files: [String]
    var order: [String]
    var leftOut = 0
    var testDescription: String { files.joined(separator: " ") }
  }

  @Test(arguments: [
    // plain numbers, by value
    Folder(files: ["10_b.sql", "9_a.sql", "1_x.sql"], order: ["1_x.sql", "9_a.sql", "10_b.sql"]),
    Folder(files: ["b/1.sql", "a/2.sql", "a/10.sql"], order: ["a/2.sql", "a/10.sql", "b/1.sql"]),
    Folder(files: ["002.sql", "2.sql", "1.sql"], order: ["1.sql", "002.sql", "2.sql"]),
    // Flyway
    Folder(
      files: ["R__views.sql", "V10__c.sql", "V1.2__b.sql", "V1.10__bb.sql", "V1__a.sql", "U1__a.sql", "R__a_functions.sql"],
      order: ["V1__a.sql", "V1.2__b.sql", "V1.10__bb.sql", "V10__c.sql", "R__a_functions.sql", "R__views.sql"]),
    Folder(files: ["V1__a.sql", "V2__b.sql", "B2__base.sql", "V3__c.sql"], order: ["B2__base.sql", "V3__c.sql"]),
    Folder(files: ["V1__a.sql", "V2_1__b.sql", "seed.sql"], order: ["V1__a.sql", "V2_1__b.sql"], leftOut: 1),
    // both ways in two files
    Folder(files: ["1_a.down.sql", "1_a.up.sql", "2_b.up.sql", "2_b.down.sql"], order: ["1_a.up.sql", "2_b.up.sql"]),
    Folder(
      files: ["2021-01-01-000000_a/down.sql", "2021-01-01-000000_a/up.sql", "00000000000000_diesel_initial_setup/up.sql"],
      order: ["00000000000000_diesel_initial_setup/up.sql", "2021-01-01-000000_a/up.sql"]),
    Folder(files: ["2017-08-31-230457_b/up.sql", "20140924113530_a/up.sql"], order: ["20140924113530_a/up.sql", "2017-08-31-230457_b/up.sql"]),
    // Prisma
    Folder(
      files: ["20230102_b/migration.sql", "20230101_a/migration.sql"], order: ["20230101_a/migration.sql", "20230102_b/migration.sql"]),
    // a dump beside migrations
    Folder(files: ["structure.sql", "migrate/1_a.sql", "migrate/2_b.sql"], order: ["structure.sql"], leftOut: 1),
    Folder(files: ["schema.sql", "functions.sql"], order: ["functions.sql", "schema.sql"]),
    // a file given alone
    Folder(files: ["x.down.sql"], order: ["x.down.sql"]),
  ])
  func orders(_ folder: Folder) {
    let sequence = MigrationOrder.sequence(of: folder.files.map { SchemaFile(name: $0, text: "SELECT 1;") })
    #expect(sequence.scripts.map(\.name) == folder.order)
    #expect(sequence.diagnostics.count == folder.leftOut)
  }

  struct Sections: CustomTestStringConvertible, Sendable {
    var text: String
    var kept: [String]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Sections(text: "-- +goose Up\n-- +goose StatementBegin\nA;\n-- +goose StatementEnd\n-- +goose Down\nB;\n", kept: ["A;"]),
    Sections(text: "-- migrate:down\nB;\n-- migrate:up transaction:false\nA;\n", kept: ["A;"]),
    Sections(text: "-- +migrate Up\nA;\n-- +migrate Down\nB;", kept: ["A;"]),
    Sections(text: "-- Up Migration\nA;\n-- Down Migration\nB;", kept: ["A;"]),
    Sections(text: "# --- !Ups\nA;\n# --- !Downs\nB;", kept: ["A;"]),
    Sections(text: "-- // first\nA;\n-- //@UNDO\nB;", kept: ["A;"]),
    Sections(text: "-- ==== UP ====\nA;\n-- ==== DOWN ====\nB;", kept: ["A;"]),
    Sections(
      text: "--liquibase formatted sql\n--changeset me:1 dbms:mysql\nB;\n--changeset me:2 dbms:postgresql,h2\nA;\n--changeset me:3\nC;",
      kept: ["A;", "C;"]),
    Sections(text: "-- up to now\nA;\n-- down below\nB;", kept: ["A;", "B;"]),
  ])
  func keepsTheForwardPart(_ sections: Sections) {
    let bytes = Array(sections.text.utf8)
    let forward = MigrationSections.forward(bytes)
    #expect(forward.count == bytes.count)
    let lines = String(decoding: forward, as: UTF8.self).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    #expect(lines.filter { !$0.isEmpty && !$0.hasPrefix("--") && !$0.hasPrefix("#") }.map(String.init) == sections.kept)
  }
}
