/// A row of the catalog that is shared until it is changed.
///
/// `Function`, `Relation` and their like have up to thirty fields, and are copied wherever something is resolved to them: as a reference to one of
/// these a copy costs one count, not one for each field. They stay values: whoever changes a row that others hold makes a copy first.
/// Package, as the fields are, so that reading one is a load in other modules too.
package final class SharedRow<Fields: Hashable & Sendable>: Hashable, @unchecked Sendable {
  // Changed only by whoever holds the one reference to it, through a property of a value, which Swift checks for exclusive access.
  @exclusivity(unchecked) package var fields: Fields

  package init(_ fields: Fields) { self.fields = fields }

  package static func == (first: SharedRow, second: SharedRow) -> Bool { first === second || first.fields == second.fields }

  package func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}
