/// A text as JSON writes it, in quotes.
enum JSONString {
  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      default:
        if scalar.value < 0x20 { output += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) } else { output.unicodeScalars.append(scalar) }
      }
    }
    return output + "\""
  }
}
