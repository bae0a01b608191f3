import SourceText

/// What becomes of a text: the sink it goes to, or what shows that it is no whole statement.
package struct TextUse: Sendable {
  /// A call that takes SQL gets it.
  package var sink: Sink?
  /// The one call that gets it, when it is that call's whole argument.
  package var callSite: CallSite?
  /// Whether it goes to a call that takes no SQL: a log, an exception.
  package var isNonSink = false
  /// Whether it is built up further: appended to a builder, or a variable that is added to.
  package var isPartial = false
}

/// Finds out what a file does with its texts. One instance serves one file on one thread.
package final class Surroundings {
  let file: HostFile
  package let names: NameTable
  private let sinks: [String: [Sink]]
  private var argumentsByOpener: [Int: [HostArgument]] = [:]

  package init(file: HostFile) {
    self.file = file
    names = NameTable(file: file)
    let search = ByteSearch(file.bytes)
    let known = file.language.sinks.filter { sink in sink.imports.isEmpty || sink.imports.contains { search.contains($0) } }
    sinks = Dictionary(grouping: known, by: \.callee)
  }

  /// Whether the literal is directly an argument that a sink takes for SQL: a quick look, before anything is decoded.
  package func isSinkArgument(_ token: Int) -> Bool {
    let start = file.tokens[token].range.start
    let before = file.skippingTrivia(before: start)
    let sign = file.byte(at: before - 1)
    guard sign == UInt8(ascii: "(") || sign == UInt8(ascii: ",") || sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { return false }
    guard let opener = file.brackets.opener(around: start) else { return false }
    if opener.kind == UInt8(ascii: "{") { return propertySink(of: opener, at: start) != nil }
    guard opener.kind == UInt8(ascii: "("), let callee = file.callee(before: opener.position), sinks[callee.last] != nil else { return false }
    let arguments = arguments(of: opener.position)
    return index(of: file.tokens[token].range, in: arguments).map { sink(callee, argument: $0, arguments: arguments) != nil } ?? false
  }

  /// What becomes of a joined text.
  package func use(of joined: JoinedText, shape: ParameterShape) -> TextUse {
    use(of: joined.range, shape: shape, isExact: true, depth: 0)
  }

  private func use(of range: ByteRange, shape: ParameterShape, isExact: Bool, depth: Int) -> TextUse {
    guard depth < 8 else { return TextUse() }
    let before = file.skippingTrivia(before: range.start)
    let opener = file.brackets.opener(around: range.start)
    let callee = opener.flatMap { $0.kind == UInt8(ascii: "(") ? file.callee(before: $0.position) : nil }
    if let opener, let callee { return argumentUse(of: range, in: opener, callee, shape: shape, isExact: isExact, depth: depth) }
    if let opener, opener.kind == UInt8(ascii: "{"), let found = propertySink(of: opener, at: range.start) {
      return TextUse(sink: found.sink, callSite: propertyCall(found, object: opener, text: range, shape: shape))
    }
    if file.byte(at: before - 1) == UInt8(ascii: "=") { return assignedUse(sign: before - 1, shape: shape) }
    if let opener, opener.kind == UInt8(ascii: "(") {
      let group = ByteRange(opener.position, opener.partner + 1)
      let isWhole = file.skippingTrivia(from: opener.position + 1) == range.start && file.skippingTrivia(before: opener.partner) == range.end
      return use(of: group, shape: shape, isExact: isExact && isWhole, depth: depth + 1)
    }
    return TextUse()
  }

  // MARK: Arguments

  func arguments(of open: Int) -> [HostArgument] {
    if let known = argumentsByOpener[open] { return known }
    let found = file.arguments(ofCallAt: open)
    argumentsByOpener[open] = found
    return found
  }

  /// The argument that a range lies in.
  private func index(of range: ByteRange, in arguments: [HostArgument]) -> Int? {
    var (low, high) = (0, arguments.count)
    while low < high {
      let middle = (low + high) / 2
      if arguments[middle].range.end < range.end { low = middle + 1 } else { high = middle }
    }
    return low < arguments.count && arguments[low].range.contains(range) ? low : nil
  }

  private func sink(_ callee: HostFile.Callee, argument: Int, arguments: [HostArgument]) -> Sink? {
    sinks[callee.last]?.first { sink in
      guard sink.arguments.contains(argument) || arguments[argument].name.map(Self.statementNames.contains) ?? false else { return false }
      guard let required = sink.requires else { return true }
      return arguments.contains { file.string($0.range).contains(required) }
    }
  }

  /// Names of arguments and properties that hold a statement.
  private static let statementNames: Set<String> = ["operation", "query", "sql", "statement", "text", "value"]

  private func argumentUse(
    of range: ByteRange, in opener: BracketMap.Bracket, _ callee: HostFile.Callee, shape: ParameterShape, isExact: Bool, depth: Int
  ) -> TextUse {
    let arguments = arguments(of: opener.position)
    guard let number = index(of: range, in: arguments) else { return TextUse() }
    let argument = arguments[number]
    let isWhole = isExact && (argument.range == range || (argument.name != nil && argument.range.end == range.end))
    let call = ByteRange(callee.range.start, opener.partner + 1)
    let language = file.language
    if language.wrappers.contains(callee.name) || language.wrappers.contains(callee.last), number == 0, sinks[callee.last] == nil {
      return use(of: call, shape: shape, isExact: isWhole, depth: depth + 1)
    }
    if let sink = sink(callee, argument: number, arguments: arguments) {
      var use = TextUse(sink: sink)
      if isWhole {
        use.callSite = CallSite(
          callee: callee.last, range: call, arguments: arguments, statementArgument: number, parameters: nil,
          separator: separator(after: number, in: arguments))
        use.callSite?.parameters = sink.bindsElsewhere ? nil : parameters(after: number, in: arguments, shape: shape)
      }
      return use
    }
    return TextUse(isNonSink: language.nonSinks.contains(callee.last), isPartial: language.builders.contains(callee.last))
  }

  private func separator(after number: Int, in arguments: [HostArgument]) -> String {
    guard number + 2 < arguments.count else { return ", " }
    let between = ByteRange(arguments[number + 1].range.end, arguments[number + 2].range.start)
    let text = file.string(between)
    // A separator that holds a comment would repeat it.
    return text.allSatisfy { $0 == "," || $0.isWhitespace } ? text : ", "
  }

  // MARK: Values

  private func parameters(after number: Int, in arguments: [HostArgument], shape: ParameterShape) -> [HostArgument]? {
    let rest = Array(arguments[(number + 1)...])
    switch shape {
    case .elsewhere: return nil
    case .trailing: return trailing(rest)
    case .list(let names):
      guard let list = rest.first(where: { $0.name == nil || names.contains($0.name ?? "") }) else { return rest.isEmpty ? [] : nil }
      return elements(of: list)
    case .listOrProperty: return rest.first.map(elements) ?? []
    }
  }

  private func trailing(_ rest: [HostArgument]) -> [HostArgument]? {
    let isPlain = rest.allSatisfy { argument in
      // `pgx.NamedArgs{…}`, `pgx.QueryExecModeExec`: options of the driver, not values.
      !argument.isSpread && argument.name == nil && !file.starts("pgx.", at: argument.range.start)
    }
    return isPlain ? rest : nil
  }

  /// The elements of an array or tuple written out; nil for anything else.
  private func elements(of list: HostArgument) -> [HostArgument]? {
    guard !list.isSpread else { return nil }
    let start = list.name == nil ? list.range.start : valueStart(of: list)
    let open = file.byte(at: start)
    guard open == UInt8(ascii: "[") || (open == UInt8(ascii: "(") && file.language.joinsAdjacent), let close = file.closer(of: start),
      close + 1 == list.range.end
    else { return nil }
    let elements = arguments(of: start)
    // `(value)` is no tuple; a comprehension no list of values.
    let isTuple = open == UInt8(ascii: "[") || elements.count != 1 || file.byte(at: file.skippingTrivia(before: close) - 1) == UInt8(ascii: ",")
    let isPlain = elements.allSatisfy { !$0.isSpread && $0.name == nil && !hasComprehension($0.range) }
    return isTuple && isPlain ? elements : nil
  }

  private func hasComprehension(_ range: ByteRange) -> Bool {
    guard file.language.joinsAdjacent else { return false }
    var at = range.start
    while at < range.end {
      let word = file.identifier(startingAt: at)
      if word.isEmpty { at += 1; continue }
      if file.string(word) == "for", file.brackets.isCode(word.start) { return true }
      at = word.end
    }
    return false
  }

  private func valueStart(of argument: HostArgument) -> Int {
    let name = file.identifier(startingAt: argument.range.start)
    return file.skippingTrivia(from: file.skippingTrivia(from: name.end) + 1)
  }

  // MARK: Properties of an object argument

  private struct PropertySink {
    var sink: Sink
    var callee: HostFile.Callee
    var call: BracketMap.Bracket
  }

  /// The sink whose first argument is the object around `offset`, when the property there holds a statement.
  private func propertySink(of object: BracketMap.Bracket, at offset: Int) -> PropertySink? {
    guard case .listOrProperty = file.language.parameterShape else { return nil }
    let colon = file.skippingTrivia(before: offset)
    guard file.byte(at: colon - 1) == UInt8(ascii: ":") else { return nil }
    let name = file.identifier(endingAt: file.skippingTrivia(before: colon - 1))
    guard Self.statementNames.contains(file.string(name)) else { return nil }
    guard let call = file.brackets.opener(around: object.position), call.kind == UInt8(ascii: "("),
      file.skippingTrivia(before: object.position) == call.position + 1, let callee = file.callee(before: call.position),
      let sink = sinks[callee.last]?.first(where: { $0.arguments.contains(0) })
    else { return nil }
    return PropertySink(sink: sink, callee: callee, call: call)
  }

  private func propertyCall(_ found: PropertySink, object: BracketMap.Bracket, text: ByteRange, shape: ParameterShape) -> CallSite? {
    let properties = arguments(of: object.position)
    guard let number = index(of: text, in: properties), properties[number].range.end == text.end else { return nil }
    let call = ByteRange(found.callee.range.start, found.call.partner + 1)
    let outer = arguments(of: found.call.position)
    var site = CallSite(callee: found.callee.last, range: call, arguments: outer, statementArgument: 0, parameters: nil)
    if outer.count > 1 {
      site.parameters = parameters(after: 0, in: outer, shape: shape)
    } else if case .listOrProperty(let valuesName) = shape {
      site.parameters = propertyValues(named: valuesName, in: properties)
    }
    return site
  }

  private func propertyValues(named name: String, in properties: [HostArgument]) -> [HostArgument]? {
    if properties.contains(where: \.isSpread) { return nil }
    guard let property = properties.first(where: { file.string(file.identifier(startingAt: $0.range.start)) == name }) else { return [] }
    let colon = file.skippingTrivia(from: file.identifier(startingAt: property.range.start).end)
    guard file.byte(at: colon) == UInt8(ascii: ":") else { return nil }
    return elements(of: HostArgument(range: ByteRange(file.skippingTrivia(from: colon + 1), property.range.end)))
  }

  // MARK: Names

  /// The use of a text that a name is bound to: the one sink that gets the name in its scope.
  private func assignedUse(sign: Int, shape: ParameterShape) -> TextUse {
    guard let name = assignedName(before: sign) else { return TextUse() }
    if name.isAppending { return TextUse(isPartial: true) }
    let scope = names.scope(at: name.range.start)
    let text = file.string(name.range)
    let places = names.places(of: text).filter { scope.range.contains(offset: $0) && $0 != name.range.start }.prefix(200)
    let bindings = places.compactMap(names.binding)
    var use = TextUse()
    use.isPartial = bindings.contains { $0.isAppending || isBuiltFurther($0, name: text) }
    let sinks = places.compactMap { place in sinkUse(of: ByteRange(place, place + name.range.count), shape: shape) }
    use.sink = sinks.first?.sink
    // At file level any other use may hand the text on, say in a list of exports.
    let isShared = scope.isFile && (places.count > 1 || isSharedDeclaration(name.range))
    if sinks.count == 1, bindings.isEmpty, !isShared {
      use.callSite = sinks[0].callSite
      if scope.isFile, file.language.constants.isFolderShared { use.callSite?.sharedName = text }
    }
    return use
  }

  /// `q = q + "…"`: the name's value is built from itself.
  private func isBuiltFurther(_ binding: NameTable.Binding, name: String) -> Bool {
    guard let value = binding.value, file.starts(name, at: value), file.identifier(startingAt: value).count == name.utf8.count else { return false }
    return true
  }

  private func assignedName(before sign: Int) -> (range: ByteRange, isAppending: Bool)? {
    var (end, isAppending) = (sign, false)
    switch file.byte(at: sign - 1) {
    case UInt8(ascii: "+"): (end, isAppending) = (sign - 1, true)
    case UInt8(ascii: ":"): end = sign - 1
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
    default: break
    }
    let word = file.identifier(endingAt: file.skippingTrivia(before: end, acrossLines: false))
    guard !word.isEmpty else { return nil }
    let before = file.skippingTrivia(before: word.start, acrossLines: false)
    // The word may be a type: `name: string =`, `const name string =`; or a member, which is no name.
    if file.byte(at: before - 1) == UInt8(ascii: "."), !isAppending { return nil }
    if file.byte(at: before - 1) == UInt8(ascii: ":") {
      let name = file.identifier(endingAt: file.skippingTrivia(before: before - 1, acrossLines: false))
      return name.isEmpty ? nil : (name, isAppending)
    }
    let previous = file.identifier(endingAt: before)
    if file.string(word) == "string", !previous.isEmpty, before < word.start { return (previous, isAppending) }
    return (word, isAppending)
  }

  private func sinkUse(of place: ByteRange, shape: ParameterShape) -> TextUse? {
    guard let opener = file.brackets.opener(around: place.start) else { return nil }
    if opener.kind == UInt8(ascii: "{") {
      guard let found = propertySink(of: opener, at: place.start) else { return nil }
      return TextUse(sink: found.sink, callSite: propertyCall(found, object: opener, text: place, shape: shape))
    }
    guard opener.kind == UInt8(ascii: "("), let callee = file.callee(before: opener.position) else { return nil }
    let use = argumentUse(of: place, in: opener, callee, shape: shape, isExact: true, depth: 0)
    return use.sink == nil ? nil : use
  }

  /// Whether other files can see a name declared at file level.
  private func isSharedDeclaration(_ name: ByteRange) -> Bool {
    let rules = file.language.constants
    if rules.isShared(file.string(name)) { return true }
    let words = names.declarationWords(before: name.start)
    return !words.contains("private") && !rules.exportingWords.isDisjoint(with: words)
  }
}
