import Testing

@testable import PostgresCatalog
@testable import PostgresServer

/// Every field of the catalog, read from a schema that has every kind of object.
@Suite(.enabled(if: TestServer.isWanted)) struct CatalogFieldsTests {
  @Test func holdsEveryField() async throws {
    try await TestServer.withDatabase(EveryObjectSchema.statements) { name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name))
      let index = CatalogIndex(try await CatalogLoader.load(connection))
      try database(index.catalog)
      try types(index)
      try columns(index)
      try constraints(index)
      try indexes(index)
      try others(index)
      try routines(index)
      try await definitionsAreTheServers(index.catalog, connection)
      await connection.close()
    }
  }

  private func database(_ catalog: Catalog) throws {
    #expect(catalog.localeProvider == .libc && catalog.searchPath == ["public"] && catalog.standardConformingStrings)
    #expect(catalog.schemas.first { $0.name == "audit" }?.comment == "who did what")
    #expect(catalog.extensions == [Extension(name: "plpgsql", version: "1.0", schema: "pg_catalog", comment: "said otherwise")])
    let nocase = try #require(catalog.collations.first { $0.name == "nocase" })
    #expect(nocase.provider == .icu && !nocase.isDeterministic && nocase.locale == "und-u-ks-level2" && nocase.comment == "any case")
    let ordered = try #require(catalog.collations.first { $0.name == "Ordered" })
    #expect(ordered.schema == "Mixed Case" && ordered.collate == "C" && ordered.characterType == "C" && ordered.encoding == "UTF8")
    #expect(catalog.functions.first { $0.name == "plpgsql_call_handler" }?.extensionName == "plpgsql")
  }

  private func types(_ index: CatalogIndex) throws {
    let level = try #require(index.type(named: "level", schema: "audit"))
    #expect(level.labels == ["low", "it's, \"high\"", "NULL", "tab\tand\\slash"] && level.comment == "levels")
    let email = try #require(index.type(named: "email"))
    #expect(email.collation == "pg_catalog.\"C\"" && email.isCollatable && email.defaultExpression == "'a@b'::character varying" && email.comment == "mail")
    #expect(email.checks.map(\.name) == ["email_check", "later"] && email.checks.map(\.isValidated) == [true, false])
    #expect(email.checks[0].expression == "((VALUE)::text ~~ '%@%'::text)")
    let strict = try #require(index.type(named: "Strict", schema: "Mixed Case"))
    #expect(strict.base == email.oid && strict.collation == nil && strict.checks[0].comment == "short")
    let span = try #require(index.type(named: "span")?.range)
    #expect(index.displayName(of: span.subtype) == "double precision" && index.displayName(of: span.multirange) == "spans")
    #expect(span.operatorClass == QualifiedName("pg_catalog", "float8_ops") && span.difference == QualifiedName("public", "span_diff"))
    #expect(span.canonical == nil && index.type(named: "spans")?.rangeOfMultirange == index.type(named: "span")?.oid)
    #expect(index.type(named: "words")?.range?.collation == "pg_catalog.\"C\"")
    #expect(index.type(.varchar)?.acceptsModifier == true && index.type(.int4)?.isCollatable == false)
    #expect(index.type(named: "pair")?.comment == "two" && index.relation(named: "pair")?.columns[1].comment == "second")
  }

  private func columns(_ index: CatalogIndex) throws {
    let customer = try #require(index.relation(named: "customer"))
    #expect(customer.columns.map(\.number) == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
    #expect(customer.column(named: "doubled")?.generation == .stored && customer.column(named: "number")?.identity == .always)
    #expect(customer.column(named: "other")?.identity == .byDefault && customer.column(named: "name")?.comment == "it's\nthe \"name\"\t\\ 💶")
    #expect(customer.column(named: "name")?.collation == "public.nocase" && customer.column(named: "email")?.collation == nil)
    #expect(customer.columns[0].isSerial && customer.columns[0].sequence == QualifiedName("public", "customer_id_seq"))
    #expect(customer.columns[0].defaultExpression == "nextval('public.customer_id_seq'::regclass)")
    #expect(customer.column(named: "price")?.sequence == nil)
    let line = try #require(index.relation(named: "Order \"Line\" No", schema: "Mixed Case"))
    #expect(!(line.columns[2].isSerial) && line.columns[2].sequence == nil)
    let child = try #require(index.relation(named: "child"))
    #expect(child.columns.map(\.name) == ["p", "q", "r"] && child.columns.map(\.isInherited) == [true, true, false])
    #expect(child.columns.map(\.isLocal) == [false, true, true])
    let number = try #require(index.relation(named: "customer_number_seq")?.sequence)
    #expect(
      number == SequenceOptions(
        start: 100, increment: 5, maximum: 1000, cache: 3, isCycling: true,
        owner: .init(relation: QualifiedName("public", "customer"), column: "number", isIdentity: true)))
    let free = try #require(index.relation(named: "Free Seq", schema: "audit"))
    #expect(free.sequence == SequenceOptions(type: .int2, start: 4, increment: -2, minimum: -100, maximum: 10, isCycling: true))
    #expect(free.comment == "free" && index.relation(named: "owned_only")?.sequence?.owner?.column == "price")
    #expect(index.relation(named: "customer_id_seq")?.sequence?.type == .int4)
  }

  private func constraints(_ index: CatalogIndex) throws {
    func constraint(_ relation: String, _ name: String, schema: String = "public") throws -> Constraint {
      try #require(index.relation(named: relation, schema: schema)?.constraints.first { $0.name == name }, "\(relation).\(name)")
    }
    let positive = try constraint("customer", "positive")
    #expect(positive.isNoInherit && positive.checkExpression == "(price > (0)::numeric)" && positive.comment == "no gifts")
    let named = try constraint("customer", "Named")
    #expect(!named.isValidated && named.checkExpression == "((name)::text <> 'y'::text)" && named.definition.hasSuffix("NOT VALID"))
    let foreign = try constraint("entry", "FK", schema: "audit")
    #expect(foreign.isDeferrable && foreign.isInitiallyDeferred && foreign.onDelete == "c" && foreign.onUpdate == "n" && foreign.match == .simple)
    let full = try constraint("part_of", "part_of_y_x_fkey")
    #expect(full.match == .full && full.columns == ["y", "x"] && full.referencedColumns == ["Key 2", "Key 1"])
    #expect(full.referencedSchema == "Mixed Case" && full.referencedTable == "Order \"Line\" No" && full.onDeleteColumns.isEmpty)
    #expect(try constraint("half_of", "half_of_y_x_fkey").onDeleteColumns == ["x"])
    let exclusion = try #require(index.relation(named: "booking")?.constraints.first)
    #expect(exclusion.kind == .exclusion && exclusion.exclusionOperators == [QualifiedName("pg_catalog", "&&")] && exclusion.columns == ["during"])
    let inherited = try constraint("child", "parent_q_check")
    #expect(inherited.isInherited && !inherited.isLocal)
    let key = try constraint("customer", "customer_pkey")
    #expect(index.relation(named: "customer")?.indexes.first { $0.oid == key.index }?.isPrimary == true && foreign.index == key.index)
  }

  private func indexes(_ index: CatalogIndex) throws {
    let entry = try #require(index.relation(named: "entry", schema: "audit"))
    let unique = try #require(entry.indexes.first { $0.name == "entry_unique" })
    #expect(unique.nullsNotDistinct && unique.isUnique && unique.included == ["note"] && unique.keys.map(\.column) == ["b", "a"])
    let mixed = try #require(entry.indexes.first { $0.name == "entry_mixed" })
    #expect(mixed.keys[2].collation == "pg_catalog.\"C\"" && mixed.keys[2].operatorClass == "pg_catalog.text_pattern_ops")
    #expect(mixed.keys[0].expression == "lower((note)::text)" && mixed.keys[0].operatorClass == nil && mixed.keys[0].collation == nil)
    #expect(mixed.predicate == "(a > 1)" && mixed.included == ["a"] && mixed.keys[1].isDescending && !mixed.keys[1].nullsFirst)
    let customer = try #require(index.relation(named: "customer"))
    #expect(customer.indexes.first { $0.name == "Odd Index" }?.method == "hash" && customer.indexes.first { $0.name == "customer_tags" }?.method == "gin")
    #expect(customer.indexes.first { $0.name == "customer_pkey" }?.comment == "key")
    let booking = try #require(index.relation(named: "booking")?.indexes.first)
    #expect(booking.isExclusion && booking.method == "gist" && booking.predicate == "(room > 0)")
    #expect(index.relation(named: "parts_1")?.indexes.first { $0.name == "parts_1_t_idx" }?.parent == QualifiedName("public", "parts_t"))
  }

  private func others(_ index: CatalogIndex) throws {
    #expect(index.relation(named: "fleeting")?.persistence == .unlogged && index.relation(named: "typed")?.ofType == index.type(named: "pair")?.oid)
    let parts = try #require(index.relation(named: "parts_1"))
    #expect(parts.isPartition && parts.partitionBound == "FOR VALUES FROM (1) TO (9)" && parts.parents == [QualifiedName("public", "parts")])
    #expect(index.relation(named: "parts_rest")?.partitionBound == "DEFAULT" && index.relation(named: "listed")?.partitionKey == "LIST (lower(k))")
    let names = try #require(index.relation(named: "names")), invoked = try #require(index.relation(named: "invoked", schema: "audit"))
    #expect(names.viewOptions.isSecurityBarrier && names.viewOptions.checkOption == .local && !names.viewOptions.isSecurityInvoker)
    #expect(invoked.viewOptions.isSecurityInvoker && invoked.viewOptions.checkOption == .cascaded && names.comment == "view")
    #expect(index.relation(named: "totals")?.viewOptions.isPopulated == false && index.relation(named: "totals")?.comment == "sums")
    let distant = try #require(index.relation(named: "distant"))
    #expect(distant.foreign == ForeignOptions(server: "far", options: ["table_name=it's"]) && distant.columns[0].foreignOptions == ["column_name=A b"])
    let parent = try #require(index.relation(named: "parent")), child = try #require(index.relation(named: "child"))
    #expect(parent.rules.map(\.name) == ["loud", "quiet"] && parent.rules.map(\.enabled) == [.disabled, .origin])
    #expect(parent.rules[1].isInstead && parent.rules[1].event == .delete && parent.rules[1].comment == "hush" && parent.hasInheritanceChildren)
    #expect(child.hasRowSecurity && child.forcesRowSecurity && child.policies.map(\.name) == ["All", "mine"])
    let mine = child.policies[1]
    #expect(mine.command == .update && !mine.isPermissive && mine.roles.contains("pg_monitor") && mine.roles.count == 2)
    #expect(mine.using == "(r > 0)" && mine.check == "(r < 10)" && mine.comment == "own" && child.policies[0].roles == ["public"])
    try triggers(index)
  }

  private func triggers(_ index: CatalogIndex) throws {
    let customer = try #require(index.relation(named: "customer"))
    #expect(customer.triggers.map(\.name) == ["counted", "emptied", "touched"] && customer.triggers.map(\.enabled) == [.disabled, .always, .origin])
    let touched = customer.triggers[2]
    #expect(touched.timing == .before && touched.events == [.insert, .update] && touched.updateColumns == ["name", "price"])
    #expect(touched.isForEachRow && touched.isConditional && touched.arguments == ["it's", "a\\b", ""] && touched.comment == "touches")
    #expect(touched.function == QualifiedName("public", "touch") && !customer.triggers[0].isForEachRow && customer.triggers[0].oldTable == "Gone")
    let checked = try #require(index.relation(named: "entry", schema: "audit")?.triggers.first)
    #expect(checked.isConstraint && checked.isDeferrable && checked.isInitiallyDeferred && checked.timing == .after)
    #expect(index.relation(named: "names")?.triggers.first?.timing == .insteadOf)
    #expect(index.relation(named: "parts_1")?.triggers.first?.isInherited == true && index.relation(named: "parts")?.triggers.first?.isInherited == false)
  }

  private func routines(_ index: CatalogIndex) throws {
    let split = try #require(index.functions(named: "split").first)
    #expect(split.parameters.map(\.mode) == [.input, .input, .output, .output, .variadic])
    #expect(split.parameters.map(\.name) == ["a", "b", "c", "d", "e"] && split.parameters[4].defaultExpression == "'{}'::integer[]")
    #expect(split.parameters[1].defaultExpression == "'x'::text" && split.parameters[0].defaultExpression == nil)
    #expect(split.language == "sql" && split.isLeakproof && split.parallel == .safe && split.cost == 7.5 && split.body == "SELECT 1, $2")
    #expect(split.settings == ["search_path=audit, public"] && split.comment == "splits" && split.definition?.hasPrefix("CREATE OR REPLACE") == true)
    let listing = try #require(index.functions(named: "listing").first)
    #expect(listing.isSecurityDefiner && listing.returnsSet && listing.rows == 20 && listing.modes == [.input, .table, .table])
    let procedure = try #require(index.functions(named: "Do It", schema: "Mixed Case").first)
    #expect(procedure.kind == .procedure && procedure.modes == [.both, .input] && procedure.comment == "does")
    #expect(index.functions(named: "standard").first?.body == "RETURN (a + 1)")
    let joined = try #require(index.functions(named: "joined").first)
    #expect(joined.aggregate?.transition == QualifiedName("pg_catalog", "textcat") && joined.aggregate?.initialValue == "")
    #expect(joined.aggregate?.isTransitionStrict == true && joined.comment == "joins" && joined.definition == nil)
    #expect(index.functions(named: "least_of").first?.aggregate?.sortOperator == QualifiedName("pg_catalog", "<"))
    let share = try #require(index.functions(named: "share").first?.aggregate)
    #expect(share.kind == .orderedSet && share.directArguments == 1 && share.final == QualifiedName("pg_catalog", "percentile_disc_final"))
    let more = try #require(index.operators(named: ">>>").first), less = try #require(index.operators(named: "<<<").first)
    #expect(more.commutator == less.oid && more.negator == less.oid && more.canMerge && more.canHash && less.comment == "less")
    let cast = try #require(index.type(named: "pair").flatMap { index.cast(from: $0.oid, to: .text) })
    #expect(cast.context == .assignment && cast.comment == "shows" && cast.function != 0)
    let operators = try #require(index.catalog.operatorClasses.first { $0.name == "pair_ops" })
    #expect(operators.method == "hash" && operators.isDefault && operators.comment == "hashes" && index.displayName(of: operators.input) == "pair")
  }

  /// Definitions that are put together here read as the server prints them.
  private func definitionsAreTheServers(_ catalog: Catalog, _ connection: PostgresConnection) async throws {
    let rows = try await connection.query(
      """
      SELECT n.nspname, x.relname, pg_get_indexdef(x.oid) FROM pg_class x JOIN pg_namespace n ON n.oid = x.relnamespace,
        set_config('search_path', '', false) WHERE x.relkind IN ('i', 'I') AND n.nspname NOT LIKE 'pg\\_%'
      """)
    var definitions: [QualifiedName: String] = [:]
    for relation in catalog.relations { for index in relation.indexes { definitions[QualifiedName(relation.schema, index.name)] = index.definition } }
    #expect(rows.count > 15)
    for var row in rows.rows {
      let name = QualifiedName(row.string(), row.string())
      #expect(definitions[name] == row.string())
    }
  }

  /// The system catalogs show everybody everything but what may be used.
  @Test func aRoleWithoutPrivilegesSeesTheSame() async throws {
    let role = TestServer.freshName("role")
    try await TestServer.withDatabase(EveryObjectSchema.statements + ["CREATE ROLE \(role) LOGIN PASSWORD 'x'", "REVOKE ALL ON SCHEMA public FROM PUBLIC"]) { name in
      var catalogs: [Catalog] = []
      for user in [nil, role] {
        let connection = try await PostgresConnection.open(TestServer.url(database: name, user: user, password: user == nil ? nil : "x"))
        catalogs.append(try await CatalogLoader.load(connection))
        await connection.close()
      }
      #expect(catalogs[1].schemas.first { $0.name == "audit" }?.usable == false && catalogs[1].relations.first { $0.name == "customer" }?.selectable == false)
      #expect(catalogs[0].searchPath == ["public"] && catalogs[1].searchPath == [])
      for place in catalogs.indices {
        catalogs[place].searchPath = []
        for number in catalogs[place].schemas.indices { catalogs[place].schemas[number].usable = true }
        for number in catalogs[place].relations.indices { catalogs[place].relations[number].selectable = true }
      }
      #expect(CatalogSnapshot.encode(catalogs[0]) == CatalogSnapshot.encode(catalogs[1]))
    }
    _ = try await TestServer.administrator().query("DROP ROLE \(role)")
  }
}
