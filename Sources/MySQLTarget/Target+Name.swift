/// Reading targets: from the names that `--target` takes and from what a server says of itself.
extension Target {
  /// A `--target` value that names no target, or a server that is none.
  package enum NameError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text as given.
    case unknownName(String)
    /// What the server says its version is, when that is no version number.
    case unreadableVersion(String)
    /// A fork that understands another SQL, with its version.
    case notMySQL(String)
    /// A MySQL before `oldest`.
    case tooOld(Version)

    /// One sentence for people, without a full stop.
    package var description: String {
      switch self {
      case .unknownName(let name): "unknown target \"\(name)\"; accepted are \(Target.acceptedNames)"
      case .unreadableVersion(let text): "\"\(text)\" is no MySQL version"
      case .notMySQL(let text): "the server is no MySQL but \(text)"
      case .tooOld(let version): "MySQL \(version) is older than \(Target.oldest), the oldest that sqlferry writes for"
      }
    }
  }

  /// The oldest MySQL that rewrites are written for; `mysql-8.0` means it, so that what runs there runs on every later 8.0.
  ///
  /// It has what rewrites stand on: `utf8mb4_0900_bin` (8.0.17), functional keys (8.0.13), enforced checks (8.0.16) and
  /// row aliases in `INSERT` (8.0.19).
  package static let oldest = Version(8, 0, 23)

  /// What `--target` accepts, for help and messages.
  package static let acceptedNames =
    "mysql-8.0, mysql-8.4, mysql-9.0 to mysql-9.7, rds-mysql-8.0, rds-mysql-8.4, aurora-mysql-3.01 to aurora-mysql-3.10, "
    + "each also with a patch release (mysql-8.0.36)"

  /// The target of that `--target` name.
  ///
  /// - Throws: `NameError.unknownName` or `.tooOld`.
  package init(named name: String) throws(NameError) {
    let service = [Service.aurora, .rds, .mysql].first { name.hasPrefix($0.rawValue + "-") }
    guard let service, let numbers = Self.numbers(in: name.dropFirst(service.rawValue.utf8.count + 1)) else {
      throw .unknownName(name)
    }
    guard let version = try Self.version(numbers, of: service) else { throw .unknownName(name) }
    self.init(service: service, version: version, name: name)
  }

  /// The target that a server is, by its own words.
  ///
  /// - Parameter version: `SELECT VERSION()`, as `8.4.3-log`.
  /// - Parameter comment: `@@version_comment`; MariaDB names itself here or in the version.
  /// - Parameter auroraVersion: `AURORA_VERSION()`, as `3.04.0`; nil where the function does not exist.
  /// - Parameter baseDirectory: `@@basedir`; RDS runs from `/rdsdbbin`, which is what tells it from a server of one's own.
  package static func detected(
    version text: String, comment: String, auroraVersion: String? = nil, baseDirectory: String = ""
  ) throws(NameError) -> Target {
    for fork in ["MariaDB", "TiDB"] where text.contains(fork) || comment.contains(fork) { throw .notMySQL("\(fork) (\(text))") }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let numbers = numbers(in: digits), numbers.count >= 2 else { throw .unreadableVersion(text) }
    let version = Version(numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
    guard version >= oldest else { throw .tooOld(version) }
    if let auroraVersion, let aurora = Self.numbers(in: auroraVersion[...]), aurora.count >= 2 {
      return Target(service: .aurora, version: version, name: "\(Service.aurora.rawValue)-\(auroraName(aurora))")
    }
    let service = baseDirectory.hasPrefix("/rdsdbbin") ? Service.rds : .mysql
    return Target(service: service, version: version, name: "\(service.rawValue)-\(version.major).\(version.minor)")
  }

  /// One to three numbers of at most four digits with periods between, or nil.
  private static func numbers(in text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy(isDigit) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func version(_ numbers: [Int], of service: Service) throws(NameError) -> Version? {
    guard numbers.count >= 2 else { return nil }
    if service == .aurora {
      guard numbers[0] == 3, let compatible = auroraCompatibility[numbers[1]] else { return nil }
      return compatible
    }
    let series = Version(numbers[0], numbers[1])
    let known = series == Version(8, 0) || series == Version(8, 4) || (service == .mysql && (Version(9, 0)...Version(9, 7)).contains(series))
    guard known else { return nil }
    guard numbers.count == 3 else { return series == Version(8, 0) ? oldest : series }
    let version = Version(numbers[0], numbers[1], numbers[2])
    guard version >= oldest else { throw .tooOld(version) }
    return version
  }

  private static func auroraName(_ numbers: [Int]) -> String { "\(numbers[0])." + (numbers[1] < 10 ? "0" : "") + "\(numbers[1])" }

  /// The community release that each minor version of Aurora MySQL 3 is compatible with ("Database engine updates for Amazon Aurora
  /// MySQL version 3"): by its manual, not measured.
  private static let auroraCompatibility: [Int: Version] = [
    1: Version(8, 0, 23), 2: Version(8, 0, 23), 3: Version(8, 0, 26), 4: Version(8, 0, 28), 5: Version(8, 0, 32),
    6: Version(8, 0, 34), 7: Version(8, 0, 36), 8: Version(8, 0, 39), 9: Version(8, 0, 40), 10: Version(8, 0, 42),
  ]
}

extension Target.Version: CustomStringConvertible {
  /// `8.4` or, with a patch release, `8.0.36`.
  package var description: String { patch == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(patch)" }
}
