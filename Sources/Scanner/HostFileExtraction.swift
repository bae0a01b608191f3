import HostLanguages
import PostgresSyntax
import SourceText

/// The extraction of one host file: each literal once, as the start or a part of a joined text.
final class HostFileExtraction {
  private let file: HostFile
  private let surroundings: Surroundings
  private let drivers: DriverCandidates
  private var consumed: Set<Int> = []
  private var problems: [DecodingError] = []
  private(set) var statements: [EmbeddedStatement] = []

  /// Starts of the ranges of statements that need not be recognised.
  private let known: Set<Int>

  private let choice: DriverChoice?

  init(file: HostFile, known: Set<Int> = [], choice: DriverChoice? = nil) {
    (self.file, self.known, self.choice) = (file, known, choice)
    surroundings = Surroundings(file: file)
    drivers = DriverCandidates(file: file)
  }

  func run() {
    let joiner = Joiner(file: file, names: surroundings.names)
    for token in file.literalsInOrder where !consumed.contains(token) && isCandidate(token) {
      let joined = joiner.joined(containing: token)
      consumed.insert(token)
      consumed.formUnion(joined.tokens)
      take(joined)
    }
    statements.sort { ($0.range, $0.map.segments.first?.host.start ?? 0) < ($1.range, $1.map.segments.first?.host.start ?? 0) }
  }

  func diagnostics(file path: String) -> [Diagnostic] {
    guard !problems.isEmpty else { return [] }
    let lines = LineMap(file.bytes)
    return problems.map { problem in
      switch problem {
      case .undecodable(let offset, let escape):
        Diagnostic(
          file: path, range: lines.range(of: ByteRange(offset, offset + escape.utf8.count)), rule: "literal-undecodable", severity: .warning,
          message: "the literal is left out: \"\(escape)\" cannot be decoded", help: "write the character itself, or by its number")
      case .notUTF8(let offset):
        Diagnostic(
          file: path, range: lines.range(of: ByteRange(offset, offset)), rule: "literal-not-utf8", severity: .warning,
          message: "the literal is left out: its text is not UTF-8")
      }
    }
  }

  // MARK: Candidates

  /// A look at the raw bytes: whether the literal begins as SQL does, or goes to a sink.
  private func isCandidate(_ token: Int) -> Bool {
    if known.contains(file.tokens[token].range.start) { return true }
    let body = file.tokens[token].body
    guard body.count > 1 else { return false }
    var start = body.start
    // Line ends and blanks that are written as escapes.
    while start + 1 < body.end, file.bytes[start] == UInt8(ascii: "\\"), "ntr\n\r".utf8.contains(file.bytes[start + 1]) { start += 2 }
    let first = SQLWords.first(of: file.bytes[start..<body.end])
    if SQLWords.core.contains(first) || SQLWords.fragments.contains(first) { return true }
    if first.isEmpty, file.tokens[token].holes.isEmpty, body.count < 6 { return false }
    return surroundings.isSinkArgument(token) || SQLWords.statements.contains(first)
  }

  // MARK: Statements

  private func take(_ joined: JoinedText) {
    if let error = joined.error {
      if mayBeSQL(joined) { problems.append(error) }
      return
    }
    let rule = driverRule(for: joined.text)
    let shape = DriverCandidates.shape(of: rule, in: file.language)
    var use = surroundings.use(of: joined, shape: shape)
    if joined.isTransformed { use.isPartial = true }
    let read = DriverText(joined.text, style: rule.driver.placeholders, binds: binds(use.callSite))
    let range = ownRange(joined)
    let isKnown = known.contains(range.start)
    let parts = read.sql.bytes.contains(UInt8(ascii: ";")) && !isKnown ? Parser.split(read.sql) : []
    if parts.count > 1 { return takeParts(parts, of: read, joined, use: use, driver: rule.driver) }
    guard let verdict = SQLRecognizer.recognize(read.sql, use: use) ?? (isKnown ? .known : nil) else { return }
    statements.append(statement(read, range: range, verdict: verdict, driver: rule.driver, callSite: use.callSite))
  }

  private func statement(
    _ read: DriverText, range: ByteRange, verdict: SQLRecognizer.Verdict, driver: Driver, callSite: CallSite?
  ) -> EmbeddedStatement {
    EmbeddedStatement(
      language: file.language.id, text: read.sql, map: SourceMap(segments: read.text.segments), literals: read.text.literals, range: range,
      kind: verdict.kind, confidence: verdict.confidence, driver: driver, callSite: callSite)
  }

  /// From the first to the last of the text's own literals: constants that it names stand elsewhere.
  private func ownRange(_ joined: JoinedText) -> ByteRange {
    let own = zip(joined.text.literals, joined.text.isElsewhere).filter { !$0.1 }.map(\.0.range)
    guard let first = own.first else { return joined.range }
    return own.dropFirst().reduce(first) { $0.union($1) }
  }

  /// Several statements in one text: each on its own, in its part of the literals.
  private func takeParts(_ parts: [ByteRange], of read: DriverText, _ joined: JoinedText, use: TextUse, driver: Driver) {
    var found: [EmbeddedStatement] = []
    for part in parts {
      var piece = DriverText(read.text.part(part), style: .none, binds: nil)
      piece.sql.atoms = renumbered(read.sql.atoms.filter { part.contains($0.range) }, from: part.start, style: driver.placeholders)
      let range = piece.text.segments.first.map { first in piece.text.segments.reduce(first.host) { $0.union($1.host) } } ?? joined.range
      guard let verdict = SQLRecognizer.recognize(piece.sql, use: use) ?? (known.contains(range.start) ? .known : nil) else {
        // Prose with a semicolon is no script.
        if use.sink == nil { return }
        continue
      }
      // Values cannot be told apart by statement.
      let callSite = piece.sql.placeholders.isEmpty ? use.callSite : nil
      found.append(statement(piece, range: range, verdict: verdict, driver: driver, callSite: callSite))
    }
    statements += found
  }

  private func renumbered(_ atoms: [Atom], from start: Int, style: PlaceholderStyle) -> [Atom] {
    var numbers: [Int: Int] = [:]
    return atoms.map { atom in
      var atom = atom
      atom.range = atom.range.shifted(by: -start)
      if style != .dollar, let old = atom.parameter {
        numbers[old] = numbers[old] ?? numbers.count + 1
        atom.parameter = numbers[old]
      }
      return atom
    }
  }

  private func mayBeSQL(_ joined: JoinedText) -> Bool {
    joined.tokens.contains { token in
      let body = file.tokens[token].body
      return SQLWords.core.contains(SQLWords.first(of: file.bytes[body.range]))
    }
  }

  /// Whether the call passes values; nil where the call is not known.
  private func binds(_ call: CallSite?) -> Bool? {
    call.map { $0.arguments.count > $0.statementArgument + 1 }
  }

  /// The driver that was chosen; else the first of the file's whose placeholders the text has; else the first.
  private func driverRule(for text: HostText) -> DriverRule {
    let found = foundDriverRule(for: text)
    return choice?.rule(among: file.language.drivers, insteadOf: found) ?? found
  }

  private func foundDriverRule(for text: HostText) -> DriverRule {
    let rules = drivers.rules
    guard rules.count > 1 else { return rules.first ?? DriverRule(.sqlFile) }
    let fitting = rules.first { rule in
      !DriverText(text, style: rule.driver.placeholders, binds: nil).sql.placeholders.isEmpty
    }
    return fitting ?? rules[0]
  }
}
