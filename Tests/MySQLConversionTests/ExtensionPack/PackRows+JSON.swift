extension ExtensionPackTests {
  static let json: [PackRow] = []
}
