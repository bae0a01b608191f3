import HostLanguages
import PostgresSyntax
import SourceText

/// The statements of an SQL file: a script, a migration, or a file of named queries.
enum SQLFileSplitter {
  static func statements(of bytes: [UInt8], choice: DriverChoice? = nil) -> [EmbeddedStatement] {
    let start = bytes.starts(with: EncodingCheck.utf8Mark) ? EncodingCheck.utf8Mark.count : 0
    let isQueryFile = ByteSearch(bytes).contains("-- name:")
    return Parser.split(SQLText(bytes: start == 0 ? bytes : Array(bytes[start...]))).map { range in
      statement(range.shifted(by: start), of: bytes, isQueryFile: isQueryFile, choice)
    }
  }

  private static func statement(_ range: ByteRange, of file: [UInt8], isQueryFile: Bool, _ choice: DriverChoice?) -> EmbeddedStatement {
    let bytes = Array(file[range.range])
    let found = driver(of: bytes, isQueryFile: isQueryFile)
    let driver = choice?.withPlaceholders(found) ?? found
    let plain = text(of: range, of: file, holes: [])
    var (text, sql) = (plain, Placeholders.locate(in: SQLText(bytes: bytes), style: driver.placeholders))
    if let filled = withVariables(sql, range, of: file) { (text, sql) = filled }
    return EmbeddedStatement(
      language: HostLanguage.sqlFileID, text: sql, map: SourceMap(segments: text.segments), literals: text.literals, range: range,
      kind: .statement, confidence: .certain, driver: driver)
  }

  private static func driver(of bytes: [UInt8], isQueryFile: Bool) -> Driver {
    func has(_ style: PlaceholderStyle) -> Bool { !Placeholders.locate(in: SQLText(bytes: bytes), style: style).atoms.isEmpty }
    if bytes.contains(UInt8(ascii: "$")), has(.dollar) { return .sqlFile }
    if isQueryFile, bytes.contains(UInt8(ascii: "@")), has(.at) { return .sqlFileAt }
    return bytes.contains(UInt8(ascii: ":")) && has(.colon) ? .sqlFileNamed : .sqlFile
  }

  private static func text(of range: ByteRange, of file: [UInt8], holes: [ByteRange]) -> HostText {
    var text = HostText()
    let literal = text.begin(EmbeddedLiteral(range: range, body: range, form: .sql))
    var at = range.start
    for hole in holes {
      text.addVerbatim(ByteRange(at, hole.start), of: file, literal: literal)
      text.addHole(file[hole.range], from: hole, literal: literal)
      at = hole.end
    }
    text.addVerbatim(ByteRange(at, range.end), of: file, literal: literal)
    return text
  }

  /// psql's variables as holes, where the text is no statement with them as values: `:schema.jobs`, `:'name'`, `:"name"`.
  private static func withVariables(_ sql: SQLText, _ range: ByteRange, of file: [UInt8]) -> (HostText, SQLText)? {
    guard sql.bytes.contains(UInt8(ascii: ":")), (try? Parser.parseStatement(sql)) == nil else { return nil }
    let names = Placeholders.locate(in: SQLText(bytes: sql.bytes), style: .colon).atoms.map(\.range)
    // People write a few; reading thousands of them as names would take very long.
    guard names.count < 200 else { return nil }
    var holes: [ByteRange] = []
    var from = 0
    while holes.count < 200, let quoted = try? variable.firstMatch(in: sql.bytes, from: from) {
      holes.append(quoted)
      from = quoted.end
    }
    holes += names.filter { name in !holes.contains { $0.overlaps(name) } }
    guard !holes.isEmpty else { return nil }
    let text = text(of: range, of: file, holes: holes.sorted().map { $0.shifted(by: range.start) })
    let filled = SQLText(bytes: text.bytes, atoms: text.holes)
    return (try? Parser.parseStatement(filled)) == nil ? nil : (text, filled)
  }

  private static let variable = Regex(#"(?<!:):(?:'[A-Za-z_][A-Za-z0-9_]{0,62}'|"[A-Za-z_][A-Za-z0-9_]{0,62}")"#)
}
