import SourceText

/// What a file shows of a value: enough to tell a list from a text that the driver would hand on as PostgreSQL's `{…}`.
package enum ValueNature: Hashable, Sendable {
  /// A list, written out or declared so.
  case list
  /// A text.
  case text
  case unknown
}

/// Tells what the values of one file are. One instance serves one file on one thread.
package final class ValueReader {
  package let file: HostFile
  let names: NameTable

  package init(file: HostFile) {
    self.file = file
    names = NameTable(file: file)
  }

  /// What a value in an argument is, by its own form or by what binds the name that it is.
  package func nature(of range: ByteRange) -> ValueNature {
    guard range.start >= 0, range.end <= file.bytes.count, !range.isEmpty else { return .unknown }
    let name = file.identifier(startingAt: range.start)
    if name == range { return nature(ofName: file.string(name), at: range.start) }
    return form(of: range)
  }

  // MARK: Form

  private static let listMakers: Set<String> = ["list", "sorted", "tuple", "from"]
  private static let textMakers: Set<String> = ["str", "repr", "String", "join", "format", "toString", "strip", "trim"]

  /// What an expression's outermost operands are: a list in brackets, a call, literals.
  private func form(of range: ByteRange) -> ValueNature {
    if file.byte(at: range.start) == UInt8(ascii: "["), let close = file.closer(of: range.start), close + 1 == range.end { return .list }
    var at = range.start
    var last = ValueNature.unknown
    while at < range.end {
      if let token = file.token(startingAt: at) {
        if file.tokens[token].kind == .literal { return .text }
        at = file.tokens[token].range.end
      } else if let close = file.closer(of: at) {
        let callee = file.byte(at: at) == UInt8(ascii: "(") ? file.callee(before: at)?.last ?? "" : ""
        if Self.textMakers.contains(callee) { return .text }
        last = Self.listMakers.contains(callee) && close + 1 == range.end ? .list : .unknown
        at = close + 1
      } else {
        at += 1
      }
    }
    return last
  }

  // MARK: Names

  private func nature(ofName name: String, at offset: Int) -> ValueNature {
    let scope = names.scope(at: offset)
    var natures: Set<ValueNature> = []
    for place in names.places(of: name) where scope.range.contains(offset: place) && place != offset {
      if let declared = declaredNature(of: file.identifier(startingAt: place)) {
        natures.insert(declared)
      } else if let binding = names.binding(at: place) {
        natures.insert(binding.value.map(valueNature) ?? .unknown)
      }
    }
    if natures.contains(.text) { return .text }
    return natures == [.list] ? .list : .unknown
  }

  private func valueNature(at start: Int) -> ValueNature {
    let end = expressionEnd(from: start)
    return start < end ? form(of: ByteRange(start, end)) : .unknown
  }

  /// The end of an expression that is assigned: of its line, or before what separates it from the next.
  private func expressionEnd(from start: Int) -> Int {
    var at = start
    while at < file.bytes.count {
      if let token = file.token(startingAt: at) {
        if file.tokens[token].kind == .comment { break }
        at = file.tokens[token].range.end
      } else if let close = file.closer(of: at) {
        at = close + 1
      } else {
        if [UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "}")].contains(file.bytes[at]) { break }
        at += 1
      }
    }
    return max(file.skippingTrivia(before: at), start)
  }

  private static let listTypes: Set<String> = ["Array", "List", "ReadonlyArray", "Sequence", "list"]

  /// What a type annotation says: `ids: list[int]`, `ids?: number[]`; nil where there is none.
  private func declaredNature(of name: ByteRange) -> ValueNature? {
    var sign = file.skippingTrivia(from: name.end, acrossLines: false)
    if file.byte(at: sign) == UInt8(ascii: "?") { sign += 1 }
    guard file.byte(at: sign) == UInt8(ascii: ":"), file.byte(at: sign + 1) != UInt8(ascii: "=") else { return nil }
    let start = file.skippingTrivia(from: sign + 1, acrossLines: false)
    let type = file.string(ByteRange(start, typeEnd(from: start)))
    let words = Set(type.split { !$0.isLetter && $0 != "_" }.map(String.init))
    if type.contains("[]") || !words.isDisjoint(with: Self.listTypes) { return .list }
    if !type.contains("["), !type.contains("<"), words.contains("str") || words.contains("string") { return .text }
    return words.isEmpty ? nil : .unknown
  }

  private func typeEnd(from start: Int) -> Int {
    var at = start
    while at < file.bytes.count, at - start < 200 {
      if let close = file.closer(of: at), file.bytes[at] != UInt8(ascii: "{") { at = close + 1; continue }
      if ",)=;{\n".utf8.contains(file.bytes[at]) { break }
      at += 1
    }
    return min(at, file.bytes.count)
  }
}
