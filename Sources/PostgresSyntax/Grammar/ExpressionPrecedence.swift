/// gram.y's precedence levels (`%left`, `%right`, `%nonassoc`), loosest first.
enum Precedence: UInt8, Comparable {
  case or, and, not, `is`, comparison, pattern, escape, other, additive, multiplicative, power, atTimeZone, collate, sign, typecast

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// `%nonassoc`: two operators of the level cannot stand side by side.
  var isNonAssociative: Bool { self == .is || self == .comparison || self == .pattern }
}

/// An operator that waits for its right operand.
struct PendingOperator {
  var kind: NodeKind
  var precedence: Precedence
  /// The index in `Grammar.pending` of its first child.
  var mark: Int
  var start: Int
  var attributes: NodeAttributes = []
  /// What its last operand is to it.
  var lastRole: Role
}
