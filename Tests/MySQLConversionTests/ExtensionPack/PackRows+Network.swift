extension ExtensionPackTests {
  static let network: [PackRow] = []
}
