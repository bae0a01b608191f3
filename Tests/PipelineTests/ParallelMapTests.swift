import Synchronization
import Testing

@testable import Pipeline

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 3, 100])
  func resultsStandAtTheirIndexWhateverFinishesFirst(jobs: Int) async {
    let results = await parallelMap(count: 50, jobs: jobs) { index in
      try? await Task.sleep(for: .microseconds((50 - index) * 20))
      return index * index
    }
    #expect(results == (0..<50).map { $0 * $0 })
  }

  @Test func noMoreThanJobsRunAtOnce() async {
    let running = Mutex((now: 0, most: 0))
    _ = await parallelMap(count: 40, jobs: 4) { _ in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      try? await Task.sleep(for: .milliseconds(1))
      running.withLock { $0.now -= 1 }
    }
    #expect(running.withLock { $0.most } <= 4)
  }

  @Test func nothingIsNothing() async {
    #expect(await parallelMap(count: 0, jobs: 4) { $0 }.isEmpty)
  }

  @Test func whatWasNotBegunWhenCancelledIsNil() async {
    let task = Task {
      await parallelMap(count: 1000, jobs: 2) { index in
        try? await Task.sleep(for: .milliseconds(5))
        return index
      }
    }
    try? await Task.sleep(for: .milliseconds(30))
    task.cancel()
    let results = await task.value
    #expect(results.count == 1000)
    #expect(results.contains { $0 == nil })
    #expect(results[0] == 0)
  }
}
