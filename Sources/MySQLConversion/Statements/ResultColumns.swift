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
    let view = HostView.of(driver: host.driver)
    var changed: [Conversion.ChangedColumn] = []
    for (index, output) in outputs.enumerated() {
      guard let type = output.type else {
        declineUnknown(output.node ?? tree.root, "the type of result column \(index + 1) is not known")
        continue
      }
      let family = catalog.family(of: type.oid)
      checkResultType(family, output)
      if type.oid == .void {
        changed.append(.init(column: index + 1, was: "void", arrives: "bigint", host: "arrives as a number where PostgreSQL returns nothing"))
        continue
      }
      guard let host = view.view(of: family, isBigInteger: catalog.baseType(of: type.oid) == .int8) else { continue }
      changed.append(.init(column: index + 1, was: catalog.shortName(of: type.oid), arrives: Self.arrives(family, modifier: type.modifier), host: host))
    }
    return changed
  }

  /// The type that MySQL gives a result column.
  private static func arrives(_ family: TypeFamily, modifier: Int32) -> String {
    switch family {
    case .boolean: "tinyint(1)"
    case .integer: "bigint"
    case .money: "decimal(19,2)"
    case .decimal: modifier >= 4 ? "decimal(\((modifier - 4) >> 16 & 0xFFFF),\((modifier - 4) & 0x7FF))" : "decimal"
    case .date: "date"
    case .time: "time(6)"
    case .timestamp, .timestamptz: "datetime(6)"
    case .uuid: "char(36)"
    case .bytea: "longblob"
    case .json, .jsonb, .array: "json"
    case .interval: "varchar"
    case .printed: "varchar(43)"
    case .double, .single, .text, .caseless, .blankPadded, .enumeration, .record, .other: "text"
    }
  }

  /// The text of an output that is a literal.
  private func text(ofConstant node: NodeID) -> String? {
    let node = unwrapped(value(ofOutput: node))
    return tree[node].kind == .typedLiteral && type(of: node)?.modifier == -1 ? tree.child(of: node, .value).flatMap { constantString($0) } : nil
  }

  /// Says where the value itself, not only the host's type of it, differs.
  private mutating func checkResultType(_ family: TypeFamily, _ output: OutputColumn) {
    let node = output.node ?? tree.root
    switch family {
    case .integer, .decimal, .double, .text, .caseless, .boolean, .date, .time, .timestamp, .timestamptz, .enumeration, .bytea, .uuid, .jsonb: return
    case .json where keepsJSONValue(value(ofOutput: node)):
      return note("json-text", at: node, "the JSON value is the same; its text is not: MySQL has its own white space, digits of numbers and order of members")
    case .json: return caution("json-text", at: node, "json keeps its text in PostgreSQL; MySQL's JSON keeps the value")
    case .array:
      // The code must decode it where PostgreSQL's driver did; no edit of ours does.
      let message = "the array \(output.name) arrives as a JSON array"
      if HostView.of(driver: host.driver).decodesArrays { note("array-result", at: node, message) } else { caution("array-result", at: node, message, help: "decode it in the application") }
      return
    // A national literal is of type char without a length.
    case .blankPadded where text(ofConstant: node).map({ !$0.hasSuffix(" ") }) == true: return
    case .blankPadded: return caution("char-padding", at: node, "char(n) arrives without trailing blanks from MySQL")
    case .money:
      return caution(
        "money-text", at: node, "the money \(output.name) arrives as a number, 1234.50, where PostgreSQL sends text in the form of lc_monetary, $1,234.50",
        help: "read it as a decimal number, or cast it to numeric in the statement")
    case .single: return caution("float4-digits", at: node, "MySQL shows six digits of a FLOAT")
    case .printed: return
    case .interval: return caution("interval-text", at: node, "the interval \(output.name) arrives as the text that PostgreSQL prints")
    // The function that returns it is a caveat of its own.
    case .other where output.type?.oid == .void: return
    case .record, .other: break
    }
    decline("result-type", at: node, "result column \(output.name) is of type \(output.type.map { catalog.displayName(of: $0.oid, modifier: $0.modifier) } ?? "?"), which MySQL has no equal of")
  }
}
