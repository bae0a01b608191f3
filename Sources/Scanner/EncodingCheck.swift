import HostLanguages
import SourceText

/// Whether a file's bytes are text that can be scanned.
enum EncodingCheck {
  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  struct Problem {
    var diagnostic: Diagnostic
    /// Whether literals can be read all the same; those with the bad bytes in them are left out.
    var isReadable: Bool
  }

  /// What keeps a file from being plain UTF-8, if anything.
  static func problem(of bytes: [UInt8], file: String) -> Problem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Problem(diagnostic: utf16(file), isReadable: false)
    }
    if bytes.contains(0) { return Problem(diagnostic: binary(file), isReadable: false) }
    guard let offset = UTF8Validation.firstInvalid(in: bytes, 0..<bytes.count) else { return nil }
    return Problem(diagnostic: notUTF8(file, bytes, offset), isReadable: true)
  }

  private static func utf16(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, rule: "file-not-utf8", severity: .warning, message: "\"\(file)\" is UTF-16 and is skipped", help: "save it as UTF-8")
  }

  private static func binary(_ file: String) -> Diagnostic {
    Diagnostic(file: file, rule: "binary-file", severity: .info, message: "\"\(file)\" holds NUL bytes and is skipped as binary")
  }

  private static func notUTF8(_ file: String, _ bytes: [UInt8], _ offset: Int) -> Diagnostic {
    let value = String(bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      file: file, range: LineMap(bytes).range(of: ByteRange(offset, offset + 1)), rule: "file-not-utf8", severity: .warning,
      message: "byte 0x\(value.count == 1 ? "0" : "")\(value) is not UTF-8; literals with such bytes are left out", help: "save the file as UTF-8")
  }
}
