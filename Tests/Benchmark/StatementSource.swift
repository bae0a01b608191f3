import HostLanguages
import PostgresSyntax
import Scanner
import SourceText

/// The statements in files and folders: those of SQL files, and those embedded in source code.
enum StatementSource {
  /// Each distinct statement once, in path order, UTF-8; statements with holes and with placeholders that are not `$n` are left out,
  /// for PostgreSQL's own parser cannot read them.
  static func statements(in paths: [String]) -> [[UInt8]] {
    var (statements, seen) = ([[UInt8]](), Set<[UInt8]>())
    for found in TreeWalker().files(paths: paths).files {
      for statement in FileExtractor(sizeLimit: 64 << 20).extract(found).statements where statement.kind == .statement {
        let text = statement.text
        guard text.atoms.allSatisfy({ $0.kind == .placeholder && text.bytes[$0.range.start] == UInt8(ascii: "$") }) else { continue }
        if seen.insert(text.bytes).inserted { statements.append(text.bytes) }
      }
    }
    return statements
  }
}
