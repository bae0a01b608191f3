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
    guard kind(id) == .stringLiteral, tree.text.atoms.isEmpty || !tree.containsAtom(id), let value = tree.stringValue(of: id),
      let problem = analyzer.literals.problem(value, of: type)
    else { return }
    report(problem.sqlstate, problem.message, detail: problem.detail, hint: problem.hint, at: id)
  }

  /// Reports what PostgreSQL gives no place for.
  func reportWithoutPlace(_ sqlstate: String, _ message: String, detail: String = "", hint: String = "") {
    typed.errors.append(
      AnalysisError(
        sqlstate: sqlstate, message: message, detail: detail, hint: hint, range: tree[tree.root].range, hasPlace: false))
  }
}
