import PostgresCatalog

/// A statement that the server is to judge.
package struct ValidationRequest: Hashable, Sendable {
  /// UTF-8, placeholders written `$n`.
  package var text: [UInt8]
  /// The types of `$1`, `$2`…, 0 where the server is to infer it; may be shorter than the list of parameters.
  package var parameterTypes: [OID]

  package init(text: [UInt8], parameterTypes: [OID] = []) { (self.text, self.parameterTypes) = (text, parameterTypes) }
  package init(_ text: String, parameterTypes: [OID] = []) { self.init(text: Array(text.utf8), parameterTypes: parameterTypes) }
}

/// What the server found in a statement that it accepts.
package struct StatementDescription: Hashable, Sendable {
  /// The types of `$1`, `$2`….
  package var parameters: [OID]
  /// Empty for a statement without a result.
  package var columns: [ResultColumn]

  package init(parameters: [OID], columns: [ResultColumn]) { (self.parameters, self.columns) = (parameters, columns) }
}

/// The server's judgement of a statement.
package enum Validation: Hashable, Sendable {
  case accepted(StatementDescription)
  case rejected(PostgresError)
  /// The server could not say in time: 57014 (statement time-out) or 55P03 (a lock that another session holds).
  case undecided(PostgresError)
  /// Not sent, and why: a NUL byte, too long.
  case unsendable(String)
  /// The connection was lost before the answer, and why.
  case lost(String)
}

/// Has a live server parse and describe statements, and never execute them ("Extended Query": Parse, Describe, Sync).
///
/// Each statement stands alone: an error in one leaves the others untouched. Equal requests are sent once. When the connection is lost,
/// the statement that was being answered is `lost` (it is not sent again: it may be what felled the server), the connection is made anew
/// once, and the others go on; when that fails, or after three losses, all that are left are `lost`.
package struct StatementValidator: Sendable {
  private let connection: PostgresConnection
  private let maximumBytes: Int
  private static let maximumLosses = 3

  /// - Parameter maximumBytes: Longer statements are not sent.
  package init(_ connection: PostgresConnection, maximumBytes: Int = 4 << 20) {
    (self.connection, self.maximumBytes) = (connection, maximumBytes)
  }

  /// - Returns: One judgement for each request, in their order.
  package func validate(_ requests: [ValidationRequest]) async -> [Validation] {
    var (order, numbers) = ([ValidationRequest](), [ValidationRequest: Int]())
    let places = requests.map { request in
      if let number = numbers[request] { return number }
      numbers[request] = order.count
      order.append(request)
      return order.count - 1
    }
    let judgements = await judge(order)
    return places.map { judgements[$0] }
  }

  private func judge(_ requests: [ValidationRequest]) async -> [Validation] {
    var judgements = requests.map(localJudgement)
    var pending = requests.indices.filter { judgements[$0] == nil }[...]
    var losses = 0
    if !pending.isEmpty, await !connection.answers() { _ = await reconnects() }
    while !pending.isEmpty {
      if Task.isCancelled {
        for number in pending { judgements[number] = .lost("cancelled") }
        break
      }
      let window = window(of: requests, at: pending)
      let (answers, reason) = await connection.describe(window.map { requests[$0] }[...])
      for (number, answer) in zip(window, answers) { judgements[number] = judgement(answer) }
      pending = pending.dropFirst(answers.count)
      guard let reason else { continue }
      if let culprit = pending.popFirst() { judgements[culprit] = .lost(reason) }
      losses += 1
      if losses < Self.maximumLosses, await reconnects() { continue }
      for number in pending { judgements[number] = .lost(reason) }
      break
    }
    return judgements.map { $0 ?? .lost("no answer") }
  }

  private func localJudgement(_ request: ValidationRequest) -> Validation? {
    if request.text.contains(0) { return .unsendable("the statement contains a NUL byte, which cannot be sent to PostgreSQL") }
    if request.text.count > maximumBytes { return .unsendable("the statement is longer than \(maximumBytes) bytes") }
    if request.parameterTypes.count > Int(UInt16.max) { return .unsendable("the statement has more than 65535 parameters") }
    return nil
  }

  /// What goes to the server in one call: between calls a cancelled task stops.
  private func window(of requests: [ValidationRequest], at pending: ArraySlice<Int>) -> [Int] {
    var (window, bytes) = ([Int](), 0)
    for number in pending {
      bytes += requests[number].text.count
      if !window.isEmpty, window.count >= 2048 || bytes > 1 << 21 { break }
      window.append(number)
    }
    return window
  }

  private func judgement(_ answer: LibPQ.Answer) -> Validation {
    switch answer {
    case .described(let description): .accepted(description)
    case .refused(let error): ["57014", "55P03"].contains(error.sqlstate) ? .undecided(error) : .rejected(error)
    }
  }

  private func reconnects() async -> Bool {
    do { try await connection.connect() } catch { return false }
    return true
  }
}
