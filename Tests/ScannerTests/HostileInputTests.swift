import HostLanguages
import Scanner
import Testing

/// Files that nobody wrote for a reason: none may crash, hang or take memory without bound.
@Suite(.serialized) struct HostileInputTests {
  static let paths = ["a.go", "A.java", "a.js", "a.py", "a.sql"]

  @Test(.timeLimit(.minutes(20)), arguments: paths)
  func repeatedPieces(_ path: String) {
    let pieces = [
      "\"", "'", "`", "\"\"\"", "\"\\", "\\\"", "/*", "*/", "//", "/", "#", "(", ")", "{", "}", "${", "`${", "f\"{", "f'{x:{", "f\"\"\"{", "\"select \"+",
      "\"select 1\",", "(\"select 1\"", "x(\"select 1\",", "q = \"select a from t\"\n", "\"select %s\" % (", "fmt.Sprintf(\"select %s\",",
      "a.b.", "+\"select ", "select 1;", "$1", "$$", ":a", "/[", "<", "text(\"select 1\").",
    ]
    for piece in pieces {
      let bytes = Array((String(repeating: piece, count: 3_000 / piece.utf8.count)).utf8)
      _ = FileExtractor().extract(bytes: bytes, path: path)
      _ = FileExtractor().extract(bytes: Array("db.query(\"select 1\", ".utf8) + bytes, path: path)
    }
  }

  @Test(.timeLimit(.minutes(20)), arguments: paths)
  func randomBytes(_ path: String) {
    var random = SplitMix(seed: 3)
    let words = ["select a from t", "'", "\"", "`", "${", "}", "{", "(", ")", "+", "\\", "\n", "f\"", "r'", "%s", ".query(", ",", "=", "/", "*", "é", "\u{FF}"]
    for round in 0..<60 {
      var bytes: [UInt8] = []
      for _ in 0..<300 {
        if round % 2 == 0 { bytes += Array((words.randomElement(using: &random) ?? "").utf8) } else { bytes.append(UInt8.random(in: 1...255, using: &random)) }
      }
      let extraction = FileExtractor().extract(bytes: bytes, path: path)
      for statement in extraction.statements { expectMapHolds(statement, in: bytes) }
    }
  }

  @Test(.timeLimit(.minutes(20))) func oneLineOfTenMegabytes() {
    let line = Array((String(repeating: "var a1 = b2['c']; ", count: 10_000) + String(repeating: "var a1 = b2; ", count: 800_000)).utf8)
    let extraction = FileExtractor().extract(bytes: line + Array("x.query(\"SELECT 1\")".utf8), path: "a.ts")
    #expect(extraction.statements.count == 1)
  }

  @Test(.timeLimit(.minutes(20)), arguments: paths)
  func oneLongLiteral(_ path: String) {
    let text = String(repeating: "x ", count: 150_000)
    let extraction = FileExtractor().extract(bytes: Array("x.execute(\"SELECT 1\"); y = \"\(text)\"".utf8), path: path)
    if path == "a.js" || path == "A.java" || path == "a.py" { #expect(extraction.statements.count == 1) }
  }

  @Test(.timeLimit(.minutes(20))) func deeplyNestedTemplates() {
    for depth in [10, 100, 10_000] {
      let source = "db.query(`SELECT 1`);" + String(repeating: "`a ${", count: depth) + "1" + String(repeating: "}`", count: depth)
      #expect(extract(source, "a.ts").statements.first.map(shown) == "SELECT 1")
      let python = "cur.execute('SELECT 1')\nx = " + String(repeating: "f'{", count: depth) + "1" + String(repeating: "}'", count: depth)
      #expect(extract(python, "a.py").statements.first.map(shown) == "SELECT 1")
    }
  }

  @Test(.timeLimit(.minutes(20))) func deeplyNestedParentheses() {
    let deep = String(repeating: "(", count: 50_000)
    let closed = String(repeating: ")", count: 50_000)
    #expect(extract("db.query(\(deep)`SELECT 1`\(closed))", "a.ts").statements.count == 1)
    _ = extract("db.query(\(deep)`SELECT 1`", "a.ts")
    _ = extract("db.query(`SELECT \(deep)1\(closed)`)", "a.ts")
  }
}

struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
