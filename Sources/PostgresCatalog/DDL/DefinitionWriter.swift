/// Writes definitions as PostgreSQL's functions do (`ruleutils.c`), with `pg_catalog` alone in the search path.
struct DefinitionWriter {
  /// Over a catalog whose search path is empty.
  let index: CatalogIndex
  let state: SchemaState

  func finish(_ relation: inout Relation) {
    // What DDL keeps in `Index.definition` until now are its storage options.
    let options = Dictionary(relation.indexes.map { ($0.oid, $0.definition) }, uniquingKeysWith: { first, _ in first })
    for place in relation.constraints.indices {
      let constraint = relation.constraints[place]
      relation.constraints[place].definition = definition(
        of: constraint, relation.indexes.first { $0.oid == constraint.index }, options: options[constraint.index] ?? "")
    }
    for place in relation.indexes.indices { relation.indexes[place].definition = definition(of: relation.indexes[place], on: relation) }
    for place in relation.triggers.indices { relation.triggers[place].definition = definition(of: relation.triggers[place], on: relation) }
    relation.columns.sort { $0.number < $1.number }
    relation.constraints.sort { SchemaState.precedes($0.name, $1.name) }
    relation.indexes.sort { SchemaState.precedes($0.name, $1.name) }
    relation.triggers.sort { SchemaState.precedes($0.name, $1.name) }
    relation.rules.sort { SchemaState.precedes($0.name, $1.name) }
    relation.policies.sort { SchemaState.precedes($0.name, $1.name) }
  }

  private func list(_ names: [String]) -> String { "(" + names.map(Identifier.quoted).joined(separator: ", ") + ")" }

  // MARK: Constraints (pg_get_constraintdef)

  private func definition(of constraint: Constraint, _ index: Index?, options: String) -> String {
    var text: String
    switch constraint.kind {
    case .check: text = "CHECK (\(constraint.checkExpression ?? ""))" + (constraint.isNoInherit ? " NO INHERIT" : "")
    case .foreignKey: text = foreignKey(constraint)
    case .exclusion: text = exclusion(constraint, index) + options
    case .primaryKey, .unique:
      text = constraint.kind == .primaryKey ? "PRIMARY KEY " : index?.nullsNotDistinct == true ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE "
      text += list(constraint.columns)
      if let included = index?.included, !included.isEmpty { text += " INCLUDE " + list(included) }
      text += options
    }
    if constraint.kind == .exclusion, let predicate = index?.predicate { text += " WHERE (\(predicate))" }
    if constraint.isDeferrable { text += " DEFERRABLE" }
    if constraint.isInitiallyDeferred { text += " INITIALLY DEFERRED" }
    if !constraint.isValidated { text += " NOT VALID" }
    return text
  }

  private static let actions = ["a": "", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"]

  private func foreignKey(_ constraint: Constraint) -> String {
    let target = QualifiedName(constraint.referencedSchema ?? "", constraint.referencedTable ?? "")
    var text = "FOREIGN KEY \(list(constraint.columns)) REFERENCES \(target)\(list(constraint.referencedColumns))"
    if constraint.match == .full { text += " MATCH FULL" }
    if constraint.match == .partial { text += " MATCH PARTIAL" }
    if let action = Self.actions[constraint.onUpdate ?? "a"], !action.isEmpty { text += " ON UPDATE " + action }
    if let action = Self.actions[constraint.onDelete ?? "a"], !action.isEmpty { text += " ON DELETE " + action }
    if !constraint.onDeleteColumns.isEmpty { text += " " + list(constraint.onDeleteColumns) }
    return text
  }

  private func exclusion(_ constraint: Constraint, _ index: Index?) -> String {
    guard let index else { return "EXCLUDE" }
    let elements = zip(index.keys, constraint.exclusionOperators).map { key, symbol in
      let shown = symbol.schema == "pg_catalog" ? symbol.name : "OPERATOR(\(Identifier.quoted(symbol.schema)).\(symbol.name))"
      return element(key) + " WITH " + shown
    }
    var text = "EXCLUDE USING \(index.method) (\(elements.joined(separator: ", ")))"
    if !index.included.isEmpty { text += " INCLUDE " + list(index.included) }
    return text
  }

  // MARK: Indexes (pg_get_indexdef)

  private func element(_ key: Index.Key) -> String {
    var text = key.expression
    if let collation = key.collation { text += " COLLATE " + DDLInterpreter.unqualified(collation) }
    if let operatorClass = key.operatorClass { text += " " + DDLInterpreter.unqualified(operatorClass) }
    if key.isDescending {
      text += key.nullsFirst ? " DESC" : " DESC NULLS LAST"
    } else if key.nullsFirst {
      text += " NULLS FIRST"
    }
    return text
  }

  private func definition(of index: Index, on relation: Relation) -> String {
    let only = relation.kind == .partitionedTable ? "ONLY " : ""
    var text = "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(Identifier.quoted(index.name)) ON \(only)\(relation.qualifiedName) USING \(index.method)"
    text += " (\(index.keys.map(element).joined(separator: ", ")))"
    if !index.included.isEmpty { text += " INCLUDE " + list(index.included) }
    if index.nullsNotDistinct { text += " NULLS NOT DISTINCT" }
    text += index.definition
    if let predicate = index.predicate { text += " WHERE " + predicate }
    return text
  }

  // MARK: Triggers (pg_get_triggerdef)

  private func definition(of trigger: Trigger, on relation: Relation) -> String {
    let timing = switch trigger.timing {
    case .before: "BEFORE"
    case .after: "AFTER"
    case .insteadOf: "INSTEAD OF"
    }
    let events = trigger.events.map { event in
      guard event == .update, !trigger.updateColumns.isEmpty else { return event.rawValue.uppercased() }
      return "UPDATE OF " + trigger.updateColumns.map(Identifier.quoted).joined(separator: ", ")
    }
    var text = "CREATE \(trigger.isConstraint ? "CONSTRAINT " : "")TRIGGER \(Identifier.quoted(trigger.name)) \(timing) "
    text += events.joined(separator: " OR ") + " ON \(relation.qualifiedName) "
    if trigger.isConstraint {
      text += trigger.isDeferrable ? "DEFERRABLE " : "NOT DEFERRABLE "
      text += trigger.isInitiallyDeferred ? "INITIALLY DEFERRED " : "INITIALLY IMMEDIATE "
    }
    if trigger.oldTable != nil || trigger.newTable != nil {
      text += "REFERENCING "
      if let old = trigger.oldTable { text += "OLD TABLE AS \(Identifier.quoted(old)) " }
      if let new = trigger.newTable { text += "NEW TABLE AS \(Identifier.quoted(new)) " }
    }
    text += trigger.isForEachRow ? "FOR EACH ROW " : "FOR EACH STATEMENT "
    if trigger.isConditional { text += "WHEN (\(trigger.definition)) " }
    let function = trigger.function.schema == "pg_catalog" ? Identifier.quoted(trigger.function.name) : trigger.function.description
    return text + "EXECUTE FUNCTION \(function)(\(trigger.arguments.map(DDLInterpreter.literal).joined(separator: ", ")))"
  }

  // MARK: Functions (pg_get_functiondef)

  func finish(_ function: inout Function) {
    guard function.extensionName == nil, function.kind != .aggregate else { return }
    let word = function.kind == .procedure ? "PROCEDURE" : "FUNCTION"
    var text = "CREATE OR REPLACE \(word) \(function.qualifiedName)(\(parameters(of: function)))\n"
    if function.kind != .procedure { text += " RETURNS \(result(of: function))\n" }
    text += " LANGUAGE \(Identifier.quoted(function.language))\n"
    let attributes = attributes(of: function)
    if !attributes.isEmpty { text += " " + attributes.joined(separator: " ") + "\n" }
    for setting in function.settings { text += " SET \(settingText(setting))\n" }
    if state.sqlBodies.contains(function.oid) {
      text += (function.body ?? "") + "\n"
    } else {
      let tag = tag(word.lowercased(), for: function.body ?? "")
      let library = state.libraries[function.oid].map { DDLInterpreter.literal($0) + ", " } ?? ""
      text += "AS \(library)$\(tag)$\(function.body ?? "")$\(tag)$\n"
    }
    function.definition = text
  }

  private func tag(_ word: String, for body: String) -> String {
    var tag = word
    while body.contains("$" + tag) { tag += "x" }
    return tag
  }

  private func parameters(of function: Function) -> String {
    function.parameters.filter { $0.mode != .table }.map { parameter in
      let mode = switch parameter.mode {
      case .input: function.kind == .procedure ? "IN " : ""
      case .output: "OUT "
      case .both: "INOUT "
      case .variadic: "VARIADIC "
      case .table: ""
      }
      let name = parameter.name.isEmpty ? "" : Identifier.quoted(parameter.name) + " "
      return mode + name + index.displayName(of: parameter.type) + (parameter.defaultExpression.map { " DEFAULT " + $0 } ?? "")
    }.joined(separator: ", ")
  }

  private func result(of function: Function) -> String {
    let table = function.parameters.filter { $0.mode == .table }
    if !table.isEmpty {
      return "TABLE(" + table.map { Identifier.quoted($0.name) + " " + index.displayName(of: $0.type) }.joined(separator: ", ") + ")"
    }
    return (function.returnsSet ? "SETOF " : "") + index.displayName(of: function.result)
  }

  private func attributes(of function: Function) -> [String] {
    var result: [String] = []
    if function.kind == .window { result.append("WINDOW") }
    if function.volatility == .immutable { result.append("IMMUTABLE") }
    if function.volatility == .stable { result.append("STABLE") }
    if function.parallel == .safe { result.append("PARALLEL SAFE") }
    if function.parallel == .restricted { result.append("PARALLEL RESTRICTED") }
    if function.isStrict { result.append("STRICT") }
    if function.isSecurityDefiner { result.append("SECURITY DEFINER") }
    if function.isLeakproof { result.append("LEAKPROOF") }
    let usual = function.language == "c" || function.language == "internal" ? 1.0 : 100
    if function.cost != usual { result.append("COST " + number(function.cost)) }
    if function.rows > 0, function.rows != 1000 { result.append("ROWS " + number(function.rows)) }
    return result
  }

  private func number(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)" }

  /// `search_path=app, public` as `search_path TO 'app', 'public'`.
  private func settingText(_ setting: String) -> String {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return setting }
    let isList = ["search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries"].contains(parts[0])
    guard isList else { return "\(Identifier.quoted(parts[0])) TO \(DDLInterpreter.literal(parts[1]))" }
    let names = parts[1].split(separator: ",").map { name in
      let trimmed = name.drop { $0 == " " }
      return trimmed.hasPrefix("\"") && trimmed.count > 1 ? String(trimmed.dropFirst().dropLast()).replacing("\"\"", with: "\"") : String(trimmed)
    }
    return "\(Identifier.quoted(parts[0])) TO \(names.map(DDLInterpreter.literal).joined(separator: ", "))"
  }
}
