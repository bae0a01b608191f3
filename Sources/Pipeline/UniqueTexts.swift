import HostLanguages
import Results
import SourceText

/// The texts of a tree's statements, each once: equal statements are judged once.
struct UniqueTexts: Sendable {
  private(set) var subjects: [StatementSubject] = []
  private var appliedTexts: [Bool] = []
  private var numbersByFile: [[Int]] = []

  init(_ files: [ExtractedFile]) {
    var numbers: [Key: Int] = [:]
    for file in files {
      numbersByFile.append(
        zip(file.statements, file.applied).map { statement, isApplied in
          let key = Key(subject: StatementSubject(statement), isApplied: isApplied)
          if let known = numbers[key] { return known }
          numbers[key] = subjects.count
          subjects.append(key.subject)
          appliedTexts.append(key.isApplied)
          return subjects.count - 1
        })
    }
  }

  /// For each statement of a file, in order, the number of its text in `subjects`.
  func numbers(ofFile index: Int) -> [Int] { numbersByFile[index] }

  /// For each of some texts whether sqlferry wrote it.
  func applied(_ numbers: Range<Int>) -> [Bool] { Array(appliedTexts[numbers]) }

  /// Files that follow each other, with the texts that stand in them and in none before.
  struct Portion: Hashable, Sendable {
    var files: Range<Int>
    var texts: Range<Int>
  }

  /// All files and all texts, in order: texts are numbered as they come up in the files.
  ///
  /// - Parameters:
  ///   - texts: So many new texts make a portion; the first holds fewer, so that something is there soon.
  ///   - files: So many files make one, whatever stands in them.
  func portions(texts limit: Int = 1024, files fileLimit: Int = 1024) -> [Portion] {
    var portions: [Portion] = []
    var (firstFile, firstText, nextText) = (0, 0, 0)
    for (file, numbers) in numbersByFile.enumerated() {
      nextText = max(nextText, (numbers.max() ?? -1) + 1)
      let isFull = nextText - firstText >= (portions.isEmpty ? limit / 8 : limit) || file + 1 - firstFile >= fileLimit
      guard isFull || file + 1 == numbersByFile.count else { continue }
      portions.append(Portion(files: firstFile..<file + 1, texts: firstText..<nextText))
      (firstFile, firstText) = (file + 1, nextText)
    }
    return portions
  }

  private struct Key: Hashable {
    var subject: StatementSubject
    var isApplied: Bool
  }
}

extension StatementSubject {
  init(_ statement: EmbeddedStatement) {
    self.init(
      text: statement.text, isFragment: statement.kind == .fragment, driver: statement.driver.id,
      returningHelp: statement.driver.returningHelp, driverGivesTypes: Self.typingDrivers.contains(statement.driver.id),
      readsColumnsByName: statement.driver.readsColumnsByName)
  }

  /// psycopg writes values into the text or sends their types; JDBC's setters name the type.
  private static let typingDrivers: Set<String> = ["jdbc", "psycopg", "spring", "spring-named"]
}
