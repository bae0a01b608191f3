import SourceText

/// Writes fields of objects as JSON. A number that JavaScript's numbers cannot hold is written all the same: JSON has no limit.
struct SnapshotEncoder: FieldCoder {
  private(set) var position = 1
  private var writer = JSONWriter()
  private let names: SnapshotNames
  /// Names of functions, operators and indexes by their oids.
  private let references: [ReferenceKind: [OID: String]]
  private var indent = 2

  init(_ names: SnapshotNames, references: [ReferenceKind: [OID: String]]) { (self.names, self.references) = (names, references) }

  /// An object as it stands in a list of the top level.
  mutating func object(_ object: some SnapshotObject) -> [UInt8] {
    writer.removeAll()
    (position, indent) = (1, 2)
    var object = object
    write(&object)
    return writer.bytes
  }

  private mutating func write(_ object: inout some SnapshotObject) {
    writer.openObject()
    object.code(&self)
    writer.closeObject()
  }

  mutating func text(_ key: StaticString, _ value: inout String, usual: String?) {
    if value != usual { writer.field(key, value) }
  }

  mutating func text(_ key: StaticString, _ value: inout String?) {
    if let value { writer.field(key, value) }
  }

  mutating func flag(_ key: StaticString, _ value: inout Bool, usual: Bool) {
    if value != usual { writer.field(key, value) }
  }

  mutating func number<Number: FixedWidthInteger>(_ key: StaticString, _ value: inout Number, usual: Number?) {
    if value != usual { writer.field(key, Int(truncatingIfNeeded: value)) }
  }

  mutating func number(_ key: StaticString, _ value: inout Double, usual: Double) {
    guard value != usual else { return }
    writer.key(key)
    writer.value(value)
  }

  mutating func texts(_ key: StaticString, _ values: inout [String]) {
    guard !values.isEmpty else { return }
    let values = values
    writer.key(key)
    writer.array { writer in for value in values { writer.value(value) } }
  }

  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice, usual: Choice?) {
    if value != usual { writer.field(key, "\(value)") }
  }

  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice?) {
    if let value { writer.field(key, "\(value)") }
  }

  mutating func choices<Choice: SnapshotChoice>(_ key: StaticString, _ values: inout [Choice]) {
    var names = values.map { "\($0)" }
    texts(key, &names)
  }

  mutating func name(_ key: StaticString, _ value: inout QualifiedName) { writer.field(key, value.description) }

  mutating func name(_ key: StaticString, _ value: inout QualifiedName?) {
    if let value { writer.field(key, value.description) }
  }

  mutating func names(_ key: StaticString, _ values: inout [QualifiedName]) {
    var texts = values.map(\.description)
    self.texts(key, &texts)
  }

  mutating func type(_ key: StaticString, _ oid: inout OID) {
    if oid != 0, let name = names.type(oid) { writer.field(key, name) }
  }

  /// A modifier whose text would not give it back is written as a number of its own.
  mutating func type(_ key: StaticString, _ oid: inout OID, modifier: inout Int32) {
    guard oid != 0, let bare = names.type(oid), let full = names.type(oid, modifier: modifier) else { return }
    if let parts = TypeNameParts(full), parts.name == bare, parts.modifier == modifier { return writer.field(key, full) }
    writer.field(key, bare)
    if modifier != -1 { writer.field("modifier", Int(modifier)) }
  }

  mutating func types(_ key: StaticString, _ oids: inout [OID]) {
    var texts = oids.map { names.type($0) ?? SnapshotNames.noType }
    self.texts(key, &texts)
  }

  mutating func arrayType(_ oid: inout OID, of type: PostgresType?) {
    let usual = type.flatMap(SnapshotNames.usualArrayName)
    let name = names.typeName(oid)
    if name != usual { writer.field("array", name ?? "") }
  }

  mutating func reference(_ key: StaticString, _ oid: inout OID, to kind: ReferenceKind) {
    guard oid != 0, let name = references[kind]?[oid] else { return }
    writer.field(key, name)
  }

  mutating func lines<Object: SnapshotObject>(_ key: StaticString, _ values: inout [Object]) {
    guard !values.isEmpty else { return }
    writer.lineBreak(indent: indent)
    writer.key(key)
    writer.openArray()
    let outside = position
    for number in values.indices {
      writer.lineBreak(indent: indent + 2)
      position = number + 1
      write(&values[number])
    }
    position = outside
    writer.closeArray()
  }

  mutating func inline<Object: SnapshotObject>(_ key: StaticString, _ values: inout [Object]) {
    guard !values.isEmpty else { return }
    writer.key(key)
    writer.openArray()
    let outside = position
    for number in values.indices {
      position = number + 1
      write(&values[number])
    }
    position = outside
    writer.closeArray()
  }

  mutating func inline<Object: SnapshotObject>(_ key: StaticString, _ value: inout Object?) {
    guard var object = value else { return }
    writer.key(key)
    write(&object)
  }
}
