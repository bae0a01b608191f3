extension ExtensionPack {
  static let dates: [ExtensionFunction] = []
}
