/// Why two servers cannot be compared.
package struct ComparisonError: Error, CustomStringConvertible {
  package var description: String
  package init(description: String) { self.description = description }
}
