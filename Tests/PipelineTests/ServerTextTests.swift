import SourceText
import Testing

@testable import Pipeline

/// SQL with its placeholders in `«…»`, numbered by the text inside: equal texts are one parameter.
func marked(_ text: String) -> SQLText {
  var bytes: [UInt8] = []
  var atoms: [Atom] = []
  var names: [String] = []
  for (index, part) in text.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
    guard index > 0, let end = part.firstIndex(of: "»") else {
      bytes += part.utf8
      continue
    }
    let marker = String(part[..<end])
    if !names.contains(marker) || marker == "?" { names.append(marker) }
    let number = marker == "?" ? names.count : (names.firstIndex(of: marker) ?? 0) + 1
    let start = bytes.count
    bytes += marker.utf8
    let name = marker.hasPrefix(":") ? String(marker.dropFirst()) : nil
    atoms.append(Atom(range: ByteRange(start, bytes.count), kind: .placeholder, parameter: number, name: name))
    bytes += part[part.index(after: end)...].utf8
  }
  return SQLText(bytes: bytes, atoms: atoms)
}

@Suite struct ServerTextTests {
  @Test(arguments: [
    ("SELECT 1", "SELECT 1"),
    ("SELECT «?», «?»", "SELECT $1, $2"),
    ("SELECT «:a», «:b», «:a»", "SELECT $1, $2, $1"),
    ("WHERE x = «?»AND y = «?»", "WHERE x = $1 AND y = $2"),
    ("SELECT 'é', «?»::text", "SELECT 'é', $1::text"),
  ])
  func placeholdersBecomeNumbers(_ source: String, _ expected: String) throws {
    #expect(try #require(ServerText(marked(source))).string == expected)
  }

  @Test func theServersOffsetsLeadBackToTheSource() throws {
    let text = marked("SELECT «:name», «:name», col FROM t")
    let server = try #require(ServerText(text))
    #expect(server.string == "SELECT $1, $1, col FROM t")
    let place = try #require(server.string.utf8.firstRange(of: "col".utf8)).lowerBound
    let offset = server.string.utf8.distance(from: server.string.utf8.startIndex, to: place)
    #expect(text.string(in: ByteRange(server.sourceOffset(of: offset), text.bytes.count)) == "col FROM t")
    #expect(server.sourceOffset(of: 7) == 7)
    #expect(server.sourceOffset(of: 8) == 7, "inside a placeholder means its start")
    #expect(server.sourceOffset(of: 9_999) == text.bytes.count)
  }

  @Test func whatTheServerCannotTakeIsNoServerText() {
    let hole = SQLText("SELECT ⟦x⟧", atoms: [Atom(range: ByteRange(7, 14), kind: .hole)])
    #expect(ServerText(hole) == nil)
    #expect(ServerText(SQLText(bytes: Array("SELECT ".utf8) + [0])) == nil)
  }

  @Test func aNameUsedTwiceCanBeTwoParameters() {
    let text = marked("SELECT «:a», «:b», «:a», «:a»")
    #expect(text.repeatsNamedPlaceholder)
    #expect(!marked("SELECT «?», «?»").repeatsNamedPlaceholder)
    #expect(text.withSeparatePlaceholders.atoms.map(\.parameter) == [1, 2, 3, 4])
    let merged = text.withSeparatePlaceholders.mergingPlaceholders(ofEqualType: [1: 23, 2: 23, 3: 25, 4: 23])
    #expect(merged.atoms.map(\.parameter) == [1, 2, 3, 1])
  }
}
