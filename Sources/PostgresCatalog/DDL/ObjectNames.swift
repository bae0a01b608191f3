/// The names that PostgreSQL gives to what a statement leaves unnamed (`makeObjectName` in `indexcmds.c`, `ChooseIndexName`,
/// `ChooseConstraintName`, `ChooseRelationName`).
enum ObjectNames {
  /// `NAMEDATALEN - 1`.
  static let maximumBytes = 63

  /// `name1_name2_label`, cut to 63 bytes: the longer of the first two loses bytes first, never half a character.
  static func made(_ name1: String, _ name2: String?, _ label: String) -> String {
    let overhead = (label.isEmpty ? 0 : label.utf8.count + 1) + (name2 == nil ? 0 : 1)
    let available = max(maximumBytes - overhead, 0)
    var (count1, count2) = (name1.utf8.count, name2?.utf8.count ?? 0)
    while count1 + count2 > available {
      if count1 > count2 { count1 -= 1 } else { count2 -= 1 }
    }
    var result = clipped(name1, count1)
    if let name2 { result += "_" + clipped(name2, count2) }
    return label.isEmpty ? result : result + "_" + label
  }

  /// The first of `made(…, label)`, `…label1`, `…label2`… that is not taken.
  static func unused(_ name1: String, _ name2: String?, _ label: String, isTaken: (String) -> Bool) -> String {
    var (name, pass) = (made(name1, name2, label), 0)
    while isTaken(name), pass < 1_000_000 {
      pass += 1
      name = made(name1, name2, label + "\(pass)")
    }
    return name
  }

  /// Column names in a row, at most about 63 bytes (`ChooseIndexNameAddition`).
  static func joined(_ columns: [String]) -> String {
    var result = ""
    for column in columns {
      if !result.isEmpty { result += "_" }
      result += clipped(column, maximumBytes)
      if result.utf8.count > maximumBytes { break }
    }
    return result
  }

  /// Names of index columns made unique by a number (`ChooseIndexColumnNames`).
  static func distinct(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names {
      var (candidate, number) = (name, 0)
      while result.contains(candidate) {
        number += 1
        let suffix = "\(number)"
        candidate = clipped(name, maximumBytes - suffix.utf8.count) + suffix
      }
      result.append(candidate)
    }
    return result
  }

  /// `_name`, `_name_1`… (`makeArrayTypeName`).
  static func arrayType(of name: String, isTaken: (String) -> Bool) -> String {
    var (candidate, pass) = (made("", name, ""), 0)
    while isTaken(candidate), pass < 1_000_000 {
      pass += 1
      candidate = made("", name, "\(pass)")
    }
    return candidate
  }

  /// The multirange over a range type that names none (`makeMultirangeTypeName`).
  static func multirange(of name: String) -> String {
    if let place = name.firstRange(of: "range") {
      let prefix = name[..<place.lowerBound]
      return clipped(prefix + "multi" + name[place.lowerBound...], maximumBytes)
    }
    return clipped(name, maximumBytes - 11) + "_multirange"
  }

  /// `truncate_identifier`: at most `count` bytes, never half a character.
  static func clipped(_ name: String, _ count: Int) -> String {
    if name.utf8.count <= count { return name }
    var end = max(count, 0)
    let bytes = Array(name.utf8)
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
