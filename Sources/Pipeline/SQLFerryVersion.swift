/// The product's version, as `--version` and the result document tell it.
package enum SQLFerryVersion {
  package static let current = "0.1.0"
}
