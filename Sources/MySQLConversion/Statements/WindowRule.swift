import PostgresSyntax
import SourceText

/// OVER (…) and WINDOW: partitions, order and frames.
struct WindowRule: ConversionRule {
  static let id = "windows"
  static let help = RuleHelp(
    why: """
      PARTITION BY, ORDER BY and frames that count rows are the same. A distance in RANGE is a number or an interval of one unit; MySQL takes one sort \
      key beside it, so that a key which can be NULL is not tested for it where NULLs have no part in the frame. GROUPS without a distance is \
      RANGE, and with one a RANGE over dense_rank() in a derived table. EXCLUDE CURRENT ROW is taken off a count or sum; other exclusions are declined, and so is an integer constant as a key, in \
      which MySQL sees the number of a column and refuses it.
      """,
    example: "SELECT id, sum(price) OVER (ORDER BY created_at RANGE BETWEEN interval '7 days' PRECEDING AND CURRENT ROW) FROM orders",
    manual: ["PostgreSQL: Window Function Calls", "MySQL: Window Function Concepts and Syntax", "MySQL: Window Function Frame Specification"])
  static let kinds: [NodeKind] = [.windowDefinition]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let frame = context.tree.child(of: node, .frame), WindowFrame(frame, in: context).exclusion == .currentRow {
      return context.decline("window-frame", at: frame, "MySQL has no EXCLUDE in a window frame", help: "take the current row's value off the result")
    }
    return Output(Self.pieces(of: node, in: &context))
  }

  /// A definition without its EXCLUDE CURRENT ROW.
  static func pieces(of node: NodeID, in context: inout RewriteContext) -> [Piece] {
    let order = context.tree.child(of: node, .orderByClause)
    let items = order.map { context.tree.children(of: $0, .item) } ?? []
    let keys = context.tree.children(of: node, .partition) + items.compactMap { context.tree.child(of: $0, .value) }
    let original: [Piece] = [.source(context.tree[node].range)]
    for key in keys where context.becomesInteger(key) {
      context.declineConstantKey(key)
      return original
    }
    for key in context.tree.children(of: node, .partition) {
      guard let family = context.family(of: key), ![.json, .jsonb, .array, .record, .other].contains(family) else {
        context.decline("group-by-type", at: key, "MySQL does not group this type as PostgreSQL does")
        return original
      }
    }
    for key in keys where context.family(of: key) == .caseless { context.cautionCaseless(at: key) }
    // Intervals of different text may be equal.
    var replacements: [NodeID: [Piece]] = [:]
    for key in context.tree.children(of: node, .partition) where context.family(of: key) == .interval { replacements[key] = context.intervalOrder(key).pieces }
    guard let frame = context.tree.child(of: node, .frame) else { return context.copy(node, replacing: replacements) }
    guard let written = WindowFrame(frame, in: context).pieces(order: items, in: &context) else {
      context.decline("window-frame", at: frame, "this window frame is not the same in MySQL", help: "write it as a frame of ROWS, or number the peers with dense_rank() in a derived table")
      return original
    }
    replacements[frame] = written.frame
    if let order, let keys = written.order { replacements[order] = keys }
    return context.copy(node, replacing: replacements)
  }
}

/// A window frame, and what MySQL makes of it.
struct WindowFrame {
  enum Exclusion { case none, currentRow, other }

  let node: NodeID
  let bounds: [NodeID]
  let exclusion: Exclusion

  init(_ node: NodeID, in context: RewriteContext) {
    self.node = node
    bounds = context.tree.children(of: node, .item)
    let end = bounds.last.map { context.tree[$0].range.end } ?? context.tree[node].range.start
    let words = context.words(in: ByteRange(end, context.tree[node].range.end))
    exclusion =
      switch words {
      case [], ["EXCLUDE", "NO", "OTHERS"]: .none
      case ["EXCLUDE", "CURRENT", "ROW"]: .currentRow
      default: .other
      }
  }

  private func distance(_ bound: NodeID, in context: RewriteContext) -> NodeID? { context.tree.child(of: bound, .value) }

  /// Whether the row itself is always one of the frame's.
  func holdsCurrentRow(in context: RewriteContext) -> Bool {
    guard let first = bounds.first else { return false }
    let start = context.tree[first].detail
    let end = bounds.count > 1 ? context.tree[bounds[1]].detail : .currentRow
    return [.unboundedPreceding, .preceding, .currentRow].contains(start) && [.currentRow, .following, .unboundedFollowing].contains(end)
  }

  /// The frame, and ORDER BY where it must be written otherwise; nil where MySQL has no such frame.
  func pieces(order items: [NodeID], in context: inout RewriteContext) -> (frame: [Piece], order: [Piece]?)? {
    guard exclusion != .other, let last = bounds.last else { return nil }
    let hasDistance = bounds.contains { distance($0, in: context) != nil }
    let range = ByteRange(context.tree[node].range.start, context.tree[last].range.end)
    switch context.tree[node].detail {
    case .rowsMode: return copy(range, in: &context) { rows($0, in: &$1) }.map { ($0, nil) }
    case .rangeMode where !hasDistance: return (context.copy(node, within: range), nil)
    case .groupsMode where !hasDistance:
      guard let word = context.tree.firstToken(of: node) else { return nil }
      return ([.text(context.keyword("RANGE"))] + context.copy(node, within: ByteRange(word.range.end, range.end)), nil)
    case .groupsMode:
      guard let query = context.enclosingQuery(of: node), let name = PeerGroups(of: query, in: context)?.name(of: node), let word = context.tree.firstToken(of: node),
        let written = copy(ByteRange(word.range.end, range.end), in: &context, { rows($0, in: &$1) })
      else { return nil }
      return ([.text(context.keyword("RANGE"))] + written, [.text(context.keyword("ORDER BY ") + name)])
    case .rangeMode:
      guard items.count == 1, let key = context.tree.child(of: items[0], .value), let order = self.order(items[0], key, in: &context),
        let written = copy(range, in: &context, { self.range($0, over: key, in: &$1) })
      else { return nil }
      guard context.type(of: key)?.oid == .int8, let number = context.fill("CAST({0} AS DECIMAL(20,0))", with: [key]) else { return (written, order) }
      // A bound beyond 64 bits is an error in MySQL.
      return (written, [.text(context.keyword("ORDER BY "))] + context.sortPieces(items[0], number, isNullable: false))
    default: return nil
    }
  }

  private func copy(_ range: ByteRange, in context: inout RewriteContext, _ convert: (NodeID, inout RewriteContext) -> [Piece]?) -> [Piece]? {
    var replacements: [NodeID: [Piece]] = [:]
    for bound in bounds {
      guard let value = distance(bound, in: context) else { continue }
      guard let pieces = convert(value, &context) else { return nil }
      replacements[bound] = context.copy(bound, replacing: [value: pieces])
    }
    return context.copy(node, within: range, replacing: replacements)
  }

  /// MySQL takes an integer or a placeholder.
  private func rows(_ value: NodeID, in context: inout RewriteContext) -> [Piece]? {
    if let count = context.constantInteger(value), count >= 0 {
      return context.tree[value].kind == .integerLiteral ? [.source(context.tree[value].range)] : [.text(String(count))]
    }
    return context.tree[value].kind == .placeholder ? context.convert(value).pieces : nil
  }

  private func range(_ value: NodeID, over key: NodeID, in context: inout RewriteContext) -> [Piece]? {
    switch context.family(of: key) {
    case .integer: return rows(value, in: &context)
    case .decimal, .double:
      guard [.integerLiteral, .numericLiteral].contains(context.tree[context.unwrapped(value)].kind) else { return nil }
      return context.convert(context.unwrapped(value)).pieces
    case .date, .timestamp, .timestamptz:
      guard context.family(of: key) != .timestamptz || context.sessionIsUTC, let interval = IntervalTerms.constant(context.unwrapped(value), in: context),
        interval.terms.count <= 1, interval.terms.first?.isNegative != true, context.family(of: key) != .date || interval.microseconds == 0
      else { return nil }
      return [.text(context.keyword(interval.terms.first?.text ?? "INTERVAL 0 DAY"))]
    default: return nil
    }
  }

  /// ORDER BY with its one key. NULLs are peers of each other only, so that their place does not matter but to a frame without bounds, and to functions
  /// that number the rows.
  private func order(_ item: NodeID, _ key: NodeID, in context: inout RewriteContext) -> [Piece]?? {
    guard context.tree.child(of: item, .operator) == nil, context.tree.child(of: item, .hole) == nil, context.checkSortKey(key) else { return .none }
    guard context.isNullable(key) else { return .some(nil) }
    if !SortDirection(of: item, in: context.tree).isMySQLs {
      let isOpen = bounds.contains { [.unboundedPreceding, .unboundedFollowing].contains(context.tree[$0].detail) }
      guard !isOpen, readsFrame(in: context) else { return .none }
    }
    if context.tree[item].attributes.isDisjoint(with: [.nullsFirst, .nullsLast]), let clause = context.tree.parent(of: item) {
      return .some(context.copy(clause, replacing: [item: context.copy(item)]))
    }
    return .some([.text(context.keyword("ORDER BY "))] + context.sortPieces(item, context.convert(key), isNullable: false))
  }

  /// Whether the function over the window looks at its frame, not at the place of its row.
  private func readsFrame(in context: RewriteContext) -> Bool {
    guard let definition = context.tree.parent(of: node), let call = context.tree.parent(of: definition), let function = context.builtIn(call) else { return false }
    return function.kind == .aggregate || ["first_value", "last_value", "nth_value"].contains(function.name)
  }
}

extension RewriteContext {
  /// Whether a key is a constant that MySQL's text writes as a bare integer, which MySQL takes for a column's number.
  mutating func becomesInteger(_ key: NodeID) -> Bool {
    guard tree[unwrapped(key)].kind != .columnReference else { return false }
    var digits = 0
    for piece in convert(key).pieces {
      let bytes: ArraySlice<UInt8>
      switch piece {
      case .text(let text): bytes = Array(text.utf8)[...]
      case .source(let range): bytes = tree.text.bytes[range.start..<range.end]
      default: return false
      }
      for byte in bytes {
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x20, 0x09, 0x0A, 0x0D, 0x28, 0x29, 0x2B, 0x2D: continue
        default: return false
        }
      }
    }
    return digits > 0
  }

  /// Whether the node's MySQL form holds a query.
  mutating func becomesSubquery(_ node: NodeID) -> Bool {
    convert(node).pieces.contains { if case .text(let text) = $0 { text.uppercased().contains("SELECT ") } else { false } }
  }

  /// Whether PostgreSQL itself reads a key of ORDER BY or GROUP BY as a column's number: a plain integer, in parentheses or not.
  func isPosition(_ key: NodeID) -> Bool { tree[unwrapped(key)].kind == .integerLiteral }

  @discardableResult
  mutating func declineConstantKey(_ key: NodeID) -> Output {
    decline(
      "constant-key", at: key, "\(tree.string(of: key)) is a constant here; MySQL would read it as the number of a column",
      help: "leave it out: rows do not differ in a constant")
  }

  /// ` OVER (…)` of a call, nothing where it has none.
  ///
  /// - Parameter excluding: Whether EXCLUDE CURRENT ROW is left out, for the caller to see to.
  mutating func overPieces(_ call: NodeID, excluding: Bool = false) -> Output {
    guard let over = tree.child(of: call, .over) else { return Output([]) }
    let inner = excluding && tree[over].kind == .windowDefinition ? WindowRule.pieces(of: over, in: &self) : convert(over).pieces
    let before = tree.tokens(in: ByteRange(tree[call].range.start, tree[over].range.start))
    guard let word = before.last(where: { tree.text.string(in: $0.range).uppercased() == "OVER" }) else { return Output([]) }
    return Output([.text(" "), .source(ByteRange(word.range.start, tree[over].range.start))] + inner + [.source(ByteRange(tree[over].range.end, tree[call].range.end))])
  }

  /// Whether a call's window may be written twice.
  func hasRepeatableWindow(_ call: NodeID) -> Bool { tree.child(of: call, .over).map { isRepeatable($0) } ?? true }
}
