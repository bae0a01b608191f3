/// What conversion knows of the calling code.
package struct ConversionHost: Hashable, Sendable {
  /// The driver's id: `pgx`, `psycopg`…
  package var driver: String
  /// Whether the code reads result columns by name, so that their names must stay.
  package var readsColumnsByName: Bool
  /// What to do about RETURNING in this driver, one sentence.
  package var returningHelp: String

  package init(driver: String = "", readsColumnsByName: Bool = false, returningHelp: String = "") {
    (self.driver, self.readsColumnsByName, self.returningHelp) = (driver, readsColumnsByName, returningHelp)
  }
}
