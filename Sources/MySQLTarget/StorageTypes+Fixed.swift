/// Types without a modifier that matters.
extension StorageTypes {
  /// By `pg_type.typname` of `pg_catalog`.
  static let fixed: [String: StorageType] = {
    var types: [String: StorageType] = [
      "int2": StorageType("smallint", .integer, rowBytes: 2, keyBytes: 2),
      "int4": StorageType("int", .integer, rowBytes: 4, keyBytes: 4),
      "int8": StorageType("bigint", .integer, rowBytes: 8, keyBytes: 8),
      "oid": StorageType("int unsigned", .integer, rowBytes: 4, keyBytes: 4),
    ]
    types["bool"] = StorageType("tinyint(1)", .boolean, rowBytes: 1, keyBytes: 1).checked("{} in (0, 1)")
    types["float4"] = StorageType("float", .float, rowBytes: 4, keyBytes: 4)
      .with("NaN and infinity are refused, and MySQL shows six digits")
    types["float8"] = StorageType("double", .float, rowBytes: 8, keyBytes: 8).with("NaN and infinity are refused")
    types["money"] = decimal(19, 2).with("output no longer follows lc_monetary")
    types["date"] = StorageType("date", .date, rowBytes: 3, keyBytes: 3).with("years 1000 to 9999 only, without infinity")
    types["uuid"] = ascii("char(36)", bytes: 36)
      .checked("regexp_like({}, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 'c')")
      .with("only the canonical lower-case form is accepted")
    types["json"] = StorageType("json", .json, rowBytes: 12, keyBytes: nil)
      .with("MySQL normalises it: white space, key order and duplicate keys are lost").unequal()
    types["jsonb"] = StorageType("json", .json, rowBytes: 12, keyBytes: nil)
      .with("numbers beyond bigint and double lose digits (1.50 becomes 1.5)").unequal()
    types["char"] = ascii("char(1)", bytes: 1).with("a byte beyond ASCII is refused")
    types["name"] = varcharType(63).with("MySQL refuses longer names where PostgreSQL cuts them")
    types["xml"] = StorageType("longtext", .text, rowBytes: 12, keyBytes: nil).with("well-formedness is not checked").unequal()
    types["inet"] = ascii("varchar(43)", bytes: 43)
      .checked("is_ipv4(substring_index({}, '/', 1)) or is_ipv6(substring_index({}, '/', 1))")
      .with("text order is not address order, and IPv6 forms are not normalised").unequal()
    types["cidr"] = ascii("varchar(43)", bytes: 43)
      .with("text order is not address order, and bits right of the mask are not refused").unequal()
    types["macaddr"] = ascii("char(17)", bytes: 17).checked("regexp_like({}, '^[0-9a-f]{2}(:[0-9a-f]{2}){5}$', 'c')")
      .with("only the canonical form is accepted")
    types["macaddr8"] = ascii("char(23)", bytes: 23).checked("regexp_like({}, '^[0-9a-f]{2}(:[0-9a-f]{2}){7}$', 'c')")
      .with("only the canonical form is accepted")
    types["interval"] = ascii("varchar(60)", bytes: 60)
      .with("an interval is stored as PostgreSQL prints it: no arithmetic, order or normalised equality").unequal()
    types["timetz"] = ascii("varchar(21)", bytes: 21).unmappable("timetz has no equal: store UTC, or the offset in a column of its own")
    types["pg_lsn"] = StorageType("bigint unsigned", .integer, rowBytes: 8, keyBytes: 8).with("stored as a number, not as X/Y")
    types["xid"] = StorageType("bigint unsigned", .integer, rowBytes: 8, keyBytes: 8).unmappable("transaction ids mean nothing on MySQL")
    types["xid8"] = types["xid"]
    types["point"] = StorageType("point srid 0", .geometry, rowBytes: 12, keyBytes: nil).with("text forms and operators differ").unequal()
    for (name, what) in unmappedNames { types[name] = unmapped("longtext", what) }
    return types
  }()

  private static let unmappedNames = [
    "box": "box has no equal: a polygon of ST_MakeEnvelope comes near",
    "circle": "circle has no equal: store centre and radius",
    "jsonpath": "jsonpath has no equal",
    "line": "an infinite line has no equal: store its coefficients",
    "lseg": "lseg has no equal: a LINESTRING comes near",
    "path": "path has no equal: a LINESTRING or POLYGON comes near",
    "polygon": "a MySQL polygon must repeat its first point and prints otherwise",
    "tsquery": "tsquery has no equal",
    "tsvector": "tsvector has no equal: put a FULLTEXT index on the source columns",
  ]

  /// A JSON array, for every array type.
  static let array = StorageType("json", .json, rowBytes: 12, keyBytes: nil).checked("json_type({}) = 'ARRAY' collate utf8mb4_0900_bin")
    .with("subscripts start at 0, lower bounds are lost").unequal()

  static func ascii(_ name: String, bytes: Int) -> StorageType {
    var type = StorageType(name, .asciiText, rowBytes: bytes + 2, keyBytes: bytes)
    type.collation = "CHARACTER SET ascii COLLATE ascii_bin"
    return type
  }

  /// Types of well-known extensions, by name alone: an extension may live in any schema.
  static func extensionType(_ type: SourceType, target: Target) -> StorageType? {
    switch type.name {
    case "citext":
      var citext = varcharType(255)
      citext.collation = "COLLATE utf8mb4_0900_as_ci"
      return citext.with("_as_ci compares by Unicode weights, citext by lower case in the database's locale").unequal()
    case "hstore":
      return StorageType("json", .json, rowBytes: 12, keyBytes: nil).with("values are JSON strings or null").unequal()
    case "ltree": return ascii("varchar(768)", bytes: 768).with("path operators must be rewritten with LIKE")
    case "vector":
      guard let dimensions = type.plainModifier, target.version >= Target.Version(9, 0) else { return nil }
      return StorageType("vector(\(dimensions))", .vector, rowBytes: 12, keyBytes: nil)
        .with("text forms need STRING_TO_VECTOR and VECTOR_TO_STRING; distances are not in community builds").unequal()
    default: return nil
    }
  }
}

extension StorageType {
  fileprivate func checked(_ template: String) -> StorageType {
    var type = self
    type.checkTemplate = template
    return type
  }

  fileprivate func with(_ caveat: String) -> StorageType {
    var type = self
    (type.fidelity, type.caveats) = (.caveat, type.caveats + [caveat])
    return type
  }

  fileprivate func unequal() -> StorageType {
    var type = self
    (type.keepsEquality, type.keepsOrder) = (false, false)
    return type
  }

  fileprivate func unmappable(_ caveat: String) -> StorageType {
    var type = unequal()
    (type.fidelity, type.caveats) = (.none, [caveat])
    return type
  }
}
