import Foundation
import Testing

@testable import Pipeline

@Suite struct RuleExplanationTests {
  @Test func idsAreUniqueSortedAndExplained() {
    let ids = RuleExplanation.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    for entry in RuleExplanation.all {
      #expect(entry.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }, "\(entry.id)")
      #expect(entry.why.count > 10, "\(entry.id)")
      #expect(!entry.summary.isEmpty)
    }
  }

  /// Every id that the sources name in a diagnostic or finding is one that `explain` knows.
  @Test func everyIdInTheSourcesIsExplained() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources").standardizedFileURL
    let known = Set(RuleExplanation.all.map(\.id))
    let pattern = try Regex(#"rule: "([a-z0-9-]+)"|(?:decline|caution|note)\("([a-z0-9-]+)"|case \.[a-zA-Z]+(?:\(.*\))?: "([a-z0-9]+-[a-z0-9-]+)""#)
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let folder = file.deletingLastPathComponent().lastPathComponent
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: pattern) {
        guard let id = (1...3).lazy.compactMap({ match.output[$0].substring }).first.map(String.init) else { continue }
        if match.output[3].substring != nil, file.lastPathComponent != "HostEditFinding.swift" { continue }
        if id == "rejected" { continue }  // stands for PostgreSQL's own condition where no finding names it
        #expect(known.contains(id), "\(folder)/\(file.lastPathComponent): \(id)")
      }
    }
  }

  @Test func aMistypedIdFindsItsNeighbours() {
    #expect(RuleExplanation.near("alredy-applied").contains("already-applied"))
    #expect(RuleExplanation.near("undefined-tabel").contains("undefined-table"))
  }
}
