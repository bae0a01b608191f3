/// What a sequence counts: a row of `pg_sequence`.
public struct SequenceOptions: Hashable, Sendable {
  /// The column that a sequence goes with.
  public struct Owner: Hashable, Sendable {
    package var relation: QualifiedName
    package var column: String
    /// Whether it is the sequence of an identity column; else `OWNED BY` (serial).
    package var isIdentity: Bool

    package init(relation: QualifiedName, column: String, isIdentity: Bool = false) {
      (self.relation, self.column, self.isIdentity) = (relation, column, isIdentity)
    }
  }

  /// `int2`, `int4` or `int8`.
  package var type: OID
  package var start: Int64
  package var increment: Int64
  package var minimum: Int64
  package var maximum: Int64
  package var cache: Int64
  package var isCycling: Bool
  package var owner: Owner?

  /// - Parameters: nil for the default of `CREATE SEQUENCE`, which depends on type and direction.
  package init(
    type: OID = .int8, start: Int64? = nil, increment: Int64 = 1, minimum: Int64? = nil, maximum: Int64? = nil, cache: Int64 = 1,
    isCycling: Bool = false, owner: Owner? = nil
  ) {
    let (least, greatest): (Int64, Int64) =
      switch type {
      case .int2: (Int64(Int16.min), Int64(Int16.max))
      case .int4: (Int64(Int32.min), Int64(Int32.max))
      default: (.min, .max)
      }
    self.minimum = minimum ?? (increment < 0 ? least : 1)
    self.maximum = maximum ?? (increment < 0 ? -1 : greatest)
    self.start = start ?? (increment < 0 ? self.maximum : self.minimum)
    (self.type, self.increment, self.cache, self.isCycling, self.owner) = (type, increment, cache, isCycling, owner)
  }
}

extension Catalog {
  /// Sets `Column.sequence` of every column that a sequence names as its owner and that draws from it: identity columns, and those
  /// whose `isSerial` is set. Of several, the identity's and then the first by name counts.
  package mutating func linkSequences() {
    var owned: [QualifiedName: [(column: String, isIdentity: Bool, sequence: QualifiedName)]] = [:]
    for relation in relations {
      guard let owner = relation.sequence?.owner else { continue }
      owned[owner.relation, default: []].append((owner.column, owner.isIdentity, relation.qualifiedName))
    }
    for place in relations.indices {
      guard let sequences = owned[relations[place].qualifiedName] else { continue }
      for number in relations[place].columns.indices {
        let column = relations[place].columns[number]
        guard column.isSerial || column.identity != nil else { continue }
        let candidates = sequences.filter { $0.column == column.name }
        relations[place].columns[number].sequence =
          (candidates.filter(\.isIdentity).map(\.sequence).min() ?? candidates.map(\.sequence).min())
      }
    }
  }
}
