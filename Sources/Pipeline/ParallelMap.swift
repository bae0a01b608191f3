/// Runs `body` for every index below `count`, at most `jobs` at once, and places the results by index, so that their order never
/// depends on timing.
///
/// - Returns: One element per index; nil for those that were not begun because the task was cancelled.
func parallelMap<Output: Sendable>(
  count: Int, jobs: Int, body: @escaping @Sendable (Int) async -> Output
) async -> [Output?] {
  await withTaskGroup(of: (Int, Output).self) { group in
    var results = [Output?](repeating: nil, count: count)
    var next = 0
    while next < min(max(jobs, 1), count), !Task.isCancelled {
      let index = next
      group.addTask { (index, await body(index)) }
      next += 1
    }
    while let (index, output) = await group.next() {
      results[index] = output
      if next < count, !Task.isCancelled {
        let index = next
        group.addTask { (index, await body(index)) }
        next += 1
      }
    }
    return results
  }
}
