import Foundation
import Testing

/// The promise of `unchanged` and `converted`, attacked with random statements over awkward data.
///
/// `SQLFERRY_FUZZ_SECONDS` is the time budget (10), `SQLFERRY_FUZZ_SEED` the first seed (1); each quarter of the budget has a seed of its own,
/// or each minute of a long one. `SQLFERRY_FUZZ_FOCUS` names functions and operators to prefer (`left,^@`; `sets`: statements with set-returning functions; `shapes`: composed queries; `changes`: statements that write), `SQLFERRY_FUZZ_FAILURES` how
/// many failures end a seed (5).
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct FuzzTests {
  @Test func randomStatementsMeanTheSame() async throws {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["SQLFERRY_FUZZ_SECONDS"].flatMap(Double.init) ?? 10
    let seed = environment["SQLFERRY_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    let limit = environment["SQLFERRY_FUZZ_FAILURES"].flatMap(Int.init) ?? 5
    let focus = Set((environment["SQLFERRY_FUZZ_FOCUS"] ?? "").split(separator: ",").map(String.init))
    try await Lab.with("fuzz") { pair in
      let runner = try await StatementRunner(pair)
      let productions = try await Productions(pair.postgres)
      let parts = max(4, Int(seconds / 60))
      for part in 0..<parts {
        var fuzzer = Fuzzer(runner, seed: seed + UInt64(part), productions: productions)
        fuzzer.generator.focus = focus
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds / Double(parts)))
        let failures = await fuzzer.run(until: deadline, limit: limit)
        for failure in failures { Issue.record("seed \(seed + UInt64(part)): \(failure)") }
        print("fuzzing with seed \(seed + UInt64(part)): \(fuzzer.tally)")
        #expect(fuzzer.tally.agreed > 0)
      }
    }
  }
}
