import ArgumentParser
import Foundation
import Patching
import Results

/// Which rewrites are written.
struct SelectionOptions: ParsableArguments {
  @Flag(help: "Also write rewrites that a person should judge (status review) and that nobody rejected.")
  var withReview = false

  /// Every converted statement and the accepted ones of status review; what review rejected is left out.
  func selection(_ base: TreeBase, _ document: ResultDocument) throws -> Selection {
    let ledger = try DecisionFile(base).ledger()
    return .rewrites(
      withReview: withReview, accepted: ledger.ids(.accept, in: document), rejected: ledger.ids(.reject, in: document))
  }
}

/// The file in which a tree's review decisions are kept.
struct DecisionFile {
  let path: String

  init(_ base: TreeBase) { path = base.path(DecisionLedger.path) }

  /// The decisions so far; none where there is no file.
  func ledger() throws -> DecisionLedger {
    guard FileManager.default.fileExists(atPath: path) else { return DecisionLedger() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("the decisions in \(path) cannot be read", help: "check the file's permissions")
    }
    return DecisionLedger(text: [UInt8](data))
  }

  /// Keeps the decisions.
  func save(_ ledger: DecisionLedger) throws {
    do throws(FileWriteError) {
      try AtomicFile.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try AtomicFile.write(ledger.text, to: path)
    } catch {
      throw Failure("the decision is not kept: \(error)", help: "make the tree's .sqlferry folder writable")
    }
  }
}
