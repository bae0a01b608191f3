import MySQLTarget
import Testing

@Suite struct TargetNameTests {
  @Test(arguments: [
    ("mysql-8.0", Target.Service.mysql, Target.Version(8, 0, 23)),
    ("mysql-8.0.36", .mysql, Target.Version(8, 0, 36)),
    ("mysql-8.4", .mysql, Target.Version(8, 4)),
    ("mysql-9.7", .mysql, Target.Version(9, 7)),
    ("rds-mysql-8.4", .rds, Target.Version(8, 4)),
    ("aurora-mysql-3.04", .aurora, Target.Version(8, 0, 28)),
    ("aurora-mysql-3.04.2", .aurora, Target.Version(8, 0, 28)),
  ])
  func accepted(name: String, service: Target.Service, version: Target.Version) throws {
    #expect(try Target(named: name) == Target(service: service, version: version, name: name))
  }

  @Test(arguments: ["", "mysql", "mysql-", "mysql-8", "mysql-8.1", "mysql-8.4.1.2", "mysql-99999999999999999999.1", "aurora-mysql-2.11",
    "rds-mysql-9.7", "postgres-15", "MySQL-8.4", "mysql-8.4 "])
  func refused(name: String) {
    let error = #expect(throws: Target.NameError.unknownName(name)) { try Target(named: name) }
    #expect("\(error as Any)".contains("mysql-8.4"))
  }

  @Test func tooOld() {
    #expect(throws: Target.NameError.tooOld(Target.Version(8, 0, 11))) { try Target(named: "mysql-8.0.11") }
    #expect(throws: Target.NameError.tooOld(Target.Version(5, 7, 44))) { try Target.detected(version: "5.7.44-log", comment: "") }
  }

  @Test(arguments: [
    ("9.7.4-2", "(Debian)", nil, "", "mysql-9.7"),
    ("8.0.36", "Source distribution", nil, "/rdsdbbin/mysql-8.0.36.R2/", "rds-mysql-8.0"),
    ("8.0.28", "Source distribution", "3.04.0", "/rdsdbbin/oscar/", "aurora-mysql-3.04"),
    ("8.4.3-log", "MySQL Community Server - GPL", nil, "/usr/", "mysql-8.4"),
  ])
  func detected(version: String, comment: String, aurora: String?, directory: String, name: String) throws {
    let target = try Target.detected(version: version, comment: comment, auroraVersion: aurora, baseDirectory: directory)
    #expect(target.name == name)
    #expect(version.hasPrefix("\(target.version)"))
  }

  @Test(arguments: ["10.11.4-MariaDB-1:10.11.4+maria~deb12", "5.7.25-TiDB-v7.1.0"])
  func forks(version: String) { #expect(throws: Target.NameError.self) { try Target.detected(version: version, comment: "") } }

  @Test func unreadable() {
    #expect(throws: Target.NameError.unreadableVersion("?")) { try Target.detected(version: "?", comment: "") }
  }
}
