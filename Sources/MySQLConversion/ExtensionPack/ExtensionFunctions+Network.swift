/// Network addresses, kept as PostgreSQL prints them: `10.0.0.1`, `10.0.0.1/8`, `2001:db8::1`.
extension ExtensionPack {
  static let network: [ExtensionFunction] = addressParts + addresses + addressTests

  /// As the columns are, so that a comparison can use their index.
  private static let address = "CHAR(43) CHARACTER SET ascii COLLATE ascii_bin"

  private static let addressParts: [ExtensionFunction] = [
    ExtensionFunction(
      "inet_bits", "a LONGTEXT", returns: "INT", standsFor: "masklen(inet)",
      """
      RETURN CASE WHEN LOCATE('/', a) > 0 THEN CAST(SUBSTRING_INDEX(a, '/', -1) AS SIGNED) WHEN LOCATE(':', a) > 0 THEN 128 WHEN a IS NOT NULL THEN 32 END
      """),
    ExtensionFunction(
      "inet_mask", "size INT, bits INT", returns: "VARBINARY(16)", standsFor: "netmask(inet)", "RETURN RPAD(x'', size, x'FF') << (8 * size - bits)"),
    ExtensionFunction("inet_address", "a LONGTEXT", returns: "VARBINARY(16)", standsFor: "host(inet)", "RETURN INET6_ATON(SUBSTRING_INDEX(a, '/', 1))"),
    // MySQL shortens a single word of zeros too, PostgreSQL two and more.
    ExtensionFunction(
      "inet_text", "address VARBINARY(16), bits INT", returns: address, standsFor: "abbrev(inet)",
      """
      BEGIN
        DECLARE t VARCHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT INET6_NTOA(address);
        DECLARE colons INT DEFAULT CHAR_LENGTH(t) - CHAR_LENGTH(REPLACE(t, ':', ''));
        SET t = CASE
          WHEN colons = 8 AND LEFT(t, 2) = '::' THEN CONCAT('0', SUBSTRING(t, 2))
          WHEN colons = 8 THEN CONCAT(LEFT(t, CHAR_LENGTH(t) - 1), '0')
          WHEN colons = 7 AND LOCATE('::', t) > 1 AND RIGHT(t, 2) <> '::' THEN REPLACE(t, '::', ':0:')
          ELSE t END;
        RETURN IF(bits < 8 * LENGTH(address), CONCAT(t, '/', bits), t);
      END
      """),
  ]

  private static let addresses: [ExtensionFunction] = [
    ExtensionFunction(
      "inet", "a LONGTEXT", returns: address, standsFor: "text::inet",
      #"""
      BEGIN
        DECLARE host VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        IF a IS NULL THEN RETURN NULL; END IF;
        IF CHAR_LENGTH(a) > 60 OR NOT REGEXP_LIKE(a, '\\A(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?:/0*(?:[0-9]|[12][0-9]|3[0-2]))?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:/(?:[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))?)\\z', 'c') THEN
          SIGNAL SQLSTATE '22P02' SET MESSAGE_TEXT = 'invalid input syntax for type inet';
        END IF;
        SET host = SUBSTRING_INDEX(a, '/', 1);
        IF NOT (IS_IPV4(host) OR IS_IPV6(host)) THEN
          SIGNAL SQLSTATE '22P02' SET MESSAGE_TEXT = 'invalid input syntax for type inet';
        END IF;
        RETURN @inet_text(INET6_ATON(host), @inet_bits(a));
      END
      """#),
    ExtensionFunction(
      "cidr", "a LONGTEXT", returns: address, standsFor: "text::cidr",
      """
      BEGIN
        DECLARE valid CHAR(43) CHARACTER SET ascii COLLATE ascii_bin DEFAULT @inet(a);
        IF valid <> IF(LOCATE('/', valid) > 0, @network(valid), SUBSTRING_INDEX(@network(valid), '/', 1)) THEN
          SIGNAL SQLSTATE '22P02' SET MESSAGE_TEXT = 'invalid cidr value: it has bits set to right of mask';
        END IF;
        RETURN @network(valid);
      END
      """),
    ExtensionFunction(
      "network", "a LONGTEXT", returns: address, standsFor: "network(inet)",
      """
      BEGIN
        DECLARE address VARBINARY(16) DEFAULT @inet_address(a);
        RETURN CONCAT(@inet_text(address & @inet_mask(LENGTH(address), @inet_bits(a)), 128), '/', @inet_bits(a));
      END
      """),
    ExtensionFunction(
      "broadcast", "a LONGTEXT", returns: address, standsFor: "broadcast(inet)",
      """
      BEGIN
        DECLARE address VARBINARY(16) DEFAULT @inet_address(a);
        RETURN @inet_text(address | ~@inet_mask(LENGTH(address), @inet_bits(a)), @inet_bits(a));
      END
      """),
    ExtensionFunction(
      "netmask", "a LONGTEXT", returns: address, standsFor: "netmask(inet)",
      "RETURN @inet_text(@inet_mask(LENGTH(@inet_address(a)), @inet_bits(a)), 128)"),
    ExtensionFunction(
      "hostmask", "a LONGTEXT", returns: address, standsFor: "hostmask(inet)",
      "RETURN @inet_text(~@inet_mask(LENGTH(@inet_address(a)), @inet_bits(a)), 128)"),
    ExtensionFunction(
      "set_masklen", "a LONGTEXT, bits INT", returns: address, standsFor: "set_masklen(inet,integer)",
      """
      BEGIN
        DECLARE address VARBINARY(16) DEFAULT @inet_address(a);
        IF bits < -1 OR bits > 8 * LENGTH(address) THEN
          SIGNAL SQLSTATE '22023' SET MESSAGE_TEXT = 'invalid mask length';
        END IF;
        RETURN IF(bits IS NULL, NULL, @inet_text(address, IF(bits = -1, 128, bits)));
      END
      """),
    ExtensionFunction(
      "inet_number", "address VARBINARY(16)", returns: "DECIMAL(65,0)", standsFor: "an address as a number",
      """
      RETURN IF(LENGTH(address) = 4, CAST(CONV(HEX(address), 16, 10) AS DECIMAL(65,0)),
        CAST(CONV(HEX(LEFT(address, 8)), 16, 10) AS DECIMAL(65,0)) * 18446744073709551616 + CAST(CONV(HEX(RIGHT(address, 8)), 16, 10) AS DECIMAL(65,0)))
      """),
    ExtensionFunction(
      "inet_plus", "a LONGTEXT, n BIGINT", returns: address, standsFor: "inet + bigint",
      """
      BEGIN
        DECLARE address VARBINARY(16) DEFAULT @inet_address(a);
        DECLARE total DECIMAL(65,0) DEFAULT @inet_number(address) + n;
        DECLARE low DECIMAL(65,0) DEFAULT MOD(total, 18446744073709551616);
        IF total < 0 OR total > IF(LENGTH(address) = 4, 4294967295, 340282366920938463463374607431768211455) THEN
          SIGNAL SQLSTATE '22003' SET MESSAGE_TEXT = 'result is out of range';
        END IF;
        RETURN @inet_text(
          IF(LENGTH(address) = 4, UNHEX(LPAD(HEX(CAST(total AS UNSIGNED)), 8, '0')),
            UNHEX(CONCAT(LPAD(HEX(CAST((total - low) / 18446744073709551616 AS UNSIGNED)), 16, '0'), LPAD(HEX(CAST(low AS UNSIGNED)), 16, '0')))),
          @inet_bits(a));
      END
      """),
    ExtensionFunction(
      "inet_minus", "a LONGTEXT, b LONGTEXT", returns: "BIGINT", standsFor: "inet - inet",
      """
      BEGIN
        IF LENGTH(@inet_address(a)) <> LENGTH(@inet_address(b)) THEN
          SIGNAL SQLSTATE '22023' SET MESSAGE_TEXT = 'cannot subtract inet values of different sizes';
        END IF;
        RETURN @inet_number(@inet_address(a)) - @inet_number(@inet_address(b));
      END
      """),
    ExtensionFunction(
      "macaddr", "a LONGTEXT", returns: "CHAR(17) CHARACTER SET ascii COLLATE ascii_bin", standsFor: "text::macaddr",
      #"""
      BEGIN
        DECLARE digits VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        IF a IS NULL THEN RETURN NULL; END IF;
        IF CHAR_LENGTH(a) > 60 OR NOT REGEXP_LIKE(a, '\\A\\s*(?:(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}|[0-9a-f]{6}[:-]?[0-9a-f]{6}|[0-9a-f]{4}([.-])[0-9a-f]{4}\\2[0-9a-f]{4})\\s*\\z', 'i') THEN
          SIGNAL SQLSTATE '22P02' SET MESSAGE_TEXT = 'invalid input syntax for type macaddr';
        END IF;
        SET digits = LOWER(REGEXP_REPLACE(a, '[^0-9a-fA-F]', ''));
        RETURN CONCAT_WS(':', SUBSTRING(digits, 1, 2), SUBSTRING(digits, 3, 2), SUBSTRING(digits, 5, 2), SUBSTRING(digits, 7, 2), SUBSTRING(digits, 9, 2), SUBSTRING(digits, 11, 2));
      END
      """#),
  ]

  private static let addressTests: [ExtensionFunction] = [
    // Bytes that compare as PostgreSQL compares addresses: family, network, length of the mask, host.
    ExtensionFunction(
      "inet_key", "a LONGTEXT", returns: "VARBINARY(34)", standsFor: "the order of inet",
      """
      BEGIN
        DECLARE address VARBINARY(16) DEFAULT @inet_address(a);
        RETURN CONCAT(CHAR(LENGTH(address)), address & @inet_mask(LENGTH(address), @inet_bits(a)), CHAR(@inet_bits(a)), address);
      END
      """),
    ExtensionFunction(
      "inet_contains", "a LONGTEXT, b LONGTEXT, longer INT", returns: "TINYINT(1)", standsFor: "inet >>= inet",
      """
      BEGIN
        DECLARE outside VARBINARY(16) DEFAULT @inet_address(a);
        DECLARE inside VARBINARY(16) DEFAULT @inet_address(b);
        DECLARE mask VARBINARY(16) DEFAULT @inet_mask(LENGTH(outside), @inet_bits(a));
        IF outside IS NULL OR inside IS NULL THEN RETURN NULL; END IF;
        IF LENGTH(outside) <> LENGTH(inside) THEN RETURN FALSE; END IF;
        RETURN @inet_bits(b) - @inet_bits(a) >= longer AND (outside & mask) = (inside & mask);
      END
      """),
    ExtensionFunction(
      "inet_overlaps", "a LONGTEXT, b LONGTEXT", returns: "TINYINT(1)", standsFor: "inet && inet",
      "RETURN @inet_contains(a, b, 0) OR @inet_contains(b, a, 0)"),
  ]
}
