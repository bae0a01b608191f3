import Testing

@testable import MySQLServer

@Suite struct MySQLLocationTests {
  @Test func readsEveryPart() throws {
    let location = try MySQLLocation(
      "mysql://us%40er:p%3Aa%2Fss@db.example:3307/shop%20one?ssl-mode=verify-ca&ssl-ca=/ca.pem&connect-timeout=3&plugin-dir=/p&socket=/s")
    #expect(location.user == "us@er" && location.password == "p:a/ss" && location.host == "db.example" && location.port == 3307)
    #expect(location.database == "shop one" && location.tlsMode == .verifyCA && location.tlsAuthority == "/ca.pem")
    #expect(location.connectTimeout == 3 && location.pluginFolder == "/p" && location.socket == "/s" && location.address == "socket /s")
  }

  @Test(arguments: [
    ("mysql://", "localhost:3306"), ("mysql://root@127.0.0.1:33306/", "127.0.0.1:33306"), ("mysql://u@[::1]:9/x", "[::1]:9"),
    ("mysql://u:a@b@h/x", "h:3306"), ("mysql://h", "h:3306"), ("mysql://u:a/b@h:9/db", "h:9"),
  ])
  func readsAddresses(_ url: String, _ address: String) throws { #expect(try MySQLLocation(url).address == address) }

  @Test(arguments: [
    "postgres://h", "mysql://u:secret@h:port/x", "mysql://u:sec%ret@h", "mysql://u:secret@h/a/b", "mysql://u@h?nope=secret",
    "mysql://u@h?ssl-mode=secret", "mysql://u:%00secret@h", "mysql://u:%ffsecret@h", "mysql://[::1", "mysql://u@h:70000", "",
  ])
  func refusesWithoutTellingThePassword(_ url: String) {
    do throws(MySQLConnectionError) {
      let location = try MySQLLocation(url)
      Issue.record("read as \(location.address)")
    } catch {
      #expect(!error.message.contains("secret") && !error.message.contains("sec%"))
    }
  }
}
