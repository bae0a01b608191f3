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

  /// The driver and placeholders to assume instead of those found.
  package var choice: DriverChoice?

  package init(sizeLimit: Int = 4 << 20, choice: DriverChoice? = nil) { (self.sizeLimit, self.choice) = (sizeLimit, choice) }

  /// Reads a file and extracts its statements; what keeps it from being read is a diagnostic.
  package func extract(_ found: FoundFile) -> FileExtraction {
    do throws(Diagnostic) {
      let content = try FileReader(sizeLimit: sizeLimit).read(found)
      var extraction = extract(bytes: content.bytes, path: found.file)
      if extraction.language == nil, found.isGiven { extraction.diagnostics.append(Self.unknownLanguage(found.file)) }
      if !extraction.statements.isEmpty { extraction.stamp = content.stamp }
      FolderNames.withdrawSharedCalls(in: &extraction, of: found, sizeLimit: sizeLimit)
      return extraction
    } catch {
      return FileExtraction(file: found.file, language: languageID(of: found.file), diagnostics: [error])
    }
  }

  /// Extracts the statements of a file's content; `path` tells the language and names the file in diagnostics.
  ///
  /// - Parameter known: Starts of the ranges of statements that are known to be SQL, whether or not they read like PostgreSQL's: in
  ///   an edited file.
  package func extract(bytes: [UInt8], path: String, known: Set<Int> = []) -> FileExtraction {
    var extraction = FileExtraction(file: path, language: languageID(of: path))
    guard extraction.language != nil else { return extraction }
    if let problem = EncodingCheck.problem(of: bytes, file: path) {
      extraction.diagnostics.append(problem.diagnostic)
      if !problem.isReadable { return extraction }
    }
    do throws(RegexError) {
      try extract(bytes, known, into: &extraction)
    } catch {
      extraction.statements = []
      extraction.diagnostics.append(Self.tooCostly(error, bytes, path))
    }
    if !extraction.statements.isEmpty { extraction.bytes = bytes }
    return extraction
  }

  private func extract(_ bytes: [UInt8], _ known: Set<Int>, into extraction: inout FileExtraction) throws(RegexError) {
    if HostLanguage.isSQLFile(path: extraction.file) {
      extraction.statements = SQLFileSplitter.statements(of: bytes, choice: choice)
      return
    }
    guard let language = HostLanguage.of(path: extraction.file), try Prefilter.mayHoldSQL(bytes) else { return }
    let host = HostFileExtraction(file: try HostFile(bytes: bytes, language: language), known: known, choice: choice)
    host.run()
    extraction.statements = host.statements
    extraction.diagnostics += host.diagnostics(file: extraction.file)
  }

  private func languageID(of path: String) -> String? {
    HostLanguage.isSQLFile(path: path) ? HostLanguage.sqlFileID : HostLanguage.of(path: path)?.id
  }

  private static func unknownLanguage(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "unknown-language", severity: .warning, message: "the name of \"\(file)\" tells no language that is scanned",
      help: "files ending in \(HostLanguage.all.flatMap(\.extensions).sorted().joined(separator: ", ")) and sql are")
  }

  private static func tooCostly(_ error: RegexError, _ bytes: [UInt8], _ file: String) -> Diagnostic {
    var offset = 0
    if case .limitExceeded(let place) = error { offset = place }
    return Diagnostic(
      file: file, range: LineMap(bytes).range(of: ByteRange(offset, offset)), rule: "scan-limit", severity: .warning,
      message: "the file was given up: looking for literals here costs too much (\(error))",
      help: "such text is rarely written by people; exclude the file, or split its longest literals")
  }
}
