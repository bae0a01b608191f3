import MySQLTarget

/// Names that a rule writes itself.
enum ReservedName {
  /// A name as MySQL reads it, quoted where it must be.
  static func spelled(_ name: String, in context: RewriteContext) -> String {
    ReservedWords.needsQuoting(name, target: context.target) ? ReservedWords.quoted(name) : name
  }
}
