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

  /// Whether sqlferry wrote that text.
  func isApplied(_ number: Int) -> Bool { appliedTexts[number] }

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
