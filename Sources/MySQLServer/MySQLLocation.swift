/// Where and how to reach a MySQL server: `mysql://user:password@host:port/database?ssl-mode=…&socket=…`.
///
/// Parts are percent-encoded as in any URL. Without `socket` the connection goes over TCP, `localhost` included. Parameters: `socket`,
/// `ssl-mode` (`DISABLED`, `PREFERRED`, `REQUIRED`, `VERIFY_CA`, `VERIFY_IDENTITY`; the default is `PREFERRED`, over a socket
/// `DISABLED`), `ssl-ca`, `ssl-cert`, `ssl-key`, `connect-timeout` (seconds) and `plugin-dir` (where the client's authentication plug-ins lie).
package struct MySQLLocation: Hashable, Sendable {
  package enum TLSMode: String, Hashable, Sendable, CaseIterable {
    case disabled = "DISABLED", preferred = "PREFERRED", required = "REQUIRED", verifyCA = "VERIFY_CA", verifyIdentity = "VERIFY_IDENTITY"
  }

  package var host = "localhost"
  package var port = 3306
  /// The path of a Unix socket, which goes before host and port.
  package var socket: String?
  package var user = ""
  /// Never printed.
  package var password: String?
  /// Empty for none.
  package var database = ""
  package var tlsMode: TLSMode?
  package var tlsAuthority: String?
  package var tlsCertificate: String?
  package var tlsKey: String?
  /// In seconds.
  package var connectTimeout = 10
  package var pluginFolder: String?

  package init() {}

  /// `db.example.com:3306`, or the socket's path.
  package var address: String {
    if let socket { return "socket \(socket)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension MySQLLocation {
  /// Reads a URL.
  ///
  /// - Throws: `MySQLConnectionError.invalidURL`, which names no part that may hold a password.
  package init(_ url: String) throws(MySQLConnectionError) {
    self.init()
    let scheme = "mysql://"
    guard url.hasPrefix(scheme) else { throw .invalidURL("it does not begin with mysql://") }
    var rest = url.utf8.dropFirst(scheme.utf8.count)
    var parameters: Substring.UTF8View?
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      parameters = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      try readUser(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    if let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      database = try Self.decoded(rest[rest.index(after: slash)...])
      rest = rest[..<slash]
    }
    try readAddress(rest)
    for parameter in parameters?.split(separator: UInt8(ascii: "&")) ?? [] { try readParameter(parameter) }
    if database.utf8.contains(UInt8(ascii: "/")) { throw .invalidURL("there is more than a database name after the host") }
  }

  private mutating func readUser(_ text: Substring.UTF8View) throws(MySQLConnectionError) {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return user = try Self.decoded(text) }
    user = try Self.decoded(text[..<colon])
    password = try Self.decoded(text[text.index(after: colon)...])
  }

  private mutating func readAddress(_ text: Substring.UTF8View) throws(MySQLConnectionError) {
    var (name, portText) = (text, Substring.UTF8View?.none)
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { throw .invalidURL("the ] after an IPv6 address is missing") }
      name = text[text.index(after: text.startIndex)..<end]
      let after = text[text.index(after: end)...]
      if !after.isEmpty { portText = after.dropFirst() }
    } else if let colon = text.lastIndex(of: UInt8(ascii: ":")) {
      name = text[..<colon]
      portText = text[text.index(after: colon)...]
    }
    if !name.isEmpty { host = try Self.decoded(name) }
    guard let portText, !portText.isEmpty else { return }
    guard let number = UInt16(Substring(portText)), number > 0 else {
      throw .invalidURL("the port is no number from 1 to 65535")
    }
    port = Int(number)
  }

  private mutating func readParameter(_ text: Substring.UTF8View) throws(MySQLConnectionError) {
    let end = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    let name = try Self.decoded(text[..<end]).lowercased()
    let value = end == text.endIndex ? "" : try Self.decoded(text[text.index(after: end)...])
    switch name {
    case "socket": socket = value.isEmpty ? nil : value
    case "ssl-mode", "sslmode":
      guard let mode = TLSMode(rawValue: value.uppercased().replacing("-", with: "_")) else {
        throw .invalidURL("ssl-mode is none of \(TLSMode.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      tlsMode = mode
    case "ssl-ca": tlsAuthority = value
    case "ssl-cert": tlsCertificate = value
    case "ssl-key": tlsKey = value
    case "plugin-dir": pluginFolder = value
    case "connect-timeout":
      guard let seconds = Int(value), (1...3600).contains(seconds) else {
        throw .invalidURL("connect-timeout is no number of seconds from 1 to 3600")
      }
      connectTimeout = seconds
    default: throw .invalidURL("the parameter \"\(name)\" is not known")
    }
  }

  private static func decoded(_ text: Substring.UTF8View) throws(MySQLConnectionError) -> String {
    var (bytes, rest) = ([UInt8](), text[...])
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(Substring(rest.prefix(2)), radix: 16), value != 0 else {
        throw .invalidURL("a % is not followed by the two hexadecimal digits of a byte other than 0")
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let string = String(validating: bytes, as: UTF8.self) else { throw .invalidURL("it holds bytes that are not UTF-8") }
    return string
  }
}
