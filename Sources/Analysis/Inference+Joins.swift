import PostgresCatalog
import PostgresSyntax

extension Inference {
  /// A join; a chain `a JOIN b JOIN c…` of any length by a loop.
  func join(_ id: NodeID) -> FromItem? {
    var spine = [id]
    while let left = child(spine[spine.count - 1], .left), kind(left) == .join {
      isDone[Int(left.index)] = true
      spine.append(left)
    }
    guard spine.count <= Self.joinLimit.tables else { return unknownSide(id) }
    var result = child(spine[spine.count - 1], .left).flatMap { fromItem($0) }
    for join in spine.reversed() {
      guard let left = result ?? unknownSide(join) else { return nil }
      guard let right = rightSide(join, left) ?? unknownSide(join) else { return nil }
      guard columnCount(left.top) + columnCount(right.top) <= Self.joinLimit.columns else { return unknownSide(id) }
      result = joined(join, left, right)
    }
    return result
  }

  private func columnCount(_ item: NamespaceItem) -> Int {
    item.bindings?.count ?? (item.source >= 0 ? typed.sources[item.source].columns.count : 0)
  }

  /// A side that is a hole: an item of unknown columns.
  private func unknownSide(_ join: NodeID) -> FromItem? {
    let source = addSource(ColumnSource(name: nil, origin: .unknown, columns: [], node: join))
    scopes[scope].hasUnknownSources = true
    let item = NamespaceItem(name: nil, source: source, hasUnknownColumns: true)
    return FromItem(items: [item], top: item)
  }

  /// The right side sees the left one if it is LATERAL.
  private func rightSide(_ join: NodeID, _ left: FromItem) -> FromItem? {
    guard let right = child(join, .right) else { return nil }
    let count = scopes[scope].items.count
    let isAllowed = !has(join, .right) && !has(join, .full)
    scopes[scope].items += left.items.map {
      var item = $0
      (item.isLateralOnly, item.isLateralAllowed) = (true, isAllowed)
      return item
    }
    defer { scopes[scope].items.removeSubrange(count...) }
    return fromItem(right)
  }

  private func joined(_ join: NodeID, _ left: FromItem, _ right: FromItem) -> FromItem {
    let using = child(join, .using)
    checkConflicts(left.items, right.items)
    let (merged, bindings) = mergedColumns(join, using, left.top, right.top)
    let visible = left.items + right.items
    if let condition = child(join, .condition) { joinCondition(condition, visible) }
    var extended: [Int] = []
    if has(join, .left) || has(join, .full) { extended += right.items.map(\.source) }
    if has(join, .right) || has(join, .full) { extended += left.items.map(\.source) }
    extendedSources.set(join, extended.filter { $0 >= 0 })
    var top = NamespaceItem(name: nil, source: merged, bindings: bindings, isNameVisible: false)
    top.hasUnknownColumns = left.top.hasUnknownColumns || right.top.hasUnknownColumns
    let hidden = visible.map {
      var item = $0
      item.areColumnsVisible = false
      return item
    }
    var items = hidden + [top]
    if let using, let alias = child(using, .alias).flatMap({ name($0) }) {
      let item = usingAlias(alias, using, bindings)
      checkConflicts(visible, [item])
      items.append(item)
    }
    return FromItem(items: items, top: top)
  }

  /// ON sees the two sides and what encloses the FROM clause, nothing else.
  private func joinCondition(_ condition: NodeID, _ visible: [NamespaceItem]) {
    let before = scopes[scope].items
    scopes[scope].items = visible
    self.condition(condition, "JOIN/ON", .joinOn)
    scopes[scope].items = before
  }

  /// `USING (a, b) AS u`: the merged columns by a name of their own.
  private func usingAlias(_ name: String, _ using: NodeID, _ bindings: [Binding]) -> NamespaceItem {
    let count = count(using, .column)
    return NamespaceItem(
      name: name, source: -1, bindings: Array(bindings.prefix(count)), areColumnsVisible: false)
  }

  /// The columns of a join: merged ones first, then the rest of the left side, then of the right ("Table Expressions", Joined Tables).
  ///
  /// - Returns: The source that holds columns that are neither side's (-1 where there are none), and all columns.
  private func mergedColumns(
    _ join: NodeID, _ using: NodeID?, _ left: NamespaceItem, _ right: NamespaceItem
  ) -> (source: Int, bindings: [Binding]) {
    let (leftColumns, rightColumns) = (bindings(of: left), bindings(of: right))
    var names: [(name: String, node: NodeID?)] = []
    if has(join, .natural) {
      let rightNames = Set(rightColumns.map(\.name))
      names = leftColumns.map(\.name).filter(rightNames.contains).map { ($0, nil) }
    } else if let using {
      isDone[Int(using.index)] = true
      names = each(using, .column).compactMap { node in name(node).map { ($0, node) } }
    }
    if names.isEmpty { return (-1, leftColumns + rightColumns) }
    var merger = ColumnMerger(join: join)
    for (name, node) in names {
      let pair = (leftColumns.first { $0.name == name }, rightColumns.first { $0.name == name })
      if node != nil, names.prefix(while: { $0.node != node }).contains(where: { $0.name == name }) {
        reportWithoutPlace("42701", "column name \"\(name)\" appears more than once in USING clause")
      }
      if pair.0 == nil, !left.hasUnknownColumns { missingMerged(name, "left") }
      refuseRepeated(name, leftColumns, "left")
      if pair.1 == nil, !right.hasUnknownColumns { missingMerged(name, "right") }
      refuseRepeated(name, rightColumns, "right")
      if let binding = merge(name, pair.0, pair.1, &merger), let node {
        isDone[Int(node.index)] = true
        typed[node].type = typed.sources[binding.source].columns[binding.column].type
        resolve(node, .column(source: binding.source, column: binding.column))
      }
    }
    let taken = Set(names.map(\.name))
    let rest = leftColumns.filter { !taken.contains($0.name) } + rightColumns.filter { !taken.contains($0.name) }
    return (merger.source, merger.bindings + rest)
  }

  private func refuseRepeated(_ name: String, _ columns: [Binding], _ side: String) {
    guard columns.lazy.filter({ $0.name == name }).prefix(2).count > 1 else { return }
    reportWithoutPlace("42702", "common column name \"\(name)\" appears more than once in \(side) table")
  }

  private func missingMerged(_ name: String, _ side: String) {
    reportWithoutPlace("42703", "column \"\(name)\" specified in USING clause does not exist in \(side) table")
  }

  /// What a merged column is: the left one, the right one in a right join, a column of its own in a full join or of another type.
  private func merge(_ name: String, _ left: Binding?, _ right: Binding?, _ merger: inout ColumnMerger) -> Binding? {
    guard let left, let right else {
      guard var only = left ?? right else { return nil }
      only.name = name
      merger.bindings.append(only)
      return only
    }
    let leftType = typed.sources[left.source].columns[left.column].type
    let rightType = typed.sources[right.source].columns[right.column].type
    let isSame = leftType != nil && leftType == rightType
    if isSame, !has(merger.join, .full) {
      let chosen = has(merger.join, .right) ? right : left
      merger.bindings.append(chosen)
      return chosen
    }
    var type: TypeReference?
    if let leftType, let rightType, analyzer.coercion.commonType(of: [leftType.oid, rightType.oid]) == nil {
      reportWithoutPlace("42804", "JOIN/USING types \(display(leftType.oid)) and \(display(rightType.oid)) cannot be matched")
    }
    if let leftType, let rightType, let common = analyzer.coercion.commonType(of: [leftType.oid, rightType.oid]) {
      type = isSame ? leftType : TypeReference(common)
    }
    if merger.source < 0 { merger.source = addSource(ColumnSource(name: nil, origin: .join, columns: [], node: merger.join)) }
    let column = typed.sources[merger.source].columns.count
    typed.sources[merger.source].columns.append(.init(name: name, type: type, isNullable: true))
    derivations[merger.source, default: []].append([left, right])
    let binding = Binding(name: name, source: merger.source, column: column)
    merger.bindings.append(binding)
    return binding
  }

  /// `(join) AS t (a, b)`: with an alias one item that hides the tables within.
  func parenthesizedTable(_ id: NodeID) -> FromItem? {
    guard let inner = child(id, .item), let found = fromItem(inner) else { return nil }
    guard let alias = alias(of: id), let name = alias.name else { return found }
    let inputs = bindings(of: found.top)
    if alias.columns.count > inputs.count, !found.top.hasUnknownColumns {
      reportWithoutPlace(
        "42P10", "join expression \"\(name)\" has \(inputs.count) columns available but \(alias.columns.count) columns specified")
    }
    var source = ColumnSource(name: name, origin: .join, columns: [], node: id)
    for (number, input) in inputs.enumerated() {
      var column = typed.sources[input.source].columns[input.column]
      column.name = number < alias.columns.count ? alias.columns[number] ?? input.name : input.name
      source.columns.append(column)
    }
    let number = addSource(source)
    derivations[number] = inputs.map { [$0] }
    resolve(id, .row(source: number))
    let item = NamespaceItem(name: name, source: number, hasUnknownColumns: found.top.hasUnknownColumns)
    return FromItem(items: [item], top: item)
  }
}

/// The merged columns of one join, as they are found.
private struct ColumnMerger {
  let join: NodeID
  var source = -1
  var bindings: [Binding] = []
}
