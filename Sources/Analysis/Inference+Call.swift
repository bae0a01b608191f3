import PostgresCatalog
import PostgresSyntax

/// CALL (`transformCallStmt`).
extension Inference {
  func callStatement(_ id: NodeID) {
    isDone[Int(id.index)] = true
    guard let call = child(id, .value), kind(call) == .functionCall else { return others(in: id) }
    isDone[Int(call.index)] = true
    let arguments = children(call, .argument)
    at(.callArgument) { for argument in arguments { expression(argument) } }
    checkNotation(arguments)
    guard let nameNode = child(call, .name), let name = schemaAndName(nameNode) else { return }
    var shape = CallShape(types: arguments.map { type(of: $0) }, isVariadic: has(call, .variadic))
    shape.names = arguments.compactMap { kind($0) == .namedArgument ? child($0, .name).flatMap { self.name($0) } : nil }
    guard !shape.types.contains(0) else { return }
    switch cache.function(name.name, schema: name.schema, shape) {
    case .found(let found):
      guard found.row.kind == .procedure else {
        let list = shape.types.map { display($0) }.joined(separator: ", ")
        return report(
          "42809", "\(name.schema.map { $0 + "." } ?? "")\(name.name)(\(list)) is not a procedure", hint: "To call a function, use SELECT.",
          at: call)
      }
      resolve(call, .function(found.row))
      for (argument, declared) in zip(arguments, found.arguments) { coerce(argument, to: declared) }
    case .ambiguous: failedFunction(call, name, shape, isAmbiguous: true, noun: "procedure")
    case .none:
      // A call of OUT parameters names places for them, which do not count in the look-up.
      let hasOutputs = analyzer.functions.functions(named: name.name, schema: name.schema).contains { !$0.outputs.isEmpty }
      if !hasOutputs { failedFunction(call, name, shape, isAmbiguous: false, noun: "procedure") }
    case .cast: break
    }
  }

  private func others(in id: NodeID) {
    for part in each(id, .statement) { statement(part) }
  }
}
