/// The name of an object in a schema, as the catalog stores it: folded, without quotes.
public struct QualifiedName: Hashable, Sendable {
  package var schema: String
  package var name: String

  package init(_ schema: String, _ name: String) { (self.schema, self.name) = (schema, name) }
}

extension QualifiedName: Comparable {
  public static func < (a: Self, b: Self) -> Bool { a.schema != b.schema ? a.schema < b.schema : a.name < b.name }
}

extension QualifiedName: CustomStringConvertible {
  /// As SQL text: `public.item`, `audit."Entry"`.
  public var description: String { "\(Identifier.quoted(schema)).\(Identifier.quoted(name))" }
}
