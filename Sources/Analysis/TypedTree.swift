import PostgresCatalog
import PostgresSyntax
import SourceText

/// A type with its modifier, as `pg_attribute` writes it.
package struct TypeReference: Hashable, Sendable {
  package var oid: OID
  /// `varchar(20)`'s 24, -1 for none.
  package var modifier: Int32

  package init(_ oid: OID, modifier: Int32 = -1) { (self.oid, self.modifier) = (oid, modifier) }
}

/// What analysis knows of one node of a syntax tree.
package struct NodeFacts: Sendable {
  /// The expression's type after unknown literals and parameters took theirs from the context; nil where it is not known.
  package var type: TypeReference?
  /// The type that the context coerces the value to by an implicit or assignment cast, where it differs from `type`.
  package var coercedTo: TypeReference?
  /// Whether the value can be NULL where it stands: after outer joins, and after what WHERE demands. True wherever the opposite is not
  /// proven.
  package var isNullable = true
  package var resolution = Resolution.none
  /// What of this rests on the text that stands in a hole.
  package var restsOnHole: HoleDependence = []

  package init() {}
}

/// Conclusions about an expression that another text in a hole could change.
///
/// A hole is taken to hold whole parts of what stands at its place: an expression where an expression is due, further items in a list,
/// further clauses at the end of a SELECT. What holds whatever such text it is does not rest on it: the type of `x IS NULL` over a hole,
/// or that of a hole itself where its place allows only one.
package struct HoleDependence: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The type, or that it is unknown.
  package static var type: HoleDependence { HoleDependence(rawValue: 1) }
  /// Whether the value can be NULL.
  package static var nullability: HoleDependence { HoleDependence(rawValue: 2) }
}

/// What a name, operator, function or cast was resolved to.
package enum Resolution: Sendable {
  case none
  /// A column of the item `source` of `TypedTree.sources`; `column` is its index in that source's columns.
  case column(source: Int, column: Int)
  /// A whole row, or `*`, of one source.
  case row(source: Int)
  /// `*` over several sources, or an ORDER BY / GROUP BY name or ordinal that is the output column of this number, from 0.
  case output(Int)
  case star
  case function(Function)
  /// Also the `=` that IN, CASE with an operand (on its `whenClause`) and NULLIF imply, and the `>=` of BETWEEN.
  case `operator`(Operator)
  /// Nothing found, or more than one: the reason, for people.
  case unresolved(String)
}

/// A source of columns in some FROM clause, target or WITH list.
package struct ColumnSource: Sendable {
  package enum Origin: Sendable {
    /// A table or view of the catalog.
    case relation(Relation)
    case subquery, commonTable, function, values, join
    /// ON CONFLICT's `excluded`, over the target relation.
    case excluded(Relation)
    /// A relation that the catalog does not know, or a hole.
    case unknown
  }

  package struct Column: Hashable, Sendable {
    package var name: String
    package var type: TypeReference?
    package var isNullable: Bool
    package init(name: String, type: TypeReference?, isNullable: Bool) {
      (self.name, self.type, self.isNullable) = (name, type, isNullable)
    }
  }

  /// The name by which columns are qualified, if any.
  package var name: String?
  package var origin: Origin
  package var columns: [Column]
  /// The node of the FROM item, target or CTE.
  package var node: NodeID
  /// Whether an outer join can make every column NULL, whatever `columns` say of the source itself.
  package var isNullExtended: Bool

  package init(name: String?, origin: Origin, columns: [Column], node: NodeID, isNullExtended: Bool = false) {
    (self.name, self.origin, self.columns, self.node) = (name, origin, columns, node)
    self.isNullExtended = isNullExtended
  }

  /// The catalog relation behind it, for a table, view or `excluded`.
  package var relation: Relation? {
    switch origin {
    case .relation(let relation), .excluded(let relation): relation
    default: nil
    }
  }
}

/// An error that PostgreSQL would raise, found by the catalog.
package struct AnalysisError: Error, Hashable, Sendable {
  package var sqlstate: String
  /// In PostgreSQL's words.
  package var message: String
  /// Empty where there is none; so is `hint`.
  package var detail: String
  package var hint: String
  /// What PostgreSQL does not say, but may help.
  package var advice = ""
  /// What it is about; PostgreSQL's position is its start.
  package var range: ByteRange
  /// Whether PostgreSQL names a place: without one `range` is the whole statement.
  package var hasPlace: Bool

  package init(
    sqlstate: String, message: String, detail: String = "", hint: String = "", range: ByteRange, hasPlace: Bool = true
  ) {
    (self.sqlstate, self.message, self.detail, self.hint) = (sqlstate, message, detail, hint)
    (self.range, self.hasPlace) = (range, hasPlace)
  }
}

/// A column of a statement's result.
package struct OutputColumn: Hashable, Sendable {
  package var name: String
  package var type: TypeReference?
  package var isNullable: Bool
  /// The expression, or nil where `*` stands for it.
  package var node: NodeID?
  /// What of this rests on the text that stands in a hole.
  package var restsOnHole: HoleDependence = []

  package init(name: String, type: TypeReference?, isNullable: Bool, node: NodeID?) {
    (self.name, self.type, self.isNullable, self.node) = (name, type, isNullable, node)
  }
}

/// A syntax tree with what each of its nodes means.
package struct TypedTree: Sendable {
  package let tree: SyntaxTree
  /// By `NodeID.index`.
  package var facts: [NodeFacts]
  package var sources: [ColumnSource]
  /// Per `query`, its body, or data-changing statement its output columns (`*` expanded); the root's are the statement's result.
  ///
  /// Where columns cannot be told (a hole, `*` over a relation that is not known) one named `*` without a type stands for them.
  package var outputs: NodeMap<[OutputColumn]>
  /// Parameter types by number where the context gives one.
  package var parameters: [Int: TypeReference]
  /// Errors that PostgreSQL would raise when it is to prepare the statement; only those that are certain.
  package var errors: [AnalysisError]
  /// The like of errors that come only when the statement is planned or begins to run; empty where `errors` is not.
  package var runErrors: [AnalysisError] = []

  package init(tree: SyntaxTree) {
    self.tree = tree
    facts = Array(repeating: NodeFacts(), count: tree.nodes.count)
    (sources, outputs, parameters, errors) = ([], NodeMap(nodeCount: tree.nodes.count), [:], [])
  }

  /// A tree of which nothing is said, not even by node.
  init(nothingOf tree: SyntaxTree) {
    self.tree = tree
    (facts, sources, outputs, parameters, errors) = ([], [], NodeMap(nodeCount: 0), [:], [])
  }

  package subscript(_ id: NodeID) -> NodeFacts {
    _read { yield facts[Int(id.index)] }
    _modify { yield &facts[Int(id.index)] }
  }

  /// Whether anything that is known of a node would be otherwise with another text in a hole.
  package func restsOnHole(_ id: NodeID) -> Bool { !self[id].restsOnHole.isEmpty }
}
