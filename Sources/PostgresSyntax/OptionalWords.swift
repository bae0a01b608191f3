/// Words of a utility statement, or of a part of one, that are there or not: `tree[id].words.contains(.ifNotExists)`.
///
/// The comment at a node's kind says which of them it may have.
package struct OptionalWords: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  package static let ifExists = Self(bit: 0)
  package static let ifNotExists = Self(bit: 1)
  package static let orReplace = Self(bit: 2)
  package static let temporary = Self(bit: 3)
  package static let unlogged = Self(bit: 4)
  package static let concurrently = Self(bit: 5)
  package static let unique = Self(bit: 6)
  package static let cascade = Self(bit: 7)
  package static let restrict = Self(bit: 8)
  package static let deferrable = Self(bit: 9)
  package static let notDeferrable = Self(bit: 10)
  package static let initiallyDeferred = Self(bit: 11)
  package static let initiallyImmediate = Self(bit: 12)
  package static let notValid = Self(bit: 13)
  package static let noInherit = Self(bit: 14)
  package static let inherit = Self(bit: 15)
  package static let enforced = Self(bit: 16)
  package static let notEnforced = Self(bit: 17)
  package static let withData = Self(bit: 18)
  package static let withNoData = Self(bit: 19)
  package static let dropOnCommit = Self(bit: 20)
  package static let deleteOnCommit = Self(bit: 21)
  package static let preserveOnCommit = Self(bit: 22)
  package static let nullsDistinct = Self(bit: 23)
  package static let nullsNotDistinct = Self(bit: 24)
  package static let withoutOverlaps = Self(bit: 25)
  package static let period = Self(bit: 26)
  package static let matchFull = Self(bit: 27)
  package static let matchPartial = Self(bit: 28)
  package static let matchSimple = Self(bit: 29)
  package static let always = Self(bit: 30)
  package static let byDefault = Self(bit: 31)
  package static let stored = Self(bit: 32)
  package static let virtual = Self(bit: 33)
  package static let before = Self(bit: 34)
  package static let after = Self(bit: 35)
  package static let insteadOf = Self(bit: 36)
  package static let forEachRow = Self(bit: 37)
  package static let forEachStatement = Self(bit: 38)
  package static let constraint = Self(bit: 39)
  package static let old = Self(bit: 40)
  package static let new = Self(bit: 41)
  package static let table = Self(bit: 42)
  package static let instead = Self(bit: 43)
  package static let checkOption = Self(bit: 44)
  package static let cascaded = Self(bit: 45)
  package static let local = Self(bit: 46)
  package static let session = Self(bit: 47)
  package static let fromCurrent = Self(bit: 48)
  package static let chain = Self(bit: 49)
  package static let noChain = Self(bit: 50)
  package static let grantOption = Self(bit: 51)
  package static let allInSchema = Self(bit: 52)
  package static let defaultPrivileges = Self(bit: 53)
  package static let restartIdentity = Self(bit: 54)
  package static let continueIdentity = Self(bit: 55)
  package static let onEmpty = Self(bit: 56)
  package static let rule = Self(bit: 57)
  package static let force = Self(bit: 58)
  package static let `in` = Self(bit: 59)
  package static let out = Self(bit: 60)
  package static let program = Self(bit: 61)
  package static let analyze = Self(bit: 62)
  package static let verbose = Self(bit: 63)

  /// The names of the bits, lowest first.
  static let names = """
    ifExists ifNotExists orReplace temporary unlogged concurrently unique cascade restrict deferrable notDeferrable \
    initiallyDeferred initiallyImmediate notValid noInherit inherit enforced notEnforced withData withNoData \
    dropOnCommit deleteOnCommit preserveOnCommit nullsDistinct nullsNotDistinct withoutOverlaps period matchFull \
    matchPartial matchSimple always byDefault stored virtual before after insteadOf forEachRow forEachStatement \
    constraint old new table instead checkOption cascaded local session fromCurrent chain noChain grantOption \
    allInSchema defaultPrivileges restartIdentity continueIdentity onEmpty rule force in out program analyze verbose
    """.split(separator: " ").map(String.init)
}
