/// A regular expression of PostgreSQL's (ARE), parsed.
indirect enum PatternNode: Hashable {
  /// Any one of some characters.
  case characters(PatternCharacters)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// In parentheses; one that captures has a number, from 1.
  case group(PatternNode, number: Int?)
  /// `most` is nil where there is no bound.
  case repeated(PatternNode, least: Int, most: Int?, isLazy: Bool)
  case assertion(PatternAssertion)
  case look(PatternNode, isAhead: Bool, isNegative: Bool)
  case reference(Int)
}

/// What holds between two characters.
enum PatternAssertion: Hashable {
  case textStart, textEnd
  /// `^` and `$` where they heed line ends.
  case lineStart, lineEnd
  case wordStart, wordEnd, wordEdge, notWordEdge
}

/// How a pattern is read: flags, embedded options and the database's LC_CTYPE.
struct PatternOptions: Hashable {
  var ignoresCase = false
  /// `.` and `[^…]` leave line ends out.
  var stopsAtLineEnd = false
  /// `^` and `$` hold at line ends too.
  var anchorsAtLineEnds = false
  /// White space and comments do not count.
  var isExpanded = false
  /// All of the pattern is plain text.
  var isLiteral = false
  /// Letters beyond ASCII are letters, and have two cases.
  var knowsLettersBeyondASCII = true

  /// Takes one option's letter; false for one that has no equal.
  mutating func take(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "c": ignoresCase = false
    case "i": ignoresCase = true
    case "m", "n": (stopsAtLineEnd, anchorsAtLineEnds) = (true, true)
    case "p": (stopsAtLineEnd, anchorsAtLineEnds) = (true, false)
    case "w": (stopsAtLineEnd, anchorsAtLineEnds) = (false, true)
    case "s": (stopsAtLineEnd, anchorsAtLineEnds) = (false, false)
    case "q": isLiteral = true
    case "t": isExpanded = false
    case "x": isExpanded = true
    default: return false
    }
    return true
  }
}

extension PatternNode {
  /// The fewest characters that it matches.
  var leastLength: Int {
    switch self {
    case .characters: 1
    case .sequence(let nodes): nodes.reduce(0) { $0 + $1.leastLength }
    case .alternatives(let nodes): nodes.map(\.leastLength).min() ?? 0
    case .group(let node, _): node.leastLength
    case .repeated(let node, let least, _, _): node.leastLength * least
    case .assertion, .look, .reference: 0
    }
  }

  /// The count of characters that every match has; nil where it varies or is not known.
  var fixedLength: Int? {
    switch self {
    case .characters: return 1
    case .sequence(let nodes):
      var total = 0
      for node in nodes {
        guard let length = node.fixedLength else { return nil }
        total += length
      }
      return total
    case .alternatives(let nodes):
      let lengths = Set(nodes.map(\.fixedLength))
      return lengths.count == 1 ? lengths.first ?? nil : nil
    case .group(let node, _): return node.fixedLength
    case .repeated(let node, let least, let most, _): return least == most ? node.fixedLength.map { $0 * least } : nil
    case .assertion, .look: return 0
    case .reference: return nil
    }
  }

  /// The numbers of the groups in it that capture.
  var captures: [Int] {
    switch self {
    case .characters, .assertion, .reference, .look: []
    case .sequence(let nodes), .alternatives(let nodes): nodes.flatMap(\.captures)
    case .group(let node, let number): (number.map { [$0] } ?? []) + node.captures
    case .repeated(let node, _, _, _): node.captures
    }
  }

  /// Whether it looks at text outside the match: an extract of the text would match otherwise.
  var dependsOnContext: Bool {
    switch self {
    case .characters, .reference: false
    case .sequence(let nodes), .alternatives(let nodes): nodes.contains(where: \.dependsOnContext)
    case .group(let node, _), .repeated(let node, _, _, _): node.dependsOnContext
    case .assertion, .look: true
    }
  }

  /// Whether it refers back to a group.
  var hasReference: Bool {
    switch self {
    case .characters, .assertion: false
    case .reference: true
    case .sequence(let nodes), .alternatives(let nodes): nodes.contains(where: \.hasReference)
    case .group(let node, _), .repeated(let node, _, _, _), .look(let node, _, _): node.hasReference
    }
  }

  /// The elements of a sequence, through groups that are not repeated.
  var flattened: [PatternNode] {
    switch self {
    case .sequence(let nodes): nodes.flatMap(\.flattened)
    case .group(let node, _): node.isAlternatives ? [node] : node.flattened
    default: [self]
    }
  }

  /// As `flattened`, but groups stay that capture or have one that does: PostgreSQL matches each as a whole, by its own preference.
  var parts: [PatternNode] {
    switch self {
    case .sequence(let nodes): nodes.flatMap(\.parts)
    case .group(let node, nil) where node.captures.isEmpty: node.isAlternatives ? [node] : node.parts
    default: [self]
    }
  }

  var isAlternatives: Bool { if case .alternatives = self { true } else { false } }
  var isAssertion: Bool {
    switch self {
    case .assertion, .look: true
    default: false
    }
  }
}
