extension ExtensionPack {
  static let intervals: [ExtensionFunction] = []
}
