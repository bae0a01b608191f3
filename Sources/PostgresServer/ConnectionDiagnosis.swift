/// Tells from what libpq reports why a connection failed.
///
/// The server's own errors are told by SQLSTATE, which no translation of its messages changes; libpq's, which carries no code, by its
/// words (they are English as long as the program calls no `setlocale`).
struct ConnectionDiagnosis {
  /// As `PQerrorMessage` gives it with verbosity `PQERRORS_VERBOSE`.
  var report: String
  var site: PostgresSite
  /// Whether the server asked for a password and libpq found none (`PQconnectionNeedsPassword`).
  var needsPassword: Bool

  var error: PostgresConnectionError {
    if needsPassword { return .missingPassword(site) }
    if let sqlstate { return serverError(sqlstate) }
    return clientError
  }

  private func serverError(_ sqlstate: String) -> PostgresConnectionError {
    switch sqlstate {
    case "28P01": return .wrongPassword(site)
    case "28000" where report.contains("pg_hba.conf"):
      return .notAdmitted(site, isEncrypted: !(report.contains("no encryption") || report.contains("SSL off")), reason: reason)
    case "28000" where report.contains("does not exist"): return .unknownRole(site)
    case "28000" where report.contains("Peer ") || report.contains("Ident "): return .peerMismatch(site, reason: reason)
    case "3D000": return .unknownDatabase(site)
    case "42501": return .connectNotGranted(site)
    case "53300": return .tooManyConnections(site, reason: reason)
    case "57P03", "57P01", "57P02": return .notReady(site, reason: reason)
    default: return .other(site, sqlstate: sqlstate, reason: reason)
    }
  }

  private var clientError: PostgresConnectionError {
    let text = report.lowercased()
    func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if text.hasPrefix("invalid ") || text.hasPrefix("could not match") {
      return .invalidConnectionString(Self.withoutQuotedParts(report))
    }
    if says("definition of service", "service file") { return .invalidConnectionString(reason) }
    if says("could not translate host name") { return .unknownHost(site) }
    if says("server does not support ssl") { return .tlsNotOffered(site) }
    if says("certificate", "ssl error", "ssl syscall", "tls", "private key file") { return .tlsFailed(site, reason: reason) }
    if says("no password supplied") { return .missingPassword(site) }
    if says("connection refused", "no route to host", "network is unreachable", "no such file or directory", "permission denied",
      "connection reset", "server closed the connection", "host is down", "operation timed out", "timeout expired") {
      return .unreachable(site, reason: reason)
    }
    return .other(site, sqlstate: nil, reason: reason)
  }

  /// The five characters after the severity: `FATAL:  28P01: password…`, of the last attempt that the server answered.
  private var sqlstate: String? {
    for line in lines.reversed() {
      guard let start = Self.messageStart(in: line) else { continue }
      return String(decoding: Array(line.utf8)[start..<start + 5], as: UTF8.self)
    }
    return nil
  }

  /// The message of the last attempt, without libpq's preface and the error code.
  private var reason: String {
    guard var line = lines.last else { return "no reason given" }
    if let start = Self.messageStart(in: line) { line = String(decoding: Array(line.utf8)[(start + 7)...], as: UTF8.self) }
    if let end = line.firstRange(of: " failed: ") { line = String(line[end.upperBound...]) }
    return line
  }

  private var lines: [String] {
    report.split(whereSeparator: \.isNewline).map(String.init).filter {
      !$0.hasPrefix("LOCATION:") && !$0.hasPrefix("\t") && !$0.hasPrefix("DETAIL:") && !$0.hasPrefix("HINT:")
    }
  }

  /// Where `XXXXX: ` stands after `:  `, as a byte offset.
  private static func messageStart(in line: String) -> Int? {
    let bytes = Array(line.utf8)
    guard bytes.count >= 10 else { return nil }
    let start = (0..<bytes.count - 9).first { (start: Int) -> Bool in
      let code = bytes[start + 3..<start + 8]
      return bytes[start..<start + 3].elementsEqual(":  ".utf8) && code.allSatisfy(isCodeByte) && bytes[start + 8..<start + 10].elementsEqual(": ".utf8)
    }
    return start.map { $0 + 3 }
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// libpq's complaint about a connection string, with what stands in quotes left out unless it is an option's name: it may be a piece
  /// of a password, as when `/` or `@` in one is not percent-encoded.
  static func withoutQuotedParts(_ message: String) -> String {
    let parts = message.filter { !$0.isNewline }.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { $0.isMultiple(of: 2) || optionNames.contains($1) ? $1 : "…" }.joined(separator: "\"")
  }

  private static let optionNames: Set = [
    "=", "connect_timeout", "gssencmode", "host", "hostaddr", "keepalives", "port", "requirepeer", "service", "sslcert", "sslkey", "sslmode",
    "sslrootcert", "target_session_attrs", "tcp_user_timeout", "user",
  ]
}
