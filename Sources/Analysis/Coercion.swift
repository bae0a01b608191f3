import PostgresCatalog

/// Which casts a context may use, weakest first (`CoercionContext` in `primnodes.h`).
enum CoercionContext: Int, Comparable {
  case implicit, assignment, explicit

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// How one type becomes another.
enum CoercionPath: Equatable {
  case none
  /// No function runs: the same bits, a domain and its base.
  case relabel
  case function(OID)
  /// By the text forms of both types.
  case viaText
  /// Element by element.
  case array
}

/// The rules by which one type becomes another ("Type Conversion"; `parse_coerce.c`).
struct Coercion: Sendable {
  let types: TypeTable
  let index: CatalogIndex

  /// The way from `source` to `target`, both real types (`find_coercion_pathway`).
  func path(from source: OID, to target: OID, _ context: CoercionContext) -> CoercionPath {
    var (source, target) = (types.base(of: source), types.base(of: target))
    if source == target { return .relabel }
    var depth = 0
    while true {
      if let cast = index.cast(from: source, to: target) {
        guard context >= Self.context(of: cast) else { return .none }
        let path: CoercionPath = cast.isBinary ? .relabel : cast.function != 0 ? .function(cast.function) : .viaText
        return depth == 0 ? path : .array
      }
      guard target != .oidvector, target != .int2vector, let targetElement = types[target]?.element, targetElement != 0,
        let sourceElement = types[source]?.element, sourceElement != 0, depth < 8
      else { break }
      (source, target, depth) = (types.base(of: sourceElement), types.base(of: targetElement), depth + 1)
      if source == target { return .array }
    }
    return automaticPath(from: source, to: target, context, isElement: depth > 0)
  }

  private func automaticPath(from source: OID, to target: OID, _ context: CoercionContext, isElement: Bool) -> CoercionPath {
    let viaText: CoercionPath = isElement ? .array : .viaText
    if context >= .assignment, types.category(of: target) == TypeTable.stringCategory { return viaText }
    if context >= .explicit, types.category(of: source) == TypeTable.stringCategory { return viaText }
    return .none
  }

  private static func context(of cast: Cast) -> CoercionContext {
    switch cast.context {
    case .implicit: .implicit
    case .assignment: .assignment
    case .explicit: .explicit
    }
  }

  /// Whether a value of type `source` is accepted where `target` is wanted (`can_coerce_type`); polymorphic targets accept
  /// everything here and are cross-checked by `Polymorphism`.
  func canCoerce(_ source: OID, to target: OID, _ context: CoercionContext = .implicit) -> Bool {
    if source == target || target == .any || source == .unknown || TypeTable.isPolymorphic(target) { return true }
    if path(from: source, to: target, context) != .none { return true }
    if source == .record, types.isComposite(target) { return true }
    if target == .record, types.isComposite(source) { return true }
    if target == .recordArray, types.isComposite(types.element(of: source)) { return true }
    return false
  }

  /// The common type of the inputs of UNION, CASE, COALESCE, VALUES, ARRAY… ("UNION, CASE, and Related Constructs").
  ///
  /// - Parameter inputs: None of them 0; the first is the most significant.
  /// - Returns: `text` where all are unknown; nil where categories do not match.
  func commonType(of inputs: [OID]) -> OID? {
    guard let first = inputs.first else { return .text }
    if first != .unknown, inputs.allSatisfy({ $0 == first }) { return first }
    var chosen = types.base(of: first)
    for input in inputs.dropFirst() {
      let next = types.base(of: input)
      guard next != .unknown, next != chosen else { continue }
      if chosen == .unknown {
        chosen = next
      } else if types.category(of: next) != types.category(of: chosen) {
        return nil
      } else if !types.isPreferred(chosen), canCoerce(chosen, to: next), !canCoerce(next, to: chosen) {
        chosen = next
      }
    }
    return chosen == .unknown ? .text : chosen
  }
}
