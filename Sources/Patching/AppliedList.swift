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

  /// Whether a text, as the program sends it or as its driver decodes it, is MySQL already.
  package func contains(_ sql: some Sequence<UInt8>) -> Bool { fingerprints.contains(Self.fingerprint(sql)) }

  package mutating func insert(_ new: some Sequence<String>) { fingerprints.formUnion(new) }
  package mutating func formUnion(_ other: AppliedList) { fingerprints.formUnion(other.fingerprints) }

  /// The fingerprint of a run-time text, the same with a driver's escapes (`%%`, `??`) as without: whether these are decoded depends on
  /// the driver, which changes with the migration. A run of such signs counts as one, however many times it was decoded.
  package static func fingerprint(_ sql: some Sequence<UInt8>) -> String {
    var plain: [UInt8] = []
    for byte in sql {
      let repeats = byte == plain.last && (byte == UInt8(ascii: "%") || byte == UInt8(ascii: "?"))
      if !repeats { plain.append(byte) }
    }
    return Fingerprint.ofStatement(plain)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
