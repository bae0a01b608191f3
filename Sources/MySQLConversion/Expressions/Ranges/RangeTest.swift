import SourceText

/// A condition over the bounds of ranges, with what is known of it already.
///
/// It is never NULL: a bound that is NULL is no bound.
indirect enum RangeTest {
  case always, never
  case comparison(Output, String, Output)
  case isNull(Output)
  /// The first test, or the second where that is NULL.
  case coalesced(RangeTest, RangeTest)
  case both(RangeTest, RangeTest)
  case either(RangeTest, RangeTest)

  func and(_ other: RangeTest) -> RangeTest {
    switch (self, other) {
    case (.never, _), (_, .always): self
    case (.always, _), (_, .never): other
    default: .both(self, other)
    }
  }

  func or(_ other: RangeTest) -> RangeTest {
    switch (self, other) {
    case (.always, _), (_, .never): self
    case (.never, _), (_, .always): other
    default: .either(self, other)
    }
  }

  /// The test in MySQL's words.
  func output(in context: RewriteContext) -> Output {
    switch self {
    case .always: Output(context.keyword("TRUE"))
    case .never: Output(context.keyword("FALSE"))
    case .comparison(let a, let symbol, let b):
      Output(a.parenthesized(below: .bitOr) + [.text(" \(symbol) ")] + b.parenthesized(below: .bitOr), .comparison)
    case .isNull(let value): Output(value.parenthesized(below: .bitOr) + [.text(context.keyword(" IS NULL"))], .comparison)
    case .coalesced(let test, let other):
      context.call("COALESCE", [test.output(in: context).pieces, other.output(in: context).pieces])
    case .both(let a, let b):
      Output(a.output(in: context).parenthesized(below: .and) + [.text(context.keyword(" AND "))] + b.output(in: context).parenthesized(below: .and), .and)
    case .either(let a, let b):
      Output(a.output(in: context).parenthesized(below: .or) + [.text(context.keyword(" OR "))] + b.output(in: context).parenthesized(below: .or), .or)
    }
  }
}

extension RangeValue {
  /// A comparison of two bounds, and how it comes out where one is missing.
  static func compare(_ a: Bound?, _ symbol: String, _ b: Bound?, unbounded: RangeTest) -> RangeTest {
    guard let a, let b else { return unbounded }
    let test = RangeTest.comparison(a.value, symbol, b.value)
    return a.isNullable || b.isNullable ? .coalesced(test, unbounded) : test
  }

  /// Whether a bound leaves at least as much as another: one that is missing leaves all.
  private static func reaches(_ outer: Bound?, _ symbol: String, _ inner: Bound?) -> RangeTest {
    guard let outer else { return .always }
    let isMissing = outer.isNullable ? RangeTest.isNull(outer.value) : .never
    guard let inner else { return isMissing }
    let test = RangeTest.comparison(outer.value, symbol, inner.value)
    return outer.isNullable || inner.isNullable ? .coalesced(test, isMissing) : test
  }

  private var isClosed: Bool { isLowerInclusive && isUpperInclusive }

  /// Whether it has no element. `[a,a]` has one; PostgreSQL raises an error where a lower bound is above the upper one.
  var emptiness: RangeTest {
    if isEmpty { return .always }
    if isClosed, !isIntersection { return .never }
    return Self.compare(lower, isClosed ? ">" : ">=", upper, unbounded: .never)
  }

  var fullness: RangeTest {
    if isEmpty { return .never }
    if isClosed, !isIntersection { return .always }
    return Self.compare(lower, isClosed ? "<=" : "<", upper, unbounded: .always)
  }

  func overlaps(_ other: RangeValue) -> RangeTest {
    if isEmpty || other.isEmpty { return .never }
    return Self.compare(lower, isLowerInclusive && other.isUpperInclusive ? "<=" : "<", other.upper, unbounded: .always)
      .and(Self.compare(other.lower, other.isLowerInclusive && isUpperInclusive ? "<=" : "<", upper, unbounded: .always))
      .and(fullness).and(other.fullness)
  }

  func contains(_ inner: RangeValue) -> RangeTest {
    if inner.isEmpty { return .always }
    if isEmpty { return inner.emptiness }
    let low = Self.reaches(lower, isLowerInclusive || !inner.isLowerInclusive ? "<=" : "<", inner.lower)
    let high = Self.reaches(upper, isUpperInclusive || !inner.isUpperInclusive ? ">=" : ">", inner.upper)
    return inner.emptiness.or(low.and(high))
  }

  func isLeft(of other: RangeValue) -> RangeTest {
    if isEmpty || other.isEmpty { return .never }
    return Self.compare(upper, isUpperInclusive && other.isLowerInclusive ? "<" : "<=", other.lower, unbounded: .never).and(fullness).and(other.fullness)
  }

  /// `&<`: it does not reach further to the right.
  func endsWithin(_ other: RangeValue) -> RangeTest {
    if isEmpty || other.isEmpty { return .never }
    return Self.reaches(other.upper, other.isUpperInclusive || !isUpperInclusive ? ">=" : ">", upper).and(fullness).and(other.fullness)
  }

  /// `&>`: it does not reach further to the left.
  func startsWithin(_ other: RangeValue) -> RangeTest {
    if isEmpty || other.isEmpty { return .never }
    return Self.reaches(other.lower, other.isLowerInclusive || !isLowerInclusive ? "<=" : "<", lower).and(fullness).and(other.fullness)
  }

  func isAdjacent(to other: RangeValue) -> RangeTest {
    if isEmpty || other.isEmpty { return .never }
    let after = isUpperInclusive != other.isLowerInclusive ? Self.compare(upper, "=", other.lower, unbounded: .never) : .never
    let before = other.isUpperInclusive != isLowerInclusive ? Self.compare(other.upper, "=", lower, unbounded: .never) : .never
    return after.or(before).and(fullness).and(other.fullness)
  }

  func equals(_ other: RangeValue) -> RangeTest {
    if isEmpty { return other.emptiness }
    if other.isEmpty { return emptiness }
    let same = Self.same(lower, other.lower, isLowerInclusive == other.isLowerInclusive).and(Self.same(upper, other.upper, isUpperInclusive == other.isUpperInclusive))
    return emptiness.and(other.emptiness).or(same)
  }

  /// Bounds that are both missing, or equal and of the same sort.
  private static func same(_ a: Bound?, _ b: Bound?, _ isSameSort: Bool) -> RangeTest {
    func isMissing(_ bound: Bound) -> RangeTest { bound.isNullable ? .isNull(bound.value) : .never }
    guard let a else { return b.map(isMissing) ?? .always }
    guard let b else { return isMissing(a) }
    guard isSameSort else { return isMissing(a).and(isMissing(b)) }
    return .comparison(a.value, a.isNullable || b.isNullable ? "<=>" : "=", b.value)
  }

  /// Whether a value lies in it; nil where that depends on nothing.
  func holds(_ value: Output) -> RangeTest? {
    if isEmpty { return nil }
    func side(_ bound: Bound?, _ symbol: String) -> RangeTest {
      guard let bound else { return .always }
      let test = RangeTest.comparison(value, symbol, bound.value)
      return bound.isNullable ? RangeTest.isNull(bound.value).or(test) : test
    }
    let test = side(lower, isLowerInclusive ? ">=" : ">").and(side(upper, isUpperInclusive ? "<=" : "<"))
    if case .always = test { return nil }
    return test
  }
}
