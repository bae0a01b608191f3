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
        IF ABS(rest) < 20479 THEN RETURN CONCAT((rest + SIGN(rest)) DIV 2, ' kB'); END IF;
        SET rest = rest DIV 1024;
        IF ABS(rest) < 20479 THEN RETURN CONCAT((rest + SIGN(rest)) DIV 2, ' MB'); END IF;
        SET rest = rest DIV 1024;
        IF ABS(rest) < 20479 THEN RETURN CONCAT((rest + SIGN(rest)) DIV 2, ' GB'); END IF;
        SET rest = rest DIV 1024;
        IF ABS(rest) < 20479 THEN RETURN CONCAT((rest + SIGN(rest)) DIV 2, ' TB'); END IF;
        SET rest = rest DIV 1024;
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
  ]
}
