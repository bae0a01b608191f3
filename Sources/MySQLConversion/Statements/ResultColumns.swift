import Analysis
import PostgresSyntax
import SourceText

extension RewriteContext {
  /// The columns of the statement's result whose host type changes; declines types that MySQL does not give the same values of.
  mutating func checkResult() -> [Conversion.ChangedColumn] {
    guard tree[tree.root].kind == .query else { return [] }
    guard let outputs = typed.outputs[tree.root] else {
      declineUnknown(tree.root, "the columns of its result are not known")
      return []
    }
    var changed: [Conversion.ChangedColumn] = []
    for (index, output) in outputs.enumerated() {
      guard let type = output.type else {
        declineUnknown(output.node ?? tree.root, "the type of result column \(index + 1) is not known")
        continue
      }
      let name = catalog.shortName(of: type.oid)
      guard let form = resultForm(catalog.family(of: type.oid), output) else { continue }
      changed.append(.init(column: index + 1, was: name, arrives: form.arrives, host: form.host))
    }
    return changed
  }

  private mutating func resultForm(_ family: TypeFamily, _ output: OutputColumn) -> (arrives: String, host: String)? {
    let node = output.node ?? tree.root
    switch family {
    case .integer, .decimal, .double, .text, .date, .time, .timestamp, .enumeration, .bytea: return nil
    case .boolean: return ("tinyint(1)", "arrives as 1 or 0 where the driver does not turn tinyint(1) into a boolean")
    case .timestamptz: return ("datetime(6)", "arrives without a time zone and is in UTC")
    case .uuid: return ("char(36)", "arrives as text")
    case .jsonb: return ("json", "arrives as JSON text where the driver does not decode it")
    case .json:
      caution("json-text", at: node, "json keeps its text in PostgreSQL; MySQL's JSON keeps the value")
      return ("json", "arrives as normalised JSON text")
    case .array:
      caution("array-result", at: node, "the array \(output.name) arrives as a JSON array", help: "decode it in the application")
      return ("json", "arrives as a JSON array")
    case .blankPadded:
      caution("char-padding", at: node, "char(n) arrives without trailing blanks from MySQL")
      return nil
    case .single:
      caution("float4-digits", at: node, "MySQL shows six digits of a FLOAT")
      return nil
    case .printed:
      guard isPlainColumn(output) else { break }
      return ("varchar(43)", "arrives as text")
    case .interval:
      caution("interval-text", at: node, "the interval \(output.name) arrives as the text that PostgreSQL prints")
      return ("varchar", "arrives as text")
    // The function that returns it is a caveat of its own.
    case .other where output.type?.oid == .void: return ("bigint", "arrives as a number where PostgreSQL returns nothing")
    case .record, .other: break
    }
    decline("result-type", at: node, "result column \(output.name) is of type \(output.type.map { catalog.displayName(of: $0.oid, modifier: $0.modifier) } ?? "?"), which MySQL has no equal of")
    return nil
  }

  private func isPlainColumn(_ output: OutputColumn) -> Bool {
    guard let node = output.node else { return true }
    let value = tree[node].kind == .resultTarget ? tree.child(of: node, .value) ?? node : node
    return tree[value].kind == .columnReference || tree[value].kind == .star
  }
}
