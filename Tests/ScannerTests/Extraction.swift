import HostLanguages
import Scanner
import SourceText
import Testing

/// A host source and the SQL expected in it.
///
/// Placeholders read `‹1:$1›` (parameter and spelling), line ends `⏎`; `[fragment]` and `[likely]` come after the text where they apply.
struct Extraction: CustomTestStringConvertible, Sendable {
  var path: String
  var source: String
  var statements: [String]
  var testDescription: String { "\(path): \(source.prefix(70))" }

  static func go(_ source: String, _ statements: String...) -> Extraction { Extraction(path: "a.go", source: source, statements: statements) }
  static func python(_ source: String, _ statements: String...) -> Extraction { Extraction(path: "a.py", source: source, statements: statements) }
  static func java(_ source: String, _ statements: String...) -> Extraction { Extraction(path: "A.java", source: source, statements: statements) }
  static func ts(_ source: String, _ statements: String...) -> Extraction { Extraction(path: "a.ts", source: source, statements: statements) }
  static func sql(_ source: String, _ statements: String...) -> Extraction { Extraction(path: "a.sql", source: source, statements: statements) }
}

/// Extracts and compares; the source map of every statement must hold.
func expectExtraction(_ example: Extraction, _ place: SourceLocation = #_sourceLocation) {
  let extraction = extract(example.source, example.path)
  #expect(extraction.statements.map(shown) == example.statements, sourceLocation: place)
  for statement in extraction.statements { expectMapHolds(statement, in: Array(example.source.utf8), place) }
}

func extract(_ source: String, _ path: String) -> FileExtraction { FileExtractor().extract(bytes: Array(source.utf8), path: path) }

func shown(_ statement: EmbeddedStatement) -> String {
  var result = ""
  var at = 0
  for atom in statement.text.placeholders {
    result += statement.text.string(in: ByteRange(at, atom.range.start))
    result += "‹\(atom.parameter ?? 0):\(statement.text.string(in: atom.range))›"
    at = atom.range.end
  }
  result += statement.text.string(in: ByteRange(at, statement.text.bytes.count))
  result = result.replacing("\n", with: "⏎")
  if statement.kind == .fragment { result += " [fragment]" }
  if statement.confidence == .likely { result += " [likely]" }
  return result
}

/// Every byte of the text comes from the host file, in order and without gaps; what is verbatim is the same there.
func expectMapHolds(_ statement: EmbeddedStatement, in host: [UInt8], _ place: SourceLocation = #_sourceLocation) {
  var end = 0
  for segment in statement.map.segments {
    #expect(segment.sql.start == end, "gap in the text", sourceLocation: place)
    #expect(segment.host.start >= 0 && segment.host.end <= host.count, sourceLocation: place)
    if segment.kind == .verbatim {
      #expect(Array(host[segment.host.range]) == Array(statement.text.bytes[segment.sql.range]), sourceLocation: place)
    }
    if segment.literal >= 0 { #expect(statement.literals[segment.literal].body.contains(segment.host), sourceLocation: place) }
    end = segment.sql.end
  }
  #expect(end == statement.text.bytes.count, sourceLocation: place)
  let holes = statement.map.segments.filter { $0.kind == .hole }.map(\.sql)
  #expect(statement.text.holes.map(\.range) == holes, sourceLocation: place)
}
