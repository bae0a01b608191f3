extension ExtensionPackTests {
  private static let moments: [String?] = [
    nil, "2024-02-29 23:59:59.999999", "2000-01-01 00:00:00", "1999-12-31 12:34:56.789", "2024-03-01 00:00:00", "2024-01-31 00:00:00", "2023-03-31 05:00:00",
    "2023-02-28 12:00:00", "0001-01-01 00:00:00", "9999-12-31 23:59:59.999999", "1969-07-20 20:17:40", "2024-01-30 00:00:00", "2023-03-01 00:00:00.5",
    "1582-10-10 01:02:03",
  ]
  private static let times: [String?] = [nil, "00:00:00", "23:59:59.999999", "12:34:56.5"]
  private static let lengths: [String?] = [
    nil, "1 day", "00:00:00", "01:30:00", "1 mon", "-1 days", "1 year 2 mons 3 days 04:05:06", "-00:00:01.5", "1000:00:00", "-1 mons +1 day -00:00:00.000001", "-25:00:00",
  ]
  /// Where the sum stays within MySQL's years.
  private static let middle = moments.filter { $0?.hasPrefix("0001") != true && $0?.hasPrefix("9999") != true }


  private static let ends: [String?] = [nil, "2024-01-01 00:00:00", "2024-01-05 00:00:00", "2024-01-10 00:00:00"]
  private static let periods: [[String?]] = ends.flatMap { a in ends.flatMap { b in ends.flatMap { c in ends.map { [a, b, c, $0] } } } }

  private static let templates: [String?] = [
    "", "YYYY-MM-DD HH24:MI:SS.US", "DD/MM/YYYY", "Mon DD, YYYY", "Day", "FMDay, FMDDth FMMonth", "DAY MONTH RM", "day month rm fmRM", "HH12:MI am", "HH:MI:SS P.M. a.m.",
    "IYYY-\"W\"IW-ID", "Q WW W DDD IDDD J CC D I IY IYY", "Y,YYY YYY YY Y FMYYYY FMYY", "MS US FF1 FF2 FF3 FF4 FF5 FF6 FMMS", "SSSS SSSSS", "TZ tz OF TZH:TZM FMOF",
    "FMHH24 FMMI FMSS FMMM FMDD FMDDD FMIW FMWW", "DDTH MMth SSTH YYYYth HH24TH USth", "AD bc A.D. b.c.", "\"quoted \\\" text\" \\\" \\ x", "YYYY%_é", "FXYYYYSP", "YyYy Ddd Hh24",
  ]

  static let dates: [PackRow] = [
    PackRow("($1::timestamp - $2::timestamp)::text", "@timestamp_mi(?, ?)", pairs(moments, moments)),
    PackRow("age($1::timestamp, $2::timestamp)::text", "@age(?, ?)", pairs(moments, moments)),
    PackRow("$1::timestamp + $2::text::interval", "@timestamp_pl_interval(?, ?)", pairs(middle, lengths)),
    PackRow("$1::timestamp - $2::text::interval", "@timestamp_mi_interval(?, ?)", pairs(middle, lengths)),
    PackRow("$1::timestamp + make_interval(months => $2::int, days => $3::int, secs => $4::int)", "@timestamp_sum(?, ?, ?, ? * 1000000)", [
      ["2024-01-31 00:00:00", "1", "0", "0"], ["2024-01-31 00:00:00", "1", "-31", "90000"], ["2024-03-31 12:00:00", "-1", "0", "-1"], [nil, "1", "1", "1"],
      ["2024-01-01 00:00:00", nil, "1", "1"],
    ]),
    PackRow("$1::time + $2::text::interval", "@time_pl_interval(?, ?)", pairs(times, lengths)),
    PackRow("$1::time - $2::text::interval", "@time_mi_interval(?, ?)", pairs(times, lengths)),
    PackRow("($1::timestamp, $2::timestamp) OVERLAPS ($3::timestamp, $4::timestamp)", "@overlaps(?, ?, ?, ?)", periods),
    PackRow("date_trunc($1::text, $2::timestamp)", "@date_trunc(?, ?)", pairs([
      nil, "year", "years", "MONTH", "quarter", "week", "day", "hour", "min", "second", "milliseconds", "us", "century", "millennium",
    ], moments)),
    PackRow("date_trunc($1::text, $2::timestamp)", "@date_trunc(?, ?)", pairs(["decade"], middle)),
    PackRow("to_char($1::timestamp, $2::text)", "@to_char(?, ?, '')", pairs(moments, templates + [nil])),
    PackRow("to_char($1::timestamptz, $2::text)", "@to_char(?, ?, 'UTC')", pairs(["2024-02-29 13:05:00+00", "0033-05-11 01:02:03+00"], templates)),
    PackRow("extract(julian from $1::timestamp)", "@julian(?)", each: moments + [
      "2024-02-29 00:00:00.000001", "2024-02-29 00:00:00.000863", "2024-02-29 00:00:00.000865", "2024-02-29 00:00:08.649999", "2024-02-29 00:00:08.65",
      "2024-02-29 00:01:39.999999", "2024-02-29 00:01:40", "2024-02-29 03:04:05.123456",
    ]),
  ]
}
