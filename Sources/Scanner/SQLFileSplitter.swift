import HostLanguages
import PostgresSyntax
import SourceText

/// The statements of an SQL file: a script, a migration, or a file of named queries.
enum SQLFileSplitter {
  static func statements(of bytes: [UInt8], choice: DriverChoice? = nil) -> [EmbeddedStatement] {
    let start = bytes.starts(with: EncodingCheck.utf8Mark) ? EncodingCheck.utf8Mark.count : 0
    let text = SQLText(bytes: start == 0 ? bytes : Array(bytes[start...]))
    let isQueryFile = ByteSearch(bytes).contains("-- name:")
    return Parser.split(text).map { range in
      statement(Array(text.bytes[range.range]), host: range.shifted(by: start), isQueryFile: isQueryFile, choice)
    }
  }

  private static func statement(_ bytes: [UInt8], host: ByteRange, isQueryFile: Bool, _ choice: DriverChoice?) -> EmbeddedStatement {
    let found = driver(of: bytes, isQueryFile: isQueryFile)
    let driver = choice?.withPlaceholders(found) ?? found
    let text = withVariables(Placeholders.locate(in: SQLText(bytes: bytes), style: driver.placeholders))
    var segments: [SourceMap.Segment] = []
    var at = 0
    for hole in text.holes {
      segments.append(.init(sql: ByteRange(at, hole.range.start), host: place(at, hole.range.start), literal: 0, kind: .verbatim))
      segments.append(.init(sql: hole.range, host: place(hole.range.start, hole.range.end), literal: 0, kind: .hole))
      at = hole.range.end
    }
    segments.append(.init(sql: ByteRange(at, bytes.count), host: place(at, bytes.count), literal: 0, kind: .verbatim))
    return EmbeddedStatement(
      language: HostLanguage.sqlFileID, text: text, map: SourceMap(segments: segments.filter { !$0.sql.isEmpty }),
      literals: [EmbeddedLiteral(range: host, body: host, form: .sql)], range: host, kind: .statement, confidence: .certain, driver: driver)

    func place(_ start: Int, _ end: Int) -> ByteRange { ByteRange(start, end).shifted(by: host.start) }
  }

  private static func driver(of bytes: [UInt8], isQueryFile: Bool) -> Driver {
    func has(_ style: PlaceholderStyle) -> Bool { !Placeholders.locate(in: SQLText(bytes: bytes), style: style).atoms.isEmpty }
    if bytes.contains(UInt8(ascii: "$")), has(.dollar) { return .sqlFile }
    if isQueryFile, bytes.contains(UInt8(ascii: "@")), has(.at) { return .sqlFileAt }
    return bytes.contains(UInt8(ascii: ":")) && has(.colon) ? .sqlFileNamed : .sqlFile
  }

  /// psql's `:'name'` and `:"name"`, which only psql can fill, as holes, where the text is no statement otherwise.
  private static func withVariables(_ text: SQLText) -> SQLText {
    guard text.bytes.contains(UInt8(ascii: ":")), (try? Parser.parseStatement(text)) == nil else { return text }
    var result = text
    var from = 0
    while let range = try? variable.firstMatch(in: text.bytes, from: from) {
      if !result.atoms.contains(where: { $0.range.overlaps(range) }) { result.atoms.append(Atom(range: range, kind: .hole)) }
      from = range.end
    }
    result.atoms.sort { $0.range < $1.range }
    return (try? Parser.parseStatement(result)) == nil ? text : result
  }

  private static let variable = Regex(#"(?<!:):(?:'[A-Za-z_][A-Za-z0-9_]{0,62}'|"[A-Za-z_][A-Za-z0-9_]{0,62}")"#)
}
