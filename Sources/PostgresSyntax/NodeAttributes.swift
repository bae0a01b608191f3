/// Marks that a node's kind gives meaning to.
package struct NodeAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  package static let negated = Self(bit: 0)
  package static let symmetric = Self(bit: 1)
  package static let star = Self(bit: 2)
  package static let distinct = Self(bit: 3)
  package static let all = Self(bit: 4)
  package static let variadic = Self(bit: 5)
  package static let explicit = Self(bit: 6)
  package static let array = Self(bit: 7)
  package static let setOf = Self(bit: 8)
  package static let leading = Self(bit: 9)
  package static let trailing = Self(bit: 10)
  package static let union = Self(bit: 11)
  package static let intersect = Self(bit: 12)
  package static let except = Self(bit: 13)
  package static let ascending = Self(bit: 14)
  package static let descending = Self(bit: 15)
  package static let nullsFirst = Self(bit: 16)
  package static let nullsLast = Self(bit: 17)
  package static let fetch = Self(bit: 18)
  package static let withTies = Self(bit: 19)
  package static let rows = Self(bit: 20)
  package static let update = Self(bit: 21)
  package static let noKeyUpdate = Self(bit: 22)
  package static let share = Self(bit: 23)
  package static let keyShare = Self(bit: 24)
  package static let nowait = Self(bit: 25)
  package static let skipLocked = Self(bit: 26)
  package static let recursive = Self(bit: 27)
  package static let materialized = Self(bit: 28)
  package static let notMaterialized = Self(bit: 29)
  package static let only = Self(bit: 30)
  package static let lateral = Self(bit: 31)
  package static let ordinality = Self(bit: 32)
  package static let rowsFrom = Self(bit: 33)
  package static let inner = Self(bit: 34)
  package static let left = Self(bit: 35)
  package static let right = Self(bit: 36)
  package static let full = Self(bit: 37)
  package static let cross = Self(bit: 38)
  package static let natural = Self(bit: 39)
  package static let defaultValues = Self(bit: 40)
  package static let overridingSystem = Self(bit: 41)
  package static let overridingUser = Self(bit: 42)
  package static let doNothing = Self(bit: 43)
  package static let doUpdate = Self(bit: 44)
  package static let matched = Self(bit: 45)
  package static let notMatched = Self(bit: 46)
  package static let bySource = Self(bit: 47)
  package static let delete = Self(bit: 48)
  package static let insert = Self(bit: 49)
  package static let or = Self(bit: 50)

  /// The names of the bits, lowest first.
  static let names = """
    negated symmetric star distinct all variadic explicit array setOf leading trailing union intersect except ascending descending \
    nullsFirst nullsLast fetch withTies rows update noKeyUpdate share keyShare nowait skipLocked recursive materialized notMaterialized \
    only lateral ordinality rowsFrom inner left right full cross natural defaultValues overridingSystem overridingUser doNothing \
    doUpdate matched notMatched bySource delete insert or
    """.split(separator: " ").map(String.init)
}
