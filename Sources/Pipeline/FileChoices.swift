import Foundation
import HostLanguages
import Scanner

/// What a request says of single files: which are left out, and whose driver is not the one found.
struct FileChoices: Sendable {
  private struct Rule: Sendable {
    var patterns: PathPatterns?
    var language: String?
    var choice: DriverChoice
  }

  private let excluded: PathPatterns?
  private let rules: [Rule]
  private let workingFolder: String

  init(_ request: PipelineRequest) {
    let workingFolder = FileManager.default.currentDirectoryPath
    let folder = request.patternFolder ?? workingFolder
    self.workingFolder = workingFolder
    excluded = request.exclude.isEmpty ? nil : PathPatterns(request.exclude, folder: folder)
    rules = request.drivers.map { setting in
      Rule(
        patterns: setting.path.map { PathPatterns([$0], folder: folder) }, language: setting.language,
        choice: DriverChoice(driver: setting.driver, placeholders: setting.placeholders))
    }
  }

  func excludes(_ file: FoundFile) -> Bool { excluded?.match(file, workingFolder: workingFolder) ?? false }

  /// The choice of the first rule that fits a file.
  func choice(for file: FoundFile) -> DriverChoice? {
    let language = HostLanguage.isSQLFile(path: file.file) ? HostLanguage.sqlFileID : HostLanguage.of(path: file.file)?.id
    return rules.first { rule in
      (rule.language == nil || rule.language == language) && (rule.patterns?.match(file, workingFolder: workingFolder) ?? true)
    }?.choice
  }
}
