import HostLanguages
import SourceText

/// A driver and placeholder style that somebody chose for a file, instead of what its imports and texts tell.
package struct DriverChoice: Hashable, Sendable {
  /// A driver's id, or nil to leave it as found. An id that the file's language does not have is passed over.
  package var driver: String?
  /// Nil for the driver's own style.
  package var placeholders: PlaceholderStyle?

  package init(driver: String? = nil, placeholders: PlaceholderStyle? = nil) { (self.driver, self.placeholders) = (driver, placeholders) }

  /// The chosen driver among those of a language, instead of the one found.
  func rule(among rules: [DriverRule], insteadOf found: DriverRule) -> DriverRule {
    var rule = rules.first { $0.driver.id == driver } ?? found
    rule.driver = withPlaceholders(rule.driver)
    return rule
  }

  /// The driver with the chosen style. MySQL's drivers keep names and `%s`; numbers become `?`.
  func withPlaceholders(_ driver: Driver) -> Driver {
    guard let placeholders, placeholders != driver.placeholders else { return driver }
    var driver = driver
    driver.placeholders = placeholders
    switch placeholders {
    case .percent, .colon: driver.targetPlaceholders = placeholders
    case .dollar, .question, .at, .none: driver.targetPlaceholders = driver.targetPlaceholders == .percent ? .percent : .question
    }
    return driver
  }
}
