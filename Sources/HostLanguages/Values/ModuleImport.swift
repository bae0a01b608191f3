import SourceText

/// What it takes that a file can name a module.
package enum ModuleImport: Hashable, Sendable {
  case present
  case insertion(TextEdit)
  /// The name means something else somewhere in the file.
  case impossible
}

extension ValueReader {
  /// How to have a module under its own name in the whole file.
  package func importing(_ module: JSONEncoding.Module) -> ModuleImport {
    var isPresent = false
    for place in names.places(of: module.name) {
      guard names.binding(at: place) != nil else { continue }
      if isImport(of: place, module) {
        isPresent = true
      } else if !isKeywordArgument(place, module) {
        return .impossible
      }
    }
    return isPresent ? .present : .insertion(insertion(of: module))
  }

  /// Whether a place is where `import json` names the module, at file level.
  private func isImport(of place: Int, _ module: JSONEncoding.Module) -> Bool {
    let start = lineStart(of: place)
    guard file.starts("import ", at: start) else { return false }
    let before = file.identifier(endingAt: file.skippingTrivia(before: place, acrossLines: false))
    let end = place + module.name.utf8.count
    let after = file.identifier(startingAt: file.skippingTrivia(from: end, acrossLines: false))
    return file.string(before) != "as" && file.string(after) != "as" && file.byte(at: end) != UInt8(ascii: ".")
  }

  private func isKeywordArgument(_ place: Int, _ module: JSONEncoding.Module) -> Bool {
    let sign = file.skippingTrivia(from: place + module.name.utf8.count)
    guard file.byte(at: sign) == UInt8(ascii: "="), let opener = file.brackets.opener(around: place), opener.kind == UInt8(ascii: "("),
      let callee = file.callee(before: opener.position)
    else { return false }
    return file.string(file.identifier(endingAt: file.skippingTrivia(before: callee.range.start))) != "def"
  }

  private func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  // MARK: Where a new import stands

  private struct Statement {
    var range: ByteRange
    /// The module of a plain `import`; nil for `from … import`.
    var module: String?
  }

  /// In the first block of plain imports, where the alphabet has it; else behind the last import; else before the first statement.
  private func insertion(of module: JSONEncoding.Module) -> TextEdit {
    let (imports, first) = header()
    let lineEnd = usesReturns ? "\r\n" : "\n"
    let block = firstPlainBlock(of: imports)
    if let next = block.first(where: { ($0.module ?? "") > module.name }) {
      return TextEdit(ByteRange(next.range.start, next.range.start), with: Array((module.statement + lineEnd).utf8))
    }
    if let last = block.last ?? imports.last {
      return TextEdit(ByteRange(last.range.end, last.range.end), with: Array((lineEnd + module.statement).utf8))
    }
    return TextEdit(ByteRange(first, first), with: Array((module.statement + lineEnd + lineEnd).utf8))
  }

  /// The plain imports on lines that follow each other.
  private func firstPlainBlock(of imports: [Statement]) -> [Statement] {
    var block: [Statement] = []
    for statement in imports {
      if let last = block.last {
        let between = file.bytes[last.range.end..<statement.range.start]
        guard statement.module != nil, between.count(where: { $0 == UInt8(ascii: "\n") }) == 1 else { break }
      }
      if statement.module != nil { block.append(statement) }
    }
    return block
  }

  private var usesReturns: Bool {
    guard let end = file.bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
    return file.bytes[end - 1] == UInt8(ascii: "\r")
  }

  /// The imports that the file begins with, and where its first other statement stands; a text at the very start is documentation.
  private func header() -> (imports: [Statement], first: Int) {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var at = file.skippingTrivia(from: start)
    var imports: [Statement] = []
    if let token = file.token(startingAt: at), file.tokens[token].kind == .literal {
      at = file.skippingTrivia(from: file.tokens[token].range.end)
    }
    while at < file.bytes.count {
      let word = file.string(file.identifier(startingAt: at))
      guard word == "import" || word == "from" else { break }
      let end = statementEnd(from: at)
      let name = file.skippingTrivia(from: at + word.utf8.count, acrossLines: false)
      let module = file.string(file.identifier(startingAt: name))
      imports.append(Statement(range: ByteRange(at, end), module: word == "import" ? module : nil))
      at = file.skippingTrivia(from: end)
    }
    return (imports, at)
  }

  /// The end of a statement's line, brackets and their line ends passed over, a comment behind it included.
  private func statementEnd(from start: Int) -> Int {
    var at = start
    while at < file.bytes.count, file.bytes[at] != UInt8(ascii: "\n"), file.bytes[at] != UInt8(ascii: "\r") {
      if let token = file.token(startingAt: at) {
        at = file.tokens[token].range.end
      } else if let close = file.closer(of: at) {
        at = close + 1
      } else if file.bytes[at] == UInt8(ascii: "\\") {
        at += file.byte(at: at + 1) == UInt8(ascii: "\r") ? 3 : 2
      } else {
        at += 1
      }
    }
    return min(at, file.bytes.count)
  }
}
