/// Rows for the numbers family: what PostgreSQL's own casts, operators and functions give.
extension ExtensionPackTests {
  static let numbers: [PackRow] = [
    PackRow("$1::float8::text", "@float8_out(?)", each: floats),
    PackRow("$1::real::text", "@float4_out(?)", each: reals),
    PackRow("$1::float8::numeric", "@float_numeric(?, 15)", each: floats.filter { ($0?.contains("e-3") != true) && ($0?.contains("e3") != true) }),
    PackRow("$1::real::numeric", "@float_numeric(?, 6)", each: reals.filter { $0?.contains("e") != true }),
    PackRow("$1::numeric(30,0) / $2::numeric(30,0)", "@numeric_div(?, 0, ?, 0)", pairs(integers, integers.filter { $0 != "0" })),
    PackRow("$1::numeric(30,2) / $2::numeric(30,4)", "@numeric_div(CAST(? AS DECIMAL(30,2)), 2, CAST(? AS DECIMAL(30,4)), 4)", pairs(amounts, ["1", "3", "-7", "0.03", "12345.6789", "10000", "9999"])),
    PackRow("$1::text::numeric", "@numeric_in(?)", each: ["0", " 12 ", "-0.5", "+.5", "5.", "1e5", "1E-3", "1.5e+2", "\t-1.50\n", "000123.4500", "99999999999999999999999999999999998", "-0", nil]),
    PackRow("$1::text::float8", "@float8_in(?)", each: ["0", " 12 ", "-0.5", "+.5", "5.", "1e5", "1E-300", "0.1", "1.7976931348623157e308", "\t-1.50\n", "9007199254740993", "0.1234567890123456789", "-0", nil]),
    PackRow("gcd($1::bigint, $2::bigint)", "@gcd(?, ?)", pairs(["0", "12", "-18", "7", "9223372036854775807", nil], ["0", "18", "-4", "1", nil])),
    PackRow("lcm($1::bigint, $2::bigint)", "@lcm(?, ?)", pairs(["0", "12", "-18", "7", nil], ["0", "18", "-4", "1", nil])),
    PackRow("$1::text[]::text", "@array_out(?)", each: [nil, "{}", "{a,NULL,\"null\",\"\"}", #"{"a b","a,b","{x}","q\"u","back\\slash",é,😀,'}"#, "{\"tab\t\",\"line\n\"}"]),
    PackRow("factorial($1::bigint)", "@factorial(?)", each: ["0", "1", "5", "20", "25", "49", nil]),
    PackRow("to_char($1::int, 'FMRN')", "@roman(?)", each: ["1", "4", "9", "14", "40", "90", "400", "1999", "2024", "3999", "4000", "0", nil]),
    PackRow("to_char($1::numeric, $2::text)", "@numeric_to_char(?, ?)", pairs(["0", "1", "-1", "0.5", "-0.004", "12", "21", "113", "-12.34", "1234.5", "99.995", "1000", "12345678.9", "2024", "-0.1", nil], templates)),
    PackRow("to_char($1::numeric, 'FM999,990.0099MI')", "@number_to_char(ABS(?), FALSE, 'FM999,990.0099MI', 99)", each: ["0", "1234.5", "0.12345", "1000000"]),
    PackRow("to_char($1::float8, $2::text)", "@float8_to_char(?, ?)", pairs(["0", "-0.0", "1.005", "2.675", "-1234.5", "0.125", "123456789012345.678", "99999999999999.95", "1e-20", "1e15", nil], ["999", "FM990.00", "999999999999990.999", "S9999.9", "9,999.99PR", "FM999\"x\".9", "0.0000000000000000000"])),
    PackRow("to_char($1::float8, 'FM99999999999999999990.00')::numeric", "@float8_fixed(?, 2)", each: ["0", "1.005", "2.675", "0.125", "0.375", "4503599627370.4966", "1e-20"]),
  ]


  private static let floats: [String?] = [
    nil, "0", "-0", "1", "0.1", "-1.5", "1e15", "1e14", "999999999999999.9", "2750407396413648.5", "1e-4", "1e-5", "1.23e-5", "1e-15", "1.2345678901234567e-10",
    "2.5081999900985752e16", "6.189700196426902e26", "9007199254740993", "0.1234567890123455", "1.0049999999999999", "123456.7890123455", "-1e22", "1e-29", "1.7976931348623157e300",
  ]
  private static let reals: [String?] = [
    nil, "0", "0.10000000149011612", "1.5", "-2.25", "16777216", "3.1415927410125732", "1234567.875", "3088305.25", "45769528", "1e6", "123456", "0.000244140625", "0.3333333432674408",
  ]
  private static let integers: [String?] = ["0", "1", "-1", "2", "3", "7", "10", "9999", "10000", "10001", "123456789", "99999999999", "-100000000000"]
  private static let amounts: [String?] = [nil, "0", "0.01", "-0.05", "1", "9.99", "100", "9999.99", "10000", "123456789.01", "1000000000000", "5"]
  private static let templates: [String?] = [
    "999", "FM999", "000", "9999.99", "FM9990.00", "9,999", "S999", "999S", "SG999", "999MI", "MI999", "PL999", "FM999PR", "999.9PR", "FM999th", "999TH", "RN", "FMrn", "FM999,990.00",
    "9.99EEEE", "99V9", "FM99V99", ".99", "FM9G999D99", "\"x y\"999", "999\" %\"", "FM990%", "B999", "FM9990.9MI", "9 9", "99.", "FM09.90", "090G909", "é9", nil,
  ]
}
