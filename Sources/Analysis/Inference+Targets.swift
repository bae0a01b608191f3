import PostgresCatalog
import PostgresSyntax
import SourceText

extension Inference {
  /// A select list's or RETURNING's output columns, `*` expanded; notes their origins under `owner`.
  ///
  /// A column that cannot be told (a `*` over an unknown relation, a hole) stands as one named `*` without a type, and `owner` counts as
  /// incomplete.
  func targetList(_ id: NodeID, _ owner: NodeID) -> [OutputColumn] {
    isDone[Int(id.index)] = true
    var columns: [OutputColumn] = []
    columns.reserveCapacity(count(id, .item))
    origins.set(owner, [])
    for item in each(id) {
      isDone[Int(item.index)] = true
      guard kind(item) == .resultTarget, let value = child(item, .value) else {
        if kind(item) == .star { star(item, &columns, owner) } else { unknownColumns(&columns, item, owner) }
        continue
      }
      if kind(value) == .star {
        star(value, &columns, owner)
      } else if kind(value) == .fieldSelection, has(value, .star) {
        fields(value, &columns, owner)
      } else {
        expression(value)
        let alias = child(item, .alias)
        let name = alias.map { self.name($0) ?? "?column?" } ?? columnName(of: value)
        append(OutputColumn(name: name, type: typed[value].type, isNullable: true, node: value), OutputOrigin(node: value), &columns, owner)
        typed[item].type = typed[value].type
        resolve(item, .output(columns.count - 1))
        // A hole may hold a whole list.
        if kind(value) == .hole { incompleteQueries.insert(owner) }
      }
    }
    return columns
  }

  private func append(_ column: OutputColumn, _ origin: OutputOrigin, _ columns: inout [OutputColumn], _ owner: NodeID) {
    columns.append(column)
    origins[owner, default: []].append(origin)
  }

  private func unknownColumns(_ columns: inout [OutputColumn], _ node: NodeID, _ owner: NodeID) {
    incompleteQueries.insert(owner)
    append(OutputColumn(name: "*", type: nil, isNullable: true, node: node), OutputOrigin(), &columns, owner)
  }

  /// `*` and `t.*`.
  private func star(_ id: NodeID, _ columns: inout [OutputColumn], _ owner: NodeID) {
    isDone[Int(id.index)] = true
    guard firstChild(id) == nil else { return qualifiedStar(id, &columns, owner) }
    let items = scopes[scope].items.filter { $0.areColumnsVisible }
    resolve(id, items.count == 1 && items[0].bindings == nil ? .row(source: items[0].source) : .star)
    if scopes[scope].hasUnknownSources { unknownColumns(&columns, id, owner) }
    for item in items { expand(item, into: &columns, owner, node: id) }
    if items.isEmpty, !scopes[scope].hasUnknownSources {
      report("42601", "SELECT * with no tables specified is not valid", at: id)
    }
  }

  /// `f(t.*)` takes the whole row.
  func wholeRowStar(_ id: NodeID) {
    guard firstChild(id) != nil, let names = names(id), let last = names.last else { return }
    let schema = names.count > 1 ? names[names.count - 2] : nil
    if let item = item(named: last, schema: schema) { wholeRow(id, item) } else if !hasUnknownSources { missingItem(last, schema: schema, at: id) }
  }

  private func qualifiedStar(_ id: NodeID, _ columns: inout [OutputColumn], _ owner: NodeID) {
    guard let names = names(id), let last = names.last else { return unknownColumns(&columns, id, owner) }
    let schema = names.count > 1 ? names[names.count - 2] : nil
    guard let item = item(named: last, schema: schema) else {
      if !hasUnknownSources { missingItem(last, schema: schema, at: id) }
      return unknownColumns(&columns, id, owner)
    }
    resolve(id, item.bindings == nil ? .row(source: item.source) : .star)
    expand(item, into: &columns, owner, node: id)
  }

  /// Appends an item's columns.
  func expand(_ item: NamespaceItem, into columns: inout [OutputColumn], _ owner: NodeID, node: NodeID? = nil) {
    if item.hasUnknownColumns { unknownColumns(&columns, node ?? owner, owner) }
    guard columns.count <= Self.outputLimit else { return _ = incompleteQueries.insert(owner) }
    for binding in bindings(of: item).dropLast(item.unexpanded) {
      let column = typed.sources[binding.source].columns[binding.column]
      let output = OutputColumn(name: binding.name, type: column.type, isNullable: column.isNullable, node: nil)
      append(output, OutputOrigin(binding: binding, star: node), &columns, owner)
    }
  }

  /// `(composite).*`.
  private func fields(_ id: NodeID, _ columns: inout [OutputColumn], _ owner: NodeID) {
    isDone[Int(id.index)] = true
    guard let operand = child(id, .operand) else { return }
    expression(operand)
    if case .row(let source) = typed[unparenthesized(operand)].resolution {
      for column in typed.sources[source].columns {
        append(OutputColumn(name: column.name, type: column.type, isNullable: true, node: nil), OutputOrigin(), &columns, owner)
      }
      return
    }
    guard let found = compositeColumns(type(of: operand), operand) else {
      let type = type(of: operand)
      if isCertain(type), type != .unknown { reportWithoutPlace("42809", "type \(display(type)) is not composite") }
      return unknownColumns(&columns, id, owner)
    }
    for column in found {
      append(OutputColumn(name: column.name, type: column.type, isNullable: true, node: nil), OutputOrigin(), &columns, owner)
    }
  }

  /// The columns of a composite type, or those that a function's OUT parameters make.
  func compositeColumns(_ type: OID, _ node: NodeID) -> [ColumnSource.Column]? {
    if let relation = types[types.base(of: type)]?.relation, relation != 0, let found = analyzer.index.relation(relation) {
      return found.columns.map {
        .init(name: $0.name, type: TypeReference($0.type, modifier: $0.typeModifier), isNullable: true)
      }
    }
    return type == .record ? recordColumns(unparenthesized(node)) : nil
  }

  /// The columns of a value of type `record`, found by what it is made of (`expandRecordVariable`).
  private func recordColumns(_ node: NodeID) -> [ColumnSource.Column]? {
    var (current, steps) = (node, 0)
    while true {
      current = unparenthesized(current)
      steps += 1
      guard steps < Self.depthLimit else { return nil }
      switch typed[current].resolution {
      case .function(let function): return function.outputs.count > 1 ? outputColumns(of: function, current) : nil
      case .row(let source): return typed.sources[source].columns
      case .column(let source, let column):
        guard let node = origin(source, column) else { return nil }
        current = node
      default:
        guard kind(current) == .scalarSubquery, let subquery = child(current, .subquery) else {
          return kind(current) == .rowConstructor ? rowColumns(current) : nil
        }
        guard let node = origins[subquery]?.first?.node else { return nil }
        current = node
      }
    }
  }

  /// The expression that a column is in the query behind its source; a column that stands under `*` there is one of another source.
  private func origin(_ source: Int, _ column: Int) -> NodeID? {
    var (source, column, steps) = (source, column, 0)
    while steps < Self.depthLimit {
      steps += 1
      if let derived = derivations[source], column < derived.count, let first = derived[column].first {
        (source, column) = (first.source, first.column)
        continue
      }
      guard let query = queriesOfSources[source], let found = origins[query], column < found.count else { return nil }
      if let node = found[column].node { return node }
      guard let binding = found[column].binding else { return nil }
      (source, column) = (binding.source, binding.column)
    }
    return nil
  }

  /// The columns that OUT parameters make, polymorphic ones by the arguments of the call.
  private func outputColumns(of function: Function, _ call: NodeID) -> [ColumnSource.Column] {
    let inputs = children(call, .argument).map { type(of: kind($0) == .namedArgument ? child($0, .value) ?? $0 : $0) }
    return function.outputs.enumerated().map { number, output in
      let declared = Array(function.arguments.prefix(inputs.count))
      let found = analyzer.polymorphism.resolve(inputs: inputs, declared: declared, result: output.type)?.result ?? 0
      let type = found == 0 || TypeTable.isPolymorphic(found) ? nil : TypeReference(found)
      return .init(name: output.name.isEmpty ? "column\(number + 1)" : output.name, type: type, isNullable: true)
    }
  }

  /// The fields of ROW(…): f1, f2….
  private func rowColumns(_ row: NodeID) -> [ColumnSource.Column] {
    children(row, .item).enumerated().map { number, item in
      let type = type(of: item) == .unknown ? TypeReference(.text) : typed[item].type
      return .init(name: "f\(number + 1)", type: type, isNullable: true)
    }
  }
}

// MARK: - Column references

extension Inference {
  func columnReference(_ id: NodeID) {
    if kind(id) == .columnReference, plainReference(id) { return }
    guard let names = names(id) else { return resolve(id, .unresolved("a part of the name is a hole")) }
    switch names.count {
    case 1: unqualified(id, names[0])
    case 2: qualified(id, names[1], table: names[0], schema: nil)
    case 3: qualified(id, names[2], table: names[1], schema: names[0])
    case 4:
      if !isOwnDatabase(names[0]) {
        report("0A000", "cross-database references are not implemented: \(names.joined(separator: "."))", at: id)
      }
      qualified(id, names[3], table: names[2], schema: names[1])
    default:
      resolve(id, .unresolved("the name has too many parts"))
      report("42601", "improper qualified name (too many dotted names): \(names.joined(separator: "."))", at: id)
    }
  }

  /// A reference by one name or two, as most are, without an array of them.
  private func plainReference(_ id: NodeID) -> Bool {
    var parts = each(id, .name)
    guard let first = parts.next(), let name = name(first) else { return false }
    guard let second = parts.next() else {
      unqualified(id, name)
      return true
    }
    guard let column = self.name(second), parts.next() == nil else { return false }
    qualified(id, column, table: name, schema: nil)
    return true
  }

  private func unqualified(_ id: NodeID, _ name: String) {
    switch lookUp(column: name) {
    case .found(let binding): bind(id, binding)
    case .system(let type, let source): systemColumn(id, name, type, source)
    case .ambiguous:
      resolve(id, .unresolved("column reference \"\(name)\" is ambiguous"))
      report("42702", "column reference \"\(name)\" is ambiguous", at: id)
    case .uncertain: resolve(id, .unresolved("the column's table is not known"))
    case .refused(let item): refuseLateral(item, at: id)
    case .none:
      if let item = item(named: name) { return refuses(item, id) ? () : wholeRow(id, item) }
      resolve(id, .unresolved("column \"\(name)\" does not exist"))
      report("42703", "column \"\(name)\" does not exist", hint: columnHint(name, table: nil), at: id)
    }
  }

  private func qualified(_ id: NodeID, _ name: String, table: String, schema: String?) {
    guard let item = item(named: table, schema: schema) else {
      resolve(id, .unresolved("missing FROM-clause entry for table \"\(table)\""))
      if !hasUnknownSources { missingItem(table, schema: schema, at: id) }
      return
    }
    if schema == nil, isAmbiguous(item: table) {
      resolve(id, .unresolved("table reference \"\(table)\" is ambiguous"))
      return report("42P09", "table reference \"\(table)\" is ambiguous", at: id)
    }
    if refuses(item, id) { return }
    switch lookUp(column: name, in: item) {
    case .found(let binding): bind(id, binding)
    case .system(let type, let source): systemColumn(id, name, type, source)
    case .ambiguous:
      resolve(id, .unresolved("column reference \"\(name)\" is ambiguous"))
      report("42702", "column reference \"\(name)\" is ambiguous", at: id)
    case .none, .uncertain, .refused:
      if item.hasUnknownColumns { return resolve(id, .unresolved("the table's columns are not known")) }
      if let result = projection(name, item) { return set(id, result) }
      resolve(id, .unresolved("column \(table).\(name) does not exist"))
      report("42703", "column \(table).\(name) does not exist", hint: columnHint(name, table: table), at: id)
    }
  }

  /// `t.f` may stand for `f(t)`.
  private func projection(_ name: String, _ item: NamespaceItem) -> OID? {
    guard item.bindings == nil, let row = typed.sources[item.source].relation?.rowType else { return nil }
    guard case .found(let found) = cache.function(name, CallShape(types: [row])) else { return nil }
    return found.result
  }

  private func bind(_ id: NodeID, _ binding: Binding) {
    typed[id].type = typed.sources[binding.source].columns[binding.column].type
    resolve(id, .column(source: binding.source, column: binding.column))
  }

  private func systemColumn(_ id: NodeID, _ name: String, _ type: OID, _ source: Int) {
    set(id, type)
    systemColumnSources[id] = source
    resolve(id, .unresolved("system column \"\(name)\""))
  }

  private func wholeRow(_ id: NodeID, _ item: NamespaceItem) {
    guard item.bindings == nil else { return set(id, .record) }
    let source = typed.sources[item.source]
    resolve(id, .row(source: item.source))
    if let relation = source.relation { return set(id, relation.rowType) }
    if let row = rowTypes[item.source], types.isComposite(row.oid) { return set(id, row) }
    // The row of a function of one scalar is that scalar.
    if case .function = source.origin, source.columns.count == 1, let type = source.columns[0].type, !item.hasUnknownColumns {
      resolve(id, .column(source: item.source, column: 0))
      return set(id, type)
    }
    set(id, item.hasUnknownColumns ? 0 : .record)
  }

  /// The columns by which an item is seen.
  func bindings(of item: NamespaceItem) -> [Binding] {
    if let bindings = item.bindings { return bindings }
    guard item.source >= 0 else { return [] }
    return typed.sources[item.source].columns.enumerated().map { Binding(name: $1.name, source: item.source, column: $0) }
  }
}
