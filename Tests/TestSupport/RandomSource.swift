import Foundation

/// Random numbers that are the same for the same seed on every machine (SplitMix64).
package struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A source whose first state is mixed from the seed, so that seeds that are close together start far apart.
  package init(mixing seed: UInt64) {
    state = seed
    state = next() ^ 0x1234_5678_9ABC_DEF1
    state = next()
  }

  /// Any number of 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to below `bound`; 0 for a bound below 1.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  /// True in so many of a hundred cases.
  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of a list that is not empty.
  package mutating func choice<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A number from the environment, or a fixed one.
  package static func setting(_ name: String, _ fallback: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? fallback
  }
}
