import HostLanguages
import SourceText

/// A file that the walk over the given paths found.
package struct FoundFile: Hashable, Sendable {
  /// The path to open, as the operating system takes it: any bytes but NUL, absolute or relative to the working folder.
  package var path: [UInt8]
  /// Relative to the walk's root, with `/`, bytes that are not UTF-8 as %XX; what results and messages show.
  package var file: String
  /// Whether the path was given itself, rather than found in a given folder.
  package var isGiven: Bool

  package init(path: [UInt8], file: String, isGiven: Bool = false) {
    (self.path, self.file, self.isGiven) = (path, file, isGiven)
  }

  /// The path for people and for APIs that take text; bad UTF-8 is healed, so it may not open.
  package var pathString: String { String(decoding: path, as: UTF8.self) }
}

/// What a walk found.
package struct Walk: Sendable {
  /// The common folder of the paths as given: `.` for the working folder.
  package var root: String
  /// In byte order of `file`, each file once.
  package var files: [FoundFile]
  /// Of paths that do not exist and folders that could not be read.
  package var diagnostics: [Diagnostic]

  package init(root: String, files: [FoundFile] = [], diagnostics: [Diagnostic] = []) {
    (self.root, self.files, self.diagnostics) = (root, files, diagnostics)
  }
}

/// What a file was when it was read, to tell later whether it changed.
package struct FileStamp: Hashable, Sendable {
  package var size: Int
  /// Nanoseconds since 1970; for a quick "surely unchanged", not part of equality of content.
  package var modified: Int64
  /// Permission bits.
  package var mode: UInt32
  /// FNV-1a of the bytes, 64 bits.
  package var hash: UInt64

  package init(size: Int, modified: Int64, mode: UInt32, hash: UInt64) {
    (self.size, self.modified, self.mode, self.hash) = (size, modified, mode, hash)
  }
}

/// The statements of one file.
package struct FileExtraction: Sendable {
  /// As `FoundFile.file`.
  package var file: String
  /// The file's content; empty when it could not be read or holds no statement.
  package var bytes: [UInt8]
  /// The host language's id; nil for a file of no known language.
  package var language: String?
  /// In order of their ranges.
  package var statements: [EmbeddedStatement]
  package var diagnostics: [Diagnostic]
  /// Nil when the file could not be read.
  package var stamp: FileStamp?

  package init(
    file: String, bytes: [UInt8] = [], language: String? = nil, statements: [EmbeddedStatement] = [],
    diagnostics: [Diagnostic] = [], stamp: FileStamp? = nil
  ) {
    (self.file, self.bytes, self.language) = (file, bytes, language)
    (self.statements, self.diagnostics, self.stamp) = (statements, diagnostics, stamp)
  }
}
