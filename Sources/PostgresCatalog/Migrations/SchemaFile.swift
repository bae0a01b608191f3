/// A file with DDL, read into memory.
package struct SchemaFile: Hashable, Sendable {
  /// Relative to the folder that was given, with `/`; the name alone of a file that was given itself.
  package var name: String
  /// UTF-8, as the file holds them; a byte order mark is white space to no one but is skipped.
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  package init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
