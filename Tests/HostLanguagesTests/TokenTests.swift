import Testing

import SourceText

@testable import HostLanguages

/// A source and its literals' bodies, in order of their starts; `…` marks the literals that have holes.
struct Tokens: CustomTestStringConvertible, Sendable {
  var language: HostLanguage
  var source: String
  var bodies: [String]
  var testDescription: String { "\(language.id): \(source.prefix(60))" }

  init(_ language: HostLanguage, _ source: String, _ bodies: String...) { (self.language, self.source, self.bodies) = (language, source, bodies) }
}

@Suite struct TokenTests {
  @Test(arguments: [
    Tokens(.go, #"a := "x" // "no""#, "x"),
    Tokens(.go, #"a := 'x'; b := '"'; c := "y""#, "y"),
    Tokens(.go, "a := `raw \\ \"q\" `; /* ` */ b := \"z\"", #"raw \ "q" "#, "z"),
    Tokens(.go, #"a := "esc \" quote""#, #"esc \" quote"#),
    Tokens(.go, "a := \"open\nb := \"closed\"", "closed"),
    Tokens(.go, "/* never closed \"x\"", []),
    Tokens(.java, #"String a = "x" + 'y' + "\"";"#, "x", #"\""#),
    Tokens(.java, "var a = \"\"\"\n  text \"quoted\" \\\"\"\" more\n  \"\"\";", "  text \"quoted\" \\\"\"\" more\n  "),
    Tokens(.java, #"// it's "no""# + "\nString a = \"\";", ""),
    Tokens(.javascript, #"const a = 'x' + "y";"#, "x", "y"),
    Tokens(.javascript, "const a = `x ${b} y`;", "x ${b} y"),
    Tokens(.javascript, "const a = `x ${f(`in ${c} ner`)} y`; 'z'", "x ${f(`in ${c} ner`)} y", "in ${c} ner", "z"),
    Tokens(.javascript, "const a = `x ${ {a: '}'}.a } y`;", "x ${ {a: '}'}.a } y", "}"),
    Tokens(.javascript, "`a ${/* } */ b} c`", "a ${/* } */ b} c"),
    Tokens(.javascript, #"x = y.replace(/["'`]/g, "q")"#, "q"),
    Tokens(.javascript, #"x = a / b; y = "c" / 2"#, "c"),
    Tokens(.javascript, #"return /"/.test(x) ? "y" : 'z'"#, "y", "z"),
    Tokens(.javascript, #"const re = /[/"]/; "s""#, "s"),
    Tokens(.javascript, "<p>don't</p>\nconst a = `b`", "b"),
    Tokens(.javascript, "`a \\` \\${no} $x {y}`", "a \\` \\${no} $x {y}"),
    Tokens(.javascript, "'a\\\nb'", "a\\\nb"),
    Tokens(.javascript, "`open ${ x", []),
    Tokens(.javascript, "`open ${ x\n`closed`", "closed"),
    Tokens(.typescript, "db.query<User>(`q`, [id!])", "q"),
    Tokens(.python, #"a = 'x' "y" # 'no'"#, "x", "y"),
    Tokens(.python, "a = '''x ' y''' \"\"\"z \" \\\"\"\" w\"\"\"", "x ' y", "z \" \\\"\"\" w"),
    Tokens(.python, #"a = r"\d" + Rb'\w'"#, #"\d"#, #"\w"#),
    Tokens(.python, #"a = f"x {b} y""#, "x {b} y"),
    Tokens(.python, #"a = f"x {d["k"]} y""#, #"x {d["k"]} y"#, "k"),
    Tokens(.python, #"a = f"x {b:>{w}} y {c!r:^10} {{no}}""#, "x {b:>{w}} y {c!r:^10} {{no}}"),
    Tokens(.python, #"a = f'{x:"^9}' + "y""#, #"{x:"^9}"#, "y"),
    Tokens(.python, #"a = f"{f"{f"deep"}"}""#, #"{f"{f"deep"}"}"#, #"{f"deep"}"#, "deep"),
    Tokens(.python, "a = f'''{\n  b # don't\n}'''", "{\n  b # don't\n}"),
    Tokens(.python, #"a = rf"\d{x}\{y}""#, #"\d{x}\{y}"#),
    Tokens(.python, "a = f\"open {x\nb = \"closed\"", "closed"),
    Tokens(.python, "a = 'open\nb = 'closed'", "closed"),
    Tokens(.python, #"printf"x""#, "x"),
  ])
  func finds(_ example: Tokens) throws {
    let file = try HostFile(bytes: Array(example.source.utf8), language: example.language)
    #expect(file.literalsInOrder.map { file.string(file.tokens[$0].body) } == example.bodies)
  }

  @Test func bracketsPairAcrossLiteralsAndHoles() throws {
    let source = "f(a, `x ${g(b)} )`, [1, ')'])"
    let file = try HostFile(bytes: Array(source.utf8), language: .javascript)
    #expect(file.closer(of: 1) == source.utf8.count - 1)
    let inner = try #require(source.firstRange(of: "b)"))
    let offset = source.utf8.distance(from: source.startIndex, to: inner.lowerBound)
    #expect(file.brackets.opener(around: offset).map { file.bytes[$0.position] } == UInt8(ascii: "("))
    #expect(file.arguments(ofCallAt: 1).map { file.string($0.range) } == ["a", "`x ${g(b)} )`", "[1, ')']"])
  }
}

extension Tokens {
  init(_ language: HostLanguage, _ source: String, _ bodies: [String]) { (self.language, self.source, self.bodies) = (language, source, bodies) }
}
