/// Patterns that several languages share.
enum CommonPattern {
  /// `/* … */`, not nested; one that is not closed ends with the file.
  static let blockComment = #"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\z)"#
}
