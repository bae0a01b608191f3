import HostLanguages
import SourceText

/// How a statement's placeholders and escapes are written for its target driver.
struct PlaceholderWriting {
  private let source: PlaceholderStyle
  private let target: PlaceholderStyle
  private let hasNames: Bool
  /// Whether the source driver reads `%%` as `%` in this statement.
  private let sourceDecodesPercent: Bool
  /// Whether the target driver will read `%%` as `%` in it.
  private let targetDecodesPercent: Bool
  /// For each byte of the text whether it belongs to a placeholder or hole.
  private let isInAtom: [Bool]

  init(_ statement: EmbeddedStatement, in host: [UInt8]) {
    (source, target) = (statement.driver.placeholders, statement.driver.targetPlaceholders)
    hasNames = statement.text.placeholders.contains { $0.name != nil }
    isInAtom = Self.mask(statement.text)
    sourceDecodesPercent = source == .percent && Self.decodesPercent(statement, isInAtom: isInAtom, in: host)
    let binds = statement.text.atoms.contains { $0.kind == .placeholder }
    targetDecodesPercent = target == .percent && (source == .percent ? sourceDecodesPercent : binds)
  }

  /// psycopg reads `%%` as `%` only when values are passed; so do PyMySQL and mysqlclient.
  private static func decodesPercent(_ statement: EmbeddedStatement, isInAtom: [Bool], in host: [UInt8]) -> Bool {
    let sql = statement.text.bytes
    var sawPercent = false
    for segment in statement.map.segments where segment.sql.start >= 0 && segment.sql.end <= sql.count {
      switch segment.kind {
      case .escape where DriverEscape(segment, of: statement, host: host) == .percent: return true
      case .verbatim where !sawPercent:
        sawPercent = segment.sql.range.contains { sql[$0] == UInt8(ascii: "%") && !isInAtom[$0] }
      case .escape, .hole, .verbatim: continue
      }
    }
    if sawPercent { return false }
    if statement.text.atoms.contains(where: { $0.kind == .placeholder }) { return true }
    guard let call = statement.callSite else { return false }
    return call.arguments.indices.contains { $0 > call.statementArgument }
  }

  /// Whether placeholders stay as the source writes them.
  var keepsMarkers: Bool { source == target || target == .none }

  /// Whether the target binds values by position while their order is the parameters' number.
  var isPositional: Bool {
    switch target {
    case .question: true
    case .percent: source != .percent || !hasNames
    case .dollar, .colon, .at, .none: false
    }
  }

  /// Whether names would be lost.
  var losesNames: Bool { hasNames && !keepsMarkers }

  /// How a placeholder that the source writes as `text` is written for the target.
  func marker(of text: ArraySlice<UInt8>) -> [UInt8] {
    if keepsMarkers { return Array(text) }
    switch target {
    case .question: return Array("?".utf8)
    case .percent: return Array("%s".utf8)
    case .dollar, .colon, .at, .none: return Array(text)
    }
  }

  // MARK: Escapes

  /// Whether a question mark that is no placeholder stands in bytes of the source text.
  func holdsQuestionMark(_ range: ByteRange, of sql: SQLText) -> Bool {
    range.range.contains { sql.bytes[$0] == UInt8(ascii: "?") && !isInAtom[$0] }
  }

  /// Whether a byte that is no placeholder is written otherwise for the target driver than for the source driver.
  func mustWriteAnew(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "%") && sourceDecodesPercent != targetDecodesPercent
  }

  /// The bytes outside holes that must be written anew.
  func offsetsToWriteAnew(in range: ByteRange, of sql: SQLText) -> [Int] {
    guard sourceDecodesPercent != targetDecodesPercent else { return [] }
    return range.range.filter { mustWriteAnew(sql.bytes[$0]) && !isInAtom[$0] }
  }

  private static func mask(_ sql: SQLText) -> [Bool] {
    var result = [Bool](repeating: false, count: sql.bytes.count)
    for atom in sql.atoms where atom.range.start >= 0 && atom.range.end <= sql.bytes.count {
      for offset in atom.range.range { result[offset] = true }
    }
    return result
  }

  /// New text as the target driver must be sent it.
  func escaped(_ text: NewText) -> [UInt8] {
    guard targetDecodesPercent else { return text.bytes }
    var result: [UInt8] = []
    for (byte, isMarker) in zip(text.bytes, text.isMarker) {
      result.append(byte)
      if byte == UInt8(ascii: "%"), !isMarker { result.append(byte) }
    }
    return result
  }
}

/// An escape that the driver, not the host language, decodes.
enum DriverEscape: Hashable {
  case percent, question, colon

  /// - Parameter segment: Of kind `escape`.
  init?(_ segment: SourceMap.Segment, of statement: EmbeddedStatement, host: [UInt8]) {
    let sql = statement.text.bytes
    guard segment.sql.count == 1, segment.host.count >= 2, segment.sql.start >= 0, segment.sql.end <= sql.count, segment.host.start >= 0,
      segment.host.end <= host.count, statement.literals.indices.contains(segment.literal)
    else { return nil }
    let written = host[segment.host.range]
    // In a format string the two signs are the format's escape; the driver's takes four.
    let percent = statement.literals[segment.literal].form.mustEscape.contains("%") ? "%%%%" : "%%"
    switch sql[segment.sql.start] {
    case UInt8(ascii: "%") where written.elementsEqual(percent.utf8): self = .percent
    case UInt8(ascii: "?") where written.elementsEqual("??".utf8): self = .question
    case UInt8(ascii: ":") where written.elementsEqual("\\:".utf8) || written.elementsEqual("\\\\:".utf8): self = .colon
    default: return nil
    }
  }

  /// As the driver is sent it.
  var written: [UInt8] {
    switch self {
    case .percent: Array("%%".utf8)
    case .question: Array("??".utf8)
    case .colon: Array("\\:".utf8)
    }
  }
}
