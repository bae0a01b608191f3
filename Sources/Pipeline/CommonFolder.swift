/// The folder that paths share, from their spelling alone.
package enum CommonFolder {
  /// The longest folder that every path lies in, as given; `.` where there is none.
  ///
  /// - Parameter isFolder: Whether a path is itself a folder, which then counts as lying in itself.
  package static func of(_ paths: [String], isFolder: (String) -> Bool = { _ in false }) -> String {
    var common: [Substring]?
    for path in paths {
      var parts = components(path)
      if !isFolder(path), !parts.isEmpty { parts.removeLast() }
      common = common.map { Array(zip($0, parts).prefix { $0 == $1 }.map(\.0)) } ?? parts
    }
    guard let common, !common.isEmpty else { return "." }
    if common == [""] { return "/" }
    return common.joined(separator: "/")
  }

  /// A path relative to the folder that `of` gave.
  package static func relative(_ path: String, to folder: String) -> String {
    let (parts, top) = (components(path), folder == "." ? [] : components(folder))
    guard parts.count > top.count, Array(parts.prefix(top.count)) == top else { return parts.joined(separator: "/") }
    return parts.dropFirst(top.count).joined(separator: "/")
  }

  /// The way from a folder to a path, both as seen from the working folder: `db/schema.sql` is `../db/schema.sql` from `src`.
  ///
  /// - Parameter workingFolder: Absolute; looked at where one of both is absolute and the other is not.
  package static func route(from folder: String, to path: String, workingFolder: String) -> String {
    let isMixed = folder.hasPrefix("/") != path.hasPrefix("/")
    func parts(_ path: String) -> [Substring] {
      let path = isMixed && !path.hasPrefix("/") ? "\(workingFolder)/\(path)" : path
      return components(path).filter { !$0.isEmpty }
    }
    let (from, to) = (parts(folder), parts(path))
    let common = zip(from, to).prefix { $0 == $1 }.count
    // The name of a folder above the working folder is not known.
    guard !from[common...].contains("..") else { return path }
    return (from[common...].map { _ in ".." } + to[common...]).joined(separator: "/")
  }

  /// Without empty parts and `.`; an absolute path begins with an empty part.
  private static func components(_ path: String) -> [Substring] {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return path.hasPrefix("/") ? [""] + parts : parts
  }
}
