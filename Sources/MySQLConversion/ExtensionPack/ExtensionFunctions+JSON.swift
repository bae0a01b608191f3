extension ExtensionPack {
  static let json: [ExtensionFunction] = []
}
