import PostgresCatalog

/// Arrays, rows and ranges as text.
extension LiteralInput {
  /// `array_in`.
  func arrayProblem(_ text: [UInt8], _ element: OID, depth: Int) -> LiteralProblem? {
    func malformed(_ detail: String) -> LiteralProblem {
      LiteralProblem(sqlstate: "22P02", message: "malformed array literal: \"\(Self.shown(text))\"", detail: detail)
    }
    let first = text.first { !Self.isSpace($0) }
    if first == UInt8(ascii: "[") { return nil }
    guard first == UInt8(ascii: "{") else { return malformed("Array value must start with \"{\" or dimension information.") }
    var reader = ArrayTextReader(text, delimiter: element == .box ? UInt8(ascii: ";") : UInt8(ascii: ","))
    if let detail = reader.read() { return malformed(detail) }
    let base = types.base(of: element)
    for value in reader.elements {
      if let problem = problem(value, of: base, depth: depth + 1) { return problem }
    }
    return nil
  }

  /// `record_in`.
  func rowProblem(_ text: [UInt8], _ relation: OID, depth: Int) -> LiteralProblem? {
    guard let columns = index.relation(relation)?.columns else { return nil }
    func malformed(_ detail: String) -> LiteralProblem {
      LiteralProblem(sqlstate: "22P02", message: "malformed record literal: \"\(Self.shown(text))\"", detail: detail)
    }
    var rest = text[...].drop(while: Self.isSpace)
    guard rest.popFirst() == UInt8(ascii: "(") else { return malformed("Missing left parenthesis.") }
    for (number, column) in columns.enumerated() {
      if number > 0, rest.popFirst() != UInt8(ascii: ",") { return malformed("Too few columns.") }
      if rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: ")") { continue }
      guard let value = Self.quotable(&rest, until: [UInt8(ascii: ","), UInt8(ascii: ")")]) else {
        return malformed("Unexpected end of input.")
      }
      if let problem = problem(value, of: types.base(of: column.type), depth: depth + 1) { return problem }
    }
    guard rest.popFirst() == UInt8(ascii: ")") else { return malformed("Too many columns.") }
    return rest.allSatisfy(Self.isSpace) ? nil : malformed("Junk after right parenthesis.")
  }

  /// Text up to one of `ends`, quotes and backslashes taken off; nil where it ends before. What is left begins with the end.
  private static func quotable(_ rest: inout ArraySlice<UInt8>, until ends: [UInt8]) -> [UInt8]? {
    var (value, isQuoted) = ([UInt8](), false)
    while let byte = rest.first {
      if !isQuoted, ends.contains(byte) { return value }
      rest.removeFirst()
      switch byte {
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst() else { return nil }
        value.append(next)
      case UInt8(ascii: "\""):
        if isQuoted, rest.first == byte {
          value.append(byte)
          rest.removeFirst()
        } else {
          isQuoted.toggle()
        }
      default: value.append(byte)
      }
    }
    return nil
  }

  /// `range_parse`.
  func rangeProblem(_ text: [UInt8], _ subtype: OID, depth: Int) -> LiteralProblem? {
    func malformed(_ detail: String) -> LiteralProblem {
      LiteralProblem(sqlstate: "22P02", message: "malformed range literal: \"\(Self.shown(text))\"", detail: detail)
    }
    var rest = Self.trimmed(text)
    if Self.shown(rest).lowercased() == "empty" { return nil }
    guard let start = rest.popFirst(), start == UInt8(ascii: "[") || start == UInt8(ascii: "(") else {
      return malformed("Missing left parenthesis or bracket.")
    }
    let ends = [UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]")]
    guard let lower = Self.quotable(&rest, until: ends) else { return malformed("Unexpected end of input.") }
    guard rest.popFirst() == UInt8(ascii: ",") else { return malformed("Missing comma after lower bound.") }
    guard let upper = Self.quotable(&rest, until: ends) else { return malformed("Unexpected end of input.") }
    guard rest.popFirst() != UInt8(ascii: ",") else { return malformed("Too many commas.") }
    guard rest.isEmpty else { return malformed("Junk after right parenthesis or bracket.") }
    for bound in [lower, upper] where !bound.isEmpty {
      if let problem = problem(bound, of: types.base(of: subtype), depth: depth + 1) { return problem }
    }
    guard [.int4, .int8, .numeric].contains(subtype), let low = Double(Self.shown(lower)), let high = Double(Self.shown(upper)), low > high
    else { return nil }
    return LiteralProblem(sqlstate: "22000", message: "range lower bound must be less than or equal to range upper bound")
  }
}

extension OID {
  fileprivate static let box: OID = 603
}

/// The elements of an array's text, or what is wrong with it (`ArrayCount`).
private struct ArrayTextReader {
  private enum State {
    case noLevel, levelStarted, elementStarted, quotedStarted, quotedCompleted, elementDelimited, levelCompleted, levelDelimited
  }

  private(set) var elements: [[UInt8]] = []
  private var rest: ArraySlice<UInt8>
  private let delimiter: UInt8
  private var state = State.noLevel
  private var level = 0
  private var (value, hasQuotes, length) = ([UInt8](), false, 0)
  /// How many items each open level has, and how many those of that depth have.
  private var counts = [Int](repeating: 0, count: 8)
  private var wanted = [Int](repeating: -1, count: 8)

  init(_ text: [UInt8], delimiter: UInt8) { (rest, self.delimiter) = (text[...], delimiter) }

  /// - Returns: The detail of what is wrong; nil for good text.
  mutating func read() -> String? {
    repeat {
      guard let byte = rest.popFirst() else { return "Unexpected end of input." }
      if let detail = take(byte) { return detail }
    } while level > 0 || state == .noLevel
    return rest.allSatisfy(LiteralInput.isSpace) ? nil : "Junk after closing right brace."
  }

  private mutating func take(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\\"):
      guard [.levelStarted, .elementStarted, .quotedStarted, .elementDelimited].contains(state) else { return unexpected(byte) }
      if state != .quotedStarted { state = .elementStarted }
      guard let next = rest.popFirst() else { return "Unexpected end of input." }
      append(next, counts: true)
    case UInt8(ascii: "\""):
      guard [.levelStarted, .quotedStarted, .elementDelimited].contains(state) else { return "Unexpected array element." }
      hasQuotes = true
      state = state == .quotedStarted ? .quotedCompleted : .quotedStarted
    case _ where state == .quotedStarted: append(byte, counts: true)
    case UInt8(ascii: "{"):
      guard [.noLevel, .levelStarted, .levelDelimited].contains(state) else { return unexpected(byte) }
      guard level < 6 else { return nil }
      state = .levelStarted
      level += 1
      counts[level] = 0
    case UInt8(ascii: "}"): return close(byte)
    case delimiter:
      guard [.elementStarted, .quotedCompleted, .levelCompleted].contains(state) else { return unexpected(byte) }
      if state == .levelCompleted { state = .levelDelimited } else { state = .elementDelimited }
      finishItem(isElement: state == .elementDelimited)
    case _ where LiteralInput.isSpace(byte): if state == .elementStarted { append(byte, counts: false) }
    default:
      guard [.levelStarted, .elementStarted, .elementDelimited].contains(state) else { return "Unexpected array element." }
      state = .elementStarted
      append(byte, counts: true)
    }
    return nil
  }

  private mutating func close(_ byte: UInt8) -> String? {
    guard [.elementStarted, .quotedCompleted, .levelCompleted].contains(state) || (state == .levelStarted && level == 1) else {
      return unexpected(byte)
    }
    if level == 0 { return "Unmatched \"}\" character." }
    if state != .levelStarted { finishItem(isElement: state != .levelCompleted) }
    if wanted[level] >= 0, wanted[level] != counts[level] {
      return "Multidimensional arrays must have sub-arrays with matching dimensions."
    }
    (wanted[level], state) = (counts[level], .levelCompleted)
    level -= 1
    return nil
  }

  private mutating func append(_ byte: UInt8, counts: Bool) {
    value.append(byte)
    if counts { length = value.count }
  }

  private mutating func finishItem(isElement: Bool) {
    counts[level] += 1
    guard isElement else { return }
    let text = Array(value.prefix(length))
    if hasQuotes || LiteralInput.shown(text).lowercased() != "null" { elements.append(text) }
    (value, hasQuotes, length) = ([], false, 0)
  }

  private func unexpected(_ byte: UInt8) -> String { "Unexpected \"\(LiteralInput.shown([byte]))\" character." }
}
