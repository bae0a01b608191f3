import Foundation
import SourceText
import Testing

@testable import PostgresSyntax

/// The deepest statements ask for no more than what any thread has: 512 KB on macOS, for all but the main one.
@Suite struct StackTests {
  /// What opens one level, and what stands innermost; the rest is not there, for the error comes after all that is open.
  static let nestings: [(open: String, inner: String)] = [
    ("(", "1"), ("f(", "1"), ("CASE WHEN ", "a"), ("(SELECT ", "1"), ("ARRAY[", "1"), ("a[", "1"), ("a IN (", "1"), ("EXISTS (SELECT ", "1"),
    ("CAST(", "1"), ("a BETWEEN (", "1"), ("ROW(", "1"), ("substring(", "a"), ("(1, ", "2"), ("a = ANY (", "b"), ("a + (", "b"), ("NOT (", "a"),
    ("f(a => ", "1"), ("count(*) FILTER (WHERE ", "a"), ("sum(a) OVER (ORDER BY ", "a"), ("COALESCE(", "a"), ("a::numeric(", "1"),
    ("(WITH c AS (SELECT 1) SELECT ", "1"), ("ARRAY(SELECT ", "1"), ("json_object('a': ", "1"), ("xmlforest(", "1"), ("a LIKE (", "b"),
    ("(SELECT 1 FROM a JOIN b ON ", "c"), ("(SELECT 1 FROM (SELECT ", "1"), ("(VALUES (", "1"), ("(SELECT 1 UNION SELECT ", "1"), ("- (", "1"),
    ("GROUPING(", "a"), ("(SELECT 1 GROUP BY GROUPING SETS (", "a"),
  ]

  @Test(arguments: nestings.indices)
  func deepestNesting(_ index: Int) throws {
    let (open, inner) = Self.nestings[index]
    let text = SQLText("SELECT " + String(repeating: open, count: 10_000) + inner)
    let need = try #require(Self.stackNeed { _ = try? Parser.parseStatement(text) })
    #expect(need < 480 << 10, "\(open) needs \(need >> 10) KB")
  }

  @Test(arguments: [
    ("SELECT * FROM ", "("), ("SELECT * FROM ", "(a JOIN "), ("", "("), ("", "WITH a AS ("), ("", "EXPLAIN "), ("", "CREATE SCHEMA a "),
    ("CREATE TABLE t (a int DEFAULT ", "("), ("CREATE VIEW v AS ", "(SELECT 1 UNION ALL "), ("", "PREPARE a AS WITH b AS ("),
  ])
  func deepestStatement(_ parts: (String, String)) throws {
    let text = SQLText(parts.0 + String(repeating: parts.1, count: 10_000))
    let need = try #require(Self.stackNeed { _ = try? Parser.parseStatement(text) })
    #expect(need < 480 << 10, "\(parts) needs \(need >> 10) KB")
  }

  private final class Box: @unchecked Sendable {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }

  /// How many bytes of its stack a thread used for some work: those that no longer hold what the stack was filled with.
  private static func stackNeed(of work: @escaping () -> Void) -> Int? {
    let size = 32 << 20
    guard let stack = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), stack != MAP_FAILED else { return nil }
    defer { munmap(stack, size) }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstack(&attributes, stack, size)
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let failure = pthread_create(&thread, &attributes, { argument in
      if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
      return nil
    }, box.toOpaque())
    guard failure == 0 else { return nil }
    pthread_join(thread, nil)
    // Fresh pages are zero.
    let words = UnsafeBufferPointer(start: stack.assumingMemoryBound(to: UInt64.self), count: size / 8)
    return size - (words.firstIndex { $0 != 0 } ?? words.count) * 8
  }
}
