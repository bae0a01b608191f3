import HostLanguages

/// A quick look over a whole file: most files of a tree hold no SQL and are left at once.
enum Prefilter {
  /// Whether the file may hold SQL: words that statements begin with, with the word that must follow some of them.
  static func mayHoldSQL(_ bytes: [UInt8]) throws(RegexError) -> Bool {
    try words.firstMatch(in: bytes) != nil
  }

  static let words = Regex(
    #"""
    \b(?:select(?=[\s\\"'`({*$%])|insert[\s\\n]+into\b|delete[\s\\n]+from\b|update[\s\\n]+["'`$%{\\\w.+ ]+|merge\s+into\b|truncate\b\
    |(?:create|alter|drop)\s+(?:or\s+replace\s+|unique\s+|temp|unlogged\s+|materialized\s+|table\b|index\b|view\b|schema\b|type\b|sequence\b\
    |function\b|trigger\b|extension\b|database\b|role\b|user\b)|values\s*\(|refresh\s+materialized\b|where\s+[\w"'`.$\\({]|listen\s+\w\
    |notify\s+\w|copy\s+[\w."$({]|lock\s+table|savepoint\b|explain\b|(?<=["'`])(?:begin|commit|rollback|start)\b)
    """#.replacing("\\\n", with: ""), ignoresCase: true)
}
