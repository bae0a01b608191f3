/// A PostgreSQL type as this module needs it; it knows no catalog.
package struct SourceType: Hashable, Sendable {
  /// What `pg_type.typtype` and `typelem` say, domains already resolved to their base type.
  package enum Kind: Hashable, Sendable {
    case base, array, composite, range, multirange, pseudo
    /// With its labels in order.
    case enumeration([String])
  }

  /// `pg_catalog`, or the schema of a type that an extension or user made.
  package var schema: String
  /// `pg_type.typname`: `int4`, `bpchar`, `_text`.
  package var name: String
  /// `pg_attribute.atttypmod`, -1 for none.
  package var modifier: Int32
  /// What sort of type it is.
  package var kind: Kind

  package init(schema: String = "pg_catalog", name: String, modifier: Int32 = -1, kind: Kind = .base) {
    (self.schema, self.name, self.modifier, self.kind) = (schema, name, modifier, kind)
  }
}

extension SourceType {
  /// `n` of `varchar(n)` and `char(n)`; nil where none is given.
  package var length: Int? {
    guard modifier >= 4 else { return nil }
    return Int(modifier) - 4
  }

  /// `n` of `bit(n)` and `vector(n)`, `p` of `time(p)` and `timestamp(p)`; nil where none is given.
  package var plainModifier: Int? { modifier >= 0 ? Int(modifier) : nil }

  /// Precision and scale of `numeric(p,s)`; the scale may be negative (PostgreSQL 15). Nil where none is given.
  package var precisionAndScale: (precision: Int, scale: Int)? {
    guard modifier >= 4 else { return nil }
    let packed = Int(modifier) - 4
    return ((packed >> 16) & 0xFFFF, ((packed & 0x7FF) ^ 1024) - 1024)
  }
}
