/// A row of `pg_trigger`.
public struct Trigger: Hashable, Sendable {
  public enum Timing: String, Sendable, CaseIterable { case before, after, insteadOf }
  public enum Event: String, Sendable, CaseIterable { case insert, delete, update, truncate }

  /// `pg_trigger.tgenabled`: in which `session_replication_role` it fires.
  public enum Enabled: String, Sendable, CaseIterable { case origin = "O", disabled = "D", replica = "R", always = "A" }

  package var name: String
  package var timing: Timing
  /// In the order insert, delete, update, truncate.
  package var events: [Event]
  /// Of `UPDATE OF`, in its order; empty for every column.
  package var updateColumns: [String] = []
  /// `FOR EACH ROW`, else `FOR EACH STATEMENT`.
  package var isForEachRow: Bool
  package var function: QualifiedName
  /// The strings that the function gets.
  package var arguments: [String] = []
  /// Whether a WHEN condition stands in the definition.
  package var isConditional = false
  package var enabled = Enabled.origin
  /// `CREATE CONSTRAINT TRIGGER`.
  package var isConstraint = false
  package var isDeferrable = false
  package var isInitiallyDeferred = false
  /// Names of transition tables (`REFERENCING OLD TABLE AS`, `NEW TABLE AS`).
  package var oldTable: String?
  package var newTable: String?
  /// Whether it comes from the partitioned table above.
  package var isInherited = false
  /// `pg_get_triggerdef`.
  package var definition: String
  package var comment: String?

  package init(
    name: String, timing: Timing = .before, events: [Event] = [], isForEachRow: Bool = true, function: QualifiedName = QualifiedName("", ""),
    definition: String
  ) {
    (self.name, self.timing, self.events, self.isForEachRow) = (name, timing, events, isForEachRow)
    (self.function, self.definition) = (function, definition)
  }
}
