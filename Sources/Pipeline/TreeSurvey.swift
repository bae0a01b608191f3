import HostLanguages
import Results
import SourceText

/// What a source tree holds, without a judgement: for `init`.
package struct TreeSurvey: Sendable {
  /// The statements of one driver in one language.
  package struct Group: Hashable, Sendable {
    package var language: String
    package var driver: String
    package var placeholders: PlaceholderStyle
    package var files: Int
    package var statements: Int
    package var fragments: Int
  }

  package var root: String
  /// Files read, those without a statement included.
  package var files: Int
  /// Most statements first.
  package var groups: [Group]
  package var diagnostics: [Diagnostic]
  /// Where the tree seems to keep its DDL, as seen from the working folder: folders and files that define most tables, those with
  /// most first, at most three.
  package var definitions: [String] = []

  package var statements: Int { groups.reduce(0) { $0 + $1.statements } }

  package static func run(_ request: PipelineRequest, progress: @escaping @Sendable (ProgressEvent) -> Void) async -> TreeSurvey {
    let tree = await TreeExtraction(request).run(progress)
    var groups: [String: Group] = [:]
    for file in tree.files {
      var seen = Set<String>()
      for statement in file.statements {
        let key = key(of: statement)
        var group = groups[key] ?? Group(
          language: statement.language, driver: statement.driver.id, placeholders: statement.driver.placeholders, files: 0, statements: 0, fragments: 0)
        if seen.insert(key).inserted { group.files += 1 }
        if statement.kind == .statement { group.statements += 1 } else { group.fragments += 1 }
        groups[key] = group
      }
    }
    return TreeSurvey(
      root: tree.root, files: tree.files.count,
      groups: groups.values.sorted { ($1.statements, $0.language, $0.driver) < ($0.statements, $1.language, $1.driver) },
      diagnostics: tree.diagnostics, definitions: definitions(in: tree))
  }

  /// The folder of SQL files with `CREATE TABLE`, or the file where there is only one.
  private static func definitions(in tree: ExtractedTree) -> [String] {
    var tables: [String: (count: Int, files: [String])] = [:]
    for file in tree.files {
      let count = file.statements.count { $0.language == "sql" && $0.kind == .statement && CreatedNames($0.text).createsTable }
      guard count > 0 else { continue }
      let path = tree.root == "." ? file.found.file : "\(tree.root)/\(file.found.file)"
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      tables[folder, default: (0, [])].count += count
      tables[folder, default: (0, [])].files.append(path)
    }
    let most = tables.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(3)
    return most.map { $0.value.files.count == 1 || $0.key.isEmpty ? $0.value.files[0] : $0.key }
  }

  private static func key(of statement: EmbeddedStatement) -> String {
    "\(statement.language) \(statement.driver.id) \(statement.driver.placeholders.rawValue)"
  }
}
