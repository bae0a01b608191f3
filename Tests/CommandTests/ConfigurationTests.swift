import Pipeline
import Testing

@testable import sqlferry

@Suite struct ConfigurationTests {
  @Test func everySettingIsRead() throws {
    let text = """
      # a comment
      database: postgresql://${DB_USER}@db/shop
      target: mysql-8.0
      sql-mode: [ANSI_QUOTES, PIPES_AS_CONCAT]
      target-database: mysql://app@${DB_HOST}/shop
      exclude:
        - vendor/
        - "*_test.go"
      drivers:
        - path: legacy/**
          language: python
          placeholders: percent
        - language: go
          driver: pgx
      strict-errors: true
      """
    let configuration = try Configuration(yaml: text, path: "x.yml", environment: ["DB_USER": "ann", "DB_HOST": "my"])
    #expect(configuration.database == "postgresql://ann@db/shop")
    #expect(configuration.target == "mysql-8.0")
    #expect(configuration.sqlMode == "ANSI_QUOTES,PIPES_AS_CONCAT")
    #expect(configuration.targetDatabase == "mysql://app@my/shop")
    #expect(configuration.exclude == ["vendor/", "*_test.go"])
    #expect(configuration.drivers == [
      DriverSetting(path: "legacy/**", language: "python", placeholders: .percent), DriverSetting(language: "go", driver: "pgx"),
    ])
    #expect(configuration.strictErrors)
  }

  @Test(arguments: [
    ("schema: db/migrations", CatalogSource.definitions(.init(["db/migrations"]))), ("schema: [a.sql, b]", .definitions(.init(["a.sql", "b"]))),
    ("schema: db\nephemeral: true\ncollation: C\ntime-zone: UTC", .ephemeral(.init(["db"], collation: "C", timeZone: "UTC"))), ("catalog: shop.json", .snapshot("shop.json")), ("database: x", .server("x")), ("{}", .none),
  ])
  func theSourceOfTheCatalogIsRead(_ text: String, _ source: CatalogSource) throws {
    #expect(try Configuration(yaml: text, path: "x.yml", environment: [:]).catalogSource == source)
  }

  @Test(arguments: ["", "# nothing\n", "---\n"])
  func anEmptyFileSetsNothing(_ text: String) throws {
    #expect(try Configuration(yaml: text, path: "x.yml", environment: [:]) == Configuration())
  }

  @Test(arguments: [
    ("target: mysql-8.4\ndatabse: x\n", 2, "unknown setting \"databse\"", "database, schema, catalog, ephemeral, collation, time-zone, target"),
    ("database: x\nschema: db\n", 2, "`database` and `schema` are different sources", "one of them"),
    ("schema: db\ncatalog: x.json\n", 2, "`schema` and `catalog` are different sources", "one of them"),
    ("catalog: x.json\nephemeral: true\n", 2, "`ephemeral` starts a server", "schema"),
    ("schema:\n  a: b\n", 2, "expected one text", "quotes"),
    ("database: postgresql://${NOT_SET}/x\n", 1, "NOT_SET is not set", "command line"),
    ("exclude: vendor\n", 1, "expected a list", "- "),
    ("strict-errors: maybe\n", 1, "expected true or false", "true or false"),
    ("drivers:\n  - language: cobol\n", 2, "unknown value \"cobol\"", "go"),
    ("drivers:\n  - placeholders: hash\n", 2, "unknown value \"hash\"", "dollar"),
    ("- a\n- b\n", 1, "names with values", "name: value"),
  ])
  func aMistakeIsToldWithItsPlace(_ text: String, _ line: Int, _ message: String, _ help: String) {
    do {
      _ = try Configuration(yaml: text, path: "x.yml", environment: [:])
      Issue.record("no error for \(text)")
    } catch {
      #expect(error.line == line)
      #expect(error.message.contains(message), "\(error.message)")
      #expect(error.help.contains(help), "\(error.help)")
    }
  }

  @Test func aBrokenFileIsNoYAML() {
    #expect(throws: ConfigurationError.self) { try Configuration(yaml: "a: [1,", path: "x.yml", environment: [:]) }
  }
}
