import PostgresCatalog
import PostgresSyntax
import SourceText

@testable import Analysis

/// Analysis' facts on one statement beside the server's tree of it, joined on where in the text an expression stands.
struct TreeComparison {
  struct Difference {
    var kind: NodeKind
    var text: String
    var found: String
    var wanted: String
    /// Why it is none that matters, nil for a real one.
    var reason: Reason?
  }

  /// What the server's tree says otherwise than analysis, and why both are right.
  enum Reason: String, CaseIterable {
    /// Where nothing gives a literal a type (fields of ROW, arguments of type "any"), or only an outer expression does (INSERT … SELECT),
    /// the server keeps `unknown`; analysis says what it becomes in the end.
    case literalStaysUnknown = "a literal without a type of its own"
    /// `(t::own_type).field`: the server drops the cast and the row, and reads the column.
    case rowIsDropped = "a row cast to its own type, of which a field is read"
  }

  private(set) var compared = 0
  private(set) var differences: [Difference] = []
  /// Expressions that the server's tree has no node of that kind for, at that place.
  private(set) var unmatched: [(kind: NodeKind, text: String)] = []

  private let typed: TypedTree
  private let index: CatalogIndex
  private let judge: ParseTree
  private var byLocation: [Int: [Int]] = [:]
  /// The server's node for each of ours that was found.
  private var matches: [NodeID: Int] = [:]

  init(_ typed: TypedTree, _ tree: String, _ index: CatalogIndex) {
    (self.typed, self.index, judge) = (typed, index, ParseTree(tree))
    for (number, node) in judge.nodes.enumerated() where node.location >= 0 { byLocation[node.location, default: []].append(number) }
    for id in typed.tree.ids { compare(id) }
  }

  private var tree: SyntaxTree { typed.tree }

  private mutating func compare(_ id: NodeID) {
    switch tree[id].kind {
    case .fieldSelection where tree[id].attributes.contains(.star): return
    case .fieldSelection, .subscript, .slice: return compareWrapped(id)
    // A field of a whole row is its column, the row itself has no node.
    case .columnReference where isRowOfField(id): return
    default: break
    }
    guard let (location, tags) = Self.place(of: id, in: tree) else { return }
    let there = byLocation[location] ?? []
    // `f(row)` may be written `row.f`: then the row stands where its function does.
    let isRow = if case .row = typed[id].resolution { tree[id].kind == .columnReference } else { false }
    let row = isRow ? there.first { judge.nodes[$0].tag == "VAR" } : nil
    guard let match = row ?? there.first(where: { tags.contains(judge.nodes[$0].tag) }) else {
      return unmatched.append((tree[id].kind, tree.string(of: id)))
    }
    matches[id] = match
    compare(id, match)
  }

  /// Subscripts and fields have no location: they stand over the node of their operand.
  private mutating func compareWrapped(_ id: NodeID) {
    guard let operand = tree.child(of: id, .operand) else { return }
    // Of `a[1][2]` only the whole has a node.
    if let parent = tree.parent(of: id), tree[parent].kind == .subscript || tree[parent].kind == .slice { return }
    var container = operand
    if tree[id].kind != .fieldSelection {
      while tree[container].kind == .subscript || tree[container].kind == .slice, let next = tree.child(of: container, .operand) { container = next }
    }
    let inner = Self.bare(container, tree)
    if isRowOfField(inner), let column = byLocation[tree[inner].range.start]?.first(where: { judge.nodes[$0].tag == "VAR" }) {
      matches[id] = column
      return compare(id, column)
    }
    guard var match = matches[inner] else { return unmatched.append((tree[id].kind, tree.string(of: id))) }
    let tag = tree[id].kind == .fieldSelection ? "FIELDSELECT" : "SUBSCRIPTINGREF"
    match = judge.nodes[match].parent
    guard match >= 0, judge.nodes[match].tag == tag else { return unmatched.append((tree[id].kind, tree.string(of: id))) }
    matches[id] = match
    compare(id, match)
  }

  private func isRowOfField(_ id: NodeID) -> Bool {
    guard case .row = typed[id].resolution, var parent = tree.parent(of: id) else { return false }
    while tree[parent].kind == .parenthesized, let next = tree.parent(of: parent) { parent = next }
    guard tree[parent].kind == .fieldSelection else { return false }
    return tree[parent].attributes.contains(.star) || !typed[parent].resolution.isFunction
  }

  /// An array of arrays is an array of the same type.
  private func arrayOf(_ element: OID) -> OID {
    guard let array = index.type(element)?.array, array != 0 else { return element }
    return array
  }

  private mutating func compare(_ id: NodeID, _ match: Int) {
    guard let wanted = judge.type(of: match, arrayOf: arrayOf) else {
      return unmatched.append((tree[id].kind, tree.string(of: id)))
    }
    compared += 1
    let found = typed[id].type
    if let found, found.oid == wanted.oid, wanted.modifier.map({ Int(found.modifier) == $0 }) ?? true, agrees(id, match) { return }
    differences.append(
      Difference(
        kind: tree[id].kind, text: tree.string(of: id), found: name(found) + operatorName(id),
        wanted: name(TypeReference(wanted.oid, modifier: Int32(truncatingIfNeeded: wanted.modifier ?? -1))) + operatorName(match),
        reason: reason(id, wanted)))
  }

  private func reason(_ id: NodeID, _ wanted: TypeFinding) -> Reason? {
    switch tree[id].kind {
    case .stringLiteral, .nullLiteral, .collate: wanted.oid == .unknown ? .literalStaysUnknown : nil
    case .columnReference:
      if case .row = typed[id].resolution, let parent = tree.parent(of: id), tree[parent].kind == .typeCast { .rowIsDropped } else { nil }
    default: nil
    }
  }

  /// Whether the operator or function is the server's.
  private func agrees(_ id: NodeID, _ match: Int) -> Bool {
    let numbers = judge.nodes[match].numbers
    switch typed[id].resolution {
    // Of NOT IN ours is the `=`.
    case .operator where tree[id].attributes.contains(.negated) && tree[id].kind == .inList: return true
    case .operator(let row): return numbers["opno"].map { OID(truncatingIfNeeded: $0) == row.oid } ?? true
    case .function(let function):
      // Over a cast's own function stands the one that applies the modifier.
      let there = byLocation[judge.nodes[match].location] ?? [match]
      let oids = there.compactMap { judge.nodes[$0].numbers["funcid"] ?? judge.nodes[$0].numbers["aggfnoid"] ?? judge.nodes[$0].numbers["winfnoid"] }
      return oids.isEmpty || oids.contains { OID(truncatingIfNeeded: $0) == function.oid }
    case .unresolved where tree[id].kind == .functionCall || tree[id].kind == .binaryOperation:
      return numbers["opno"] == nil && numbers["aggfnoid"] == nil
    default: return true
    }
  }

  private func name(_ type: TypeReference?) -> String { type.map { index.displayName(of: $0.oid, modifier: $0.modifier) } ?? "unknown" }

  private func operatorName(_ id: NodeID) -> String {
    switch typed[id].resolution {
    case .operator(let row): " by operator \(row.oid)"
    case .function(let function): " by function \(function.oid)"
    default: ""
    }
  }

  private func operatorName(_ match: Int) -> String {
    let numbers = judge.nodes[match].numbers
    if let found = numbers["opno"] { return " by operator \(found)" }
    return (numbers["funcid"] ?? numbers["aggfnoid"] ?? numbers["winfnoid"]).map { " by function \($0)" } ?? ""
  }
}

// MARK: - Where the server says that an expression stands

extension TreeComparison {
  private static let casts: Set<String> = [
    "FUNCEXPR", "RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN", "CONVERTROWTYPEEXPR",
  ]

  static func bare(_ id: NodeID, _ tree: SyntaxTree) -> NodeID {
    var current = id
    while tree[current].kind == .parenthesized, let operand = tree.child(of: current, .operand) { current = operand }
    return current
  }

  /// The byte that `location` names for an expression (`gram.y`), and the tags that its node may have; nil for one without a node.
  static func place(of id: NodeID, in tree: SyntaxTree) -> (Int, Set<String>)? {
    let start = tree[id].range.start
    switch tree[id].kind {
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .booleanLiteral, .nullLiteral:
      return isPart(id, tree) ? nil : (start, ["CONST"])
    case .placeholder: return (start, ["PARAM"])
    case .columnReference: return isName(id, tree) ? nil : (start, ["VAR", "FUNCEXPR", "ROW", "ROWEXPR"])
    case .functionCall:
      // `unnest(a, b)` in FROM is as many functions as it has arguments.
      let isParallel = tree.string(of: id).lowercased().hasPrefix("unnest") && tree.children(of: id, .argument).count > 1
      return isParallel ? nil : (start, casts.union(["AGGREF", "WINDOWFUNC"]))
    case .extract, .position, .substring, .overlay, .trim, .overlaps: return (start, ["FUNCEXPR"])
    case .specialFunction: return (start, ["GROUPINGFUNC", "FUNCEXPR"])
    case .caseExpression: return (start, ["CASE", "CASEEXPR"])
    case .coalesce: return (start, ["COALESCE", "COALESCEEXPR"])
    case .greatest, .least: return (start, ["MINMAX", "MINMAXEXPR"])
    case .nullif: return (start, ["NULLIFEXPR"])
    case .arrayConstructor: return (start, ["ARRAY", "ARRAYEXPR"])
    case .rowConstructor: return isPart(id, tree) ? nil : (start, ["ROW", "ROWEXPR"])
    case .scalarSubquery, .exists, .arraySubquery: return isPart(id, tree) ? nil : (start, ["SUBLINK"])
    case .sqlValueFunction: return (start, ["SQLVALUEFUNCTION"])
    case .not: return (start, ["BOOLEXPR"])
    default: return placeBehindOperand(id, tree)
    }
  }

  private static func placeBehindOperand(_ id: NodeID, _ tree: SyntaxTree) -> (Int, Set<String>)? {
    switch tree[id].kind {
    case .binaryOperation, .unaryOperation:
      guard let written = tree.child(of: id, .operator) else { return nil }
      return (tree[written].range.start, ["OPEXPR", "CONST", "ROWCOMPARE", "BOOLEXPR", "SUBLINK"])
    case .typeCast: return isCastOfLiteral(id, tree) ? nil : afterOperand(id, tree).map { ($0, casts) }
    case .castExpression: return isCastOfLiteral(id, tree) ? nil : (tree[id].range.start, casts)
    case .isNull: return afterOperand(id, tree).map { ($0, ["NULLTEST"]) }
    case .isTrue, .isFalse, .isUnknown: return afterOperand(id, tree).map { ($0, ["BOOLEANTEST"]) }
    case .isDistinctFrom: return afterOperand(id, tree).map { ($0, ["DISTINCTEXPR", "BOOLEXPR", "NULLTEST"]) }
    case .between, .inList, .inSubquery, .anyComparison, .allComparison:
      return afterOperand(id, tree).map { ($0, ["BOOLEXPR", "SCALARARRAYOPEXPR", "SUBLINK", "OPEXPR"]) }
    case .like, .ilike, .similarTo: return afterOperand(id, tree).map { ($0, ["OPEXPR"]) }
    case .atTimeZone: return afterOperand(id, tree).map { ($0, ["FUNCEXPR"]) }
    case .collate: return afterOperand(id, tree).map { ($0, ["COLLATE", "COLLATEEXPR"]) }
    case .and, .or: return Array(tree.children(of: id)).first.flatMap { after($0, id, tree) }.map { ($0, ["BOOLEXPR"]) }
    default: return nil
    }
  }

  private static func afterOperand(_ id: NodeID, _ tree: SyntaxTree) -> Int? {
    (tree.child(of: id, .left) ?? tree.child(of: id, .operand)).flatMap { after($0, id, tree) }
  }

  private static func after(_ part: NodeID, _ id: NodeID, _ tree: SyntaxTree) -> Int? {
    tree.tokens(in: ByteRange(tree[part].range.end, tree[id].range.end)).first?.range.start
  }

  /// A literal takes its type at once when it is cast: the cast leaves no node.
  private static func isCastOfLiteral(_ id: NodeID, _ tree: SyntaxTree) -> Bool {
    let operands = tree.children(of: id).filter { tree[$0].role == .operand || tree[$0].role == .argument }
    guard operands.count == 1 else { return false }
    switch tree[bare(operands[0], tree)].kind {
    case .stringLiteral, .nullLiteral, .placeholder, .arrayConstructor: return true
    default: return false
    }
  }

  /// Parts of constructs that are not expressions of their own: operands of a sign, rows that are compared, LIMIT's…
  private static func isPart(_ id: NodeID, _ tree: SyntaxTree) -> Bool {
    var current = id
    while let parent = tree.parent(of: current) {
      switch tree[parent].kind {
      case .parenthesized: current = parent
      case .unaryOperation: return tree[id].kind == .integerLiteral || tree[id].kind == .numericLiteral
      case .integerLiteral, .typeName, .extract, .sqlValueFunction, .valuesClause, .sortItem, .groupByClause, .distinctClause, .groupingSet: return true
      case .inList, .inSubquery, .anyComparison, .allComparison, .binaryOperation, .isDistinctFrom, .overlaps, .multipleAssignment, .insertStatement:
        return tree[id].kind == .rowConstructor || (tree[id].kind == .scalarSubquery && tree[parent].kind != .binaryOperation)
      default: return false
      }
    }
    return false
  }

  /// Names that are not expressions: keys that name an output column, arguments of GROUPING, conflict targets.
  private static func isName(_ id: NodeID, _ tree: SyntaxTree) -> Bool {
    var current = id
    while let parent = tree.parent(of: current) {
      switch tree[parent].kind {
      case .parenthesized: current = parent
      case .sortItem, .groupByClause, .distinctClause, .groupingSet, .indexElement: return true
      case .specialFunction: return true
      default: return false
      }
    }
    return false
  }
}

extension Resolution {
  fileprivate var isFunction: Bool { if case .function = self { true } else { false } }
}
