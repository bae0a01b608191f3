import Pipeline
import SourceText
import Yams

/// Takes values out of YAML nodes, with errors that name the place.
struct ConfigurationReader {
  var path: String
  var environment: [String: String]

  func entries(of node: Node) throws(ConfigurationError) -> [(Node, Node)] {
    guard let mapping = node.mapping else { throw error(node, "expected names with values here", help: "write `name: value`") }
    return mapping.map { ($0.key, $0.value) }
  }

  func string(_ node: Node) throws(ConfigurationError) -> String {
    guard let text = node.scalar?.string else { throw error(node, "expected one text here", help: "put it in quotes where it has `: ` or `#`") }
    return text
  }

  func bool(_ node: Node) throws(ConfigurationError) -> Bool {
    guard let value = node.bool else { throw error(node, "expected true or false here", help: "write true or false, without quotes") }
    return value
  }

  func strings(_ node: Node) throws(ConfigurationError) -> [String] {
    guard let sequence = node.sequence else { throw error(node, "expected a list here", help: "write each entry on a line of its own, after `- `") }
    var result: [String] = []
    for element in sequence { result.append(try string(element)) }
    return result
  }

  func stringOrStrings(_ node: Node) throws(ConfigurationError) -> [String] {
    guard node.sequence == nil else { return try strings(node) }
    return [try string(node)]
  }

  /// A text in which every `${NAME}` is replaced by that environment variable.
  func connectionString(_ node: Node) throws(ConfigurationError) -> String {
    var rest = Substring(try string(node))
    var result = ""
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      let name = String(rest[start.upperBound..<end])
      guard let value = environment[name] else {
        throw error(node, "the environment variable \(name) is not set", help: "set it, or give the connection on the command line")
      }
      result += rest[..<start.lowerBound] + value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  func driverSettings(_ node: Node) throws(ConfigurationError) -> [DriverSetting] {
    guard let sequence = node.sequence else { throw error(node, "expected a list here", help: "start each rule with `- path: …` or `- language: …`") }
    var rules: [DriverSetting] = []
    for element in sequence { rules.append(try driverSetting(element)) }
    return rules
  }

  private func driverSetting(_ node: Node) throws(ConfigurationError) -> DriverSetting {
    var rule = DriverSetting()
    for (key, value) in try entries(of: node) {
      switch key.string {
      case "path": rule.path = try string(value)
      case "language": rule.language = try oneOf(DriverSetting.languages, value)
      case "driver": rule.driver = try oneOf(DriverSetting.driverNames, value)
      case "placeholders":
        let styles = PlaceholderStyle.allCases.map(\.rawValue)
        rule.placeholders = PlaceholderStyle(rawValue: try oneOf(styles, value))
      default: throw unknown(key, known: ["path", "language", "driver", "placeholders"])
      }
    }
    return rule
  }

  private func oneOf(_ accepted: [String], _ node: Node) throws(ConfigurationError) -> String {
    let text = try string(node)
    guard accepted.contains(text) else {
      throw error(node, "unknown value \"\(text)\"", help: "accepted are \(accepted.joined(separator: ", "))")
    }
    return text
  }

  func unknown(_ key: Node, known: [String]) -> ConfigurationError {
    error(key, "unknown setting \"\(key.string ?? "?")\"", help: "accepted are \(known.joined(separator: ", "))")
  }

  func error(_ node: Node, _ message: String, help: String) -> ConfigurationError {
    ConfigurationError(path: path, line: node.mark?.line, column: node.mark?.column, message: message, help: help)
  }
}
