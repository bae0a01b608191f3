import PostgresSyntax

/// The precedence that MySQL's grammar asks of an operand at each place of a node that is copied.
///
/// Source: MySQL's `sql_yacc.yy`. PostgreSQL's own levels ("Operator Precedence") differ: it binds LIKE, IN and BETWEEN tighter
/// than comparisons, and IS looser.
enum OperandPrecedence {
  static func required(of parent: NodeKind, _ role: Role) -> Precedence {
    switch (parent, role) {
    case (.or, _), (.booleanTail, _): .and
    case (.and, _): .not
    case (.not, _): .not
    case (.isNull, _), (.isTrue, _), (.isFalse, _), (.isUnknown, _): .comparison
    case (.isDistinctFrom, .left): .comparison
    case (.isDistinctFrom, _): .predicate
    case (.between, .high): .predicate
    case (.between, _), (.inList, .operand), (.inSubquery, .operand), (.like, _), (.ilike, _): .bitOr
    case (.collate, _): .primary
    default: .or
    }
  }
}
