import SourceText

/// The names of one file: where each stands in its code, what binds it, and in which scope.
///
/// Built on first use, in one pass over the code. One instance serves one file on one thread.
package final class NameTable {
  let file: HostFile
  private lazy var places: [UInt64: [Int]] = collectPlaces()
  private lazy var scopes = ScopeTable(file: file)
  private var constants: [String: Constant?] = [:]
  private var resolving: Set<String> = []

  package init(file: HostFile) { self.file = file }

  struct Binding {
    /// Of the name.
    var range: ByteRange
    /// Where the value begins; nil for a declaration without one, a parameter, an import.
    var value: Int?
    /// `+=` and the like: the value is added to what is there.
    var isAppending: Bool
  }

  private struct Constant {
    var text: HostText
    var binding: Binding
    var scope: ScopeTable.Scope
  }

  // MARK: Places

  private func collectPlaces() -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    for range in file.brackets.code {
      var at = range.start
      while at < range.end {
        guard file.bytes[at].isIdentifierPart else { at += 1; continue }
        let start = at
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        while at < range.end, file.bytes[at].isIdentifierPart {
          hash = (hash ^ UInt64(file.bytes[at])) &* 0x100_0000_01b3
          at += 1
        }
        if !file.bytes[start].isDigit { places[hash, default: []].append(start) }
      }
    }
    return places
  }

  /// A name that stands in more places than this is taken for unknown: following each of its uses from each would take quadratic time.
  static let maximumPlaces = 500

  /// The starts of a name in code, where it is not a member of something; none for a name in more than `maximumPlaces` places.
  func places(of name: String) -> [Int] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let length = name.utf8.count
    guard let found = places[hash], found.count <= Self.maximumPlaces else { return [] }
    return found.filter { start in
      file.identifier(startingAt: start).count == length && file.starts(name, at: start) && file.byte(at: start - 1) != UInt8(ascii: ".")
    }
  }

  /// The range in which a name bound at `offset` means the same.
  func scope(at offset: Int) -> ScopeTable.Scope { scopes.scope(at: offset) }

  // MARK: Bindings

  /// What a name's place binds; nil where it is only used.
  func binding(at start: Int) -> Binding? {
    let name = file.identifier(startingAt: start)
    let sign = signAfter(name)
    if let value = assignedValue(at: sign) { return Binding(range: name, value: value.start, isAppending: value.isAppending) }
    return isOtherDeclaration(name) ? Binding(range: name, value: nil, isAppending: false) : nil
  }

  /// What follows a name, a type annotation (`: string`, Go's `string`) passed over.
  private func signAfter(_ name: ByteRange) -> Int {
    let next = file.skippingTrivia(from: name.end, acrossLines: false)
    var at = next
    if file.byte(at: next) == UInt8(ascii: ":"), file.byte(at: next + 1) != UInt8(ascii: "=") {
      at = file.skippingTrivia(from: next + 1, acrossLines: false)
    }
    let type = file.identifier(startingAt: at)
    guard !type.isEmpty, at > name.end else { return next }
    let afterType = file.skippingTrivia(from: type.end, acrossLines: false)
    return file.byte(at: afterType) == UInt8(ascii: "=") ? afterType : next
  }

  private func assignedValue(at sign: Int) -> (start: Int, isAppending: Bool)? {
    let (first, second) = (file.byte(at: sign), file.byte(at: sign + 1))
    if first == UInt8(ascii: "="), second != UInt8(ascii: "="), second != UInt8(ascii: ">") {
      return (file.skippingTrivia(from: sign + 1), false)
    }
    guard second == UInt8(ascii: "=") else { return nil }
    if first == UInt8(ascii: ":") { return (file.skippingTrivia(from: sign + 2), false) }
    return "+-*/%|&^".utf8.contains(first) ? (file.skippingTrivia(from: sign + 2), true) : nil
  }

  /// Whether a name without an assigned value is declared here all the same: a parameter, a loop variable, an import.
  private func isOtherDeclaration(_ name: ByteRange) -> Bool {
    let before = file.skippingTrivia(before: name.start, acrossLines: false)
    let word = file.identifier(endingAt: before)
    if before < name.start, !word.isEmpty, !Self.wordsBeforeUses.contains(file.string(word)) { return true }
    let after = file.skippingTrivia(from: name.end, acrossLines: false)
    let next = file.identifier(startingAt: after)
    if after > name.end, !next.isEmpty, !Self.wordsAfterUses.contains(file.string(next)) { return true }
    guard let opener = file.brackets.opener(around: name.start), opener.kind == UInt8(ascii: "("), opener.partner > 0 else { return false }
    let end = file.skippingTrivia(from: opener.partner + 1, acrossLines: false)
    return file.byte(at: end) == UInt8(ascii: "{") || file.byte(at: end) == UInt8(ascii: ":") || file.starts("=>", at: end)
      || file.starts("->", at: end)
  }

  private static let wordsBeforeUses: Set<String> = [
    "and", "assert", "await", "case", "elif", "else", "from", "if", "in", "is", "not", "of", "or", "raise", "return", "throw", "typeof",
    "while", "yield",
  ]
  private static let wordsAfterUses: Set<String> = ["and", "as", "else", "for", "if", "in", "instanceof", "is", "not", "of", "or"]

  // MARK: Constants

  /// The text of a constant that the name stands for at `offset`: bound once in the file, to literals without holes.
  func constant(_ name: String, usedAt offset: Int) -> HostText? {
    guard let constant = constantNamed(name), constant.scope.range.contains(offset: offset),
      constant.binding.range.start < offset || constant.scope.isFile
    else { return nil }
    return constant.text
  }

  private func constantNamed(_ name: String) -> Constant? {
    if let known = constants[name] { return known }
    guard resolving.insert(name).inserted else { return nil }
    defer { resolving.remove(name) }
    let found = findConstant(name)
    constants[name] = .some(found)
    return found
  }

  private func findConstant(_ name: String) -> Constant? {
    let bindings = places(of: name).prefix(1000).compactMap(binding)
    guard bindings.count == 1, let binding = bindings.first, let value = binding.value, !binding.isAppending else { return nil }
    guard !isDefaultOrKeyword(binding), isConstantDeclaration(binding), let text = literalValue(at: value) else { return nil }
    return Constant(text: text, binding: binding, scope: scope(at: binding.range.start))
  }

  /// Whether a binding in parentheses is a parameter's default or a keyword argument, which other calls give other values, and not one of
  /// Go's groups of declarations.
  private func isDefaultOrKeyword(_ binding: Binding) -> Bool {
    guard let opener = file.brackets.opener(around: binding.range.start), opener.kind == UInt8(ascii: "(") else { return false }
    let word = file.string(file.identifier(endingAt: file.skippingTrivia(before: opener.position)))
    return !file.language.constants.words.contains(word)
  }

  /// Whether the declaration is one that nothing binds anew: by its words, or because it is local.
  private func isConstantDeclaration(_ binding: Binding) -> Bool {
    let words = declarationWords(before: binding.range.start)
    let rules = file.language.constants
    if rules.words.isEmpty || !rules.words.isDisjoint(with: words) { return true }
    return !scope(at: binding.range.start).isFile
  }

  /// The words before a name on its line, or before the parenthesis of its group of declarations.
  func declarationWords(before offset: Int) -> Set<String> {
    var words: Set<String> = []
    var at = offset
    while at > 0, offset - at < 200, file.bytes[at - 1] != UInt8(ascii: "\n"), ![UInt8(ascii: ";"), UInt8(ascii: "{")].contains(file.bytes[at - 1]) {
      let word = file.identifier(endingAt: at)
      if word.isEmpty { at -= 1 } else { words.insert(file.string(word)); at = word.start }
    }
    if let opener = file.brackets.opener(around: offset), opener.kind == UInt8(ascii: "(") {
      words.insert(file.string(file.identifier(endingAt: file.skippingTrivia(before: opener.position))))
    }
    return words
  }

  private func literalValue(at start: Int) -> HostText? {
    guard let joined = Joiner(file: file, names: nil).parseSum(at: start, nesting: 0), joined.error == nil, !joined.isTransformed,
      !joined.text.hasHoles
    else { return nil }
    let after = file.skippingTrivia(from: joined.range.end, acrossLines: !file.language.lineEndsExpression)
    return "+-*/%.?[(&|".utf8.contains(file.byte(at: after)) ? nil : joined.text
  }
}
