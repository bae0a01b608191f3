extension ExtensionPack {
  static let ranges: [ExtensionFunction] = []
}
