import SourceText

/// New text of which some bytes are placeholders: those the driver must see as they are, all others in its escaped form.
struct NewText: Hashable {
  private(set) var bytes: [UInt8] = []
  private(set) var isMarker: [Bool] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ text: some Collection<UInt8>, asMarker: Bool = false) {
    bytes += text
    isMarker += repeatElement(asMarker, count: text.count)
  }

  func slice(_ range: Range<Int>) -> NewText {
    var result = NewText()
    result.bytes = Array(bytes[range])
    result.isMarker = Array(isMarker[range])
    return result
  }
}

/// The output of a rewrite as what stays of the source text and what is replaced.
struct OutputLayout {
  /// A stretch of the source text and the new text in its place.
  struct Gap: Hashable {
    var source: ByteRange
    var text: NewText
    /// Whether the bytes must be written anew although they are the same, because the target driver escapes them otherwise.
    var isForced = false
  }

  /// In order, without overlap.
  private(set) var gaps: [Gap] = []
  private(set) var rewritten: [UInt8] = []
  private(set) var parameters: [Int] = []

  private let sql: SQLText
  private let writing: PlaceholderWriting
  private var position = 0
  private var pending = NewText()

  /// Lays pieces out over the source text.
  ///
  /// The pieces that stay in place are the heaviest ascending sequence; others become new text. A piece with a hole weighs more than any
  /// amount of text, since only it cannot become text.
  init(pieces: [Piece], of sql: SQLText, writing: PlaceholderWriting) throws(Refusal) {
    (self.sql, self.writing) = (sql, writing)
    let pieces = try Self.splitting(pieces, at: sql)
    let isKept = Self.kept(pieces, sql, writing)
    for (piece, isKept) in zip(pieces, isKept) { try append(piece, isKept: isKept) }
    close(at: sql.bytes.count)
    for gap in gaps {
      if let hole = Self.firstHole(of: sql, in: gap.source) { throw Refusal(.holeDropped, at: hole.range) }
    }
  }

  private mutating func append(_ piece: Piece, isKept: Bool) throws(Refusal) {
    switch piece {
    case .text(let text):
      rewritten += text.utf8
      pending.append(text.utf8)
    case .placeholder(let parameter, let range):
      rewritten.append(UInt8(ascii: "?"))
      parameters.append(parameter)
      if isKept { keep(range) } else { pending.append(writing.marker(of: sql.bytes[range.range]), asMarker: true) }
    case .source(let range):
      rewritten += sql.bytes[range.range]
      if isKept {
        keep(range)
      } else if let hole = Self.firstHole(of: sql, in: range) {
        throw Refusal(.holeMoved, at: hole.range)
      } else {
        pending.append(sql.bytes[range.range])
      }
    }
  }

  private mutating func keep(_ range: ByteRange) {
    close(at: range.start)
    position = range.end
    for offset in writing.offsetsToWriteAnew(in: range, of: sql) {
      var text = NewText()
      text.append(sql.bytes[offset...offset])
      gaps.append(Gap(source: ByteRange(offset, offset + 1), text: text, isForced: true))
    }
  }

  private mutating func close(at offset: Int) {
    if position < offset || !pending.isEmpty {
      let gap = trimmed(Gap(source: ByteRange(position, offset), text: pending))
      if !gap.source.isEmpty || !gap.text.isEmpty { gaps.append(gap) }
    }
    pending = NewText()
  }
}

// MARK: Pieces

extension OutputLayout {
  /// The pieces without empty ones, and `source` pieces cut at the placeholders that lie inside them.
  private static func splitting(_ pieces: [Piece], at sql: SQLText) throws(Refusal) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text):
        if !text.isEmpty { result.append(piece) }
      case .placeholder(_, let range):
        guard isInside(range, sql) else { throw Refusal(.inconsistentPieces, at: ByteRange(0, sql.bytes.count)) }
        result.append(piece)
      case .source(let range):
        guard isInside(range, sql) else { throw Refusal(.inconsistentPieces, at: ByteRange(0, sql.bytes.count)) }
        try split(range, sql, into: &result)
      }
    }
    return result
  }

  private static func isInside(_ range: ByteRange, _ sql: SQLText) -> Bool {
    range.start >= 0 && range.end <= sql.bytes.count
  }

  private static func split(_ range: ByteRange, _ sql: SQLText, into result: inout [Piece]) throws(Refusal) {
    var start = range.start
    for atom in atoms(of: sql, overlapping: range) {
      guard range.contains(atom.range) else { throw Refusal(.inconsistentPieces, at: atom.range) }
      guard atom.kind == .placeholder else { continue }
      guard let parameter = atom.parameter else { throw Refusal(.inconsistentPieces, at: atom.range) }
      if start < atom.range.start { result.append(.source(ByteRange(start, atom.range.start))) }
      result.append(.placeholder(parameter: parameter, range: atom.range))
      start = atom.range.end
    }
    if start < range.end { result.append(.source(ByteRange(start, range.end))) }
  }

  private static func atoms(of sql: SQLText, overlapping range: ByteRange) -> ArraySlice<Atom> {
    let atoms = sql.atoms
    var (low, high) = (0, atoms.count)
    while low < high {
      let middle = (low + high) / 2
      if atoms[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < atoms.count, atoms[end].range.start < range.end { end += 1 }
    return atoms[low..<end]
  }

  private static func firstHole(of sql: SQLText, in range: ByteRange) -> Atom? {
    atoms(of: sql, overlapping: range).first { $0.kind == .hole }
  }

  /// Which pieces stay in place: the heaviest sequence of ascending ranges, the earliest one among equals.
  private static func kept(_ pieces: [Piece], _ sql: SQLText, _ writing: PlaceholderWriting) -> [Bool] {
    let holeWeight = sql.bytes.count + 1
    var sequence = HeaviestSequence(length: sql.bytes.count)
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text: continue
      case .placeholder(_, let range):
        guard !range.isEmpty, writing.keepsMarkers else { continue }
        sequence.append(index, range, weight: range.count)
      case .source(let range):
        let holes = atoms(of: sql, overlapping: range).count { $0.kind == .hole }
        sequence.append(index, range, weight: range.count + holes * holeWeight)
      }
    }
    var result = [Bool](repeating: false, count: pieces.count)
    for index in sequence.chosen { result[index] = true }
    return result
  }
}

// MARK: Trimming

extension OutputLayout {
  /// The gap without what both ends have in common, never cutting a character or a placeholder of the new text.
  private func trimmed(_ gap: Gap) -> Gap {
    let (old, new) = (sql.bytes, gap.text.bytes)
    let limit = min(gap.source.count, new.count)
    var prefix = 0
    while prefix < limit, isSame(gap.source.start + prefix, prefix, gap) { prefix += 1 }
    while prefix > 0, Self.isInsideCharacter(old, gap.source.start + prefix) || Self.isInsideCharacter(new, prefix) { prefix -= 1 }
    var suffix = 0
    while suffix < limit - prefix, isSame(gap.source.end - 1 - suffix, new.count - 1 - suffix, gap) { suffix += 1 }
    while suffix > 0, Self.isInsideCharacter(old, gap.source.end - suffix) || Self.isInsideCharacter(new, new.count - suffix) {
      suffix -= 1
    }
    return Gap(
      source: ByteRange(gap.source.start + prefix, gap.source.end - suffix), text: gap.text.slice(prefix..<(new.count - suffix)))
  }

  private func isSame(_ oldOffset: Int, _ newOffset: Int, _ gap: Gap) -> Bool {
    let byte = sql.bytes[oldOffset]
    guard byte == gap.text.bytes[newOffset] else { return false }
    let isOldMarker = Self.atoms(of: sql, overlapping: ByteRange(oldOffset, oldOffset + 1)).contains { $0.kind == .placeholder }
    return isOldMarker == gap.text.isMarker[newOffset] && (isOldMarker || !writing.mustWriteAnew(byte))
  }

  private static func isInsideCharacter(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
}
