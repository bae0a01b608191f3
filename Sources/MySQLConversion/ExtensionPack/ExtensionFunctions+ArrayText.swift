/// Arrays as text. Elements that are empty, read NULL or hold braces, commas, quotes, backslashes or white space are quoted ("Array Input and
/// Output Syntax").
extension ExtensionPack {
  static let arrayTexts: [ExtensionFunction] = [
    ExtensionFunction(
      "array_out", "a JSON", returns: "LONGTEXT", standsFor: "array::text",
      #"""
      BEGIN
        DECLARE source, result, token LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE place INT DEFAULT 1;
        DECLARE c VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        IF a IS NULL THEN RETURN NULL; END IF;
        SET source = CAST(a AS CHAR);
        WHILE place <= CHAR_LENGTH(source) DO
          SET c = SUBSTRING(source, place, 1), place = place + 1;
          CASE c
            WHEN '[' THEN SET result = CONCAT(result, '{');
            WHEN ']' THEN SET result = CONCAT(result, '}');
            WHEN ' ' THEN BEGIN END;
            WHEN '"' THEN
              SET token = REGEXP_SUBSTR(SUBSTRING(source, place - 1), '^"([^"\\\\]|\\\\.)*"', 1, 1, 'cn'), place = place - 1 + CHAR_LENGTH(token);
              SET token = JSON_UNQUOTE(token);
              IF token = '' OR LOWER(token) = 'null' OR REGEXP_LIKE(token, '[{}",\\\\ \\t\\n\\r\\x0B\\f]', 'cn') THEN
                SET token = CONCAT('"', REPLACE(REPLACE(token, '\\', '\\\\'), '"', '\\"'), '"');
              END IF;
              SET result = CONCAT(result, token);
            WHEN 'n' THEN SET result = CONCAT(result, 'NULL'), place = place + 3;
            WHEN 't' THEN SET result = CONCAT(result, 't'), place = place + 3;
            WHEN 'f' THEN SET result = CONCAT(result, 'f'), place = place + 4;
            ELSE SET result = CONCAT(result, c);
          END CASE;
        END WHILE;
        RETURN result;
      END
      """#),
  ]
}
