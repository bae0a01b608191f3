extension ExtensionPackTests {
  static let numbers: [PackRow] = []
}
