/// Takes fields of objects from JSON. The first fault is kept, and what is read after it does not count.
struct SnapshotDecoder: FieldCoder {
  private(set) var position = 1
  private(set) var fault: JSONFault?
  var symbols: SnapshotSymbols
  private var fields: [(key: String, node: JSONNode)] = []
  private var isUsed: [Bool] = []
  /// Where the object begins.
  private var start = 0

  init(_ symbols: SnapshotSymbols) { self.symbols = symbols }

  /// Reads the object that `node` is.
  mutating func object<Object: SnapshotObject>(_ node: JSONNode, _: Object.Type = Object.self) throws(JSONFault) -> Object {
    position = 1
    let object: Object = read(node)
    if let fault { throw fault }
    return object
  }

  private mutating func read<Object: SnapshotObject>(_ node: JSONNode) -> Object {
    var object = Object.blank
    guard case .object(let members) = node.value else {
      wrong(node, "an object")
      return object
    }
    let outside = (fields, isUsed, start)
    (fields, isUsed, start) = (members, Array(repeating: false, count: members.count), node.offset)
    object.code(&self)
    if let unknown = isUsed.firstIndex(of: false) { fail(fields[unknown].node.offset, "there is no field \"\(fields[unknown].key)\" here") }
    (fields, isUsed, start) = outside
    return object
  }

  // MARK: Faults

  private mutating func fail(_ offset: Int, _ message: String) {
    if fault == nil { fault = JSONFault(offset: offset, message: message) }
  }

  private mutating func wrong(_ node: JSONNode, _ wanted: String) { fail(node.offset, "expected \(wanted), found \(node.kind)") }

  private mutating func missing(_ key: StaticString) { fail(start, "the field \"\(key)\" is missing") }

  // MARK: Nodes

  private mutating func node(_ key: StaticString) -> JSONNode? {
    guard let place = fields.firstIndex(where: { $0.key == "\(key)" }) else { return nil }
    isUsed[place] = true
    return fields[place].node
  }

  private mutating func string(_ node: JSONNode) -> String? {
    if case .string(let text) = node.value { return text }
    wrong(node, "a string")
    return nil
  }

  private mutating func strings(_ key: StaticString) -> [(text: String, offset: Int)] {
    elements(key).compactMap { element in string(element).map { ($0, element.offset) } }
  }

  private mutating func elements(_ key: StaticString) -> [JSONNode] {
    guard let node = node(key) else { return [] }
    if case .array(let elements) = node.value { return elements }
    wrong(node, "an array")
    return []
  }

  // MARK: Fields

  mutating func text(_ key: StaticString, _ value: inout String, usual: String?) {
    guard let node = node(key) else {
      if let usual { value = usual } else { missing(key) }
      return
    }
    value = string(node) ?? ""
  }

  mutating func text(_ key: StaticString, _ value: inout String?) { value = node(key).flatMap { string($0) } }

  mutating func flag(_ key: StaticString, _ value: inout Bool, usual: Bool) {
    value = usual
    guard let node = node(key) else { return }
    if case .bool(let found) = node.value { value = found } else { wrong(node, "true or false") }
  }

  mutating func number<Number: FixedWidthInteger>(_ key: StaticString, _ value: inout Number, usual: Number?) {
    guard let node = node(key) else {
      if let usual { value = usual } else { missing(key) }
      return
    }
    guard case .number(let digits) = node.value else { return wrong(node, "a number") }
    if let found = Number(digits) {
      value = found
    } else {
      fail(node.offset, "\(digits.prefix(40)) is no whole number from \(Number.min) to \(Number.max)")
    }
  }

  mutating func number(_ key: StaticString, _ value: inout Double, usual: Double) {
    value = usual
    guard let node = node(key) else { return }
    guard case .number(let digits) = node.value, let found = Double(digits), found.isFinite else { return wrong(node, "a finite number") }
    value = found
  }

  mutating func texts(_ key: StaticString, _ values: inout [String]) { values = strings(key).map(\.text) }

  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice, usual: Choice?) {
    guard let node = node(key) else {
      if let usual { value = usual } else { missing(key) }
      return
    }
    if let text = string(node), let found: Choice = choice(text, node.offset) { value = found }
  }

  mutating func choice<Choice: SnapshotChoice>(_ key: StaticString, _ value: inout Choice?) {
    value = nil
    guard let node = node(key), let text = string(node) else { return }
    value = choice(text, node.offset)
  }

  mutating func choices<Choice: SnapshotChoice>(_ key: StaticString, _ values: inout [Choice]) {
    values = strings(key).compactMap { choice($0.text, $0.offset) }
  }

  private mutating func choice<Choice: SnapshotChoice>(_ text: String, _ offset: Int) -> Choice? {
    if let found = Choice.allCases.first(where: { "\($0)" == text }) { return found }
    fail(offset, "\"\(text)\" is none of \(Choice.allCases.map { "\($0)" }.joined(separator: ", "))")
    return nil
  }

  // MARK: Names

  mutating func name(_ key: StaticString, _ value: inout QualifiedName) {
    guard let node = node(key) else { return missing(key) }
    if let text = string(node), let found = name(text, node.offset) { value = found }
  }

  mutating func name(_ key: StaticString, _ value: inout QualifiedName?) {
    value = nil
    guard let node = node(key), let text = string(node) else { return }
    value = name(text, node.offset)
  }

  mutating func names(_ key: StaticString, _ values: inout [QualifiedName]) {
    values = strings(key).compactMap { name($0.text, $0.offset) }
  }

  private mutating func name(_ text: String, _ offset: Int) -> QualifiedName? {
    if let found = QualifiedName(text) { return found }
    fail(offset, "\"\(text)\" is no name with a schema, like public.item or public.\"Item\"")
    return nil
  }

  mutating func type(_ key: StaticString, _ oid: inout OID) {
    guard let node = node(key), let text = string(node) else { return oid = 0 }
    oid = symbols.type(text, at: node.offset)
  }

  mutating func type(_ key: StaticString, _ oid: inout OID, modifier: inout Int32) {
    (oid, modifier) = (0, -1)
    guard let node = node(key), let text = string(node) else { return }
    guard let parts = TypeNameParts(text) else { return fail(node.offset, "\"\(text)\" has no modifier of its type in parentheses") }
    oid = symbols.type(parts.name, at: node.offset)
    number("modifier", &modifier, usual: parts.modifier)
  }

  mutating func types(_ key: StaticString, _ oids: inout [OID]) {
    oids = strings(key).map { $0.text == SnapshotNames.noType ? 0 : symbols.type($0.text, at: $0.offset) }
  }

  mutating func arrayType(_ oid: inout OID, of type: PostgresType?) {
    guard let type else { return }
    var name = SnapshotNames.usualArrayName(of: type)
    if let node = node("array") { name = string(node) }
    oid = 0
    guard let name, !name.isEmpty else { return }
    oid = symbols.declareArray(name, of: type)
  }

  mutating func reference(_ key: StaticString, _ oid: inout OID, to kind: ReferenceKind) {
    guard let node = node(key), let text = string(node) else { return oid = 0 }
    oid = symbols.reference(text, to: kind, at: node.offset)
  }

  // MARK: Objects

  mutating func lines<Object: SnapshotObject>(_ key: StaticString, _ values: inout [Object]) { inline(key, &values) }

  mutating func inline<Object: SnapshotObject>(_ key: StaticString, _ values: inout [Object]) {
    let outside = position
    values = elements(key).enumerated().map { place, element in
      position = place + 1
      return read(element)
    }
    position = outside
  }

  mutating func inline<Object: SnapshotObject>(_ key: StaticString, _ value: inout Object?) { value = node(key).map { read($0) } }
}

extension QualifiedName {
  /// The inverse of `description`; nil where `text` is not two identifiers with a full stop between.
  init?(_ text: String) {
    var (parts, rest) = ([String](), Substring(text))
    while true {
      guard let (part, remainder) = Self.identifier(rest) else { return nil }
      parts.append(part)
      if remainder.isEmpty { break }
      guard remainder.first == ".", parts.count < 2 else { return nil }
      rest = remainder.dropFirst()
    }
    guard parts.count == 2 else { return nil }
    self.init(parts[0], parts[1])
  }

  private static func identifier(_ text: Substring) -> (String, Substring)? {
    guard text.unicodeScalars.first == "\"" else {
      let end = text.unicodeScalars.firstIndex(of: ".") ?? text.endIndex
      return end == text.startIndex ? nil : (String(text[..<end]), text[end...])
    }
    var (name, rest) = (String.UnicodeScalarView(), text.unicodeScalars.dropFirst())
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { return (String(name), Substring(rest)) }
        rest.removeFirst()
      }
      name.append(scalar)
    }
    return nil
  }
}
