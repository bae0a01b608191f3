import PostgresCatalog
import PostgresSyntax
import SourceText

/// Reporting what PostgreSQL would object to. It stops at its first error; analysis goes on, so that the first one found has to be that
/// one: every check stands where PostgreSQL makes it.
extension Inference {
  func report(_ sqlstate: String, _ message: String, detail: String = "", hint: String = "", at id: NodeID) {
    let (place, end) = (tree[place(of: id)].range, tree[id].range.end)
    report(sqlstate, message, detail: detail, hint: hint, in: ByteRange(place.start, max(place.end, end)))
  }

  func report(_ sqlstate: String, _ message: String, detail: String = "", hint: String = "", in range: ByteRange) {
    typed.errors.append(AnalysisError(sqlstate: sqlstate, message: message, detail: detail, hint: hint, range: range))
  }

  /// Objects to a literal that is no value of the type that it takes.
  func checkLiteral(_ id: NodeID, _ type: OID) {
    guard kind(id) == .stringLiteral, LiteralInput.reads(type), tree.text.atoms.isEmpty || !tree.containsAtom(id), let value = tree.stringValue(of: id),
      let problem = analyzer.literals.problem(value, of: type)
    else { return }
    report(problem.sqlstate, problem.message, detail: problem.detail, hint: problem.hint, at: id)
  }

  /// What PostgreSQL's grammar demands and ours does not, for later versions do without.
  func checkGrammar() {
    guard parts.contains(.derivedTable), (1...159_999).contains(analyzer.index.catalog.serverVersion) else { return }
    for id in tree.ids where kind(id) == .derivedTable && child(id, .alias) == nil {
      guard let query = child(id, .subquery), kind(query) == .query else { continue }
      let isValues = child(query, .body).map { kind($0) == .valuesClause } ?? false
      return report(
        "42601", "\(isValues ? "VALUES" : "subquery") in FROM must have an alias",
        hint: "For example, FROM (\(isValues ? "VALUES" : "SELECT") ...) [AS] foo.", at: id)
    }
  }

  /// Reports what PostgreSQL gives no place for.
  func reportWithoutPlace(_ sqlstate: String, _ message: String, detail: String = "", hint: String = "") {
    typed.errors.append(
      AnalysisError(
        sqlstate: sqlstate, message: message, detail: detail, hint: hint, range: tree[tree.root].range, hasPlace: false))
  }
}
