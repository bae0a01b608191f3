/// Sizes, and likeness of texts.
extension ExtensionPack {
  static let system: [ExtensionFunction] = [
    ExtensionFunction(
      "pg_size_pretty", "size BIGINT", returns: "VARCHAR(40)", standsFor: "pg_size_pretty(bigint)",
      """
      BEGIN
        DECLARE rest DECIMAL(20,0) DEFAULT size;
        IF size IS NULL THEN RETURN NULL; END IF;
        IF ABS(rest) < 10240 THEN RETURN CONCAT(rest, ' bytes'); END IF;
        SET rest = rest DIV 512;
      \(largerUnits)
        RETURN CONCAT((rest + SIGN(rest)) DIV 2, ' PB');
      END
      """),
    // Every trigram of a text's words once, each between line feeds.
    ExtensionFunction(
      "trigrams", "s LONGTEXT", returns: "LONGTEXT", standsFor: "show_trgm(text)",
      #"""
      BEGIN
        DECLARE words LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT TRIM(REGEXP_REPLACE(LOWER(s), '[^[:alnum:]]+', ' '));
        DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '\n';
        DECLARE trigram VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE i INT DEFAULT 1;
        IF s IS NULL THEN RETURN NULL; END IF;
        IF words = '' THEN RETURN found; END IF;
        SET words = CONCAT('  ', REPLACE(words, ' ', ' \n  '), ' ');
        WHILE i <= CHAR_LENGTH(words) - 2 DO
          SET trigram = SUBSTRING(words, i, 3);
          IF LOCATE('\n', trigram) = 0 AND LOCATE(CONCAT('\n', trigram, '\n'), found) = 0 THEN
            SET found = CONCAT(found, trigram, '\n');
          END IF;
          SET i = i + 1;
        END WHILE;
        RETURN found;
      END
      """#),
    ExtensionFunction(
      "similarity", "a LONGTEXT, b LONGTEXT", returns: "FLOAT", standsFor: "similarity(text,text)",
      #"""
      BEGIN
        DECLARE first LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT @trigrams(a);
        DECLARE second LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT @trigrams(b);
        DECLARE size INT DEFAULT (CHAR_LENGTH(first) - 1) DIV 4;
        DECLARE other INT DEFAULT (CHAR_LENGTH(second) - 1) DIV 4;
        DECLARE common INT DEFAULT 0;
        DECLARE i INT DEFAULT 0;
        IF a IS NULL OR b IS NULL THEN RETURN NULL; END IF;
        IF size = 0 OR other = 0 THEN RETURN 0; END IF;
        WHILE i < size DO
          IF LOCATE(SUBSTRING(first, 4 * i + 1, 5), second) > 0 THEN SET common = common + 1; END IF;
          SET i = i + 1;
        END WHILE;
        RETURN (common + 0e0) / (size + other - common);
      END
      """#),
    ExtensionFunction(
      "levenshtein", "a LONGTEXT, b LONGTEXT", returns: "INT", standsFor: "levenshtein(text,text)",
      """
      BEGIN
        DECLARE i INT DEFAULT 1;
        DECLARE j INT;
        DECLARE size INT DEFAULT CHAR_LENGTH(b);
        DECLARE cost INT;
        DECLARE corner INT;
        DECLARE above INT;
        DECLARE line VARBINARY(1024) DEFAULT '';
        DECLARE next VARBINARY(1024);
        IF a IS NULL OR b IS NULL THEN RETURN NULL; END IF;
        IF CHAR_LENGTH(a) > 255 OR size > 255 THEN
          SIGNAL SQLSTATE '22023' SET MESSAGE_TEXT = 'levenshtein argument exceeds maximum length of 255 characters';
        END IF;
        SET j = 0;
        WHILE j <= size DO
          SET line = CONCAT(line, UNHEX(LPAD(HEX(j), 4, '0')));
          SET j = j + 1;
        END WHILE;
        WHILE i <= CHAR_LENGTH(a) DO
          SET next = UNHEX(LPAD(HEX(i), 4, '0'));
          SET cost = i;
          SET j = 1;
          WHILE j <= size DO
            SET corner = CONV(HEX(SUBSTRING(line, 2 * j - 1, 2)), 16, 10) + (SUBSTRING(a, i, 1) <> SUBSTRING(b, j, 1));
            SET above = CONV(HEX(SUBSTRING(line, 2 * j + 1, 2)), 16, 10) + 1;
            SET cost = LEAST(corner, above, cost + 1);
            SET next = CONCAT(next, UNHEX(LPAD(HEX(cost), 4, '0')));
            SET j = j + 1;
          END WHILE;
          SET line = next;
          SET i = i + 1;
        END WHILE;
        RETURN CONV(HEX(RIGHT(line, 2)), 16, 10);
      END
      """),
  ]

  /// The halves of a unit, rounded away from 0 where the number has at most four digits; else they are counted in the next unit.
  private static let largerUnits = ["kB", "MB", "GB", "TB"].map { unit in
    """
      IF ABS(rest) < 20479 THEN RETURN CONCAT((rest + SIGN(rest)) DIV 2, ' \(unit)'); END IF;
      SET rest = rest DIV 1024;
    """
  }.joined(separator: "\n")
}
