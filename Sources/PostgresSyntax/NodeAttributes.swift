/// Marks that a node's kind gives meaning to.
public struct NodeAttributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable public static var negated: Self { Self(rawValue: 1 << 0) }
  @inlinable public static var symmetric: Self { Self(rawValue: 1 << 1) }
  @inlinable public static var star: Self { Self(rawValue: 1 << 2) }
  @inlinable public static var distinct: Self { Self(rawValue: 1 << 3) }
  @inlinable public static var all: Self { Self(rawValue: 1 << 4) }
  @inlinable public static var variadic: Self { Self(rawValue: 1 << 5) }
  @inlinable public static var explicit: Self { Self(rawValue: 1 << 6) }
  @inlinable public static var array: Self { Self(rawValue: 1 << 7) }
  @inlinable public static var setOf: Self { Self(rawValue: 1 << 8) }
  @inlinable public static var leading: Self { Self(rawValue: 1 << 9) }
  @inlinable public static var trailing: Self { Self(rawValue: 1 << 10) }
  @inlinable public static var union: Self { Self(rawValue: 1 << 11) }
  @inlinable public static var intersect: Self { Self(rawValue: 1 << 12) }
  @inlinable public static var except: Self { Self(rawValue: 1 << 13) }
  @inlinable public static var ascending: Self { Self(rawValue: 1 << 14) }
  @inlinable public static var descending: Self { Self(rawValue: 1 << 15) }
  @inlinable public static var nullsFirst: Self { Self(rawValue: 1 << 16) }
  @inlinable public static var nullsLast: Self { Self(rawValue: 1 << 17) }
  @inlinable public static var fetch: Self { Self(rawValue: 1 << 18) }
  @inlinable public static var withTies: Self { Self(rawValue: 1 << 19) }
  @inlinable public static var rows: Self { Self(rawValue: 1 << 20) }
  @inlinable public static var update: Self { Self(rawValue: 1 << 21) }
  @inlinable public static var noKeyUpdate: Self { Self(rawValue: 1 << 22) }
  @inlinable public static var share: Self { Self(rawValue: 1 << 23) }
  @inlinable public static var keyShare: Self { Self(rawValue: 1 << 24) }
  @inlinable public static var nowait: Self { Self(rawValue: 1 << 25) }
  @inlinable public static var skipLocked: Self { Self(rawValue: 1 << 26) }
  @inlinable public static var recursive: Self { Self(rawValue: 1 << 27) }
  @inlinable public static var materialized: Self { Self(rawValue: 1 << 28) }
  @inlinable public static var notMaterialized: Self { Self(rawValue: 1 << 29) }
  @inlinable public static var only: Self { Self(rawValue: 1 << 30) }
  @inlinable public static var lateral: Self { Self(rawValue: 1 << 31) }
  @inlinable public static var ordinality: Self { Self(rawValue: 1 << 32) }
  @inlinable public static var rowsFrom: Self { Self(rawValue: 1 << 33) }
  @inlinable public static var inner: Self { Self(rawValue: 1 << 34) }
  @inlinable public static var left: Self { Self(rawValue: 1 << 35) }
  @inlinable public static var right: Self { Self(rawValue: 1 << 36) }
  @inlinable public static var full: Self { Self(rawValue: 1 << 37) }
  @inlinable public static var cross: Self { Self(rawValue: 1 << 38) }
  @inlinable public static var natural: Self { Self(rawValue: 1 << 39) }
  @inlinable public static var defaultValues: Self { Self(rawValue: 1 << 40) }
  @inlinable public static var overridingSystem: Self { Self(rawValue: 1 << 41) }
  @inlinable public static var overridingUser: Self { Self(rawValue: 1 << 42) }
  @inlinable public static var doNothing: Self { Self(rawValue: 1 << 43) }
  @inlinable public static var doUpdate: Self { Self(rawValue: 1 << 44) }
  @inlinable public static var matched: Self { Self(rawValue: 1 << 45) }
  @inlinable public static var notMatched: Self { Self(rawValue: 1 << 46) }
  @inlinable public static var bySource: Self { Self(rawValue: 1 << 47) }
  @inlinable public static var delete: Self { Self(rawValue: 1 << 48) }
  @inlinable public static var insert: Self { Self(rawValue: 1 << 49) }
  @inlinable public static var or: Self { Self(rawValue: 1 << 50) }

  /// The names of the bits, lowest first.
  static let names = """
    negated symmetric star distinct all variadic explicit array setOf leading trailing union intersect except ascending descending \
    nullsFirst nullsLast fetch withTies rows update noKeyUpdate share keyShare nowait skipLocked recursive materialized notMaterialized \
    only lateral ordinality rowsFrom inner left right full cross natural defaultValues overridingSystem overridingUser doNothing \
    doUpdate matched notMatched bySource delete insert or
    """.split(separator: " ").map(String.init)
}
