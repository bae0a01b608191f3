/// Words of a utility statement, or of a part of one, that are there or not: `tree[id].words.contains(.ifNotExists)`.
///
/// The comment at a node's kind says which of them it may have.
public struct OptionalWords: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable public static var ifExists: Self { Self(rawValue: 1 << 0) }
  @inlinable public static var ifNotExists: Self { Self(rawValue: 1 << 1) }
  @inlinable public static var orReplace: Self { Self(rawValue: 1 << 2) }
  @inlinable public static var temporary: Self { Self(rawValue: 1 << 3) }
  @inlinable public static var unlogged: Self { Self(rawValue: 1 << 4) }
  @inlinable public static var concurrently: Self { Self(rawValue: 1 << 5) }
  @inlinable public static var unique: Self { Self(rawValue: 1 << 6) }
  @inlinable public static var cascade: Self { Self(rawValue: 1 << 7) }
  @inlinable public static var restrict: Self { Self(rawValue: 1 << 8) }
  @inlinable public static var deferrable: Self { Self(rawValue: 1 << 9) }
  @inlinable public static var notDeferrable: Self { Self(rawValue: 1 << 10) }
  @inlinable public static var initiallyDeferred: Self { Self(rawValue: 1 << 11) }
  @inlinable public static var initiallyImmediate: Self { Self(rawValue: 1 << 12) }
  @inlinable public static var notValid: Self { Self(rawValue: 1 << 13) }
  @inlinable public static var noInherit: Self { Self(rawValue: 1 << 14) }
  @inlinable public static var inherit: Self { Self(rawValue: 1 << 15) }
  @inlinable public static var enforced: Self { Self(rawValue: 1 << 16) }
  @inlinable public static var notEnforced: Self { Self(rawValue: 1 << 17) }
  @inlinable public static var withData: Self { Self(rawValue: 1 << 18) }
  @inlinable public static var withNoData: Self { Self(rawValue: 1 << 19) }
  @inlinable public static var dropOnCommit: Self { Self(rawValue: 1 << 20) }
  @inlinable public static var deleteOnCommit: Self { Self(rawValue: 1 << 21) }
  @inlinable public static var preserveOnCommit: Self { Self(rawValue: 1 << 22) }
  @inlinable public static var nullsDistinct: Self { Self(rawValue: 1 << 23) }
  @inlinable public static var nullsNotDistinct: Self { Self(rawValue: 1 << 24) }
  @inlinable public static var withoutOverlaps: Self { Self(rawValue: 1 << 25) }
  @inlinable public static var period: Self { Self(rawValue: 1 << 26) }
  @inlinable public static var matchFull: Self { Self(rawValue: 1 << 27) }
  @inlinable public static var matchPartial: Self { Self(rawValue: 1 << 28) }
  @inlinable public static var matchSimple: Self { Self(rawValue: 1 << 29) }
  @inlinable public static var always: Self { Self(rawValue: 1 << 30) }
  @inlinable public static var byDefault: Self { Self(rawValue: 1 << 31) }
  @inlinable public static var stored: Self { Self(rawValue: 1 << 32) }
  @inlinable public static var virtual: Self { Self(rawValue: 1 << 33) }
  @inlinable public static var before: Self { Self(rawValue: 1 << 34) }
  @inlinable public static var after: Self { Self(rawValue: 1 << 35) }
  @inlinable public static var insteadOf: Self { Self(rawValue: 1 << 36) }
  @inlinable public static var forEachRow: Self { Self(rawValue: 1 << 37) }
  @inlinable public static var forEachStatement: Self { Self(rawValue: 1 << 38) }
  @inlinable public static var constraint: Self { Self(rawValue: 1 << 39) }
  @inlinable public static var old: Self { Self(rawValue: 1 << 40) }
  @inlinable public static var new: Self { Self(rawValue: 1 << 41) }
  @inlinable public static var table: Self { Self(rawValue: 1 << 42) }
  @inlinable public static var instead: Self { Self(rawValue: 1 << 43) }
  @inlinable public static var checkOption: Self { Self(rawValue: 1 << 44) }
  @inlinable public static var cascaded: Self { Self(rawValue: 1 << 45) }
  @inlinable public static var local: Self { Self(rawValue: 1 << 46) }
  @inlinable public static var session: Self { Self(rawValue: 1 << 47) }
  @inlinable public static var fromCurrent: Self { Self(rawValue: 1 << 48) }
  @inlinable public static var chain: Self { Self(rawValue: 1 << 49) }
  @inlinable public static var noChain: Self { Self(rawValue: 1 << 50) }
  @inlinable public static var grantOption: Self { Self(rawValue: 1 << 51) }
  @inlinable public static var allInSchema: Self { Self(rawValue: 1 << 52) }
  @inlinable public static var defaultPrivileges: Self { Self(rawValue: 1 << 53) }
  @inlinable public static var restartIdentity: Self { Self(rawValue: 1 << 54) }
  @inlinable public static var continueIdentity: Self { Self(rawValue: 1 << 55) }
  @inlinable public static var onEmpty: Self { Self(rawValue: 1 << 56) }
  @inlinable public static var rule: Self { Self(rawValue: 1 << 57) }
  @inlinable public static var force: Self { Self(rawValue: 1 << 58) }
  @inlinable public static var `in`: Self { Self(rawValue: 1 << 59) }
  @inlinable public static var out: Self { Self(rawValue: 1 << 60) }
  @inlinable public static var program: Self { Self(rawValue: 1 << 61) }
  @inlinable public static var analyze: Self { Self(rawValue: 1 << 62) }
  @inlinable public static var verbose: Self { Self(rawValue: 1 << 63) }

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
