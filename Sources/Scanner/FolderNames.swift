import HostLanguages
import SourceText

/// Names that the files of one folder share, as in a Go package.
///
/// A statement that a constant carries to its one call in a file has that call as its call site, and its values may be edited there. If
/// another file of the folder names the constant too, an edit would break what that file does with it: then the call is not known.
enum FolderNames {
  /// More neighbours than this are not read; the calls count as unknown.
  private static let neighbourLimit = 400

  static func withdrawSharedCalls(in extraction: inout FileExtraction, of found: FoundFile, sizeLimit: Int) {
    let names = Set(extraction.statements.compactMap(\.callSite?.sharedName))
    guard !names.isEmpty else { return }
    let shared = sharedNames(among: names, of: found, sizeLimit: sizeLimit)
    for index in extraction.statements.indices {
      guard let name = extraction.statements[index].callSite?.sharedName, shared.contains(name) else { continue }
      extraction.statements[index].callSite = nil
    }
  }

  private static func sharedNames(among names: Set<String>, of found: FoundFile, sizeLimit: Int) -> Set<String> {
    let (folder, own) = PathText.split(found.path)
    guard let entries = try? Folder.entries(of: folder.isEmpty ? [UInt8(ascii: ".")] : folder) else { return names }
    let ending = own.lastIndex(of: UInt8(ascii: ".")).map { own[$0...] } ?? []
    let neighbours = entries.filter { $0.kind == .file && $0.name != own && $0.name.suffix(ending.count).elementsEqual(ending) }
    guard neighbours.count <= neighbourLimit else { return names }
    var shared: Set<String> = []
    for neighbour in neighbours {
      let path = PathText.joined(folder, neighbour.name)
      guard let content = try? FileReader(sizeLimit: sizeLimit).read(FoundFile(path: path, file: "")) else { return names }
      let search = ByteSearch(content.bytes)
      shared.formUnion(names.filter(search.containsWord))
    }
    return shared
  }
}
