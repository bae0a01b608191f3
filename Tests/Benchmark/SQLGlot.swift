import Foundation

/// A Python process that has the texts and transpiles all of them each time it is asked.
final class SQLGlot {
  let version: String
  /// How many texts it refused in the last round.
  private(set) var refused = 0
  private let process = Process()
  private let (requests, answers) = (Pipe(), Pipe())

  private static let program = """
    import json, logging, sys, sqlglot
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(100000)
    texts = json.load(open(sys.argv[1]))
    print(sqlglot.__version__, flush=True)
    for line in sys.stdin:
        refused = 0
        for text in texts:
            try:
                sqlglot.transpile(text, read="postgres", write="mysql")
            except Exception:
                refused += 1
        print(refused, flush=True)
    """

  /// Nil where Python or sqlglot is missing.
  init?(_ texts: [[UInt8]]) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sqlferry-benchmark-\(ProcessInfo.processInfo.processIdentifier).json")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try JSONSerialization.data(withJSONObject: texts.map { String(decoding: $0, as: UTF8.self) }).write(to: file)
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-c", Self.program, file.path]
      (process.standardInput, process.standardOutput, process.standardError) = (requests, answers, FileHandle.nullDevice)
      try process.run()
    } catch { return nil }
    let first = Self.line(from: answers)
    guard !first.isEmpty else { return nil }
    version = first
  }

  deinit {
    try? requests.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
  }

  func transpile() {
    requests.fileHandleForWriting.write(Data("go\n".utf8))
    refused = Int(Self.line(from: answers)) ?? 0
  }

  private static func line(from pipe: Pipe) -> String {
    var bytes: [UInt8] = []
    while let byte = try? pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
