extension ExtensionPack {
  static let text: [ExtensionFunction] = [
    // No loop over the characters: what is cut from the middle of a long text is sought from its start. Code points that are no characters mark
    // the first letters, and the number of each one's capital while the rest is made small.
    ExtensionFunction(
      "initcap", "s LONGTEXT", returns: "LONGTEXT", standsFor: "initcap(text)",
      """
      BEGIN
        DECLARE mark, opening, closing, c VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE capitals, result LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE last VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE place, number INT DEFAULT 0;
        IF s IS NULL THEN RETURN NULL; END IF;
        SET mark = _utf8mb4 X'EFB790', opening = _utf8mb4 X'EFB791', closing = _utf8mb4 X'EFB792';
        IF LOCATE(mark, s) + LOCATE(opening, s) + LOCATE(closing, s) > 0 THEN SIGNAL SQLSTATE '22021' SET MESSAGE_TEXT = 'initcap: the text holds a noncharacter'; END IF;
        -- Piece by piece, each with the last character before it: regexp_time_limit ends longer work.
        WHILE s <> '' DO
          SET result = CONCAT(result, SUBSTRING(REGEXP_REPLACE(CONCAT(last, LEFT(s, 10000)), '(?<![[:alnum:]])(?s:.)', CONCAT(mark, '$0')), IF(last = '', 1, 3)));
          SET last = RIGHT(LEFT(s, 10000), 1), s = SUBSTRING(s, 10001);
        END WHILE;
        SET place = LOCATE(mark, result);
        WHILE place > 0 DO
          SET c = SUBSTRING(result, place + 1, 1), number = number + 1, capitals = CONCAT(capitals, UPPER(c));
          SET result = REPLACE(result, CONCAT(mark, c), CONCAT(opening, number, closing)), place = LOCATE(mark, result);
        END WHILE;
        SET result = LOWER(result);
        WHILE number > 0 DO
          SET result = REPLACE(result, CONCAT(opening, number, closing), SUBSTRING(capitals, number, 1)), number = number - 1;
        END WHILE;
        RETURN result;
      END
      """),
    ExtensionFunction(
      "translate", "s LONGTEXT, source LONGTEXT, target LONGTEXT", returns: "LONGTEXT", standsFor: "translate(text,text,text)",
      """
      BEGIN
        DECLARE result LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE c VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE part, done VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE start, i, place BIGINT DEFAULT 1;
        IF s IS NULL OR source IS NULL OR target IS NULL THEN RETURN NULL; END IF;
        WHILE start <= CHAR_LENGTH(s) DO
          SET part = SUBSTRING(s, start, 1000), done = '', i = 1, start = start + 1000;
          WHILE i <= CHAR_LENGTH(part) DO
            SET c = SUBSTRING(part, i, 1), place = LOCATE(c, source), i = i + 1;
            SET done = CONCAT(done, IF(place = 0, c, SUBSTRING(target, place, 1)));
          END WHILE;
          SET result = CONCAT(result, done);
        END WHILE;
        RETURN result;
      END
      """),
    ExtensionFunction(
      "split_part", "s LONGTEXT, mark LONGTEXT, field BIGINT", returns: "LONGTEXT", standsFor: "split_part(text,text,integer)",
      """
      BEGIN
        DECLARE start, place, width, wanted, number BIGINT DEFAULT 1;
        IF s IS NULL OR mark IS NULL OR field IS NULL OR field = 0 THEN RETURN NULL; END IF;
        SET width = CHAR_LENGTH(mark), wanted = field;
        IF width = 0 OR s = '' THEN RETURN IF(field IN (1, -1), s, ''); END IF;
        IF field < 0 THEN
          SET place = LOCATE(mark, s);
          WHILE place > 0 DO
            SET number = number + 1, place = LOCATE(mark, s, place + width);
          END WHILE;
          SET wanted = number + field + 1;
          IF wanted < 1 THEN RETURN ''; END IF;
        END IF;
        SET number = 1, place = LOCATE(mark, s);
        WHILE place > 0 AND number < wanted DO
          SET number = number + 1, start = place + width, place = LOCATE(mark, s, start);
        END WHILE;
        RETURN IF(number < wanted, '', IF(place = 0, SUBSTRING(s, start), SUBSTRING(s, start, place - start)));
      END
      """),
    ExtensionFunction(
      "encode_escape", "b LONGBLOB", returns: "LONGTEXT", standsFor: "encode(bytea,'escape')",
      """
      BEGIN
        DECLARE result LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE part VARBINARY(1000);
        DECLARE done VARCHAR(4000) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE start, i, n BIGINT DEFAULT 1;
        IF b IS NULL THEN RETURN NULL; END IF;
        WHILE start <= LENGTH(b) DO
          SET part = SUBSTRING(b, start, 1000), done = '', i = 1, start = start + 1000;
          WHILE i <= LENGTH(part) DO
            SET n = ORD(SUBSTRING(part, i, 1)), i = i + 1;
            SET done = CONCAT(done, CASE WHEN n = 0 OR n > 127 THEN CONCAT('\\\\', LPAD(CONV(n, 10, 8), 3, '0')) WHEN n = 92 THEN '\\\\\\\\' ELSE CHAR(n USING utf8mb4) END);
          END WHILE;
          SET result = CONCAT(result, done);
        END WHILE;
        RETURN result;
      END
      """),
    ExtensionFunction(
      "decode_escape", "s LONGTEXT", returns: "LONGBLOB", standsFor: "decode(text,'escape')",
      """
      BEGIN
        DECLARE b LONGBLOB DEFAULT CAST(s AS BINARY);
        DECLARE result LONGBLOB DEFAULT '';
        DECLARE i INT DEFAULT 1;
        IF s IS NULL THEN RETURN NULL; END IF;
        WHILE i <= LENGTH(b) DO
          IF SUBSTRING(b, i, 1) <> X'5C' THEN
            SET result = CONCAT(result, SUBSTRING(b, i, 1)), i = i + 1;
          ELSEIF SUBSTRING(b, i + 1, 1) = X'5C' THEN
            SET result = CONCAT(result, X'5C'), i = i + 2;
          ELSEIF REGEXP_LIKE(CONVERT(SUBSTRING(b, i + 1, 3) USING latin1), '^[0-3][0-7]{2}$') THEN
            SET result = CONCAT(result, UNHEX(LPAD(CONV(CONVERT(SUBSTRING(b, i + 1, 3) USING latin1), 8, 16), 2, '0'))), i = i + 4;
          ELSE
            RETURN NULL;
          END IF;
        END WHILE;
        RETURN result;
      END
      """),
    ExtensionFunction(
      "hmac", "data LONGBLOB, secret LONGBLOB, bits INT", returns: "VARBINARY(64)", standsFor: "hmac(bytea,bytea,text)",
      """
      BEGIN
        DECLARE width INT DEFAULT IF(bits > 256, 128, 64);
        DECLARE padded VARBINARY(128) DEFAULT RPAD(IF(LENGTH(secret) > width, UNHEX(SHA2(secret, bits)), secret), width, X'00');
        RETURN UNHEX(SHA2(CONCAT(padded ^ REPEAT(X'5C', width), UNHEX(SHA2(CONCAT(padded ^ REPEAT(X'36', width), data), bits))), bits));
      END
      """),
    // As fuzzystrmatch: a letter counts where its code is not that of the character before it, letter or not.
    ExtensionFunction(
      "soundex", "s LONGTEXT", returns: "VARCHAR(4)", standsFor: "soundex(text)",
      """
      BEGIN
        DECLARE rest LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT REGEXP_REPLACE(s, '^[^A-Za-z]+', '', 1, 1, 'c');
        DECLARE result VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE code, last VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE c VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE i, place INT DEFAULT 1;
        IF s IS NULL THEN RETURN NULL; END IF;
        IF rest = '' THEN RETURN ''; END IF;
        WHILE i <= CHAR_LENGTH(rest) AND CHAR_LENGTH(result) < 4 DO
          SET c = SUBSTRING(rest, i, 1);
          SET place = LOCATE(c, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
          SET code = IF(place = 0, c, SUBSTRING('0123012002245501262301020201230120022455012623010202', place, 1));
          IF i = 1 THEN
            SET result = UPPER(c);
          ELSEIF place > 0 AND code <> last AND code <> '0' THEN
            SET result = CONCAT(result, code);
          END IF;
          SET last = code, i = i + 1;
        END WHILE;
        RETURN RPAD(result, 4, '0');
      END
      """),
    ExtensionFunction(
      "soundex_difference", "a LONGTEXT, b LONGTEXT", returns: "INT", standsFor: "difference(text,text)",
      """
      BEGIN
        DECLARE x VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT @soundex(a);
        DECLARE y VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT @soundex(b);
        RETURN (SUBSTRING(x, 1, 1) = SUBSTRING(y, 1, 1)) + (SUBSTRING(x, 2, 1) = SUBSTRING(y, 2, 1)) + (SUBSTRING(x, 3, 1) = SUBSTRING(y, 3, 1))
          + (SUBSTRING(x, 4, 1) = SUBSTRING(y, 4, 1));
      END
      """),
  ]
}
