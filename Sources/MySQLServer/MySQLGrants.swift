/// The privileges of an account, as SHOW GRANTS lists them ("SHOW GRANTS Statement", "GRANT Statement").
struct MySQLGrants: Hashable, Sendable {
  private struct DatabaseEntry: Hashable, Sendable {
    /// As in the GRANT: `_` and `%` are wildcards, `\` takes that away.
    var pattern: [UInt8]
    var privileges: Set<String>
  }

  private var global: Set<String> = []
  private var databases: [DatabaseEntry] = []
  /// Partial revokes: global privileges that do not hold in one database.
  private var revoked: [[UInt8]: Set<String>] = [:]
  /// With `partial_revokes` on, `_` and `%` in database names are no wildcards.
  private let hasWildcards: Bool

  /// - Parameter lines: What SHOW GRANTS printed. Lines that grant roles, PROXY or privileges on single tables, columns and routines say
  ///   nothing about a whole database and are passed over.
  init(lines: [String], hasWildcards: Bool = true) {
    self.hasWildcards = hasWildcards
    for line in lines { read(line) }
  }

  /// Whether a privilege holds in the whole of a database.
  ///
  /// Of several database patterns that match, the server uses the most specific alone (literal names first, then those whose first
  /// wildcard stands latest).
  func allows(_ privilege: String, in database: String) -> Bool {
    let name = Array(database.utf8)
    if Self.holds(privilege, in: global), !Self.holds(privilege, in: revoked[name] ?? []) { return true }
    let matching = databases.filter { hasWildcards ? Self.matches($0.pattern[...], name[...]) : $0.pattern == name }
    guard let entry = matching.max(by: { Self.specificity($0.pattern) < Self.specificity($1.pattern) }) else { return false }
    return Self.holds(privilege, in: entry.privileges)
  }

  private static func holds(_ privilege: String, in privileges: Set<String>) -> Bool {
    // ALL covers everything that is asked for here; GRANT OPTION and PROXY are not.
    privileges.contains(privilege) || privileges.contains("ALL PRIVILEGES") || privileges.contains("ALL")
  }

  private mutating func read(_ line: String) {
    var scanner = GrantScanner(line)
    guard let verb = scanner.word(), verb == "GRANT" || verb == "REVOKE" else { return }
    guard let privileges = scanner.privileges(), let level = scanner.level() else { return }
    switch (verb, level) {
    case ("GRANT", .global): global.formUnion(privileges)
    case ("GRANT", .database(let pattern)):
      if let place = databases.firstIndex(where: { $0.pattern == pattern }) {
        databases[place].privileges.formUnion(privileges)
      } else {
        databases.append(DatabaseEntry(pattern: pattern, privileges: Set(privileges)))
      }
    case ("REVOKE", .database(let pattern)): revoked[Self.literal(pattern), default: []].formUnion(privileges)
    default: break
    }
  }

  /// LIKE's matching, without backtracking deeper than the last `%`: linear in the product of the lengths at worst.
  static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (p, n) = (pattern.startIndex, name.startIndex)
    var retry: (pattern: Int, name: Int)?
    while true {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "%") {
        retry = (p + 1, n)
        p += 1
        continue
      }
      if n == name.endIndex { return p == pattern.endIndex }
      if p < pattern.endIndex {
        let isEscape = pattern[p] == UInt8(ascii: "\\") && p + 1 < pattern.endIndex
        let byte = isEscape ? pattern[p + 1] : pattern[p]
        if byte == name[n] || !isEscape && byte == UInt8(ascii: "_") {
          p += isEscape ? 2 : 1
          n += 1
          continue
        }
      }
      guard let last = retry else { return false }
      (p, n) = (last.pattern, last.name + 1)
      retry = (last.pattern, last.name + 1)
    }
  }

  private static func specificity(_ pattern: [UInt8]) -> Int {
    var offset = 0
    while offset < pattern.count {
      switch pattern[offset] {
      case UInt8(ascii: "%"), UInt8(ascii: "_"): return offset
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    return Int.max
  }

  private static func literal(_ pattern: [UInt8]) -> [UInt8] {
    var (name, rest) = ([UInt8](), pattern[...])
    while let byte = rest.popFirst() { name.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte) }
    return name
  }
}

/// Reads one line of SHOW GRANTS.
struct GrantScanner {
  enum Level: Equatable { case global, database([UInt8]), smaller }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ line: String) { bytes = Array(line.utf8) }

  private func at(_ place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }
  private mutating func skipBlanks() { while at(offset) == 0x20 { offset += 1 } }

  mutating func word() -> String? {
    skipBlanks()
    let start = offset
    while let byte = at(offset), byte == UInt8(ascii: "_") || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte & 0xDF { offset += 1 }
    return offset > start ? String(decoding: bytes[start..<offset], as: UTF8.self).uppercased() : nil
  }

  /// A comma-separated list up to ON; those with a column list are left out. Nil where roles are listed.
  mutating func privileges() -> [String]? {
    var (found, words, hasColumns) = ([String](), [String](), false)
    while true {
      skipBlanks()
      switch at(offset) {
      case UInt8(ascii: ","):
        if !hasColumns { found.append(words.joined(separator: " ")) }
        (words, hasColumns) = ([], false)
        offset += 1
      case UInt8(ascii: "("):
        hasColumns = true
        guard skipColumns() else { return nil }
      default:
        guard let word = word() else { return nil }
        if word == "ON" {
          if !hasColumns { found.append(words.joined(separator: " ")) }
          return found
        }
        words.append(word)
      }
    }
  }

  private mutating func skipColumns() -> Bool {
    offset += 1
    while let byte = at(offset), byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"") {
        guard identifier() != nil else { return false }
      } else {
        offset += 1
      }
    }
    offset += 1
    return offset <= bytes.count
  }

  mutating func level() -> Level? {
    skipBlanks()
    if at(offset) == UInt8(ascii: "*") { return at(offset + 1) == UInt8(ascii: ".") && at(offset + 2) == UInt8(ascii: "*") ? .global : nil }
    guard let database = identifier() else { return .smaller }  // PROCEDURE, FUNCTION
    return at(offset) == UInt8(ascii: ".") && at(offset + 1) == UInt8(ascii: "*") ? .database(database) : .smaller
  }

  /// A name in backquotes or, under ANSI_QUOTES, in double quotes, with doubled quotes undone.
  private mutating func identifier() -> [UInt8]? {
    guard let quote = at(offset), quote == UInt8(ascii: "`") || quote == UInt8(ascii: "\"") else { return nil }
    offset += 1
    var name: [UInt8] = []
    while let byte = at(offset) {
      offset += 1
      if byte == quote {
        guard at(offset) == quote else { return name }
        offset += 1
      }
      name.append(byte)
    }
    return nil
  }
}
