import HostEdits
import HostLanguages
import Results
import SourceText

/// Makes the document's entry of a statement from what the stages say of it.
struct ResultAssembly {
  /// Relative to the root.
  private let file: String
  private let lines: LineMap
  private var numbering: StatementNumbering

  init(file: String, lines: LineMap) {
    (self.file, self.lines) = (file, lines)
    numbering = StatementNumbering(file: file)
  }

  mutating func result(_ statement: EmbeddedStatement, _ judged: JudgedStatement, _ plan: HostEditPlan) -> StatementResult {
    var result = entry(statement)
    let status = max(judged.status, plan.ceiling ?? .unchanged)
    result.sql = judged.text
    result.status = status
    result.validation = judged.validation
    result.findings = sorted(judged.findings + plan.findings)
    result.findingPlaces = result.findings.map { lines.range(of: statement.hostRange(of: $0.range)) }
    guard status.hasRewriting else { return result }
    result.rewritten = judged.isApplied ? statement.text.withQuestionMarks : String(decoding: plan.rewritten, as: UTF8.self)
    result.parameters = plan.parameters
    result.replacement = String(decoding: plan.replacement, as: UTF8.self)
    result.results = judged.changedColumns.map {
      .init(column: $0.column, was: $0.was, arrives: $0.arrives, host: $0.host)
    }
    result.bindings = judged.bindings.map { .init(parameter: $0.parameter, was: $0.was, as: $0.as, edited: plan.jsonParameters.contains($0.parameter)) }
    result.edits = plan.edits.map { FileEdit(file: file, edit: $0) }
    // A change of placeholders or arguments alone is a conversion; a rewrite that changes no byte is none.
    if status == .unchanged, !plan.edits.isEmpty { result.status = .converted }
    if status == .converted, plan.edits.isEmpty { result.status = .unchanged }
    return result
  }

  /// The entry of a statement of which nothing is known yet but its place and text.
  mutating func entry(_ statement: EmbeddedStatement) -> StatementResult {
    let (id, fingerprint) = numbering.next(statement.text.bytes)
    return StatementResult(
      id: id, fingerprint: fingerprint, file: file,
      language: statement.language, kind: statement.kind.rawValue, confidence: statement.confidence.rawValue, range: lines.range(of: statement.range),
      literals: statement.literals.map { .init(range: $0.range) }, sql: statement.text, status: nil)
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    var seen = Set<Finding>()
    return findings.filter { seen.insert($0).inserted }
      .sorted { ($0.range, $1.severity, $0.rule, $0.message) < ($1.range, $0.severity, $1.rule, $1.message) }
  }
}

extension SQLText {
  /// The text with `?` for every placeholder.
  fileprivate var withQuestionMarks: String {
    let edits = placeholders.map { TextEdit($0.range, with: [UInt8(ascii: "?")]) }
    return String(decoding: (try? edits.applied(to: bytes)) ?? bytes, as: UTF8.self)
  }
}

extension EmbeddedStatement {
  /// The host bytes that write a range of the text, from its first to its last; the whole statement where the map does not say.
  fileprivate func hostRange(of range: ByteRange) -> ByteRange {
    // "At end of input": behind the last byte that writes the text.
    if range.isEmpty, range.start >= text.bytes.count, let last = map.segments.last { return ByteRange(last.host.end, last.host.end) }
    let segments = map.segments.filter { $0.sql.start < range.end && range.start < $0.sql.end || $0.sql.start == range.start && !$0.sql.isEmpty }
    guard let first = segments.first, let last = segments.last else { return self.range }
    func offset(_ sql: Int, in segment: SourceMap.Segment, isEnd: Bool) -> Int {
      guard segment.kind == .verbatim else { return isEnd ? segment.host.end : segment.host.start }
      return min(max(segment.host.start + sql - segment.sql.start, segment.host.start), segment.host.end)
    }
    return ByteRange(offset(range.start, in: first, isEnd: false), offset(range.end, in: last, isEnd: true))
  }
}
