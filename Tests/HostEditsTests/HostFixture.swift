import HostLanguages
import SourceText

/// A plain reading of host code for tests: one `run(TEXT, VALUES…)` call a line, TEXT being literals and names joined by `+` or standing side
/// by side. It decodes literals by the languages' rules, independently of the scanner, and is the judge of what was written.
struct HostFixture: Sendable {
  var language: String
  var driver: Driver

  static let go = HostFixture(language: "go", driver: .fixture(.dollar, .question))
  static let javascript = HostFixture(language: "javascript", driver: .fixture(.dollar, .question))
  static let java = HostFixture(language: "java", driver: .fixture(.question, .question))
  static let spring = HostFixture(language: "java", driver: .fixture(.colon, .colon))
  static let python = HostFixture(language: "python", driver: .fixture(.percent, .percent))
  static let asyncpg = HostFixture(language: "python", driver: .fixture(.dollar, .percent))
  static let sql = HostFixture(language: "sql", driver: .fixture(.none, .none))

  func statements(in host: [UInt8]) -> [EmbeddedStatement] {
    if language == "sql" { return sqlStatements(in: host) }
    var reader = Reader(host: host, fixture: self)
    return reader.readAll()
  }

  func statement(in host: String) -> EmbeddedStatement? { statements(in: Array(host.utf8)).first }

  private func sqlStatements(in host: [UInt8]) -> [EmbeddedStatement] {
    var result: [EmbeddedStatement] = []
    var start = 0
    for (index, byte) in host.enumerated() where byte == UInt8(ascii: ";") {
      var from = start
      while from < index, host[from] <= 0x20 { from += 1 }
      let range = ByteRange(from, index)
      let text = SQLText(bytes: Array(host[range.range]))
      result.append(
        EmbeddedStatement(
          language: language, text: text,
          map: SourceMap(segments: [.init(sql: ByteRange(0, text.bytes.count), host: range, literal: 0, kind: .verbatim)]),
          literals: [EmbeddedLiteral(range: range, body: range, form: LiteralForm(name: "sql", escapes: .none, isMultiline: true))],
          range: range, kind: .statement, confidence: .certain, driver: driver))
      start = index + 1
    }
    return result
  }
}

extension Driver {
  static func fixture(_ source: PlaceholderStyle, _ target: PlaceholderStyle) -> Driver {
    Driver(id: "fixture", placeholders: source, targetPlaceholders: target, targetName: "the target driver", returningHelp: "")
  }
}

extension LiteralForm {
  static let goInterpreted = LiteralForm(name: "interpreted", escapes: .go, mustEscape: ["\""])
  static let goRaw = LiteralForm(name: "raw", escapes: .none, cannotHold: ["`", "\r"], isMultiline: true)
  static let javaString = LiteralForm(name: "string", escapes: .java, mustEscape: ["\""])
  static let javaTextBlock = LiteralForm(name: "text block", escapes: .javaTextBlock, mustEscape: ["\"\"\""], isMultiline: true)
  static func python(_ delimiter: String) -> LiteralForm {
    LiteralForm(name: "string", escapes: .python, mustEscape: [delimiter], isMultiline: delimiter.count == 3)
  }
  static func pythonF(_ delimiter: String) -> LiteralForm {
    LiteralForm(name: "f-string", escapes: .python, mustEscape: [delimiter, "{", "}"], isMultiline: delimiter.count == 3)
  }
  static func pythonRaw(_ delimiter: String) -> LiteralForm {
    LiteralForm(name: "raw", escapes: .none, cannotHold: [delimiter], isMultiline: delimiter.count == 3)
  }
  static func javascript(_ delimiter: String) -> LiteralForm {
    delimiter == "`"
      ? LiteralForm(name: "template", escapes: .javascript, mustEscape: ["`", "${"], isMultiline: true)
      : LiteralForm(name: "string", escapes: .javascript, mustEscape: [delimiter])
  }
}

// MARK: Reading

private struct Reader {
  let host: [UInt8]
  let fixture: HostFixture
  var position = 0

  init(host: [UInt8], fixture: HostFixture) { (self.host, self.fixture) = (host, fixture) }

  func starts(_ text: String, at offset: Int? = nil) -> Bool { host.dropFirst(offset ?? position).starts(with: text.utf8) }

  mutating func readAll() -> [EmbeddedStatement] {
    var result: [EmbeddedStatement] = []
    while position < host.count {
      if starts("run(") {
        let start = position
        position += 4
        if let statement = readCall(from: start) { result.append(statement) }
      } else {
        position += 1
      }
    }
    return result
  }

  mutating func skipBlanks() { while position < host.count, host[position] <= 0x20 { position += 1 } }

  mutating func readCall(from start: Int) -> EmbeddedStatement? {
    var builder = Builder()
    var end = position
    let textStart = position
    while position < host.count {
      skipBlanks()
      if let literal = readLiteral() {
        builder.add(literal, host)
        end = literal.range.end
      } else if position < host.count, isName(host[position]) {
        let from = position
        while position < host.count, isName(host[position]) { position += 1 }
        builder.addHole(ByteRange(from, position), literal: -1, text: host[from..<position])
        end = position
      } else if starts("+") {
        position += 1
      } else {
        break
      }
    }
    guard !builder.literals.isEmpty else { return nil }
    let (arguments, values) = readValues()
    guard starts(")") else { return nil }
    position += 1
    let atoms = builder.atoms(fixture.driver.placeholders)  // decodes the driver's escapes
    let text = SQLText(bytes: builder.sql, atoms: atoms)
    return EmbeddedStatement(
      language: fixture.language, text: text, map: SourceMap(segments: builder.segments), literals: builder.literals,
      range: ByteRange(textStart, end), kind: .statement, confidence: .certain, driver: fixture.driver,
      callSite: CallSite(
        callee: "run", range: ByteRange(start, position), arguments: [HostArgument(range: ByteRange(textStart, end))] + arguments,
        statementArgument: 0, parameters: values))
  }

  func isName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// `, a, b` or `, [a, b]` or `, (a, b)`; values that are one name are not written out, as `, *rest` is not.
  mutating func readValues() -> ([HostArgument], [HostArgument]?) {
    guard starts(",") else { return ([], []) }
    position += 1
    skipBlanks()
    let isList = starts("[") || starts("(")
    let listStart = position
    if isList { position += 1 }
    var values: [HostArgument] = []
    while position < host.count, !starts(")"), !starts("]") {
      skipBlanks()
      let from = position
      var depth = 0
      while position < host.count, depth > 0 || !(starts(",") || starts(")") || starts("]") || starts("/*")) {
        if starts("(") || starts("[") { depth += 1 }
        if starts(")") || starts("]") { depth -= 1 }
        position += 1
      }
      var to = position
      while to > from, host[to - 1] <= 0x20 { to -= 1 }
      if from < to { values.append(HostArgument(range: ByteRange(from, to), isSpread: host[from] == UInt8(ascii: "*"))) }
      while position < host.count, starts("/*") {
        while position < host.count, !starts("*/") { position += 1 }
        position += 2
        skipBlanks()
      }
      if starts(",") { position += 1 }
      skipBlanks()
    }
    if isList {
      position += 1
      return ([HostArgument(range: ByteRange(listStart, position))], values)
    }
    return (values, values.contains { $0.isSpread } ? nil : values)
  }
}

// MARK: Literals

extension Reader {
  struct Found {
    var range: ByteRange
    var body: ByteRange
    var form: LiteralForm
    var segments: [SourceMap.Segment]  // `sql` counted from 0 within `text`
    var text: [UInt8]
  }

  mutating func readLiteral() -> Found? {
    let start = position
    for (prefix, delimiter, form) in forms where starts(prefix + delimiter) {
      let body = start + prefix.utf8.count + delimiter.utf8.count + (form.escapes == .javaTextBlock ? lineRest(start + 3) : 0)
      var end = body
      while end < host.count, !starts(delimiter, at: end) {
        // A backslash keeps the next byte from ending the literal, in raw Python strings as well.
        let skipsNext = host[end] == UInt8(ascii: "\\") && (form.escapes != .none || fixture.language == "python")
        if !form.isMultiline, host[end] == 0x0A, !skipsNext { return nil }
        end += skipsNext ? 2 : 1
      }
      guard end < host.count else { return nil }
      let range = ByteRange(start, end + delimiter.utf8.count)
      position = range.end
      var decoder = Decoder(host: host, form: form, language: fixture.language)
      guard decoder.decode(ByteRange(body, end)) else { return nil }
      return Found(range: range, body: ByteRange(body, end), form: form, segments: decoder.segments, text: decoder.text)
    }
    return nil
  }

  /// The rest of the line that opens a text block, with its line end.
  func lineRest(_ offset: Int) -> Int {
    var end = offset
    while end < host.count, host[end] != 0x0A { end += 1 }
    return end + 1 - offset
  }

  var forms: [(String, String, LiteralForm)] {
    switch fixture.language {
    case "go": [("", "`", .goRaw), ("", "\"", .goInterpreted)]
    case "java": [("", "\"\"\"", .javaTextBlock), ("", "\"", .javaString)]
    case "python":
      ["\"\"\"", "'''", "\"", "'"].flatMap { delimiter in
        [("", delimiter, .python(delimiter)), ("f", delimiter, .pythonF(delimiter)), ("r", delimiter, .pythonRaw(delimiter))]
      }
    default: ["`", "\"", "'"].map { ("", $0, .javascript($0)) }
    }
  }
}

/// Decodes a literal's body with the language's rules.
struct Decoder {
  let host: [UInt8]
  let form: LiteralForm
  let language: String
  var text: [UInt8] = []
  var segments: [SourceMap.Segment] = []

  init(host: [UInt8], form: LiteralForm, language: String) { (self.host, self.form, self.language) = (host, form, language) }

  mutating func decode(_ body: ByteRange) -> Bool {
    var position = body.start
    let skipped = form.escapes == .javaTextBlock ? layout(body) : []
    while position < body.end {
      if let skip = skipped.first(where: { $0.contains(offset: position) }) {
        position = skip.end
        continue
      }
      let byte = host[position]
      let next = position + 1 < body.end ? host[position + 1] : 0
      if byte == 0x0D, next == 0x0A, form.isMultiline {
        if language == "go" { position += 1 } else { add([0x0A], ByteRange(position, position + 2), .escape); position += 2 }
      } else if byte == UInt8(ascii: "\\"), form.escapes != .none {
        guard let (decoded, count) = escape(position, body.end) else { return false }
        if !decoded.isEmpty { add(decoded, ByteRange(position, position + count), .escape) }
        position += count
      } else if form.name == "f-string", byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
        guard let count = brace(position, next, body.end) else { return false }
        position += count
      } else if form.name == "template", byte == UInt8(ascii: "$"), next == UInt8(ascii: "{") {
        guard let end = host[position..<body.end].firstIndex(of: UInt8(ascii: "}")) else { return false }
        addHole(position + 2, end, ByteRange(position, end + 1))
        position = end + 1
      } else {
        add([byte], ByteRange(position, position + 1), .verbatim)
        position += 1
      }
    }
    return true
  }

  private mutating func brace(_ position: Int, _ next: UInt8, _ end: Int) -> Int? {
    if next == host[position] {
      add([next], ByteRange(position, position + 2), .escape)
      return 2
    }
    guard host[position] == UInt8(ascii: "{"), let close = host[position..<end].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    addHole(position + 1, close, ByteRange(position, close + 1))
    return close + 1 - position
  }

  private mutating func addHole(_ start: Int, _ end: Int, _ range: ByteRange) {
    add(Array("⟦".utf8) + host[start..<end] + Array("⟧".utf8), range, .hole)
  }

  private mutating func add(_ bytes: [UInt8], _ range: ByteRange, _ kind: SourceMap.Segment.Kind) {
    let sql = ByteRange(text.count, text.count + bytes.count)
    text += bytes
    if kind == .verbatim, let last = segments.last, last.kind == .verbatim, last.host.end == range.start {
      segments[segments.count - 1].sql.end = sql.end
      segments[segments.count - 1].host.end = range.end
    } else {
      segments.append(.init(sql: sql, host: range, literal: 0, kind: kind))
    }
  }

  /// An escape sequence and its length, or nil for a wrong one.
  private func escape(_ position: Int, _ end: Int) -> ([UInt8], Int)? {
    guard position + 1 < end else { return nil }
    let byte = host[position + 1]
    switch byte {
    case UInt8(ascii: "n"): return ([0x0A], 2)
    case UInt8(ascii: "r"): return ([0x0D], 2)
    case UInt8(ascii: "t"): return ([0x09], 2)
    case UInt8(ascii: "s") where form.escapes == .javaTextBlock: return ([0x20], 2)
    case 0x0A: return form.escapes == .go || form.escapes == .java ? nil : ([], 2)
    case UInt8(ascii: "x") where form.escapes != .java && form.escapes != .javaTextBlock:
      return number(position + 2, end, digits: 2, radix: 16).map { ($0, 4) }
    case UInt8(ascii: "u"): return number(position + 2, end, digits: 4, radix: 16).map { ($0, 6) }
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return number(position + 1, end, digits: 3, radix: 8).map { ($0, 4) }
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return ([byte], 2)
    case UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "{"): return form.escapes == .javascript ? ([byte], 2) : nil
    default: return form.escapes == .python ? ([UInt8(ascii: "\\"), byte], 2) : nil
    }
  }

  private func number(_ start: Int, _ end: Int, digits: Int, radix: Int) -> [UInt8]? {
    guard start + digits <= end, let value = UInt32(String(decoding: host[start..<(start + digits)], as: UTF8.self), radix: radix),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return Array(String(Character(scalar)).utf8)
  }

  /// What a text block strips: the common indentation and the blanks before line ends.
  private func layout(_ body: ByteRange) -> [ByteRange] {
    var lines: [ByteRange] = []
    var start = body.start
    for offset in body.range where host[offset] == 0x0A {
      lines.append(ByteRange(start, offset))
      start = offset + 1
    }
    lines.append(ByteRange(start, body.end))
    func isBlank(_ offset: Int) -> Bool { host[offset] == 0x20 || host[offset] == 0x09 || host[offset] == 0x0D }
    func indentation(_ line: ByteRange) -> Int { line.range.prefix { isBlank($0) }.count }
    let counted = lines.enumerated().filter { $0.offset == lines.count - 1 || indentation($0.element) < $0.element.count }
    let common = counted.map { indentation($0.element) }.min() ?? 0
    var result: [ByteRange] = []
    for line in lines {
      let indented = ByteRange(line.start, min(line.start + common, line.end))
      if !indented.isEmpty { result.append(indented) }
      let trailing = line.range.reversed().prefix { isBlank($0) }.count
      // A carriage return before the line end is part of it; the fixture's text blocks have none.
      let from = max(line.end - trailing, indented.end)
      if from < line.end { result.append(ByteRange(from, line.end)) }
    }
    return result
  }
}

// MARK: Building

private struct Builder {
  var sql: [UInt8] = []
  var segments: [SourceMap.Segment] = []
  var literals: [EmbeddedLiteral] = []
  var holes: [ByteRange] = []

  mutating func add(_ found: Reader.Found, _ host: [UInt8]) {
    literals.append(EmbeddedLiteral(range: found.range, body: found.body, form: found.form))
    for segment in found.segments {
      var moved = segment
      moved.sql = segment.sql.shifted(by: sql.count)
      moved.literal = literals.count - 1
      segments.append(moved)
      if segment.kind == .hole { holes.append(moved.sql) }
    }
    sql += found.text
  }

  mutating func addHole(_ host: ByteRange, literal: Int, text: ArraySlice<UInt8>) {
    let bytes: [UInt8] = Array("⟦".utf8) + Array(text) + Array("⟧".utf8)
    let range = ByteRange(sql.count, sql.count + bytes.count)
    holes.append(range)
    segments.append(.init(sql: range, host: host, literal: literal, kind: .hole))
    sql += bytes
  }

  /// Decodes the driver's escapes and finds its placeholders, both wherever they stand.
  mutating func atoms(_ style: PlaceholderStyle) -> [Atom] {
    if style == .percent, holds("%s") || holds("%(") { decode("%%", to: "%") }
    if style == .question { decode("??", to: "?") }
    let escaped = Set(segments.filter { $0.kind == .escape }.map(\.sql.start))
    var result = holes.map { Atom(range: $0, kind: .hole) }
    var names: [String: Int] = [:]
    var position = 0
    while position < sql.count {
      defer { position += 1 }
      guard !escaped.contains(position), !holes.contains(where: { $0.contains(offset: position) }),
        let (length, name) = placeholder(position, style)
      else { continue }
      let number: Int
      if style == .dollar, let written = name.flatMap({ Int($0) }) { number = written } else {
        let key = name ?? "#\(names.count)"
        number = names[key] ?? names.count + 1
        names[key] = number
      }
      result.append(
        Atom(range: ByteRange(position, position + length), kind: .placeholder, parameter: number, name: style == .dollar ? nil : name))
    }
    return result.sorted { $0.range < $1.range }
  }

  private func holds(_ text: String) -> Bool {
    sql.indices.contains { sql[$0...].starts(with: text.utf8) }
  }

  private func placeholder(_ position: Int, _ style: PlaceholderStyle) -> (Int, String?)? {
    func word(from start: Int) -> String {
      String(decoding: sql[start...].prefix { $0 == UInt8(ascii: "_") || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x7A }, as: UTF8.self)
    }
    switch style {
    case .dollar where sql[position] == UInt8(ascii: "$"):
      let digits = word(from: position + 1).prefix { $0.isNumber }
      return digits.isEmpty ? nil : (digits.utf8.count + 1, String(digits))
    case .question where sql[position] == UInt8(ascii: "?"): return (1, nil)
    case .percent where sql[position...].starts(with: "%s".utf8): return (2, nil)
    case .percent where sql[position...].starts(with: "%(".utf8):
      let name = word(from: position + 2)
      return sql[position...].starts(with: "%(\(name))s".utf8) ? (name.utf8.count + 4, name) : nil
    case .colon where sql[position] == UInt8(ascii: ":"):
      let name = word(from: position + 1)
      let isCast = position > 0 && sql[position - 1] == UInt8(ascii: ":")
      return name.isEmpty || isCast ? nil : (name.utf8.count + 1, name)
    default: return nil
    }
  }

  /// Replaces each two-byte driver escape in verbatim text by one byte, with a segment of its own.
  private mutating func decode(_ escape: String, to plain: String) {
    let pair = Array(escape.utf8)
    var index = 0
    while index < segments.count {
      defer { index += 1 }
      let segment = segments[index]
      guard segment.kind == .verbatim,
        let place = segment.sql.range.dropLast().first(where: { sql[$0] == pair[0] && sql[$0 + 1] == pair[1] })
      else { continue }
      let offset = place - segment.sql.start
      sql.replaceSubrange(place..<(place + 2), with: plain.utf8)
      var pieces: [SourceMap.Segment] = []
      if offset > 0 {
        pieces.append(.init(sql: ByteRange(segment.sql.start, place), host: ByteRange(segment.host.start, segment.host.start + offset), literal: segment.literal, kind: .verbatim))
      }
      let host = segment.host.start + offset
      pieces.append(.init(sql: ByteRange(place, place + 1), host: ByteRange(host, host + 2), literal: segment.literal, kind: .escape))
      if host + 2 < segment.host.end {
        pieces.append(.init(sql: ByteRange(place + 1, segment.sql.end - 1), host: ByteRange(host + 2, segment.host.end), literal: segment.literal, kind: .verbatim))
      }
      for later in (index + 1)..<max(index + 1, segments.count) { segments[later].sql = segments[later].sql.shifted(by: -1) }
      holes = holes.map { $0.start > place ? $0.shifted(by: -1) : $0 }
      segments.replaceSubrange(index...index, with: pieces)
      index += pieces.count > 1 && offset > 0 ? 1 : 0
    }
  }
}
