import PostgresSyntax
import SourceText

/// OVER (…) and WINDOW: partitions, order and frames.
struct WindowRule: ConversionRule {
  static let id = "windows"
  static let help = RuleHelp(
    why: """
      PARTITION BY, ORDER BY and frames that count rows are the same. Frames in GROUPS, with EXCLUDE or with a distance in RANGE are \
      declined, and so is an integer constant as a key, in which MySQL sees the number of a column and refuses it.
      """,
    example: "SELECT id, sum(price) OVER (PARTITION BY category ORDER BY id) FROM item",
    manual: ["PostgreSQL: Window Function Calls", "MySQL: Window Function Concepts and Syntax"])
  static let kinds: [NodeKind] = [.windowDefinition, .windowFrame]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    context.tree[node].kind == .windowFrame ? frame(node, in: &context) : definition(node, in: &context)
  }

  private func definition(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let items = context.tree.child(of: node, .orderByClause).map { context.tree.children(of: $0, .item) } ?? []
    let keys = context.tree.children(of: node, .partition) + items.compactMap { context.tree.child(of: $0, .value) }
    for key in keys where context.becomesInteger(key) { return context.declineConstantKey(key) }
    for key in keys where context.family(of: key) == .caseless { context.cautionCaseless(at: key) }
    return Output(context.copy(node))
  }

  private func frame(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let bounds = context.tree.children(of: node, .item)
    let hasDistance = bounds.contains { context.tree.child(of: $0, .value) != nil }
    let isSame =
      switch context.tree[node].detail {
      case .rowsMode: true
      case .rangeMode: !hasDistance
      default: false
      }
    guard isSame, context.tree.lastToken(of: node)?.range.end == bounds.last.map({ context.tree[$0].range.end }) else {
      return context.decline("window-frame", at: node, "this window frame is not the same in MySQL")
    }
    return Output(context.copy(node))
  }
}

extension RewriteContext {
  /// Whether a key is a constant that MySQL's text writes as a bare integer, which MySQL takes for a column's number.
  mutating func becomesInteger(_ key: NodeID) -> Bool {
    guard columnReferences(in: key).isEmpty else { return false }
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
        case 0x20, 0x09, 0x0A, 0x0D, 0x28, 0x29, 0x2D: continue
        default: return false
        }
      }
    }
    return digits > 0
  }

  /// Whether PostgreSQL itself reads a key of ORDER BY or GROUP BY as a column's number: a plain integer, in parentheses or not.
  func isPosition(_ key: NodeID) -> Bool { tree[unwrapped(key)].kind == .integerLiteral }

  @discardableResult
  mutating func declineConstantKey(_ key: NodeID) -> Output {
    decline(
      "constant-key", at: key, "\(tree.string(of: key)) is a constant here; MySQL would read it as the number of a column",
      help: "leave it out: rows do not differ in a constant")
  }
}
