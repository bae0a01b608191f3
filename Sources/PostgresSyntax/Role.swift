/// What a node is to its parent.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case none
  case action, alias, argument, base, body, character, collation, column, condition, conflictTarget, definition, distinctClause
  case `else`, escape, field, filter, frame, from, fromClause, `for`, function, groupByClause, havingClause, high, hole, index
  case into, item, left, limitClause, lockingClause, low, modifier, name, offsetClause, onConflict, operand, `operator`
  case operatorClass, orderByClause, over, partition, pattern, placing, result, returningClause, right, sample, source, statement
  case subquery, targetList, type, using, value, when, whereClause, windowClause, withClause, withinGroup, zone, assignment
  // Of schema statements and other utility statements.
  case bound, check, compression, constraint, `default`, element, event, file, grantedBy, grantee, include, inherits, language, method, mode
  case neighbor, newName, newValue, option, owner, parameter, parent, privilege, referenced, referencedColumn, relation, returns, schema
  case server, storage, strategy, tablespace, to, transition, version
}
