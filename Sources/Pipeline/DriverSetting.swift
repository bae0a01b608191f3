import HostLanguages
import SourceText

/// A setting of the configuration: the driver and placeholders of the statements of some files.
package struct DriverSetting: Hashable, Sendable {
  /// A pattern in `.gitignore`'s notation, or nil for every file.
  package var path: String?
  /// A host language's id, or nil for every language.
  package var language: String?
  /// A driver's id, or nil to leave the driver as found.
  package var driver: String?
  /// How its statements write placeholders, or nil for the driver's own style.
  package var placeholders: PlaceholderStyle?

  package init(path: String? = nil, language: String? = nil, driver: String? = nil, placeholders: PlaceholderStyle? = nil) {
    (self.path, self.language, self.driver, self.placeholders) = (path, language, driver, placeholders)
  }

  /// The ids of the host languages, sorted.
  package static let languages = (HostLanguage.all.map(\.id) + [HostLanguage.sqlFileID]).sorted()
  /// The ids of the drivers, sorted.
  package static let driverNames = Set(HostLanguage.all.flatMap { $0.drivers.map(\.driver.id) }).sorted()
}
