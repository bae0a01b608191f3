import SourceText

/// A comment or literal of a host file.
package struct HostToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case comment, opaque, literal }

  package var kind: Kind
  /// With delimiters and prefix.
  package var range: ByteRange
  /// Between the delimiters; empty for what is no literal.
  package var body: ByteRange
  /// Index in `HostLanguage.tokens`.
  package var rule: Int
  /// In order; of an interpolated literal only.
  package var holes: [HostHole]
}

/// A host expression inside a literal: `${name}`, `{name!r:>3}`.
package struct HostHole: Hashable, Sendable {
  /// With its delimiters.
  package var range: ByteRange
  /// Between the delimiters.
  package var body: ByteRange
}
