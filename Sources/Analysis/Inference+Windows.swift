import PostgresCatalog
import PostgresSyntax
import SourceText

/// Window definitions, read behind LIMIT: those of the WINDOW clause, then those behind OVER (`transformWindowDefinitions`).
extension Inference {
  func windowDefinitions(_ clause: NodeID?) {
    if let clause { isDone[Int(clause.index)] = true }
    let named = clause.map { each($0, .item).filter { kind($0) == .windowDefinition } } ?? []
    let all = named + scopes[scope].pendingWindows
    scopes[scope].pendingWindows = []
    var read: [String: NodeID] = [:]
    for definition in all {
      let name = child(definition, .name).flatMap { self.name($0) }
      if let name, read[name] != nil { report("42P20", "window \"\(name)\" is already defined", in: windowPlace(definition)) }
      windowDefinition(definition, read)
      if let name, read[name] == nil { read[name] = definition }
    }
  }

  /// PARTITION BY, ORDER BY and frame.
  private func windowDefinition(_ id: NodeID, _ earlier: [String: NodeID]) {
    guard !isDone[Int(id.index)] else { return }
    isDone[Int(id.index)] = true
    let baseName = child(id, .base).flatMap { name($0) }
    let base = baseName.flatMap { earlier[$0] }
    if let baseName, base == nil, !scopes[scope].hasUnknownSources { report("42704", "window \"\(baseName)\" does not exist", in: windowPlace(id)) }
    let order = child(id, .orderByClause)
    let sorted = sortValues(order)
    at(.windowOrder) { for value in sorted { expression(value) } }
    if let order { orderKeys(order) }
    at(.windowPartition) { for part in each(id, .partition) { expression(part) } }
    for part in each(id, .partition) { settleKey(part, .equality) }
    if let base, let baseName { copyWindow(id, base, baseName) }
    frame(id, base.flatMap { sortValues(child($0, .orderByClause)) } ?? sorted, own: sorted)
  }

  private func copyWindow(_ id: NodeID, _ base: NodeID, _ name: String) {
    let place = windowPlace(id)
    if child(id, .partition) != nil { return report("42P20", "cannot override PARTITION BY clause of window \"\(name)\"", in: place) }
    let isOrdered = child(id, .orderByClause) != nil
    if isOrdered, child(base, .orderByClause) != nil {
      return report("42P20", "cannot override ORDER BY clause of window \"\(name)\"", in: place)
    }
    guard child(base, .frame) != nil else { return }
    let isPlain = child(id, .name) == nil && !isOrdered && child(id, .frame) == nil
    report(
      "42P20", "cannot copy window \"\(name)\" because it has a frame clause",
      hint: isPlain ? "Omit the parentheses in this OVER clause." : "", in: place)
  }

  private func frame(_ id: NodeID, _ inherited: [NodeID], own: [NodeID]) {
    guard let frame = child(id, .frame) else { return }
    isDone[Int(frame.index)] = true
    let sorted = own.isEmpty ? inherited : own
    let bounds = each(frame, .item).compactMap { child($0, .value) }
    for bound in each(frame, .item) { isDone[Int(bound.index)] = true }
    switch firstWord(frame) {
    case "range":
      if !bounds.isEmpty, sorted.count != 1 {
        report(
          "42P20", "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column", in: windowPlace(id))
      }
      for bound in bounds {
        at(.windowRange) { expression(bound) }
        rangeBound(bound, sorted.first)
        refuseColumns(in: bound, "RANGE")
      }
    case let mode:
      let isGroups = mode == "groups"
      if isGroups, sorted.isEmpty { report("42P20", "GROUPS mode requires an ORDER BY clause", in: windowPlace(id)) }
      for bound in bounds {
        at(isGroups ? .windowGroups : .windowRows) { expression(bound) }
        coerceArgument(bound, to: .int8, of: isGroups ? "GROUPS" : "ROWS")
        refuseColumns(in: bound, isGroups ? "GROUPS" : "ROWS")
      }
    }
  }

  /// The offset of RANGE: of the sorted type, of dates and times an interval (`in_range` support functions).
  private func rangeBound(_ bound: NodeID, _ sorted: NodeID?) {
    guard let sorted else { return }
    let ordered = types.base(of: type(of: sorted))
    guard ordered != 0 else { return }
    let wanted: [OID] =
      switch ordered {
      case .date, .timestamp, .timestamptz, .time, .timetz, .interval: [.interval]
      case .int2, .int4, .int8: [ordered, .int8, .int4, .int2]
      case .float4, .float8: [.float8]
      case .numeric: [.numeric]
      default: []
      }
    guard let first = wanted.first else {
      let shown = ordered == .varchar ? .text : ordered
      return report(
        "0A000", "RANGE with offset PRECEDING/FOLLOWING is not supported for column type \(display(shown))", at: place(of: bound))
    }
    let given = type(of: bound)
    guard given != .unknown, given != 0 else { return _ = coerce(bound, to: first) }
    if wanted.contains(where: { analyzer.coercion.canCoerce(given, to: $0) }) { return }
    report(
      "0A000",
      "RANGE with offset PRECEDING/FOLLOWING is not supported for column type \(display(ordered)) and offset type \(display(given))",
      hint: "Cast the offset value to an appropriate type.", at: place(of: bound))
  }

  /// The parenthesis that a definition begins with.
  private func windowPlace(_ id: NodeID) -> ByteRange {
    let tokens = tree.tokens(in: tree[id].range)
    return (tokens.first { $0.symbol == .leftParenthesis } ?? tokens.first)?.range ?? tree[id].range
  }

  private func firstWord(_ id: NodeID) -> String {
    let range = tree[id].range
    let bytes = tree.text.bytes[min(max(range.start, 0), tree.text.bytes.count)...]
    return String(decoding: bytes.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }, as: UTF8.self).lowercased()
  }
}
