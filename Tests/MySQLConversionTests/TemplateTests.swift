import SourceText
import Testing

@testable import MySQLConversion

@Suite struct TemplateTests {
  @Test(arguments: [
    ("F({0}, 1)", [Output("a + b", .additive)], false, "F(a + b, 1)"),
    ("{0} DIV 2", [Output("a + b", .additive)], false, "(a + b) DIV 2"),
    ("CAST({0} AS CHAR)", [Output("a OR b", .or)], true, "cast(a OR b as char)"),
    ("IF({0} = 'ON', {1}, {0})", [Output("x"), Output("y")], true, "if(x = 'ON', y, x)"),
    ("JSON_TYPE({0}) = '{{0}'", [Output("x")], false, "JSON_TYPE(x) = '{0}'"),
    ("F('{\"a\": 1}')", [], false, "F('{\"a\": 1}')"), ("F({7})", [], false, "F()"),
    ("@initcap({0}) = '@initcap({0})'", [Output("x")], false, "pg_ext.initcap(x) = '@initcap(x)'"),
  ])
  func fills(_ template: String, _ values: [Output], _ lowercase: Bool, _ expected: String) {
    let text = pieces(Template(template), values, lowercase: lowercase).map { if case .text(let text) = $0 { text } else { "?" } }.joined()
    #expect(text == expected)
  }

  @Test func aLiteralsBracesAreNoPlaces() {
    let template = Template("F(\(Template.literal("{0} o'clock")), {0})")
    #expect(pieces(template, [Output("x")]) == [.text("F('{0} o''clock', x)")])
  }

  private func pieces(_ template: Template, _ values: [Output], lowercase: Bool = false) -> [Piece] {
    var functions: Set<String> = []
    return template.filled(with: values, lowercase: lowercase, pack: "pg_ext", functions: &functions)
  }
}
