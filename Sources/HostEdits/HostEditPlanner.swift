import HostLanguages
import SourceText

/// Plans the edits of host code that put a rewritten statement in the place of the original.
///
/// In: the pieces of the rewrite and the statement with its source map. Out: a `HostEditPlan`, whose edits change only bytes inside the
/// statement's literals and the values of its call, as few as will do. Nothing is read or written; the same input gives the same plan.
///
///     let plan = HostEditPlanner.plan(pieces: conversion.pieces, for: statement, in: file)
///     let edited = try plan.edits.applied(to: file)
///
/// Plans of one file go through `SharedLiterals.reconcile` and then `RescanCheck.check` before they are used.
package enum HostEditPlanner {
  /// - Parameters:
  ///   - pieces: The rewrite, in order of output.
  ///   - statement: Where it comes from; its map must cover the whole text.
  ///   - hostBytes: The file that the statement was found in.
  ///   - nameHoles: Ranges (in the SQL text) of the holes known to stand for a name, which therefore hold no placeholders.
  ///   - jsonParameters: The parameters whose values are to be passed as JSON text, as far as the call shows them.
  ///   - reader: Tells what the values are; without it, none is put into another form.
  package static func plan(
    pieces: [Piece], for statement: EmbeddedStatement, in hostBytes: [UInt8], nameHoles: Set<ByteRange> = [],
    jsonParameters: [JSONParameter] = [], reader: ValueReader? = nil
  ) -> HostEditPlan {
    var plan = HostEditPlan.untouched(statement)
    do throws(Refusal) {
      let values = CallValues(statement, jsonParameters, reader: reader)
      try fill(&plan, pieces, statement, hostBytes, nameHoles, values)
    } catch {
      plan.refuse(error.reason.finding(at: error.range))
    }
    return plan
  }

  private static func fill(
    _ plan: inout HostEditPlan, _ pieces: [Piece], _ statement: EmbeddedStatement, _ host: [UInt8], _ nameHoles: Set<ByteRange>,
    _ values: CallValues
  ) throws(Refusal) {
    let writing = PlaceholderWriting(statement, in: host)
    let layout = try OutputLayout(pieces: pieces, of: statement.text, writing: writing)
    plan.rewritten = layout.rewritten
    plan.parameters = layout.parameters
    var output = SentText(statement, writing, in: host)
    var literals = try LiteralEdits(statement, in: host)
    for gap in layout.gaps {
      let text = writing.escaped(gap.text)
      output.replace(gap.source, with: gap.text, sent: text)
      try literals.replace(gap.source, with: text)
    }
    output.finish()
    plan.replacement = output.sent
    plan.decoded = output.decoded
    try checkHoles(statement, writing, layout.parameters, nameHoles)
    try checkQuestionMarks(statement, output, &plan)
    let arguments = try self.arguments(statement, writing, layout.parameters, host, values)
    if let arguments, !arguments.edits.isEmpty {
      plan.arguments = arguments.texts
      if arguments.changesComputation { plan.lower(HostEditFinding.argumentOrder.finding(at: ByteRange(0, statement.text.bytes.count))) }
    }
    let named = values.isInPlace ? values.editsInPlace(in: host) : nil
    plan.namedArgument = named?.argument
    plan.jsonParameters = Set(values.encoded.forms.keys)
    plan.importEdit = values.encoded.importEdit
    let callEdits = (arguments?.edits ?? []) + (named?.edits ?? []) + (plan.importEdit.map { [$0] } ?? [])
    plan.edits = try joined(try literals.finished(), callEdits, statement)
  }

  private static func joined(
    _ literals: [TextEdit], _ arguments: [TextEdit], _ statement: EmbeddedStatement
  ) throws(Refusal) -> [TextEdit] {
    let edits = (literals + arguments).sorted { $0.range < $1.range }
    for (edit, next) in zip(edits, edits.dropFirst()) where next.range.start < edit.range.end {
      throw Refusal(.overlappingEdits, at: ByteRange(0, statement.text.bytes.count))
    }
    return edits
  }

  // MARK: Placeholders

  /// A hole that may hold placeholders: numbered ones would stay as they are, and any would shift the values behind it.
  private static func checkHoles(
    _ statement: EmbeddedStatement, _ writing: PlaceholderWriting, _ order: [Int], _ nameHoles: Set<ByteRange>
  ) throws(Refusal) {
    guard let hole = statement.text.atoms.first(where: { $0.kind == .hole && !nameHoles.contains($0.range) }) else { return }
    let mayBind = !order.isEmpty || statement.callSite?.parameters.map { !$0.isEmpty } ?? true
    let isRenumbered = statement.driver.placeholders == .dollar && !writing.keepsMarkers
    let isReordered = writing.isPositional && order != Array(1..<(order.count + 1))
    if mayBind, isRenumbered || isReordered { throw Refusal(.holeWithPlaceholders, at: hole.range) }
  }

  private static func arguments(
    _ statement: EmbeddedStatement, _ writing: PlaceholderWriting, _ order: [Int], _ host: [UInt8], _ values: CallValues
  ) throws(Refusal) -> ArgumentEdits? {
    let range = ByteRange(0, statement.text.bytes.count)
    let placeholders = statement.text.placeholders
    if writing.losesNames, !placeholders.isEmpty {
      throw Refusal(.namedPlaceholders(target: statement.driver.targetName), at: placeholders[0].range)
    }
    guard writing.isPositional else { return nil }
    let count = placeholders.compactMap(\.parameter).max() ?? 0
    let encoded = values.isInPlace ? .none : values.encoded
    if order.count == count, order.elementsEqual(1..<(count + 1)), encoded.isEmpty { return nil }
    return try ArgumentEdits(order: order, count: count, statement: statement, in: host, range: range, encoded: encoded)
  }

  private static func checkQuestionMarks(
    _ statement: EmbeddedStatement, _ output: SentText, _ plan: inout HostEditPlan
  ) throws(Refusal) {
    guard statement.driver.targetPlaceholders == .question else { return }
    if let range = output.escapedQuestionMark { throw Refusal(.escapedQuestionMark, at: range) }
    // mysql2's query() replaces every question mark of the text when values are passed, also inside quotes.
    let replacesAll = statement.language == "typescript" || statement.language == "javascript"
    if replacesAll, !plan.parameters.isEmpty, output.hasLiteralQuestionMark {
      plan.lower(HostEditFinding.literalQuestionMark.finding(at: ByteRange(0, statement.text.bytes.count)))
    }
  }
}
