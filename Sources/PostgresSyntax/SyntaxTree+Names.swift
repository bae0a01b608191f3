import SourceText

/// What names in a tree mean: folded, unescaped, in parts.
extension SyntaxTree {
  /// The value of an `identifier`, or of the identifier token that a node begins with: in lower case (ASCII letters only) when not
  /// quoted, unescaped when quoted, cut to 63 bytes as PostgreSQL does. A hole in it stays as `⟦…⟧`; a `hole` node gives its text.
  package func name(of id: NodeID) -> String {
    let range = self[id].range
    guard range.start < range.end, range.end <= text.bytes.count else { return "" }
    if text.atoms.isEmpty || !containsHole(id) { return plainName(range) ?? Self.name(in: text.bytes[range.range]) }
    return nameWithHole(text.bytes[range.range])
  }

  /// A short unquoted name of ASCII letters, folded on the way, as most are; nil for any other.
  private func plainName(_ range: ByteRange) -> String? {
    guard range.count <= 63 else { return nil }
    return text.bytes.withUnsafeBufferPointer { bytes in
      let name = bytes[range.range]
      guard name.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "&") }) else { return nil }
      return String(unsafeUninitializedCapacity: name.count) { folded in
        for (place, byte) in name.enumerated() { folded[place] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
        return name.count
      }
    }
  }

  /// The value of an identifier token without holes.
  static func name(in bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.startIndex
    let isQuoted = bytes.first == UInt8(ascii: "\"")
    let isUnicode = bytes.count > 3 && bytes[start + 1] == UInt8(ascii: "&") && bytes[start + 2] == UInt8(ascii: "\"")
    guard isQuoted || isUnicode else { return truncated(folded(bytes)) }
    guard case .success(let value) = StringDecoding.decode(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    return truncated(value)
  }

  private func nameWithHole(_ bytes: ArraySlice<UInt8>) -> String {
    let isQuoted = bytes.count > 1 && bytes.first == UInt8(ascii: "\"") && bytes.last == UInt8(ascii: "\"")
    return String(decoding: isQuoted ? bytes.dropFirst().dropLast() : bytes, as: UTF8.self)
  }

  private static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }

  /// `truncate_identifier`: NAMEDATALEN - 1 bytes, never half a character.
  private static func truncated(_ bytes: [UInt8]) -> String {
    guard bytes.count > 63 else { return String(decoding: bytes, as: UTF8.self) }
    var end = 63
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The parts of a `qualifiedName`, `columnReference`, `star`, or of whatever has children with the role `.name`; of an
  /// `identifier` itself. `star` gives the parts before the asterisk.
  package func qualifiedName(of id: NodeID) -> [String] {
    switch self[id].kind {
    case .identifier, .hole: return [name(of: id)]
    default: break
    }
    let parts = children(of: id, .name)
    if parts.count == 1, let only = parts.first, self[only].kind == .qualifiedName { return qualifiedName(of: only) }
    if parts.isEmpty, self[id].kind == .qualifiedName {
      // A type's keywords, such as DOUBLE PRECISION.
      return [tokens(in: self[id].range).map { text.string(in: $0.range).lowercased() }.joined(separator: " ")]
    }
    return parts.map { name(of: $0) }
  }

  /// The operator of an operation, or of an `operatorName`: `+`, `<>` (also for `!=`), `~~` for LIKE before ANY and the like.
  /// An operator with a schema gives the bare symbol; `operatorSchema(of:)` the rest. A hole gives its text.
  package func operatorName(of id: NodeID) -> String {
    let node = self[id].kind == .operatorName ? id : child(of: id, .operator) ?? id
    if self[node].kind == .hole { return string(of: node) }
    if let symbol = plainOperator(self[node].range) { return symbol }
    let words = tokens(in: self[node].range)
    if let symbol = words.last(where: { $0.kind == .operator }) {
      let name = text.string(in: symbol.range)
      return name == "!=" ? "<>" : name
    }
    let isNegated = self[node].attributes.contains(.negated)
    switch words.last?.keyword {
    case .like: return isNegated ? "!~~" : "~~"
    case .ilike: return isNegated ? "!~~*" : "~~*"
    default: return string(of: node)
    }
  }

  /// An operator that is nothing but its symbol, as most are.
  private func plainOperator(_ range: ByteRange) -> String? {
    guard range.count > 0, range.count < 16, range.end <= text.bytes.count else { return nil }
    guard text.bytes[range.range].allSatisfy({ CharacterClass.table[Int($0)] & CharacterClass.operatorPart != 0 }) else { return nil }
    let name = text.string(in: range)
    return name == "!=" ? "<>" : name
  }

  /// The names before the operator in `OPERATOR(schema.+)`.
  package func operatorSchema(of id: NodeID) -> [String] {
    let node = self[id].kind == .operatorName ? id : child(of: id, .operator) ?? id
    return children(of: node, .name).map { name(of: $0) }
  }

  /// The number of a `placeholder`: its atom's parameter, else the n of `$n`; nil where a hole is the number.
  package func parameter(of id: NodeID) -> Int? {
    let range = self[id].range
    if let atom = atom(at: range) { return atom.parameter }
    guard self[id].kind == .placeholder else { return nil }
    return Int(text.string(in: ByteRange(range.start + 1, range.end)))
  }

  /// The atom that covers exactly a range.
  package func atom(at range: ByteRange) -> Atom? {
    let index = firstAtom(from: range.start)
    return index < text.atoms.count && text.atoms[index].range == range ? text.atoms[index] : nil
  }

  /// Whether a hole lies in a node, in a literal or comment of it too.
  package func containsHole(_ id: NodeID) -> Bool { containsAtom(in: self[id].range, .hole) }

  /// Whether a hole or placeholder lies in a node.
  package func containsAtom(_ id: NodeID) -> Bool { containsAtom(in: self[id].range, nil) }

  private func containsAtom(in range: ByteRange, _ kind: Atom.Kind?) -> Bool {
    var index = firstAtom(from: range.start)
    while index < text.atoms.count, text.atoms[index].range.start < range.end {
      if kind == nil || text.atoms[index].kind == kind { return true }
      index += 1
    }
    return false
  }

  /// The index of the first atom that does not start before an offset.
  private func firstAtom(from offset: Int) -> Int {
    var (low, high) = (0, text.atoms.count)
    while low < high {
      let middle = (low + high) / 2
      if text.atoms[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
