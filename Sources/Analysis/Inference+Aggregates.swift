import PostgresCatalog
import PostgresSyntax

/// Where aggregates, window functions and functions that return sets may be called (`parse_agg.c`, `check_srf_call_placement`).
extension Inference {
  /// Notes a call of an aggregate, finds the query level that it belongs to, and objects where that level has it at a place that allows none.
  ///
  /// - Parameters:
  ///   - arguments: What it aggregates, its ORDER BY and its FILTER.
  ///   - direct: Direct arguments of an ordered-set aggregate.
  ///   - what: As messages name it.
  func placeAggregate(_ id: NodeID, _ arguments: [NodeID], direct: [NodeID] = [], _ what: String = "aggregate functions") {
    guard let own = levels(in: arguments) else { return }
    let distance = min(own.column ?? own.aggregate ?? 0, own.aggregate ?? own.column ?? 0)
    if let nested = own.firstAggregate, own.aggregate == distance {
      return report("42803", "aggregate function calls cannot be nested", at: nested)
    }
    if let outer = levels(in: direct) {
      if let column = outer.column, column < distance {
        return report(
          "42803", "outer-level aggregate cannot contain a lower-level variable in its direct arguments", at: outer.firstColumn ?? id)
      }
      if let nested = outer.firstAggregate, let level = outer.aggregate, level <= distance {
        return report("42803", "aggregate function calls cannot be nested", at: nested)
      }
    }
    let level = self.level(above: distance)
    aggregates.set(id, level)
    scopes[level].hasAggregates = true
    if let place = scopes[level].place.refusingAggregates { report("42803", "\(what) are not allowed in \(place)", at: id) }
  }

  private struct ReferredLevels {
    /// The nearest levels, as distances from the present one.
    var column: Int?
    var aggregate: Int?
    var firstAggregate: NodeID?
    var firstColumn: NodeID?
  }

  /// The nearest level of columns and of aggregates among the arguments (`check_agg_arguments`); nil where an error was found.
  private func levels(in roots: [NodeID]) -> ReferredLevels? {
    var (found, isWrong) = (ReferredLevels(), false)
    walk(roots) { node in
      guard !isWrong else { return false }
      if let level = aggregates[node] {
        guard let distance = distance(to: level) else { return false }
        if found.aggregate.map({ distance < $0 }) ?? true { (found.aggregate, found.firstAggregate) = (distance, node) }
        return false
      }
      if setReturningCalls[node] == scope {
        isWrong = true
        report(
          "0A000", "aggregate function calls cannot contain set-returning function calls",
          hint: "You might be able to move the set-returning function into a LATERAL FROM item.", at: node)
      } else if windowCalls[node] == scope {
        isWrong = true
        report("42803", "aggregate function calls cannot contain window function calls", at: node)
      } else if let level = levelReferred(by: node), let distance = distance(to: level), found.column.map({ distance < $0 }) ?? true {
        (found.column, found.firstColumn) = (distance, node)
      }
      return !isWrong
    }
    return isWrong ? nil : found
  }

  /// Notes a call over a window (`transformWindowFuncCall`).
  func placeWindowCall(_ id: NodeID, _ arguments: [NodeID], over: NodeID) {
    if scopes[scope].hasWindowFunctions {
      var nested: NodeID?
      walk(arguments) { node in
        if nested == nil, windowCalls[node] == scope { nested = node }
        return nested == nil
      }
      if let nested { return report("42P20", "window function calls cannot be nested", at: nested) }
    }
    if let place = scopes[scope].place.refusingWindows { return report("42P20", "window functions are not allowed in \(place)", at: id) }
    windowCalls.set(id, scope)
    scopes[scope].hasWindowFunctions = true
    if kind(over) == .windowDefinition { return scopes[scope].pendingWindows.append(over) }
    isDone[Int(over.index)] = true
    guard let name = name(over), !isKnownWindow(name) else { return }
    report("42704", "window \"\(name)\" does not exist", at: over)
  }

  private func isKnownWindow(_ name: String) -> Bool {
    guard let clause = scopes[scope].windowClause else { return scopes[scope].hasUnknownSources }
    let definitions = children(clause, .item)
    return definitions.contains { child($0, .name).flatMap { self.name($0) } == name || kind($0) == .hole }
  }

  /// Notes a call of a function that returns a set.
  ///
  /// - Parameter earlier: The last such call before the arguments of this one were read.
  func placeSetReturning(_ id: NodeID, after earlier: NodeID?) {
    let place = scopes[scope].place
    if place == .fromFunction, let nested = scopes[scope].lastSetReturning, nested != earlier {
      return report("0A000", "set-returning functions must appear at top level of FROM", at: nested)
    }
    if let refusing = place.refusingSets { return report("0A000", "set-returning functions are not allowed in \(refusing)", at: id) }
    setReturningCalls.set(id, scope)
    if place != .fromFunction { scopes[scope].hasSetReturning = true }
    scopes[scope].lastSetReturning = id
  }

  /// Objects to aggregates of a recursive term.
  func refuseAggregates() {
    let own = aggregates.keys.filter { aggregates[$0] == scope }
    guard let first = own.min(by: { tree[$0].range.start < tree[$1].range.start }) else { return }
    report("42P19", "aggregate functions are not allowed in a recursive query's recursive term", at: first)
  }

  /// Objects to a set among the parts of CASE or COALESCE.
  func refuseSets(in construct: String, since earlier: NodeID?) {
    guard let last = scopes[scope].lastSetReturning, last != earlier else { return }
    report(
      "0A000", "set-returning functions are not allowed in \(construct)",
      hint: "You might be able to move the set-returning function into a LATERAL FROM item.", at: last)
  }
}
