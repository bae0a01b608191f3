extension ExtensionPackTests {
  private static let addresses: [String?] = [
    nil, "10.0.0.1", "10.1.2.3/8", "010.1.1.1", "0.0.0.0/0", "255.255.255.255", "192.168.1.5/24", "10.0.0.1/32", "192.168.1.0/31", "::", "::1", "::1/7", "::/0", "::ffff:1.2.3.4",
    "::1.2.3.4", "1:0:2:0:3:0:4:0", "0:1:2:3:4:5:6:7", "1:2:3:4:5:6:7:0", "1:0:3:4:5:6:7:8", "2001:DB8::1/64", "2001:db8:0:1:0:0:1:0/128", "::FFFF:10.0.0.1/120", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  ]

  /// Each with each.
  private static let pairs: [[String?]] = addresses.flatMap { a in addresses.map { [a, $0] } } + [
    ["10.1.0.0/16", "10.1.2.3"], ["10.0.0.0/8", "10.0.0.0/16"], ["10.0.0.0/16", "10.0.0.0/8"], ["10.0.5.0/24", "10.0.0.0/8"], ["10.0.0.0/8", "10.255.0.0/16"],
  ]

  static let network: [PackRow] = [
    PackRow("$1::text::inet", "@inet(?)", each: addresses + ["1.2.3.4/007", "::1/9"]),
    PackRow("$1::text::cidr", "@cidr(?)", each: [nil, "10.0.0.0/8", "10.0.0.1/32", "10.0.0.1", "2001:DB8::/32", "::/0", "::1", "1:0:2:0:3:0:4:0"]),
    PackRow("masklen($1::text::inet)", "@inet_bits(@inet(?))", each: addresses),
    PackRow("text(netmask($1::text::inet))", "(SELECT CONCAT(@inet_text(@inet_mask(LENGTH(@inet_address(a)), @inet_bits(a)), 128), '/', 8 * LENGTH(@inet_address(a))) FROM (SELECT @inet(?) AS a) AS address)", each: addresses),
    PackRow("network($1::text::inet)", "@network(@inet(?))", each: addresses),
    PackRow("broadcast($1::text::inet)", "@broadcast(@inet(?))", each: addresses),
    PackRow("netmask($1::text::inet)", "@netmask(@inet(?))", each: addresses),
    PackRow("hostmask($1::text::inet)", "@hostmask(@inet(?))", each: addresses),
    PackRow(
      "set_masklen($1::text::inet, $2::int4)", "@set_masklen(@inet(?), ?)",
      addresses.flatMap { address in ["-1", "0", "7", "24", "32"].map { [address, $0] } } + [["::1", "128"], ["::1", nil]]),
    PackRow(
      "$1::text::inet + $2::int8", "@inet_plus(@inet(?), ?)",
      [["10.0.0.250/24", "10"], ["10.0.0.1", "-1"], ["::1", "9223372036854775807"], ["::ffff:ffff:ffff:ffff", "1"], ["1::", "-1"], ["255.255.255.254", "1"], ["::1/64", nil], [nil, "1"], ["fe80::1/10", "65536"]]),
    PackRow(
      "$1::text::inet - $2::text::inet", "@inet_minus(@inet(?), @inet(?))",
      [["10.0.0.9", "10.0.0.10"], ["255.255.255.255", "0.0.0.0/0"], ["::1:0:0:0:0", "::ffff:ffff:ffff:ffff"], ["::1", "::2"], ["fe80::5", "fe80::1"], [nil, "::1"]]),
    PackRow("$1::text::macaddr", "@macaddr(?)", each: [nil, "08:00:2b:01:02:03", "08-00-2B-01-02-03", "08002b:010203", "08002B-010203", "0800.2b01.0203", "0800-2b01-0203", "08002b010203"]),
    PackRow("$1::text::inet < $2::text::inet", "@inet_key(@inet(?)) < @inet_key(@inet(?))", pairs),
    PackRow("$1::text::inet = $2::text::inet", "@inet(?) = @inet(?)", pairs),
    PackRow("$1::text::inet >>= $2::text::inet", "@inet_contains(@inet(?), @inet(?), 0)", pairs),
    PackRow("$1::text::inet >> $2::text::inet", "@inet_contains(@inet(?), @inet(?), 1)", pairs),
    PackRow("$1::text::inet && $2::text::inet", "@inet_overlaps(@inet(?), @inet(?))", pairs),
    PackRow("host($1::text::inet)::inet - inet '0.0.0.0'", "@inet_number(@inet_address(@inet(?)))", each: ["10.0.0.1", "255.255.255.255/3", nil]),
  ]
}
