/// Marks that a node's kind gives meaning to.
package struct NodeAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package static var negated: Self { Self(rawValue: 1 << 0) }
  package static var symmetric: Self { Self(rawValue: 1 << 1) }
  package static var star: Self { Self(rawValue: 1 << 2) }
  package static var distinct: Self { Self(rawValue: 1 << 3) }
  package static var all: Self { Self(rawValue: 1 << 4) }
  package static var variadic: Self { Self(rawValue: 1 << 5) }
  package static var explicit: Self { Self(rawValue: 1 << 6) }
  package static var array: Self { Self(rawValue: 1 << 7) }
  package static var setOf: Self { Self(rawValue: 1 << 8) }
  package static var leading: Self { Self(rawValue: 1 << 9) }
  package static var trailing: Self { Self(rawValue: 1 << 10) }
  package static var union: Self { Self(rawValue: 1 << 11) }
  package static var intersect: Self { Self(rawValue: 1 << 12) }
  package static var except: Self { Self(rawValue: 1 << 13) }
  package static var ascending: Self { Self(rawValue: 1 << 14) }
  package static var descending: Self { Self(rawValue: 1 << 15) }
  package static var nullsFirst: Self { Self(rawValue: 1 << 16) }
  package static var nullsLast: Self { Self(rawValue: 1 << 17) }
  package static var fetch: Self { Self(rawValue: 1 << 18) }
  package static var withTies: Self { Self(rawValue: 1 << 19) }
  package static var rows: Self { Self(rawValue: 1 << 20) }
  package static var update: Self { Self(rawValue: 1 << 21) }
  package static var noKeyUpdate: Self { Self(rawValue: 1 << 22) }
  package static var share: Self { Self(rawValue: 1 << 23) }
  package static var keyShare: Self { Self(rawValue: 1 << 24) }
  package static var nowait: Self { Self(rawValue: 1 << 25) }
  package static var skipLocked: Self { Self(rawValue: 1 << 26) }
  package static var recursive: Self { Self(rawValue: 1 << 27) }
  package static var materialized: Self { Self(rawValue: 1 << 28) }
  package static var notMaterialized: Self { Self(rawValue: 1 << 29) }
  package static var only: Self { Self(rawValue: 1 << 30) }
  package static var lateral: Self { Self(rawValue: 1 << 31) }
  package static var ordinality: Self { Self(rawValue: 1 << 32) }
  package static var rowsFrom: Self { Self(rawValue: 1 << 33) }
  package static var inner: Self { Self(rawValue: 1 << 34) }
  package static var left: Self { Self(rawValue: 1 << 35) }
  package static var right: Self { Self(rawValue: 1 << 36) }
  package static var full: Self { Self(rawValue: 1 << 37) }
  package static var cross: Self { Self(rawValue: 1 << 38) }
  package static var natural: Self { Self(rawValue: 1 << 39) }
  package static var defaultValues: Self { Self(rawValue: 1 << 40) }
  package static var overridingSystem: Self { Self(rawValue: 1 << 41) }
  package static var overridingUser: Self { Self(rawValue: 1 << 42) }
  package static var doNothing: Self { Self(rawValue: 1 << 43) }
  package static var doUpdate: Self { Self(rawValue: 1 << 44) }
  package static var matched: Self { Self(rawValue: 1 << 45) }
  package static var notMatched: Self { Self(rawValue: 1 << 46) }
  package static var bySource: Self { Self(rawValue: 1 << 47) }
  package static var delete: Self { Self(rawValue: 1 << 48) }
  package static var insert: Self { Self(rawValue: 1 << 49) }
  package static var or: Self { Self(rawValue: 1 << 50) }

  /// The names of the bits, lowest first.
  static let names = """
    negated symmetric star distinct all variadic explicit array setOf leading trailing union intersect except ascending descending \
    nullsFirst nullsLast fetch withTies rows update noKeyUpdate share keyShare nowait skipLocked recursive materialized notMaterialized \
    only lateral ordinality rowsFrom inner left right full cross natural defaultValues overridingSystem overridingUser doNothing \
    doUpdate matched notMatched bySource delete insert or
    """.split(separator: " ").map(String.init)
}
