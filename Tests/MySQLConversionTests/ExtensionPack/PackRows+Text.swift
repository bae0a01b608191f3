extension ExtensionPackTests {
  static let text: [PackRow] = [
    PackRow("initcap($1::text)", "@initcap(?)", each: [nil, "", "hello world", "o'neil", "x-ray 2nd 3RD", "ÉCOLE élan", "a_b", "  two  ", "ǆ", "😀a"])
  ]
}
