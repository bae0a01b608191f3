import TestSupport

/// Expressions over what is in scope, by type.
extension RandomQuery {
  mutating func expression(_ kind: Kind, _ scope: [Name], _ depth: Int) -> String {
    let named = scope.filter { $0.kind == kind }
    if depth <= 0 || random.chance(30) {
      if !named.isEmpty, random.chance(85) { return random.choice(named).text }
      return constant(kind)
    }
    if random.chance(35) { return choice(kind, scope, depth - 1) }
    return switch kind {
    case .int: int(scope, depth - 1)
    case .numeric: numeric(scope, depth - 1)
    case .text: text(scope, depth - 1)
    case .bool: condition(scope, depth - 1)
    case .date: date(scope, depth - 1)
    case .json: json(scope, depth - 1)
    case .array: array(scope, depth - 1)
    case .range: range(scope, depth - 1)
    }
  }

  private mutating func constant(_ kind: Kind) -> String {
    if random.chance(20) { return "NULL::\(RandomSchema.type(kind))" }
    return switch kind {
    case .int: random.choice(["0", "1", "2", "'3'::integer"])
    case .numeric: random.choice(["1.5", "0.0", "'2'::numeric"])
    case .text: random.choice(["'a'::text", "text 'b'", "''::text"])
    case .bool: random.choice(["true", "false"])
    case .date: random.choice(["date '2024-01-01'", "current_date"])
    case .json: random.choice(["'{}'::jsonb", "'{\"a\": 1}'::jsonb", "'null'::jsonb"])
    case .array: random.choice(["ARRAY[1, 2]", "'{}'::integer[]", "ARRAY[NULL, 1]"])
    case .range: random.choice(["int4range(1, 3)", "'empty'::int4range"])
    }
  }

  /// CASE and its kin, subqueries: of any type.
  private mutating func choice(_ kind: Kind, _ scope: [Name], _ depth: Int) -> String {
    let (a, b) = (expression(kind, scope, depth), expression(kind, scope, depth))
    switch random.below(9) {
    case 0: return "COALESCE(\(a), \(b))"
    case 1: return "CASE WHEN \(condition(scope, depth)) THEN \(a) ELSE \(b) END"
    case 2: return "CASE WHEN \(condition(scope, depth)) THEN \(a) END"
    case 3: return kind == .json ? a : "NULLIF(\(a), \(b))"
    case 4: return kind == .json ? b : "GREATEST(\(a), \(b))"
    case 5: return "(SELECT \(a))"
    case 6: return "(SELECT \(a) WHERE \(condition(scope, depth)))"
    case 7: return scalarSubquery(kind, scope, depth)
    default: return "CASE \(expression(.int, scope, 0)) WHEN \(expression(.int, scope, depth)) THEN \(a) ELSE \(b) END"
    }
  }

  private mutating func scalarSubquery(_ kind: Kind, _ scope: [Name], _ depth: Int) -> String {
    let table = random.choice(RandomSchema.tables)
    let alias = freshName()
    let inner = RandomSchema.columns.map { Name(text: "\(alias).\($0.name)", kind: $0.kind) }
    let aggregate = kind == .bool || kind == .json || kind == .range || random.chance(40) ? nil : random.choice(["max", "min"])
    // An aggregate of outer columns alone would be the outer query's.
    let value = expression(kind, aggregate == nil ? inner + scope : inner, min(depth, 1))
    if let aggregate { return "(SELECT \(aggregate)(\(value)) FROM \(table) \(alias) WHERE \(condition(inner + scope, 1)))" }
    return "(SELECT \(value) FROM \(table) \(alias) WHERE \(condition(inner + scope, 1)) ORDER BY \(alias).id LIMIT 1)"
  }

  private mutating func int(_ scope: [Name], _ depth: Int) -> String {
    let (a, b) = (expression(.int, scope, depth), expression(.int, scope, depth))
    switch random.below(14) {
    case 0: return "(\(a) + \(b))"
    case 1: return "(\(a) - \(b))"
    case 2: return "abs(\(a))"
    case 3: return "length(\(expression(.text, scope, depth)))"
    case 4: return "cardinality(\(expression(.array, scope, depth)))"
    case 5: return "array_length(\(expression(.array, scope, depth)), 1)"
    case 6: return "(\(expression(.array, scope, depth)))[1]"
    case 7: return "lower(\(expression(.range, scope, depth)))"
    case 8: return "strpos(\(expression(.text, scope, depth)), \(expression(.text, scope, depth)))"
    case 9: return "(\(expression(.numeric, scope, depth)))::integer"
    case 10: return "strict_null(\(a))"
    case 11: return "array_position(\(expression(.array, scope, depth)), \(a))"
    case 12: return "-(\(a))"
    default: return "(extract(\(random.choice(["year", "day", "month"])) from \(expression(.date, scope, depth)))::numeric % 5 IS NULL)::integer"
    }
  }

  private mutating func numeric(_ scope: [Name], _ depth: Int) -> String {
    let (a, b) = (expression(.numeric, scope, depth), expression(.numeric, scope, depth))
    switch random.below(7) {
    case 0: return "(\(a) + \(b))"
    case 1: return "(\(a) * \(expression(.int, scope, depth)))"
    case 2: return "round(\(a), 1)"
    case 3: return "abs(\(a))"
    case 4: return "(\(expression(.int, scope, depth)))::numeric"
    case 5: return "(\(a) / 2)"
    default: return "trunc(\(a))"
    }
  }

  private mutating func text(_ scope: [Name], _ depth: Int) -> String {
    let (a, b) = (expression(.text, scope, depth), expression(.text, scope, depth))
    switch random.below(16) {
    case 0: return "(\(a) || \(b))"
    case 1: return "upper(\(a))"
    case 2: return "concat(\(a), \(expression(.int, scope, depth)))"
    case 3: return "concat_ws(\(a), \(b), 'x')"
    case 4: return "substring(\(a) from 1 for 1)"
    case 5: return "substring(\(a) from 'a')"
    case 6: return "(\(expression(.int, scope, depth)))::text"
    case 7: return "(\(expression(.json, scope, depth)) ->> 'a')"
    case 8: return "replace(\(a), 'a', \(b))"
    case 9: return "split_part(\(a), 'a', 1)"
    case 10: return "format('%s', \(a))"
    case 11: return "array_to_string(\(expression(.array, scope, depth)), ',')"
    case 12: return "(\(expression(.date, scope, depth)))::varchar(20)::text"
    case 13: return "regexp_replace(\(a), 'a', 'b')"
    case 14: return "jsonb_typeof(\(expression(.json, scope, depth)))"
    default: return "left(\(a), 2)"
    }
  }

  private mutating func date(_ scope: [Name], _ depth: Int) -> String {
    let a = expression(.date, scope, depth)
    switch random.below(4) {
    case 0: return "(\(a) + \(expression(.int, scope, 0)))"
    case 1: return "(\(a) - 1)"
    case 2: return "(\(a)::timestamp)::date"
    default: return "(date_trunc('month', \(a)))::date"
    }
  }

  private mutating func json(_ scope: [Name], _ depth: Int) -> String {
    let a = expression(.json, scope, depth)
    switch random.below(8) {
    case 0: return "(\(a) -> 'a')"
    case 1: return "(\(a) -> 0)"
    case 2: return "(\(a) || '{}')"
    case 3: return "jsonb_build_object('k', \(expression(.int, scope, depth)))"
    case 4: return "to_jsonb(\(expression(.text, scope, depth)))"
    case 5: return "(\(a) #> '{k,0}')"
    case 6: return "jsonb_strip_nulls(\(a))"
    default: return "jsonb_build_array(\(expression(.text, scope, depth)))"
    }
  }

  private mutating func array(_ scope: [Name], _ depth: Int) -> String {
    let a = expression(.array, scope, depth)
    switch random.below(7) {
    case 0: return "(\(a) || \(expression(.int, scope, depth)))"
    case 1: return "(\(a) || \(expression(.array, scope, depth)))"
    case 2: return "ARRAY[\(expression(.int, scope, depth)), 1]"
    case 3: return "ARRAY(SELECT \(expression(.int, scope, depth)))"
    case 4: return "array_append(\(a), \(expression(.int, scope, depth)))"
    case 5: return "array_remove(\(a), \(expression(.int, scope, depth)))"
    default: return "(\(a))[1:1]"
    }
  }

  private mutating func range(_ scope: [Name], _ depth: Int) -> String {
    let a = expression(.range, scope, depth)
    switch random.below(3) {
    case 0: return "(\(a) * \(expression(.range, scope, depth)))"
    case 1: return "int4range(0, \(expression(.int, scope, 0)) * \(expression(.int, scope, 0)) + 5)"
    default: return a
    }
  }

  /// A condition, of the kinds that prove something of their operands and of those that do not.
  mutating func condition(_ scope: [Name], _ depth: Int) -> String { "(\(bareCondition(scope, depth)))" }

  private mutating func bareCondition(_ scope: [Name], _ depth: Int) -> String {
    let kind = random.choice([Kind.int, .int, .text, .text, .date, .numeric, .bool, .array])
    let a = expression(kind, scope, min(depth, 1))
    guard depth > 0 else { return random.choice(["\(a) IS NOT NULL", "\(a) IS NULL", "\(a) = \(expression(kind, scope, 0))"]) }
    let b = expression(kind, scope, min(depth - 1, 1))
    switch random.below(20) {
    case 0, 1: return "\(a) = \(b)"
    case 2: return "\(a) <> \(b)"
    case 3: return "\(a) > \(b)"
    case 4, 5: return "\(a) IS NOT NULL"
    case 6: return "\(a) IS NULL"
    case 7: return "\(a) IS DISTINCT FROM \(b)"
    case 8: return "(\(condition(scope, depth - 1)) AND \(condition(scope, depth - 1)))"
    case 9: return "(\(condition(scope, depth - 1)) OR \(condition(scope, depth - 1)))"
    case 10: return "NOT (\(condition(scope, depth - 1)))"
    case 11: return "\(a) IN (\(b), \(expression(kind, scope, 0)))"
    case 12: return "\(expression(.text, scope, 1)) LIKE 'a%'"
    case 13: return "\(expression(.int, scope, 1)) = ANY (\(expression(.array, scope, 1)))"
    case 14: return "\(a) BETWEEN \(b) AND \(expression(kind, scope, 0))"
    case 15: return "(\(condition(scope, depth - 1))) IS \(random.choice(["TRUE", "NOT TRUE", "FALSE", "NOT FALSE", "UNKNOWN", "NOT UNKNOWN"]))"
    case 16: return "\(a) NOT IN (\(b), \(expression(kind, scope, 0)))"
    case 17: return existence(scope, depth - 1)
    case 18: return "\(expression(.int, scope, 1)) IN (SELECT j FROM \(random.choice(RandomSchema.tables)))"
    default: return "(\(expression(.int, scope, 1)), \(expression(.text, scope, 1))) = (\(expression(.int, scope, 0)), \(expression(.text, scope, 0)))"
    }
  }

  private mutating func existence(_ scope: [Name], _ depth: Int) -> String {
    let alias = freshName()
    let inner = RandomSchema.columns.map { Name(text: "\(alias).\($0.name)", kind: $0.kind) }
    return "EXISTS (SELECT 1 FROM \(random.choice(RandomSchema.tables)) \(alias) WHERE \(condition(inner + scope, depth)))"
  }
}
