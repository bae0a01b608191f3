/// Writing values as MySQL's literals under the default `sql_mode`.
package enum MySQLLiteral {
  /// A string in single quotes, with quotes and backslashes doubled ("String Literals").
  ///
  /// NUL and Ctrl-Z are escaped too, so that any client passes the text on.
  package static func string(_ text: String) -> String {
    var literal = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": literal += "''"
      case "\\": literal += #"\\"#
      case "\0": literal += #"\0"#
      case "\u{1A}": literal += #"\Z"#
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "'"
  }

  /// Bytes as `x'…'`; the empty string is `x''`.
  package static func bytes(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return "x'" + String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }) + "'"
  }
}
