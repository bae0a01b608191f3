/// What well-known extensions bring.
enum ExtensionData {
  /// Adds an extension with its objects; false for one that is not known.
  static func add(_ name: String, version: String?, in schema: String, to state: inout SchemaState) -> Bool {
    switch name {
    case "plpgsql":
      state.extensions.append(Extension(name: name, version: "1.0", schema: "pg_catalog", comment: "PL/pgSQL procedural language"))
      return true
    default: return false
    }
  }
}
