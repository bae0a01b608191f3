/// Words of a utility statement, or of a part of one, that are there or not: `tree[id].words.contains(.ifNotExists)`.
///
/// The comment at a node's kind says which of them it may have.
package struct OptionalWords: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package static var ifExists: Self { Self(rawValue: 1 << 0) }
  package static var ifNotExists: Self { Self(rawValue: 1 << 1) }
  package static var orReplace: Self { Self(rawValue: 1 << 2) }
  package static var temporary: Self { Self(rawValue: 1 << 3) }
  package static var unlogged: Self { Self(rawValue: 1 << 4) }
  package static var concurrently: Self { Self(rawValue: 1 << 5) }
  package static var unique: Self { Self(rawValue: 1 << 6) }
  package static var cascade: Self { Self(rawValue: 1 << 7) }
  package static var restrict: Self { Self(rawValue: 1 << 8) }
  package static var deferrable: Self { Self(rawValue: 1 << 9) }
  package static var notDeferrable: Self { Self(rawValue: 1 << 10) }
  package static var initiallyDeferred: Self { Self(rawValue: 1 << 11) }
  package static var initiallyImmediate: Self { Self(rawValue: 1 << 12) }
  package static var notValid: Self { Self(rawValue: 1 << 13) }
  package static var noInherit: Self { Self(rawValue: 1 << 14) }
  package static var inherit: Self { Self(rawValue: 1 << 15) }
  package static var enforced: Self { Self(rawValue: 1 << 16) }
  package static var notEnforced: Self { Self(rawValue: 1 << 17) }
  package static var withData: Self { Self(rawValue: 1 << 18) }
  package static var withNoData: Self { Self(rawValue: 1 << 19) }
  package static var dropOnCommit: Self { Self(rawValue: 1 << 20) }
  package static var deleteOnCommit: Self { Self(rawValue: 1 << 21) }
  package static var preserveOnCommit: Self { Self(rawValue: 1 << 22) }
  package static var nullsDistinct: Self { Self(rawValue: 1 << 23) }
  package static var nullsNotDistinct: Self { Self(rawValue: 1 << 24) }
  package static var withoutOverlaps: Self { Self(rawValue: 1 << 25) }
  package static var period: Self { Self(rawValue: 1 << 26) }
  package static var matchFull: Self { Self(rawValue: 1 << 27) }
  package static var matchPartial: Self { Self(rawValue: 1 << 28) }
  package static var matchSimple: Self { Self(rawValue: 1 << 29) }
  package static var always: Self { Self(rawValue: 1 << 30) }
  package static var byDefault: Self { Self(rawValue: 1 << 31) }
  package static var stored: Self { Self(rawValue: 1 << 32) }
  package static var virtual: Self { Self(rawValue: 1 << 33) }
  package static var before: Self { Self(rawValue: 1 << 34) }
  package static var after: Self { Self(rawValue: 1 << 35) }
  package static var insteadOf: Self { Self(rawValue: 1 << 36) }
  package static var forEachRow: Self { Self(rawValue: 1 << 37) }
  package static var forEachStatement: Self { Self(rawValue: 1 << 38) }
  package static var constraint: Self { Self(rawValue: 1 << 39) }
  package static var old: Self { Self(rawValue: 1 << 40) }
  package static var new: Self { Self(rawValue: 1 << 41) }
  package static var table: Self { Self(rawValue: 1 << 42) }
  package static var instead: Self { Self(rawValue: 1 << 43) }
  package static var checkOption: Self { Self(rawValue: 1 << 44) }
  package static var cascaded: Self { Self(rawValue: 1 << 45) }
  package static var local: Self { Self(rawValue: 1 << 46) }
  package static var session: Self { Self(rawValue: 1 << 47) }
  package static var fromCurrent: Self { Self(rawValue: 1 << 48) }
  package static var chain: Self { Self(rawValue: 1 << 49) }
  package static var noChain: Self { Self(rawValue: 1 << 50) }
  package static var grantOption: Self { Self(rawValue: 1 << 51) }
  package static var allInSchema: Self { Self(rawValue: 1 << 52) }
  package static var defaultPrivileges: Self { Self(rawValue: 1 << 53) }
  package static var restartIdentity: Self { Self(rawValue: 1 << 54) }
  package static var continueIdentity: Self { Self(rawValue: 1 << 55) }
  package static var onEmpty: Self { Self(rawValue: 1 << 56) }
  package static var rule: Self { Self(rawValue: 1 << 57) }
  package static var force: Self { Self(rawValue: 1 << 58) }
  package static var `in`: Self { Self(rawValue: 1 << 59) }
  package static var out: Self { Self(rawValue: 1 << 60) }
  package static var program: Self { Self(rawValue: 1 << 61) }
  package static var analyze: Self { Self(rawValue: 1 << 62) }
  package static var verbose: Self { Self(rawValue: 1 << 63) }

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
