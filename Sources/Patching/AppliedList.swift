import Results

/// The fingerprints of run-time texts that are MySQL already, as they are kept in `.sqlferry/applied`: one sorted line each.
///
/// A rewrite may be valid PostgreSQL that would convert again, so a scan cannot tell; this list can.
package struct AppliedList: Hashable, Sendable {
  /// The list's path relative to the root.
  package static let path = ".sqlferry/applied"

  private var fingerprints: Set<String> = []

  package init() {}

  /// Reads a list; a line that is no fingerprint, such as the mark of a merge conflict, is passed over.
  package init(text: [UInt8]) {
    for line in text.split(separator: 0x0A) {
      let word = String(decoding: line, as: UTF8.self).trimmingSuffix("\r")
      if word.utf8.count == 32 { fingerprints.insert(word) }
    }
  }

  /// The list's text, which `init(text:)` reads.
  package var text: [UInt8] { Array(fingerprints.sorted().map { $0 + "\n" }.joined().utf8) }

  package var isEmpty: Bool { fingerprints.isEmpty }

  /// Whether a run-time text, as a scan finds it, is MySQL already.
  package func contains(_ sql: some Sequence<UInt8>) -> Bool { fingerprints.contains(Fingerprint.ofStatement(sql)) }

  package mutating func insert(_ new: some Sequence<String>) { fingerprints.formUnion(new) }
  package mutating func formUnion(_ other: AppliedList) { fingerprints.formUnion(other.fingerprints) }

  /// The fingerprints under which a new text, written with its driver's escapes (`%%`, `??`), can be found again: as it is written, and
  /// as it reads when the escapes are decoded, which depends on the driver that a later scan takes the code for.
  package static func fingerprints(ofReplacement text: some Collection<UInt8>) -> Set<String> {
    let (percent, question) = (UInt8(ascii: "%"), UInt8(ascii: "?"))
    let texts = [Array(text), decoding(text, [percent]), decoding(text, [question]), decoding(text, [percent, question])]
    return Set(Set(texts).map { Fingerprint.ofStatement($0) })
  }

  /// The text with each pair of one of these signs as a single one.
  private static func decoding(_ text: some Collection<UInt8>, _ signs: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var pending: UInt8?
    for byte in text {
      if byte == pending {
        pending = nil
      } else {
        pending = signs.contains(byte) ? byte : nil
        result.append(byte)
      }
    }
    return result
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
