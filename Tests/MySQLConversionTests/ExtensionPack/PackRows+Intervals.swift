extension ExtensionPackTests {
  /// As PostgreSQL prints them.
  private static let printed: [String?] = [
    nil, "1 day", "00:00:00", "01:30:00", "1 mon", "-1 days", "1 year 2 mons 3 days 04:05:06", "-00:00:01.5", "7 days", "1000:00:00",
    "-1 years -2 mons +3 days 04:05:06", "1 year -1 days", "-1 mons +1 day -00:00:00.000001", "100 days 23:59:59.999999", "-1 days +02:03:04",
    "65 days", "50:00:00", "1 mon -31 days", "-1 years -1 mons +45 days -49:00:00", "2 years 10 mons 29 days -24:00:00", "2 mons -1 days",
    "999 years 11 mons 29 days", "178000 years", "-30 days -720:00:00", "29 days 23:59:59.999999",
  ]

  private static let factors = ["1.5", "-0.5", "3", "0.1", "7", "0.333333", "-2.25", "0.001", "100", "0.7", "1e-06"]


  /// What people write.
  private static let written: [String?] = [
    nil, "1 day", "1.5 days", "2 weeks", "1.1 weeks", "1.5 months", "0.7 months", "1.05 years", "1.5 decades", "2 centuries", "1 millennium", "3 us",
    "1.6 us", "2.5 ms", "1.0005 ms", "5 min", "5m", "5 h 3 m 2 s", "1 day ago", "@ 1 day 2 hours ago", "04:05", "04:05:06", "4:5:6.789", "04:05.5",
    "-04:05:06", "+4:05", "1 04:05:06", "-1 04:05:06", "1 day -04:05:06", "1-2", "-1-2", "+1-2", "1-2 3 4:05:06", "1-2 -3 -4:05:06", "30", "-30", "1.5",
    "P1Y2M3DT4H5M6S", "P1.5Y", "PT1.5H", "P1W", "PT-3H", "P-1Y2M", "P0001-02-03T04:05:06", "P2M", "PT5M", "-1 years -2 mons +3 days -04:05:06.7",
    "1 mon -1 days", "10:59:60", "  7   days  ", "7\tdays", "3 days, 4 hours", "3 days 4 hours 5 minutes 6.789 seconds", "1.123456789 s", "0.0000005 s",
    "0.0000015 s", "- 3 days", "+ 3 days", "1 milliseconds 1 second", ".5 day", "5. day", "2 yrs 3 mons", "1 y", "1 c", "1 dec", "1 w", "1 hrs",
    "0 years 0 mons 1 days 0 hours 0 mins 0.0 secs", "1 days 0.000000 seconds", "86400 seconds", "1 day 2:03 ago", "1.5 day 12:00", "1.9999999 s",
    "-1.5 months", "-0.9 years", "1.25 years", "2 DAYS", "1 Month", "90 minutes", "24:00:00", "1000000 hours",
  ]

  static let intervals: [PackRow] = [
    PackRow("$1::text::interval::text", "@interval_out(@interval_months(?), 0, 0)", each: [nil, "1 mon", "-1 mons", "11 mons", "1 year", "-3 years -2 mons"]),
    PackRow("$1::text::interval::text", "@interval_out(0, @interval_days(?), 0)", each: [nil, "1 day", "-2 days", "100 days"]),
    PackRow("$1::text::interval::text", "@interval_out(0, 0, @interval_microseconds(?))", each: [nil, "00:00:00", "-00:00:00.000001", "2000:01:02.5", "-23:59:59"]),
    PackRow("extract(epoch from $1::text::interval)", "@interval_epoch(?)", each: printed),
    PackRow("$1::text::interval < $2::text::interval", "@interval_order(?) < @interval_order(?)", pairs(printed, printed)),
    PackRow("$1::text::interval = $2::text::interval", "@interval_order(?) = @interval_order(?)", pairs(printed + ["30 days", "720:00:00"], ["1 mon", "7 days"])),
    PackRow("($1::text::interval + $2::text::interval)::text", "@interval_pl(?, ?)", pairs(printed, Array(printed.prefix(20)))),
    PackRow("($1::text::interval - $2::text::interval)::text", "@interval_mi(?, ?)", pairs(printed, Array(printed.prefix(20)))),
    PackRow("(- $1::text::interval)::text", "@interval_um(?)", each: printed),
    PackRow("($1::text::interval * $2::float8)::text", "@interval_mul(?, ?)", pairs(Array(printed.prefix(22)), factors + [nil, "0"])),
    PackRow("($1::text::interval / $2::float8)::text", "@interval_div(?, ?)", pairs(Array(printed.prefix(22)), factors.dropLast() + [nil])),
    PackRow("justify_hours($1::text::interval)::text", "@justify_hours(?)", each: printed),
    PackRow("justify_days($1::text::interval)::text", "@justify_days(?)", each: printed),
    PackRow("justify_interval($1::text::interval)::text", "@justify_interval(?)", each: printed),
    PackRow("$1::text::interval::text", "@interval_in(?)", each: written + printed),
    PackRow("date_trunc($1::text, $2::text::interval)::text", "@interval_trunc(?, ?)", pairs(["year", "MONTH", "day", "hours", "min", "second", "ms", "quarter", "decade", "century", "millennium", "us"], printed)),
    PackRow("make_interval($1::int, $2::int, $3::int, $4::int, $5::int, $6::int, $7::float8)::text", "@make_interval(?, ?, ?, ?, ?, ?, ?)", [
      ["0", "0", "0", "0", "0", "0", "0"], ["1", "-2", "3", "-4", "5", "-6", "7.0000005"], [nil, "1", "1", "1", "1", "1", "1"], ["200000000", "0", "400000000", "9", "-70", "0", "0.5"],
      ["0", "-2147483648", "0", "2147483647", "2147483647", "0", "-0.1"],
    ]),
    PackRow("to_char(make_interval(hours => $1::int), 'HH24')", "@pad_number(?, 2)", each: [nil, "0", "5", "-5", "10", "-10", "123", "-1234"]),
    // Units by any of their names; fractions of a microsecond, halves towards zero.
    PackRow("date_trunc($1::text, timestamp '1987-06-05 04:03:02.123456')", "@date_trunc(@time_unit(?), TIMESTAMP '1987-06-05 04:03:02.123456')", each: ["years", "mons", "qtr", "WEEK", "d", "hrs", "m", "secs", "msec", "microseconds"]),
    PackRow("extract(microseconds from ($1::float8 || ' us')::interval)::float8", "@interval_fraction(?) + 0e0", each: ["0.4", "0.5", "0.6", "-0.5", "-0.7", "1.5", "1.500001"]),
  ]
}
