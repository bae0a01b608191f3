import HostLanguages
import SourceText

/// Sees to it that statements which share host code agree on its edits.
package enum SharedLiterals {
  /// Makes every statement `manual` that shares a literal, or the values of a call, with one that needs other edits there.
  ///
  /// - Parameters:
  ///   - plans: One for each statement; those left alone (manual, invalid, unchanged) have plans without edits.
  ///   - statements: All statements of one file.
  package static func reconcile(_ plans: inout [HostEditPlan], of statements: [EmbeddedStatement]) {
    guard plans.count == statements.count else { return }
    let groups = sharedRanges(statements)
    guard !groups.isEmpty else { return }
    // Giving one rewrite up may put it at odds with a third statement, so until nothing changes.
    var changed = true
    while changed {
      changed = false
      for (range, members) in groups {
        let wanted = members.map { plans[$0].edits.filter { range.contains($0.range) } }
        guard Set(wanted).count > 1 else { continue }
        for member in members where !plans[member].edits.isEmpty || plans[member].ceiling != .manual {
          let text = ByteRange(0, statements[member].text.bytes.count)
          plans[member].refuse(HostEditFinding.sharedLiteral.finding(at: text))
          changed = true
        }
      }
    }
  }

  /// The ranges of host code that more than one statement owns, in order, with their owners.
  private static func sharedRanges(_ statements: [EmbeddedStatement]) -> [(range: ByteRange, members: [Int])] {
    var owners: [ByteRange: [Int]] = [:]
    for (index, statement) in statements.enumerated() {
      var ranges = Set(statement.literals.map(\.range))
      if let parameters = statement.callSite?.parameters, let first = parameters.first, let last = parameters.last {
        ranges.insert(first.range.union(last.range))
      } else if let call = statement.callSite {
        ranges.formUnion(call.arguments.dropFirst(call.statementArgument + 1).map(\.range))
      }
      for range in ranges { owners[range, default: []].append(index) }
    }
    return owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
