/// A part of a rewritten statement, in order of output.
package enum Piece: Hashable, Sendable {
  /// Bytes of the source SQL text, untouched; holes inside stay holes, placeholders never lie inside.
  case source(ByteRange)
  /// A placeholder for the parameter of this number, from 1, of the original statement; `range` is the atom it comes from.
  case placeholder(parameter: Int, range: ByteRange)
  /// New text without holes and placeholders.
  case text(String)
}
