import CLibPQ
import PostgresCatalog

/// A session that says of a statement what Describe says, and prints the tree that its analysis made.
final class AnalysingServer {
  struct Answer {
    var parameters: [OID] = []
    var columns: [(name: String, type: TypeReference)] = []
    /// nil where the statement is accepted.
    var sqlstate: String?
    var message = ""
    var tree = ""
  }

  struct TypeReference: Equatable {
    var oid: OID
    var modifier: Int32
  }

  private let handle: OpaquePointer
  private let notices = Notices()

  init?(_ url: String) {
    guard let handle = PQconnectdb(url) else { return nil }
    self.handle = handle
    guard PQstatus(handle) == CONNECTION_OK else { return nil }
    let context = Unmanaged.passUnretained(notices).toOpaque()
    PQsetNoticeReceiver(
      handle,
      { context, result in
        guard let context, let detail = PQresultErrorField(result, Int32(UInt8(ascii: "D"))) else { return }
        Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue().details.append(String(cString: detail))
      }, context)
    for setting in ["client_min_messages = log", "debug_pretty_print = off", "lc_messages = 'C'"] { PQclear(PQexec(handle, "SET " + setting)) }
  }

  deinit { PQfinish(handle) }

  private var printsTrees = false

  func analyse(_ sql: String, printsTree: Bool = true) -> Answer {
    if printsTree != printsTrees {
      PQclear(PQexec(handle, "SET debug_print_parse = \(printsTree ? "on" : "off")"))
      printsTrees = printsTree
    }
    notices.details = []
    var answer = Answer()
    let prepared = PQprepare(handle, "", sql, 0, nil)
    defer { PQclear(prepared) }
    answer.tree = notices.details.last ?? ""
    guard PQresultStatus(prepared) == PGRES_COMMAND_OK else {
      answer.sqlstate = PQresultErrorField(prepared, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? "?"
      answer.message = PQresultErrorField(prepared, Int32(UInt8(ascii: "M"))).map { String(cString: $0) } ?? "?"
      return answer
    }
    let described = PQdescribePrepared(handle, "")
    defer { PQclear(described) }
    answer.parameters = (0..<PQnparams(described)).map { PQparamtype(described, $0) }
    answer.columns = (0..<PQnfields(described)).map { column in
      (String(cString: PQfname(described, column)), TypeReference(oid: PQftype(described, column), modifier: PQfmod(described, column)))
    }
    return answer
  }
}

private final class Notices {
  var details: [String] = []
}
