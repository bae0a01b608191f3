/// A tree as one line of text, for tests and for people.
extension SyntaxTree {
  /// `(kind.attribute role:(…) …)`; a node without children shows its text: `(identifier "a")`.
  package var outline: String {
    var result = ""
    // Each entry is a node to open or, negative, the end of one: no recursion, whatever the depth.
    var work: [Int] = [Int(root.index)]
    while let entry = work.popLast() {
      if entry < 0 {
        result += ")"
        continue
      }
      let node = nodes[entry]
      if !result.isEmpty { result += " " }
      if node.role != .none { result += "\(node.role):" }
      result += "(\(node.kind)\(node.attributes.names)"
      work.append(-1)
      if node.firstChild < 0 {
        result += " \"\(text.string(in: node.range))\""
      } else {
        var children: [Int] = []
        var child = node.firstChild
        while child >= 0 {
          children.append(Int(child))
          child = nodes[Int(child)].nextSibling
        }
        work += children.reversed()
      }
    }
    return result
  }
}

extension NodeAttributes {
  /// `.name` of each mark in order.
  fileprivate var names: String {
    Self.labels.enumerated().map { contains(Self(rawValue: 1 << $0.offset)) ? ".\($0.element)" : "" }.joined()
  }

  /// By bit.
  private static let labels = """
    negated symmetric star distinct all variadic explicit array setOf leading trailing union intersect except ascending descending \
    nullsFirst nullsLast fetch withTies rows update noKeyUpdate share keyShare nowait skipLocked recursive materialized notMaterialized \
    only lateral ordinality rowsFrom inner left right full cross natural defaultValues overridingSystem overridingUser doNothing \
    doUpdate matched notMatched bySource delete insert or
    """.split(separator: " ").map(String.init)
}
