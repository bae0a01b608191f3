import PostgresCatalog
import Synchronization

/// What earlier statements looked up in the catalog: the same few tables, operators and functions come up in one statement after the other.
///
/// Every answer follows from the catalog and the question alone, so that results do not depend on what was asked before. A cache serves one
/// analysis at a time, without locks: an `Analyzer` keeps as many as there are analyses side by side.
final class LookupCache: @unchecked Sendable {
  /// Beyond so many answers of one kind all are forgotten: names come from scanned code, which may have any number of them.
  private static let limit = 4_096
  /// A question longer than this is not worth keeping: arguments of a call, bytes of an operator.
  private static let length = 64

  struct Name: Hashable {
    var schema: String?
    var name: String
  }

  private struct Call: Hashable {
    var name: Name
    var shape: CallShape
  }

  private struct Operation: Hashable {
    var name: Name
    var left: OID
    var right: OID
  }

  private let index: CatalogIndex
  private let functions: FunctionLookup
  private let operators: OperatorLookup
  private var relations: [Name: KnownRelation?] = [:]
  private var types: [Name: PostgresType?] = [:]
  private var calls: [Call: FunctionLookup.Outcome] = [:]
  private var operations: [Operation: OperatorLookup.Outcome] = [:]

  init(_ analyzer: Analyzer) { (index, functions, operators) = (analyzer.index, analyzer.functions, analyzer.operators) }

  func relation(named name: String, schema: String?) -> KnownRelation? {
    Self.answer(Name(schema: schema, name: name), in: &relations) {
      index.relation(named: name, schema: schema).map { KnownRelation($0) }
    }
  }

  func type(named name: String, schema: String?) -> PostgresType? {
    Self.answer(Name(schema: schema, name: name), in: &types) { index.type(named: name, schema: schema) }
  }

  func function(_ name: String, schema: String? = nil, _ call: CallShape) -> FunctionLookup.Outcome {
    guard call.types.count <= Self.length else { return functions.find(name, schema: schema, call) }
    return Self.answer(Call(name: Name(schema: schema, name: name), shape: call), in: &calls) {
      functions.find(name, schema: schema, call)
    }
  }

  func `operator`(_ name: String, schema: String? = nil, left: OID, right: OID) -> OperatorLookup.Outcome {
    guard name.utf8.count <= Self.length else { return operators.find(name, schema: schema, left: left, right: right) }
    return Self.answer(Operation(name: Name(schema: schema, name: name), left: left, right: right), in: &operations) {
      operators.find(name, schema: schema, left: left, right: right)
    }
  }

  private static func answer<Question, Answer>(
    _ question: Question, in answers: inout [Question: Answer], _ find: () -> Answer
  ) -> Answer {
    if let known = answers[question] { return known }
    let found = find()
    if answers.count >= limit { answers.removeAll() }
    answers[question] = found
    return found
  }
}

/// A relation with its columns as sources have them.
final class KnownRelation: Sendable {
  let relation: Relation
  /// The columns where NOT NULL counts, and where something can go round it.
  let enforced: [ColumnSource.Column]
  let unenforced: [ColumnSource.Column]
  /// Whether only the server may fill some column: a generated one, or an identity column that is so always.
  let hasColumnsOfItsOwn: Bool
  /// Places of columns by name; the first of those of one name.
  private let places: [String: Int]

  init(_ relation: Relation) {
    self.relation = relation
    func columns(_ isEnforced: Bool) -> [ColumnSource.Column] {
      relation.columns.map {
        ColumnSource.Column(
          name: $0.name, type: TypeReference($0.type, modifier: $0.typeModifier), isNullable: !(isEnforced && $0.isNotNull))
      }
    }
    (enforced, unenforced) = (columns(true), columns(false))
    hasColumnsOfItsOwn = relation.columns.contains { $0.identity == .always || $0.isGenerated }
    places = Dictionary(relation.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func place(of column: String) -> Int? { places[column] }
}

/// The caches of an analyzer that no analysis uses just now.
final class LookupCaches: Sendable {
  private let idle = Mutex<[LookupCache]>([])

  func take(for analyzer: Analyzer) -> LookupCache { idle.withLock { $0.popLast() } ?? LookupCache(analyzer) }
  func giveBack(_ cache: LookupCache) { idle.withLock { $0.append(cache) } }
}
