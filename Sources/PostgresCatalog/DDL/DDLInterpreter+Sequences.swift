import PostgresSyntax

/// A sequence that comes with a column.
struct PendingSequence {
  var column: String
  var type: OID
  var options: [NodeID]
  var isIdentity: Bool
}

/// Sequences (`generateSerialExtraStmts`, `init_params` in `sequence.c`).
extension DDLInterpreter {
  mutating func createSequence(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let name = try creationName(node, isTemporary: words(id).contains(.temporary))
    if try exists(name, node, isAllowed: words(id).contains(.ifNotExists)) { return }
    try addSequence(name, type: .int8, children(id, .option), owner: nil, isUnlogged: words(id).contains(.unlogged))
  }

  /// The sequence of a serial or identity column.
  mutating func makeSequence(_ pending: PendingSequence, of table: OID) {
    guard let relation = state.relations[table] else { return }
    let given = pending.options.first { kind($0) == .sequenceOther && child($0, .name) != nil }.flatMap { child($0, .name) }.map { names($0) }
    let name = given?.last ?? ObjectNames.unused(relation.name, pending.column, "seq") { state.isTaken(QualifiedName(relation.schema, $0)) }
    let place = QualifiedName(given.flatMap { $0.count > 1 ? $0[$0.count - 2] : nil } ?? relation.schema, name)
    let owner = SequenceOptions.Owner(relation: relation.qualifiedName, column: pending.column, isIdentity: pending.isIdentity)
    let isUnlogged = relation.persistence == .unlogged
    do throws(DDLError) {
      try addSequence(place, type: pending.type, pending.options, owner: owner, isUnlogged: isUnlogged)
    } catch {
      report(error, at: tree[error.node ?? tree.root].range)
    }
    guard !pending.isIdentity, let column = relation.columns.firstIndex(where: { $0.name == pending.column }) else { return }
    state.relations[table]?.columns[column].defaultExpression = "nextval(\(Self.literal(place.description))::regclass)"
  }

  /// Text as a string literal.
  static func literal(_ text: String) -> String {
    let quoted = "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    return text.contains("\\") ? "E" + quoted.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\") : quoted
  }

  private mutating func addSequence(
    _ name: QualifiedName, type: OID, _ options: [NodeID], owner: SequenceOptions.Owner?, isUnlogged: Bool
  ) throws(DDLError) {
    var relation = Relation(oid: state.newOID(), schema: name.schema, name: name.name, kind: .sequence, rowType: 0)
    relation.columns = [
      Column(number: 1, name: "last_value", type: .int8, isNotNull: true), Column(number: 2, name: "log_cnt", type: .int8, isNotNull: true),
      Column(number: 3, name: "is_called", type: .bool, isNotNull: true),
    ]
    if isUnlogged { relation.persistence = .unlogged }
    if name.schema == Self.temporarySchema { relation.persistence = .temporary }
    var settings = SequenceSettings(type: type)
    try read(options, into: &settings)
    relation.sequence = settings.made(owner: settings.owner ?? owner)
    state.add(relation)
  }

  mutating func alterSequence(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    guard let oid = relation(names(node)), let sequence = state.relations[oid]?.sequence else {
      if words(id).contains(.ifExists) { return }
      throw DDLError("42P01", "relation \"\(names(node).joined(separator: "."))\" does not exist", at: node)
    }
    try change(oid, sequence, children(id, .option))
  }

  /// Changes a sequence by options of ALTER SEQUENCE or of an identity column.
  mutating func change(_ oid: OID, _ sequence: SequenceOptions, _ options: [NodeID]) throws(DDLError) {
    var settings = SequenceSettings(of: sequence)
    try read(options, into: &settings)
    let loses = options.contains { kind($0) == .sequenceOwner } && settings.owner == nil
    state.relations[oid]?.sequence = settings.made(owner: loses ? nil : settings.owner ?? sequence.owner)
  }

  private func read(_ options: [NodeID], into settings: inout SequenceSettings) throws(DDLError) {
    for option in options {
      let number = child(option, .value).flatMap { integer($0) }
      switch kind(option) {
      case .sequenceType: if let node = child(option, .type) { settings.change(type: try type(node).oid) }
      case .sequenceCache: settings.cache = number ?? settings.cache
      case .sequenceCycle: settings.isCycling = !tree[option].attributes.contains(.negated)
      case .sequenceIncrement: settings.increment = number ?? settings.increment
      case .sequenceMaximum: settings.maximum = number
      case .sequenceMinimum: settings.minimum = number
      case .sequenceStart: settings.start = number
      case .sequenceOwner: settings.owner = try owner(option)
      default: break
      }
    }
  }

  private func owner(_ option: NodeID) throws(DDLError) -> SequenceOptions.Owner? {
    let parts = child(option, .name).map { names($0) } ?? []
    guard parts.count > 1 else { return nil }
    guard let oid = relation(Array(parts.dropLast())), let table = state.relations[oid] else {
      throw DDLError("42P01", "relation \"\(parts.dropLast().joined(separator: "."))\" does not exist", at: option)
    }
    return SequenceOptions.Owner(relation: table.qualifiedName, column: parts[parts.count - 1])
  }
}

/// What a sequence's options say; nil for a default.
private struct SequenceSettings {
  var type: OID
  var start: Int64?
  var increment: Int64 = 1
  var minimum: Int64?
  var maximum: Int64?
  var cache: Int64 = 1
  var isCycling = false
  var owner: SequenceOptions.Owner?

  init(type: OID) { self.type = type }

  init(of options: SequenceOptions) {
    (type, start, increment, minimum, maximum) = (options.type, options.start, options.increment, options.minimum, options.maximum)
    (cache, isCycling) = (options.cache, options.isCycling)
  }

  /// A bound that was the old type's own becomes that of the new one.
  mutating func change(type new: OID) {
    let old = SequenceOptions(type: type, increment: increment)
    if maximum == old.maximum { maximum = nil }
    if minimum == old.minimum { minimum = nil }
    type = new
  }

  func made(owner: SequenceOptions.Owner?) -> SequenceOptions {
    SequenceOptions(
      type: type, start: start, increment: increment, minimum: minimum, maximum: maximum, cache: cache, isCycling: isCycling, owner: owner)
  }
}
