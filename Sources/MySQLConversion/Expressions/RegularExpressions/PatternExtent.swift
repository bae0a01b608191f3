/// Whether both servers' matches have the same extent, and their groups too.
///
/// PostgreSQL takes the longest match from the leftmost start (POSIX), or the shortest where the first quantifier is lazy, and gives each group
/// in turn the longest part that the whole allows. ICU tries alternatives and counts in order and takes the first that leads to a match.
/// They agree where the order of trying goes from longer to shorter:
/// - *linear*: single characters with counts, one after another, all greedy (or all lazy). An earlier character taken by an earlier
///   element leaves later ones no worse off, so the first match found is the longest (the shortest).
/// - *decided*: the next character alone says whether to go on in a repetition and which alternative to take: all matches are starts of
///   one path, and the longest is tried first.
/// - a decided start before a linear rest.
/// - the extent is given anyway: all matches have one length, or the pattern ends at the end of the text.
enum PatternExtent {
  /// Whether the whole match is the same.
  static func agrees(_ root: PatternNode) -> Bool {
    guard !root.hasReference else { return false }
    if root.fixedLength != nil || endsAtTextEnd(root) { return true }
    if case .alternatives(let branches) = unwrapped(root) { return branchesAgree(branches) }
    let nodes = root.flattened
    return isOrdered(nodes) || isLinear(nodes, isLazy: true)
  }

  /// Whether every group's text is the same too, and whether it took part in the match.
  static func groupsAgree(_ root: PatternNode) -> Bool {
    guard agrees(root) else { return false }
    return root.captures.isEmpty || groupsAgreeWithin(root)
  }

  /// Given that the whole has the same extent.
  private static func groupsAgreeWithin(_ root: PatternNode) -> Bool {
    if root.captures.isEmpty { return true }
    if isDecided([root], follow: .none), capturesAreDirect(root) { return true }
    // Groups split the pattern into parts, each of which takes the longest (shortest) text in turn.
    var run: [PatternNode] = []
    func runAgrees() -> Bool { isOrdered(run) || isLinear(run, isLazy: true) }
    for part in root.parts {
      if part.captures.isEmpty { run.append(part); continue }
      guard runAgrees() else { return false }
      run = []
      let inner: PatternNode
      switch part {
      case .group(let node, _): inner = node
      // An optional group: its text from the longest on, then none.
      case .repeated(.group(let node, _), least: 0, most: 1, isLazy: false) where node.leastLength > 0: inner = node
      default: return false
      }
      guard isOrdered(inner.flattened) || isLinear(inner.flattened, isLazy: true), groupsAgreeWithin(inner) else { return false }
    }
    return runAgrees()
  }

  /// Whether no group can keep the text of an earlier round of a repetition.
  private static func capturesAreDirect(_ node: PatternNode) -> Bool {
    switch node {
    case .characters, .assertion, .look, .reference: true
    case .sequence(let nodes), .alternatives(let nodes): nodes.allSatisfy(capturesAreDirect)
    case .group(let inner, _): capturesAreDirect(inner)
    case .repeated(let inner, _, let most, _):
      if inner.captures.isEmpty { true } else if most == 1 { capturesAreDirect(inner) } else if case .group(let body, _?) = inner { body.captures.isEmpty } else { false }
    }
  }

  private static func unwrapped(_ node: PatternNode) -> PatternNode {
    if case .group(let inner, _) = node { return unwrapped(inner) }
    return node
  }

  /// Whether every match ends where the text does.
  private static func endsAtTextEnd(_ node: PatternNode) -> Bool {
    switch node {
    case .assertion(.textEnd): true
    case .sequence(let nodes): nodes.last.map(endsAtTextEnd) ?? false
    case .alternatives(let nodes): nodes.allSatisfy(endsAtTextEnd)
    case .group(let inner, _): endsAtTextEnd(inner)
    default: false
    }
  }

  // MARK: Alternatives of the whole pattern

  /// PostgreSQL takes the longest of them, whatever their own preferences.
  private static func branchesAgree(_ branches: [PatternNode]) -> Bool {
    guard branches.allSatisfy({ endsAtTextEnd($0) || $0.fixedLength != nil || isOrdered($0.flattened) }) else { return false }
    for (index, branch) in branches.enumerated() {
      for later in branches[(index + 1)...] where !isAtLeastAsLong(branch, as: later) { return false }
    }
    return true
  }

  /// Whether the first is no shorter wherever both match.
  private static func isAtLeastAsLong(_ a: PatternNode, as b: PatternNode) -> Bool {
    if endsAtTextEnd(a) || areApart(a, b) { return true }
    if let long = a.fixedLength, let short = b.fixedLength { return long >= short }
    // A run to its end is no shorter than any run of the same characters.
    guard let whole = run(of: a, isWhole: true), let part = run(of: b, isWhole: false) else { return false }
    return whole == part
  }

  /// The characters of one run, with assertions before it; `isWhole` asks for one without an end but where other characters come.
  private static func run(of node: PatternNode, isWhole: Bool) -> PatternCharacters? {
    var nodes = node.flattened
    while let first = nodes.first, first.isAssertion { nodes.removeFirst() }
    if !isWhole { while let last = nodes.last, last.isAssertion { nodes.removeLast() } }
    guard nodes.count == 1, case .repeated(.characters(let set), let least, let most, let isLazy) = nodes[0] else { return nil }
    return isWhole && (most != nil || isLazy || least > 1) ? nil : set
  }

  /// The pattern with its alternatives in an order in which ICU finds the longest first.
  static func normalized(_ node: PatternNode) -> PatternNode {
    switch node {
    case .characters, .assertion, .reference, .look: node
    case .sequence(let nodes): .sequence(nodes.map(normalized))
    case .alternatives(let nodes): .alternatives(ordered(nodes.map(normalized)))
    case .group(let inner, let number): .group(normalized(inner), number: number)
    case .repeated(let inner, let least, let most, let isLazy): .repeated(normalized(inner), least: least, most: most, isLazy: isLazy)
    }
  }

  /// What ends with the text, then by length.
  private static func ordered(_ branches: [PatternNode]) -> [PatternNode] {
    guard branches.allSatisfy(\.captures.isEmpty), !branchesAgree(branches) else { return branches }
    if branches.allSatisfy({ $0.fixedLength != nil }) {
      return branches.enumerated().sorted { a, b in (-(a.element.fixedLength ?? 0), a.offset) < (-(b.element.fixedLength ?? 0), b.offset) }.map(\.element)
    }
    return branches.filter(endsAtTextEnd) + branches.filter { !endsAtTextEnd($0) }
  }

  private static func areApart(_ a: PatternNode, _ b: PatternNode) -> Bool {
    a.leastLength > 0 && b.leastLength > 0 && first(of: [a]).isDisjoint(with: first(of: [b]))
  }

  // MARK: The order of trying

  /// Whether matches of a sequence are tried from the longest to the shortest.
  static func isOrdered(_ nodes: [PatternNode]) -> Bool {
    if isLinear(nodes, isLazy: false) { return true }
    for count in (0...nodes.count).reversed() {
      let rest = Array(nodes[count...])
      if isLinear(rest, isLazy: false), isDecided(Array(nodes[..<count]), follow: first(of: rest)) { return true }
    }
    if nodes.count == 1, case .alternatives(let branches) = nodes[0] { return areOrdered(branches) }
    return false
  }

  /// Whether every match of an alternative is at least as long as any of a later one at the same place.
  private static func areOrdered(_ branches: [PatternNode]) -> Bool {
    for (index, branch) in branches.enumerated() {
      guard branch.fixedLength != nil || isOrdered(branch.flattened) else { return false }
      for later in branches[(index + 1)...] where !areApart(branch, later) {
        guard let long = branch.fixedLength, let short = later.fixedLength, long >= short else { return false }
      }
    }
    return true
  }

  /// Single characters with counts, and alternatives of one length without a count.
  static func isLinear(_ nodes: [PatternNode], isLazy: Bool) -> Bool {
    nodes.allSatisfy { node in
      switch node {
      case .characters, .assertion, .look: true
      case .repeated(.characters, let least, let most, let lazy): least == most || lazy == isLazy
      case .alternatives: node.fixedLength != nil && node.captures.isEmpty
      case .group(let inner, _): isLinear(inner.flattened, isLazy: isLazy)
      default: false
      }
    }
  }

  /// Whether the next character decides every choice, where `follow` can come after.
  static func isDecided(_ nodes: [PatternNode], follow: PatternCharacters) -> Bool {
    var follow = follow
    for node in nodes.reversed() {
      guard isDecided(node, follow: follow) else { return false }
      follow = node.leastLength > 0 ? first(of: [node]) : .joined([first(of: [node]), follow])
    }
    return true
  }

  private static func isDecided(_ node: PatternNode, follow: PatternCharacters) -> Bool {
    switch node {
    case .characters, .assertion, .look: return true
    case .reference: return false
    case .sequence(let nodes): return isDecided(nodes, follow: follow)
    case .group(let inner, _): return isDecided(inner, follow: follow)
    case .repeated(let body, let least, let most, let isLazy):
      let start = first(of: [body])
      guard body.leastLength > 0, !isLazy || least == most, isDecided(body, follow: most == 1 ? follow : .joined([start, follow])) else { return false }
      return least == most || start.isDisjoint(with: follow)
    case .alternatives(let branches):
      guard branches.allSatisfy({ isDecided($0, follow: follow) }) else { return false }
      for (index, branch) in branches.enumerated() {
        // An empty alternative is taken where none of the others starts.
        if branch.leastLength == 0 {
          guard index == branches.count - 1, branches[..<index].allSatisfy({ first(of: [$0]).isDisjoint(with: .joined([first(of: [branch]), follow])) }) else { return false }
        }
        for later in branches[(index + 1)...] where later.leastLength > 0 && !areApart(branch, later) {
          guard areDecidedByLength(branch, later, follow: follow) else { return false }
        }
      }
      return true
    }
  }

  /// Two alternatives of single characters: of one length, or the longer first and its further character not what follows the shorter.
  private static func areDecidedByLength(_ a: PatternNode, _ b: PatternNode, follow: PatternCharacters) -> Bool {
    guard let long = singles(a), let short = singles(b), long.count >= short.count else { return false }
    if long.count == short.count { return true }
    if zip(long, short).contains(where: { $0.isDisjoint(with: $1) }) { return true }
    return long[short.count].isDisjoint(with: follow)
  }

  private static func singles(_ node: PatternNode) -> [PatternCharacters]? {
    var sets: [PatternCharacters] = []
    for element in node.flattened {
      guard case .characters(let set) = element else { return nil }
      sets.append(set)
    }
    return node.captures.isEmpty ? sets : nil
  }

  /// Whether a repetition repeats something that can match a text in several ways: there ICU may take exponential time, and MySQL gives up.
  static func hasAmbiguousRepetition(_ node: PatternNode) -> Bool {
    switch node {
    case .characters, .assertion, .reference: return false
    case .sequence(let nodes), .alternatives(let nodes): return nodes.contains(where: hasAmbiguousRepetition)
    case .group(let inner, _), .look(let inner, _, _): return hasAmbiguousRepetition(inner)
    case .repeated(let inner, _, let most, _):
      return hasAmbiguousRepetition(inner) || (most != 1 && inner.fixedLength == nil && !isDecided([greedy(.repeated(inner, least: 0, most: nil, isLazy: false))], follow: .none))
    }
  }

  private static func greedy(_ node: PatternNode) -> PatternNode {
    switch node {
    case .characters, .assertion, .reference, .look: node
    case .sequence(let nodes): .sequence(nodes.map(greedy))
    case .alternatives(let nodes): .alternatives(nodes.map(greedy))
    case .group(let inner, let number): .group(greedy(inner), number: number)
    case .repeated(let inner, let least, let most, _): .repeated(greedy(inner), least: least, most: most, isLazy: false)
    }
  }

  /// What a match of the nodes can start with.
  static func first(of nodes: [PatternNode]) -> PatternCharacters {
    var sets: [PatternCharacters] = []
    for node in nodes {
      switch node {
      case .characters(let set): sets.append(set)
      case .sequence(let inner): sets.append(first(of: inner))
      case .alternatives(let branches): sets += branches.map { first(of: [$0]) }
      case .group(let inner, _), .repeated(let inner, _, _, _): sets.append(first(of: [inner]))
      case .assertion, .look: break
      case .reference: sets.append(PatternCharacters(text: "", ranges: [0...PatternCharacters.last]))
      }
      if node.leastLength > 0 { break }
    }
    return .joined(sets)
  }
}
