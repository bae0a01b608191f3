import SourceText

/// Puts the files of a folder into the order in which its migration tool runs them.
///
///     let sequence = MigrationOrder.sequence(of: files)
///     sequence.scripts          // forward parts only, ready for `DDLLoader` or a private server
///     sequence.diagnostics      // files that are left out, and why
///
/// Understood: Flyway (`V1.2__x.sql`, baselines, `R__` last, `U` left out), golang-migrate, sqlx and others (`.up.sql` without `.down.sql`),
/// Diesel and Hasura (`x/up.sql`), Prisma (`x/migration.sql`), sections in one file (see `MigrationSections`), schema dumps (Rails'
/// `structure.sql`, dbmate's `schema.sql`), which go before the migrations that made them, and plainly numbered files.
package struct MigrationSequence: Sendable {
  package var scripts: [SchemaFile] = []
  package var diagnostics: [Diagnostic] = []
}

package enum MigrationOrder {
  /// Whether a file of a folder holds SQL by its name.
  package static func isScript(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".sql", ".psql", ".pgsql", ".ddl"].contains { name.hasSuffix($0) }
  }

  /// - Parameter files: Those of one folder, in any order, or one file.
  package static func sequence(of files: [SchemaFile]) -> MigrationSequence {
    var sequence = MigrationSequence()
    var kept = files.filter { isForward($0.name, among: files) }.sorted { NaturalOrder.precedes($0.name, $1.name) }
    kept = dumpAlone(kept, &sequence) ?? flyway(kept, &sequence) ?? kept
    sequence.scripts = kept.map { SchemaFile(name: $0.name, bytes: MigrationSections.forward($0.bytes)) }
    return sequence
  }

  private static func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

  private static let backwardEndings = [".down.sql", ".undo.sql", ".rollback.sql", ".revert.sql", "_down.sql", "_rollback.sql"]

  /// A file given alone is always taken.
  private static func isForward(_ path: String, among files: [SchemaFile]) -> Bool {
    if files.count == 1 { return true }
    let name = fileName(path).lowercased()
    if name == "down.sql" || backwardEndings.contains(where: { name.hasSuffix($0) }) { return false }
    // Sqitch keeps its three directions apart.
    let folders = path.split(separator: "/").dropLast().map { $0.lowercased() }
    guard folders.contains("revert") || folders.contains("verify") else { return true }
    return !files.contains { $0.name.lowercased().split(separator: "/").dropLast().contains("deploy") }
  }

  /// A dump of the whole schema beside the migrations that led to it.
  private static func dumpAlone(_ files: [SchemaFile], _ sequence: inout MigrationSequence) -> [SchemaFile]? {
    guard files.count > 1 else { return nil }
    let dumps = files.filter { ["structure.sql", "schema.sql"].contains(fileName($0.name).lowercased()) || isDump($0.bytes) }
    guard dumps.count == 1, let dump = dumps.first else { return nil }
    let migrations = files.filter { $0.name != dump.name && fileName($0.name).first.map { $0.isNumber || $0 == "V" } == true }
    let others = files.count - 1 - migrations.count
    guard isDump(dump.bytes) || (!migrations.isEmpty && others == 0 && depth(dump.name) < depth(migrations[0].name)) else { return nil }
    sequence.diagnostics.append(
      Diagnostic(
        file: dump.name, rule: "schema-dump", severity: .info,
        message: "\"\(dump.name)\" is a dump of the whole schema; \(files.count - 1) other files are not read",
        help: "name the folder of the migrations to read them instead"))
    return [dump]
  }

  private static func depth(_ path: String) -> Int { path.split(separator: "/").count }

  /// The head that pg_dump writes.
  static func isDump(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(200), as: UTF8.self).contains("-- PostgreSQL database dump")
  }

  private static func flyway(_ files: [SchemaFile], _ sequence: inout MigrationSequence) -> [SchemaFile]? {
    guard files.count > 1 else { return nil }
    var (named, others) = ([(name: FlywayName, file: SchemaFile)](), [SchemaFile]())
    for file in files {
      if let name = FlywayName(fileName: fileName(file.name)) { named.append((name, file)) } else { others.append(file) }
    }
    guard named.count > others.count else { return nil }
    for file in others {
      sequence.diagnostics.append(
        Diagnostic(
          file: file.name, rule: "not-a-migration", severity: .warning,
          message: "\"\(file.name)\" is not named as Flyway names migrations and is not read",
          help: "name the file itself to read it"))
    }
    // A baseline stands for itself and everything before it.
    let baseline = named.filter { $0.name.kind == .baseline }.map(\.name.version).max { FlywayName.compare($0, $1) < 0 }
    let kept = named.filter { entry in
      switch entry.name.kind {
      case .undo: return false
      case .repeatable: return true
      case .baseline: return entry.name.version == baseline
      case .versioned: return baseline.map { FlywayName.compare(entry.name.version, $0) > 0 } ?? true
      }
    }
    return kept.sorted { FlywayName.precedes($0.name, $1.name) }.map(\.file)
  }
}
