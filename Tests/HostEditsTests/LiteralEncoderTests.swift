import Foundation
import HostLanguages
import SourceText
import Testing

@testable import HostEdits

/// A kind of literal with its delimiters, and the texts it can hold.
struct Form: CustomTestStringConvertible, Sendable {
  var language: String
  var opening: String
  var closing: String
  var form: LiteralForm
  var testDescription: String { "\(language) \(opening)…\(closing)" }

  var encoder: LiteralEncoder { LiteralEncoder(form: form, delimiter: Array(closing.utf8)[...]) }

  /// The literal for a text, or nil when it cannot hold it.
  func literal(_ text: [UInt8]) -> [UInt8]? {
    let surroundings = LiteralEncoder.Surroundings(
      after: Array(closing.utf8)[...], startsLine: true, endsLine: true)
    guard let body = try? encoder.encode(text, in: surroundings) else { return nil }
    if form.escapes == .none, language == "python", body.reversed().prefix(while: { $0 == UInt8(ascii: "\\") }).count % 2 == 1 { return nil }
    return Array(opening.utf8) + body + Array(closing.utf8)
  }
}

private let python = ["'", "\"", "'''", "\"\"\""].flatMap { delimiter in
  [
    Form(language: "python", opening: delimiter, closing: delimiter, form: .python(delimiter)),
    Form(language: "python", opening: "f" + delimiter, closing: delimiter, form: .pythonF(delimiter)),
    Form(language: "python", opening: "r" + delimiter, closing: delimiter, form: .pythonRaw(delimiter)),
  ]
}
private let javascript = ["'", "\"", "`"].map {
  Form(language: "javascript", opening: $0, closing: $0, form: .javascript($0))
}
private let java = [
  Form(language: "java", opening: "\"", closing: "\"", form: .javaString),
  Form(language: "java", opening: "\"\"\"\n    ", closing: "\"\"\"", form: .javaTextBlock),
]
private let go = [
  Form(language: "go", opening: "\"", closing: "\"", form: .goInterpreted),
  Form(language: "go", opening: "`", closing: "`", form: .goRaw),
]

/// Numbers that are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Short texts of the characters that matter to some literal, in all orders.
private func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
  let alphabet = ["\"", "'", "`", "\\", "$", "{", "}", "\n", "\r", "\t", " ", "a", "n", "u", "x", "0", "1", "é", "文", "😀", "\u{1}", "\u{7F}", "%", "\"\"\"", "'''", "${"]
  var random = SplitMix(state: seed)
  return (0..<count).map { _ in
    Array((0..<Int(random.next() % 9)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }.joined().utf8)
  }
}

private func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}

/// Runs a program on a source file and returns the lines that it prints.
private func lines(of program: [String], source: [UInt8], name: String) throws -> [String] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sqlferry-literals-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data(source).write(to: folder.appending(path: name))
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = program + [name]
  process.currentDirectoryURL = folder
  let (output, errors) = (Pipe(), folder.appending(path: "errors"))
  try Data().write(to: errors)
  process.standardOutput = output
  process.standardError = try FileHandle(forWritingTo: errors)
  try process.run()
  let said = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\((try? String(contentsOf: errors, encoding: .utf8)) ?? "")")
  return String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

private func hexadecimal(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

/// Encodes texts in every form, has the language itself decode them, and compares.
private func expectDecoded(_ forms: [Form], by program: [String], name: String, before: String, call: (String, String), after: String) throws {
  let cases = forms.flatMap { form in texts(200, seed: 42).compactMap { text in form.literal(text).map { (form, text, $0) } } }
  var source = Array(before.utf8)
  for (_, _, literal) in cases { source += Array(call.0.utf8) + literal + Array(call.1.utf8) }
  let output = try lines(of: program, source: source + Array(after.utf8), name: name)
  try #require(output.count >= cases.count)
  for (index, (form, text, literal)) in cases.enumerated() where output[index] != hexadecimal(text) {
    Issue.record("\(form.testDescription): \(String(decoding: literal, as: UTF8.self)) is \(output[index]), not \(hexadecimal(text))")
  }
}

@Suite struct LiteralEncoderTests {
  @Test(.enabled(if: isInstalled("python3"))) func pythonAgrees() throws {
    try expectDecoded(
      python, by: ["python3", "-X", "utf8", "-W", "ignore"], name: "t.py", before: "def p(s): print(s.encode().hex())\n", call: ("p(", ")\n"),
      after: "")
  }

  @Test(.enabled(if: isInstalled("node"))) func nodeAgrees() throws {
    try expectDecoded(
      javascript, by: ["node"], name: "t.js", before: "const p = s => console.log(Buffer.from(s).toString('hex'))\n", call: ("p(", ")\n"),
      after: "")
  }

  @Test(.enabled(if: isInstalled("java") && isInstalled("javac"))) func javaAgrees() throws {
    // Many small methods: one method may not be longer than 64 KiB.
    try expectDecoded(
      java, by: ["java", "-Dfile.encoding=UTF-8", "-Xshare:auto", "-XX:TieredStopAtLevel=1"], name: "T.java",
      before: """
        public class T {
          static void p(String s) { System.out.println(java.util.HexFormat.of().formatHex(s.getBytes(java.nio.charset.StandardCharsets.UTF_8))); }
          public static void main(String[] arguments) {

        """, call: ("p(", ");\n"), after: "}\n}\n")
  }

  @Test(arguments: go + java + javascript + python) func theFixtureAgrees(_ form: Form) throws {
    for text in texts(400, seed: 7) {
      guard let literal = form.literal(text) else { continue }
      let host = Array("run(".utf8) + literal + Array(")".utf8)
      var fixture = HostFixture(language: form.language, driver: .fixture(.none, .none))
      fixture.driver.id = "none"
      let statement = try #require(fixture.statements(in: host).first, "\(String(decoding: literal, as: UTF8.self))")
      #expect(statement.text.bytes == text, "\(String(decoding: literal, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    (LiteralForm.goRaw, "`", "a`b", "`"), (.goRaw, "`", "a\rb", "\r"), (.pythonRaw("'"), "'", "a'b", "'"),
    (.pythonRaw("'"), "'", "a\nb", "\n"), (.pythonRaw("'''"), "'''", "a'''b", "'''"),
  ])
  func saysWhatItCannotHold(form: LiteralForm, delimiter: String, text: String, sequence: String) {
    let encoder = LiteralEncoder(form: form, delimiter: Array(delimiter.utf8)[...])
    #expect(throws: LiteralEncoder.CannotHold(sequence: sequence)) { try encoder.encode(Array(text.utf8)) }
  }

  @Test(arguments: [
    (LiteralForm(name: "interpreted", escapes: .go, mustEscape: ["\"", "%"]), "a % \"b\"", #"a %% \"b\""#),
    (LiteralForm(name: "string", escapes: .java, mustEscape: ["\"", "%"]), "5%\n", #"5%%\n"#),
    (LiteralForm(name: "raw", escapes: .none, cannotHold: ["`"], mustEscape: ["%"], isMultiline: true), "%%", "%%%%"),
    (LiteralForm(name: "quoted", escapes: .python, mustEscape: ["'", "{", "}"]), "{'a'}", #"{{\'a\'}}"#),
  ])
  func formatStringsDoubleTheirSigns(form: LiteralForm, text: String, expected: String) throws {
    let encoder = LiteralEncoder(form: form, delimiter: [])
    #expect(String(decoding: try encoder.encode(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func seesSequencesAcrossTheEnds() throws {
    let template = LiteralEncoder(form: .javascript("`"), delimiter: Array("`".utf8)[...])
    #expect(try template.encode(Array("{".utf8), in: .init(before: Array("$".utf8)[...])) == Array("\\{".utf8))
    #expect(try template.encode(Array("$".utf8), in: .init(after: Array("{".utf8)[...])) == Array("\\$".utf8))
    let raw = LiteralEncoder(form: .pythonRaw("'''"), delimiter: Array("'''".utf8)[...])
    #expect(throws: LiteralEncoder.CannotHold.self) { try raw.encode(Array("'".utf8), in: .init(before: Array("''".utf8)[...])) }
    #expect(throws: LiteralEncoder.CannotHold.self) { try raw.encode(Array("'".utf8), in: .init(after: Array("'''".utf8)[...])) }
  }
}

@Suite struct SimpleExpressionTests {
  @Test(arguments: [
    "a", "user.Name", "req?.body?.id", "row['id']", "a[0]", "a[i].b", "&id", "-1", "1.5e3", "0xFF", "'x'", "\"a\\\"b\"", "x!", "self.a_b", "é",
    "a + b", "\"%\" + text + \"%\"", "page*size", "(page - 1) * size", "a[i+1]", "`%${text}%`", "`%${a.b + 1}%`", "f'%{text}%'", "f\"{a['b']}\"", "`raw`",
    "'%'+\n  text", "-a - -b",
  ]) func repeatable(_ text: String) { #expect(SimpleExpression.isRepeatable(text.utf8), "\(text)") }

  @Test(arguments: [
    "f()", "a.b()", "a[f()]", "i++", "i--", "a - --b", "++i", "a++ + b", "a-- - b", "new X()", "await x", "`${f()}`", "`${a", "`a", "a = b", "a += b", "a, b",
    "x ? y : z", "", "a.", "a[", "'x", "[a]", "{a}", "f'{g()}'", "f'{a!r}'", "f'a", "f'a\nb'", "<-c", "a + <-c", "(a", "(a, b)", "()", "a +", "a == b", "a // b",
    "...a", "func() {}", "lambda: x", "yield", "a b", "\"a\nb\"", "a[a[a[a[a[a[a[a[a[a[1]]]]]]]]]]", "((((((((((a))))))))))", "tag`x`", "a /* c */",
  ]) func notRepeatable(_ text: String) { #expect(!SimpleExpression.isRepeatable(text.utf8), "\(text)") }
}

@Suite struct HeaviestSequenceTests {
  private func chosen(_ ranges: [(Int, Int, Int)]) -> [Int] {
    var sequence = HeaviestSequence(length: 100)
    for (index, range) in ranges.enumerated() { sequence.append(index, ByteRange(range.0, range.1), weight: range.2) }
    return sequence.chosen
  }

  @Test func choosesTheHeaviestAscendingRanges() {
    #expect(chosen([]) == [])
    #expect(chosen([(0, 5, 5), (5, 9, 4), (20, 30, 10)]) == [0, 1, 2])
    #expect(chosen([(10, 15, 5), (0, 9, 9)]) == [1])
    #expect(chosen([(10, 15, 9), (0, 9, 9)]) == [0], "the first among equals")
    #expect(chosen([(0, 5, 5), (50, 60, 10), (10, 20, 10), (20, 30, 10), (90, 100, 1)]) == [0, 2, 3, 4])
    #expect(chosen([(0, 5, 5), (0, 5, 5)]) == [0], "a range that comes twice")
  }

  @Test func agreesWithTryingAll() {
    var random = SplitMix(state: 3)
    for _ in 0..<300 {
      let ranges = (0..<Int(random.next() % 8)).map { _ in
        let start = Int(random.next() % 90)
        return (start, start + 1 + Int(random.next() % 10), 1 + Int(random.next() % 20))
      }
      func weight(_ indices: [Int]) -> Int? {
        for (a, b) in zip(indices, indices.dropFirst()) where ranges[a].1 > ranges[b].0 { return nil }
        return indices.reduce(0) { $0 + ranges[$1].2 }
      }
      let best = (0..<(1 << ranges.count)).compactMap { bits in weight(ranges.indices.filter { bits >> $0 & 1 == 1 }) }.max()
      #expect(weight(chosen(ranges)) == best)
    }
  }
}
