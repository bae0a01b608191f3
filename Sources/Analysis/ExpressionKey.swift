import PostgresCatalog
import PostgresSyntax

/// Texts by which expressions are compared as PostgreSQL compares analysed trees (`equal`): by what their names mean, not how they are
/// written, parentheses and the choice among notations left aside.
extension Inference {
  /// The key of an analysed expression; nil where a hole, an unknown name or its size makes it comparable to nothing.
  func key(of id: NodeID) -> String? {
    var writer = KeyWriter()
    return write(id, &writer, depth: 0) ? writer.text : nil
  }

  /// The key of a column, as that of a reference to it.
  func key(of binding: Binding) -> String {
    let parts = flattened(binding)
    if parts.count == 1 { return "c\(parts[0].source).\(parts[0].column)" }
    return "m(" + parts.map { key(of: $0) }.joined(separator: ",") + ")"
  }

  /// The column that an expression is, as its key would name it; nil for anything but a reference to one column.
  func column(of id: NodeID) -> ColumnPlace? {
    let inner = unparenthesized(id)
    guard kind(inner) == .columnReference || kind(inner) == .identifier, tree[inner].role != .field,
      case .column(let source, let column) = typed.facts[Int(inner.index)].resolution
    else { return nil }
    return self.column(of: Binding(name: "", source: source, column: column))
  }

  func column(of binding: Binding) -> ColumnPlace? {
    if derivations.isEmpty { return ColumnPlace(source: binding.source, column: binding.column) }
    let parts = flattened(binding)
    return parts.count == 1 ? ColumnPlace(source: parts[0].source, column: parts[0].column) : nil
  }

  /// What a column of a join is made of: itself for a column of a table, two for a column that FULL JOIN merges.
  func flattened(_ binding: Binding) -> [Binding] {
    var (current, steps) = (binding, 0)
    while let columns = derivations[current.source], current.column < columns.count, steps < 1_000 {
      guard columns[current.column].count == 1 else { return columns[current.column] }
      (current, steps) = (columns[current.column][0], steps + 1)
    }
    return [current]
  }

  private struct KeyWriter {
    static let limit = 8_000
    var text = ""
    mutating func add(_ part: String) -> Bool {
      text += part
      return text.utf8.count <= Self.limit
    }
  }

  private func write(_ id: NodeID, _ writer: inout KeyWriter, depth: Int) -> Bool {
    guard depth < Self.depthLimit else { return false }
    let (id, depth) = (unparenthesized(id), depth + 1)
    if tree[id].role == .field { return writeTokens(id, &writer) }
    switch kind(id) {
    case .hole: return false
    case .columnReference, .identifier: return writeReference(id, &writer, depth)
    case .star where firstChild(id) != nil: return writeReference(id, &writer, depth)
    case .placeholder: return writer.add("$\(parameter(of: id) ?? -1)")
    case .query, .scalarSubquery, .exists, .arraySubquery: return writeTokens(id, &writer)
    case .typeCast, .castExpression:
      guard let operand = child(id, .operand), let type = typed[id].type else { return false }
      return writer.add("t\(type.oid).\(type.modifier)(") && write(operand, &writer, depth: depth) && writer.add(")")
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .booleanLiteral, .nullLiteral:
      return writer.add("l\(typed[id].type?.oid ?? 0):") && writeTokens(id, &writer)
    default: break
    }
    guard writer.add(head(of: id)) else { return false }
    for part in systemArguments[id] ?? children(id) where kind(part) != .operatorName && tree[part].role != .name {
      guard write(part, &writer, depth: depth), writer.add(",") else { return false }
    }
    return writer.add(")")
  }

  private func head(of id: NodeID) -> String {
    let attributes = tree[id].attributes.rawValue
    switch typed[id].resolution {
    case .function(let function): return "f\(function.oid).\(kind(id) == .functionCall ? attributes : 0)("
    case .operator(let row): return "o\(row.oid).\(kind(id) == .binaryOperation ? 0 : Int(kind(id).rawValue)).\(attributes)("
    default:
      let name = child(id, .name).map { tree.string(of: $0).lowercased() } ?? ""
      return "k\(kind(id).rawValue).\(attributes).\(typed[id].type?.oid ?? 0).\(name)("
    }
  }

  private func writeReference(_ id: NodeID, _ writer: inout KeyWriter, _ depth: Int) -> Bool {
    switch typed[id].resolution {
    case .column(let source, let column): return writer.add(key(of: Binding(name: "", source: source, column: column)))
    case .row(let source): return writer.add("r\(source)")
    default:
      guard let source = systemColumnSources[id] else { return false }
      return writer.add("s\(source).\(tree.string(of: id).lowercased())")
    }
  }

  /// Names within a subquery mean the same wherever the same text stands at the same level.
  private func writeTokens(_ id: NodeID, _ writer: inout KeyWriter) -> Bool {
    for token in tree.tokens(in: tree[id].range) {
      if token.kind == .atom, tree.atom(at: token.range)?.kind == .hole { return false }
      let text = tree.text.string(in: token.range)
      guard writer.add((token.kind == .keyword || token.kind == .identifier ? text.lowercased() : text) + " ") else { return false }
    }
    return true
  }
}
