import PostgresCatalog
import PostgresSyntax
import SourceText

/// Comparisons of inet and cidr values, and whether one lies in another.
struct NetworkRule: ConversionRule {
  static let id = "network-addresses"
  static let help = RuleHelp(
    why: """
      Addresses are kept as PostgreSQL prints them, so that equal ones have equal texts; their order is that of a key of bytes which the extension \
      pack makes. Whether an address lies in a constant network is a comparison of INET6_ATON() with the network's first and last address, of the \
      same family and with a mask at least as long.
      """,
    example: "SELECT id FROM host WHERE ip << '10.0.0.0/8' ORDER BY ip",
    manual: ["PostgreSQL: Network Address Functions and Operators", "MySQL: Miscellaneous Functions"])
  static let kinds: [NodeKind] = [.binaryOperation]
  static let names: Set<String>? = ["=", "<>", "<", "<=", ">", ">=", "<<", "<<=", ">>", ">>=", "&&"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let (left, right) = context.operands(of: node),
      let a = context.addressType(of: left), let b = context.addressType(of: right)
    else { return nil }
    switch name {
    case "=", "<>", "!=": return a == b ? nil : equality(name, left, right, isCIDRFirst: a == .cidr, in: &context)
    case "<", "<=", ">", ">=": return context.fill(Template("@inet_key({0}) \(name) @inet_key({1})"), with: [left, right], .comparison)
    case "<<": return within(left, right, longer: 1, in: &context)
    case "<<=": return within(left, right, longer: 0, in: &context)
    case ">>": return within(right, left, longer: 1, in: &context)
    case ">>=": return within(right, left, longer: 0, in: &context)
    case "&&": return context.fill("@inet_overlaps({0}, {1})", with: [left, right])
    default: return nil
    }
  }

  /// A cidr has its mask always, an inet only where it is shorter than the address.
  private func equality(_ name: String, _ left: NodeID, _ right: NodeID, isCIDRFirst: Bool, in context: inout RewriteContext) -> Output? {
    let (network, other) = isCIDRFirst ? (left, right) : (right, left)
    if let constant = context.addressConstant(other) {
      let literal = Output("'\(constant.networkText)'")
      let value = context.convert(network)
      return context.fill(Template("{0} \(name) {1}"), with: isCIDRFirst ? [value, literal] : [literal, value], .comparison)
    }
    return context.fill(Template("@inet_key({0}) \(name) @inet_key({1})"), with: [left, right], .comparison)
  }

  private func within(_ inner: NodeID, _ outer: NodeID, longer: Int, in context: inout RewriteContext) -> Output? {
    guard let network = context.addressConstant(outer), context.isRepeatable(inner), !context.containsPlaceholder(inner) else {
      return context.fill(Template("@inet_contains({0}, {1}, \(longer))"), with: [outer, inner])
    }
    let (first, last) = (NetworkAddress.host(network.first), NetworkAddress.host(network.last))
    let family = network.size == 32 ? "LOCATE(':', {0}) = 0" : "LOCATE(':', {0}) > 0"
    let bits = network.bits + longer
    if bits > network.size { return context.fill("IF({0} IS NULL, NULL, FALSE)", with: [inner]) }
    let mask = bits == 0 ? "" : " AND IF(LOCATE('/', {0}) > 0, SUBSTRING_INDEX({0}, '/', -1) + 0, \(network.size)) >= \(bits)"
    return context.fill(
      Template("\(family) AND INET6_ATON(SUBSTRING_INDEX({0}, '/', 1)) BETWEEN INET6_ATON('\(first)') AND INET6_ATON('\(last)')\(mask)"), with: [inner], .and)
  }
}

extension OID {
  static let cidr: OID = 650
  static let macaddr: OID = 829
}

extension RewriteContext {
  /// inet or cidr, where a node's own type is one of them.
  func addressType(of node: NodeID) -> OID? {
    guard let type = type(of: node).map({ catalog.baseType(of: $0.oid) }), type == .inet || type == .cidr else { return nil }
    return type
  }

  /// The address that a literal writes out, with or without its type.
  func addressConstant(_ node: NodeID) -> NetworkAddress? {
    var node = unwrapped(node)
    if tree[node].kind.isCast {
      guard addressType(of: node) != nil, let operand = tree.child(of: node, .operand) else { return nil }
      node = unwrapped(operand)
    } else if tree[node].kind == .typedLiteral, let value = tree.child(of: node, .value) {
      node = value
    }
    return constantString(node).flatMap { NetworkAddress($0) }
  }

  /// A constant of a type that is kept as text, as PostgreSQL prints it; nil where it is in a form that is not known here.
  func printedForm(_ text: String, type: OID) -> String? {
    switch type {
    case .inet: return NetworkAddress(text)?.text
    case .cidr: return NetworkAddress(text).flatMap { $0.isNetwork ? $0.networkText : nil }
    case .macaddr:
      let digits = text.lowercased().filter { $0 != ":" && $0 != "-" && $0 != "." }
      guard digits.utf8.count == 12, digits.utf8.allSatisfy(\.isHexadecimalDigit), text.utf8.count <= 17 else { return nil }
      let bytes = Array(digits)
      return stride(from: 0, to: 12, by: 2).map { String(bytes[$0...($0 + 1)]) }.joined(separator: ":")
    default: return nil
    }
  }

  /// The function of the extension pack that reads a text as a value of the type.
  func printedReader(_ type: OID) -> String? {
    switch catalog.baseType(of: type) {
    case .inet: "inet"
    case .cidr: "cidr"
    case .macaddr: "macaddr"
    default: nil
    }
  }

  /// Whether two values that are kept as text compare as their texts do.
  func comparesPrinted(_ left: NodeID, _ right: NodeID, isOrder: Bool) -> Bool {
    guard let a = type(of: left).map({ catalog.baseType(of: $0.oid) }), let b = type(of: right).map({ catalog.baseType(of: $0.oid) }), a == b else { return false }
    return !isOrder || (a != .inet && a != .cidr)
  }

  /// What sorts as the value does: the texts of hardware addresses do themselves.
  mutating func printedKey(_ node: NodeID) -> [Piece] {
    guard addressType(of: node) != nil else { return convert(node).pieces }
    return [.text(extensionFunction("inet_key") + "(")] + convert(node).pieces + [.text(")")]
  }
}
