extension ExtensionPackTests {
  static let dates: [PackRow] = []
}
