/// A tree as one line of text, for tests and for people.
extension SyntaxTree {
  /// `(kind@detail.attribute.word role:(…) …)`; a node without children shows its text: `(identifier "a")`.
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
      result += "(\(node.kind)\(node.detail == .none ? "" : "@\(node.detail)")\(node.attributes.names)\(node.words.names)"
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
  fileprivate var names: String { Self.names.enumerated().map { contains(Self(rawValue: 1 << $0.offset)) ? ".\($0.element)" : "" }.joined() }
}

extension OptionalWords {
  /// `.name` of each word in order.
  fileprivate var names: String { Self.names.enumerated().map { contains(Self(rawValue: 1 << $0.offset)) ? ".\($0.element)" : "" }.joined() }
}
