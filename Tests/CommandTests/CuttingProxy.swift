import Foundation
import Synchronization
import Testing

/// A way to a PostgreSQL server that is cut for good as soon as the client sends a certain text: a server that is lost.
final class CuttingProxy: Sendable {
  /// The server's URL by way of the proxy.
  let url: String
  private let listener: Int32
  private let target: (host: String, port: UInt16)
  private let mark: [UInt8]
  private let open = Mutex<(sockets: [Int32], isCut: Bool)>(([], false))

  init(to url: String, at mark: String) throws {
    var parts = try #require(URLComponents(string: url))
    target = (parts.host ?? "127.0.0.1", UInt16(parts.port ?? 5432))
    self.mark = Array(mark.utf8)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = Self.address(port: 0)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) } }
    try #require(isBound == 0 && listen(listener, 8) == 0)
    var length = size
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
    }
    (parts.host, parts.port) = ("127.0.0.1", Int(UInt16(bigEndian: address.sin_port)))
    self.url = try #require(parts.string)
    Thread.detachNewThread { self.accept() }
  }

  func stop() { cut() }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  private func accept() {
    while true {
      let client = Foundation.accept(listener, nil, nil)
      guard client >= 0 else { return }
      let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = Self.address(port: target.port)
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isConnected = withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(server, $0, size) } }
      let isCut = open.withLock { open in
        if !open.isCut { open.sockets += [client, server] }
        return open.isCut
      }
      guard isConnected == 0, !isCut else {
        close(client)
        close(server)
        continue
      }
      Thread.detachNewThread { self.forward(from: client, to: server, watches: true) }
      Thread.detachNewThread { self.forward(from: server, to: client, watches: false) }
    }
  }

  private func forward(from source: Int32, to target: Int32, watches: Bool) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(source, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      if watches, buffer[..<count].firstRange(of: mark) != nil { return cut() }
      guard send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
    }
    shutdown(source, Int32(SHUT_RDWR))
    shutdown(target, Int32(SHUT_RDWR))
  }

  private func cut() {
    let sockets = open.withLock { open in
      defer { open = ([], true) }
      return open.isCut ? [] : open.sockets + [listener]
    }
    for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    if !sockets.isEmpty { close(listener) }
  }
}
