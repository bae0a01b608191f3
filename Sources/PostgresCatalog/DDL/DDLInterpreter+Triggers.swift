import PostgresSyntax

/// Triggers, rules and policies of relations.
extension DDLInterpreter {
  mutating func createTrigger(_ id: NodeID) throws(DDLError) {
    guard let nameNode = child(id, .name), let relationNode = child(id, .relation), let functionNode = child(id, .function) else { return }
    let table = try relation(relationNode)
    let (name, words) = (self.name(nameNode), words(id))
    let old = state.relations[table]?.triggers.first { $0.name == name }
    if old != nil, !words.contains(.orReplace) {
      throw DDLError("42710", "trigger \"\(name)\" for relation \"\(state.relations[table]?.name ?? "")\" already exists", at: nameNode)
    }
    // Until the end `definition` is the condition alone: the rest follows from what else is known.
    let condition = child(id, .condition).map { expression($0) }
    var trigger = Trigger(
      name: name, timing: words.contains(.before) ? .before : words.contains(.insteadOf) ? .insteadOf : .after, isForEachRow: words.contains(.forEachRow),
      function: functionName(names(functionNode)), definition: condition ?? "")
    trigger.isConditional = condition != nil
    let events = children(id, .event)
    let kinds: [NodeDetail: Trigger.Event] = [.insert: .insert, .delete: .delete, .update: .update, .truncate: .truncate]
    let present = events.compactMap { kinds[detail($0)] }
    trigger.events = [.insert, .delete, .update, .truncate].filter { present.contains($0) }
    trigger.updateColumns = events.flatMap { children($0, .column).map { self.name($0) } }
    trigger.arguments = children(id, .argument).map { value($0) }
    trigger.isConstraint = words.contains(.constraint)
    trigger.isInitiallyDeferred = words.contains(.initiallyDeferred)
    trigger.isDeferrable = words.contains(.deferrable) || trigger.isInitiallyDeferred
    for transition in children(id, .transition) {
      let table = child(transition, .name).map { self.name($0) }
      if self.words(transition).contains(.old) { trigger.oldTable = table } else { trigger.newTable = table }
    }
    (trigger.comment, trigger.enabled) = (old?.comment, old?.enabled ?? .origin)
    state.relations[table]?.triggers.removeAll { $0.name == name }
    state.relations[table]?.triggers.append(trigger)
    if trigger.isForEachRow, state.relations[table]?.kind == .partitionedTable {
      for child in state.descendants(of: table) { addInherited(trigger, to: child) }
    }
  }

  mutating func createRule(_ id: NodeID) throws(DDLError) {
    guard let nameNode = child(id, .name), let relationNode = child(id, .relation) else { return }
    let (table, name) = (try relation(relationNode), self.name(nameNode))
    guard name != "_RETURN" else { return }
    let events: [NodeDetail: Rule.Event] = [.select: .select, .update: .update, .insert: .insert, .delete: .delete]
    let rule = Rule(
      name: name, event: events[detail(id)] ?? .select, isInstead: words(id).contains(.instead), definition: expression(id) + ";")
    state.relations[table]?.rules.removeAll { $0.name == name }
    state.relations[table]?.rules.append(rule)
  }

  mutating func createPolicy(_ id: NodeID) throws(DDLError) {
    guard let nameNode = child(id, .name), let relationNode = child(id, .relation) else { return }
    let (table, name) = (try relation(relationNode), self.name(nameNode))
    if state.relations[table]?.policies.contains(where: { $0.name == name }) == true {
      throw DDLError("42710", "policy \"\(name)\" for table \"\(state.relations[table]?.name ?? "")\" already exists", at: nameNode)
    }
    let commands: [NodeDetail: Policy.Command] = [.select: .select, .insert: .insert, .update: .update, .delete: .delete]
    let roles = children(id, .grantee).map { role($0) }
    let policy = Policy(
      name: name, command: commands[detail(id)] ?? .all, isPermissive: child(id, .mode).map { self.name($0) != "restrictive" } ?? true,
      roles: roles.isEmpty ? ["public"] : roles.sorted(), using: child(id, .using).map { expression($0) },
      check: child(id, .check).map { expression($0) })
    state.relations[table]?.policies.append(policy)
  }

  private func role(_ node: NodeID) -> String { kind(node) == .identifier ? self.name(node) : text(node).lowercased() }

  mutating func alterPolicy(_ id: NodeID) throws(DDLError) {
    guard let nameNode = child(id, .name), let relationNode = child(id, .relation) else { return }
    let table = try relation(relationNode)
    guard let place = state.relations[table]?.policies.firstIndex(where: { $0.name == self.name(nameNode) }) else {
      throw DDLError("42704", "policy \"\(self.name(nameNode))\" for table \"\(names(relationNode).last ?? "")\" does not exist", at: nameNode)
    }
    let roles = children(id, .grantee).map { role($0) }
    if !roles.isEmpty { state.relations[table]?.policies[place].roles = roles.sorted() }
    if let using = child(id, .using).map({ expression($0) }) { state.relations[table]?.policies[place].using = using }
    if let check = child(id, .check).map({ expression($0) }) { state.relations[table]?.policies[place].check = check }
  }
}
