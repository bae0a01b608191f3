extension ExtensionPackTests {
  static let system: [PackRow] = []
}
