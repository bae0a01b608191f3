import Analysis
import MySQLConversion
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import Results
import SourceText

/// What became of a statement's text before its place in a host file is looked at.
struct JudgedStatement: Sendable {
  /// With parameters numbered as the server took them.
  var text: SQLText
  var status: StatementStatus
  /// The status that holds once the parameters of `bindings` are passed in their form.
  var boundStatus: StatementStatus
  var validation: Results.Validation
  var findings: [Finding]
  /// Empty unless the status has a rewriting.
  var pieces: [Piece] = []
  var changedColumns: [Conversion.ChangedColumn] = []
  var bindings: [Conversion.Binding] = []
  var nameHoles: Set<ByteRange> = []
  /// Whether sqlferry wrote the text: then the host code is left alone, whatever the text is.
  var isApplied: Bool

  init(
    text: SQLText, status: StatementStatus, validation: Results.Validation = Results.Validation(), findings: [Finding] = [], isApplied: Bool = false
  ) {
    (self.text, self.status, self.boundStatus) = (text, status, status)
    (self.validation, self.findings, self.isApplied) = (validation, findings, isApplied)
  }

  /// Lowers the status; a status without rewriting drops the pieces.
  mutating func lower(to lowest: StatementStatus, because finding: Finding) {
    status = max(status, lowest)
    boundStatus = max(boundStatus, lowest)
    if !findings.contains(finding) { findings.append(finding) }
    if !status.hasRewriting { pieces = [] }
  }
}

extension JudgedStatement {
  /// A text that sqlferry wrote: MySQL already.
  static func applied(_ subject: StatementSubject) -> JudgedStatement {
    let whole = ByteRange(0, subject.text.bytes.count)
    return JudgedStatement(
      text: subject.text, status: .unchanged, findings: [PipelineFinding.alreadyApplied.finding(.info, "sqlferry has written this text", at: whole)],
      isApplied: true)
  }

  /// A text that was not reached before the task was cancelled.
  static func interrupted(_ subject: StatementSubject) -> JudgedStatement {
    let whole = ByteRange(0, subject.text.bytes.count)
    return JudgedStatement(
      text: subject.text, status: .manual,
      findings: [PipelineFinding.notValidated.finding(.error, "the scan was interrupted before this statement", help: "scan again", at: whole)])
  }
}

/// A statement to be judged: everything about it that its own place does not change.
struct StatementSubject: Hashable, Sendable {
  var text: SQLText
  var isFragment: Bool
  var driver: String
  var returningHelp: String
  /// Whether the driver itself gives the server the parameters' types, or writes the values into the text.
  var driverGivesTypes: Bool
  /// `Driver.readsColumnsByName`.
  var readsColumnsByName = false
}

/// Brings together what the parser, the server, the analysis and the conversion say of one statement.
///
/// Each can only lower what the others allow: see "Status of a statement" in the README.
struct StatementJudge: Sendable {
  let catalog: CatalogIndex
  /// Over `catalog`; made once, for it indexes functions and operators.
  let analyzer: Analyzer
  /// Whether `catalog` describes a database; without one, only syntax is known.
  let hasCatalog: Bool
  let converter: Converter
  let created: CreatedNames
  /// The role that scans, for the GRANT that mends a missing privilege.
  let role: String
  let strictErrors: Bool

  func judge(_ subject: StatementSubject, _ judgement: ServerJudgement) -> JudgedStatement {
    do throws(SyntaxError) {
      return judgeTree(try parse(subject, judgement.text), subject, judgement)
    } catch {
      return notReadable(subject, judgement, error)
    }
  }

  private func parse(_ subject: StatementSubject, _ text: SQLText) throws(SyntaxError) -> SyntaxTree {
    // A fragment may read like a whole statement that the program goes on with.
    if subject.isFragment, (try? Parser.parseStatement(text)) == nil { return try Parser.parseFragment(text) }
    return try Parser.parseStatement(text)
  }

  private func judgeTree(_ tree: SyntaxTree, _ subject: StatementSubject, _ judgement: ServerJudgement) -> JudgedStatement {
    let typed = analyzer.analyze(tree, parameterTypes: judgement.parameterTypes)
    let verdict = verdict(on: typed, subject, judgement)
    var result = JudgedStatement(text: judgement.text, status: verdict.atBest, validation: verdict.validation, findings: verdict.findings)
    guard verdict.atBest != .invalid else { return result }
    let host = ConversionHost(
      driver: subject.driver, readsColumnsByName: subject.readsColumnsByName, returningHelp: subject.returningHelp)
    let conversion = converter.convert(typed, host: host)
    result.status = max(verdict.atBest, conversion.status)
    result.boundStatus = max(verdict.atBest, conversion.boundStatus)
    result.findings += conversion.findings
    result.changedColumns = conversion.changedColumns
    result.bindings = conversion.bindings
    result.nameHoles = conversion.nameHoles
    result.pieces = result.status.hasRewriting ? conversion.pieces : []
    if case .accepted(let description) = judgement.answer,
      let difference = disagreement(of: typed, with: description, inferred: { analyzer.analyze(tree, parameterTypes: [:]).parameters }) {
      result.lower(to: .manual, because: PipelineFinding.analysisDisagrees.finding(
        .error, difference, help: "rewrite it by hand, and please report the statement", at: tree[tree.root].range))
    }
    lowerByText(&result, subject)
    return result
  }

  /// What the text alone forbids to claim.
  private func lowerByText(_ result: inout JudgedStatement, _ subject: StatementSubject) {
    guard result.status.hasRewriting else { return }
    if subject.isFragment {
      let range = ByteRange(0, result.text.bytes.count)
      result.lower(to: .review, because: PipelineFinding.fragment.finding(
        .warning, "this is a part of a statement", help: "check it in the statement that it becomes a part of", at: range))
    }
    for hole in result.text.holes where !result.nameHoles.contains(hole.range) && !result.findings.contains(where: { $0.range == hole.range }) {
      result.lower(to: .review, because: PipelineFinding.holeUnknown.finding(
        .warning, "what \(result.text.string(in: hole.range)) puts into the text is not known",
        help: "check that every text it can hold means the same in MySQL", at: hole.range))
    }
    if strictErrors, let lost = result.findings.first(where: { $0.rule == "error-lost" }) {
      var finding = lost
      finding.severity = .warning
      result.findings.removeAll { $0 == lost }
      result.lower(to: .review, because: finding)
    }
  }

  // MARK: - Text that our parser cannot read

  private func notReadable(_ subject: StatementSubject, _ judgement: ServerJudgement, _ error: SyntaxError) -> JudgedStatement {
    let text = judgement.text
    let whole = ByteRange(0, text.bytes.count)
    var result = JudgedStatement(text: text, status: .manual, validation: Results.Validation(by: .syntax, ok: nil))
    if Parser.split(text).count > 1 {
      result.findings = [PipelineFinding.severalStatements.finding(
        .error, "one text holds several statements", help: "send them one by one, in one transaction", at: whole)]
      return result
    }
    if case .rejected(let refusal, let offset) = judgement.answer {
      return rejected(refusal, at: offset, text, by: .server)
    }
    let isAccepted = if case .accepted = judgement.answer { true } else { false }
    // A hole may hold what makes the text whole, and a depth that is too much for us may not be too much for the server.
    if !isAccepted, !text.hasHoles, !subject.isFragment, error.sqlstate != "54001" {
      let refusal = PostgresError(sqlstate: error.sqlstate, message: error.message)
      return rejected(refusal, at: error.range.start, text, by: .syntax, range: error.range)
    }
    if case .accepted(let description) = judgement.answer { result.validation = validation(by: .server, description, nil) }
    result.findings = [PipelineFinding.syntaxNotUnderstood.finding(
      .error, "sqlferry cannot read this statement: \(error.message)",
      help: "rewrite it by hand, and check it on MySQL", at: error.range)]
    return result
  }

  func rejected(
    _ error: PostgresError, at offset: Int?, _ text: SQLText, by judge: Results.Validation.Judge, range: ByteRange? = nil
  ) -> JudgedStatement {
    let range = range ?? offset.map { wordRange(at: $0, in: text) } ?? ByteRange(0, text.bytes.count)
    let help = [error.detail, error.hint].filter { !$0.isEmpty }.joined(separator: " ")
    return JudgedStatement(
      text: text, status: .invalid,
      validation: Results.Validation(by: judge, ok: false, sqlstate: error.sqlstate, error: error.message),
      findings: [
        Finding(
          rule: PostgresCondition.id(of: error.sqlstate), severity: .error, message: "\(error.message) (SQLSTATE \(error.sqlstate))",
          help: help, range: range)
      ])
  }

  /// The word or quoted name that starts at an offset; at least one byte where there is one.
  private func wordRange(at offset: Int, in text: SQLText) -> ByteRange {
    let start = min(max(offset, 0), text.bytes.count)
    if let atom = text.atoms.first(where: { $0.range.contains(offset: start) }) { return atom.range }
    var end = start
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    while end < text.bytes.count, isWord(text.bytes[end]) { end += 1 }
    return ByteRange(start, max(end, min(start + 1, text.bytes.count)))
  }
}

extension ServerJudgement {
  /// The parameters' types as the server gave them, by number.
  var parameterTypes: [Int: TypeReference] {
    guard case .accepted(let description) = answer else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: description.parameters.enumerated().map { ($0.offset + 1, TypeReference($0.element)) })
  }
}
