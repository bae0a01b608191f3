/// A template of PostgreSQL's `to_char` for dates and times, read into its parts.
///
/// Source: PostgreSQL "Data Type Formatting Functions"; `DCH_keywords` in `formatting.c` for what is a pattern in which case.
struct DateTemplate {
  enum Part: Equatable {
    case literal(String)
    /// A pattern as it is written, and whether FM stands before it or `th` after it.
    case pattern(String, isFilled: Bool, ordinal: String)
  }

  let parts: [Part]

  /// Nil for what has TM, FX or a pattern in mixed case.
  init?(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    func literal(_ text: String) {
      if case .literal(let before)? = parts.last { parts[parts.count - 1] = .literal(before + text) } else { parts.append(.literal(text)) }
    }
    while let first = rest.first {
      if first == "\"" {
        rest.removeFirst()
        while let next = rest.popFirst(), next != "\"" {
          literal(next == "\\" ? rest.popFirst().map(String.init) ?? "" : String(next))
        }
        continue
      }
      if first == "\\" { return nil }
      var isFilled = true
      for prefix in ["FM", "fm"] where rest.hasPrefix(prefix) {
        isFilled = false
        rest.removeFirst(2)
      }
      if ["TM", "tm", "FX", "fx"].contains(where: rest.hasPrefix) { return nil }
      if let name = Self.longest.first(where: rest.hasPrefix) {
        rest.removeFirst(name.count)
        var ordinal = ""
        for suffix in ["th", "TH"] where rest.hasPrefix(suffix) {
          ordinal = suffix
          rest.removeFirst(2)
        }
        parts.append(.pattern(name, isFilled: isFilled, ordinal: ordinal))
      } else {
        // FM before nothing, a letter that begins a pattern in another case: not worth knowing what PostgreSQL makes of it.
        guard isFilled, let character = rest.popFirst(), !Self.initials.contains(character.uppercased()) || character == " " else { return nil }
        literal(String(character))
      }
    }
    self.parts = parts
  }

  private static let numeric = [
    "CC", "DDD", "DD", "D", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6", "HH24", "HH12", "HH", "IDDD", "ID", "IW", "IYYY", "IYY", "IY", "I", "J", "MI", "MM", "MS", "OF", "Q",
    "RM", "SSSSS", "SSSS", "SS", "TZH", "TZM", "TZ", "US", "WW", "W", "Y,YYY", "YYYY", "YYY", "YY", "Y",
  ]
  private static let names = ["A.D.", "A.M.", "AD", "AM", "B.C.", "BC", "P.M.", "PM", "DAY", "DY", "MONTH", "MON"]
  private static let longest = (numeric + numeric.map { $0.lowercased() } + names + names.map { $0.lowercased() } + ["Day", "Dy", "Month", "Mon"])
    .sorted { ($0.count, $1) > ($1.count, $0) }
  private static let initials: Set<String> = Set(longest.compactMap { $0.first?.uppercased() })
}

extension DateTemplate {
  /// How MySQL writes a pattern.
  enum Form: Equatable {
    /// Specifiers of DATE_FORMAT.
    case specifier(String)
    /// Specifiers of TIME_FORMAT.
    case timeSpecifier(String)
    /// A template over the moment.
    case expression(String)
    case text(String)
  }

  /// What is formatted.
  enum Kind: Equatable {
    /// A date or timestamp.
    case plain
    /// A timestamptz; the text is what PostgreSQL prints for the zone, which is UTC.
    case zoned(String)
    case time
  }

  /// Nil for a pattern without a form.
  static func form(of name: String, isFilled: Bool, ordinal: String, _ kind: Kind) -> Form? {
    switch kind {
    case .plain: return form(of: name, isFilled: isFilled, ordinal: ordinal) ?? (ordinal.isEmpty && isFilled ? offsets[name.uppercased()] : nil)
    case .zoned(let zone):
      if name == "TZ" || name == "tz", ordinal.isEmpty, !zone.isEmpty { return .text(name == "TZ" ? zone : zone.lowercased()) }
      return form(of: name, isFilled: isFilled, ordinal: ordinal) ?? (ordinal.isEmpty && isFilled ? offsets[name.uppercased()] : nil)
    case .time:
      guard ordinal.isEmpty, ofTimes.contains(name.uppercased()) else { return nil }
      switch form(of: name, isFilled: isFilled, ordinal: ordinal) {
      case .specifier(let format)?: return .timeSpecifier(format)
      case .expression(let text)?: return .expression(text.replacing("DATE_FORMAT", with: "TIME_FORMAT"))
      case let other: return other
      }
    }
  }

  private static let ofTimes: Set<String> = [
    "HH24", "HH12", "HH", "MI", "SS", "MS", "US", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6", "SSSS", "SSSSS", "AM", "PM", "A.M.", "P.M.",
  ]

  private static func form(of name: String, isFilled: Bool, ordinal: String) -> Form? {
    if !ordinal.isEmpty { return name == "DD" && !isFilled && ordinal == "th" ? .specifier("%D") : nil }
    if let form = isFilled ? filled[name] : bare[name] { return form }
    let upper = name.uppercased()
    if let form = (isFilled ? filled[upper] : bare[upper]), name == name.lowercased() {
      // Numbers read the same in any case; names come in three.
      if case .expression(let text) = form, ["DAY", "DY", "MONTH", "MON", "AM", "PM", "RM"].contains(upper) { return .expression("LOWER(\(text))") }
      if case .specifier(let text) = form, ["AM", "PM"].contains(upper) { return .expression("LOWER(DATE_FORMAT({0}, '\(text)'))") }
      if case .text(let text) = form { return .text(text.lowercased()) }
      if upper == "A.M." || upper == "P.M." { return .expression("ELT(HOUR({0}) DIV 12 + 1, 'a.m.', 'p.m.')") }
      return form
    }
    return nil
  }

  private static let offsets: [String: Form] = ["OF": .text("+00"), "TZH": .text("+00"), "TZM": .text("00")]

  private static let filled: [String: Form] = [
    "YYYY": .specifier("%Y"), "YYY": .expression("LPAD(YEAR({0}) % 1000, 3, '0')"), "YY": .specifier("%y"), "Y": .expression("RIGHT(YEAR({0}), 1)"),
    "Y,YYY": .expression("CONCAT(YEAR({0}) DIV 1000, ',', LPAD(YEAR({0}) % 1000, 3, '0'))"), "MM": .specifier("%m"), "DD": .specifier("%d"), "DDD": .specifier("%j"),
    "D": .expression("DAYOFWEEK({0})"), "ID": .expression("(WEEKDAY({0}) + 1)"), "HH24": .specifier("%H"), "HH12": .specifier("%h"), "HH": .specifier("%h"),
    "MI": .specifier("%i"), "SS": .specifier("%s"), "MS": .expression("LEFT(DATE_FORMAT({0}, '%f'), 3)"), "US": .specifier("%f"), "FF6": .specifier("%f"),
    "FF1": .expression("LEFT(DATE_FORMAT({0}, '%f'), 1)"), "FF2": .expression("LEFT(DATE_FORMAT({0}, '%f'), 2)"), "FF3": .expression("LEFT(DATE_FORMAT({0}, '%f'), 3)"),
    "FF4": .expression("LEFT(DATE_FORMAT({0}, '%f'), 4)"), "FF5": .expression("LEFT(DATE_FORMAT({0}, '%f'), 5)"),
    "SSSS": .expression("(HOUR({0}) * 3600 + MINUTE({0}) * 60 + SECOND({0}))"), "SSSSS": .expression("(HOUR({0}) * 3600 + MINUTE({0}) * 60 + SECOND({0}))"),
    "AM": .specifier("%p"), "PM": .specifier("%p"), "A.M.": .expression("ELT(HOUR({0}) DIV 12 + 1, 'A.M.', 'P.M.')"), "P.M.": .expression("ELT(HOUR({0}) DIV 12 + 1, 'A.M.', 'P.M.')"),
    "AD": .text("AD"), "BC": .text("AD"), "A.D.": .text("A.D."), "B.C.": .text("A.D."),
    "MONTH": .expression("RPAD(UPPER(MONTHNAME({0})), 9, ' ')"), "Month": .expression("RPAD(MONTHNAME({0}), 9, ' ')"), "MON": .expression("UPPER(DATE_FORMAT({0}, '%b'))"),
    "Mon": .specifier("%b"), "DAY": .expression("RPAD(UPPER(DAYNAME({0})), 9, ' ')"), "Day": .expression("RPAD(DAYNAME({0}), 9, ' ')"),
    "DY": .expression("UPPER(DATE_FORMAT({0}, '%a'))"), "Dy": .specifier("%a"), "IW": .specifier("%v"), "IYYY": .specifier("%x"),
    "IYY": .expression("RIGHT(DATE_FORMAT({0}, '%x'), 3)"), "IY": .expression("RIGHT(DATE_FORMAT({0}, '%x'), 2)"), "I": .expression("RIGHT(DATE_FORMAT({0}, '%x'), 1)"),
    "WW": .expression("LPAD((DAYOFYEAR({0}) - 1) DIV 7 + 1, 2, '0')"), "W": .expression("((DAYOFMONTH({0}) - 1) DIV 7 + 1)"), "Q": .expression("QUARTER({0})"),
    "CC": .expression("LPAD((YEAR({0}) + 99) DIV 100, 2, '0')"), "J": .expression("(TO_DAYS({0}) + 1721060)"),
    "RM": .expression("RPAD(ELT(MONTH({0}), 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'), 4, ' ')"),
    "IDDD": .expression("LPAD((WEEK({0}, 3) - 1) * 7 + WEEKDAY({0}) + 1, 3, '0')"),
  ]

  /// Under FM: without leading zeros and blanks.
  private static let bare: [String: Form] = [
    "YYYY": .expression("YEAR({0})"), "MM": .specifier("%c"), "DD": .specifier("%e"), "DDD": .expression("DAYOFYEAR({0})"), "D": .expression("DAYOFWEEK({0})"),
    "ID": .expression("(WEEKDAY({0}) + 1)"), "HH24": .specifier("%k"), "HH12": .specifier("%l"), "HH": .specifier("%l"), "MI": .expression("MINUTE({0})"), "SS": .expression("SECOND({0})"),
    "AM": .specifier("%p"), "PM": .specifier("%p"), "Month": .specifier("%M"), "MONTH": .expression("UPPER(MONTHNAME({0}))"), "Mon": .specifier("%b"),
    "MON": .expression("UPPER(DATE_FORMAT({0}, '%b'))"), "Day": .specifier("%W"), "DAY": .expression("UPPER(DAYNAME({0}))"), "Dy": .specifier("%a"),
    "DY": .expression("UPPER(DATE_FORMAT({0}, '%a'))"), "IW": .expression("WEEK({0}, 3)"), "IYYY": .expression("(YEARWEEK({0}, 3) DIV 100)"), "Q": .expression("QUARTER({0})"),
    "W": .expression("((DAYOFMONTH({0}) - 1) DIV 7 + 1)"), "WW": .expression("((DAYOFYEAR({0}) - 1) DIV 7 + 1)"), "J": .expression("(TO_DAYS({0}) + 1721060)"),
    "RM": .expression("ELT(MONTH({0}), 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII')"), "CC": .expression("((YEAR({0}) + 99) DIV 100)"),
  ]
}
