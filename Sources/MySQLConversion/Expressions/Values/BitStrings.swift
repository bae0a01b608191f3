import PostgresSyntax

extension RewriteContext {
  /// The digits of a constant bit string: `B'101'`, `X'1F'`, and those joined by `||`; nil for anything else.
  func constantBits(_ node: NodeID) -> String? {
    let node = unwrapped(node)
    switch tree[node].kind {
    case .bitStringLiteral:
      guard let bytes = tree.stringValue(of: node) else { return nil }
      let digits = String(decoding: bytes, as: UTF8.self)
      guard tree.string(of: node).uppercased().hasPrefix("X") else { return digits.allSatisfy { $0 == "0" || $0 == "1" } ? digits : nil }
      let groups = digits.map { digit in digit.hexDigitValue.map { String(String($0 + 16, radix: 2).dropFirst()) } }
      return groups.contains(nil) ? nil : groups.compactMap { $0 }.joined()
    case .binaryOperation:
      guard operatorName(node) == "||", builtInOperator(node) != nil, let left = tree.child(of: node, .left).flatMap(constantBits),
        let right = tree.child(of: node, .right).flatMap(constantBits)
      else { return nil }
      return left + right
    default: return nil
    }
  }
}
