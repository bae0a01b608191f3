/// PostgreSQL's regular expressions as MySQL's (ICU), for the common part of both.
///
/// MySQL must match with the flags `c` (letter case counts) and `n` (a period matches line ends too). Quantifiers, alternatives, groups,
/// anchors and bracket expressions of plain characters mean the same when only the question is whether the text matches.
enum RegularExpressionTranslation {
  /// - Parameter ignoringCase: Whether to match both cases of ASCII letters (`~*`).
  /// - Throws: `NotConvertible` for everything whose meaning may differ: other escapes, classes by name, `(?…)`, letters beyond ASCII
  ///   where case is ignored.
  static func translate(_ pattern: String, ignoringCase: Bool) throws(NotConvertible) -> String {
    var translator = Translator(pattern, ignoringCase: ignoringCase)
    return try translator.run()
  }

  /// Whether every match has at least one character: some plain character, escape or bracket outside groups that is not optional.
  static func alwaysConsumes(_ pattern: String) -> Bool {
    let scalars = Array(pattern.unicodeScalars)
    var (offset, depth) = (0, 0)
    while offset < scalars.count {
      let scalar = scalars[offset]
      var isAtom = false
      switch scalar {
      case "\\":
        offset += 1
        isAtom = offset < scalars.count && !["y", "m", "M", "A", "Z"].contains(scalars[offset])
      case "[":
        offset += 1
        if offset < scalars.count, scalars[offset] == "^" { offset += 1 }
        if offset < scalars.count, scalars[offset] == "]" { offset += 1 }
        while offset < scalars.count, scalars[offset] != "]" {
          if scalars[offset] == "[" { while offset + 1 < scalars.count, scalars[offset] != "]" { offset += 1 } }
          offset += 1
        }
        isAtom = true
      case "(": depth += 1
      case ")": depth -= 1
      case "|": if depth == 0 { return false }
      case "^", "$", "*", "+", "?", "{", "}", ",": break
      default: isAtom = true
      }
      offset += 1
      guard isAtom, depth == 0 else { continue }
      let next: Unicode.Scalar? = offset < scalars.count ? scalars[offset] : nil
      if scalar == "{" || next == "*" || next == "?" { continue }
      if next == "{", offset + 1 < scalars.count, scalars[offset + 1] == "0" { continue }
      return true
    }
    return false
  }

  private struct Translator {
    let scalars: [Unicode.Scalar]
    let ignoringCase: Bool
    var offset = 0
    var output = String.UnicodeScalarView()

    init(_ pattern: String, ignoringCase: Bool) {
      scalars = Array(pattern.unicodeScalars)
      self.ignoringCase = ignoringCase
    }

    /// Letters, digits and the underscore.
    private static let word = "[:alnum:]_"
    /// White space by the C library, which does not count no-break spaces.
    private static let space = #"\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"#

    func unsupported(_ what: String) -> NotConvertible { NotConvertible("matches a regular expression with \(what), which MySQL may read otherwise") }

    mutating func run() throws(NotConvertible) -> String {
      if scalars.isEmpty { throw unsupported("nothing in it") }
      if scalars.starts(with: Array("***".unicodeScalars)) { throw unsupported("***") }
      while offset < scalars.count {
        let scalar = scalars[offset]
        offset += 1
        switch scalar {
        case "\\": try escape()
        case "[": try bracket()
        // ICU's $ also matches before a line end at the end of the text; PostgreSQL's does not.
        case "$": output.append(contentsOf: "\\z".unicodeScalars)
        case "(":
          if offset < scalars.count, scalars[offset] == "?" {
            guard offset + 1 < scalars.count, scalars[offset + 1] == ":" else { throw unsupported("(?") }
          }
          output.append(scalar)
        case "{": try bound()
        case "^", ")", "|", ".", "*", "+", "?": output.append(scalar)
        case "]", "}", "#", "&", "~", "-": output.append(contentsOf: ["\\", scalar])
        default: try letter(scalar)
        }
      }
      return String(output)
    }

    private mutating func letter(_ scalar: Unicode.Scalar) throws(NotConvertible) {
      guard ignoringCase, let other = try otherCase(scalar) else { return output.append(scalar) }
      output.append(contentsOf: ["[", scalar, other, "]"])
    }

    private func otherCase(_ scalar: Unicode.Scalar) throws(NotConvertible) -> Unicode.Scalar? {
      guard scalar.isASCII else { throw unsupported("letters beyond ASCII in any case") }
      switch scalar {
      case "a"..."z", "A"..."Z": return Unicode.Scalar(UInt8(scalar.value) ^ 0x20)
      default: return nil
      }
    }

    private mutating func escape() throws(NotConvertible) {
      guard offset < scalars.count else { throw unsupported("a backslash at the end") }
      let scalar = scalars[offset]
      offset += 1
      switch scalar {
      case "d": output.append(contentsOf: "[0-9]".unicodeScalars)
      case "D": output.append(contentsOf: "[^0-9]".unicodeScalars)
      case "w": output.append(contentsOf: "[\(Self.word)]".unicodeScalars)
      case "W": output.append(contentsOf: "[^\(Self.word)]".unicodeScalars)
      case "s": output.append(contentsOf: "[\(Self.space)]".unicodeScalars)
      case "S": output.append(contentsOf: "[^\(Self.space)]".unicodeScalars)
      // ICU's own \\b counts combining marks as parts of a word.
      case "m": output.append(contentsOf: "(?<![\(Self.word)])(?=[\(Self.word)])".unicodeScalars)
      case "M": output.append(contentsOf: "(?<=[\(Self.word)])(?![\(Self.word)])".unicodeScalars)
      case "y":
        let start = "(?<![\(Self.word)])(?=[\(Self.word)])", end = "(?<=[\(Self.word)])(?![\(Self.word)])"
        output.append(contentsOf: "(?:\(start)|\(end))".unicodeScalars)
      case "A": output.append("^")
      case "Z": output.append(contentsOf: "\\z".unicodeScalars)
      case "n", "t", "r": output.append(contentsOf: ["\\", scalar])
      case _ where scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar): output.append(contentsOf: ["\\", scalar])
      default: throw unsupported("\\\(scalar)")
      }
    }

    /// `{2}`, `{2,}` and `{2,5}`.
    private mutating func bound() throws(NotConvertible) {
      guard let end = scalars[offset...].firstIndex(of: "}"), end > offset,
        scalars[offset..<end].allSatisfy({ ("0"..."9").contains($0) || $0 == "," }), ("0"..."9").contains(scalars[offset])
      else { throw unsupported("{") }
      output.append("{")
      output.append(contentsOf: scalars[offset...end])
      offset = end + 1
    }

    private mutating func bracket() throws(NotConvertible) {
      output.append("[")
      if offset < scalars.count, scalars[offset] == "^" {
        output.append("^")
        offset += 1
      }
      var isFirst = true
      while offset < scalars.count, isFirst || scalars[offset] != "]" {
        try member()
        isFirst = false
      }
      guard offset < scalars.count else { throw unsupported("an open bracket") }
      offset += 1
      output.append("]")
    }

    /// One character, range or named class within brackets.
    private mutating func member() throws(NotConvertible) {
      if scalars[offset] == "[" { return try namedClass() }
      if scalars[offset] == "\\", offset + 1 < scalars.count, let members = ["d": "0-9", "w": Self.word, "s": Self.space][scalars[offset + 1]] {
        output.append(contentsOf: members.unicodeScalars)
        offset += 2
        return
      }
      let low = try memberCharacter()
      guard offset + 1 < scalars.count, scalars[offset] == "-", scalars[offset + 1] != "]" else { return try append(low, low) }
      offset += 1
      let high = try memberCharacter()
      guard low.value <= high.value else { throw unsupported("an empty range") }
      try append(low, high)
    }

    private mutating func memberCharacter() throws(NotConvertible) -> Unicode.Scalar {
      let scalar = scalars[offset]
      offset += 1
      guard scalar == "\\" else { return scalar }
      guard offset < scalars.count, scalars[offset].isASCII, !scalars[offset].properties.isAlphabetic, !("0"..."9").contains(scalars[offset]) else {
        throw unsupported("an escape in brackets")
      }
      offset += 1
      return scalars[offset - 1]
    }

    private mutating func append(_ low: Unicode.Scalar, _ high: Unicode.Scalar) throws(NotConvertible) {
      func write(_ low: Unicode.Scalar, _ high: Unicode.Scalar) {
        let ends: [Unicode.Scalar] = low == high ? [low] : [low, high]
        for scalar in ends {
          if scalar != low { output.append("-") }
          if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar), scalar != " " { output.append("\\") }
          output.append(scalar)
        }
      }
      write(low, high)
      guard ignoringCase else { return }
      guard let a = try otherCase(low), let b = try otherCase(high) else {
        let isHarmless = low == high || !(low.value...high.value).contains { ("a"..."z").contains(Unicode.Scalar($0) ?? "?") || ("A"..."Z").contains(Unicode.Scalar($0) ?? "?") }
        guard isHarmless else { throw unsupported("a range over letters and others in any case") }
        return
      }
      guard (low.value < 0x60) == (high.value < 0x60) else { throw unsupported("a range over both cases") }
      if a != low { write(a, b) }
    }

    private mutating func namedClass() throws(NotConvertible) {
      var classes = ["[:digit:]": "0-9", "[:xdigit:]": "0-9A-Fa-f", "[:alpha:]": "[:alpha:]", "[:alnum:]": "[:alnum:]", "[:space:]": Self.space]
      if !ignoringCase { classes["[:upper:]"] = "[:upper:]"; classes["[:lower:]"] = "[:lower:]" }
      for (name, members) in classes where scalars[offset...].starts(with: Array(name.unicodeScalars)) {
        output.append(contentsOf: members.unicodeScalars)
        offset += name.unicodeScalars.count
        return
      }
      throw unsupported("a class of characters by name")
    }
  }
}
