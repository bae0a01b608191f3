import SourceText

/// Syntax that came to PostgreSQL after release 14 ("Release Notes", gram.y), so that an older server calls it a syntax error.
///
/// What came as a function or a name alone, without grammar of its own (`any_value`), is no syntax and not among them.
package enum SyntaxFeature: UInt8, Hashable, Sendable, CaseIterable {
  // PostgreSQL 15
  case merge, nullsNotDistinct
  // PostgreSQL 16
  case integerForms, subqueryWithoutAlias, systemUser, jsonConstructor, isJSON, columnStorage, roleOptions, reindexWithoutName
  case statisticsWithoutName, xmlIndent
  // PostgreSQL 17
  case jsonQueryFunction, jsonTable, mergeReturning, mergeAction, notMatchedBy, atLocal, setExpression, accessMethodDefault
  case statisticsDefault, domainNotNull, copyOnError
  // PostgreSQL 18
  case returningAliases, returningOldNew, virtualColumns, temporalKeys, enforced, namedNotNull, notNullNoInherit, vacuumOnly, defaultLargeObjects

  /// The first release that has it: 15, 16….
  package var release: Int {
    switch self {
    case .merge, .nullsNotDistinct: 15
    case .integerForms, .subqueryWithoutAlias, .systemUser, .jsonConstructor, .isJSON, .columnStorage, .roleOptions, .reindexWithoutName,
      .statisticsWithoutName, .xmlIndent:
      16
    case .jsonQueryFunction, .jsonTable, .mergeReturning, .mergeAction, .notMatchedBy, .atLocal, .setExpression, .accessMethodDefault,
      .statisticsDefault, .domainNotNull, .copyOnError:
      17
    case .returningAliases, .returningOldNew, .virtualColumns, .temporalKeys, .enforced, .namedNotNull, .notNullNoInherit, .vacuumOnly, .defaultLargeObjects:
      18
    }
  }

  /// What it is called in a message: `MERGE`, `IS JSON`.
  package var name: String {
    switch self {
    case .merge: "MERGE"
    case .nullsNotDistinct: "NULLS NOT DISTINCT"
    case .integerForms: "an integer in hexadecimal, octal or binary or with underscores"
    case .subqueryWithoutAlias: "a subquery in FROM without an alias"
    case .systemUser: "SYSTEM_USER"
    case .jsonConstructor: "an SQL/JSON constructor"
    case .isJSON: "IS JSON"
    case .columnStorage: "STORAGE in a column's definition"
    case .roleOptions: "GRANT … WITH INHERIT or SET"
    case .reindexWithoutName: "REINDEX without a database's name"
    case .statisticsWithoutName: "CREATE STATISTICS without a name"
    case .xmlIndent: "XMLSERIALIZE … INDENT"
    case .jsonQueryFunction: "an SQL/JSON query function"
    case .jsonTable: "JSON_TABLE"
    case .mergeReturning: "MERGE … RETURNING"
    case .mergeAction: "MERGE_ACTION"
    case .notMatchedBy: "WHEN NOT MATCHED BY"
    case .atLocal: "AT LOCAL"
    case .setExpression: "SET EXPRESSION"
    case .accessMethodDefault: "SET ACCESS METHOD DEFAULT"
    case .statisticsDefault: "SET STATISTICS DEFAULT"
    case .copyOnError: "COPY … (ON_ERROR)"
    case .domainNotNull: "NOT NULL as a constraint of ALTER DOMAIN"
    case .returningAliases: "RETURNING WITH"
    case .returningOldNew: "OLD and NEW in RETURNING"
    case .virtualColumns: "a virtual generated column"
    case .temporalKeys: "WITHOUT OVERLAPS or PERIOD"
    case .enforced: "ENFORCED"
    case .namedNotNull: "NOT NULL as a table constraint"
    case .notNullNoInherit: "NO INHERIT of a NOT NULL constraint"
    case .vacuumOnly: "VACUUM or ANALYZE of ONLY a table"
    case .defaultLargeObjects: "ALTER DEFAULT PRIVILEGES ON LARGE OBJECTS"
    }
  }

  /// By name, for the rules of `UtilityRules`.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// A place where a statement uses a feature.
package struct FeatureUse: Hashable, Sendable {
  package var feature: SyntaxFeature
  /// The tokens that are new; at least the first of them.
  package var range: ByteRange
}

extension SyntaxTree {
  /// What a use is called in a message: the function's own name for SQL/JSON functions.
  package func name(of use: FeatureUse) -> String {
    switch use.feature {
    case .jsonConstructor, .jsonQueryFunction: text.string(in: use.range).uppercased()
    case .integerForms: "the number \(text.string(in: use.range))"
    default: use.feature.name
    }
  }

  /// The first feature that a release (15, 16…) lacks, nil where it knows them all.
  package func feature(missingIn release: Int) -> FeatureUse? { features.first { $0.feature.release > release } }

  /// The oldest release (14 or later) whose grammar has all of the statement.
  package var minimumRelease: Int { features.map(\.feature.release).max() ?? 14 }
}
