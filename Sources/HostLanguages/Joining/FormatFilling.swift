import SourceText

/// Fills a format string: its directives become holes with the text of their arguments, its escapes what they stand for.
struct FormatFilling {
  let style: Formatter.Style
  let arguments: [HostArgument]
  let file: HostFile

  private struct Directive {
    var end: Int
    enum Output {
      case text(String)
      /// The argument of this number; nil for one that is named or cannot be told.
      case argument(Int?, name: String?)
    }
    var output: Output
  }

  /// The text that the call gives.
  func fill(_ format: HostText) -> HostText {
    var result = format.emptied()
    for index in result.literals.indices { markFormatted(&result.literals[index].form) }
    let holes = format.segments.filter { $0.kind == .hole }.map(\.sql)
    var (at, copied, hole, automatic) = (0, 0, 0, 0)
    while at < format.bytes.count {
      if hole < holes.count, at >= holes[hole].start {
        at = max(at, holes[hole].end)
        hole += 1
        continue
      }
      guard let directive = directive(at: at, in: format.bytes, automatic: &automatic) else {
        at += 1
        continue
      }
      result.appendPart(ByteRange(copied, at), of: format)
      let range = ByteRange(at, directive.end)
      switch directive.output {
      case .text(let text): result.addEscape(text.utf8, for: range, of: format)
      case .argument(let number, let name):
        result.addHole(expression(number, name: name) ?? format.bytes[range.range], for: range, of: format)
      }
      (at, copied) = (directive.end, directive.end)
    }
    result.appendPart(ByteRange(copied, format.bytes.count), of: format)
    return result
  }

  /// In a format string a per cent sign or a brace of new text must be doubled.
  private func markFormatted(_ form: inout LiteralForm) {
    for sign in style == .braces ? ["{", "}"] : ["%"] where !form.mustEscape.contains(sign) { form.mustEscape.append(sign) }
  }

  private func expression(_ number: Int?, name: String?) -> ArraySlice<UInt8>? {
    if let name, let argument = arguments.first(where: { $0.name == name }) { return file.bytes[argument.range.range] }
    guard let number, number >= 0, number < arguments.count, !arguments[number].isSpread, arguments[number].name == nil else { return nil }
    return file.bytes[arguments[number].range.range]
  }

  private func directive(at: Int, in bytes: [UInt8], automatic: inout Int) -> Directive? {
    if style == .braces { return braces(at: at, in: bytes, automatic: &automatic) }
    guard bytes[at] == UInt8(ascii: "%") else { return nil }
    return percent(at: at, in: bytes, automatic: &automatic)
  }

  /// `%[flags][width][.precision]verb` with the argument numbers of each language.
  private func percent(at: Int, in bytes: [UInt8], automatic: inout Int) -> Directive? {
    var end = at + 1
    var (explicit, name): (Int?, String?) = (nil, nil)
    if style == .python, end < bytes.count, bytes[end] == UInt8(ascii: "("),
      let close = bytes[end...].prefix(200).firstIndex(of: UInt8(ascii: ")"))
    {
      name = String(decoding: bytes[(end + 1)..<close], as: UTF8.self)
      end = close + 1
    }
    while end < bytes.count, "-+# 0,(.123456789*[]$".utf8.contains(bytes[end]) {
      if bytes[end] == UInt8(ascii: "$"), style == .java { explicit = number(in: bytes[(at + 1)..<end]) }
      if bytes[end] == UInt8(ascii: "["), style == .go { explicit = number(in: bytes[(end + 1)...].prefix { $0 != UInt8(ascii: "]") }) }
      if bytes[end] == UInt8(ascii: "*") { automatic += 1 }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let verb = bytes[end]
    if verb == UInt8(ascii: "%"), end == at + 1 { return Directive(end: end + 1, output: .text("%")) }
    if verb == UInt8(ascii: "n"), style == .java { return Directive(end: end + 1, output: .text("\n")) }
    guard (0x41...0x5A).contains(verb) || (0x61...0x7A).contains(verb) else { return nil }
    if name != nil { return Directive(end: end + 1, output: .argument(nil, name: name)) }
    if let explicit {
      if style == .go { automatic = explicit }
      return Directive(end: end + 1, output: .argument(explicit - 1, name: nil))
    }
    automatic += 1
    return Directive(end: end + 1, output: .argument(automatic - 1, name: nil))
  }

  private func number(in digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits.prefix(6), as: UTF8.self)) }

  /// `{}`, `{0}`, `{name.attribute!r:>3}`, `{{`, `}}`.
  private func braces(at: Int, in bytes: [UInt8], automatic: inout Int) -> Directive? {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if bytes[at] == UInt8(ascii: "}"), next == UInt8(ascii: "}") { return Directive(end: at + 2, output: .text("}")) }
    guard bytes[at] == UInt8(ascii: "{") else { return nil }
    if next == UInt8(ascii: "{") { return Directive(end: at + 2, output: .text("{")) }
    guard let close = bytes[at...].prefix(400).firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let field = bytes[(at + 1)..<close].prefix { $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: ":") }
    let text = String(decoding: field, as: UTF8.self)
    if text.isEmpty {
      automatic += 1
      return Directive(end: close + 1, output: .argument(automatic - 1, name: nil))
    }
    return Directive(end: close + 1, output: .argument(Int(text), name: text))
  }
}
