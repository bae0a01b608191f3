/// Which of several things a node is about: the kind of object of DROP, the option of a function, the action of a foreign key….
///
/// The comment at a node's kind says which of them it may have; all others have `none`.
public enum NodeDetail: UInt8, Hashable, Sendable, CaseIterable {
  case none
  // The kind of object that a statement is about.
  case accessMethod, aggregate, cast, collation, column, compositeType, conversion, database, domain, domainConstraint
  case tableConstraint, enumValue, eventTrigger, `extension`, foreignDataWrapper, foreignTable, function, index, language
  case largeObject, materializedView, `operator`, operatorClass, operatorFamily, parameter, policy, procedure, publication
  case role, routine, rule, schema, sequence, server, statistics, subscription, system, table, tablespace
  case textSearchConfiguration, textSearchDictionary, textSearchParser, textSearchTemplate, transform, trigger, type
  case userMapping, view, ownedObjects
  // What a referential action does.
  case noAction, restrict, cascade, setNull, setDefault
  // The option of a `functionOption`.
  case immutable, stable, volatile, strict, calledOnNull, securityDefiner, securityInvoker, leakproof, window, cost, rows
  case support, parallel, setting, transforms, languageName
  // The event of a trigger or rule; the command of a policy.
  case insert, update, delete, truncate, select, all
  // A mode of a transaction, or of constraints.
  case readUncommitted, readCommitted, repeatableRead, serializable, readOnly, readWrite, deferrable, notDeferrable, deferred
  case immediate
  // Where COPY moves data.
  case copyFrom, copyTo
  // What an `otherAction` or a `setOptions` of ALTER does.
  case setAccessMethod, setTablespace, setLogged, setUnlogged, setWithoutOids, setWithoutCluster, clusterOn, replicaIdentity
  case ofType, notOfType, setOptions, resetOptions, genericOptions, storageMode, compressionMode, statisticsTarget, finalize
  // What an `isOther` asks.
  case document, normalized, json, jsonArray, jsonObject, jsonScalar, jsonValue
  // A `jsonClause`.
  case nullOnNull, absentOnNull, uniqueKeys, withoutUniqueKeys, withWrapper, withConditionalWrapper, withoutWrapper, keepQuotes
  case omitQuotes, formatJSON
  // What a `jsonBehavior` gives.
  case givesError, givesNull, givesTrue, givesFalse, givesUnknown, givesEmptyArray, givesEmptyObject, givesDefault
  // The mode of a `windowFrame`, a bound of it.
  case rowsMode, rangeMode, groupsMode, unboundedPreceding, preceding, currentRow, following, unboundedFollowing
  // Other commands.
  case analyzeTable, vacuum, cluster, reindex, checkpoint, discard, load, move, dependsOnExtension, refreshVersion, group
  case user

  /// By name, for the rules of `UtilityRules`.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
