import SourceText

/// What the actions of gram.y check beyond the grammar, by the name that rules call it: `~copyWhere`.
enum RuleCheck: String, Sendable, CaseIterable {
  /// `ConstraintAttributeSpec`.
  case attributeConflict
  /// `processCASbits`.
  case constraintMarks
  /// `key_match`, `key_update`.
  case matchPartial, updateColumns
  /// `ColConstraintElem`, `SplitColQualList`.
  case generatedAlways, oneCollation
  /// `PartitionBoundSpec`.
  case hashBound
  /// `CopyStmt`.
  case copyProgram, copyWhere
  /// `AlterOptRoleElem`, `RoleId`.
  case roleOption, unencrypted, roleName
  case schemaElements, extensionFrom, policyMode, constraintTrigger, triggerEvents
  /// `set_rest_more`, `zone_value`.
  case catalogSetting, zoneInterval
  /// `alter_table_cmd`, `alter_identity_column_option`.
  case columnNumber, identityOption
  /// `oper_argtypes`, `aggr_arg`, `makeOrderedSetArgs`, `mergeTableFuncParameters`.
  case missingArgument, aggregateOutput, aggregateArguments, tableFunction
  /// `makeRangeVarFromAnyName`.
  case relationName
  /// `opt_check_option`.
  case recursiveCheckOption
  /// `preprocess_pubobj_list`.
  case publication
}

extension Grammar {
  /// What PostgreSQL objects to at this place of a rule; nil where nothing.
  func objection(by check: RuleCheck) -> SyntaxError? {
    switch check {
    case .attributeConflict: attributeConflict()
    case .constraintMarks: forbiddenConstraintMark()
    case .matchPartial: notSupported("MATCH PARTIAL not yet implemented", at: tokens[position - 2])
    case .updateColumns: columnsOfUpdateAction()
    case .generatedAlways:
      open.words.contains(.byDefault)
        ? failure("for a generated column, GENERATED ALWAYS must be specified", range: tokens[tokenIndex(ofOpen: .by)].range) : nil
    case .oneCollation: secondCollation()
    case .hashBound: hashBoundOption()
    case .copyProgram:
      programWithoutFile()
    case .copyWhere: lastNode?.role == .whereClause ? failure("WHERE clause not allowed with COPY TO", range: lastNode?.range ?? current.range) : nil
    case .catalogSetting: notSupported("current database cannot be changed", at: tokens[position - 1])
    case .columnNumber: columnNumberOutOfRange()
    case .missingArgument: at(.rightParenthesis) ? failure("missing argument", range: current.range) : nil
    case .recursiveCheckOption: checkOptionOfRecursiveView()
    case .schemaElements: elementsOfExistingSchema()
    case .extensionFrom: notSupported("CREATE EXTENSION ... FROM is no longer supported", at: tokens[position - 1])
    case .policyMode: unknownPolicyMode()
    case .constraintTrigger:
      open.words.contains(.orReplace)
        ? notSupported("CREATE OR REPLACE CONSTRAINT TRIGGER is not supported", at: tokens[open.position]) : forbiddenConstraintMark()
    case .triggerEvents: repeatedTriggerEvent()
    case .roleOption, .unencrypted, .roleName, .zoneInterval, .identityOption: objectionToWord(check)
    case .aggregateOutput, .aggregateArguments, .tableFunction: objectionToParameters(check)
    case .relationName: pending.dropFirst(open.mark).first.flatMap { tooManyNames(Int($0)) }
    case .publication: objectionToPublication()
    }
  }

  // MARK: The node that is being made

  /// Its children so far.
  var children: [Node] { pending[min(open.mark, pending.count)...].map { nodes[Int($0)] } }

  func children(of node: Node) -> [Node] {
    var result: [Node] = []
    var child = node.firstChild
    while child >= 0 {
      result.append(nodes[Int(child)])
      child = nodes[Int(child)].nextSibling
    }
    return result
  }

  /// The last place of a keyword in it; its first token where there is none.
  private func tokenIndex(ofOpen keyword: Keyword) -> Int {
    (open.position..<position).last { tokens[$0].keyword == keyword } ?? open.position
  }

  func notSupported(_ message: String, at token: Token) -> SyntaxError { failure(message, range: token.range, sqlstate: "0A000") }

  func text(in range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }

  private func programWithoutFile() -> SyntaxError? {
    guard open.words.contains(.program), !children.contains(where: { $0.role == .file }) else { return nil }
    let place = children.contains { $0.role == .statement } ? tokens[tokenIndex(ofOpen: .to)] : current
    return failure("STDIN/STDOUT not allowed with PROGRAM", range: place.range)
  }

  // MARK: Constraints

  /// Where the attribute just read began: NOT and INITIALLY belong to the word after them.
  private var attributeToken: Token {
    let before = tokens[max(position - 2, 0)]
    return before.keyword == .not || before.keyword == .initially || before.keyword == .no ? before : tokens[position - 1]
  }

  private func attributeConflict() -> SyntaxError? {
    if open.words.isSuperset(of: [.notDeferrable, .initiallyDeferred]) {
      return failure("constraint declared INITIALLY DEFERRED must be DEFERRABLE", range: attributeToken.range)
    }
    let conflicts: [OptionalWords] = [[.notDeferrable, .deferrable], [.initiallyImmediate, .initiallyDeferred], [.enforced, .notEnforced]]
    return conflicts.contains(where: open.words.isSuperset) ? failure("conflicting constraint properties", range: attributeToken.range) : nil
  }

  private func forbiddenConstraintMark() -> SyntaxError? {
    let (name, allowed): (String, OptionalWords) =
      switch open.kind {
      case .checkConstraint: ("CHECK", [.notValid, .noInherit, .enforced, .notEnforced])
      case .uniqueConstraint: ("UNIQUE", [.deferrable, .initiallyDeferred])
      case .primaryKeyConstraint: ("PRIMARY KEY", [.deferrable, .initiallyDeferred])
      case .exclusionConstraint: ("EXCLUDE", [.deferrable, .initiallyDeferred])
      case .foreignKeyConstraint: ("FOREIGN KEY", [.deferrable, .initiallyDeferred, .notValid, .enforced, .notEnforced])
      case .notNullConstraint: ("NOT NULL", [.notValid, .noInherit])
      case .createTriggerStatement: ("TRIGGER", [.deferrable, .initiallyDeferred])
      default: ("ALTER CONSTRAINT statement", [.deferrable, .initiallyDeferred, .noInherit, .enforced, .notEnforced])
      }
    let marks: [(OptionalWords, String)] = [
      (.deferrable, "DEFERRABLE"), (.initiallyDeferred, "DEFERRABLE"), (.notValid, "NOT VALID"), (.noInherit, "NO INHERIT"),
      (.notEnforced, "NOT ENFORCED"), (.enforced, "ENFORCED"),
    ]
    for (mark, word) in marks where open.words.contains(mark) && !allowed.contains(mark) {
      return notSupported("\(name) constraints cannot be marked \(word)", at: firstAttribute)
    }
    return nil
  }

  /// The first token of the attributes at the end of the constraint.
  private var firstAttribute: Token {
    var index = position
    while index - 1 > open.position, let keyword = tokens[index - 1].keyword, Self.attributeWords.contains(keyword) { index -= 1 }
    return tokens[min(index, position - 1)]
  }

  private static let attributeWords: Set<Keyword> = [
    .not, .deferrable, .initially, .immediate, .deferred, .valid, .no, .inherit,
  ]

  private func columnsOfUpdateAction() -> SyntaxError? {
    guard children.contains(where: { $0.role == .column }) else { return nil }
    let words = open.detail == .setNull ? "SET NULL" : "SET DEFAULT"
    return notSupported("a column list with \(words) is only supported for ON DELETE actions", at: tokens[open.position])
  }

  private func secondCollation() -> SyntaxError? {
    let collations = children.filter { $0.kind == .collateClause }
    return collations.count > 1 ? failure("multiple COLLATE clauses not allowed", range: collations[1].range) : nil
  }

  private func hashBoundOption() -> SyntaxError? {
    var seen: Set<String> = []
    for option in children where option.kind == .option {
      guard let name = children(of: option).first.map({ text(in: $0.range).lowercased() }) else { continue }
      guard ["modulus", "remainder"].contains(name) else {
        return failure("unrecognized hash partition bound specification \"\(name)\"", range: option.range)
      }
      if !seen.insert(name).inserted {
        return failure("\(name) for hash partition provided more than once", range: option.range, sqlstate: "42710")
      }
    }
    let missing = ["modulus", "remainder"].first { !seen.contains($0) }
    return missing.map { failure("\($0) for hash partition must be specified", range: tokens[open.position].range) }
  }

  private func columnNumberOutOfRange() -> SyntaxError? {
    let number = Int(text(of: tokens[position - 1])) ?? 1
    return (1...32767).contains(number)
      ? nil : failure("column number must be in range from 1 to 32767", range: tokens[position - 1].range, sqlstate: "22023")
  }
}
