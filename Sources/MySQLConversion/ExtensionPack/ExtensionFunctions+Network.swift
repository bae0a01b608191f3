extension ExtensionPack {
  static let network: [ExtensionFunction] = []
}
