extension ExtensionPackTests {
  static let intervals: [PackRow] = []
}
