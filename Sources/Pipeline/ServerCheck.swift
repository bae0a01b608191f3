/// What `check` found on a server, item by item.
package struct ServerCheck: Sendable {
  package struct Item: Hashable, Sendable {
    /// `connection`, `privileges`, `session`…: items of a group stand together.
    package var group: String
    package var name: String
    package var holds: Bool
    /// Whether the work as a whole depends on it; otherwise only a part does.
    package var isRequired: Bool
    /// What there is, or empty.
    package var found: String
    /// What is wanted, or empty.
    package var expected: String
    /// What goes wrong otherwise, or empty.
    package var reason: String
    /// The statement or setting that mends it; empty where nothing is to be mended.
    package var mending: String

    package init(
      group: String, name: String, holds: Bool, isRequired: Bool = true, found: String = "", expected: String = "", reason: String = "",
      mending: String = ""
    ) {
      (self.group, self.name, self.holds, self.isRequired) = (group, name, holds, isRequired)
      (self.found, self.expected, self.reason, self.mending) = (found, expected, reason, mending)
    }
  }

  package struct Fact: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package var facts: [Fact] = []
  package var items: [Item] = []
  /// Statements that together mend what is missing, in order.
  package var mending: [String] = []

  package var holds: Bool { items.allSatisfy { $0.holds || !$0.isRequired } }
}
