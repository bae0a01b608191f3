import TestSupport

/// Ranges that are written out, over ordered bounds so that PostgreSQL seldom refuses them.
extension ExpressionGenerator {
  /// A constructor over a type of elements.
  private mutating func range(of element: String, _ depth: Int) -> GrownText {
    let name = ["int4": "int4range", "numeric": "numrange", "date": "daterange", "timestamp": "tsrange"][element] ?? "int4range"
    let flags = random.choice(["[)", "[)", "[]", "(]", "()"])
    if random.chance(20) { return random.chance(50) ? "\(name)(NULL, \(expression(element, depth)), '\(flags)')" : "\(name)(\(expression(element, depth)), NULL, '\(flags)')" }
    let (a, b) = (leaf(element), leaf(element))
    return "\(name)(least(\(a), \(b)), greatest(\(a), \(b)), '\(flags)')"
  }

  static let rangeConditions: [Form] = [
    { g, t, d in
      let element = g.pick("int4", "numeric", "date", "timestamp")
      return g.made(t, "range @> \(element)", "\(g.range(of: element, d)) @> \(g.expression(element, d))")
    },
    { g, t, d in
      let element = g.pick("int4", "numeric", "date", "timestamp")
      let symbol = g.pick("&&", "@>", "<@", "<<", ">>", "&<", "&>", "-|-", "=", "<>")
      return g.made(t, "range \(symbol) \(element)", "\(g.range(of: element, d)) \(symbol) \(g.range(of: element, d))")
    },
    { g, t, d in
      let element = g.pick("int4", "numeric", "date", "timestamp")
      let name = g.pick("isempty", "lower_inc", "upper_inc", "lower_inf", "upper_inf")
      return g.made(t, "\(name) \(element)", "\(name)(\(g.range(of: element, d)))")
    },
  ]

  static let rangeBounds: [Form] = [
    { g, t, d in g.made(t, "lower(range)", "\(g.pick("lower", "upper"))(\(g.range(of: t, d)))") },
    { g, t, d in g.made(t, "lower(range * range)", "\(g.pick("lower", "upper"))(\(g.range(of: t, d)) * \(g.range(of: t, d)))") },
  ]
}
