import PostgresCatalog
import PostgresSyntax
import SourceText

/// Calls of functions that the table of equal functions names.
struct FunctionCallRule: ConversionRule {
  static let id = "functions"
  static let help = RuleHelp(
    why: """
      A call is converted where the function that PostgreSQL resolves it to is in the table of functions with the same meaning in \
      MySQL, some under another name (length is CHAR_LENGTH, strpos is LOCATE with its arguments swapped). Any other is declined.
      """,
    example: "SELECT length(name), strpos(code, 'x') FROM item",
    manual: ["PostgreSQL: Functions and Operators", "MySQL: Built-In Function and Operator Reference"])
  static let kinds: [NodeKind] = [.functionCall, .position, .substring, .overlay]
  static let names: Set<String>? = Set(EqualFunctions.bySignature.keys.map { String($0.prefix { $0 != "(" }) })

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node) else { return nil }
    let signature = context.signature(of: function)
    guard let row = EqualFunctions.bySignature[signature] else { return nil }
    guard context.isPlainCall(node) else { return nil }
    let arguments = context.callArguments(node)
    guard arguments.count == function.arguments.count, row.conditions.allSatisfy({ $0.holds(arguments, in: context) }) else { return nil }
    for (index, least) in row.constants {
      guard let value = context.constantInteger(arguments[index]), value >= least else {
        if FunctionTemplates.bySignature[signature] != nil { return nil }
        return context.decline(
          "argument-not-constant", at: arguments[index],
          "\(function.name) with an argument that is no constant of at least \(least) is not the same in MySQL")
      }
    }
    for argument in arguments {
      guard checkArgument(argument, of: function, in: &context) else { return Output(source: context.tree[node].range) }
    }
    if EqualFunctions.caseFolding.contains(where: { $0.signature == signature }) { context.checkCaseFolding(at: node) }
    return call(node, row, arguments, in: &context)
  }

  /// A value that PostgreSQL coerces to the argument's type must have the same form in MySQL.
  private func checkArgument(_ argument: NodeID, of function: Function, in context: inout RewriteContext) -> Bool {
    guard let own = context.family(of: argument), let coerced = context.coercedFamily(of: argument) else {
      context.declineUnknown(argument, "its type is not known")
      return false
    }
    let isSame = own == coerced || (own == .caseless && coerced == .text) || (own.isNumber && coerced.isNumber) || (own.isCollatable && coerced.isCollatable)
    guard isSame, context.tree[argument].kind != .namedArgument else {
      context.decline("argument-type", at: argument, "\(function.name) of \(context.typeName(argument)) is not the same in MySQL")
      return false
    }
    return true
  }

  private func call(_ node: NodeID, _ row: EqualFunctions.Row, _ arguments: [NodeID], in context: inout RewriteContext) -> Output {
    let isOrdinaryCall = context.tree[node].kind == .functionCall
    if isOrdinaryCall, row.order == nil, let name = context.tree.child(of: node, .name) {
      return Output(context.callPieces(node, named: row.name, replacing: name, suffix: row.suffix))
    }
    let order = row.order ?? Array(arguments.indices)
    let values = order.map { context.convert(arguments[$0]).pieces }
    return Output(([.text(context.keyword(row.name) + "(")] + .joined(values, by: ", ") + [.text(row.suffix + ")")]).compacted())
  }
}

extension RewriteContext {
  /// `name(type,type)` in catalog names.
  func signature(of function: Function) -> String {
    function.name + "(" + function.arguments.map { catalog.type($0)?.name ?? "?" }.joined(separator: ",") + ")"
  }

  /// The call with its own text kept but for the name; MySQL wants no blank between a function's name and its parenthesis.
  mutating func callPieces(_ node: NodeID, named name: String, replacing nameNode: NodeID, suffix: String = "") -> [Piece] {
    let (whole, written) = (tree[node].range, tree[nameNode].range)
    let open = tree.tokens(in: ByteRange(written.end, whole.end)).first?.range.start ?? written.end
    var pieces: [Piece] = []
    let isSameName = tree.string(of: nameNode).uppercased() == name.uppercased()
    pieces.append(isSameName ? .source(written) : .text(sameCase(as: tree.string(of: nameNode), name)))
    // One closing parenthesis ends the call: the suffix goes before it.
    var inner = copy(node, within: ByteRange(open, whole.end))
    if !suffix.isEmpty { inner = copy(node, within: ByteRange(open, whole.end - 1)) + [.text(suffix + ")")] }
    pieces += inner
    return pieces.compacted()
  }

  /// A name in the case of the one that it replaces.
  func sameCase(as source: String, _ name: String) -> String { source == source.lowercased() ? name.lowercased() : name }

  /// Says where the two servers fold the case of letters otherwise: lower(), upper() and ILIKE.
  mutating func checkCaseFolding(at node: NodeID) {
    if ["C", "POSIX"].contains(catalog.catalog.characterType) {
      caution("ascii-case", at: node, "this database folds the case of ASCII letters only (LC_CTYPE C); MySQL folds every letter")
    } else if catalog.catalog.characterType.isEmpty {
      caution("ascii-case", at: node, "whether this database folds the case of other letters than ASCII's is not known", help: "name its collation with --collation")
    } else {
      note("case-folding", at: node, "MySQL does not fold 129 letters of newer Unicode versions, such as Georgian capitals")
    }
  }
}
