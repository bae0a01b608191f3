/// Takes an object's fields to or from a snapshot: each object says once, in `SnapshotObject.code`, what fields it has and what is
/// usual, and both directions follow. What is as usual is not written.
protocol FieldCoder {
  /// The place of the object in its list, from 1.
  var position: Int { get }

  mutating func text(_ key: StaticString, _ value: inout String, usual: String?)
  mutating func text(_ key: StaticString, _ value: inout String?)
  mutating func flag(_ key: StaticString, _ value: inout Bool, usual: Bool)
  mutating func number<Number: FixedWidthInteger>(_ key: StaticString, _ value: inout Number, usual: Number?)
  mutating func number(_ key: StaticString, _ value: inout Double, usual: Double)
  mutating func texts(_ key: StaticString, _ values: inout [String])
  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice, usual: Choice?)
  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice?)
  mutating func choices<Choice: SnapshotChoice>(_ key: StaticString, _ values: inout [Choice])

  /// A qualified name as SQL text.
  mutating func name(_ key: StaticString, _ value: inout QualifiedName)
  mutating func name(_ key: StaticString, _ value: inout QualifiedName?)
  mutating func names(_ key: StaticString, _ values: inout [QualifiedName])

  /// A type by its name, 0 is left out.
  mutating func type(_ key: StaticString, _ oid: inout OID)
  /// A type with its modifier: `character varying(20)`.
  mutating func type(_ key: StaticString, _ oid: inout OID, modifier: inout Int32)
  /// The array type over `type`, or over the relation's row type that is yet to be made; its name is written where it is not the usual.
  mutating func arrayType(_ oid: inout OID, of type: PostgresType?)
  mutating func types(_ key: StaticString, _ oids: inout [OID])
  /// An object by its name among those of its kind, 0 is left out.
  mutating func reference(_ key: StaticString, _ oid: inout OID, to kind: ReferenceKind)

  /// Objects, one a line.
  mutating func lines<Object: SnapshotObject>(_ key: StaticString, _ values: inout [Object])
  /// Objects within their owner's line.
  mutating func inline<Object: SnapshotObject>(_ key: StaticString, _ values: inout [Object])
  mutating func inline<Object: SnapshotObject>(_ key: StaticString, _ value: inout Object?)
}

extension FieldCoder {
  mutating func text(_ key: StaticString, _ value: inout String) { text(key, &value, usual: nil) }
  mutating func flag(_ key: StaticString, _ value: inout Bool) { flag(key, &value, usual: false) }
  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice) { choice(key, &value, usual: nil) }
}

/// Kinds of objects, besides types, that others refer to by oid.
enum ReferenceKind: String { case function, `operator`, index }

/// An enumeration whose cases stand in a snapshot by their names.
protocol SnapshotChoice: CaseIterable, Equatable, Sendable {}

/// What stands in a snapshot as an object with fields.
protocol SnapshotObject {
  /// One with nothing filled in.
  static var blank: Self { get }
  mutating func code(_ coder: inout some FieldCoder)
}
