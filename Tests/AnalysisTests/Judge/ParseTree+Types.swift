import PostgresCatalog

/// `exprType` and `exprTypmod` (`nodes/nodeFuncs.c`) over a printed tree.
extension ParseTree {
  /// The type of a node, with its modifier where the node itself has one; nil for a node that is no expression.
  func type(of number: Int, arrayOf: (OID) -> OID) -> TypeFinding? {
    let node = nodes[number]
    func typed(_ type: String, _ modifier: String? = nil) -> TypeFinding? {
      node.numbers[type].map { TypeFinding(oid: OID(truncatingIfNeeded: $0), modifier: modifier.flatMap { node.numbers[$0] }) }
    }
    switch node.tag {
    case "VAR": return typed("vartype", "vartypmod")
    case "CONST": return typed("consttype", "consttypmod")
    case "PARAM": return typed("paramtype", "paramtypmod")
    case "AGGREF": return typed("aggtype")
    case "WINDOWFUNC": return typed("wintype")
    case "FUNCEXPR": return typed("funcresulttype").map { TypeFinding(oid: $0.oid, modifier: lengthCoercion(number)) }
    case "OPEXPR", "NULLIFEXPR", "DISTINCTEXPR": return typed("opresulttype")
    case "SUBSCRIPTINGREF": return typed("refrestype", "reftypmod")
    case "FIELDSELECT", "RELABELTYPE", "ARRAYCOERCEEXPR", "COERCETODOMAIN": return typed("resulttype", "resulttypmod")
    case "COERCEVIAIO", "CONVERTROWTYPEEXPR": return typed("resulttype")
    case "CASE", "CASEEXPR": return typed("casetype")
    case "ARRAY", "ARRAYEXPR": return typed("array_typeid")
    case "ROW", "ROWEXPR": return typed("row_typeid")
    case "COALESCE", "COALESCEEXPR": return typed("coalescetype")
    case "MINMAX", "MINMAXEXPR": return typed("minmaxtype")
    case "SQLVALUEFUNCTION": return typed("type", "typmod")
    case "GROUPINGFUNC": return TypeFinding(oid: .int4)
    case "SCALARARRAYOPEXPR", "BOOLEXPR", "NULLTEST", "BOOLEANTEST", "ROWCOMPARE", "ROWCOMPAREEXPR": return TypeFinding(oid: .bool)
    case "COLLATE", "COLLATEEXPR": return children(of: number, field: "arg").first.flatMap { type(of: $0, arrayOf: arrayOf) }
    case "SUBLINK": return sublink(number, arrayOf)
    default: return nil
    }
  }

  private func sublink(_ number: Int, _ arrayOf: (OID) -> OID) -> TypeFinding? {
    let kind = nodes[number].numbers["subLinkType"] ?? 0
    guard kind == 4 || kind == 6 else { return kind == 5 ? nil : TypeFinding(oid: .bool) }
    guard let query = children(of: number, field: "subselect").first, let entry = children(of: query, field: "targetList").first,
      let expression = children(of: entry, field: "expr").first, let found = type(of: expression, arrayOf: arrayOf)
    else { return nil }
    return kind == 4 ? found : TypeFinding(oid: arrayOf(found.oid))
  }

  /// The modifier that a cast function gives (`exprIsLengthCoercion`): its second argument, a constant.
  private func lengthCoercion(_ number: Int) -> Int? {
    guard let format = nodes[number].numbers["funcformat"], format == 1 || format == 2 else { return nil }
    let arguments = children(of: number, field: "args")
    guard arguments.count == 2 || arguments.count == 3, nodes[arguments[1]].tag == "CONST", nodes[arguments[1]].numbers["consttype"] == 23 else {
      return nil
    }
    let bytes = nodes[arguments[1]].constant.prefix(4)
    return Int(Int32(truncatingIfNeeded: bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }))
  }
}

/// A type, and a modifier where one is known: nil is unknown, -1 none.
struct TypeFinding: Equatable {
  var oid: OID
  var modifier: Int?

  init(oid: OID, modifier: Int? = nil) { (self.oid, self.modifier) = (oid, modifier) }
}
