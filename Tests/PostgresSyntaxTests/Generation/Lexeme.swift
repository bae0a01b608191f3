import TestSupport

@testable import PostgresSyntax

/// What the generated grammar takes from the lexer.
enum Lexeme: String, Sendable, CaseIterable {
  /// `ColId`, `ColLabel`, `BareColLabel`, `type_function_name`, `NonReservedWord`, `IDENT`, `reserved_keyword`.
  case colid, label, barelabel, typefunc, nonreserved, ident, reserved
  /// `Sconst`, `Iconst`, `FCONST`, `NumericOnly`, `SignedIconst`, bit strings, `$n`.
  case string, integer, float, numeric, signed, bitstring, parameter
  /// `Op`, and an `Op` or sign that can stand before an operand.
  case `operator`, prefixoperator
}

extension Lexeme {
  /// Appends a token or two.
  func append(to tokens: inout [String], _ random: inout RandomSource) {
    switch self {
    case .colid: tokens.append(Self.name(&random, [.unreserved, .columnName]))
    case .label: tokens.append(Self.name(&random, [.unreserved, .columnName, .typeOrFunctionName, .reserved]))
    case .typefunc: tokens.append(Self.name(&random, [.unreserved, .typeOrFunctionName]))
    case .nonreserved: tokens.append(Self.name(&random, [.unreserved, .columnName, .typeOrFunctionName]))
    case .barelabel: tokens.append(random.chance(60) ? Self.word(&random) : random.choice(Self.bareLabels))
    case .ident: tokens.append(Self.word(&random))
    case .reserved: tokens.append(random.choice(Self.words[.reserved] ?? []))
    case .string: tokens.append(Self.string(&random))
    case .integer: tokens.append(random.choice(["0", "1", "2", "10", "007", "2147483647"]))
    case .float: tokens.append(random.choice(["1.5", ".5", "1.", "1e3", "1.5E-7", "9999999999", "0.0", "1e+2"]))
    case .numeric:
      if random.chance(25) { tokens.append(random.choice(["-", "+"])) }
      (random.chance(60) ? Lexeme.integer : .float).append(to: &tokens, &random)
    case .signed:
      if random.chance(25) { tokens.append(random.choice(["-", "+"])) }
      tokens.append(String(random.below(100)))
    case .bitstring: tokens.append(random.choice(["B'0101'", "x'1F'", "X''", "b'1'"]))
    case .parameter: tokens.append("$\(1 + random.below(12))")
    case .operator: tokens.append(random.choice(Self.operators))
    case .prefixoperator: tokens.append(random.choice(["@", "~", "!", "|/", "||/", "-", "+", "@-@", "?", "#", "!!"]))
    }
  }

  /// A name that needs no class of keyword, or a keyword of one of the classes.
  private static func name(_ random: inout RandomSource, _ classes: [Keywords.Class]) -> String {
    guard random.chance(15) else { return word(&random) }
    let keyword = random.choice(words[random.choice(classes)] ?? [])
    return random.chance(20) ? keyword.uppercased() : keyword
  }

  private static func word(_ random: inout RandomSource) -> String {
    random.chance(75) ? random.choice(plainNames) : random.choice(oddNames)
  }

  private static func string(_ random: inout RandomSource) -> String {
    random.chance(50) ? random.choice(["'a'", "'x'", "''", "'1 day'"]) : random.choice(oddStrings)
  }

  static let words = Dictionary(grouping: Keyword.allCases.map(\.word)) { Keywords.keyword($0)!.class }
  private static let bareLabels = Keyword.allCases.filter(\.isBareLabel).map(\.word)
  private static let plainNames = ["a", "b", "c", "d", "e", "f", "t", "u", "x", "y"]
  private static let oddNames = [
    "\"A b\"", "\"say \"\"so\"\"\"", "U&\"d\\0061t\\+000061\"", "U&\"d!0061ta\" UESCAPE '!'", "\"select\"", "Ünïcødé", "MixedCase", "_u1$", "\"é\"", "日本",
  ]
  private static let oddStrings = [
    "'it''s'", "E'a\\'b\\\\'", "E'\\x41\\101\\u0041\\U00000041\\n'", "U&'d\\0061t'", "U&'d!0061' UESCAPE '!'", "$$a'b$$", "$q$ $$ $q$", "'a' \n 'b'", "E'a'\n'b'",
"'é日'", "'/* no comment */'", "'-- nor this'", "N'n'", "e'\\\\'", "'a\\'", "'two\nlines'",
  ]
  private static let operators = [
    "||", "->", "->>", "#>", "#>>", "@>", "<@", "?", "?|", "?&", "~", "!~", "~*", "!~*", "~~", "!~~", "&&", "&", "|", "#", "<<", ">>", "<->", "@@", "@@@", "*=",
    "=~", "===", "<=>", "|&>", "^@", "-|-", "&<|", "|/", "@", "%%", "+*", "!=-", "*+", "==", "~-",
  ]
}
