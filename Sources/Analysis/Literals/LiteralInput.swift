import PostgresCatalog

/// Why the text of a literal is no value of its type, in the words of the type's input function.
struct LiteralProblem: Hashable, Sendable {
  var sqlstate: String
  var message: String
  var detail = ""
  var hint = ""
}

/// The input functions of types, as far as they can be had without a server: PostgreSQL calls them when it analyses a statement, for
/// every literal that takes a type from its context.
///
/// Says only what is certain: text of a type that is not read here, or in a form that is not, counts as good.
struct LiteralInput: Sendable {
  let types: TypeTable
  let index: CatalogIndex
  /// Arrays of composites of arrays… beyond which text counts as good.
  static let depthLimit = 16

  /// Whether any text can be wrong for a type: none is for strings.
  static func reads(_ type: OID) -> Bool { type != .text && type != .varchar && type != .bpchar }

  /// - Parameters:
  ///   - text: The literal's value.
  ///   - type: The type, no domain (the base type's function reads the text).
  /// - Returns: nil for text that is a value, or may be one.
  func problem(_ text: [UInt8], of type: OID, depth: Int = 0) -> LiteralProblem? {
    guard depth < Self.depthLimit, let entry = types[type] else { return nil }
    switch entry.kind {
    case .enum: return enumProblem(text, type)
    case .composite: return rowProblem(text, entry.relation, depth: depth)
    case .range: return types.subtype(of: type).flatMap { rangeProblem(text, $0, depth: depth) }
    case .base, .domain, .pseudo, .multirange: break
    }
    if entry.element != 0, type != .int2vector, type != .oidvector { return arrayProblem(text, entry.element, depth: depth) }
    return number(text, type) ?? time(text, type) ?? other(text, type)
  }

  private func other(_ text: [UInt8], _ type: OID) -> LiteralProblem? {
    switch type {
    case .bool: isBoolean(text) ? nil : Self.syntax("boolean", text)
    case .uuid: isUUID(text) ? nil : Self.syntax("uuid", text)
    case .json, .jsonb: JSONSyntax.problem(in: text)
    case .bytea: byteaProblem(text)
    case .bit, .varbit: bitProblem(text)
    case .inet: isNetwork(text) ? nil : Self.syntax("inet", text)
    case .cidr: isNetwork(text) ? nil : Self.syntax("cidr", text)
    case .regclass: relationProblem(text)
    case .regtype: typeProblem(text)
    default: nil
    }
  }

  static func syntax(_ name: String, _ text: [UInt8], sqlstate: String = "22P02") -> LiteralProblem {
    LiteralProblem(sqlstate: sqlstate, message: "invalid input syntax for type \(name): \"\(shown(text))\"")
  }

  static func shown(_ text: some Sequence<UInt8>) -> String { String(decoding: Array(text), as: UTF8.self) }

  /// C's `isspace`.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var slice = text[...]
    while let first = slice.first, isSpace(first) { slice.removeFirst() }
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return slice
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
}

extension LiteralInput {
  private func enumProblem(_ text: [UInt8], _ type: OID) -> LiteralProblem? {
    guard let entry = index.type(type), !entry.labels.contains(Self.shown(text)) else { return nil }
    let message = "invalid input value for enum \(index.displayName(of: type)): \"\(Self.shown(text))\""
    return LiteralProblem(sqlstate: "22P02", message: message)
  }

  /// Any prefix of true, false, yes, no; on, of, off, 1, 0 (`parse_bool_with_len`).
  private func isBoolean(_ text: [UInt8]) -> Bool {
    let word = Self.shown(Self.trimmed(text)).lowercased()
    if ["1", "0", "on", "of", "off"].contains(word) { return true }
    return !word.isEmpty && ["true", "false", "yes", "no"].contains { $0.hasPrefix(word) }
  }

  /// 32 hexadecimal digits, hyphens behind any group of four, perhaps braces (`string_to_uuid`).
  private func isUUID(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    let isBraced = rest.first == UInt8(ascii: "{")
    if isBraced { rest.removeFirst() }
    for byte in 0..<16 {
      guard rest.count >= 2, rest.prefix(2).allSatisfy(Self.isHexadecimal) else { return false }
      rest.removeFirst(2)
      if rest.first == UInt8(ascii: "-"), byte % 2 == 1, byte < 15 { rest.removeFirst() }
    }
    if isBraced {
      guard rest.first == UInt8(ascii: "}") else { return false }
      rest.removeFirst()
    }
    return rest.isEmpty
  }

  private func byteaProblem(_ text: [UInt8]) -> LiteralProblem? {
    let backslash = UInt8(ascii: "\\")
    if text.count >= 2, text[0] == backslash, text[1] == UInt8(ascii: "x") {
      let digits = text.dropFirst(2).filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      for (number, byte) in digits.enumerated() where !Self.isHexadecimal(byte) {
        if number == digits.count - 1, number % 2 == 0 { break }
        return LiteralProblem(sqlstate: "22023", message: "invalid hexadecimal digit: \"\(Self.shown([byte]))\"")
      }
      return digits.count % 2 == 0 ? nil : LiteralProblem(sqlstate: "22023", message: "invalid hexadecimal data: odd number of digits")
    }
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == backslash else { continue }
      if rest.first == backslash {
        rest.removeFirst()
      } else if rest.count >= 3, rest.prefix(3).allSatisfy({ (0x30...0x37).contains($0) }), let first = rest.first, first <= 0x33 {
        rest.removeFirst(3)
      } else {
        return LiteralProblem(sqlstate: "22P02", message: "invalid input syntax for type bytea")
      }
    }
    return nil
  }

  private func bitProblem(_ text: [UInt8]) -> LiteralProblem? {
    let isHexadecimal = text.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = isHexadecimal || text.first.map { $0 | 0x20 } == UInt8(ascii: "b") ? text.dropFirst() : text[...]
    guard let wrong = digits.first(where: { isHexadecimal ? !Self.isHexadecimal($0) : $0 != 0x30 && $0 != 0x31 }) else { return nil }
    let kind = isHexadecimal ? "hexadecimal" : "binary"
    return LiteralProblem(sqlstate: "22P02", message: "\"\(Self.shown([wrong]))\" is not a valid \(kind) digit")
  }

  /// Whether text may be an address: dotted numbers to 255 with a count of bits, or anything with a colon.
  private func isNetwork(_ text: [UInt8]) -> Bool {
    if text.contains(UInt8(ascii: ":")) { return text.allSatisfy { Self.isHexadecimal($0) || ":./".utf8.contains($0) } }
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let address = parts.first, parts.count <= 2, !address.isEmpty else { return false }
    let numbers = address.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return numbers.count <= 4 && numbers.allSatisfy { Int(Self.shown($0)).map { (0...255).contains($0) } ?? false }
  }

  /// A name of a relation or its oid (`regclassin`).
  private func relationProblem(_ text: [UInt8]) -> LiteralProblem? {
    guard let names = plainNames(text), let name = names.last, names.count <= 2 else { return nil }
    let schema = names.count == 2 ? names[0] : nil
    if index.relation(named: name, schema: schema) != nil || index.catalog.relations.isEmpty || schema?.hasPrefix("pg_") == true { return nil }
    if index.catalog.relations.contains(where: { $0.indexes.contains { $0.name == name } }) { return nil }
    if name.hasPrefix("pg_") || schema == "information_schema" { return nil }
    return LiteralProblem(sqlstate: "42P01", message: "relation \"\(names.joined(separator: "."))\" does not exist")
  }

  private func typeProblem(_ text: [UInt8]) -> LiteralProblem? {
    guard let names = plainNames(text), let name = names.last, names.count == 1, !index.catalog.types.isEmpty else { return nil }
    if PostgresType.catalogName(ofSpelling: name) != nil || index.type(named: name) != nil { return nil }
    if ["char", "bit", "dec", "decimal", "float", "int", "character", "numeric", "real", "interval"].contains(name) { return nil }
    return LiteralProblem(sqlstate: "42704", message: "type \"\(name)\" does not exist")
  }

  /// Dotted names, folded, where none is quoted; nil for numbers and everything else.
  private func plainNames(_ text: [UInt8]) -> [String]? {
    let parts = Self.trimmed(text).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var names: [String] = []
    for part in parts {
      guard let first = part.first, Self.isLetter(first) || first == UInt8(ascii: "_"),
        part.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") })
      else { return nil }
      names.append(Self.shown(part).lowercased())
    }
    return names
  }
}

/// Oids of `pg_type.dat` whose text is read.
extension OID {
  static let cidr: OID = 650
  static let regclass: OID = 2205
  static let regtype: OID = 2206
  static let point: OID = 600
}
