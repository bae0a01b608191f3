extension ExtensionPack {
  static let system: [ExtensionFunction] = []
}
