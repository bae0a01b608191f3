/// Why a file cannot be used as a snapshot.
package enum CatalogSnapshotError: Error, Hashable {
  /// The file does not begin as a snapshot does.
  case notSnapshot
  /// Written in a format that this program does not read.
  case format(String)
  /// Line and column count from 1, the column in bytes.
  case damaged(line: Int, column: Int, message: String)

  /// One sentence, lower case, no full stop.
  package var message: String {
    switch self {
    case .notSnapshot: "this is no catalog snapshot: it does not begin with {\"\(CatalogSnapshot.formatKey)\": \(CatalogSnapshot.format)"
    case .format(let found): "the snapshot has format \(found), this program reads format \(CatalogSnapshot.format)"
    case .damaged(let line, let column, let message): "line \(line), column \(column): \(message)"
    }
  }

  /// What to do.
  package var help: String {
    switch self {
    case .notSnapshot: "write one with `sqlferry catalog --database URL --output FILE`; DDL files are named with --schema"
    case .format: "write it again with `sqlferry catalog` of this version, or use the version of sqlferry that wrote it"
    case .damaged: "write it again with `sqlferry catalog`, or take the file from version control: it has been changed or cut short"
    }
  }
}

extension CatalogSnapshot {
  /// Reads what `encode` wrote. Objects that a snapshot leaves out are those of `BuiltinCatalog`.
  package static func decode(_ bytes: [UInt8]) throws(CatalogSnapshotError) -> Catalog {
    guard isSnapshot(bytes) else { throw .notSnapshot }
    var (reader, objects) = (JSONReader(bytes), SnapshotReader())
    do throws(JSONFault) {
      try reader.object { key, offset, reader throws(JSONFault) in try objects.read(key, at: offset, &reader) }
      guard reader.isAtEnd else { throw JSONFault(offset: reader.offset, message: "something stands behind the end of the snapshot") }
      return try objects.finish()
    } catch {
      if let format = objects.unknownFormat { throw .format(format) }
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == 0x0A } + 1
      let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      throw .damaged(line: line, column: column, message: error.message)
    }
  }

  /// Whether the first key is the format's.
  private static func isSnapshot(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(200).filter { $0 > 0x20 }
    return start.starts(with: "{\"\(formatKey)\":".utf8)
  }
}
