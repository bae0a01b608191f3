import Testing

@testable import PostgresServer

/// Reports that this server cannot be brought to give, in libpq's and the server's words.
@Suite struct ConnectionDiagnosisTests {
  private static let site = PostgresSite(host: "db", port: "5432", database: "shop", user: "app")

  private func error(_ report: String, needsPassword: Bool = false) -> PostgresConnectionError {
    ConnectionDiagnosis(report: report, site: Self.site, needsPassword: needsPassword).error
  }

  private static let prefix = "connection to server at \"db\" (10.0.0.1), port 5432 failed: "

  @Test(arguments: [
    ("FATAL:  28P01: password authentication failed for user \"app\"\nLOCATION:  auth_failed, auth.c:334", "refuses the password of role"),
    ("SCHWERWIEGEND:  28P01: Passwort-Authentifizierung fehlgeschlagen", "refuses the password of role"),
    ("FATAL:  3D000: database \"shop\" does not exist", "there is no database \"shop\""),
    ("FATAL:  28000: role \"app\" does not exist", "there is no role \"app\""),
    ("FATAL:  28000: no pg_hba.conf entry for host \"10.0.0.9\", user \"app\", database \"shop\", no encryption", "does not admit role \"app\""),
    ("FATAL:  28000: Peer authentication failed for user \"app\"", "does not take the operating system's user"),
    ("FATAL:  53300: sorry, too many clients already", "no connection left: sorry, too many clients already"),
    ("FATAL:  57P03: the database system is starting up", "accepts no connections now: the database system is starting up"),
    ("server does not support SSL, but SSL was required", "does not offer TLS"),
    ("SSL error: certificate verify failed", "no TLS connection"),
    ("Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?", "can be reached at db:5432: Connection refused"),
    ("FATAL:  08P01: something else", "no connection to the PostgreSQL server at db:5432: something else"),
  ])
  func tellsWhy(_ report: String, _ words: String) {
    let error = error(Self.prefix + report)
    #expect(error.message.contains(words), "\(error.message)")
    #expect(!error.help.isEmpty)
  }

  @Test func tellsTheRest() {
    #expect(error("could not translate host name \"db\" to address: Name or service not known") == .unknownHost(Self.site))
    #expect(error("fe_sendauth: no password supplied", needsPassword: true) == .missingPassword(Self.site))
    #expect(error("definition of service \"x\" not found") == .invalidConnectionString("definition of service \"x\" not found"))
    #expect(error("invalid sslmode value: \"secret\"") == .invalidConnectionString("invalid sslmode value: \"…\""))
    #expect(error("") == .other(Self.site, sqlstate: nil, reason: "no reason given"))
    let tls = error(Self.prefix + "FATAL:  28000: no pg_hba.conf entry for host \"x\", user \"app\", database \"shop\", SSL encryption")
    guard case .notAdmitted(_, isEncrypted: true, _) = tls else { return #expect(tls.message == "") }
  }
}

@Suite struct CharacterPositionTests {
  @Test(arguments: [(1, 0), (2, 1), (3, 3), (4, 6), (5, 10), (6, 11), (99, 11)])
  func countsCharacters(_ position: Int, _ offset: Int) {
    #expect(CharacterPosition.byteOffset(of: position, in: Array("aä€😀b".utf8)) == offset)
  }

  @Test func refusesWhatIsNoPosition() {
    #expect(CharacterPosition.byteOffset(of: 0, in: [0x61]) == nil && CharacterPosition.byteOffset(of: .min, in: [0x61]) == nil)
    #expect(CharacterPosition.byteOffset(of: 3, in: Array("ä€".utf8), countsBytes: true) == 2)
  }
}

@Suite struct ArrayTextTests {
  @Test(arguments: [
    ("{}", []), ("{1,2}", ["1", "2"]), ("{a,NULL,\"NULL\"}", ["a", nil, "NULL"]), ("{\"a,b\",\"c\\\"d\",\"\\\\\"}", ["a,b", "c\"d", "\\"]),
    ("{\"\"}", [""]), ("[0:1]={7,8}", ["7", "8"]), ("23 25", ["23", "25"]), ("", []), ("{a", []), ("{\"a\\", []), ("{é}", ["é"]),
  ] as [(String, [String?])])
  func readsElements(_ text: String, _ elements: [String?]) { #expect(ArrayText.elements(text) == elements) }
}
