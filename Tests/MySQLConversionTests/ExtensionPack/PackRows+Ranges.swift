extension ExtensionPackTests {
  static let ranges: [PackRow] = []
}
