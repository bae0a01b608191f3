import SourceText

/// Why host code limits a rewrite. Rule ids are stable; `help` says what to do.
package enum HostEditFinding: Hashable, Sendable {
  /// A hole would have to move or be repeated.
  case holeMoved
  /// A hole would vanish from the text.
  case holeDropped
  /// The rewrite does not fit the source text's structure.
  case inconsistentPieces
  /// A hole may hold `$n` placeholders of its own.
  case holeWithPlaceholders
  /// New text would have to stand between two host expressions where there is no literal.
  case noLiteralForText
  /// The literal cannot hold these bytes in any spelling.
  case literalCannotHold(sequence: String, form: String)
  /// Two edits would have to change the same escape sequence.
  case overlappingEdits
  /// The values bound to the placeholders are not written out in the call, or not as many as there are placeholders.
  case argumentsNotFound(order: [Int])
  /// A value is needed twice but computing it twice may not be the same.
  case argumentNotRepeatable(String)
  /// Calls among the values would run in another order, or no longer run.
  case argumentOrder
  /// The target driver knows no names.
  case namedPlaceholders(target: String)
  /// A question mark that is no placeholder, for a driver that replaces every one.
  case literalQuestionMark
  /// A driver's escaped question mark (`??`) would stay, which the target driver reads as two placeholders.
  case escapedQuestionMark
  /// The literal belongs to several statements that need different text.
  case sharedLiteral
  /// The file with the edit in it does not read back as intended.
  case rescanDiffers

  package var rule: String {
    switch self {
    case .holeMoved: "hole-moved"
    case .holeDropped: "hole-dropped"
    case .inconsistentPieces: "rewrite-inconsistent"
    case .holeWithPlaceholders: "hole-with-placeholders"
    case .noLiteralForText: "no-literal-for-text"
    case .literalCannotHold: "literal-cannot-hold"
    case .overlappingEdits: "overlapping-edits"
    case .argumentsNotFound: "arguments-not-found"
    case .argumentNotRepeatable: "argument-not-repeatable"
    case .argumentOrder: "argument-order"
    case .namedPlaceholders: "named-placeholders"
    case .literalQuestionMark: "literal-question-mark"
    case .escapedQuestionMark: "escaped-question-mark"
    case .sharedLiteral: "shared-literal"
    case .rescanDiffers: "rescan-differs"
    }
  }

  /// Whether the statement keeps its rewrite, for a person to judge.
  package var allowsReview: Bool {
    switch self {
    case .argumentOrder, .literalQuestionMark: true
    default: false
    }
  }

  package var message: String {
    switch self {
    case .holeMoved: "the rewrite would move host code that is put into the text"
    case .holeDropped: "the rewrite would drop host code that is put into the text"
    case .inconsistentPieces: "the rewrite does not fit the statement's text"
    case .holeWithPlaceholders: "host code is put into the text and may hold numbered placeholders of its own"
    case .noLiteralForText: "new text belongs between two host expressions where there is no literal"
    case .literalCannotHold(let sequence, let form): "a \(form) literal cannot hold \(Self.name(of: sequence))"
    case .overlappingEdits: "two changes meet in one escape sequence of the literal"
    case .argumentsNotFound(let order): "the values must be bound in the order \(Self.list(order)), but are not found in the call"
    case .argumentNotRepeatable(let text): "the value \(text) is needed twice, and computing it twice may differ"
    case .argumentOrder: "values with calls in them are computed in another order, or no longer"
    case .namedPlaceholders(let target): "\(target) binds values by position, not by name"
    case .literalQuestionMark: "the text holds a question mark that is no placeholder; the target driver replaces every one"
    case .escapedQuestionMark: "the text keeps an escaped question mark, which the target driver reads as two placeholders"
    case .sharedLiteral: "the literal belongs to several statements that need different text"
    case .rescanDiffers: "the edited file does not read back as intended"
    }
  }

  package var help: String {
    switch self {
    case .holeMoved, .holeDropped, .noLiteralForText, .overlappingEdits, .inconsistentPieces, .escapedQuestionMark,
      .rescanDiffers:
      "rewrite the statement by hand"
    case .holeWithPlaceholders: "write the whole text in one literal, or number the placeholders' values by hand"
    case .literalCannotHold(let sequence, _):
      sequence == "`" ? "use an ordinary literal, or a name that needs no quotes" : "use another kind of literal"
    case .argumentsNotFound: "bind the values in that order where they are set"
    case .argumentNotRepeatable: "compute it once, into a variable"
    case .argumentOrder: "check that the calls do not depend on each other"
    case .namedPlaceholders: "write the placeholders as ? and pass the values in their order"
    case .literalQuestionMark: "pass the text as a value, or have the server prepare the statement (execute)"
    case .sharedLiteral: "give each statement a literal of its own"
    }
  }

  package func finding(at range: ByteRange) -> Finding {
    Finding(rule: rule, severity: allowsReview ? .warning : .error, message: message, help: help, range: range)
  }

  private static func name(of sequence: String) -> String {
    switch sequence {
    case "`": "a backtick"
    case "\n": "a line end"
    case "\r": "a carriage return"
    case "\\": "a backslash at its end"
    default: sequence
    }
  }

  private static func list(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(20).map(String.init).joined(separator: ", ")
    return numbers.count > 20 ? shown + ", …" : shown
  }
}

/// Thrown inside the module where a plan cannot go on.
struct Refusal: Error, Hashable {
  var reason: HostEditFinding
  /// Of the original SQL text.
  var range: ByteRange
  init(_ reason: HostEditFinding, at range: ByteRange) { (self.reason, self.range) = (reason, range) }
}
