import PostgresCatalog
import PostgresSyntax
import SourceText

/// Values that are known when the statement is converted: the name of a type, the labels of an enum, a size in bytes.
struct FoldedValueRule: ConversionRule {
  static let id = "folded-values"
  static let help = RuleHelp(
    why: """
      MySQL has no function that tells a type or the labels of an enum, and none that reads '1.5 GB'. What they give is known from the catalog and \
      the constant, and is written in its place.
      """,
    example: "SELECT pg_typeof(price)::text, pg_size_bytes('10 MB') FROM item",
    manual: ["PostgreSQL: System Catalog Information Functions", "PostgreSQL: Enum Support Functions", "PostgreSQL: Database Object Size Functions"])
  static let kinds: [NodeKind] = [.typeCast, .castExpression, .functionCall]
  static let names: Set<String>? = ["enum_first", "enum_last", "enum_range", "pg_size_bytes"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind != .functionCall { return typeName(node, in: &context) }
    guard let function = context.builtIn(node), context.isPlainCall(node), context.tree.children(of: node, .argument).count == 1,
      let argument = context.tree.children(of: node, .argument).first
    else { return nil }
    switch function.name {
    case "enum_first", "enum_last", "enum_range": return labels(function.name, argument, in: &context)
    case "pg_size_bytes": return context.constantString(argument).flatMap(Self.bytes).map { Output("\($0)", $0 < 0 ? .unary : .primary) }
    default: return nil
    }
  }

  private func typeName(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), context.isUnlimitedText(node) else { return nil }
    let call = context.unwrapped(operand)
    guard context.builtIn(call)?.name == "pg_typeof", let value = context.tree.children(of: call, .argument).first else { return nil }
    // What only a place could give a type has none here.
    if [.stringLiteral, .nullLiteral].contains(context.tree[context.unwrapped(value)].kind) { return Output("'unknown'") }
    guard context.isRepeatable(value),
      !context.containsSubquery(value), let type = context.type(of: value), context.catalog.type(type.oid)?.schema == "pg_catalog"
    else { return nil }
    // A type that the host's value decides, and one that is not known before the statement runs.
    guard context.tree[context.unwrapped(value)].kind != .placeholder, type.oid != .record else { return nil }
    return Output("'\(context.catalog.displayName(of: type.oid, modifier: -1))'")
  }

  private func labels(_ name: String, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    guard let type = context.type(of: argument).flatMap({ context.catalog.type(context.catalog.baseType(of: $0.oid)) }), type.kind == .enum, context.isRepeatable(argument),
      let first = type.labels.first, let last = type.labels.last
    else { return nil }
    switch name {
    case "enum_first": return context.fill(Template(Template.literal(first)), with: [Output]())
    case "enum_last": return context.fill(Template(Template.literal(last)), with: [Output]())
    default: return context.fill(Template("JSON_ARRAY(\(type.labels.map(Template.literal).joined(separator: ", ")))"), with: [Output]())
    }
  }

  /// The bytes that pg_size_bytes reads in a text; nil for what it refuses, and for more than 64 bits.
  static func bytes(_ text: String) -> Int? {
    let text = text.trimmingBlanks()
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
    let unit = String(text.dropFirst(number.count)).trimmingBlanks().lowercased()
    guard let power = ["": 0, "bytes": 0, "kb": 1, "mb": 2, "gb": 3, "tb": 4][unit], let plain = DecimalText(String(number))?.plain else { return nil }
    let isNegative = plain.hasPrefix("-")
    let halves = plain.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count == 2 ? halves[1] : ""
    guard fraction.count <= 9, let digits = Int(halves[0] + fraction) else { return nil }
    var scale = 1
    for _ in 0..<fraction.count { scale *= 10 }
    let (product, overflow) = digits.multipliedReportingOverflow(by: 1 << (10 * power))
    guard !overflow else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: scale)
    let rounded = remainder * 2 >= scale && scale > 1 ? quotient + 1 : quotient
    return isNegative ? -rounded : rounded
  }
}
