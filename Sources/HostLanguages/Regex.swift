import CPCRE2
import SourceText

/// Why a pattern could not be used or a match was given up.
package enum RegexError: Error, Hashable, Sendable {
  /// The pattern does not compile; the offset is in its bytes.
  case invalidPattern(message: String, offset: Int)
  /// The text made the match so costly that it was stopped: the match, depth or heap limit.
  case limitExceeded(offset: Int)
  /// Anything else PCRE2 reports, by its error code.
  case failed(code: Int32, offset: Int)
}

/// A PCRE2 pattern over bytes, compiled once.
///
///     let word = Regex(#"[a-z]+"#)
///     let found = try word.firstMatch(in: bytes, from: 0)      // ByteRange?
///
/// UTF mode is off: a pattern sees bytes, and any bytes may be searched. Matching is bounded by a match, a depth and a heap
/// limit, so a hostile text ends in `RegexError.limitExceeded` and never in a hang or an overflow.
package final class Regex: @unchecked Sendable {
  // Safe to share: PCRE2 never writes to a compiled pattern while matching.
  fileprivate let code: OpaquePointer?
  fileprivate let compileError: RegexError?
  fileprivate let context: OpaquePointer?

  /// Compiles a pattern. A bad one throws `RegexError.invalidPattern` at its first use, so that patterns can be constants.
  package init(_ pattern: String, ignoresCase: Bool = false) {
    var options = UInt32(PCRE2_NEVER_UTF) | UInt32(PCRE2_DOLLAR_ENDONLY)
    if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
    var errorCode: Int32 = 0
    var errorOffset = 0
    let bytes = Array(pattern.utf8)
    code = pcre2_compile_8(bytes, bytes.count, options, &errorCode, &errorOffset, nil)
    if let code {
      pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))  // where JIT is missing, the interpreter does the work
      compileError = nil
      context = pcre2_match_context_create_8(nil)
      pcre2_set_match_limit_8(context, Limits.match)
      pcre2_set_depth_limit_8(context, Limits.depth)
      pcre2_set_heap_limit_8(context, Limits.heapKibibytes)
    } else {
      compileError = .invalidPattern(message: Self.message(of: errorCode), offset: errorOffset)
      context = nil
    }
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_code_free_8(code)
  }

  /// The first match at or after `offset`.
  package func firstMatch(in bytes: [UInt8], from offset: Int = 0) throws(RegexError) -> ByteRange? {
    let matcher = Matcher(self)
    return try matcher.find(in: bytes, from: offset) ? matcher.range : nil
  }

  /// Throws if the pattern does not compile.
  package func check() throws(RegexError) {
    if let compileError { throw compileError }
  }

  private enum Limits {
    static let match: UInt32 = 20_000_000
    static let depth: UInt32 = 100_000
    static let heapKibibytes: UInt32 = 64 << 10
  }

  private static func message(of code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    pcre2_get_error_message_8(code, &buffer, buffer.count)
    return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// The working memory of matching one pattern: one for each thread of work, used for many matches.
package final class Matcher {
  private let regex: Regex
  private let data: OpaquePointer?
  private let groupCount: Int

  package init(_ regex: Regex) {
    self.regex = regex
    data = regex.code.flatMap { pcre2_match_data_create_from_pattern_8($0, nil) }
    groupCount = data.map { Int(pcre2_get_ovector_count_8($0)) } ?? 0
  }

  deinit { pcre2_match_data_free_8(data) }

  /// Looks for the first match at or after `offset`, or exactly there; true if there is one.
  package func find(in bytes: [UInt8], from offset: Int, anchored: Bool = false) throws(RegexError) -> Bool {
    if let error = regex.compileError { throw error }
    guard offset >= 0, offset <= bytes.count else { return false }
    var options = anchored ? UInt32(PCRE2_ANCHORED) : 0
    var result = match(bytes, offset, options)
    if result == PCRE2_ERROR_JIT_STACKLIMIT {
      // The interpreter keeps its state on the heap, under the heap limit.
      options |= UInt32(PCRE2_NO_JIT)
      result = match(bytes, offset, options)
    }
    switch result {
    case 0...: return true
    case PCRE2_ERROR_NOMATCH: return false
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT: throw .limitExceeded(offset: offset)
    default: throw .failed(code: result, offset: offset)
    }
  }

  private func match(_ bytes: [UInt8], _ offset: Int, _ options: UInt32) -> Int32 {
    bytes.withUnsafeBufferPointer { buffer in
      pcre2_match_8(regex.code, buffer.baseAddress, buffer.count, offset, options, data, regex.context)
    }
  }

  /// The range of the last match.
  package var range: ByteRange { group(0) ?? ByteRange(0, 0) }

  /// The range of a capturing group in the last match; nil where the group took no part.
  package func group(_ number: Int) -> ByteRange? {
    guard number >= 0, number < groupCount, let vector = pcre2_get_ovector_pointer_8(data) else { return nil }
    // The vector holds `groupCount` pairs for as long as `data` lives.
    let (start, end) = (vector[2 * number], vector[2 * number + 1])
    guard start != Int.max, start >= 0, end >= start else { return nil }
    return ByteRange(Int(start), Int(end))
  }

  /// The number of the first capturing group that took part in the last match.
  package var firstGroup: Int? {
    for number in 1..<max(1, groupCount) where group(number) != nil { return number }
    return nil
  }
}
