import PostgresSyntax

/// A constant pattern of a statement, and what is known of it.
struct ConstantPattern {
  let root: PatternNode
  let options: PatternOptions
  let groupCount: Int

  /// - Parameter matchesOnly: Only whether the text matches is asked, not what of it.
  /// - Throws: `NotConvertible` where MySQL's dialect has no equal.
  init(_ pattern: String, _ options: PatternOptions, matchesOnly: Bool) throws(NotConvertible) {
    let parsed = try PatternParser.parse(pattern, options)
    root = matchesOnly ? parsed.root : PatternExtent.normalized(parsed.root)
    (self.options, groupCount) = (parsed.options, parsed.groupCount)
    if root.hasReference, !Self.hasPlainReferences(root) { throw PatternParser.unsupported("a back reference to a group that may not take part") }
    if PatternExtent.hasAmbiguousRepetition(root) { throw NotConvertible("matches a regular expression with a repetition of what can match in several ways, on which MySQL may give up") }
    if text.isEmpty { throw PatternParser.unsupported("nothing in it") }
  }

  /// In MySQL's dialect, for the flags `c` and `n`.
  var text: String { PatternWriter.text(of: root, options) }

  /// As a part of a longer pattern.
  var element: String { PatternWriter.element(root, options) }

  /// Whether it has letters by a class whose members beyond ASCII are the library's.
  var namesLetters: Bool { text.contains("[:") }

  /// Whether no match is empty, so that the search for the next goes on behind it.
  var consumes: Bool { root.leastLength > 0 }

  /// Whether there is at most one match: at the start of the text.
  var isAnchored: Bool {
    if case .assertion(.textStart)? = root.flattened.first { true } else { false }
  }

  /// What is in the parentheses of a group.
  func group(_ number: Int) -> PatternNode? { Self.find(number, in: root) }

  /// Whether a group takes part in every match.
  func isInEveryMatch(_ number: Int) -> Bool { Self.isMandatory(number, in: root) }

  private static func find(_ number: Int, in node: PatternNode) -> PatternNode? {
    switch node {
    case .characters, .assertion, .reference, .look: return nil
    case .sequence(let nodes), .alternatives(let nodes): return nodes.lazy.compactMap { find(number, in: $0) }.first
    case .group(let inner, let own): return own == number ? inner : find(number, in: inner)
    case .repeated(let inner, _, _, _): return find(number, in: inner)
    }
  }

  private static func isMandatory(_ number: Int, in node: PatternNode) -> Bool {
    switch node {
    case .characters, .assertion, .reference, .look, .alternatives: false
    case .sequence(let nodes): nodes.contains { isMandatory(number, in: $0) }
    case .group(let inner, let own): own == number || isMandatory(number, in: inner)
    case .repeated(let inner, let least, _, _): least > 0 && isMandatory(number, in: inner)
    }
  }

  /// Whether every back reference is to a group before it that is neither repeated nor one of alternatives.
  private static func hasPlainReferences(_ root: PatternNode) -> Bool {
    var seen: Set<Int> = []
    func visit(_ node: PatternNode, isPlain: Bool) -> Bool {
      switch node {
      case .characters, .assertion: return true
      case .reference(let number): return seen.contains(number)
      case .sequence(let nodes): return nodes.allSatisfy { visit($0, isPlain: isPlain) }
      case .alternatives(let nodes): return nodes.allSatisfy { visit($0, isPlain: false) }
      case .group(let inner, let number):
        guard visit(inner, isPlain: isPlain) else { return false }
        if isPlain, let number { seen.insert(number) }
        return true
      case .repeated(let inner, _, _, _), .look(let inner, _, _): return visit(inner, isPlain: false)
      }
    }
    return visit(root, isPlain: true)
  }
}

extension RewriteContext {
  /// How the database reads patterns.
  var patternOptions: PatternOptions {
    PatternOptions(knowsLettersBeyondASCII: !["C", "POSIX"].contains(catalog.catalog.characterType))
  }

  /// The options that flags give; nil for flags without an equal.
  func patternOptions(flags: String, isGlobal: inout Bool) -> PatternOptions? {
    var options = patternOptions
    for flag in flags.unicodeScalars {
      if flag == "g" { isGlobal = true } else if !options.take(flag) { return nil }
    }
    return options
  }

  /// The pattern, or nil after declining.
  mutating func pattern(_ text: String, _ options: PatternOptions, matchesOnly: Bool, at node: NodeID) -> ConstantPattern? {
    do {
      let pattern = try ConstantPattern(text, options, matchesOnly: matchesOnly)
      checkLetters(pattern, options, at: node)
      return pattern
    } catch {
      decline("pattern-dialect", at: node, "it \(error.reason)", help: "write the pattern in MySQL's dialect by hand")
      return nil
    }
  }

  private mutating func checkLetters(_ pattern: ConstantPattern, _ options: PatternOptions, at node: NodeID) {
    guard pattern.namesLetters || (pattern.options.ignoresCase && !pattern.text.utf8.allSatisfy({ $0 < 0x80 })) else { return }
    if catalog.catalog.characterType.isEmpty {
      caution("ascii-case", at: node, "whether this database counts other letters than ASCII's as letters is not known", help: "name its collation with --collation")
    } else if pattern.namesLetters {
      note("letter-classes", at: node, "MySQL takes 38 rare combining marks, and characters of newer Unicode versions, for letters or not otherwise than PostgreSQL's C library")
    }
  }
}
