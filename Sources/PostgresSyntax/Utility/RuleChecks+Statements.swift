import SourceText

/// Checks of whole statements.
extension Grammar {
  func checkOptionOfRecursiveView() -> SyntaxError? {
    guard open.attributes.contains(.recursive), open.words.contains(.checkOption),
      let with = (open.position..<position).last(where: { tokens[$0].keyword == .with })
    else { return nil }
    return notSupported("WITH CHECK OPTION not supported on recursive views", at: tokens[with])
  }

  func elementsOfExistingSchema() -> SyntaxError? {
    guard open.words.contains(.ifNotExists), let first = children.first(where: { $0.role == .statement }) else { return nil }
    return failure("CREATE SCHEMA IF NOT EXISTS cannot include schema elements", range: first.range, sqlstate: "0A000")
  }

  func unknownPolicyMode() -> SyntaxError? {
    let mode = tokens[position - 1]
    let name = text(of: mode).lowercased()
    return mode.kind == .atom || ["permissive", "restrictive"].contains(name)
      ? nil : failure("unrecognized row security option \"\(name)\"", range: mode.range)
  }

  func repeatedTriggerEvent() -> SyntaxError? {
    let events = children.filter { $0.kind == .triggerEvent }.map(\.detail)
    guard Set(events).count < events.count else { return nil }
    // Only after UPDATE had the parser to see whether OF follows.
    return failure("duplicate trigger events specified", at: events.last == .update ? current : tokens[position - 1])
  }

  // MARK: Single words

  func objectionToWord(_ check: RuleCheck) -> SyntaxError? {
    let token = tokens[position - 1]
    switch check {
    case .roleOption:
      let name = text(of: token).lowercased()
      return token.kind == .atom || Self.roleOptions.contains(name) ? nil : failure("unrecognized role option \"\(name)\"", range: token.range)
    case .unencrypted:
      let first = tokens[open.position]
      return first.keyword == .unencrypted ? notSupported("UNENCRYPTED PASSWORD is no longer supported", at: first) : nil
    case .roleName: return reservedRole(token)
    case .zoneInterval:
      let fields = (max(position - 3, 0)..<position).filter { tokens[$0].kind == .keyword && tokens[$0].keyword != .interval }
      guard let first = fields.first, fields.contains(where: { Self.intervalWords.contains(tokens[$0].keyword) }) else { return nil }
      return failure("time zone interval must be HOUR or HOUR TO MINUTE", range: tokens[first].range)
    default: return unsupportedIdentityOption()
    }
  }

  private static let roleOptions: Set<String> = [
    "bypassrls", "createdb", "createrole", "login", "nobypassrls", "nocreatedb", "nocreaterole", "noinherit", "nologin", "noreplication",
    "nosuperuser", "replication", "superuser",
  ]

  private static let intervalWords: Set<Keyword?> = [.year, .month, .day, .second]

  private func reservedRole(_ token: Token) -> SyntaxError? {
    let name = text(of: token)
    switch token.keyword {
    case .currentUser, .currentRole, .sessionUser:
      return failure("\(name.uppercased()) cannot be used as a role name here", range: token.range, sqlstate: "42939")
    default:
      guard ["public", "none"].contains(name.lowercased()) else { return nil }
      return failure("role name \"\(name.lowercased())\" is reserved", range: token.range, sqlstate: "42939")
    }
  }

  private func unsupportedIdentityOption() -> SyntaxError? {
    guard let option = lastNode else { return nil }
    let name: String? =
      switch option.kind {
      case .sequenceType: "as"
      case .sequenceRestart: "restart"
      case .sequenceOwner: "owned_by"
      default: nil
      }
    return name.map { failure("sequence option \"\($0)\" not supported here", range: option.range) }
  }

  // MARK: Parameters

  func objectionToParameters(_ check: RuleCheck) -> SyntaxError? {
    let parameters = children.filter { $0.kind == .functionParameter && !$0.words.contains(.table) }
    let output = parameters.first { $0.words.contains(.out) }
    if check == .tableFunction {
      return output.map { failure("OUT and INOUT arguments aren't allowed in TABLE functions", range: $0.range) }
    }
    if let output { return failure("aggregates cannot have output arguments", range: output.range, sqlstate: "0A000") }
    if check == .aggregateOutput { return nil }
    let ordered = parameters.filter { $0.role == .item }
    guard let last = parameters.last(where: { $0.role != .item }), last.attributes.contains(.variadic), let first = ordered.first else { return nil }
    if ordered.count == 1, first.attributes.contains(.variadic), type(of: first) == type(of: last) { return nil }
    return failure(
      "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC aggregated argument of the same data type",
      range: first.range, sqlstate: "0A000")
  }

  private func type(of parameter: Node) -> String? {
    children(of: parameter).first { $0.role == .type }.map { text(in: $0.range).lowercased() }
  }

  // MARK: Publications

  func objectionToPublication() -> SyntaxError? {
    var kind = NodeDetail.none
    for item in children where item.kind == .other {
      let parts = children(of: item)
      if item.detail != .none { kind = item.detail }
      let isMember = item.detail == .none
      switch kind {
      case .none: return failure("invalid publication object list", range: item.range)
      case .table:
        if parts.contains(where: { $0.role == .schema }) { return failure("invalid table name", range: item.range) }
      default:
        guard isMember || item.detail == .schema else { continue }
        if let error = objectionToSchema(item, parts, isMember) { return error }
      }
    }
    return nil
  }

  private func objectionToSchema(_ item: Node, _ parts: [Node], _ isMember: Bool) -> SyntaxError? {
    if parts.contains(where: { $0.role == .condition }) { return failure("WHERE clause not allowed for schema", range: item.range) }
    if parts.contains(where: { $0.role == .column }) { return failure("column specification not allowed for schema", range: item.range) }
    let isOneName = item.attributes.isEmpty && parts.first.map { children(of: $0).count } ?? 0 == 1
    return isMember && parts.first?.role == .name && !isOneName ? failure("invalid schema name", range: item.range) : nil
  }
}
