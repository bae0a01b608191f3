/// PostgreSQL's text form of one-dimensional arrays: `{1,NULL,"a b"}`.
package enum ArrayLiteral {
  package static func elements(of text: String) -> [String?] {
    var elements: [String?] = []
    var current = ""
    var (isQuoted, wasQuoted, isEscaped) = (false, false, false)
    func element() -> String? { !wasQuoted && current == "NULL" ? nil : current }
    for character in text.unicodeScalars.dropFirst() {
      if isEscaped {
        current.unicodeScalars.append(character)
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "\"": (isQuoted, wasQuoted) = (!isQuoted, true)
      case "," where !isQuoted, "}" where !isQuoted:
        if character == "," || wasQuoted || !current.isEmpty || !elements.isEmpty { elements.append(element()) }
        (current, wasQuoted) = ("", false)
        if character == "}" { return elements }
      default: current.unicodeScalars.append(character)
      }
    }
    return elements
  }

  package static func text(of elements: [String?]) -> String {
    let items = elements.map { element -> String in
      guard let element else { return "NULL" }
      return "\"" + element.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }
    return "{" + items.joined(separator: ",") + "}"
  }
}
