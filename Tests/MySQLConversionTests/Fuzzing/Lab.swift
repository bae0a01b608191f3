import ServerComparison
import TestSupport

/// The tables that statements are tried on: `t` has a column or two of every common type and rows with awkward values, `g` belongs to it,
/// `w` is written to.
enum Lab {
  static let hasServers = PairedDatabase.hasServers

  /// Makes the tables on both servers, runs `body`, and removes them.
  ///
  /// - Parameter user: Who uses them; suites run side by side.
  static func with(_ user: String, _ body: (PairedDatabase) async throws -> Void) async throws {
    try await PairedDatabase.with("sqlferry_lab_\(user)", scripts: [tables, rows(), addresses], body)
  }

  private static let tables = """
    CREATE EXTENSION IF NOT EXISTS citext;
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'Happy', 'zen');
    CREATE TABLE t (
      id int PRIMARY KEY, b boolean, bn boolean NOT NULL, i2 smallint, i4 int, i4n int NOT NULL, i8 bigint, n numeric(14,3),
      nn numeric(12,2) NOT NULL, f double precision, r real, s text, sn text NOT NULL, v varchar(40), c char(6), d date, dn date NOT NULL,
      ts timestamp, tz timestamptz, tm time, iv interval, j json, jb jsonb, jo jsonb NOT NULL, u uuid, by bytea, ia int[], ta text[], m mood);
    CREATE TABLE g (id int PRIMARY KEY, t_id int REFERENCES t, name text, qty int, price numeric(10,2), at timestamp);
    CREATE TABLE w (
      id int PRIMARY KEY, code varchar(20) UNIQUE, v int, n numeric(10,2), x double precision, d date, ts timestamp, m mood, flag boolean,
      note text, jb jsonb, tags text[]);
    CREATE TABLE net (id int PRIMARY KEY, ip inet, ipn inet NOT NULL, cd cidr, mac macaddr, s text, mail citext);
    """

  static let texts = [
    "", "a", "A", "abc", "ABC", "a b", " lead", "trail ", "x  ", "é", "e\u{301}", "ß", "Straße", "İ", "ı", "😀", "👨‍👩‍👧", "a\u{AD}b", "100%", "a_b",
    "back\\slash", "o'brien", "\"q\"", "12", "-5", "3.7", "true", "NULL", "tab\t", "line\nline", "end\n", "aaa", "abab", "zz", "Z", "ÄÖÜ", "ñ", "日本語", "0", "  ",
    "a,b,c", ",", "a.b", "1e3", "2024-02-29", "\u{200B}", "[x](y)*", "user@example.com", "Ǆ",
  ]
  static let moods = ["sad", "ok", "Happy", "zen"]
  static let integers = ["0", "1", "-1", "2", "3", "7", "-7", "10", "100", "65536", "123456", "2147483647", "-2147483648"]
  static let numerics = ["0", "0.001", "-0.5", "0.5", "1.5", "2.5", "-2.5", "10", "99999999999.999", "-3.125", "7.000", "1", "-1", "100.05"]
  static let doubles = ["0", "0.1", "-0.5", "0.5", "1.5", "2.5", "-2.5", "1e10", "1e-7", "123456.789", "-1", "3", "1e300", "2"]
  static let dates = [
    "2024-02-29", "2023-02-28", "2000-01-01", "1999-12-31", "1970-01-01", "2024-12-30", "2021-01-03", "1900-03-01", "2038-01-19", "1001-01-01",
    "2024-03-31", "2026-01-01",
  ]
  static let timestamps = [
    "2024-02-29 23:59:59.999999", "2000-01-01 00:00:00", "1999-12-31 12:34:56.789", "1970-01-01 00:00:01", "2024-03-10 02:30:00",
    "2024-10-27 01:30:00", "2024-03-31 01:30:00", "2021-01-03 13:00:00.5", "1969-07-20 20:17:40", "2024-01-31 00:00:00",
  ]
  static let times = ["00:00:00", "23:59:59.999999", "12:34:56", "01:02:03.4", "13:00:00"]
  static let intervals = ["1 day", "00:00:00", "01:30:00", "1 mon", "-1 days", "1 year 2 mons 3 days 04:05:06", "-00:00:01.5", "7 days", "1000:00:00"]
  static let documents = [
    "{}", "[]", "null", "1", #""s""#, "true", #"{"a": 1, "b": null}"#, #"{"a": {"b": [1,2,{"c": "x"}]}}"#, "[1,2,3]", #"["a","b"]"#,
    #"{"a": "1", "é": "ü", "b": "x\"y\\z"}"#, #"{"a": true, "k": 1.5}"#, "[null,1]", #"{"a":[]}"#, #"{"a": 1.50, "b": 100.0}"#, #"{"a": {"b": null, "0": 5}}"#,
  ]
  static let objects = [
    "{}", #"{"a": 1}"#, #"{"a": "x", "b": [1, null]}"#, #"{"a": {"b": "y"}, "é": ""}"#, #"{"a": null}"#, #"{"a": "7", "n": -3}"#, #"{"b": false}"#,
  ]
  static let uuids = [
    "00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "123e4567-e89b-12d3-a456-426614174000",
  ]
  static let bytes = ["\\x", "\\x00", "\\xff", "\\x616263", "\\x00ff00", "\\xe28098", "\\xc3a9", "\\x5c"]

  private static let addresses = """
    INSERT INTO net VALUES
      (1, '10.0.0.1', '10.0.0.9', '10.0.0.0/8', '08:00:2b:01:02:03', '10.0.0.1', 'Anna@example.com'),
      (2, '10.0.0.1/8', '10.0.0.10', '10.0.0.1/32', '08-00-2B-01-02-04', 'é', 'anna@EXAMPLE.com'),
      (3, '::1', '::1', '::/0', 'ff:ff:ff:ff:ff:ff', '::1', 'ß'),
      (4, '2001:db8::1/64', '1:0:2:0:3:0:4:0', '2001:db8::/32', '00:00:00:00:00:00', '10.0.0.9/32', 'SS'),
      (5, '0.0.0.0/0', '255.255.255.255', '0.0.0.0/0', NULL, '255.255.255.0/24', ''),
      (6, NULL, '::ffff:10.0.0.1', NULL, '0800.2b01.0205', NULL, NULL),
      (7, '192.168.1.5/24', '192.168.1.5', '192.168.1.0/24', '08002b:010206', '192.168.001.005', 'é'),
      (8, '10.0.0.0/8', '9.255.255.255', '10.0.0.0/16', '08:00:2b:01:02:03', '', 'É '),
      (9, 'fe80::1', '10.255.255.255/24', 'fe80::/10', NULL, 'FE80::0001', 'bob@example.com'),
      (10, '::/0', '11.0.0.0', '::1/128', NULL, '10.0.0.10', 'anna@example.com');
    """

  static let rowCount = 40

  private static func rows() -> String {
    var random = RandomSource(mixing: 5)
    func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
    func some(_ list: [String]) -> String { quoted(random.choice(list)) }
    func maybe(_ list: [String]) -> String { random.chance(12) ? "NULL" : some(list) }
    let small = Array(integers.prefix(9)) + ["32767", "-32768"]
    let big = integers + ["9223372036854775807", "-9223372036854775807", "1000000000000"]
    let integerArrays = ["{}", "{1}", "{1,2,3}", "{NULL,1}", "{3,1,2}", "{-5,0,5}"]
    let textArrays = ["{}", "{a}", "{a,b,c}", "{NULL,x}", "{A,a}", #"{"",é}"#]
    var script = ""
    for id in 1...rowCount {
      let values: [String] = [
        "\(id)", maybe(["t", "f"]), some(["t", "f"]), maybe(small), maybe(integers), some(integers), maybe(big), maybe(numerics),
        some(["0.00", "1.50", "-2.25", "9999999999.99", "0.01", "3.00"]), maybe(doubles), maybe(["0", "0.5", "-1.5", "2.25", "100", "0.1"]),
        maybe(texts), some(texts), maybe(texts), maybe(["", "a", "A", "abc", "abcdef", "é", "12", "x y"]), maybe(dates), some(dates),
        maybe(timestamps), maybe(timestamps.map { $0 + "+00" }), maybe(times), maybe(intervals), maybe(documents), maybe(documents), some(objects),
        maybe(uuids), maybe(bytes), maybe(integerArrays), maybe(textArrays), maybe(moods),
      ]
      script += "INSERT INTO t VALUES (\(values.joined(separator: ", ")));\n"
    }
    for id in 1...30 {
      let values = [
        "\(id)", random.chance(12) ? "NULL" : "\(1 + random.below(rowCount))", maybe(texts), maybe(["0", "1", "2", "5", "-3"]),
        maybe(["0.00", "1.25", "-4.10", "100.00"]), maybe(timestamps),
      ]
      script += "INSERT INTO g VALUES (\(values.joined(separator: ", ")));\n"
    }
    for id in 1...12 {
      let values = [
        "\(id)", random.chance(20) ? "NULL" : "'k\(id)'", maybe(Array(integers.prefix(9))), maybe(["0", "1.5", "-2.25", "99999999.99"]), maybe(Array(doubles.prefix(6))),
        maybe(dates), maybe(timestamps), maybe(moods), maybe(["t", "f"]), maybe(texts), maybe(documents), maybe(textArrays),
      ]
      script += "INSERT INTO w VALUES (\(values.joined(separator: ", ")));\n"
    }
    return script
  }
}
