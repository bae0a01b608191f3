import HostLanguages
import SourceText

/// Edits a call's list of bound values so that it holds them in the order in which the new text needs them.
struct ArgumentEdits {
  /// In order, without overlap.
  private(set) var edits: [TextEdit] = []
  /// The values' texts after the edits.
  private(set) var texts: [[UInt8]] = []
  /// Whether calls are computed in another order than before, or no longer.
  private(set) var changesComputation = false

  /// - Parameters:
  ///   - order: For each position of the new list the number of the value, from 1.
  ///   - count: How many values the statement has.
  ///   - encoded: The values that are passed in another form.
  init(
    order: [Int], count: Int, statement: EmbeddedStatement, in host: [UInt8], range: ByteRange, encoded: EncodedValues = .none
  ) throws(Refusal) {
    let notFound = Refusal(.argumentsNotFound(order: order), at: range)
    guard let call = statement.callSite, let old = call.parameters, old.count == count, !order.isEmpty,
      old.allSatisfy({ !$0.isSpread && $0.name == nil && $0.range.start >= 0 && $0.range.end <= host.count && !$0.range.isEmpty }),
      zip(old, old.dropFirst()).allSatisfy({ $0.range.end <= $1.range.start }), order.allSatisfy({ (1...count).contains($0) })
    else { throw notFound }
    let written = old.map { Array(host[$0.range.range]) }
    for (number, times) in Self.counts(order) where times > 1 {
      let text = written[number - 1]
      let isListToEncode = encoded.forms[number] != nil && SimpleExpression.isRepeatableList(text)
      guard isListToEncode || SimpleExpression.isRepeatable(text) else {
        throw Refusal(.argumentNotRepeatable(String(decoding: text, as: UTF8.self)), at: range)
      }
    }
    texts = order.map { encoded.text(of: written[$0 - 1], $0) }
    changesComputation = Self.changesComputation(order, written)
    // `(a, b)` without b is no tuple any more, unless a comma stays.
    let needsComma = statement.language == "python" && order.count == 1 && count > 1
    edits = Slots(order: order, old: old, texts: texts, encoded: encoded, needsComma: needsComma).edits(separator: Array(call.separator.utf8))
  }

  private static func counts(_ order: [Int]) -> [(number: Int, times: Int)] {
    Dictionary(order.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func changesComputation(_ order: [Int], _ written: [[UInt8]]) -> Bool {
    let computed = written.indices.filter { !SimpleExpression.isRepeatable(written[$0]) }.map { $0 + 1 }
    guard Set(order).isSuperset(of: computed) else { return true }
    let calls = Set(computed)
    return order.filter(calls.contains) != computed
  }
}

/// The places of a call's values, and the texts that must stand there.
private struct Slots {
  /// For each position of the new list the number of the value, from 1.
  let order: [Int]
  let old: [HostArgument]
  /// For each position of the new list.
  let texts: [[UInt8]]
  let encoded: EncodedValues
  /// Whether a comma must stand behind the one value that is left.
  let needsComma: Bool

  /// Values that stay in place at both ends are left where they are; those between are written over slot by slot, so that comments and
  /// line ends between them stay; what is missing is added after the last slot, what is too much removed with the separator before it.
  func edits(separator: [UInt8]) -> [TextEdit] {
    let prefix = zip(order, 1...old.count).prefix { $0 == $1 }.count
    let limit = min(order.count, old.count) - prefix
    var suffix = 0
    while suffix < limit, order[order.count - 1 - suffix] == old.count - suffix { suffix += 1 }
    let slots = prefix..<(old.count - suffix)
    let positions = prefix..<(order.count - suffix)
    var result = (0..<prefix).flatMap { encoded.edits(of: old[$0].range, $0 + 1) }
    for (slot, position) in zip(slots, positions) {
      if order[position] == slot + 1 {
        result += encoded.edits(of: old[slot].range, slot + 1)
      } else {
        result.append(TextEdit(old[slot].range, with: texts[position]))
      }
    }
    let extra = positions.dropFirst(slots.count).map { texts[$0] }
    if !extra.isEmpty {
      result.append(insertion(extra, slots.upperBound, separator: separator))
    } else if positions.count < slots.count {
      result.append(removal(slots.dropFirst(positions.count)))
    }
    result += (slots.upperBound..<old.count).flatMap { encoded.edits(of: old[$0].range, $0 + 1) }
    if needsComma, slots.upperBound < old.count {
      let end = old[old.count - 1].range.end
      result.append(TextEdit(ByteRange(end, end), with: [UInt8(ascii: ",")]))
    }
    return merged(result)
  }

  private func insertion(_ values: [[UInt8]], _ slot: Int, separator: [UInt8]) -> TextEdit {
    if slot > 0 {
      let place = old[slot - 1].range.end
      return TextEdit(ByteRange(place, place), with: values.reduce(into: []) { $0 += separator + $1 })
    }
    let place = old[0].range.start
    return TextEdit(ByteRange(place, place), with: values.reduce(into: []) { $0 += $1 + separator })
  }

  /// At least one value stays, so there is a separator on one side.
  private func removal(_ slots: Range<Int>) -> TextEdit {
    slots.lowerBound > 0
      ? TextEdit(ByteRange(old[slots.lowerBound - 1].range.end, old[slots.upperBound - 1].range.end), with: needsComma ? [UInt8(ascii: ",")] : [])
      : TextEdit(ByteRange(old[0].range.start, old[slots.upperBound].range.start), with: [])
  }

  /// An insertion right after a replaced slot joins its edit.
  private func merged(_ edits: [TextEdit]) -> [TextEdit] {
    edits.reduce(into: []) { result, edit in
      if let last = result.last, last.range.end == edit.range.start {
        result[result.count - 1] = TextEdit(last.range.union(edit.range), with: last.replacement + edit.replacement)
      } else {
        result.append(edit)
      }
    }
  }
}
