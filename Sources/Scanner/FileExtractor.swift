import HostLanguages
import SourceText

/// Finds the SQL in one file.
///
///     let walk = TreeWalker().files(paths: ["src"])
///     for found in walk.files { let extraction = FileExtractor().extract(found) }   // any thread, any order
///     let again = FileExtractor().extract(bytes: edited, path: found.file)          // pure: no file is read
///
/// A value without state: the same bytes under the same name give the same statements.
package struct FileExtractor: Sendable {
  /// The largest file, in bytes, that is read.
  package var sizeLimit: Int

  package init(sizeLimit: Int = 4 << 20) { self.sizeLimit = sizeLimit }

  /// Reads a file and extracts its statements; what keeps it from being read is a diagnostic.
  package func extract(_ found: FoundFile) -> FileExtraction {
    FileExtraction(file: found.file)
  }

  /// Extracts the statements of a file's content; `path` tells the language and names the file in diagnostics.
  package func extract(bytes: [UInt8], path: String) -> FileExtraction {
    FileExtraction(file: path)
  }
}
