import PostgresCatalog
import PostgresServer
import SourceText

/// What the live server said of a statement.
enum ServerAnswer: Sendable {
  /// The server was not asked; nothing is wrong with it.
  case notAsked
  case accepted(StatementDescription)
  /// Refused; `offset` is the server's place as an offset in the statement's own text.
  case rejected(PostgresError, offset: Int?)
  /// The server had no answer: it ran out of time, or the text cannot be sent. The reason, for people.
  case undecided(String)
  /// The connection was lost before the answer. The reason, for people.
  case lost(String)
}

/// A statement's text, its placeholders numbered as the server takes them, with the server's answer.
struct ServerJudgement: Sendable {
  var text: SQLText
  var answer: ServerAnswer
}

/// Asks the server about many statements at once.
///
/// A named placeholder that is used twice is tried as one parameter; where the server refuses that, as a parameter for each use; and
/// where it then takes uses of one name for the same type, as one parameter for those.
struct ServerStage: Sendable {
  private let validator: StatementValidator
  private static let batch = 1024

  init(_ connection: PostgresConnection) { validator = StatementValidator(connection) }

  /// - Returns: One judgement for each text, in their order; `notAsked` for a text with holes, `lost` for those not reached when the task
  ///   was cancelled.
  func judge(_ texts: [SQLText]) async -> [ServerJudgement] {
    var judgements: [ServerJudgement] = []
    while judgements.count < texts.count {
      judgements += await judgeBatch(Array(texts[judgements.count..<min(judgements.count + Self.batch, texts.count)]))
    }
    return judgements
  }

  private func judgeBatch(_ texts: [SQLText]) async -> [ServerJudgement] {
    guard !Task.isCancelled else { return texts.map { ServerJudgement(text: $0, answer: .lost("the scan was interrupted")) } }
    var judgements = await ask(texts)
    let retried = judgements.indices.filter { judgements[$0].answer.isRejected && texts[$0].repeatsNamedPlaceholder }
    guard !retried.isEmpty else { return judgements }
    let separate = await ask(retried.map { texts[$0].withSeparatePlaceholders })
    let merged = await ask(separate.map(\.withEqualTypesMerged))
    for (place, index) in retried.enumerated() {
      if merged[place].answer.isAccepted {
        judgements[index] = merged[place]
      } else if separate[place].answer.isAccepted {
        judgements[index] = separate[place]
      }
    }
    return judgements
  }

  private func ask(_ texts: [SQLText]) async -> [ServerJudgement] {
    let server = texts.map(ServerText.init)
    let sent = server.indices.filter { server[$0] != nil }
    let answers = await validator.validate(sent.map { ValidationRequest(text: server[$0]?.bytes ?? []) })
    var judgements = texts.map { ServerJudgement(text: $0, answer: .notAsked) }
    for (index, answer) in zip(sent, answers) { judgements[index].answer = ServerAnswer(answer, to: server[index]) }
    return judgements
  }
}

extension ServerAnswer {
  fileprivate init(_ answer: PostgresServer.Validation, to text: ServerText?) {
    switch answer {
    case .accepted(let description): self = .accepted(description)
    case .rejected(let error): self = .rejected(error, offset: error.offset.flatMap { text?.sourceOffset(of: $0) })
    case .undecided(let error): self = .undecided(error.message)
    case .unsendable(let reason): self = .undecided(reason)
    case .lost(let reason): self = .lost(reason)
    }
  }

  fileprivate var isRejected: Bool { if case .rejected = self { true } else { false } }
  fileprivate var isAccepted: Bool { if case .accepted = self { true } else { false } }

  /// Why there is no answer, where the connection was lost.
  var lossReason: String? { if case .lost(let reason) = self { reason } else { nil } }
}

extension ServerJudgement {
  /// The text with uses of a name merged that the server takes for the same type; unchanged where it was not accepted.
  fileprivate var withEqualTypesMerged: SQLText {
    guard case .accepted(let description) = answer else { return text }
    let types = Dictionary(uniqueKeysWithValues: description.parameters.enumerated().map { ($0.offset + 1, $0.element) })
    return text.mergingPlaceholders(ofEqualType: types)
  }
}
