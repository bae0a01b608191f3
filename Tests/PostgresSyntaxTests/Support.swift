import SourceText
import Testing

@testable import PostgresSyntax

/// SQL text in which each `⟦…⟧` is a hole, with the placeholders of a style.
func sql(_ text: String, _ style: PlaceholderStyle = .dollar) -> SQLText {
  let bytes = Array(text.utf8)
  let (open, close) = (Array("⟦".utf8), Array("⟧".utf8))
  var atoms: [Atom] = []
  var start: Int?
  for offset in bytes.indices {
    if bytes[offset...].starts(with: open) { start = offset }
    if let opening = start, bytes[offset...].starts(with: close) {
      atoms.append(Atom(range: ByteRange(opening, offset + close.count), kind: .hole))
      start = nil
    }
  }
  return Placeholders.locate(in: SQLText(bytes: bytes, atoms: atoms), style: style)
}

/// One input and what must come out as text.
struct Row: CustomTestStringConvertible, Sendable {
  var text: String
  var expected: String
  var testDescription: String { text }

  init(_ text: String, _ expected: String) { (self.text, self.expected) = (text, expected) }
}

/// The statements of a table, one a line; blank lines and lines that start with `--` do not count. `\n` stands for a line feed.
func lines(_ table: String) -> [String] {
  table.split(separator: "\n")
    .filter { !$0.hasPrefix("--") && !$0.allSatisfy(\.isWhitespace) }
    .map { String($0).replacing("\\n", with: "\n") }
}

extension SyntaxTree {
  /// Every way in which the tree breaks what `SyntaxTree` promises; empty for a sound tree.
  var defects: [String] {
    var result: [String] = []
    for (index, node) in nodes.enumerated() {
      if node.range.end > text.bytes.count { result.append("node \(index) outside the text") }
      if node.parent >= 0, node.parent <= index { result.append("node \(index) after its parent") }
      var position = node.range.start
      var child = node.firstChild
      while child >= 0 {
        let part = nodes[Int(child)]
        if part.parent != Int32(index) { result.append("node \(child) has another parent than \(index)") }
        if part.role == .none { result.append("\(part.kind) in \(node.kind) has no role") }
        if !node.range.contains(part.range) { result.append("\(part.kind) reaches out of \(node.kind)") }
        if part.range.start < position { result.append("\(part.kind) in \(node.kind) out of order") }
        position = part.range.end
        child = part.nextSibling
      }
    }
    // What is below a node stands right before it in the array: `descendants(of:)` counts on it.
    for (index, node) in nodes.enumerated() where node.firstChild >= 0 {
      var before = Int(node.firstChild)
      while nodes[before].nextSibling >= 0 {
        let next = Int(nodes[before].nextSibling)
        if descendants(of: NodeID(next)).first.map({ Int($0.index) }) != before + 1 { result.append("\(node.kind) is not in one piece") }
        before = next
      }
      if before != index - 1 { result.append("\(node.kind) does not follow its last child") }
    }
    for (index, node) in nodes.enumerated() where node.parent < 0 && index != Int(root.index) {
      result.append("\(node.kind) without a parent")
    }
    return result
  }
}

/// Rows of a table in which a statement stands on a line and its outline, however broken into lines, indented below it.
func outlines(_ table: String) -> [Row] {
  var rows: [Row] = []
  for line in table.split(separator: "\n") {
    guard line.hasPrefix("  ") else {
      rows.append(Row(String(line), ""))
      continue
    }
    let text = line.drop { $0 == " " }
    rows[rows.count - 1].expected += (rows[rows.count - 1].expected.isEmpty ? "" : " ") + text
  }
  return rows
}
