/// An object identifier of PostgreSQL's system catalog.
///
/// In a catalog that no server gave, built-in objects have PostgreSQL's own oids and all others are numbered from
/// `BuiltinCatalog.firstFreeOID`; a reference whose target is not known is 0.
package typealias OID = UInt32

/// What a database's catalog says: schemas and relations, and the types, functions, operators and casts that analysis resolves by.
///
/// A value, loaded once, the same whatever it was read from: a live server, DDL files, a snapshot. Look-ups go through
/// `CatalogIndex`. Texts of expressions and definitions are as PostgreSQL's own functions print them (`pg_get_expr`…) with only
/// `pg_catalog` in the search path, so that other schemas' names are qualified; those of objects in `pg_catalog` and
/// `information_schema` are left out.
package struct Catalog: Sendable {
  /// As `server_version_num`: 150018.
  package var serverVersion = 0
  /// As `server_version`: "15.18 (Debian 15.18-0+deb12u1)".
  package var serverVersionText = ""
  package var database = ""
  /// The database's comment.
  package var comment: String?
  /// `UTF8`…
  package var encoding = ""
  /// The database's collation: `C.UTF-8`, `en_US.UTF-8`…; an ICU or built-in locale where the provider is one of these.
  package var collation = ""
  package var characterType = ""
  /// Who compares under the database's collation.
  package var localeProvider = Collation.Provider.libc
  package var timeZone = ""
  /// As `lc_monetary`: how money is written and how many digits it has after the point. Empty where it is not known.
  package var monetaryLocale = ""
  /// As `lc_numeric`: what D and G stand for in the templates of numbers. Empty where it is not known.
  package var numericLocale = ""
  package var standardConformingStrings = true
  /// Effective schemas of search_path in order, without pg_catalog unless it is named there.
  package var searchPath: [String] = []
  package var schemas: [Schema] = []
  /// Sequences and composite types are relations too, as in `pg_class`.
  package var relations: [Relation] = []
  package var types: [PostgresType] = []
  package var functions: [Function] = []
  package var operators: [Operator] = []
  package var operatorClasses: [OperatorClass] = []
  package var casts: [Cast] = []
  package var collations: [Collation] = []
  package var extensions: [Extension] = []

  package init() {}
}

/// A row of `pg_namespace`.
package struct Schema: Hashable, Sendable {
  package var oid: OID
  package var name: String
  /// Whether the connected role has USAGE.
  package var usable: Bool
  package var comment: String?
  /// The extension that made it.
  package var extensionName: String?

  package init(oid: OID, name: String, usable: Bool = true, comment: String? = nil, extensionName: String? = nil) {
    (self.oid, self.name, self.usable, self.comment, self.extensionName) = (oid, name, usable, comment, extensionName)
  }
}

/// A row of `pg_extension`.
package struct Extension: Hashable, Sendable {
  package var name: String
  package var version: String
  /// Where its objects are.
  package var schema: String
  package var comment: String?

  package init(name: String, version: String = "", schema: String = "", comment: String? = nil) {
    (self.name, self.version, self.schema, self.comment) = (name, version, schema, comment)
  }
}

/// A row of `pg_collation`.
package struct Collation: Hashable, Sendable {
  /// `pg_collation.collprovider`; `default` is the database's own.
  package enum Provider: String, Sendable, CaseIterable { case `default` = "d", builtin = "b", icu = "i", libc = "c" }

  package var schema: String
  package var name: String
  package var provider: Provider
  package var isDeterministic: Bool
  /// LC_COLLATE and LC_CTYPE of libc's; nil for others.
  package var collate: String?
  package var characterType: String?
  /// The locale of ICU's and built-in ones; nil for libc's.
  package var locale: String?
  /// ICU rules that tailor it (from PostgreSQL 16).
  package var rules: String?
  /// The encoding that it is for, nil for any.
  package var encoding: String?
  package var comment: String?
  package var extensionName: String?

  package init(
    schema: String, name: String, provider: Provider, isDeterministic: Bool = true, collate: String? = nil, characterType: String? = nil,
    locale: String? = nil, rules: String? = nil, encoding: String? = nil, comment: String? = nil, extensionName: String? = nil
  ) {
    (self.schema, self.name, self.provider, self.isDeterministic) = (schema, name, provider, isDeterministic)
    (self.collate, self.characterType, self.locale, self.rules) = (collate, characterType, locale, rules)
    (self.encoding, self.comment, self.extensionName) = (encoding, comment, extensionName)
  }
}
