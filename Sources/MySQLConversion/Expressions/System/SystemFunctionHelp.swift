import PostgresCatalog
import PostgresSyntax
import SourceText

/// Functions and operators that have no MySQL form, with what to do instead.
struct SystemFunctionHelp: ConversionRule {
  static let id = "functions-without-equal"
  static let help = RuleHelp(
    why: """
      Full text search, XML, transaction numbers, privileges, multiranges and hstore work on types or ideas that MySQL does not have. They are \
      declined, and the finding names what comes near.
      """,
    example: "SELECT to_tsvector('english', name) @@ to_tsquery('fox') FROM item",
    manual: ["PostgreSQL: Text Search Functions and Operators", "MySQL: Full-Text Search Functions"])
  static let kinds: [NodeKind] = [.functionCall, .binaryOperation, .unaryOperation, .specialFunction]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .functionCall:
      guard case .function(let function) = context.typed[node].resolution, let subject = subject(of: function, in: context) else { return nil }
      return decline(node, subject, "\(function.name)()", in: &context)
    case .specialFunction:
      return context.tree.string(of: node).lowercased().hasPrefix("xml") ? decline(node, .xml, "this function", in: &context) : nil
    default:
      guard case .operator(let found) = context.typed[node].resolution, let subject = subject(of: found, in: context) else { return nil }
      return decline(node, subject, "the operator \(found.name)", in: &context)
    }
  }

  private func decline(_ node: NodeID, _ subject: Subject, _ what: String, in context: inout RewriteContext) -> Output {
    context.decline(subject.rule, at: node, "\(what) \(subject.message)", help: subject.help)
  }

  private enum Subject {
    case fullText, xml, transaction, privilege, multirange, range, hstore, largeObject, network, sound, secret

    var rule: String {
      switch self {
      case .fullText: "full-text-search"
      case .xml: "xml"
      case .multirange, .range: "range-value"
      case .network: "network-address"
      case .hstore: "hstore"
      case .transaction, .privilege, .largeObject, .sound, .secret: "system-function"
      }
    }

    var message: String {
      switch self {
      case .fullText: "works on lexemes: MySQL's full text search has no stemming, other stop words and other ranks"
      case .xml: "works on XML, which MySQL keeps as text"
      case .transaction: "tells transactions apart: InnoDB gives a number to those alone that write, and does not tell what a snapshot sees"
      case .privilege: "asks for privileges: MySQL keeps them for the server, each database and each table, and by roles"
      case .multirange: "works on multiranges, which MySQL does not have"
      case .range: "works on a range that is not written out, and MySQL has no range types"
      case .hstore: "works on hstore, which is JSON in MySQL"
      case .largeObject: "works on large objects, which MySQL does not have"
      case .network: "works on network addresses, which are text in MySQL"
      case .sound: "compares words by sound or by edits"
      case .secret: "encrypts or hashes in a way that MySQL does not have"
      }
    }

    var help: String {
      switch self {
      case .fullText: "put a FULLTEXT index on the columns that the vector is made of, and search with MATCH (columns) AGAINST ('words' IN BOOLEAN MODE)"
      case .xml: "build and read XML in the application; ExtractValue() knows a small part of XPath"
      case .transaction: "use a version column or a timestamp of the application's own"
      case .privilege: "query information_schema.USER_PRIVILEGES, SCHEMA_PRIVILEGES and TABLE_PRIVILEGES, or SHOW GRANTS"
      case .multirange: "keep the ranges in a table of their own, one a row"
      case .range: "keep the bounds in two columns, NULL for none, and compare them: a.lower < b.upper AND b.lower < a.upper"
      case .hstore: "use JSON_VALUE(column, '$.key') and JSON_CONTAINS_PATH"
      case .largeObject: "keep the bytes in a LONGBLOB column"
      case .network: "compare INET6_ATON() of the addresses"
      case .sound: "compute it in the application, or port the function to MySQL"
      case .secret: "hash passwords and encrypt in the application"
      }
    }
  }

  private func subject(of function: Function, in context: RewriteContext) -> Subject? {
    switch function.extensionName {
    case "hstore": return .hstore
    case "fuzzystrmatch": return .sound
    case "xml2": return .xml
    case "pgcrypto": return .secret
    case nil: break
    default: return nil
    }
    guard function.schema == "pg_catalog" else { return nil }
    if let subject = subject(of: function.arguments + [function.result], in: context) { return subject }
    let name = function.name
    if name.hasPrefix("txid_") || ["pg_current_xact_id", "pg_current_snapshot", "pg_visible_in_snapshot", "pg_xact_status", "pg_export_snapshot"].contains(name) { return .transaction }
    if name.hasPrefix("has_"), name.hasSuffix("_privilege") || name == "pg_has_role" { return .privilege }
    if name.hasPrefix("lo_") || name == "loread" || name == "lowrite" { return .largeObject }
    if name.hasPrefix("xml") || name.hasPrefix("xpath") || name.hasSuffix("_to_xml") { return .xml }
    return nil
  }

  private func subject(of found: Operator, in context: RewriteContext) -> Subject? {
    if found.extensionName == "hstore" { return .hstore }
    return found.schema == "pg_catalog" ? subject(of: [found.left, found.right, found.result], in: context) : nil
  }

  private func subject(of types: [OID], in context: RewriteContext) -> Subject? {
    for oid in types {
      guard let type = context.catalog.type(oid) else { continue }
      switch (type.kind, type.name) {
      case (_, "tsvector"), (_, "tsquery"): return .fullText
      case (_, "xml"): return .xml
      case (.multirange, _), (_, "anymultirange"): return .multirange
      case (.range, _), (_, "anyrange"): return .range
      case (_, "inet"), (_, "cidr"): return .network
      default: continue
      }
    }
    return nil
  }
}
