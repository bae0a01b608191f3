import PostgresSyntax
import SourceText

/// Date and time constants by other words than digits: 'epoch', 'today', 'infinity' ("Date/Time Input", special values).
extension RewriteContext {
  /// The value that a word stands for; nil for a text that is no such word.
  mutating func specialMoment(_ text: String, of family: TypeFamily, at node: NodeID) -> Output? {
    let word = text.trimmingBlanks().lowercased()
    switch (family, word) {
    case (.date, "epoch"): return Output(cased("DATE '1970-01-01'"))
    case (.timestamp, "epoch"), (.timestamptz, "epoch"): return Output(cased("TIMESTAMP '1970-01-01 00:00:00'"))
    case (.time, "allballs"): return Output(cased("TIME '00:00:00'"))
    default: break
    }
    if let day = dayFirst(word, of: family, at: node) { return day }
    guard sessionIsUTC else { return nil }
    switch (family, word) {
    case (.timestamp, "now"), (.timestamptz, "now"): return Output(keyword("NOW") + "(6)")
    case (.time, "now"): return Output(keyword("CURTIME") + "(6)")
    case (.date, "now"), (.date, "today"): return Output(keyword("CURRENT_DATE"))
    case (.date, "tomorrow"): return fill("CURRENT_DATE + INTERVAL 1 DAY", with: [Output](), .additive)
    case (.date, "yesterday"): return fill("CURRENT_DATE - INTERVAL 1 DAY", with: [Output](), .additive)
    case (.timestamp, "today"), (.timestamptz, "today"): return fill("CAST(CURRENT_DATE AS DATETIME(6))", with: [Output]())
    case (.timestamp, "tomorrow"), (.timestamptz, "tomorrow"): return fill("CAST(CURRENT_DATE + INTERVAL 1 DAY AS DATETIME(6))", with: [Output]())
    case (.timestamp, "yesterday"), (.timestamptz, "yesterday"): return fill("CAST(CURRENT_DATE - INTERVAL 1 DAY AS DATETIME(6))", with: [Output]())
    default: return nil
    }
  }

  /// `02/29/2024`, which PostgreSQL reads by its DateStyle: month first, unless the database or the session says otherwise.
  private mutating func dayFirst(_ text: String, of family: TypeFamily, at node: NodeID) -> Output? {
    var cursor = TextCursor(text)
    guard family.isTemporal, let month = cursor.digits(1, 2), cursor.skip("/-"), let day = cursor.digits(1, 2), cursor.skip("/-"), let year = cursor.digits(4, 4),
      cursor.isAtEnd || cursor.isNext(" "),
      let constant = TypedConstant("\(year)-\(month)-\(day)\(cursor.rest)", family: family, sourceIsUTC: sessionIsUTC)
    else { return nil }
    caution("date-style", at: node, "'\(text)' is read as month, day, year here, which DateStyle may order otherwise", help: "write the date in ISO form")
    return Output(constant.typed)
  }

  /// Declines moments that MySQL does not have: the infinite ones and those before Christ.
  mutating func declineEndless(_ text: String, of family: TypeFamily, at node: NodeID) -> Bool {
    let word = text.trimmingBlanks().lowercased()
    guard family.isTemporal, ["infinity", "-infinity", "+infinity"].contains(word) || word.hasSuffix(" bc") else { return false }
    decline(
      "endless-date", at: node, "MySQL has no date such as '\(text.trimmingBlanks())': its years are 1 to 9999",
      help: "choose a value that stands for it, such as 9999-12-31 23:59:59.999999, in the data and in every comparison")
    return true
  }
}
