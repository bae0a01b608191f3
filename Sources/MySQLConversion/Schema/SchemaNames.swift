import MySQLTarget

/// Names of the MySQL schema.
struct SchemaNames: Sendable {
  let target: Target
  /// The PostgreSQL schema that becomes the connection's database.
  let mainSchema: String
  /// MySQL databases of other schemas, where they are not called as these.
  let databases: [String: String]

  /// A name that MySQL accepts: the given one, or where MySQL refuses that, one made of it that is the same in every run.
  static func usable(_ name: String) -> String {
    guard ReservedWords.objection(to: name) != nil else { return name }
    var scalars = name.unicodeScalars.map { $0.value == 0 || $0.value > 0xFFFF ? "_" : $0 }
    while scalars.last == " " { scalars.removeLast() }
    let text = String(String.UnicodeScalarView(scalars))
    return shortened(text.isEmpty ? "unnamed" : text, distinguishing: name)
  }

  /// At most 64 characters; a longer name keeps its beginning and ends with a hash of the whole.
  static func shortened(_ name: String, distinguishing original: String? = nil) -> String {
    let scalars = name.unicodeScalars
    guard scalars.count > ReservedWords.maximumLength || original != nil else { return name }
    let suffix = "_" + hash(original ?? name)
    return String(String.UnicodeScalarView(scalars.prefix(ReservedWords.maximumLength - suffix.utf8.count))) + suffix
  }

  /// FNV-1a, 32 bits, as eight hexadecimal digits.
  private static func hash(_ text: String) -> String {
    var value: UInt32 = 2_166_136_261
    for byte in text.utf8 { value = (value ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  func written(_ name: String) -> String { ReservedWords.quoted(Self.usable(name)) }

  /// The MySQL database of a schema.
  func database(_ schema: String) -> String { written(databases[schema] ?? schema) }

  /// A table as the script names it: with its database unless that is the connection's.
  func table(_ schema: String, _ name: String) -> String {
    schema == mainSchema && databases[schema] == nil ? written(name) : "\(database(schema)).\(written(name))"
  }
}

/// Gives names that no two objects of one kind and place share; MySQL compares them without regard to letter case.
struct UniqueNames {
  private var taken: [String: Set<String>] = [:]

  /// The name, or with `prefix` before it, or with a number after it, where it is taken within `place` already.
  mutating func take(_ name: String, in place: String, prefix: String) -> String {
    var candidates = [SchemaNames.usable(name), SchemaNames.shortened("\(prefix)_\(SchemaNames.usable(name))")][...]
    var number = 1
    while true {
      if candidates.isEmpty { number += 1 }
      let candidate = candidates.popFirst() ?? SchemaNames.shortened("\(prefix)_\(SchemaNames.usable(name))_\(number)")
      if taken[place, default: []].insert(candidate.lowercased()).inserted { return candidate }
    }
  }
}
