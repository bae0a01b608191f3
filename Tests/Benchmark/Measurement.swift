import CBenchmarkSupport

/// What one contestant took for one piece of work.
struct Measurement {
  var name: String
  /// Seconds of the median round.
  var seconds: Double
  /// Allocations of one round; nil where they cannot be counted.
  var allocations: Int64?
}

/// Contestants that do the same work, measured in turns, so that what else the machine does falls on all alike.
struct Contest {
  private var contestants: [(name: String, work: () -> Void)] = []

  mutating func add(_ name: String, _ work: @escaping () -> Void) { contestants.append((name, work)) }

  /// - Parameter rounds: At least 1; one round before them is not counted.
  func run(rounds: Int) -> [Measurement] {
    var times = contestants.map { _ in [Double]() }
    var allocations = contestants.map { _ in Int64?.none }
    for round in 0...rounds {
      for (number, contestant) in contestants.enumerated() {
        let (seconds, count) = Self.measure(contestant.work)
        guard round > 0 else { continue }
        times[number].append(seconds)
        allocations[number] = count
      }
    }
    return contestants.indices.map { number in
      Measurement(name: contestants[number].name, seconds: Self.median(times[number]), allocations: allocations[number])
    }
  }

  private static func measure(_ work: () -> Void) -> (Double, Int64?) {
    let clock = ContinuousClock()
    let before = allocation_count()
    let duration = clock.measure(work)
    let after = allocation_count()
    let (whole, atto) = duration.components
    return (Double(whole) + Double(atto) / 1e18, before < 0 ? nil : after - before)
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
