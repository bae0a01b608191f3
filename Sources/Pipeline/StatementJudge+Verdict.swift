import Analysis
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import Results
import SourceText

/// What checking a statement against PostgreSQL allows to say of it.
struct Verdict: Sendable {
  var validation: Results.Validation
  var atBest = StatementStatus.unchanged
  var findings: [Finding] = []
}

extension StatementJudge {
  func verdict(on typed: TypedTree, _ subject: StatementSubject, _ judgement: ServerJudgement) -> Verdict {
    let range = typed.tree[typed.tree.root].range
    switch judgement.answer {
    case .accepted(let description):
      // Parse does not look at what a utility statement names.
      if typed.tree[typed.tree.root].kind.isUtility { return verdictByCatalog(on: typed, subject) }
      // What only planning brings to light, the server does not say of a statement that it prepares.
      if let error = typed.runErrors.first { return invalid(error, typed) }
      return Verdict(validation: validation(by: .server, description, typed))
    case .rejected(let error, let offset):
      return verdict(on: typed, subject, judgement.text, refusedBy: error, at: offset)
    case .undecided(let reason):
      var verdict = verdictByCatalog(on: typed, subject)
      verdict.lower(to: .review, PipelineFinding.notValidated.finding(
        .warning, "the server could not check this statement: \(reason)", help: "check it by hand", at: range))
      return verdict
    case .lost(let reason):
      return Verdict(
        validation: Results.Validation(by: .none), atBest: .review,
        findings: [PipelineFinding.notValidated.finding(
          .warning, "the server was lost before it had checked this statement: \(reason)", help: "scan again", at: range)])
    case .notAsked:
      return verdictByCatalog(on: typed, subject)
    }
  }

  /// The verdict of our own analysis, or of the parser where there is no catalog.
  private func verdictByCatalog(on typed: TypedTree, _ subject: StatementSubject) -> Verdict {
    guard hasCatalog, !subject.isFragment else { return Verdict(validation: Results.Validation(by: .syntax, ok: true)) }
    var errors = typed.errors + typed.runErrors + UtilityCheck(catalog: catalog).errors(in: typed.tree)
    if errors.isEmpty, let parameter = typed.undeterminedParameter {
      let message = "could not determine data type of parameter $\(parameter)"
      errors = [AnalysisError(sqlstate: "42P18", message: message, range: typed.tree[typed.tree.root].range, hasPlace: false)]
    }
    // PostgreSQL stops at its first error; what follows may come of that. Syntax comes before all else.
    let first = errors.first
    let refusal = PostgresError(
      sqlstate: first?.sqlstate ?? "42601", message: first?.message ?? "", detail: first?.detail ?? "", hint: first?.hint ?? "")
    let offset = first.flatMap { $0.hasPlace ? $0.range.start : nil }
    if let newer = newer(typed.tree, refusedBy: refusal, at: offset) {
      return Verdict(
        validation: Results.Validation(by: .syntax, ok: nil, sqlstate: first?.sqlstate, error: first?.message), atBest: .review, findings: [newer])
    }
    if let first, first.sqlstate == "42P18", subject.driverGivesTypes {
      return parameterTypeUnknown(Verdict(validation: validation(by: .catalog, nil, typed)), first.message, at: first.range)
    }
    if let first, !isContextMissing(first.sqlstate, at: first.range.start, typed.tree) { return invalid(first, typed) }
    guard let error = errors.first else {
      var verdict = Verdict(validation: validation(by: .catalog, nil, typed))
      if typed.leavesNameUnresolved { verdict.validation.ok = nil }
      if let unchecked = UncheckedText(in: typed.tree) {
        verdict.validation.ok = nil
        verdict.lower(to: .review, PipelineFinding.contextMissing.finding(.warning, unchecked.message, help: "check it by hand", at: unchecked.range))
      }
      return verdict
    }
    return Verdict(
      validation: Results.Validation(by: .catalog, ok: nil, sqlstate: error.sqlstate, error: error.message), atBest: .review,
      findings: [contextMissing(error.message, at: nameRange(at: error.range.start, typed.tree))])
  }

  private func invalid(_ found: AnalysisError, _ typed: TypedTree) -> Verdict {
    let hint = found.hint.isEmpty ? found.advice : found.hint
    let error = PostgresError(sqlstate: found.sqlstate, message: found.message, detail: found.detail, hint: hint)
    let refused = rejected(error, at: found.hasPlace ? found.range.start : nil, typed.tree.text, by: .catalog)
    return Verdict(validation: refused.validation, atBest: .invalid, findings: refused.findings)
  }

  // MARK: - Refusals that do not make a statement invalid

  private func verdict(
    on typed: TypedTree, _ subject: StatementSubject, _ text: SQLText, refusedBy error: PostgresError, at offset: Int?
  ) -> Verdict {
    let tree = typed.tree
    let range = tree[tree.root].range
    if error.sqlstate == "42501" { return schemaNotUsable(typed, subject, error) }
    if isContextMissing(error.sqlstate, at: offset, tree) {
      return Verdict(
        validation: Results.Validation(by: .server, ok: nil, sqlstate: error.sqlstate, error: error.message), atBest: .review,
        findings: [contextMissing(error.message, at: offset.map { nameRange(at: $0, tree) } ?? range)])
    }
    if let newer = newer(tree, refusedBy: error, at: offset) {
      return Verdict(
        validation: Results.Validation(by: .syntax, ok: nil, sqlstate: error.sqlstate, error: error.message), atBest: .review, findings: [newer])
    }
    if error.sqlstate == "42P18", subject.driverGivesTypes {
      let verdict = verdictByCatalog(on: typed, subject)
      guard verdict.atBest != .invalid, verdict.validation.ok != nil else { return verdict }
      return parameterTypeUnknown(verdict, error.message, at: offset.map { nameRange(at: $0, tree) } ?? range)
    }
    let refused = rejected(error, at: offset, text, by: .server)
    return Verdict(validation: refused.validation, atBest: .invalid, findings: refused.findings)
  }

  /// The driver gives the type, so the statement is right; what it means is not known.
  private func parameterTypeUnknown(_ verdict: Verdict, _ message: String, at range: ByteRange) -> Verdict {
    var verdict = verdict
    verdict.validation.ok = nil
    verdict.lower(to: .review, PipelineFinding.parameterTypeUnknown.finding(
      .warning, message, help: "write the type into the statement: $1::type", at: range))
    return verdict
  }

  private func schemaNotUsable(_ typed: TypedTree, _ subject: StatementSubject, _ error: PostgresError) -> Verdict {
    var verdict = verdictByCatalog(on: typed, subject)
    guard verdict.atBest != .invalid else { return verdict }
    let schemas = Set(typed.sources.compactMap(\.relation?.schema)).filter { catalog.schema(named: $0)?.usable == false }.sorted()
    let grants = schemas.map { "GRANT USAGE ON SCHEMA \(Identifier.quoted($0)) TO \(Identifier.quoted(role));" }
    verdict.lower(to: .review, PipelineFinding.schemaNotUsable.finding(
      .warning, error.message, help: grants.isEmpty ? "grant the role that scans USAGE on the schema" : grants.joined(separator: " "),
      at: typed.tree[typed.tree.root].range))
    return verdict
  }

  /// What a server refuses because it came to PostgreSQL later.
  private func newer(_ tree: SyntaxTree, refusedBy error: PostgresError, at offset: Int?) -> Finding? {
    let release = catalog.catalog.serverVersion / 10_000
    guard release > 0 else { return nil }
    if ["42601", "42703", "42704", "42883", "42P01"].contains(error.sqlstate), let use = tree.feature(missingIn: release) {
      return newer(tree.name(of: use), from: use.feature.release, release, at: use.range)
    }
    guard error.sqlstate == "42883", let offset else { return nil }
    let reader = NameReader(tree, at: offset)
    let range = nameRange(at: offset, tree)
    guard let name = reader.name, let since = BuiltinCatalog.release(ofFunction: name), since > release else { return nil }
    return newer("the function \(name) in this form", from: since, release, at: range)
  }

  private func newer(_ name: String, from release: Int, _ own: Int, at range: ByteRange) -> Finding {
    PipelineFinding.contextMissing.finding(
      .warning, "\(name) needs PostgreSQL \(release), the database is of \(own)", help: "scan with a database of the release that the code runs on",
      at: range)
  }

  private func contextMissing(_ message: String, at range: ByteRange) -> Finding {
    PipelineFinding.contextMissing.finding(
      .warning, "\(message), but another scanned statement creates it", help: "scan with a database in which it exists", at: range)
  }

  /// Whether an error is about a name that another scanned statement creates.
  private func isContextMissing(_ sqlstate: String, at offset: Int?, _ tree: SyntaxTree) -> Bool {
    guard !created.isEmpty, let offset, let kinds = Self.kinds[sqlstate] else { return false }
    let parts = NameReader(tree, at: offset).parts
    // The schema, and the relation of COMMENT ON COLUMN item.id, stand before the last part.
    let names = sqlstate == "42P01" || sqlstate == "3F000" ? parts : parts.suffix(1)
    let own = CreatedNames(tree.text)
    return kinds.contains { kind in names.contains { created.contain(kind, $0, outside: own) } }
  }

  private func nameRange(at offset: Int, _ tree: SyntaxTree) -> ByteRange {
    let first = NameReader(tree, at: offset)
    return first.range ?? tree[tree.root].range
  }

  private static let kinds: [String: [CreatedNames.Kind]] = [
    "3F000": [.schema], "42703": [.column], "42704": [.type, .index, .trigger], "42883": [.routine], "42P01": [.relation],
  ]
}

// MARK: - The document's validation

extension StatementJudge {
  func validation(by judge: Results.Validation.Judge, _ description: StatementDescription?, _ typed: TypedTree?) -> Results.Validation {
    let outputs = typed.flatMap { $0.outputs[$0.tree.root] } ?? []
    guard let description else {
      // As Describe gives types: of a column's domain, the type under it.
      let count = typed?.parameters.keys.max() ?? 0
      return Results.Validation(
        by: judge, ok: true,
        parameters: count < 1 ? [] : (1...min(count, 65_535)).map { typed?.parameters[$0].map { catalog.shortName(of: $0.oid) } ?? "unknown" },
        columns: outputs.map { column in
          .init(name: column.name, type: column.type.map { catalog.shortName(of: catalog.baseType(of: $0.oid)) } ?? "unknown", nullable: column.isNullable)
        })
    }
    let isSameCount = outputs.count == description.columns.count
    return Results.Validation(
      by: judge, ok: true, parameters: description.parameters.map { catalog.shortName(of: $0) },
      columns: description.columns.enumerated().map { number, column in
        .init(
          name: column.name, type: catalog.shortName(of: column.type), nullable: isSameCount ? outputs[number].isNullable : true)
      })
  }

  /// Where our analysis and the server differ, in one sentence; nil where they agree or we do not know.
  ///
  /// - Parameter inferred: The parameter types that analysis comes to by itself; asked for only where there are parameters.
  func disagreement(
    of typed: TypedTree, with description: StatementDescription, inferred: () -> [Int: TypeReference]
  ) -> String? {
    if !description.parameters.isEmpty {
      let own = inferred()
      for (number, type) in description.parameters.enumerated() {
        guard let mine = own[number + 1], !isSame(mine.oid, type) else { continue }
        return "parameter $\(number + 1) is \(catalog.displayName(of: type)) to the server and \(catalog.displayName(of: mine.oid)) to sqlferry"
      }
    }
    guard let outputs = typed.outputs[typed.tree.root] else { return nil }
    guard outputs.count == description.columns.count else {
      return "the result has \(description.columns.count) columns to the server and \(outputs.count) to sqlferry"
    }
    for (number, (mine, column)) in zip(outputs, description.columns).enumerated() {
      if let type = mine.type, !isSame(type.oid, column.type) {
        return "result column \(number + 1) is \(catalog.displayName(of: column.type)) to the server and \(catalog.displayName(of: type.oid)) to sqlferry"
      }
    }
    return nil
  }

  /// RowDescription names the type under a domain, never the domain.
  private func isSame(_ a: OID, _ b: OID) -> Bool { a == b || catalog.baseType(of: a) == catalog.baseType(of: b) }
}

extension TypedTree {
  /// The first parameter, up to the last that is used, whose type nothing tells: PostgreSQL refuses the statement for it
  /// (`exec_parse_message`). Nil where the statement is not analysed by Parse or something in it is not known.
  fileprivate var undeterminedParameter: Int? {
    guard !tree[tree.root].kind.isUtility, !tree.text.hasHoles, !leavesNameUnresolved else { return nil }
    let last = min(tree.text.placeholders.compactMap(\.parameter).max() ?? 0, 65_535)
    return last < 1 ? nil : (1...last).first { parameters[$0] == nil }
  }

  /// Whether analysis could neither resolve some name nor say for certain that there is none.
  fileprivate var leavesNameUnresolved: Bool {
    facts.contains { if case .unresolved = $0.resolution { true } else { false } }
  }
}

extension Verdict {
  mutating func lower(to lowest: StatementStatus, _ finding: Finding) {
    atBest = max(atBest, lowest)
    findings.append(finding)
  }
}
