extension ExtensionPackTests {
  static let arrays: [PackRow] = []
}
