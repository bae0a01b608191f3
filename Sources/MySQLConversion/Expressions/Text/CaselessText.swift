import PostgresSyntax
import SourceText

/// citext, whose columns have the collation utf8mb4_0900_as_ci.
extension RewriteContext {
  /// Says where the collation and citext part.
  mutating func cautionCaseless(at node: NodeID) {
    caution(
      "citext", at: node, "citext compares texts in lower case; utf8mb4_0900_as_ci ignores more: ß is ss, and characters of other width are equal",
      help: "nothing is to do where the values are plain words, such as addresses of mail")
  }

  /// A value under citext's collation, where no column gives it.
  mutating func caseless(_ value: Output, at node: NodeID) -> Output {
    cautionCaseless(at: node)
    return Output(value.parenthesized(below: .collate) + [.text(keyword(" COLLATE ") + "utf8mb4_0900_as_ci")], .collate)
  }

  /// A value of citext as text, which heeds case.
  func caseSensitive(_ value: Output) -> Output {
    Output(value.parenthesized(below: .collate) + [.text(keyword(" COLLATE ") + "utf8mb4_0900_bin")], .collate)
  }

  /// Whether the place takes a value of citext as text.
  func becomesCaseSensitive(_ node: NodeID) -> Bool {
    guard let target = coercion(of: node), tree[node].kind != .parenthesized, family(of: node) == .caseless else { return false }
    return catalog.family(of: target.oid) == .text && tree[node].kind != .placeholder && tree[node].kind != .stringLiteral
  }
}
