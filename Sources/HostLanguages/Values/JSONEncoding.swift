/// How a language makes JSON text of a list of values: what becomes of a value that is bound to an array parameter.
package struct JSONEncoding: Sendable {
  /// The type of an array's elements, as far as a form depends on it.
  package enum Element: Hashable, Sendable { case integer, decimal, double, text, boolean, enumeration, uuid, date, other }

  /// The text that is put around a value.
  package struct Form: Hashable, Sendable {
    package var before: String
    package var after: String

    package init(_ before: String, _ after: String) { (self.before, self.after) = (before, after) }
  }

  /// What must be imported, by a statement of its own, for a form to work.
  package struct Module: Hashable, Sendable {
    /// `json`.
    package var name: String
    /// `import json`.
    package var statement: String

    package init(name: String, statement: String) { (self.name, self.statement) = (name, statement) }
  }

  /// What a form may depend on, beside the type of the elements.
  package struct Situation: Hashable, Sendable {
    package var element: Element
    package var nature: ValueNature
    /// The source driver's id.
    package var driver: String
    /// Whether the file has integers of any size: JavaScript's `bigint`.
    package var hasBigIntegers: Bool

    package init(element: Element, nature: ValueNature, driver: String, hasBigIntegers: Bool = false) {
      (self.element, self.nature, self.driver, self.hasBigIntegers) = (element, nature, driver, hasBigIntegers)
    }
  }

  /// The form that gives the elements' texts as PostgreSQL would read them; nil where none is known to.
  package var form: @Sendable (Situation) -> Form?
  /// Calls that make JSON text: a value that begins with one is JSON already.
  package var calls: [String]
  package var module: Module?
  /// What a person must do where the value cannot be edited, one sentence.
  package var instruction: String

  package init(
    calls: [String], module: Module? = nil, instruction: String, form: @escaping @Sendable (Situation) -> Form?
  ) {
    (self.calls, self.module, self.instruction, self.form) = (calls, module, instruction, form)
  }
}

extension JSONEncoding {
  /// `json.dumps` takes lists, tuples and None; other collections and other values go through `default`.
  static let python = JSONEncoding(
    calls: ["json.dumps("], module: Module(name: "json", statement: "import json"),
    instruction: "pass json.dumps(values); for elements that JSON does not know (UUID, date, Decimal): json.dumps(values, default=str)"
  ) { situation in
    // asyncpg takes any sized collection, the others lists alone.
    let isList = situation.nature == .list || situation.driver == "psycopg"
    switch situation.element {
    case .integer, .text, .boolean, .double, .enumeration:
      return Form("json.dumps(", isList || situation.driver != "asyncpg" ? ")" : ", default=list)")
    case .uuid, .date, .decimal:
      // `default` is asked for a collection as well, whose str() would be one text.
      return Form("json.dumps(", isList ? ", default=str)" : #", default=lambda v: list(v) if hasattr(v, "__iter__") else str(v))"#)
    case .other: return nil
    }
  }

  /// `JSON.stringify` refuses a bigint; a Date becomes a text that MySQL does not read as PostgreSQL's driver writes it.
  static let javascript = JSONEncoding(
    calls: ["JSON.stringify("],
    instruction: "pass JSON.stringify(values); turn elements of type Date into texts like 2024-12-31 and of type bigint into texts first"
  ) { situation in
    switch situation.element {
    case .integer, .decimal:
      return Form("JSON.stringify(", situation.hasBigIntegers ? ", (_, v) => (typeof v === 'bigint' ? String(v) : v))" : ")")
    case .text, .boolean, .double, .enumeration, .uuid: return Form("JSON.stringify(", ")")
    case .date, .other: return nil
    }
  }

  /// `json.Marshal` returns two values, so that no expression does it.
  static let go = JSONEncoding(
    calls: [],
    instruction: "before the call: text, err := json.Marshal(values); then pass string(text), not the bytes and without pq.Array"
  ) { _ in nil }

  /// Java's own library has no JSON.
  static let java = JSONEncoding(
    calls: [],
    instruction: "instead of setArray and createArrayOf bind a string: setString(n, new ObjectMapper().writeValueAsString(values)), or what your JSON library has"
  ) { _ in nil }
}
