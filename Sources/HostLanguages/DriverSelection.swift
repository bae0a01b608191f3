/// The drivers that a file may use, told by its imports.
package struct DriverCandidates: Sendable {
  /// In order of preference; at least one.
  package let rules: [DriverRule]

  package init(file: HostFile) {
    let search = ByteSearch(file.bytes)
    let rules = file.language.drivers
    let imported = rules.filter { rule in rule.imports.contains { search.contains($0) } }
    self.rules = imported.isEmpty ? rules.filter(\.imports.isEmpty) : imported
  }

  /// Where calls of the driver hold their values.
  package static func shape(of rule: DriverRule, in language: HostLanguage) -> ParameterShape {
    rule.parameterShape ?? language.parameterShape
  }
}
