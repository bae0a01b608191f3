import HostLanguages
import SourceText

/// Scans an edited file again, in memory, before anyone writes it.
package struct RescanCheck {
  /// Extracts the statements of a file's text, as the scan did.
  package typealias Rescan = (_ bytes: [UInt8]) -> [EmbeddedStatement]
  /// As `Rescan`; `known` are the starts of the statements' ranges: what stands there is SQL, whether or not it reads like PostgreSQL's.
  package typealias KnowingRescan = (_ bytes: [UInt8], _ known: Set<Int>) -> [EmbeddedStatement]

  private let original: [UInt8]
  private let statements: [EmbeddedStatement]
  private let rescan: KnowingRescan

  /// - Parameters:
  ///   - original: The file before any edit.
  ///   - statements: What `rescan` finds in it.
  package init(original: [UInt8], statements: [EmbeddedStatement], rescan: @escaping Rescan) {
    self.init(original: original, statements: statements, knowing: { bytes, _ in rescan(bytes) })
  }

  /// - Parameter rescan: Is told where the statements were, since MySQL text may not be recognised as SQL otherwise.
  package init(original: [UInt8], statements: [EmbeddedStatement], knowing rescan: @escaping KnowingRescan) {
    (self.original, self.statements, self.rescan) = (original, statements, rescan)
  }

  /// Makes each statement `manual` whose edits do not read back: afterwards the remaining edits together do.
  ///
  /// The file is scanned once when all is well; otherwise halves of the edits are tried, up to `scanLimit` scans in all.
  package func check(_ plans: inout [HostEditPlan]) {
    guard plans.count == statements.count else { return }
    let edited = plans.indices.filter { !plans[$0].edits.isEmpty }
    guard !edited.isEmpty, !readsBack(plans, edited) else { return }
    let groups = sharing(edited, plans)
    var scans = 1
    refuseBad(groups[...], &plans, &scans)
    let rest = edited.filter { !plans[$0].edits.isEmpty }
    if !rest.isEmpty, !readsBack(plans, rest) { refuse(rest, &plans) }
  }

  /// Scans of one file that `check` may take to find the bad edits among many; those not tried by then are all refused.
  static let scanLimit = 100

  /// Refuses the bad ones among groups that do not read back together.
  private func refuseBad(_ groups: ArraySlice<[Int]>, _ plans: inout [HostEditPlan], _ scans: inout Int) {
    guard groups.count > 1, scans < Self.scanLimit else { return refuse(groups.flatMap { $0 }, &plans) }
    let middle = groups.startIndex + groups.count / 2
    for half in [groups[..<middle], groups[middle...]] {
      scans += 1
      if !readsBack(plans, half.flatMap { $0 }) { refuseBad(half, &plans, &scans) }
    }
  }

  private func refuse(_ members: [Int], _ plans: inout [HostEditPlan]) {
    for member in members {
      plans[member].refuse(HostEditFinding.rescanDiffers.finding(at: ByteRange(0, statements[member].text.bytes.count)))
    }
  }

  /// Statements with an edit in common stand or fall together.
  private func sharing(_ edited: [Int], _ plans: [HostEditPlan]) -> [[Int]] {
    var groupOf: [TextEdit: Int] = [:]
    var groups: [[Int]] = []
    for index in edited {
      // Each of them needs the import, but none needs the other.
      let own = plans[index].edits.filter { $0 != plans[index].importEdit }
      if let known = own.compactMap({ groupOf[$0] }).first {
        groups[known].append(index)
        for edit in own { groupOf[edit] = groupOf[edit] ?? known }
      } else {
        for edit in own { groupOf[edit] = groups.count }
        groups.append([index])
      }
    }
    return groups
  }

  /// Whether the file with the edits of some statements holds these statements' new texts, and all else as before.
  package func readsBack(_ plans: [HostEditPlan], _ members: [Int]) -> Bool {
    let edits = Set(members.flatMap { plans[$0].edits }).sorted { $0.range < $1.range }
    guard let bytes = try? edits.applied(to: original) else { return false }
    let moved = MovedOffsets(edits)
    let found = rescan(bytes, Set(statements.map { moved.outer($0.range).start }))
    guard found.count == statements.count else { return false }
    let wanted = Set(members)
    return statements.indices.allSatisfy { index in
      let (before, after) = (statements[index], found[index])
      guard hasSamePlaces(before, after, moved) else { return false }
      guard wanted.contains(index) else { return after.text == before.text }
      return holds(plans[index], before, after, bytes)
    }
  }

  private func hasSamePlaces(_ before: EmbeddedStatement, _ after: EmbeddedStatement, _ moved: MovedOffsets) -> Bool {
    after.language == before.language && after.literals.map(\.range) == before.literals.map { moved.outer($0.range) }
  }

  private func holds(_ plan: HostEditPlan, _ before: EmbeddedStatement, _ after: EmbeddedStatement, _ bytes: [UInt8]) -> Bool {
    guard after.text.bytes == plan.decoded || after.text.bytes == plan.replacement else { return false }
    guard after.text.holes.map({ after.text.string(in: $0.range) }) == before.text.holes.map({ before.text.string(in: $0.range) })
    else { return false }
    if let named = plan.namedArgument {
      guard let call = after.callSite, call.arguments.indices.contains(named.index) else { return false }
      return Array(bytes[call.arguments[named.index].range.range]) == named.text
    }
    guard let arguments = plan.arguments else { return true }
    return after.callSite?.parameters.map { $0.map { Array(bytes[$0.range.range]) } } == arguments
  }
}

/// Where offsets of a text are after edits.
struct MovedOffsets {
  private let edits: [TextEdit]
  private let shifts: [Int]  // the sum of all changes in length up to and with each edit

  /// - Parameter edits: In order, without overlap.
  init(_ edits: [TextEdit]) {
    self.edits = edits
    var sum = 0
    shifts = edits.map { edit in
      sum += edit.replacement.count - edit.range.count
      return sum
    }
  }

  /// A range that no edit crosses the ends of: edits inside it, insertions at its very ends included, lengthen or shorten it.
  func outer(_ range: ByteRange) -> ByteRange {
    let start = range.start + shift { $0.end < range.start || ($0.end == range.start && !$0.isEmpty) }
    return ByteRange(start, range.end + shift { $0.end <= range.end })
  }

  /// The sum of the changes of the first edits, those for which `isBefore` holds.
  private func shift(_ isBefore: (ByteRange) -> Bool) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(edits[middle].range) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? shifts[low - 1] : 0
  }
}
