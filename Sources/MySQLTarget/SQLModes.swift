/// Modes of MySQL's session, beside its default ones, that change how a statement's text is read ("Server SQL Modes").
package struct SQLModes: OptionSet, Hashable, Sendable {
  /// A bit a mode.
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// `"x"` is a name, not a string.
  package static let ansiQuotes = SQLModes(rawValue: 1)
  /// A backslash in a string literal is a character like any other; LIKE has no escape character unless ESCAPE names one.
  package static let noBackslashEscapes = SQLModes(rawValue: 2)
  /// `||` concatenates instead of being OR.
  package static let pipesAsConcat = SQLModes(rawValue: 4)
  /// Blanks may stand between a function's name and its parenthesis, and such names are reserved before one.
  package static let ignoreSpace = SQLModes(rawValue: 8)
  /// REAL is FLOAT.
  package static let realAsFloat = SQLModes(rawValue: 16)
  /// MySQL's ANSI: a sum that the server lists beside its parts.
  package static let ansi: SQLModes = [.ansiQuotes, .pipesAsConcat, .ignoreSpace, .realAsFloat]

  /// As `--sql-mode` takes them.
  private static let named: [(name: String, modes: SQLModes)] = [
    ("ANSI", .ansi), ("ANSI_QUOTES", .ansiQuotes), ("NO_BACKSLASH_ESCAPES", .noBackslashEscapes), ("PIPES_AS_CONCAT", .pipesAsConcat),
  ]

  /// For messages.
  package static let acceptedNames = named.map(\.name).joined(separator: ", ")

  /// What a list of modes adds to the default ones, these passed over; nil with the name that is none of both.
  ///
  /// - Parameter list: Names with commas between; letter case does not matter.
  package init(list: String, unknown: inout String?) {
    self = []
    for part in list.split(separator: ",") {
      let name = part.uppercased().filter { !$0.isWhitespace }
      if let known = Self.named.first(where: { $0.name == name }) {
        formUnion(known.modes)
      } else if !name.isEmpty, !AssumedSession.sqlModes.contains(name), unknown == nil {
        unknown = String(part)
      }
    }
  }

  /// The server's names, in its order.
  package var names: [String] {
    let all: [(SQLModes, String)] = [
      (.realAsFloat, "REAL_AS_FLOAT"), (.pipesAsConcat, "PIPES_AS_CONCAT"), (.ansiQuotes, "ANSI_QUOTES"), (.ignoreSpace, "IGNORE_SPACE"),
      (.noBackslashEscapes, "NO_BACKSLASH_ESCAPES"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
