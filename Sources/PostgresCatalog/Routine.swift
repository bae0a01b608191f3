/// A row of `pg_proc`: a function, procedure, aggregate or window function.
package struct Function: Hashable, Sendable {
  /// `pg_proc.prokind`.
  package enum Kind: String, Sendable, CaseIterable { case function = "f", procedure = "p", aggregate = "a", window = "w" }
  /// `pg_proc.provolatile`.
  package enum Volatility: String, Sendable, CaseIterable { case immutable = "i", stable = "s", volatile = "v" }
  /// `pg_proc.proargmodes`.
  package enum Mode: String, Sendable, CaseIterable { case input = "i", output = "o", both = "b", variadic = "v", table = "t" }
  /// `pg_proc.proparallel`.
  package enum Parallel: String, Sendable, CaseIterable { case safe = "s", restricted = "r", unsafe = "u" }

  package var oid: OID { get { row.fields.oid } _modify { yield &fields.oid } }
  package var schema: String { get { row.fields.schema } _modify { yield &fields.schema } }
  package var name: String { get { row.fields.name } _modify { yield &fields.name } }
  package var kind: Kind { get { row.fields.kind } _modify { yield &fields.kind } }
  /// Input argument types (IN, INOUT, VARIADIC); of an ordered-set aggregate the direct arguments and then the aggregated ones.
  package var arguments: [OID] { get { row.fields.arguments } _modify { yield &fields.arguments } }
  /// Names of input arguments, empty strings for those without; empty where none has one.
  package var argumentNames: [String] { get { row.fields.argumentNames } _modify { yield &fields.argumentNames } }
  /// How many of the last input arguments have defaults.
  package var defaults: Int { get { row.fields.defaults } _modify { yield &fields.defaults } }
  /// The element type of a VARIADIC last argument, 0 for none.
  package var variadic: OID { get { row.fields.variadic } _modify { yield &fields.variadic } }
  package var result: OID { get { row.fields.result } _modify { yield &fields.result } }
  package var returnsSet: Bool { get { row.fields.returnsSet } _modify { yield &fields.returnsSet } }
  /// NULL in, NULL out. Of an aggregate: nothing known, see `Aggregate.isTransitionStrict`.
  package var isStrict: Bool { get { row.fields.isStrict } _modify { yield &fields.isStrict } }
  package var volatility: Volatility { get { row.fields.volatility } _modify { yield &fields.volatility } }
  /// Names and types of OUT, INOUT and TABLE columns, for functions in FROM.
  package var outputs: [Output] { get { row.fields.outputs } _modify { yield &fields.outputs } }
  /// The mode of every parameter in the order of its declaration; empty where all are IN.
  package var modes: [Mode] { get { row.fields.modes } _modify { yield &fields.modes } }
  /// The defaults of the last `defaults` input arguments, as PostgreSQL prints them; empty for built-in functions.
  package var defaultExpressions: [String] { get { row.fields.defaultExpressions } _modify { yield &fields.defaultExpressions } }
  package var language: String { get { row.fields.language } _modify { yield &fields.language } }
  package var isSecurityDefiner: Bool { get { row.fields.isSecurityDefiner } _modify { yield &fields.isSecurityDefiner } }
  package var isLeakproof: Bool { get { row.fields.isLeakproof } _modify { yield &fields.isLeakproof } }
  package var parallel: Parallel { get { row.fields.parallel } _modify { yield &fields.parallel } }
  /// The planner's guesses: cost of a call in units of `cpu_operator_cost`; rows of a set, 0 where it returns none.
  package var cost: Double { get { row.fields.cost } _modify { yield &fields.cost } }
  package var rows: Double { get { row.fields.rows } _modify { yield &fields.rows } }
  /// `SET` clauses as `name=value`.
  package var settings: [String] { get { row.fields.settings } _modify { yield &fields.settings } }
  /// The source text; of a SQL-standard body (`RETURN …`, `BEGIN ATOMIC`) as PostgreSQL prints it. nil for built-in functions
  /// and aggregates.
  package var body: String? { get { row.fields.body } _modify { yield &fields.body } }
  /// `pg_get_functiondef`; nil for built-in functions and aggregates.
  package var definition: String? { get { row.fields.definition } _modify { yield &fields.definition } }
  package var aggregate: Aggregate? { get { row.fields.aggregate } _modify { yield &fields.aggregate } }
  package var comment: String? { get { row.fields.comment } _modify { yield &fields.comment } }
  /// The extension that made it: no part of the database's own schema then.
  package var extensionName: String? { get { row.fields.extensionName } _modify { yield &fields.extensionName } }

  package struct Output: Hashable, Sendable {
    package var name: String
    package var type: OID
    package init(name: String, type: OID) { (self.name, self.type) = (name, type) }
  }

  package init(
    oid: OID, schema: String, name: String, kind: Kind, arguments: [OID], argumentNames: [String] = [], defaults: Int = 0,
    variadic: OID = 0, result: OID, returnsSet: Bool = false, isStrict: Bool = false, volatility: Volatility = .volatile,
    outputs: [Output] = []
  ) {
    let fields = Fields(
      oid: oid, schema: schema, name: name, kind: kind, arguments: arguments, argumentNames: argumentNames, defaults: defaults,
      variadic: variadic, result: result, returnsSet: returnsSet, isStrict: isStrict, volatility: volatility, outputs: outputs)
    row = SharedRow(fields)
  }

  package var qualifiedName: QualifiedName { QualifiedName(schema, name) }

  /// What a row holds; see the properties of the same names.
  package struct Fields: Hashable, Sendable {
    package var oid: OID
    package var schema: String
    package var name: String
    package var kind: Kind
    package var arguments: [OID]
    package var argumentNames: [String]
    package var defaults: Int
    package var variadic: OID
    package var result: OID
    package var returnsSet: Bool
    package var isStrict: Bool
    package var volatility: Volatility
    package var outputs: [Output]
    package var modes: [Mode] = []
    package var defaultExpressions: [String] = []
    package var language: String = "internal"
    package var isSecurityDefiner: Bool = false
    package var isLeakproof: Bool = false
    package var parallel: Parallel = Parallel.unsafe
    package var cost: Double = 1.0
    package var rows: Double = 0.0
    package var settings: [String] = []
    package var body: String?
    package var definition: String?
    package var aggregate: Aggregate?
    package var comment: String?
    package var extensionName: String?
  }

  package var row: SharedRow<Fields>

  /// The row as its own, to be changed.
  package var fields: Fields {
    get { row.fields }
    _modify {
      if !isKnownUniquelyReferenced(&row) { row = SharedRow(row.fields) }
      yield &row.fields
    }
  }
}

extension Function {
  /// One parameter as it was declared.
  package struct Parameter: Hashable, Sendable {
    package var mode: Mode
    /// Empty for none.
    package var name: String
    package var type: OID
    package var defaultExpression: String?
  }

  /// Every parameter in the order of its declaration: `arguments` and `outputs` merged by `modes`.
  package var parameters: [Parameter] {
    let modes = modes.isEmpty ? Array(repeating: Mode.input, count: arguments.count) : modes
    let firstDefault = arguments.count - defaultExpressions.count
    var (input, output, parameters) = (0, 0, [Parameter]())
    for mode in modes {
      let isOutput = mode == .output || mode == .table
      var parameter = Parameter(mode: mode, name: "", type: 0, defaultExpression: nil)
      if isOutput, output < outputs.count {
        (parameter.name, parameter.type) = (outputs[output].name, outputs[output].type)
      } else if !isOutput, input < arguments.count {
        parameter.name = input < argumentNames.count ? argumentNames[input] : ""
        parameter.type = arguments[input]
        if input >= firstDefault, input - firstDefault < defaultExpressions.count {
          parameter.defaultExpression = defaultExpressions[input - firstDefault]
        }
      }
      if isOutput || mode == .both { output += 1 }
      if !isOutput { input += 1 }
      parameters.append(parameter)
    }
    return parameters
  }
}

/// What makes a function an aggregate: a row of `pg_aggregate`.
package struct Aggregate: Hashable, Sendable {
  /// `pg_aggregate.aggkind`.
  package enum Kind: String, Sendable, CaseIterable { case normal = "n", orderedSet = "o", hypotheticalSet = "h" }

  package var kind: Kind
  /// How many arguments are direct, of ordered-set and hypothetical-set aggregates.
  package var directArguments: Int
  package var transition: QualifiedName
  /// Whether the transition function is strict: NULL inputs are skipped then.
  package var isTransitionStrict: Bool
  package var transitionType: OID
  /// The state that it starts with; nil for NULL, with which no input gives NULL unless the final function makes something of it.
  package var initialValue: String?
  package var final: QualifiedName?
  package var isFinalStrict: Bool
  /// The operator that `ORDER BY … LIMIT 1` with it gives the same result (min, max).
  package var sortOperator: QualifiedName?

  package init(
    kind: Kind = .normal, directArguments: Int = 0, transition: QualifiedName, isTransitionStrict: Bool = false, transitionType: OID,
    initialValue: String? = nil, final: QualifiedName? = nil, isFinalStrict: Bool = false, sortOperator: QualifiedName? = nil
  ) {
    (self.kind, self.directArguments, self.transition) = (kind, directArguments, transition)
    (self.isTransitionStrict, self.transitionType, self.initialValue) = (isTransitionStrict, transitionType, initialValue)
    (self.final, self.isFinalStrict, self.sortOperator) = (final, isFinalStrict, sortOperator)
  }
}
