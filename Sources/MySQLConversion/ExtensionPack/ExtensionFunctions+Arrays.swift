extension ExtensionPack {
  static let arrays: [ExtensionFunction] = []
}
