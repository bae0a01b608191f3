extension StatementResult {
  /// The id of a statement: the same as long as its file's path, its text but for white space, and its place among equal texts of the
  /// file stay the same.
  ///
  /// - Parameters:
  ///   - file: Relative to the root.
  ///   - fingerprint: `Fingerprint.ofStatement` of the text.
  ///   - ordinal: How many statements with that fingerprint come before it in the file.
  package static func makeID(file: String, fingerprint: String, ordinal: Int) -> String {
    Fingerprint.hash("\(file)\n\(fingerprint)\n\(ordinal)".utf8)
  }

  /// Names the rewrite: another text or another edit of the host code gives another value. Places are not part of it, so edits
  /// elsewhere in the file leave it as it is.
  package var rewriteFingerprint: String {
    var bytes = Array((replacement ?? "").utf8)
    for edit in edits {
      bytes.append(0)
      bytes += edit.file.utf8
      bytes.append(0)
      bytes += edit.edit.replacement
    }
    return Fingerprint.hash(bytes)
  }
}

/// Hands out ids in the order of the statements of one file.
package struct StatementNumbering {
  private let file: String
  private var counts: [String: Int] = [:]

  /// - Parameter file: Relative to the root.
  package init(file: String) { self.file = file }

  /// The id and fingerprint of the next statement of the file.
  package mutating func next(_ sql: some Sequence<UInt8>) -> (id: String, fingerprint: String) {
    let fingerprint = Fingerprint.ofStatement(sql)
    let ordinal = counts[fingerprint, default: 0]
    counts[fingerprint] = ordinal + 1
    return (StatementResult.makeID(file: file, fingerprint: fingerprint, ordinal: ordinal), fingerprint)
  }
}
