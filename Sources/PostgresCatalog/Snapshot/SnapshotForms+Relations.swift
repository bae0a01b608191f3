/// The fields of relations and what belongs to them.

extension Relation.Kind: SnapshotChoice {}
extension Relation.Persistence: SnapshotChoice {}
extension ViewOptions.CheckOption: SnapshotChoice {}
extension Column.Identity: SnapshotChoice {}
extension Column.Generation: SnapshotChoice {}
extension Constraint.Kind: SnapshotChoice {}
extension Constraint.Match: SnapshotChoice {}
extension Trigger.Timing: SnapshotChoice {}
extension Trigger.Event: SnapshotChoice {}
extension Trigger.Enabled: SnapshotChoice {}
extension Rule.Event: SnapshotChoice {}
extension Policy.Command: SnapshotChoice {}

/// Its row type is not written: it follows from the name.
extension Relation: SnapshotObject {
  static var blank: Relation { Relation(oid: 0, schema: "", name: "", kind: .table, rowType: 0) }

  mutating func code(_ coder: inout some FieldCoder) {
    var name = qualifiedName
    coder.name("name", &name)
    (schema, self.name) = (name.schema, name.name)
    coder.choice("kind", &kind, usual: .table)
    coder.text("comment", &comment)
    coder.choice("persistence", &persistence, usual: .permanent)
    coder.flag("selectable", &selectable, usual: true)
    coder.text("extension", &extensionName)
    coder.flag("rowSecurity", &hasRowSecurity)
    coder.flag("forcedRowSecurity", &forcesRowSecurity)
    coder.names("parents", &parents)
    coder.flag("inheritanceChildren", &hasInheritanceChildren)
    coder.flag("partition", &isPartition)
    coder.text("partitionBound", &partitionBound)
    coder.text("partitionKey", &partitionKey)
    coder.type("ofType", &ofType)
    coder.inline("sequence", &sequence)
    coder.inline("foreign", &foreign)
    coder.choice("checkOption", &viewOptions.checkOption)
    coder.flag("securityBarrier", &viewOptions.isSecurityBarrier)
    coder.flag("securityInvoker", &viewOptions.isSecurityInvoker)
    coder.flag("populated", &viewOptions.isPopulated, usual: true)
    coder.lines("columns", &columns)
    coder.lines("constraints", &constraints)
    coder.lines("indexes", &indexes)
    coder.lines("triggers", &triggers)
    coder.lines("rules", &rules)
    coder.lines("policies", &policies)
    coder.text("view", &viewDefinition)
  }
}

extension ForeignOptions: SnapshotObject {
  static var blank: ForeignOptions { ForeignOptions(server: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("server", &server)
    coder.texts("options", &options)
  }
}

extension Column: SnapshotObject {
  static var blank: Column { Column(number: 0, name: "", type: 0) }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.type("type", &type, modifier: &typeModifier)
    coder.number("number", &number, usual: coder.position)
    coder.flag("notNull", &isNotNull)
    coder.text("default", &defaultExpression)
    coder.choice("identity", &identity)
    coder.choice("generated", &generation)
    coder.flag("serial", &isSerial)
    coder.name("sequence", &sequence)
    coder.text("collation", &collation)
    coder.flag("deterministic", &hasDeterministicCollation, usual: true)
    coder.flag("local", &isLocal, usual: true)
    coder.flag("inherited", &isInherited)
    coder.texts("foreignOptions", &foreignOptions)
    coder.text("comment", &comment)
  }
}

extension SequenceOptions: SnapshotObject {
  static var blank: SequenceOptions { SequenceOptions() }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.type("type", &type)
    coder.number("start", &start, usual: nil)
    coder.number("increment", &increment, usual: 1)
    coder.number("minimum", &minimum, usual: nil)
    coder.number("maximum", &maximum, usual: nil)
    coder.number("cache", &cache, usual: 1)
    coder.flag("cycle", &isCycling)
    coder.inline("owner", &owner)
  }
}

extension SequenceOptions.Owner: SnapshotObject {
  static var blank: Self { Self(relation: QualifiedName("", ""), column: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.name("relation", &relation)
    coder.text("column", &column)
    coder.flag("identity", &isIdentity)
  }
}

extension Constraint: SnapshotObject {
  static var blank: Constraint { Constraint(name: "", kind: .check, columns: [], definition: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.choice("kind", &kind)
    coder.texts("columns", &columns)
    coder.text("definition", &definition)
    var referenced = referencedSchema.flatMap { schema in referencedTable.map { QualifiedName(schema, $0) } }
    coder.name("references", &referenced)
    (referencedSchema, referencedTable) = (referenced?.schema, referenced?.name)
    coder.texts("referencedColumns", &referencedColumns)
    coder.choice("match", &match, usual: .simple)
    coder.text("onDelete", &onDelete)
    coder.text("onUpdate", &onUpdate)
    coder.texts("onDeleteColumns", &onDeleteColumns)
    coder.text("check", &checkExpression)
    coder.names("operators", &exclusionOperators)
    coder.reference("index", &index, to: .index)
    coder.flag("deferrable", &isDeferrable)
    coder.flag("initiallyDeferred", &isInitiallyDeferred)
    coder.flag("validated", &isValidated, usual: true)
    coder.flag("enforced", &isEnforced, usual: true)
    coder.flag("local", &isLocal, usual: true)
    coder.flag("inherited", &isInherited)
    coder.flag("noInherit", &isNoInherit)
    coder.flag("temporal", &isTemporal)
    coder.text("comment", &comment)
  }
}

/// Its oid is put in by the coders, which know the relation's schema.
extension Index: SnapshotObject {
  static var blank: Index { Index(oid: 0, name: "", method: "", isUnique: false, isPrimary: false, keys: [], definition: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.text("method", &method, usual: "btree")
    coder.flag("unique", &isUnique)
    coder.flag("primary", &isPrimary)
    coder.flag("exclusion", &isExclusion)
    coder.flag("valid", &isValid, usual: true)
    coder.flag("nullsNotDistinct", &nullsNotDistinct)
    coder.inline("keys", &keys)
    coder.texts("included", &included)
    coder.text("predicate", &predicate)
    coder.name("parent", &parent)
    coder.text("comment", &comment)
    coder.text("definition", &definition)
  }
}

extension Index.Key: SnapshotObject {
  static var blank: Index.Key { Index.Key(column: nil, expression: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("column", &column)
    coder.text("expression", &expression, usual: column.map(Identifier.quoted))
    coder.flag("descending", &isDescending)
    coder.flag("nullsFirst", &nullsFirst)
    coder.text("collation", &collation)
    coder.text("operatorClass", &operatorClass)
  }
}

extension Trigger: SnapshotObject {
  static var blank: Trigger { Trigger(name: "", definition: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.choice("timing", &timing)
    coder.choices("events", &events)
    coder.texts("updateOf", &updateColumns)
    coder.flag("forEachRow", &isForEachRow)
    coder.name("function", &function)
    coder.texts("arguments", &arguments)
    coder.flag("conditional", &isConditional)
    coder.choice("enabled", &enabled, usual: .origin)
    coder.flag("constraint", &isConstraint)
    coder.flag("deferrable", &isDeferrable)
    coder.flag("initiallyDeferred", &isInitiallyDeferred)
    coder.text("oldTable", &oldTable)
    coder.text("newTable", &newTable)
    coder.flag("inherited", &isInherited)
    coder.text("comment", &comment)
    coder.text("definition", &definition)
  }
}

extension Rule: SnapshotObject {
  static var blank: Rule { Rule(name: "", event: .select, definition: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.choice("event", &event)
    coder.flag("instead", &isInstead)
    coder.choice("enabled", &enabled, usual: .origin)
    coder.text("comment", &comment)
    coder.text("definition", &definition)
  }
}

extension Policy: SnapshotObject {
  static var blank: Policy { Policy(name: "", roles: []) }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.choice("command", &command, usual: .all)
    coder.flag("permissive", &isPermissive, usual: true)
    coder.texts("roles", &roles)
    coder.text("using", &using)
    coder.text("check", &check)
    coder.text("comment", &comment)
  }
}
