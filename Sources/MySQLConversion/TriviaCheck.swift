import PostgresSyntax
import SourceText

/// Comments that MySQL reads otherwise: `--` wants a blank after it, comments do not nest, `/*!` and `/*+` hold code.
///
/// Source: MySQL "Comments" and "Optimizer Hints"; PostgreSQL "Comments".
enum TriviaCheck {
  static func run(in context: inout RewriteContext) {
    let tree = context.tree
    let bytes = tree.text.bytes
    var offset = 0
    for token in tree.tokens {
      if token.range.start > offset + 1 { check(bytes[offset..<token.range.start], in: &context) }
      offset = max(offset, token.range.end)
    }
    check(bytes[min(offset, bytes.count)...], in: &context)
  }

  private static func check(_ trivia: ArraySlice<UInt8>, in context: inout RewriteContext) {
    var index = trivia.startIndex
    func byte(_ position: Int) -> UInt8? { position < trivia.endIndex ? trivia[position] : nil }
    while index < trivia.endIndex {
      if byte(index) == 0x2D, byte(index + 1) == 0x2D {
        if let next = byte(index + 2), next > 0x20 { report("MySQL reads -- as a comment only where a blank follows", in: &context) }
        while index < trivia.endIndex, trivia[index] != 0x0A, trivia[index] != 0x0D { index += 1 }
      } else if byte(index) == 0x2F, byte(index + 1) == 0x2A {
        if let next = byte(index + 2), next == 0x21 || next == 0x2B { report("MySQL runs what stands in /*! and /*+ comments", in: &context) }
        index = blockEnd(trivia, from: index + 2, in: &context)
      } else {
        index += 1
      }
    }
  }

  private static func blockEnd(_ trivia: ArraySlice<UInt8>, from start: Int, in context: inout RewriteContext) -> Int {
    var index = start
    var depth = 1
    while index + 1 < trivia.endIndex, depth > 0 {
      if trivia[index] == 0x2F, trivia[index + 1] == 0x2A {
        report("MySQL has no nested comments", in: &context)
        depth += 1
        index += 2
      } else if trivia[index] == 0x2A, trivia[index + 1] == 0x2F {
        depth -= 1
        index += 2
      } else {
        index += 1
      }
    }
    return depth > 0 ? trivia.endIndex : index
  }

  private static func report(_ message: String, in context: inout RewriteContext) {
    context.decline("comment-form", at: context.tree.root, message, help: "rewrite the comment")
  }
}
