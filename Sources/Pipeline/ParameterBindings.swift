import HostEdits
import HostLanguages
import MySQLConversion
import Results
import SourceText

extension JudgedStatement {
  /// The parameters that must be passed as JSON, for planning.
  var jsonParameters: [JSONParameter] {
    bindings.map { JSONParameter(parameter: $0.parameter, element: $0.element.jsonElement) }
  }

  /// Takes in which values the calling code passes as JSON once it is edited: with all of them the parameters hold nothing up any more.
  ///
  /// - Parameter instruction: What a person must do for the others, in the host language.
  mutating func settle(_ done: Set<Int>, instruction: String?) {
    guard !bindings.isEmpty else { return }
    let isDone = bindings.allSatisfy { done.contains($0.parameter) }
    if isDone { status = boundStatus }
    for index in findings.indices where findings[index].rule == Conversion.Binding.rule {
      let parameter = text.placeholders.first { $0.range == findings[index].range }?.parameter
      if parameter.map(done.contains) ?? isDone {
        findings[index].severity = .info
        findings[index].message += "; the call is edited so"
        findings[index].help = "the value must be a list, not a text in PostgreSQL's form {1,2}"
      } else if let instruction {
        findings[index].help = instruction
      }
    }
  }
}

extension TypeFamily {
  fileprivate var jsonElement: JSONEncoding.Element {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text, .caseless: .text
    case .boolean: .boolean
    case .enumeration: .enumeration
    case .uuid: .uuid
    case .date: .date
    case .single, .blankPadded, .time, .timestamp, .timestamptz, .interval, .bytea, .json, .jsonb, .array, .printed, .money, .record, .other: .other
    }
  }
}
