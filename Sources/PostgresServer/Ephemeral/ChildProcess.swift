#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program in a session of its own, with pipes to its standard input and from its standard output.
///
/// The signals of the terminal do not reach it. When this process ends in whatever way, the child's input ends too: no other process
/// holds the pipe's other end. Invariants: `input` and `output` are open from `init` to `finish()` or `deinit`; the child is waited for once.
final class ChildProcess {
  let id: pid_t
  private var input: Int32
  private var output: Int32
  private var status: Int32?
  private var buffer: [UInt8] = []

  /// - Parameter words: The program, found along PATH, and its arguments; no NUL in them.
  init(_ words: [String], environment: [String: String] = [:]) throws(ChildProcessError) {
    let (toChild, fromChild) = (try Self.pipe(), try Self.pipe())
    var actions = FileActions()
    defer { actions.destroy() }
    actions.duplicate(toChild.reading, onto: 0)
    actions.duplicate(fromChild.writing, onto: 1)
    actions.openNull(onto: 2)
    var attributes = SpawnAttributes()
    defer { attributes.destroy() }
    var child: pid_t = 0
    let arguments = words.map { strdup($0) } + [nil]
    let variables = Self.environment(with: environment).map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    let code = posix_spawnp(&child, words[0], &actions.actions, &attributes.attributes, arguments, variables)
    close(toChild.reading)
    close(fromChild.writing)
    guard code == 0 else {
      close(toChild.writing)
      close(fromChild.reading)
      throw ChildProcessError(program: words[0], code: code)
    }
    (id, input, output) = (child, toChild.writing, fromChild.reading)
  }

  deinit {
    closePipes()
    if status == nil { _ = waitForEnd() }
  }

  /// The next line that the child prints, without its line feed; nil when its output ends.
  func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var block = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return buffer.isEmpty ? nil : { defer { buffer = [] }; return String(decoding: buffer, as: UTF8.self) }() }
      buffer += block[..<count]
    }
  }

  /// Ends the child's input and waits until it is gone.
  ///
  /// - Returns: Its exit status, or 128 and the signal that ended it.
  @discardableResult func finish() -> Int32 {
    closePipes()
    return waitForEnd()
  }

  /// The first line that a program prints, nil where it cannot be run or fails.
  static func firstLine(of words: [String]) -> String? {
    guard let child = try? ChildProcess(words) else { return nil }
    let line = child.line()
    return child.finish() == 0 ? line : nil
  }

  private func closePipes() {
    if input >= 0 { close(input) }
    if output >= 0 { close(output) }
    (input, output) = (-1, -1)
  }

  private func waitForEnd() -> Int32 {
    if let status { return status }
    var word: Int32 = 0
    while waitpid(id, &word, 0) < 0, errno == EINTR {}
    let result = word & 0x7F == 0 ? word >> 8 & 0xFF : 128 + (word & 0x7F)
    status = result
    return result
  }

  /// Neither end passes on to programs that other threads start meanwhile.
  private static func pipe() throws(ChildProcessError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let made = Darwin.pipe(&ends)
      for end in ends where made == 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      // A socket can be made with the flag in one step, which `pipe` cannot: another thread may start a program in between.
      let made = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends)
    #endif
    guard made == 0 else { throw ChildProcessError(program: "pipe", code: errno) }
    return (ends[0], ends[1])
  }

  private static func environment(with changes: [String: String]) -> [String] {
    var result: [String] = []
    var entry = environ
    while let variable = entry.pointee {
      let text = String(cString: variable)
      if let name = text.split(separator: "=", maxSplits: 1).first, changes[String(name)] == nil { result.append(text) }
      entry += 1
    }
    return result + changes.map { "\($0.key)=\($0.value)" }.sorted()
  }
}

/// A program could not be started.
struct ChildProcessError: Error {
  var program: String
  /// The system's error number.
  var code: Int32

  var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}

private struct FileActions {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif

  init() { posix_spawn_file_actions_init(&actions) }
  mutating func destroy() { posix_spawn_file_actions_destroy(&actions) }
  mutating func duplicate(_ descriptor: Int32, onto number: Int32) { posix_spawn_file_actions_adddup2(&actions, descriptor, number) }
  mutating func openNull(onto number: Int32) { posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0) }
}

/// A session of its own, no signal blocked and each at its default.
private struct SpawnAttributes {
  #if canImport(Darwin)
    var attributes: posix_spawnattr_t?
    private static let newSession = POSIX_SPAWN_SETSID
  #else
    var attributes = posix_spawnattr_t()
    private static let newSession: Int32 = 0x80
  #endif

  init() {
    posix_spawnattr_init(&attributes)
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(Self.newSession)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
  }

  mutating func destroy() { posix_spawnattr_destroy(&attributes) }
}
