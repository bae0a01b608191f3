extension ExtensionPack {
  static let numbers: [ExtensionFunction] = []
}
