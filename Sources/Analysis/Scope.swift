import PostgresCatalog
import PostgresSyntax

/// A visible column name and the column that it stands for.
struct Binding: Sendable {
  var name: String
  /// Indices into `TypedTree.sources` and that source's columns.
  var source: Int
  var column: Int
}

/// A FROM item or target as names see it (`ParseNamespaceItem`).
struct NamespaceItem: Sendable {
  /// The alias or relation name; nil for a join without an alias.
  var name: String?
  /// The index in `TypedTree.sources`; -1 for a join whose columns are all its sides' own. Valid wherever `bindings` is nil.
  var source: Int
  /// Column names where they are not the source's own: those of a join.
  var bindings: [Binding]?
  /// The relation that `schema.name.column` may mean; 0 for an aliased or other item.
  var relation: OID = 0
  var isNameVisible = true
  var areColumnsVisible = true
  /// Visible to LATERAL items only, while its FROM clause is being read.
  var isLateralOnly = false
  /// False for what a LATERAL item sees but may not refer to: the other side of a RIGHT or FULL join, the target of UPDATE and DELETE.
  var isLateralAllowed = true
  /// The relation whose columns are the source's, by their own names.
  var known: KnownRelation?
  /// Columns that are not known may be there too.
  var hasUnknownColumns = false
  /// How many of the last columns `*` leaves out.
  var unexpanded = 0
}

/// A query of a WITH list.
struct CommonTable: Sendable {
  var name: String
  var columns: [ColumnSource.Column]
  var query: NodeID
  /// False where `*` over an unknown relation hides columns.
  var isComplete: Bool
  /// Set until its query is read.
  var isOpen = false
  /// Set while the recursive term of its query is read.
  var isSelfReference = false
  /// How many of the last columns `*` leaves out: within a recursive term those of SEARCH and CYCLE.
  var unexpanded = 0
}

/// What names mean at one query level (`ParseState`).
struct Scope: Sendable {
  /// The enclosing level, or nil.
  var parent: Int?
  var items: [NamespaceItem] = []
  /// Every table of the level that was read so far, visible or not: for the hints of messages.
  var entries: [NamespaceItem] = []
  var commonTables: [CommonTable] = []
  /// Names of the WITH list that are not yet read.
  var futureTables: Set<String> = []
  var isLateralActive = false
  /// Where the expression that is being read stands.
  var place = ExpressionPlace.none
  /// What its expressions were found to call; aggregates where they belong to this level.
  var hasSelfReference = false, hasAggregates = false, hasWindowFunctions = false, hasSetReturning = false
  /// The last call of a function that returns a set.
  var lastSetReturning: NodeID?
  /// Definitions behind OVER, which are read at the end, behind those of the WINDOW clause.
  var pendingWindows: [NodeID] = []
  /// The WINDOW clause.
  var windowClause: NodeID?
  /// A hole among the FROM items: any name may come from it.
  var hasUnknownSources = false
  /// A hole among the common tables: any table may be one.
  var hasUnknownCommonTables = false
}

/// What a name was found to be.
enum ColumnLookup: Sendable {
  case found(Binding)
  /// A system column (`ctid`) of the source.
  case system(OID, source: Int)
  case ambiguous
  case none
  /// Seen, but not to be referred to.
  case refused(NamespaceItem)
  /// Something unknown may have the column.
  case uncertain
}

/// System columns of every table ("System Columns").
enum SystemColumn {
  static func type(of name: String) -> OID? {
    switch name {
    case "ctid": .tid
    case "xmin", "xmax": .xid
    case "cmin", "cmax": .cid
    case "tableoid": .oid
    default: nil
    }
  }
}

extension Inference {
  /// Looks an unqualified name up, level by level (`colNameToVar`).
  ///
  /// - Parameter isLocal: Only at the present level.
  func lookUp(column name: String, isLocal: Bool = false) -> ColumnLookup {
    var level: Int? = scope
    while let current = level {
      switch lookUp(column: name, at: current) {
      case .none: level = isLocal ? nil : scopes[current].parent
      case let outcome: return outcome
      }
    }
    return .none
  }

  private func lookUp(column name: String, at level: Int) -> ColumnLookup {
    let (items, isLateralActive) = (scopes[level].items, scopes[level].isLateralActive)
    var found: ColumnLookup = .none
    var isUncertain = scopes[level].hasUnknownSources
    for item in items where item.areColumnsVisible && (!item.isLateralOnly || isLateralActive) {
      isUncertain = isUncertain || item.hasUnknownColumns
      switch lookUp(column: name, in: item) {
      case .none: continue
      case .ambiguous: return .ambiguous
      case let outcome:
        if item.isLateralOnly, !item.isLateralAllowed { return .refused(item) }
        if case .none = found { found = outcome } else { return .ambiguous }
      }
    }
    if case .none = found, isUncertain { return .uncertain }
    return found
  }

  /// Looks a name up in one item, system columns included.
  func lookUp(column name: String, in item: NamespaceItem) -> ColumnLookup {
    var found: Binding?
    if let bindings = item.bindings {
      for binding in bindings where binding.name == name {
        if found != nil { return .ambiguous }
        found = binding
      }
    } else if let known = item.known {
      if let column = known.place(of: name) { found = Binding(name: name, source: item.source, column: column) }
    } else {
      for number in typed.sources[item.source].columns.indices where typed.sources[item.source].columns[number].name == name {
        if found != nil { return .ambiguous }
        found = Binding(name: name, source: item.source, column: number)
      }
    }
    if let found { return .found(found) }
    if let type = SystemColumn.type(of: name), item.bindings == nil, hasSystemColumns(item) {
      return .system(type, source: item.source)
    }
    return .none
  }

  private func hasSystemColumns(_ item: NamespaceItem) -> Bool {
    guard case .relation(let relation) = typed.sources[item.source].origin else { return false }
    return relation.kind != .view
  }

  /// The item of that name, nearest level first (`refnameNamespaceItem`).
  func item(named name: String, schema: String? = nil) -> NamespaceItem? {
    let relation = schema.flatMap { analyzer.index.relation(named: name, schema: $0)?.oid }
    if schema != nil, relation == nil { return nil }
    var level: Int? = scope
    while let number = level {
      let isLateralActive = scopes[number].isLateralActive
      for item in scopes[number].items where item.isNameVisible && (!item.isLateralOnly || isLateralActive) {
        if let relation { if item.relation == relation { return item } } else if item.name == name { return item }
      }
      level = scopes[number].parent
    }
    return nil
  }

  /// Whether a name at the level where it is found first means more than one item.
  func isAmbiguous(item name: String) -> Bool {
    var level: Int? = scope
    while let number = level {
      let isLateralActive = scopes[number].isLateralActive
      let count = scopes[number].items.count { $0.isNameVisible && (!$0.isLateralOnly || isLateralActive) && $0.name == name }
      if count > 0 { return count > 1 }
      level = scopes[number].parent
    }
    return false
  }

  /// Whether a hole among the sources may be what a name means.
  var hasUnknownSources: Bool {
    var level: Int? = scope
    while let number = level {
      if scopes[number].hasUnknownSources { return true }
      level = scopes[number].parent
    }
    return false
  }

  /// Whether a hole in a WITH clause may define a table.
  var hasUnknownCommonTables: Bool {
    var level: Int? = scope
    while let number = level {
      if scopes[number].hasUnknownCommonTables { return true }
      level = scopes[number].parent
    }
    return false
  }

  /// The common table of that name, nearest level first.
  func commonTable(named name: String) -> CommonTable? {
    var level: Int? = scope
    while let number = level {
      if !scopes[number].commonTables.isEmpty, let found = scopes[number].commonTables.last(where: { $0.name == name }) { return found }
      level = scopes[number].parent
    }
    return nil
  }

  /// Runs `body` at a new level below the present one.
  func inNewScope<Result>(_ body: (Inference) -> Result) -> Result {
    let outer = scope
    scopes.append(Scope(parent: outer))
    scope = scopes.count - 1
    defer { scope = outer }
    return body(self)
  }
}
