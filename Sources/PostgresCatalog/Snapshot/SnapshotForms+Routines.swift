/// The fields of types, routines and what expressions resolve by.

extension PostgresType.Kind: SnapshotChoice {}
extension Function.Kind: SnapshotChoice {}
extension Function.Volatility: SnapshotChoice {}
extension Function.Mode: SnapshotChoice {}
extension Function.Parallel: SnapshotChoice {}
extension Aggregate.Kind: SnapshotChoice {}
extension Cast.Context: SnapshotChoice {}
extension Collation.Provider: SnapshotChoice {}

/// Array types and row types are not written where they follow from element and relation.
extension PostgresType: SnapshotObject {
  static var blank: PostgresType { PostgresType(oid: 0, schema: "", name: "", kind: .base, category: "U") }

  mutating func code(_ coder: inout some FieldCoder) {
    var name = qualifiedName
    coder.name("name", &name)
    (schema, self.name) = (name.schema, name.name)
    coder.choice("kind", &kind)
    var letter = String(category)
    coder.text("category", &letter)
    category = letter.first ?? "U"
    coder.flag("preferred", &isPreferred)
    coder.type("element", &element)
    let type = self
    coder.arrayType(&array, of: type)
    var (base, modifier) = (self.base, baseModifier)
    coder.type("base", &base, modifier: &modifier)
    (self.base, baseModifier) = (base, modifier)
    coder.flag("notNull", &isNotNull)
    coder.texts("labels", &labels)
    coder.text("default", &defaultExpression)
    coder.inline("checks", &checks)
    coder.inline("range", &range)
    coder.type("rangeOfMultirange", &rangeOfMultirange)
    coder.flag("collatable", &isCollatable)
    coder.text("collation", &collation)
    coder.flag("acceptsModifier", &acceptsModifier)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
  }
}

extension DomainCheck: SnapshotObject {
  static var blank: DomainCheck { DomainCheck(name: "", expression: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.text("expression", &expression)
    coder.flag("validated", &isValidated, usual: true)
    coder.text("comment", &comment)
  }
}

extension RangeDetails: SnapshotObject {
  static var blank: RangeDetails { RangeDetails(subtype: 0, operatorClass: QualifiedName("", "")) }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.type("subtype", &subtype)
    coder.type("multirange", &multirange)
    coder.text("collation", &collation)
    coder.name("operatorClass", &operatorClass)
    coder.name("canonical", &canonical)
    coder.name("difference", &difference)
  }
}

extension Function: SnapshotObject {
  static var blank: Function { Function(oid: 0, schema: "", name: "", kind: .function, arguments: [], result: 0) }

  mutating func code(_ coder: inout some FieldCoder) {
    var name = qualifiedName
    coder.name("name", &name)
    (schema, self.name) = (name.schema, name.name)
    coder.types("arguments", &arguments)
    coder.choice("kind", &kind, usual: .function)
    coder.texts("argumentNames", &argumentNames)
    coder.choices("modes", &modes)
    coder.number("defaults", &defaults, usual: 0)
    coder.texts("defaultExpressions", &defaultExpressions)
    coder.type("variadic", &variadic)
    coder.type("result", &result)
    coder.flag("set", &returnsSet)
    coder.inline("outputs", &outputs)
    coder.flag("strict", &isStrict)
    coder.choice("volatility", &volatility, usual: .volatile)
    coder.text("language", &language, usual: "internal")
    coder.flag("securityDefiner", &isSecurityDefiner)
    coder.flag("leakproof", &isLeakproof)
    coder.choice("parallel", &parallel, usual: .unsafe)
    coder.number("cost", &cost, usual: 1)
    coder.number("rows", &rows, usual: 0)
    coder.texts("settings", &settings)
    coder.inline("aggregate", &aggregate)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
    coder.text("body", &body)
    coder.text("definition", &definition)
  }
}

extension Function.Output: SnapshotObject {
  static var blank: Self { Self(name: "", type: 0) }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name, usual: "")
    coder.type("type", &type)
  }
}

extension Aggregate: SnapshotObject {
  static var blank: Aggregate { Aggregate(transition: QualifiedName("", ""), transitionType: 0) }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.choice("kind", &kind, usual: .normal)
    coder.number("directArguments", &directArguments, usual: 0)
    coder.name("transition", &transition)
    coder.flag("strictTransition", &isTransitionStrict)
    coder.type("transitionType", &transitionType)
    coder.text("initialValue", &initialValue)
    coder.name("final", &final)
    coder.flag("strictFinal", &isFinalStrict)
    coder.name("sortOperator", &sortOperator)
  }
}

extension Operator: SnapshotObject {
  static var blank: Operator { Operator(oid: 0, schema: "", name: "", left: 0, right: 0, result: 0, function: 0) }

  mutating func code(_ coder: inout some FieldCoder) {
    var name = QualifiedName(schema, name)
    coder.name("name", &name)
    (schema, self.name) = (name.schema, name.name)
    coder.type("left", &left)
    coder.type("right", &right)
    coder.type("result", &result)
    coder.reference("function", &function, to: .function)
    coder.reference("commutator", &commutator, to: .operator)
    coder.reference("negator", &negator, to: .operator)
    coder.flag("merges", &canMerge)
    coder.flag("hashes", &canHash)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
  }
}

extension OperatorClass: SnapshotObject {
  static var blank: OperatorClass { OperatorClass(schema: "", name: "", method: "", input: 0, isDefault: false) }

  mutating func code(_ coder: inout some FieldCoder) {
    var name = QualifiedName(schema, name)
    coder.name("name", &name)
    (schema, self.name) = (name.schema, name.name)
    coder.text("method", &method)
    coder.type("type", &input)
    coder.flag("default", &isDefault)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
  }
}

extension Cast: SnapshotObject {
  static var blank: Cast { Cast(source: 0, target: 0, context: .explicit, function: 0, isBinary: false) }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.type("from", &source)
    coder.type("to", &target)
    coder.choice("context", &context)
    coder.reference("function", &function, to: .function)
    coder.flag("binary", &isBinary)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
  }
}

extension Collation: SnapshotObject {
  static var blank: Collation { Collation(schema: "", name: "", provider: .libc) }

  mutating func code(_ coder: inout some FieldCoder) {
    var name = QualifiedName(schema, name)
    coder.name("name", &name)
    (schema, self.name) = (name.schema, name.name)
    coder.choice("provider", &provider)
    coder.flag("deterministic", &isDeterministic, usual: true)
    coder.text("collate", &collate)
    coder.text("characterType", &characterType)
    coder.text("locale", &locale)
    coder.text("rules", &rules)
    coder.text("encoding", &encoding)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
  }
}

extension Schema: SnapshotObject {
  static var blank: Schema { Schema(oid: 0, name: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.flag("usable", &usable, usual: true)
    coder.text("extension", &extensionName)
    coder.text("comment", &comment)
  }
}

extension Extension: SnapshotObject {
  static var blank: Extension { Extension(name: "") }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.text("name", &name)
    coder.text("version", &version)
    coder.text("schema", &schema)
    coder.text("comment", &comment)
  }
}

/// What is known of server and database as a whole.
struct SnapshotDatabase: SnapshotObject {
  var catalog = Catalog()
  static var blank: SnapshotDatabase { SnapshotDatabase() }

  mutating func code(_ coder: inout some FieldCoder) {
    coder.number("serverVersion", &catalog.serverVersion, usual: nil)
    coder.text("serverVersionText", &catalog.serverVersionText, usual: "")
    coder.text("name", &catalog.database, usual: "")
    coder.text("comment", &catalog.comment)
    coder.text("encoding", &catalog.encoding, usual: "")
    coder.text("collation", &catalog.collation, usual: "")
    coder.text("characterType", &catalog.characterType, usual: "")
    coder.choice("localeProvider", &catalog.localeProvider, usual: .libc)
    coder.text("timeZone", &catalog.timeZone, usual: "")
    coder.text("monetaryLocale", &catalog.monetaryLocale, usual: "")
    coder.text("numericLocale", &catalog.numericLocale, usual: "")
    coder.flag("standardConformingStrings", &catalog.standardConformingStrings, usual: true)
    coder.texts("searchPath", &catalog.searchPath)
  }
}
