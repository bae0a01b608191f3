import PostgresCatalog

/// Which types can be sorted and compared for equality: those with a default operator class (`lookup_type_cache`).
///
/// The catalog knows operators, not operator classes: a base type counts as sortable where it has a `<` over itself, or is
/// binary-coercible to a type that has one, save for those whose `<` compares something else (sizes of shapes).
struct SortSupport: Sendable {
  let types: TypeTable
  let index: CatalogIndex
  private let sortable: Set<OID>
  private let comparable: Set<OID>

  init(types: TypeTable, index: CatalogIndex) {
    (self.types, self.index) = (types, index)
    func operands(of name: String) -> Set<OID> {
      Set(index.catalog.operators.filter { $0.name == name && $0.left == $0.right && !Self.shapes.contains($0.left) }.map(\.left))
    }
    func closure(_ types: Set<OID>) -> Set<OID> {
      types.union(index.catalog.casts.filter { $0.isBinary && $0.context == .implicit && types.contains($0.target) }.map(\.source))
    }
    sortable = closure(operands(of: "<"))
    comparable = closure(operands(of: "="))
  }

  /// point, lseg, path, box, polygon, line, circle.
  private static let shapes: Set<OID> = [600, 601, 602, 603, 604, 628, 718]

  /// Whether ORDER BY can sort by the type; true where the type is not known.
  func canSort(_ oid: OID) -> Bool { has(oid, sortable) }

  /// Whether GROUP BY, DISTINCT and UNION can compare the type; true where the type is not known.
  func canCompare(_ oid: OID) -> Bool { has(oid, comparable) }

  private func has(_ oid: OID, _ supported: Set<OID>, depth: Int = 0) -> Bool {
    let base = types.base(of: oid)
    guard let entry = types[base], depth < 16 else { return true }
    if entry.element != 0 { return has(entry.element, supported, depth: depth + 1) }
    switch entry.kind {
    case .enum, .range, .multirange: return true
    case .pseudo: return base == .record || base == .unknown || TypeTable.isPolymorphic(base)
    case .composite:
      guard let relation = index.relation(entry.relation) else { return true }
      return relation.columns.allSatisfy { has($0.type, supported, depth: depth + 1) }
    case .base, .domain: return supported.contains(base)
    }
  }
}
