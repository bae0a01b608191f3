import Foundation
import Results
import SourceText

/// The program's way to standard output and standard error.
enum Terminal {
  /// Whether standard error is a person's terminal: only there is progress shown.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Writes to standard output. A reader that went away (`| head`) is no error.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes one line to standard error.
  static func note(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Standard input to its end.
  static func readInput() -> [UInt8] { Array(FileHandle.standardInput.readDataToEndOfFile()) }
}
