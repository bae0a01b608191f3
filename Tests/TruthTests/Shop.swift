import Foundation
import ServerComparison

/// The sample shop.
enum Shop {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")

  /// Makes the shop on both servers, runs `body`, and removes it.
  static func with(_ body: (PairedDatabase) async throws -> Void) async throws {
    let scripts = try ["schema.sql", "data.sql"].map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    try await PairedDatabase.with("sqlferry_truth", scripts: scripts, otherSchemas: ["warehouse"], body)
  }
}
