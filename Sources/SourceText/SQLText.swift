/// A place in SQL text that stands for something the program puts in at run time.
package struct Atom: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A driver's or the server's parameter marker: `$1`, `?`, `%s`, `:name`…
    case placeholder
    /// A host expression put into the text: `${where}`, written in `SQLText.bytes` as `⟦where⟧`.
    case hole
  }

  /// The bytes of `SQLText.bytes` that write it.
  package var range: ByteRange
  package var kind: Kind
  /// For a placeholder the number of its parameter, from 1: the n of `$n`, else the order of first use.
  package var parameter: Int?
  /// For a named placeholder its name, without the marker.
  package var name: String?

  package init(range: ByteRange, kind: Kind, parameter: Int? = nil, name: String? = nil) {
    (self.range, self.kind, self.parameter, self.name) = (range, kind, parameter, name)
  }
}

/// SQL as the server gets it: UTF-8 bytes with their atoms.
///
/// A hole is written as `⟦host expression⟧` in the bytes, a placeholder as the source writes it.
package struct SQLText: Hashable, Sendable {
  package var bytes: [UInt8]
  /// In order, without overlap.
  package var atoms: [Atom]

  package init(bytes: [UInt8], atoms: [Atom] = []) { (self.bytes, self.atoms) = (bytes, atoms) }
  package init(_ text: String, atoms: [Atom] = []) { self.init(bytes: Array(text.utf8), atoms: atoms) }

  package var string: String { String(decoding: bytes, as: UTF8.self) }
  package var hasHoles: Bool { atoms.contains { $0.kind == .hole } }
  package var holes: [Atom] { atoms.filter { $0.kind == .hole } }
  package var placeholders: [Atom] { atoms.filter { $0.kind == .placeholder } }

  /// The text of a range, for people: bad UTF-8 is healed. A range outside the text is cut to it.
  package func string(in range: ByteRange) -> String {
    let start = min(max(range.start, 0), bytes.count)
    let end = min(max(range.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// How placeholders are written in a statement.
package enum PlaceholderStyle: String, Hashable, Sendable, CaseIterable {
  /// `$1`, numbered: PostgreSQL itself, pgx, lib/pq, node-postgres, asyncpg.
  case dollar
  /// `?`, by position: JDBC, `??` an escaped question mark.
  case question
  /// `%s`, `%(name)s`, `%%` an escaped per cent sign: psycopg.
  case percent
  /// `:name`: Spring's named parameters, SQLAlchemy text.
  case colon
  /// `@name`: pgx.NamedArgs, Npgsql.
  case at
  /// No placeholders.
  case none
}
